import type { GlossaryData } from '../../core/glossary/data.ts';
import { senseFile } from '../../core/glossary/data.ts';
import { find } from '../../core/matching/find.ts';
import { createFormIndex } from '../../core/matching/form-index.ts';
import { normalise } from '../../core/matching/normalise.ts';
import type { Passage, Target } from './corpus.ts';

/**
 * The example sentences of data/senses as a labelled corpus: in each, the forms of its file are labelled with the sense
 * that the file gives it. A file is a group of its own.
 */
export function ownSentences({ senses }: GlossaryData): Passage[] {
  return senses.flatMap(({ forms, examples }) => {
    const index = createFormIndex(new Map(forms.map((form) => [normalise(form), form])));
    const group = senseFile(forms);
    return (['music', 'other'] as const).flatMap((sense) =>
      examples[sense].map((text, i): Passage => {
        const targets: Target[] = [];
        find(index, text, (lemma, start, end) =>
          targets.push({ start, end, surface: text.slice(start, end), lemma, sense }),
        );
        return { id: `${group}:${sense}:${i + 1}`, group, topic: sense, text, targets };
      }),
    );
  });
}
