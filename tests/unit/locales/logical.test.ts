import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The card places itself on a page by its own left and top, whatever the page's direction. */
const sheets = globSync(['components/*.css', 'entrypoints/*/*.css']);
const PHYSICAL =
  /(?:^|[\s;{])((?:margin|padding|border|scroll-margin)-(?:left|right)|left|right|float|(?:border-(?:top|bottom)-(?:left|right)-radius))\s*:|text-align:\s*(?:left|right)/gm;

describe('the styles of our pages', () => {
  it.each(sheets)('%s names sides by the run of the text, for right-to-left', (file) => {
    const rules = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '');
    expect([...rules.matchAll(PHYSICAL)].map(([rule]) => rule.trim())).toEqual([]);
  });
  it('are more than a few', () => expect(sheets.length).toBeGreaterThan(10));
});
