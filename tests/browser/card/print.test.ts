import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Driver, launch } from '../../../browsers/index.ts';
import { drawings } from './pdf.ts';
import { CREDITS, hover, page, type Stage, setStage } from './stage.ts';

describe.each(BROWSERS)('a printed page in %s', (name) => {
  let stage: Stage;
  let without: Driver;

  beforeAll(async () => {
    const other = `<h1>Who was there</h1><p>${CREDITS.replace('record producer', '<u>record producer</u>')}</p>`;
    stage = await setStage(name, { '/': page(), '/underlined': page('', other) });
    without = await launch(name, { extension: null });
  });
  afterAll(async () => {
    await stage?.close();
    await without?.close();
  });

  const printed = async (path: string) => {
    const tab = await without.open(`${stage.server.origin}${path}`);
    const pdf = drawings(await tab.print());
    await tab.close();
    return pdf;
  };

  it('has the text and the drawing of a page that we never saw, with marks and an open card', async () => {
    const tab = await stage.open('/');
    const marked = drawings(await tab.print());
    await hover(tab, 'record producer');
    const open = drawings(await tab.print());
    await tab.close();
    const clean = await printed('/');
    expect(clean.length).toBeGreaterThan(1);
    expect(marked).toEqual(clean);
    expect(open).toEqual(clean);
  });

  it('would show a single underlined word', async () => {
    expect(await printed('/underlined')).not.toEqual(await printed('/'));
  });
});
