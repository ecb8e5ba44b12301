/** Asks the frames of a tab what is so on their page, waiting for none of them longer than a moment. */
import { inTime, SILENT } from '../../core/in-time.ts';
import { isPageState } from '../../core/messages/accept.ts';
import type { FrameState } from './page-status.ts';

/** What a page's frames say of themselves, or why none does. */
export type Answer =
  /** `complete`: every frame has been asked. `silent`: how many have not answered in time. */
  | { frames: FrameState[]; complete: boolean; silent: number }
  | { unreachable: 'browser-page' | 'file' | 'perhaps-file' | 'no-permission' | 'reload' }
  /** Nobody can answer yet: the page is loading, or too busy. */
  | { waiting: true };

/** What is asked of the browser; passed in. */
export interface TabPort {
  /** The reply of one frame's content script; `null` when there is none. */
  state(frame: number): Promise<unknown>;
  /** Ids of all frames. Rejects where the browser lets no extension in. */
  frames(): Promise<number[]>;
  /** Whether the browser lets us read sites at all. */
  allowed(): Promise<boolean>;
  /** Whether it lets us read files. */
  filesAllowed(): Promise<boolean>;
}

/**
 * How long a frame is waited for, in ms. One that is held by a dialog, a debugger or its own work answers late or never,
 * and must not hold up what the others say.
 */
export const PATIENCE = 300;

/** The browser has said no, in its words. */
interface Refused {
  refused: string;
}

/**
 * Asks every frame of a tab. `tell` hears what is known as soon as it is, then the whole; the last call is the answer.
 *
 * @param url of the tab, where the browser tells it.
 * @param loading whether the tab still loads: then nobody need be there yet.
 */
export async function askFrames(
  port: TabPort,
  url: string | undefined,
  loading: boolean,
  tell: (answer: Answer) => void,
): Promise<void> {
  const listed = inTime(port.frames(), PATIENCE).then(
    (frames) => frames,
    (error: unknown): Refused => ({ refused: String(error) }),
  );
  const top = await askFrame(port, 0);
  if (typeof top === 'object' && top) tell({ frames: [top], complete: false, silent: 0 });
  const frames = await listed;
  if (!top || top === SILENT) {
    const isBusy = top === SILENT && (frames === SILENT || Array.isArray(frames));
    tell(isBusy ? { waiting: true } : await whyNobody(port, url, loading, frames));
    return;
  }
  // What marks could not be brought into the page, since the leave to read it has been taken back.
  const isRefused = top.state.state === 'resting' && top.state.reason === 'failed' && !Array.isArray(frames);
  if (isRefused) {
    const why = await whyNobody(port, url, loading, frames);
    if ('unreachable' in why && why.unreachable === 'no-permission') {
      tell(why);
      return;
    }
  }
  const others = Array.isArray(frames) ? frames.filter((frame) => frame !== 0) : [];
  const answers = await Promise.all(others.map((frame) => askFrame(port, frame)));
  const silent = answers.filter((answer) => answer === SILENT).length + (frames === SILENT ? 1 : 0);
  const heard = answers.filter((answer): answer is FrameState => answer !== null && answer !== SILENT);
  tell({ frames: [top, ...heard], complete: true, silent });
}

async function askFrame(port: TabPort, frame: number): Promise<FrameState | typeof SILENT | null> {
  const state = await inTime(port.state(frame), PATIENCE).catch(() => null);
  if (state === SILENT) return SILENT;
  return isPageState(state) ? { frame, state } : null;
}

/** Why no script of ours is in the top frame. */
async function whyNobody(
  port: TabPort,
  url: string | undefined,
  loading: boolean,
  frames: number[] | Refused | typeof SILENT,
): Promise<Answer> {
  // Chromium keeps a script waiting for leave to read the page, and says nothing.
  if (frames === SILENT) {
    const allowed = await inTime(port.allowed(), PATIENCE).catch(() => true);
    return allowed === false ? { unreachable: 'no-permission' } : { waiting: true };
  }
  if ('refused' in frames) return { unreachable: await whyRefused(port, url, frames.refused) };
  if (loading) return { waiting: true };
  // Firefox lets no extension run in files, and does not refuse either.
  return { unreachable: url?.startsWith('file:') ? 'file' : 'reload' };
}

/** Chromium's words for pages that are its own, where it has special ones. */
const OWN_PAGE = /chrome|gallery|devtools/i;

async function whyRefused(
  port: TabPort,
  url: string | undefined,
  error: string,
): Promise<'browser-page' | 'perhaps-file' | 'no-permission'> {
  if (url?.startsWith('file:')) return 'perhaps-file';
  // Without host access the browser does not even tell the address.
  const web = url === undefined || /^https?:/.test(url);
  const allowed = await inTime(port.allowed(), PATIENCE).catch(() => true);
  if (web && allowed === false) return 'no-permission';
  if (url !== undefined || OWN_PAGE.test(error)) return 'browser-page';
  // Chromium does not tell the address of a file. Without leave for files it may be one.
  return (await inTime(port.filesAllowed(), PATIENCE).catch(() => true)) === false ? 'perhaps-file' : 'browser-page';
}
