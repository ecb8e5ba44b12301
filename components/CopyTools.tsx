import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Compared } from '../core/glossary/compare.ts';
import type { Glossary } from '../core/glossary/types.ts';
import { type ComparisonFormat, writeComparison } from '../core/glossary/write-comparison.ts';
import { copyWords } from './comparison-words.ts';
import './copy-tools.css';
import { Icon } from './Icon.tsx';

const FORMATS: ComparisonFormat[] = ['markdown', 'html', 'csv'];

/** Takes the table elsewhere: copied in three formats, or printed, for which `children` has the means. */
export function CopyTools(props: { glossary: Glossary; compared: Compared; children: ComponentChildren }) {
  const { glossary, compared, children } = props;
  // Said of this table only, and anew each time: the same words again would not be read out.
  const table = compared.columns.map(({ id }) => id).join();
  const [said, setSaid] = useState({ of: table, text: '' });
  const say = (text: string) => setSaid({ of: table, text });

  async function copy(format: ComparisonFormat) {
    say('');
    const text = writeComparison(glossary, compared, format, copyWords());
    try {
      // An HTML table is pasted as a table where that is possible, and as its source elsewhere.
      const types = format === 'html' ? ['text/plain', 'text/html'] : ['text/plain'];
      const parts = types.map((type) => [type, new Blob([text], { type })] as const);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
      say(i18n.t('comparePage.copied', [i18n.t(`format.${format}`)]));
    } catch {
      say(i18n.t('comparePage.notCopied'));
    }
  }

  return (
    <div class="copy-tools">
      {/* Each button's own name says it in full. */}
      <span class="copy-word" aria-hidden="true">
        <Icon name="copy" />
        {i18n.t('comparePage.copy')}
      </span>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          class="action"
          aria-label={i18n.t('comparePage.copyAs', [i18n.t(`format.${format}`)])}
          onClick={() => copy(format)}
        >
          {i18n.t(`format.${format}`)}
        </button>
      ))}
      {children}
      <span class="done" role="status">
        {said.of === table && said.text}
      </span>
    </div>
  );
}
