import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { inAscii } from '../../../build/one-byte.ts';

it('writes a script in ASCII that says the same', () => {
  const script = `['“é” 🎧', \`\${'—'}…\`, /^[‘’]$/.test('’'), /^[🎧]$/u.test('🎧')].join()`;
  const written = inAscii(script);
  expect(written).toMatch(/^[\x20-\x7e]+$/);
  expect(runInNewContext(written)).toBe('“é” 🎧,—…,true,true');
});

it('refuses what it cannot write', () => {
  expect(inAscii(String.raw`'\\“'`)).toBe(String.raw`'\\\u201c'`);
  expect(() => inAscii(String.raw`/\“/`)).toThrow('“');
});
