import { i18n } from '#i18n';
import { Choices } from '../../components/Choices.tsx';
import { TEXT_SIZES } from '../../core/settings/card-size.ts';
import type { Density, MarkStyle, Preferences } from '../../core/settings/types.ts';
import type { LiveSettings } from './use-settings.ts';
import './preview.css';

const STYLES: MarkStyle[] = ['dotted', 'solid', 'tint', 'hover', 'none'];
const DENSITIES: Density[] = ['section', 'page', 'every'];
const SIZES = Object.keys(TEXT_SIZES) as Preferences['cardSize'][];

/** How marks and cards look and behave, with a sentence that shows it. */
export function Appearance({ settings, edit }: LiveSettings) {
  const { markStyle, density, cardSize, cardDelay, badge } = settings.preferences;
  return (
    <section class="group">
      <h2>{i18n.t('options.marks')}</h2>
      <Preview markStyle={markStyle} density={density} textSize={TEXT_SIZES[cardSize]} />
      <div class="columns">
        <Choices
          legend={i18n.t('options.markStyle')}
          choices={STYLES.map((value) => ({ value, label: i18n.t(`markStyle.${value}`) }))}
          value={markStyle}
          onChange={(value) => void edit.setPreference('markStyle', () => value)}
        />
        <Choices
          legend={i18n.t('options.density')}
          choices={DENSITIES.map((value) => ({ value, label: i18n.t(`density.${value}`) }))}
          value={density}
          onChange={(value) => void edit.setPreference('density', () => value)}
        />
        <Choices
          legend={i18n.t('options.cardSize')}
          choices={SIZES.map((value) => ({ value, label: i18n.t(`cardSize.${value}`) }))}
          value={cardSize}
          onChange={(value) => void edit.setPreference('cardSize', () => value)}
        />
        <Choices
          legend={i18n.t('options.cardDelay')}
          choices={[
            { value: 'normal', label: i18n.t('cardDelay.normal') },
            { value: 'slow', label: i18n.t('cardDelay.slow') },
          ]}
          value={cardDelay}
          onChange={(value) => void edit.setPreference('cardDelay', () => value)}
        />
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={badge}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            void edit.setPreference('badge', () => on);
          }}
        />
        <span>{i18n.t('options.badge')}</span>
      </label>
    </section>
  );
}

/** Two short sections, so that "first in each section" can be told from the rest. */
function Preview({ markStyle, density, textSize }: { markStyle: MarkStyle; density: Density; textSize: number }) {
  let marked = 0;
  const mark = (word: string, firstInSection: boolean) => {
    marked += 1;
    const shown = density === 'every' || (density === 'section' && firstInSection) || marked === 1;
    return <span class={shown ? `mark mark-${markStyle}` : undefined}>{word}</span>;
  };
  return (
    <figure class="preview">
      <figcaption class="hint">{i18n.t('options.preview')}</figcaption>
      <div class="preview-text" lang="en" dir="ltr">
        <p>
          The {mark('producer', true)} chose the songs. In the evening the {mark('producer', false)} went home.
        </p>
        <p>A year later the {mark('producer', true)} called again.</p>
      </div>
      <div class="preview-card ln-theme" style={{ '--ln-scale': textSize / 100 }} lang="en" dir="ltr">
        <strong>Producer</strong>
        <span>Leads the making of a record.</span>
      </div>
    </figure>
  );
}
