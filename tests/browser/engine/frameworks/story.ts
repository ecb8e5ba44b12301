/** What the pages of all frameworks show: lines with and without words of music, changed at random by a seed. */
import { random } from '../random.ts';

interface Line {
  id: number;
  text: string;
  /** Shown beside the text, as a text node of its own. */
  count: number;
  open: boolean;
}
export interface Story {
  title: string;
  lines: Line[];
}

const WORD = 'mastering engineer';
const TEXTS = [
  `The ${WORD} came late.`,
  'Nobody minded.',
  `Ask the ${WORD}, or do not.`,
  'The weather was fine.',
  `A ${WORD} and another ${WORD}.`,
];

export const FIRST: Story = {
  title: `What the ${WORD} did`,
  lines: [0, 1, 2, 3].map((id) => ({ id, text: TEXTS[id]!, count: id, open: id === 2 })),
};

/** The same story a little further on: lines come, go, move and change, in the ways a framework knows. */
export function changed(story: Story, seed: number): Story {
  const below = random(seed);
  const lines = story.lines.map((line) => ({ ...line }));
  for (let times = 1 + below(3); times > 0; times--) {
    const at = below(lines.length + 1);
    const line = lines[at];
    const what = below(6);
    if (!line || (what === 0 && lines.length < 12)) {
      lines.splice(at, 0, { id: 100 + seed * 10 + times, text: TEXTS[below(TEXTS.length)]!, count: seed, open: false });
    } else if (what === 1 && lines.length > 2) lines.splice(at, 1);
    else if (what === 2) line.text = TEXTS[below(TEXTS.length)]!;
    else if (what === 3) line.open = !line.open;
    else if (what === 4) lines.reverse();
    else line.count++;
  }
  return { title: below(4) ? story.title : TEXTS[below(TEXTS.length)]!, lines };
}

/** How a line's open part begins; it stands next to text that stays. */
export const MORE = `, says the ${WORD}`;
