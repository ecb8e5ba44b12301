import { useRef } from 'preact/hooks';
import { LARGEST_FILE } from '../../core/settings/largest-file.ts';

interface FileButtonProps {
  id: string;
  label: string;
  /** Kinds of files that the browser's dialog offers. */
  accept: string;
  /** Is given what stands in the file. */
  onText: (text: string) => unknown;
  onRefused: (reason: 'too-large' | 'unreadable') => void;
}

/** A button that asks for a file and reads it as text. */
export function FileButton({ id, label, accept, onText, onRefused }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);

  async function read(file: File) {
    if (file.size > LARGEST_FILE) return onRefused('too-large');
    // It may be a folder, or gone by now.
    const text = await file.text().catch(() => null);
    return text === null ? onRefused('unreadable') : onText(text);
  }

  return (
    <>
      <button type="button" class="action" onClick={() => picker.current?.click()}>
        {label}
      </button>
      <input
        ref={picker}
        type="file"
        id={id}
        accept={accept}
        hidden
        aria-label={label}
        onChange={({ currentTarget: input }) => {
          const [file] = input.files ?? [];
          // The same file may be chosen again.
          if (file) void read(file).finally(() => Object.assign(input, { value: '' }));
        }}
      />
    </>
  );
}
