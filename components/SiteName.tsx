interface SiteNameProps {
  /** As people write it. */
  name: string;
}

/**
 * The name of a site: its labels stand in their order whatever way the letters of each run, and a long one breaks at its
 * dots, not within a word.
 */
export function SiteName({ name }: SiteNameProps) {
  return (
    <bdi dir="ltr">
      {name.split('.').flatMap((label, index) => {
        const isolated = <bdi key={index}>{label}</bdi>;
        return index ? [<wbr key={`.${index}`} />, '.', isolated] : [isolated];
      })}
    </bdi>
  );
}

/** A sentence that holds the name of a site: neither turns the letters of the other round. */
export function Naming({ name, sentence }: SiteNameProps & { sentence: string }) {
  return (
    <span>
      {sentence.split(name).flatMap((part, index) => (index ? [<SiteName key={index} name={name} />, part] : [part]))}
    </span>
  );
}
