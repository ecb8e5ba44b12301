import { useId } from 'preact/hooks';

export interface Choice<Value> {
  value: Value;
  label: string;
  hint?: string;
}

/** One of several, as radio buttons with a word of explanation each. */
export function Choices<Value extends string>(props: {
  legend: string;
  choices: Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      {props.choices.map(({ value, label, hint }) => (
        <label key={value} class="choice">
          <input type="radio" name={name} checked={props.value === value} onChange={() => props.onChange(value)} />
          <span>
            {label}
            {hint && <span class="hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Any of several, as check boxes. */
export function Checks<Value extends string>(props: {
  legend: string;
  choices: Choice<Value>[];
  values: Value[];
  /** Of one of them: the others may have changed since they were drawn. */
  onChange: (value: Value, on: boolean) => void;
}) {
  const { choices, values } = props;
  return (
    <fieldset class="choices checks">
      <legend>{props.legend}</legend>
      {choices.map(({ value, label, hint }) => (
        <label key={value} class="choice">
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={(event) => props.onChange(value, event.currentTarget.checked)}
          />
          <span>
            {label}
            {hint && <span class="hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
