/**
 * Ends a task that nobody waits for. When the browser refuses it (the tab is gone, the storage is full) there is nobody
 * to tell, and nothing else to be done.
 */
export const quietly = (task: Promise<unknown> | undefined): void => void task?.catch(() => {});
