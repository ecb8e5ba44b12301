/** Runs in a page: all that its scripts can find out about who else is there, within reason. */
export async function observable(origin: string): Promise<Record<string, unknown>> {
  const reached: string[] = [];
  for (const file of ['manifest.json', 'marks.js', 'popup.html', 'icons/on-16.png', 'assets/marks-chromium.css']) {
    const answer = await fetch(`${origin}/${file}`).then(
      () => true,
      () => false,
    );
    if (answer) reached.push(file);
  }
  const names = (of: object): string[] => {
    const all: string[] = [];
    for (let at: object | null = of; at; at = Object.getPrototypeOf(at)) all.push(...Object.getOwnPropertyNames(at));
    return all.sort();
  };
  const looks = (element: Element) => {
    const style = getComputedStyle(element);
    return Array.from(style, (name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  };
  return {
    reached,
    window: names(window),
    document: names(document),
    navigator: names(navigator),
    tree: document.documentElement.outerHTML,
    frames: window.length,
    styleSheets: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length,
    highlights: [...CSS.highlights.keys()].sort(),
    focus: document.activeElement?.localName,
    selection: String(getSelection()),
    scrolled: [scrollX, scrollY],
    animations: document.getAnimations().length,
    marks: ['mark', 'measure'].flatMap((type) => performance.getEntriesByType(type).map(({ name }) => name)),
    root: looks(document.documentElement),
    body: looks(document.body),
    heard: (globalThis as unknown as { heard: string[] }).heard,
    stack: new Error('stack').stack?.split('\n').length,
    loaded: performance.getEntriesByType('resource').map(({ name }) => name.replace(/^https?:\/\/[^/]+/, '')),
  };
}

/** A page that hears everything that is dispatched or posted from its first moment. */
export const listening = (
  said: string,
) => `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><script>
  const heard=[];Object.defineProperty(window,'heard',{value:heard});
  addEventListener('message',({data})=>heard.push('message '+JSON.stringify(data)));
  const dispatch=EventTarget.prototype.dispatchEvent;EventTarget.prototype.dispatchEvent=function(event){heard.push(event.type);return dispatch.call(this,event)};
</script><body><p>${said}`;
