import './logo.css';

/** A record, and under it the dotted line that marks a word. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <circle class="logo-record" cx="16" cy="13" r="12" />
      <circle class="logo-groove" cx="16" cy="13" r="8.5" />
      <circle class="logo-label" cx="16" cy="13" r="4.5" />
      <circle class="logo-hole" cx="16" cy="13" r="1.3" />
      <path class="logo-mark" d="M4 29.5h24" />
    </svg>
  );
}
