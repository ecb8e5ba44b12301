import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../../components/Icon.tsx';
import { siteFromText } from '../../core/settings/site.ts';

interface AddSiteProps {
  typed: string;
  onType: (typed: string) => void;
  /** What the button does with the sites. */
  label: string;
  /** Answers whether they could be stored. */
  add(sites: string[]): Promise<boolean>;
}

/** A field for sites, one or several: it finds those there are as one types, and adds others. */
export function AddSite({ typed, onType, label, add }: AddSiteProps) {
  /** What is no site; empty when nothing was typed at all. */
  const [wrong, setWrong] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  async function submit(event: Event) {
    event.preventDefault();
    const names = typed.split(/[\s,]+/).filter(Boolean);
    const fault = names.length ? names.find((name) => siteFromText(name) === null) : '';
    setWrong(fault ?? null);
    field.current?.focus();
    if (fault !== undefined) return;
    const isStored = await add(names.flatMap((name) => siteFromText(name) ?? []));
    // What was typed since stays.
    if (isStored && field.current?.value === typed) onType('');
  }

  return (
    <>
      <form class="add-site" onSubmit={submit}>
        <label>
          {i18n.t('options.site')}
          <input
            type="text"
            class="field"
            autocomplete="off"
            spellcheck={false}
            placeholder={i18n.t('options.sitePlaceholder')}
            value={typed}
            ref={field}
            aria-invalid={wrong !== null}
            aria-describedby="site-error"
            onInput={(event) => {
              onType(event.currentTarget.value);
              setWrong(null);
            }}
          />
        </label>
        <button type="submit" class="action">
          <Icon name="add" />
          {label}
        </button>
      </form>
      <p id="site-error" class="error" role="alert">
        {wrong && i18n.t('options.noSite', [wrong.slice(0, 60)])}
        {wrong === '' && i18n.t('options.emptySite')}
      </p>
    </>
  );
}
