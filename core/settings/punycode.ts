/** Of RFC 3492, section 5. */
const BASE = 36;
const DAMP = 700;

/** The letters of a label, told without its `xn--` (RFC 3492, section 6.2); none, or some others, when it is not sound. */
export function fromPunycode(text: string): string {
  const delimiter = text.lastIndexOf('-');
  const points = [...text.slice(0, Math.max(0, delimiter))].map((letter) => letter.charCodeAt(0));
  let point = 128;
  let bias = 72;
  let place = 0;
  for (let at = delimiter + 1; at < text.length; ) {
    const before = place;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = Number.parseInt(text[at] ?? '', BASE);
      if (Number.isNaN(digit)) return '';
      // Punycode counts a to z, then 0 to 9.
      const value = (digit + 26) % BASE;
      at += 1;
      place += value * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (value < threshold) break;
      weight *= BASE - threshold;
    }
    const count = points.length + 1;
    bias = adapted(place - before, count, before === 0);
    point += Math.floor(place / count);
    place %= count;
    if (point > 0x10ffff) return '';
    points.splice(place, 0, point);
    place += 1;
  }
  return String.fromCodePoint(...points);
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > 455; k += BASE) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
