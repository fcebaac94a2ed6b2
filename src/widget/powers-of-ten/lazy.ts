/** Something a stop would say was not known yet on the day asked for. */
export class NotYetKnown extends Error {
  /** First day on which it is, `YYYY-MM-DD`. */
  readonly knownFrom: string;

  constructor(key: string, knownFrom: string) {
    super(`${key} is known from ${knownFrom}`);
    this.knownFrom = knownFrom;
  }
}

/** An object whose values are worked out when they are read, so that a sentence asks only for what it says. */
export function lazy<T extends object>(values: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {} as T;
  for (const [name, get] of Object.entries(values) as [keyof T, () => T[keyof T]][])
    Object.defineProperty(made, name, { get, enumerable: true });
  return made;
}
