/** One thing that speaks for a mark, or against it: `locales/en.yml` has the words for each under `why`. */
export type Reason =
  | {
      why:
        | 'ownTerm'
        | 'wording'
        | 'beside'
        | 'listed'
        | 'object'
        | 'credit'
        | 'roles'
        | 'credits'
        | 'page'
        | 'otherObject'
        | 'noCues'
        | 'otherCredits'
        | 'name'
        | 'otherPage';
    }
  | { why: 'hardlyElse' | 'nearlyAlways'; surface: string }
  | { why: 'words'; words: string[] }
  | { why: 'otherWords'; subject: string; words: string[] };
