interface CardHeadProps {
  name: string;
  kind: string;
  disputed: boolean;
  /** The term this one was reached from. */
  back: { name: string; go(): void } | null;
  position?: { index: number; total: number };
  close?: () => void;
}

/** Kind, name, the way back, and for keyboard and touch a way out. */
export function CardHead({ name, kind, disputed, back, position, close }: CardHeadProps) {
  return (
    <div class="head">
      {back && (
        <button type="button" class="back" onClick={back.go}>
          <span aria-hidden="true">←</span> Back to {back.name}
        </button>
      )}
      <div class="title">
        <p class="name" id="name">
          {name}
        </p>
        <p class="kind">
          {kind}
          {disputed && <span class="aside">Sources disagree</span>}
          {position && (
            <span class="aside">
              {position.index + 1} of {position.total} on this page
            </span>
          )}
        </p>
      </div>
      {close && (
        <button type="button" class="close" aria-label="Close" onClick={close}>
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}
