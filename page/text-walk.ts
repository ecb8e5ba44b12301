/**
 * Walks one stretch of a tree in document order and gives its runs of text. It can stop between two runs and go on
 * later, while the page changes: when the way back up is no longer whole, it tells which element has to be walked
 * again and goes on behind it.
 */
import { holdsOther, isOtherRun } from './language.ts';
import type { Run } from './run.ts';
import { ABSENT, EDITABLE, HEADING, isOpen, kindOf, mayHost, strength, tagCode } from './tags.ts';
import {
  closestOf,
  elementOver,
  firstOf,
  following,
  hasSome,
  isMatch,
  nextOf,
  parentOf,
  shadowOf,
  typeOf,
} from './tree.ts';

const TEXT = 3;
const ELEMENT = 1;
const BLANK = /^\s*$/;

/** Work between two looks at the clock, where a node counts 1 and 64 code units of text count 1: well below 1 ms. */
const STRIDE = 256;

export interface WalkListener {
  /** A run ended; true when it is time to ask whether to go on. */
  run(run: Run): boolean;
  /** Text seen, before its run ends. */
  text(node: Text): void;
  /**
   * This text begins a run: true when the walk ends here, because the run belongs to somebody else or, once the walk has
   * passed its limit, because what is known of it still stands.
   */
  ends(node: Text, passed: boolean): boolean;
  /** An element with an open shadow root. */
  host(root: ShadowRoot): void;
  /** A script, or another element that is not part of the text. */
  absent(element: Element): void;
  /** What lies in this element changed under the walk: it needs a walk of its own. */
  torn(element: Node): void;
}

export class TextWalk {
  /** Strength of the boundaries crossed since the last run; at the end, that before the text that follows. */
  boundary: 0 | 1 | 2;
  /** The node at which the walk ended; null at the end of the tree. */
  cursor: Node | null;
  private readonly root: Node;
  private readonly limit: Node | null;
  private readonly listener: WalkListener;
  /** Elements to leave alone, when known for the whole tree. */
  private known: Set<Element> | null;
  /** Each run may be in another language. */
  private mixed: boolean;
  private readonly visited: Set<Node> | null;
  private readonly entered = new Set<Node>();
  private passed = false;
  private work = 0;
  private run: Run | null = null;
  private heading = 0;
  private way: Node[] = [];
  /** The elements around the node that is looked at, outermost first, and their kinds: the way up needs no look at the page. */
  private around: Node[] = [];
  private kinds: number[] = [];

  /**
   * @param root the document or shadow root.
   * @param start first node to enter: what is before it must be parted from it.
   * @param limit the walk ends at or behind this node, where a run begins that still stands; null: at the end of the tree.
   * @param visited collects every node walked from its beginning to its end, if anybody wants to know.
   * @param whole most of the tree is walked: what to leave alone is asked for once instead of element by element.
   */
  constructor(
    root: Document | ShadowRoot,
    start: Node | null,
    limit: Node | null,
    boundary: 0 | 1 | 2,
    listener: WalkListener,
    visited: Set<Node> | null,
    whole: boolean,
  ) {
    this.visited = visited;
    this.root = root;
    this.cursor = start;
    this.limit = limit;
    this.boundary = boundary;
    this.listener = listener;
    this.known = whole ? new Set(root.querySelectorAll(EDITABLE)) : null;
    this.mixed = !whole || holdsOther(root);
    this.heading = headingsOver(start);
  }

  /** Walks until the end or until `late()` after a run; true at the end. */
  step(late: () => boolean): boolean {
    let node = this.resume();
    this.work = 0;
    this.lookAround(node);
    const { around, kinds } = this;
    while (node) {
      if (node === this.limit) this.passed = true;
      let inner: Node | null = null;
      const type = typeOf(node);
      if (type === TEXT) {
        if (this.text(node as Text)) return this.end(node);
      } else if (type === ELEMENT) {
        const code = tagCode(node as Element);
        const kind = kindOf(code);
        const level = strength(kind);
        if (level >= 0) this.part(level);
        const open = isOpen(kind) && !this.isLeftAlone(node as Element);
        if (open) {
          if (mayHost(code)) {
            const shadow = shadowOf(node as Element);
            if (shadow instanceof ShadowRoot) this.listener.host(shadow);
          }
          if (kind === HEADING) this.heading++;
          inner = firstOf(node);
          if (inner) {
            around.push(node);
            kinds.push(kind);
          } else if (kind === HEADING) this.heading--;
        } else if (kind === ABSENT) this.listener.absent(node as Element);
        else if (level < 0) this.atom();
      }
      if (inner) {
        if (this.visited) this.entered.add(node);
        node = inner;
        continue;
      }
      this.visited?.add(node);
      for (;;) {
        const next: Node | null = nextOf(node);
        if (next) {
          node = next;
          break;
        }
        const parent = around.pop();
        if (!parent) {
          this.part(0);
          return this.end(null);
        }
        node = parent;
        if (this.visited && this.entered.delete(node)) this.visited.add(node);
        const kind = kinds.pop()!;
        if (kind === HEADING && this.heading > 0) this.heading--;
        const level = strength(kind);
        if (level >= 0) this.part(level);
      }
      if (++this.work >= STRIDE && !this.run) {
        this.work = 0;
        if (late()) {
          this.pause(node);
          return false;
        }
      }
    }
    return this.end(null);
  }

  /** The page has changed: what was asked of the whole tree at once may be so no more. */
  pageChanged(): void {
    this.known = null;
    this.mixed = true;
  }

  /** The node at which the walk would go on; what was torn off in the meantime is reported. */
  rest(): Node | null {
    this.cursor = this.resume();
    return this.cursor;
  }

  /** The page may have changed since the last step: where the node stands is asked anew. */
  private lookAround(node: Node | null): void {
    this.around = [];
    this.kinds = [];
    for (let up = node && parentOf(node); up && up !== this.root; up = parentOf(up)) {
      this.around.push(up);
      this.kinds.push(kindOf(tagCode(up as Element)));
    }
    this.around.reverse();
    this.kinds.reverse();
  }

  /** True when the walk ends here. */
  private text(node: Text): boolean {
    const { data } = node;
    let { run } = this;
    if (!run?.nodes.length && !(data.charCodeAt(0) > 32) && BLANK.test(data)) {
      if (run) run.text += data;
      return false;
    }
    if (!run && this.listener.ends(node, this.passed)) return true;
    this.listener.text(node);
    run ??= this.run = this.begin();
    if (run.nodes.length === 0) {
      // Most runs hold one node. A list that is pushed to is given room for 17.
      run.starts = [run.text.length];
      run.nodes = [node];
    } else {
      run.starts.push(run.text.length);
      run.nodes.push(node);
    }
    run.text += data;
    this.work += data.length >> 6;
    return false;
  }

  private begin(): Run {
    return { text: '', nodes: [], starts: [], boundary: this.boundary, heading: this.heading > 0 };
  }

  private atom(): void {
    this.run ??= this.begin();
    this.run.text += '\uFFFC';
  }

  /** A boundary: ends the run. */
  private part(level: number): void {
    const { run } = this;
    if (run) {
      this.run = null;
      if (run.nodes.length && !(this.mixed && isOtherRun(run.nodes))) {
        this.boundary = 0;
        if (this.listener.run(run)) this.work = STRIDE;
      }
    }
    if (level > this.boundary) this.boundary = level as 0 | 1 | 2;
  }

  private isLeftAlone(element: Element): boolean {
    if (this.known) return this.known.has(element);
    return hasSome(element) && isMatch(element, EDITABLE);
  }

  private end(at: Node | null): true {
    this.cursor = at;
    return true;
  }

  private pause(node: Node): void {
    this.cursor = node;
    this.way = [];
    for (let up: Node | null = node; up; up = parentOf(up)) this.way.push(up);
  }

  /** Where to go on; what was torn off in the meantime, or is to be left alone now, is reported and skipped. */
  private resume(): Node | null {
    const { way } = this;
    let torn = 0;
    for (let i = 1; i < way.length; i++) {
      if (parentOf(way[i - 1]!) !== way[i] || (typeOf(way[i]!) === ELEMENT && this.isLeftAlone(way[i] as Element)))
        torn = i;
    }
    this.way = [];
    if (torn === 0) return this.cursor;
    const whole = way[torn]!;
    this.listener.torn(whole);
    const next = following(whole, this.root);
    this.heading = headingsOver(next);
    return next;
  }
}

/** How many headings a node stands in: one may lie in another. */
function headingsOver(node: Node | null): number {
  let count = 0;
  for (let over = node && elementOver(node); over; over = elementOver(over)) {
    const heading = closestOf(over, 'h1,h2,h3,h4,h5,h6');
    if (!heading) break;
    count++;
    over = heading;
  }
  return count;
}
