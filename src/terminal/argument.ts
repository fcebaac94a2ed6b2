/** What one argument of a command expects: a value, one each time it is given, or nothing (a switch that is on when it is there). */
export type ArgumentKind = 'value' | 'values' | 'flag';

/** The arguments of a command line by name, without their dashes. */
export interface Arguments {
  /** Value of an argument, or nothing where it was not given. */
  readonly value: (name: string) => string | undefined;
  /** Every value of an argument that may be repeated. */
  readonly values: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
}

/**
 * Reads `--name value`, `--name=value` and `--flag`.
 * @param known what the command understands.
 * @throws RangeError for an argument it does not understand, one given twice, or one without its value.
 */
export function parseArguments(
  args: readonly string[],
  known: Readonly<Record<string, ArgumentKind>>,
): Arguments {
  const values = new Map<string, string[]>();
  const allowed = Object.keys(known)
    .map((name) => `--${name}`)
    .join(' ');
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const [dashed, ...rest] = arg.split('=');
    const name = dashed!.replace(/^--/, '');
    const kind = dashed!.startsWith('--') && Object.hasOwn(known, name) ? known[name] : undefined;
    if (!kind) throw new RangeError(`"${arg}" is no argument of this command: allowed are ${allowed}`);
    if (values.has(name) && kind !== 'values')
      throw new RangeError(`--${name} is given twice: allowed is once`);
    if (kind === 'flag') {
      if (rest.length) throw new RangeError(`--${name} is "${rest.join('=')}": allowed is no value`);
      values.set(name, []);
      continue;
    }
    const value = rest.length ? rest.join('=') : args[++i];
    if (value === undefined || value === '' || value.startsWith('--'))
      throw new RangeError(`--${name} has no value: allowed is --${name} followed by one`);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return {
    value: (name) => values.get(name)?.[0],
    values: (name) => values.get(name) ?? [],
    flag: (name) => values.has(name),
  };
}

/**
 * The value of an argument that a command cannot do without.
 * @throws RangeError naming it and an example.
 */
export function requireArgument(args: Arguments, name: string, example: string): string {
  const value = args.value(name);
  if (value === undefined)
    throw new RangeError(`--${name} is missing: allowed is for example --${name} ${example}`);
  return value;
}

/**
 * One of a set of words.
 * @throws RangeError naming the argument, its value and the words.
 */
export function parseChoice<Choice extends string>(
  name: string,
  text: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw new RangeError(`--${name} is "${text}": allowed are ${choices.join(', ')}`);
  return choice;
}

/**
 * A whole number within a range.
 * @throws RangeError naming the argument, its value and the range.
 */
export function parseInteger(name: string, text: string, least: number, most: number): number {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new RangeError(
      `--${name} is "${text}": allowed are whole numbers from ${String(least)} to ${String(most)}`,
    );
  return value;
}
