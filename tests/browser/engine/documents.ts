/** Documents that are no pages, each saying what would be marked on a page. */
import { deflateSync } from 'node:zlib';
import type { Answer } from '../../../browsers/index.ts';

const SAID = 'The mastering engineer loved the music of the album.';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** A PDF with one line of text: https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf §7.5. */
function pdf(): Buffer {
  const text = `BT /F1 18 Tf 40 700 Td (${SAID}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(`${body}${table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`);
}

/** One grey pixel: https://www.w3.org/TR/png/#5Chunk-layout. */
function png(): Buffer {
  const crcs = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    let crc = 0xffffffff;
    for (const byte of named) crc = crcs[(crc ^ byte) & 255]! ^ (crc >>> 8);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length);
    ends.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
    return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const pixel = deflateSync(Buffer.from([0, 128]));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixel), chunk('IEND', Buffer.alloc(0))]);
}

export const DOCUMENTS: Record<string, Answer> = {
  text: { type: 'text/plain; charset=utf-8', body: SAID },
  json: { type: 'application/json', body: JSON.stringify({ said: SAID }) },
  xml: { type: 'application/xml', body: `${XML}<said>${SAID}</said>` },
  'xml with a style sheet': {
    type: 'text/xml',
    body: `${XML}<?xml-stylesheet type="text/css" href="data:text/css,said{color:red}"?><said>${SAID}</said>`,
  },
  rss: {
    type: 'application/rss+xml',
    body: `${XML}<rss version="2.0"><channel><title>${SAID}</title><item><description>${SAID}</description></item></channel></rss>`,
  },
  atom: {
    type: 'application/xml',
    body: `${XML}<feed xmlns="http://www.w3.org/2005/Atom"><title>${SAID}</title></feed>`,
  },
  svg: {
    type: 'image/svg+xml',
    body: `<svg xmlns="http://www.w3.org/2000/svg" lang="en"><text y="40">${SAID}</text><foreignObject width="400" height="90"><p xmlns="http://www.w3.org/1999/xhtml">${SAID}</p></foreignObject></svg>`,
  },
  mathml: {
    type: 'application/mathml+xml',
    body: `${XML}<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext>${SAID}</mtext></math>`,
  },
  image: { type: 'image/png', body: png() },
  pdf: { type: 'application/pdf', body: pdf() },
  css: { type: 'text/css', body: `/* ${SAID} */` },
  script: { type: 'text/javascript', body: `// ${SAID}` },
  'xml of xhtml inside another root': {
    type: 'application/xml',
    body: `${XML}<said><p xmlns="http://www.w3.org/1999/xhtml" lang="en">${SAID}</p></said>`,
  },
};

/** A page of frames: nothing in it is text of its own, each frame is a page. */
export const FRAMESET: Answer = {
  body: `<!doctype html><html lang="en"><title>Frames</title><frameset cols="50%,50%"><frame name="left" src="/frame"><frame name="right" src="/text"></frameset>`,
};
export const FRAME: Answer = { body: `<!doctype html><html lang="en"><title>Frame</title><body><p>${SAID}` };
