/** A run of text joined over inline elements: what becomes one block. */

export interface Run {
  text: string;
  nodes: Text[];
  /** Where each node begins in `text`, in UTF-16 code units. */
  starts: number[];
  boundary: 0 | 1 | 2;
  heading: boolean;
}

/** Longest piece read at once, in UTF-16 code units: half a millisecond's work, far longer than any paragraph. */
const PIECE = 16_384;

/**
 * Cuts a run into pieces that can be read in one go. Where it is cut depends on the run's text alone, so that a fresh
 * scan and an update agree; a word of the glossary that lies across a cut is lost, which is once in 16,384 letters.
 */
export function pieces(run: Run): Run[] {
  if (run.text.length <= PIECE) return [run];
  const cut: Run[] = [];
  let first = 0;
  for (let from = 0; from < run.text.length; ) {
    const to = cutAt(run.text, from);
    const nodes: Text[] = [];
    const starts: number[] = [];
    while (first + 1 < run.nodes.length && run.starts[first + 1]! <= from) first++;
    for (let index = first; index < run.nodes.length && run.starts[index]! < to; index++) {
      nodes.push(run.nodes[index]!);
      starts.push(run.starts[index]! - from);
    }
    const boundary = from === 0 ? run.boundary : 0;
    cut.push({ text: run.text.slice(from, to), nodes, starts, boundary, heading: run.heading });
    from = to;
  }
  return cut;
}

function cutAt(text: string, from: number): number {
  const to = from + PIECE;
  if (to >= text.length) return text.length;
  const sentence = text.lastIndexOf('. ', to);
  if (sentence > from + PIECE / 2) return sentence + 2;
  const space = text.lastIndexOf(' ', to);
  return space > from + PIECE / 2 ? space + 1 : to;
}
