/** Something said in public, with the first day on which it counts as known, `YYYY-MM-DD`. */
export interface Said {
  readonly known: string;
  /** The record does not support it best: it stands beside the value and never as the value. */
  readonly disputed?: true | undefined;
}

/** What was known of one thing on a day. */
export interface Knowledge<S> {
  /** The newest statement that is not disputed; null where nothing had been said yet. */
  readonly shown: S | null;
  /** Said before `shown`, newest first. */
  readonly earlier: readonly S[];
  /** Said by that day and disputed, newest first. */
  readonly disputed: readonly S[];
  /** Said afterwards and not disputed, oldest first. */
  readonly later: readonly S[];
  /** Day of the first statement that is not disputed, `YYYY-MM-DD`; empty where there is none. */
  readonly knownFrom: string;
}

/** Whether something of a day counts as known on another. @param asof `YYYY-MM-DD`, or `latest` for all that is on record */
export function isKnown(day: string, asof: string): boolean {
  return asof === 'latest' || day <= asof;
}

/**
 * The one cut of the record for a day of knowledge: the terminal, the pages and every figure, in Node and in the
 * browser, take their values through it.
 * @param asof `YYYY-MM-DD`, or `latest` for all that is on record
 */
export function knowledgeOn<S extends Said>(statements: readonly S[], asof: string): Knowledge<S> {
  const newest = [...statements].sort((a, b) => (a.known === b.known ? 0 : a.known < b.known ? 1 : -1));
  const firm = newest.filter((one) => !one.disputed);
  const [shown = null, ...earlier] = firm.filter(({ known }) => isKnown(known, asof));
  return {
    shown,
    earlier,
    disputed: newest.filter((one) => one.disputed && isKnown(one.known, asof)),
    later: firm.filter(({ known }) => !isKnown(known, asof)).reverse(),
    knownFrom: firm.at(-1)?.known ?? '',
  };
}
