import type { Kind } from '../../core/glossary/kinds.ts';
import { TEXT_SIZES } from '../../core/settings/card-size.ts';
import type { Preferences } from '../../core/settings/types.ts';
import './preview.css';

/** Marks as they will look, with a word of each kind. Two short sections, so that "first in each section" can be told. */
export function Sample({ preferences }: { preferences: Preferences }) {
  const { kinds, density, markStyle, mutedTerms } = preferences;
  const onPage = new Set<string>();
  const section = () => {
    const here = new Set<string>();
    return (term: string, kind: Kind, word: string) => {
      const isFirst = !(density === 'page' ? onPage : here).has(term);
      onPage.add(term);
      here.add(term);
      const isMarked = kinds.includes(kind) && !mutedTerms.includes(term) && (density === 'every' || isFirst);
      return <span class={isMarked ? `mark mark-${markStyle}` : undefined}>{word}</span>;
    };
  };
  const first = section();
  const second = section();
  return (
    <div class="preview-text" lang="en" dir="ltr">
      <p>
        The {first('producer', 'role', 'producer')} moved the {first('microphone', 'gear', 'microphone')} and asked for
        a slower {first('tempo', 'theory', 'tempo')}. The {first('producer', 'role', 'producer')} stayed for the{' '}
        {first('mixing', 'process', 'mixing')}.
      </p>
      <p>
        When the {second('album', 'form', 'album')} was out, the {second('producer', 'role', 'producer')} still waited
        for the first {second('royalty', 'rights', 'royalty')}.
      </p>
    </div>
  );
}

/** The head of a card in the size it will have. */
export function CardSample({ cardSize }: Preferences) {
  return (
    <div class="preview-card ln-theme" style={{ '--ln-scale': TEXT_SIZES[cardSize] / 100 }} lang="en" dir="ltr">
      <strong>Producer</strong>
      <span>Leads the making of a record.</span>
    </div>
  );
}
