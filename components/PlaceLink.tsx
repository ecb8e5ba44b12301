import type { ComponentChildren } from 'preact';

/**
 * A real link to one of our pages that is followed in place where it stands (in the popup, or without a load), and as
 * the reader asks with a modifier or another button.
 */
export function PlaceLink(props: {
  href: string;
  follow: () => void;
  class?: string;
  label?: string;
  /** Leads to what the page shows already. */
  current?: boolean;
  children: ComponentChildren;
}) {
  return (
    <a
      href={props.href}
      class={props.class}
      aria-label={props.label}
      aria-current={props.current ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        props.follow();
      }}
    >
      {props.children}
    </a>
  );
}
