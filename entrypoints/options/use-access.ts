import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { HOSTS } from '../../core/hosts.ts';

export type Reach = 'sites' | 'private' | 'files';
/** What the browser lets us read; without an entry until it has said so. */
export type Access = Partial<Record<Reach, boolean>>;

/** Asked anew whenever the page is looked at: the reader changes two of these in the browser, which tells nobody. */
export function useAccess(): Access {
  const [access, setAccess] = useState<Access>({});
  useEffect(() => {
    const told = (reach: Reach) => (is: boolean) => setAccess((now) => ({ ...now, [reach]: is }));
    const ask = () => {
      const { permissions, extension } = browser;
      permissions.contains({ origins: HOSTS }).then(told('sites'), () => {});
      extension.isAllowedIncognitoAccess().then(told('private'), () => {});
      extension.isAllowedFileSchemeAccess().then(told('files'), () => {});
    };
    ask();
    browser.permissions.onAdded.addListener(ask);
    browser.permissions.onRemoved.addListener(ask);
    addEventListener('focus', ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      browser.permissions.onAdded.removeListener(ask);
      browser.permissions.onRemoved.removeListener(ask);
      removeEventListener('focus', ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, []);
  return access;
}
