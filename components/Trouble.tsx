import { i18n } from '#i18n';

/** A calm word when the defaults stand in for what was set: the storage failed, or a later version wrote it. */
export function Trouble({ trouble }: { trouble: 'unread' | 'newer' | null }) {
  if (!trouble) return null;
  return (
    <p class="note" role="status">
      {i18n.t(trouble === 'unread' ? 'site.unread' : 'site.newer')}
    </p>
  );
}
