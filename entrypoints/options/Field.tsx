import { useId } from 'preact/hooks';

interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  value: string;
  /** What is wrong with it, or nothing. */
  wrong: string;
  /** More than one makes it a text area. */
  lines?: number;
  onInput: (value: string) => void;
}

/** A labelled field that says what is wrong with it. */
export function Field({ name, label, hint, value, wrong, lines = 1, onInput }: FieldProps) {
  const id = useId();
  const common = {
    id,
    name,
    value,
    autocomplete: 'off',
    // What a reader writes need not run as the page does.
    dir: 'auto',
    'aria-invalid': wrong !== '',
    'aria-describedby': `${id}-hint ${id}-wrong`,
  } as const;
  return (
    <div class="labelled">
      <label for={id}>{label}</label>
      {lines > 1 ? (
        <textarea {...common} class="field area" rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...common} class="field" type="text" onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      <span id={`${id}-hint`} class="hint">
        {hint}
      </span>
      <p id={`${id}-wrong`} class="error" role="alert">
        {wrong}
      </p>
    </div>
  );
}
