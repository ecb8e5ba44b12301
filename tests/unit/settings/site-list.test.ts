import { describe, expect, it } from 'vitest';
import { parseSiteList, writeSiteList } from '../../../core/settings/site-list.ts';

describe('a list of sites', () => {
  it('is read line by line, each site once, with remarks left out', () => {
    const text =
      '\uFEFF# Mine\r\nExample.COM.\nhttps://bücher.example/a?b # books\n\n127.0.0.1:8080, example.com\r[::1]';
    expect(parseSiteList(text)).toEqual({ sites: ['example.com', 'xn--bcher-kva.example', '127.0.0.1', '[::1]'] });
  });
  it('comes back as it was written', () => {
    const sites = ['a.example', 'b.example', 'file:'];
    expect(parseSiteList(writeSiteList(sites.toReversed()))).toEqual({ sites });
  });
  it.each<[string, string, object]>([
    ['nothing in it', '# only a remark\n\n', { reason: 'empty' }],
    ['a line that is no site', 'a.example\nb.example\nhttp://\n', { reason: 'no-site', line: 3, text: 'http://' }],
    ['half a character', '\ud800.example', { reason: 'no-site', line: 1, text: '\ud800.example' }],
    ['a wildcard', '*.example.com', { reason: 'no-site', line: 1, text: '*.example.com' }],
    ['a hosts file', '# hosts\n0.0.0.0 ads.example\n', { reason: 'no-site', line: 2, text: '0.0.0.0 ads.example' }],
    ['prose', 'Sites that I keep off', { reason: 'no-site', line: 1, text: 'Sites that I keep off' }],
    ['a script', 'a.example\n<script>', { reason: 'no-site', line: 2, text: '<script>' }],
    ['too many sites', Array.from({ length: 20_001 }, (_, n) => `s${n}.example`).join('\n'), { reason: 'too-many' }],
    ['too much text', 'x'.repeat(10_000_001), { reason: 'too-large' }],
  ])('is refused as a whole with %s', (_, text, refusal) => {
    expect(parseSiteList(text)).toEqual({ refusal });
  });
});
