/** Builds and changes a page at random, the same way for the same seed. Runs in the page. */
import { random } from './random.ts';

const WORDS = [
  'producer',
  'The record producer ',
  'mastering engineer',
  ' executive',
  ' executive ',
  'pro',
  'ducer',
  'engineer ',
  'film producer ',
  'album',
  ' ',
  '\n  ',
  'beatmaker and ',
  'Produced by ',
  'mixing ',
  'label',
  's',
  'Kafka ',
  'studio ',
  'She sang on the album that the band recorded with its sound engineer. ',
  '',
  'track',
  '. ',
  'songwriter, ',
];
const TAGS = [
  'p',
  'div',
  'span',
  'b',
  'i',
  'a',
  'em',
  'li',
  'ul',
  'section',
  'article',
  'h2',
  'code',
  'br',
  'button',
  'td',
  'x-host',
  'script',
  'img',
  'input',
  'pre',
  'details',
  'slot',
  'blockquote',
  'sup',
];
const HOSTS = new Set(['div', 'section', 'article', 'span', 'p', 'h2', 'blockquote', 'x-host']);

/** For slots and for what is put into them: some of each find one another. */
const NAMES = ['a', 'b', ''];

type Change = (page: RandomPage) => void;

/** Slots that are filled by name and by hand, open `details`, frames with a text. */
export type Drawn = Record<'named' | 'manual' | 'opened' | 'framed', number>;

export class RandomPage {
  readonly below: (below: number) => number;
  readonly top: HTMLElement;
  private readonly away: Node[] = [];

  constructor(seed: number, top: HTMLElement) {
    this.below = random(seed);
    this.top = top;
    for (let i = 0; i < 60; i++) insert(this);
  }

  /** Puts in until the page holds so many code units of text. */
  grow(length: number): void {
    while (this.top.textContent.length < length) insert(this);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** The top and all parents below it, open shadow roots included. */
  parents(): (Element | ShadowRoot)[] {
    const all: (Element | ShadowRoot)[] = [this.top];
    const collect = (root: Element | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        all.push(element);
        if (element.shadowRoot) {
          all.push(element.shadowRoot);
          collect(element.shadowRoot);
        }
      }
    };
    collect(this.top);
    return all;
  }

  parent(): Element | ShadowRoot {
    return this.pick(this.parents());
  }

  /** An element of a kind, in the top's tree or in a shadow tree. */
  element<Of extends Element>(kind: new () => Of): Of | undefined {
    const all = this.parents().filter((one): one is Of => one instanceof kind);
    return all[this.below(all.length || 1)];
  }

  /** A node below the top, never the top itself. */
  node(): ChildNode | null {
    for (let tries = 0; tries < 20; tries++) {
      const { childNodes } = this.parent();
      if (childNodes.length) return childNodes[this.below(childNodes.length)]!;
    }
    return null;
  }

  text(): Text | null {
    for (let tries = 0; tries < 30; tries++) {
      const node = this.node();
      if (node instanceof Text) return node;
    }
    return null;
  }

  make(depth = 0): Node {
    if (this.below(2) || depth > 3) return document.createTextNode(this.pick(WORDS));
    const element = document.createElement(this.pick(TAGS));
    if (element instanceof HTMLScriptElement) element.type = 'text/plain';
    if (element instanceof HTMLSlotElement) element.name = this.pick(NAMES);
    else if (this.below(4) === 0) element.slot = this.pick(NAMES);
    if (this.below(20) === 0) element.contentEditable = 'true';
    if (this.below(30) === 0) element.hidden = true;
    for (let count = this.below(4); count > 0; count--) element.append(this.make(depth + 1));
    return element;
  }

  slot(): HTMLSlotElement {
    const slot = document.createElement('slot');
    slot.name = this.pick(NAMES);
    slot.append(this.make());
    return slot;
  }

  /** What the page holds now of that which a browser draws other than it stands in the tree. */
  drawn(): Drawn {
    const drawn: Drawn = { named: 0, manual: 0, opened: 0, framed: 0 };
    for (const one of this.parents()) {
      if (one instanceof HTMLDetailsElement && one.open) drawn.opened++;
      if (one instanceof HTMLIFrameElement && one.contentDocument?.body?.textContent) drawn.framed++;
      if (!(one instanceof HTMLSlotElement) || one.assignedNodes().length === 0) continue;
      if (isByHand(one.getRootNode())) drawn.manual++;
      else if (one.name) drawn.named++;
    }
    return drawn;
  }

  /** Nodes taken out, to be put back later. */
  takeAway(node: ChildNode): void {
    node.remove();
    if (this.away.length < 50) this.away.push(node);
  }
  /** Forgets them, and gives what tells whether anybody else holds them. */
  letGo(): WeakRef<Node>[] {
    return this.away
      .splice(0)
      .filter((node) => !node.isConnected)
      .map((node) => new WeakRef(node));
  }
  giveBack(): Node | undefined {
    return this.away.splice(this.below(this.away.length || 1), 1)[0];
  }

  change(): void {
    // The tree is kept to a size that is read in a blink.
    const change = this.top.querySelectorAll('*').length > 900 ? remove : this.pick(CHANGES);
    change(this);
  }
}

const place = (page: RandomPage, node: Node) => {
  const parent = page.parent();
  if (node.contains(parent) || (parent instanceof ShadowRoot && node.contains(parent.host))) return;
  for (let up: Node | null = parent; up; up = up instanceof ShadowRoot ? up.host : up.parentNode)
    if (up === node) return;
  const before = page.below(parent.childNodes.length + 1);
  parent.insertBefore(node, parent.childNodes[before] ?? null);
};
const insert: Change = (page) => place(page, page.make());
const remove: Change = (page) => {
  const node = page.node();
  if (node) page.takeAway(node);
};
const move: Change = (page) => {
  const node = page.node();
  if (node) place(page, node);
};
const isByHand = (tree: Node): tree is ShadowRoot => tree instanceof ShadowRoot && tree.slotAssignment === 'manual';
/** Puts some of what a host holds into a slot of its shadow root by hand; no change to the tree tells of it. */
const assign: Change = (page) => {
  const roots = page.parents().filter(isByHand);
  const root = roots[page.below(roots.length || 1)];
  const slots = root?.querySelectorAll('slot') ?? [];
  const slot = slots[page.below(slots.length || 1)];
  const held = [...(root?.host.childNodes ?? [])].filter((node) => node instanceof Element || node instanceof Text);
  slot?.assign(...held.filter(() => page.below(2)));
};

const CHANGES: readonly Change[] = [
  insert,
  insert,
  insert,
  remove,
  remove,
  move,
  move,
  (page) => {
    const text = page.text();
    if (text?.length) text.splitText(page.below(text.length));
  },
  (page) => page.parent().normalize(),
  (page) => {
    const text = page.text();
    if (text) text.data = page.pick(WORDS);
  },
  (page) => {
    const text = page.text();
    text?.insertData(page.below(text.length + 1), page.pick(WORDS));
  },
  (page) => {
    const parent = page.parent();
    if (parent !== page.top) parent.innerHTML = `${page.pick(WORDS)}<b>${page.pick(WORDS)}</b>${page.pick(WORDS)}`;
  },
  (page) => page.parent().replaceChildren(...Array.from({ length: page.below(3) }, () => page.make())),
  (page) => {
    const fragment = document.createDocumentFragment();
    for (let count = page.below(6); count > 0; count--) fragment.append(page.make());
    place(page, fragment);
  },
  (page) => {
    // There and back through another document.
    const node = page.node();
    if (!node) return;
    const other = document.implementation.createHTMLDocument();
    other.body.append(other.adoptNode(node));
    place(page, document.adoptNode(node));
  },
  (page) => {
    const host = page.parent();
    if (!(host instanceof Element) || !HOSTS.has(host.localName) || host.shadowRoot) return;
    const root = host.attachShadow({ mode: 'open', slotAssignment: page.pick(['named', 'manual']) });
    for (let count = page.below(4); count > 0; count--) root.append(page.make());
    root.append(page.slot());
    for (const child of host.children) if (page.below(2)) child.slot = page.pick(NAMES);
  },
  (page) => {
    const element = page.parent();
    if (element instanceof HTMLElement && element !== page.top) element.slot = page.pick(NAMES);
  },
  (page) => {
    const slot = page.element(HTMLSlotElement);
    // Chromium 156 may lose the tab where slots that are filled by hand get other names (docs/browser-notes.md).
    if (slot && !isByHand(slot.getRootNode())) slot.name = page.pick(NAMES);
  },
  assign,
  assign,
  (page) => {
    const details = page.element(HTMLDetailsElement);
    if (details) details.open = !details.open;
  },
  (page) => {
    const element = page.parent();
    if (element instanceof HTMLElement && element !== page.top) element.hidden = !element.hidden;
  },
  (page) => {
    const element = page.parent();
    if (!(element instanceof HTMLElement) || element === page.top) return;
    element.contentEditable = element.contentEditable === 'true' ? 'inherit' : 'true';
  },
  (page) => {
    const element = page.parent();
    if (element instanceof Element && element !== page.top)
      element.setAttribute('lang', page.pick(['de', 'en', 'fr', '']));
  },
  (page) => {
    const element = page.parent();
    if (element instanceof Element && element !== page.top) {
      if (element.role) element.removeAttribute('role');
      else element.role = page.pick(['textbox', 'note']);
    }
  },
  (page) => {
    const frame = page.top.querySelector('iframe') ?? document.createElement('iframe');
    // What it holds is for an engine of its own to read; in the page it stands for one sign. It costs a load each time.
    if (page.below(5) === 0) frame.srcdoc = `<p>${page.pick(WORDS)}<b>${page.pick(WORDS)}</b>`;
    else frame.removeAttribute('srcdoc');
    place(page, frame);
  },
  (page) => {
    const node = page.giveBack();
    if (node) place(page, node);
  },
  (page) => {
    const element = page.parent();
    if (element instanceof Element && element !== page.top && element.parentNode)
      element.replaceWith(...element.childNodes);
  },
];
