import { expect, it } from 'vitest';
import { compareWithReviewed } from '../../../scripts/reviewed-warnings.ts';

const REVIEWED = ['UNSAFE marks.js', 'UNSAFE chunks/shared.js'];
const compare = (...findings: { code: string; file?: string }[]) => compareWithReviewed(findings, REVIEWED);
const MARKS = { code: 'UNSAFE', file: 'marks.js' };
const SHARED = { code: 'UNSAFE', file: 'chunks/shared-B93p-1aG.js' };

it('knows a reviewed finding whatever hash its file is named by', () => {
  expect(compare(SHARED, MARKS)).toEqual({ fresh: [], past: [] });
});

it('tells a finding of another kind, in another file, of no file, or once more in the same', () => {
  const others = [{ code: 'EVAL', file: 'marks.js' }, { code: 'UNSAFE', file: 'gate.js' }, { code: 'MANIFEST' }, MARKS];
  expect(compare(MARKS, SHARED, ...others).fresh).toEqual([
    'EVAL marks.js',
    'UNSAFE gate.js',
    'MANIFEST',
    'UNSAFE marks.js',
  ]);
});

it('tells a reviewed finding that is there no more', () => {
  expect(compare(MARKS)).toEqual({ fresh: [], past: ['UNSAFE chunks/shared.js'] });
});
