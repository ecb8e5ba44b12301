import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DEFAULT_SETTINGS } from '../../core/settings/defaults.ts';
import { parseSettingsFile, type Refusal, writeSettingsFile } from '../../core/settings/settings-file.ts';
import { saveFile } from './save-file.ts';
import type { LiveSettings } from './use-settings.ts';

const REASONS = {
  'too-large': 'refusal.tooLarge',
  'too-deep': 'refusal.tooDeep',
  'not-json': 'refusal.notJson',
  'not-ours': 'refusal.notOurs',
  'newer-version': 'refusal.newerVersion',
  'too-many': 'refusal.tooMany',
  'forbidden-name': 'refusal.forbiddenName',
  duplicate: 'refusal.duplicate',
  unknown: 'refusal.unknown',
  wrong: 'refusal.wrong',
} as const satisfies Record<Refusal['reason'], string>;

/** Keeping, moving and forgetting settings. */
export function Backup({ settings, synced, edit }: LiveSettings) {
  const [said, say] = useState('');
  const [sure, setSure] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  function save() {
    saveFile('liner-notes-settings.json', 'application/json', writeSettingsFile(settings));
  }

  async function load(file: File | undefined) {
    if (!file) return;
    const read = parseSettingsFile(await file.text());
    if ('refusal' in read) {
      const reason = i18n.t(REASONS[read.refusal.reason]);
      say(read.refusal.field ? i18n.t('refusal.field', [read.refusal.field, reason]) : reason);
      return;
    }
    const isStored = await edit.replaceAll(read.settings);
    say(isStored ? i18n.t('options.imported', Object.keys(read.settings.sites).length) : '');
  }

  return (
    <section class="group">
      <h2>{i18n.t('options.backup')}</h2>
      <label class="choice">
        <input
          type="checkbox"
          checked={synced}
          onChange={async ({ currentTarget: box }) => {
            const on = box.checked;
            if (!(await edit.setSync(on))) box.checked = !on;
          }}
        />
        <span>
          {i18n.t('options.sync')}
          <span class="hint">{i18n.t('options.syncHint')}</span>
        </span>
      </label>
      <div class="tools">
        <button type="button" class="action" onClick={save}>
          {i18n.t('options.export')}
        </button>
        <button type="button" class="action" onClick={() => picker.current?.click()}>
          {i18n.t('options.import')}
        </button>
        <input
          ref={picker}
          type="file"
          id="settings-file"
          accept="application/json,.json"
          hidden
          aria-label={i18n.t('options.import')}
          onChange={(event) => {
            const input = event.currentTarget;
            void load(input.files?.[0]).finally(() => {
              input.value = '';
            });
          }}
        />
        {sure ? (
          <>
            <button
              type="button"
              class="action primary"
              onClick={() => {
                setSure(false);
                void edit
                  .replaceAll(DEFAULT_SETTINGS)
                  .then((isStored) => say(isStored ? i18n.t('options.wasReset') : ''));
              }}
            >
              {i18n.t('options.resetSure')}
            </button>
            <button type="button" class="action" onClick={() => setSure(false)}>
              {i18n.t('options.keep')}
            </button>
          </>
        ) : (
          <button type="button" class="action" onClick={() => setSure(true)}>
            {i18n.t('options.reset')}
          </button>
        )}
      </div>
      <p class="done" role="status">
        {said}
      </p>
    </section>
  );
}
