import { beforeEach, expect, it, vi } from 'vitest';
import type { Parts } from '../../../page/parts.ts';

const parts = { kindOf: () => 'role' } as unknown as Parts;
const never = () => new Promise<never>(() => {});

/** As in a document of its own: nothing was offered or asked for in it. */
let world: typeof import('../../../page/parts.ts');
beforeEach(async () => {
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (key.description?.startsWith('liner-notes')) Reflect.deleteProperty(globalThis, key);
  }
  world = await import('../../../page/parts.ts');
});

it('takes what is there already without having it brought', async () => {
  const bring = vi.fn(never);
  world.offerParts(parts);
  expect(await world.takeParts(bring)).toBe(parts);
  expect(bring).not.toHaveBeenCalled();
});

it('takes it as soon as it is there, before anybody says so', async () => {
  const taken = world.takeParts(never);
  world.offerParts(parts);
  expect(await taken).toBe(parts);
});

it.each([
  ['nobody brought it', async () => ({ done: false })],
  ['nobody answered', async () => null],
  ['asking failed', () => Promise.reject(new Error('no receiving end'))],
])('rejects when %s, and takes what comes when it is asked again', async (_, bring) => {
  await expect(world.takeParts(bring)).rejects.toThrow();
  const again = world.takeParts(never);
  world.offerParts(parts);
  expect(await again).toBe(parts);
});

it('rejects when nothing comes for ten seconds', async () => {
  vi.useFakeTimers();
  try {
    const outcome = expect(world.takeParts(never)).rejects.toThrow('could not be brought');
    await vi.advanceTimersByTimeAsync(10_000);
    await outcome;
  } finally {
    vi.useRealTimers();
  }
});
