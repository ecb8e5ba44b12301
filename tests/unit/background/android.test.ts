import { describe, expect, it, vi } from 'vitest';

/** As Firefox for Android has it: no `contextMenus`, no `commands`, no `omnibox`. */
vi.mock('webextension-polyfill', () => ({ default: { runtime: {}, tabs: {}, storage: {} } }));
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

describe('the background on Firefox for Android', () => {
  it('does without menus, shortcuts and address-bar keywords', async () => {
    const { offerSelectionMenu } = await import('../../../entrypoints/background/selection-menu.ts');
    const { openFromAddressBar } = await import('../../../entrypoints/background/address-bar.ts');
    const { obeyCommands } = await import('../../../entrypoints/background/keyboard-commands.ts');
    expect(() => {
      offerSelectionMenu();
      openFromAddressBar();
      obeyCommands({} as never);
    }).not.toThrow();
  });
});
