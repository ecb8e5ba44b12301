/** The part of `browser.scripting` that is needed; passed in. */
interface Scripting {
  executeScript(run: {
    target: { tabId: number; allFrames: boolean };
    func: () => unknown;
    injectImmediately: boolean;
  }): Promise<{ frameId: number }[]>;
}

/**
 * The frames of a tab that we may reach, the top one (0) first. Found by running an empty script in each: that needs no
 * permission of its own. Rejects where the browser lets no extension in, and waits for a frame that is held.
 */
export async function framesOf(scripting: Scripting, tabId: number): Promise<number[]> {
  const target = { tabId, allFrames: true };
  // Those that are still loading are frames too.
  const answers = await scripting.executeScript({ target, func: () => true, injectImmediately: true });
  return answers.map(({ frameId }) => frameId).sort((a, b) => a - b);
}
