/** Pieces a list has room for: word, start and end of each. */
const ROOM = 3 * 4096;

/**
 * Keeps the numbers of many blocks in few long lists: a list of its own for each block would cost more than reading it.
 * A list is let go when none of its blocks stands any more.
 */
export class Shelf {
  /** The list that was written to last. */
  list = new Int32Array(0);
  private used = 0;

  /** Keeps the first `size` numbers; tells where they begin in `list`. */
  keep(numbers: Int32Array, size: number): number {
    if (this.used + size > this.list.length) {
      this.list = new Int32Array(Math.max(ROOM, size));
      this.used = 0;
    }
    const { list, used } = this;
    for (let i = 0; i < size; i++) list[used + i] = numbers[i]!;
    this.used += size;
    return used;
  }
}
