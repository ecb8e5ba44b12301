import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** Forgets everything, once the reader has read what that is and says so again. */
export function Reset({ what, reset }: { what: string; reset: () => void }) {
  const [isSure, setSure] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone, and the focus with it.
  const wasSure = useRef(isSure);
  useLayoutEffect(() => {
    if (isSure !== wasSure.current) (isSure ? keep : first).current?.focus();
    wasSure.current = isSure;
  }, [isSure]);

  if (!isSure) {
    return (
      <button type="button" class="action" ref={first} onClick={() => setSure(true)}>
        {i18n.t('options.reset')}
      </button>
    );
  }
  return (
    <div class="sure">
      <p id="reset-what">{what}</p>
      <div class="tools">
        <button
          type="button"
          class="action primary"
          aria-describedby="reset-what"
          onClick={() => {
            setSure(false);
            reset();
          }}
        >
          {i18n.t('options.resetSure')}
        </button>
        <button type="button" class="action" ref={keep} aria-describedby="reset-what" onClick={() => setSure(false)}>
          {i18n.t('options.keep')}
        </button>
      </div>
    </div>
  );
}
