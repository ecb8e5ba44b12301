/**
 * An index as the build packs it for a page: its tables as they are, in base64. Filing the spellings there takes ten
 * milliseconds, before any compiler has seen the code; hashes do not compress, but only pages with something to mark
 * fetch them. docs/decisions/0206-filed-by-the-build.md.
 */
import { BUCKET_BITS, FormIndex, type IndexTables } from './form-index.ts';

export interface PackedIndex {
  /** The spellings in the order of their numbers, joined by `|`. */
  keys: string;
  /** How many entries there are. */
  entries: number;
  /** The tables, one behind the other, little end first as in every browser there is; in base64. */
  tables: string;
}

export function packIndex(index: FormIndex): PackedIndex {
  const { keys, rests, numbers, starts, nexts, flags } = index;
  const bytes = [rests, numbers, starts, nexts, flags].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  const binary = bytes.map((some) => Array.from(some, (byte) => String.fromCharCode(byte)).join('')).join('');
  return { keys: keys.join('|'), entries: rests.length, tables: btoa(binary) };
}

export function unpackIndex({ keys, entries, tables }: PackedIndex): FormIndex {
  const { buffer } = bytesOf(tables);
  let at = 0;
  const next = (bytes: number) => {
    at += bytes;
    return at - bytes;
  };
  const unpacked: IndexTables = {
    rests: new Uint16Array(buffer, next(2 * entries), entries),
    numbers: new Uint16Array(buffer, next(2 * entries), entries),
    starts: new Uint16Array(buffer, next(2 * ((1 << BUCKET_BITS) + 1)), (1 << BUCKET_BITS) + 1),
    nexts: new Uint8Array(buffer, next(entries), entries),
    flags: new Uint8Array(buffer, next(entries), entries),
  };
  return new FormIndex(keys.split('|'), unpacked);
}

/** `Uint8Array.fromBase64`, which Node 24 and Chromium before 140 do not have. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
  return fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
