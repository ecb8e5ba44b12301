/** Just enough of PDF to count printed pages and to tell whether two are drawn alike. */
import { inflateSync } from 'node:zlib';

interface Stream {
  /** Its dictionary. */
  head: string;
  text: string;
}

/** The streams of a PDF, unpacked, in order. */
function streams(pdf: Buffer): Stream[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/<<(?:(?!endobj)[\s\S])*?>>\s*stream\r?\n/g)].map(({ index, 0: head }) => {
    const start = index + head.length;
    const raw = pdf.subarray(start, text.indexOf('endstream', start));
    return { head, text: (/FlateDecode/.test(head) ? inflateSync(raw) : raw).toString('latin1') };
  });
}

/** How many sheets a PDF has; Firefox packs what tells of them. */
export function sheets(pdf: Buffer): number {
  const packed = streams(pdf).filter(({ head }) => /\/Type\s*\/ObjStm/.test(head));
  return [pdf.toString('latin1'), ...packed.map(({ text }) => text)].flatMap(
    (text) => text.match(/\/Type\s*\/Page\b/g) ?? [],
  ).length;
}

/**
 * What a PDF draws, and with which fonts and images: its streams, unpacked, in order. Left out is what tells only of the
 * file itself: cross-references, packed dictionaries (they hold the date) and metadata.
 */
export function drawings(pdf: Buffer): string[] {
  return streams(pdf)
    .filter(({ head }) => !/\/Type\s*\/(?:XRef|ObjStm|Metadata)/.test(head))
    .map(({ text }) => (/^BT$/m.test(text) ? drawn(text) : text));
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
