import type { Surface } from './types.ts';

/** Puts a file into a file field. The browser's own dialog is out of reach: what comes after it is real. */
export const giveFile = (page: Surface, field: string, text: string): Promise<void> =>
  page.evaluate(
    (selector, content) => {
      const input = document.querySelector<HTMLInputElement>(selector)!;
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'given.txt'));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    field,
    text,
  );
