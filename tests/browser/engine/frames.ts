/** One frame of each kind that the web has, each saying the same. Both browsers let an extension into all of them. */

interface Origins {
  here: string;
  /** Another origin of the same site. */
  port: string;
  /** Another site. */
  site: string;
}

interface Frame {
  name: string;
  html(origins: Origins): string;
  /** Served at `/name`. */
  page?: string;
  headers?: Record<string, string>;
}

const WORD = 'The mastering engineer came late.';
const SAID = `<p>${WORD}</p>`;
const PAGE = `<!doctype html><html lang="en"><title>Frame</title><body>${SAID}`;

const http = (name: string, origin: keyof Origins, attributes = ''): Frame => ({
  name,
  page: PAGE,
  html: (origins) => `<iframe name="${name}" src="${origins[origin]}/${name}" ${attributes}></iframe>`,
});
const srcdoc = (name: string, attributes = ''): Frame => ({
  name,
  html: () => `<iframe name="${name}" srcdoc='${PAGE}' ${attributes}></iframe>`,
});
const source = (name: string, src: string, attributes = ''): Frame => ({
  name,
  html: () => `<iframe name="${name}" src="${src}" ${attributes}></iframe>`,
});
const scripted = (name: string, script: string): Frame => ({
  name,
  html: () =>
    `<iframe name="${name}"></iframe><script>{const frame=document.querySelector('[name=${name}]');${script}}</script>`,
});

const DATA = `data:text/html,${encodeURIComponent(PAGE)}`;
const BLOB = `URL.createObjectURL(new Blob(['${PAGE}'],{type:'text/html'}))`;

export const FRAMES: readonly Frame[] = [
  http('http-same', 'here'),
  http('http-port', 'port'),
  http('http-site', 'site'),
  http('http-sandbox', 'here', 'sandbox'),
  http('http-sandbox-scripts', 'site', 'sandbox="allow-scripts"'),
  { ...http('csp-sandbox', 'here'), headers: { 'content-security-policy': 'sandbox' } },
  { ...http('csp-sandbox-scripts', 'site'), headers: { 'content-security-policy': 'sandbox allow-scripts' } },
  srcdoc('srcdoc'),
  srcdoc('srcdoc-sandbox', 'sandbox'),
  srcdoc('srcdoc-sandbox-scripts', 'sandbox="allow-scripts"'),
  srcdoc('srcdoc-sandbox-origin', 'sandbox="allow-same-origin"'),
  srcdoc('srcdoc-sandbox-both', 'sandbox="allow-scripts allow-same-origin allow-forms allow-popups"'),
  source('data', DATA),
  source('data-sandbox', DATA, 'sandbox'),
  scripted('blob', `frame.src=${BLOB}`),
  scripted('blob-sandbox', `frame.sandbox='';frame.src=${BLOB}`),
  scripted('blank', `frame.contentDocument.body.innerHTML='${SAID}'`),
  scripted('blank-written', `const d=frame.contentDocument;d.open();d.write('${PAGE}');d.close()`),
  source('javascript', `javascript:'${PAGE.replaceAll('"', '&quot;')}'`),
  scripted('nested', `frame.contentDocument.body.innerHTML='<iframe name=in-nested></iframe><p>${WORD}</p>'`),
];
