import { i18n } from '#i18n';
import { Choices } from '../../components/Choices.tsx';
import { TEXT_SIZES } from '../../core/settings/card-size.ts';
import type { Density, MarkStyle, Preferences } from '../../core/settings/types.ts';
import { CardSample, Sample } from './Preview.tsx';
import type { LiveSettings } from './use-settings.ts';

const STYLES: MarkStyle[] = ['dotted', 'solid', 'tint', 'hover', 'none'];
const DENSITIES: Density[] = ['section', 'page', 'every'];
const SIZES = Object.keys(TEXT_SIZES) as Preferences['cardSize'][];

/** How marks and cards look and behave, with a sentence that shows it. */
export function Appearance({ settings: { preferences }, edit }: LiveSettings) {
  const { markStyle, density, cardSize, cardDelay, badge } = preferences;
  return (
    <section class="group">
      <h2>{i18n.t('options.marks')}</h2>
      <figure class="preview">
        <figcaption class="hint">{i18n.t('options.preview')}</figcaption>
        <Sample preferences={preferences} />
        <CardSample {...preferences} />
      </figure>
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
