import type { GlossaryData } from '../../core/glossary/data.ts';
import { senseFile } from '../../core/glossary/data.ts';
import { Finds, find } from '../../core/matching/find.ts';
import { IndexFiler } from '../../core/matching/index-filer.ts';
import type { Passage, Target } from './corpus.ts';

/**
 * The example sentences of data/senses as a labelled corpus: in each, the forms of its file are labelled with the sense
 * that the file gives it. A file is a group of its own.
 */
export function ownSentences({ senses }: GlossaryData): Passage[] {
  return senses.flatMap(({ forms, examples }) => {
    const filer = new IndexFiler();
    const lemmas: string[] = [];
    for (const form of forms) lemmas[filer.file(form)] = form;
    const index = filer.index();
    const finds = new Finds();
    const group = senseFile(forms);
    return (['music', 'other'] as const).flatMap((sense) =>
      examples[sense].map((text, i): Passage => {
        const targets: Target[] = [];
        find(index, text, finds);
        for (let i = 0; i < finds.size; i += 3) {
          const start = finds.places[i + 1]!;
          const end = finds.places[i + 2]!;
          targets.push({ start, end, surface: text.slice(start, end), lemma: lemmas[finds.places[i]!]!, sense });
        }
        return { id: `${group}:${sense}:${i + 1}`, group, topic: sense, text, targets };
      }),
    );
  });
}
