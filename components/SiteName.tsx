interface SiteNameProps {
  /** As people write it. */
  name: string;
  /** Whether a long one breaks at its dots, not within a word: not in sentences, for Chromium reads a space there. */
  breaks?: boolean;
}

/** The name of a site: its labels stand in their order whatever way the letters of each run. */
export function SiteName({ name, breaks = false }: SiteNameProps) {
  return (
    <bdi dir="ltr">
      {name.split('.').flatMap((label, index) => {
        const isolated = <bdi key={index}>{label}</bdi>;
        return index ? [breaks && <wbr />, '.', isolated] : [isolated];
      })}
    </bdi>
  );
}

/** A sentence that holds the name of a site: neither turns the letters of the other round. */
export function Naming({ name, sentence }: { name: string; sentence: string }) {
  return (
    <span>
      {sentence.split(name).flatMap((part, index) => (index ? [<SiteName key={index} name={name} />, part] : [part]))}
    </span>
  );
}
