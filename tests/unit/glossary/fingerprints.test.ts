import { describe, expect, it } from 'vitest';
import { copiedRuns, fingerprint, readFingerprints } from '../../../build/fingerprints.ts';
import { loadGlossary } from '../../../build/load-glossary.ts';

const data = loadGlossary();
const text = data.terms.find(({ definition }) => definition.split(' ').length > 10)!.definition;
const page = `Somebody else wrote: ${text.toUpperCase()} And then went on.`;

describe('fingerprints of opened pages', () => {
  it('find a text that a page has as well', () => {
    const found = copiedRuns(data, new Map([['page', fingerprint(page)]]));
    expect(found).toMatchObject([{ path: ['definition'], reason: expect.stringContaining('with page') }]);
  });

  it('find nothing where only seven words are shared', () => {
    const seven = text.split(' ').slice(0, 7).join(' ');
    expect(copiedRuns(data, new Map([['page', fingerprint(`We say ${seven} instead of more.`)]]))).toEqual([]);
  });

  it('are kept of opened sources alone, and hold no readable word', () => {
    for (const [id, hashes] of readFingerprints()) {
      expect(data.sources[id], id).toHaveProperty('opened');
      for (const hash of hashes) expect(hash).toMatch(/^[A-Za-z0-9+/]{8}$/);
    }
  });
});
