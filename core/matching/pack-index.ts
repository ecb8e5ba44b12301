/**
 * An index as the build packs it for a page: its tables as they are, in base64. To file the spellings there took 13 ms
 * before the first mark. docs/decisions/0206-filed-by-the-build.md.
 */
import { BUCKET_BITS, FormIndex, type IndexTables } from './form-index.ts';

/** Parts the spellings. */
export const SEPARATOR = '|';

export interface PackedIndex {
  /** The spellings in the order of their numbers, joined by `SEPARATOR`. */
  keys: string;
  /** How many entries there are. */
  entries: number;
  /** The tables, one behind the other, little end first as in every browser there is; in base64. */
  tables: string;
}

/** @throws on a machine that keeps the big end first: what it packs no browser could read. */
export function packIndex(index: FormIndex): PackedIndex {
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) throw new Error('This machine keeps the big end first.');
  const { keys, remainders, numbers, offsets, nexts, flags } = index;
  const bytes = [remainders, numbers, offsets, nexts, flags].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  const binary = bytes.map((some) => Array.from(some, (byte) => String.fromCharCode(byte)).join('')).join('');
  return { keys: keys.join(SEPARATOR), entries: remainders.length, tables: btoa(binary) };
}

export function unpackIndex({ keys, entries, tables }: PackedIndex): FormIndex {
  const { buffer } = bytesOf(tables);
  let at = 0;
  const next = (bytes: number) => {
    at += bytes;
    return at - bytes;
  };
  const unpacked: IndexTables = {
    remainders: new Uint16Array(buffer, next(2 * entries), entries),
    numbers: new Uint16Array(buffer, next(2 * entries), entries),
    offsets: new Uint16Array(buffer, next(2 * ((1 << BUCKET_BITS) + 1)), (1 << BUCKET_BITS) + 1),
    nexts: new Uint8Array(buffer, next(entries), entries),
    flags: new Uint8Array(buffer, next(entries), entries),
  };
  return new FormIndex(keys.split(SEPARATOR), unpacked);
}

/** `Uint8Array.fromBase64`, which Node 24 and Chromium before 140 do not have. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
  return fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
