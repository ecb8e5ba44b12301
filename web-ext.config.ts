import { defineWebExtConfig } from 'wxt';
import { findExecutable } from './browsers/executables.ts';

const root = process.getuid?.() === 0;
const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform !== 'linux';

/** `npm run dev` opens the browsers that the tests use; as root Chromium refuses to start inside its sandbox. */
export default defineWebExtConfig({
  binaries: Object.fromEntries(
    (
      [
        ['chrome', findExecutable('chromium')],
        ['edge', findExecutable('chromium')],
        ['firefox', findExecutable('firefox')],
      ] as const
    ).filter((pair): pair is readonly [(typeof pair)[0], string] => pair[1] !== undefined),
  ),
  chromiumArgs: [...(root ? ['--no-sandbox'] : []), ...(display ? [] : ['--headless=new'])],
  firefoxArgs: display ? [] : ['--headless'],
});
