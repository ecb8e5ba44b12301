/** Questions to a document of Firefox that BiDi cannot ask: a frame script runs beside the document and sends the answer. */

/** Runs a function body in the browser's privileged window; its JSON-able result comes home. */
export interface Privileged {
  run<R>(body: string): Promise<R>;
}

/** The browser element of the selected tab, as an expression for the browser's privileged window. */
const SELECTED = 'gBrowser.selectedBrowser';

/** How long a document may take to answer, in ms: a question that is asked while it is being replaced is lost. */
const NO_ANSWER_MS = 2_000;

/**
 * Runs a function body as a frame script, where `content` is the document's window; what it returns comes home, and
 * must be plain data.
 * @param where.browser the browser element that shows the document, as an expression for the privileged window.
 * @param where.ms how long the document may take.
 * @throws what the body throws, and when there is no answer in time: nobody would ever ask again.
 */
export async function inFrameScript<R>(
  chrome: Privileged,
  body: string,
  where: { browser?: string; ms?: number } = {},
): Promise<R> {
  const { browser = SELECTED, ms = NO_ANSWER_MS } = where;
  const name = `liner-notes:answer:${Math.random()}`;
  const script = `(async () => {
    let answer;
    try {
      answer = { value: await (async () => { ${body} })() };
    } catch (error) { answer = { error: String(error) }; }
    sendAsyncMessage(${JSON.stringify(name)}, answer);
  })()`;
  const answer = await chrome.run<{ value?: R; error?: string }>(`
    const browser = ${browser};
    if (!browser) return { error: 'it is not open' };
    return await new Promise((resolve) => {
      const done = (answer) => {
        browser.messageManager?.removeMessageListener(${JSON.stringify(name)}, heard);
        resolve(answer);
      };
      const heard = ({ data }) => done(data);
      browser.messageManager.addMessageListener(${JSON.stringify(name)}, heard);
      setTimeout(done, ${ms}, { error: 'the document did not answer' });
      browser.messageManager.loadFrameScript('data:;charset=utf-8,' + encodeURIComponent(${JSON.stringify(script)}), false);
    });
  `);
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value as R;
}
