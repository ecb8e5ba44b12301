import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DEFAULT_SETTINGS } from '../../core/settings/defaults.ts';
import { parseSettingsFile, type Refusal, writeSettingsFile } from '../../core/settings/settings-file.ts';
import type { Settings } from '../../core/settings/types.ts';
import { FileButton } from './FileButton.tsx';
import { Reset } from './Reset.tsx';
import { saveFile } from './save-file.ts';
import type { LiveSettings } from './use-settings.ts';

const REASONS = {
  'too-large': 'refusal.tooLarge',
  'too-deep': 'refusal.tooDeep',
  unreadable: 'refusal.unreadable',
  'not-json': 'refusal.notJson',
  'not-ours': 'refusal.notOurs',
  'newer-version': 'refusal.newerVersion',
  'too-many': 'refusal.tooMany',
  'forbidden-name': 'refusal.forbiddenName',
  duplicate: 'refusal.duplicate',
  unknown: 'refusal.unknown',
  wrong: 'refusal.wrong',
} as const satisfies Record<Refusal['reason'] | 'unreadable', string>;

/** What was put in place of everything, and what there was before. */
interface Replaced {
  by: string;
  before: Settings;
}

/** Pauses are not part of a file, and there is none in what was just put in place of everything. */
const isPaused = ({ pausedTabs, sites }: Settings): boolean =>
  pausedTabs.length > 0 ||
  Object.values(sites).some(({ pausedUntil, pausedUntilRestart }) => pausedUntil || pausedUntilRestart);

/** Keeping, moving and forgetting settings. */
export function Backup({ settings, trouble, synced, unshared, edit }: LiveSettings) {
  const [said, say] = useState('');
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const now = useMemo(() => (replaced ? writeSettingsFile(settings) : ''), [settings, replaced]);
  // Once something else is changed, the way back would take that along.
  const canUndo = replaced !== null && replaced.by === now && !isPaused(settings);
  const status = useRef<HTMLParagraphElement>(null);

  async function replace(next: Settings, done: string) {
    const before = await edit.replaceAll(next);
    say(before ? done : '');
    // Of what a later version stored only the defaults could be put back.
    setReplaced(before && trouble !== 'newer' ? { by: writeSettingsFile(next), before } : null);
  }

  async function load(text: string) {
    const read = parseSettingsFile(text);
    if (!('refusal' in read)) {
      await replace(read.settings, i18n.t('options.imported', Object.keys(read.settings.sites).length));
      return;
    }
    const { field, reason } = read.refusal;
    const why = i18n.t(REASONS[reason]);
    say(field ? i18n.t('refusal.field', [field, why]) : why);
  }

  async function undo({ before }: Replaced) {
    if (!(await edit.replaceAll(before))) return;
    say(i18n.t('options.undone'));
    setReplaced(null);
    // The button that was pressed is about to go.
    status.current?.focus();
  }

  return (
    <section class="group" id="backup">
      <h2>{i18n.t('options.backup')}</h2>
      <label class="choice">
        <input type="checkbox" checked={synced} onChange={(event) => void edit.setSync(event.currentTarget.checked)} />
        <span>
          {i18n.t('options.sync')}
          <span class="hint">{i18n.t('options.syncHint')}</span>
        </span>
      </label>
      <div class="tools">
        <button
          type="button"
          class="action"
          disabled={trouble !== null}
          onClick={() => saveFile('liner-notes-settings.json', 'application/json', writeSettingsFile(settings))}
        >
          {i18n.t('options.export')}
        </button>
        <FileButton
          id="settings-file"
          label={i18n.t('options.import')}
          accept="application/json,.json"
          onText={load}
          onRefused={(reason) => say(i18n.t(REASONS[reason]))}
        />
        <Reset
          what={i18n.t(synced ? 'options.resetAllDevices' : 'options.resetHere')}
          reset={() => void replace(DEFAULT_SETTINGS, i18n.t(synced ? 'options.wasReset' : 'options.wasResetHere'))}
        />
      </div>
      <p class="hint">{i18n.t(synced ? 'options.importAllDevices' : 'options.importHere')}</p>
      <div class="tools">
        <p class="done" role="status" tabIndex={-1} ref={status}>
          {said}
        </p>
        {canUndo && (
          <button type="button" class="action" onClick={() => void undo(replaced)}>
            {i18n.t('options.undo')}
          </button>
        )}
      </div>
      {/* At the end, where it moves nothing, and only once it lasts: every large change is here first. */}
      <p class="note told-late" role="status">
        {unshared && <span>{i18n.t('options.unshared')}</span>}
      </p>
    </section>
  );
}
