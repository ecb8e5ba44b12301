import type { CDPSession } from 'puppeteer-core';

/** Chromium's names for what has a process or a thread of its own. */
export type TargetKind = 'page' | 'iframe' | 'service_worker' | 'other';

/**
 * Tells of each target of these kinds that is below another one, and of those below it, by a session of its own.
 * @param held none runs a script before `heard` has been called; a worker that is heard never falls asleep.
 */
export async function hearTargets(
  session: CDPSession,
  kinds: TargetKind[],
  held: boolean,
  heard: (session: CDPSession) => void,
): Promise<void> {
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const child = session.connection()?.session(sessionId);
    if (!child) return;
    heard(child);
    // One that has gone meanwhile takes no commands.
    hearTargets(child, kinds, held, heard).catch(() => {});
    child.send('Runtime.runIfWaitingForDebugger').catch(() => {});
  });
  const filter = [...kinds.map((type) => ({ type })), { exclude: true }];
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: held, flatten: true, filter });
}
