import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf, lineage, OF_MANY, siteFromText, siteOf } from '../../../core/settings/site.ts';

describe('siteOf', () => {
  it.each([
    ['https://Example.COM/a?b#c', 'example.com'],
    ['http://example.com:8080/', 'example.com'],
    ['https://example.com./', 'example.com'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['http://127.0.0.1:9/', '127.0.0.1'],
    ['http://[::1]:9/', '[::1]'],
    ['http://localhost/', 'localhost'],
    ['file:///home/a.html', 'file:'],
    ['https://user:secret@example.com/', 'example.com'],
  ])('names the site of %s', (url, site) => expect(siteOf(url)).toBe(site));

  it.each(['about:blank', 'chrome://settings/', 'data:text/html,x', 'blob:https://a.example/1', 'nonsense', ''])(
    'knows no site for %s',
    (url) => expect(siteOf(url)).toBeNull(),
  );

  it('gives the same site for a hostname however it is written', () => {
    fc.assert(
      fc.property(fc.domain(), fc.nat(65535), (host, port) => {
        const site = siteOf(`https://${host}/`);
        expect(siteOf(`http://${host.toUpperCase()}.:${port}/x`)).toBe(site);
        expect(siteFromText(` ${host.toUpperCase()} `)).toBe(site);
      }),
    );
  });
});

describe('siteFromText', () => {
  it.each([
    ['example.com', 'example.com'],
    ['https://example.com/path', 'example.com'],
    ['example.com:8080/path', 'example.com'],
    ['two words', null],
    ['', null],
    ['chrome://settings', null],
    ['two..dots', null],
    ['.example', null],
    [`${'a'.repeat(64)}.example`, null],
    ['a_b.example', 'a_b.example'],
    ['[::1]:80', '[::1]'],
    ['0.0.0.0:8000', '0.0.0.0'],
    ['12', null],
    ['*.example.com', null],
    ['"b.com"', null],
    ['exa$mple.com', null],
  ])('reads %j', (text, site) => expect(siteFromText(text)).toBe(site));
});

describe('lineage', () => {
  it('lists the domains above a site, nearest first', () => {
    expect(lineage('a.b.example')).toEqual(['a.b.example', 'b.example', 'example']);
  });
  it.each(['127.0.0.1', '[::1]', 'file:'])('knows nothing above %s', (site) => expect(lineage(site)).toEqual([site]));
});

describe('domainOf', () => {
  it.each([
    ['www.example.com', 'example.com'],
    ['example.com', 'example.com'],
    ['a.b.example.com', 'example.com'],
    ['blog.example.co.uk', 'example.co.uk'],
    ['example.co.uk', 'example.co.uk'],
    ['www.example.com.br', 'example.com.br'],
    ['news.bbc.de', 'bbc.de'],
    ['www.t.co', 't.co'],
    ['co.uk', 'co.uk'],
    ['www.xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['music.blogspot.com', 'music.blogspot.com'],
    ['a.music.wordpress.com', 'music.wordpress.com'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['file:', 'file:'],
  ])('finds the domain of %s', (site, domain) => expect(domainOf(site)).toBe(domain));

  it.each(OF_MANY.trim().split(' '))('takes a page on %s for its owner’s, not for all', (host) => {
    expect(siteFromText(host)).toBe(host);
    expect(domainOf(`www.music.${host}`)).toBe(`music.${host}`);
  });
});
