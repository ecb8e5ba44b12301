import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const rules = (file: string) =>
  readFileSync(`entrypoints/${file}`, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//, '')
    .trim();

describe('the rules that paint the marks', () => {
  it('are the same for both engines but for the selector', () => {
    expect(rules('marks-chromium.css').replaceAll(':root::highlight', '::highlight')).toBe(rules('marks-firefox.css'));
  });

  it('stand from the start for every style, since a late rule restyles the whole page', () => {
    for (const name of ['mark', 'solid', 'tint', 'open', 'current'])
      expect(rules('marks-chromium.css')).toContain(`:root::highlight(liner-notes-${name})`);
  });

  it('hold on the screen only, so that marks are never printed', () => {
    expect(rules('marks-chromium.css').match(/^@media/gm)?.length).toBe(
      rules('marks-chromium.css').match(/^@media screen/gm)?.length,
    );
    expect(rules('marks-chromium.css')).not.toMatch(/^:root/m);
  });
});
