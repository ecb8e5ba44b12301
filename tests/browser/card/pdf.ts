/** Just enough of PDF to tell whether two printed pages are drawn alike. */
import { inflateSync } from 'node:zlib';

/**
 * What a PDF draws, and with which fonts and images: its streams, unpacked, in order. Left out is what tells only of the
 * file itself: cross-references, packed dictionaries (they hold the date) and metadata.
 */
export function drawings(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const found: string[] = [];
  for (const { index, 0: head } of text.matchAll(/<<(?:(?!endobj)[\s\S])*?>>\s*stream\r?\n/g)) {
    if (/\/Type\s*\/(?:XRef|ObjStm|Metadata)/.test(head)) continue;
    const start = index + head.length;
    const raw = pdf.subarray(start, text.indexOf('endstream', start));
    const stream = (/FlateDecode/.test(head) ? inflateSync(raw) : raw).toString('latin1');
    found.push(/^BT$/m.test(stream) ? drawn(stream) : stream);
  }
  return found;
}

/**
 * The glyphs in their order, the colours, and the shapes of a page. How a line is cut into runs is left out: Chromium
 * cuts it around a highlight, painted or not.
 */
function drawn(page: string): string {
  const glyphs = [...page.matchAll(/^(.*)T[jJ]$/gm)].map(([, run = '']) => run.replace(/^.*Td|[<>[\]()\s]/g, ''));
  const colours = new Set([...page.matchAll(/[\d. ]+(?:rg|RG|gs)\b/g)].map(([colour]) => colour.trim()));
  // A rectangle that only clips is no shape.
  const shapes = page.replace(/^.* re\nW\*? n$/gm, '').match(/^.*\b(?:re|m|l|c|h|f\*?|S|s|B\*?|b\*?|Do|sh)$/gm) ?? [];
  return [glyphs.join(''), ...[...colours].toSorted(), ...shapes].join('\n');
}
