/**
 * The parameters of a widget, declared once and plainly. The declaration gives the URL query, the attributes of an
 * embed, the documentation and the validation, and is small enough to ship to every reader.
 */
interface Described {
  /** One sentence for the documentation. */
  readonly description?: string;
}

/** One of a fixed list of words. */
export interface ChoiceParameter extends Described {
  readonly kind: 'choice';
  readonly values: readonly string[];
  readonly default: string;
}

/** Written `on` or `off`; an empty value means `on`, so that a bare attribute works. */
export interface FlagParameter extends Described {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** A whole number between `min` and `max`, both allowed. */
export interface IntegerParameter extends Described {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** A calendar day as `YYYY-MM-DD`, or `latest`. */
export interface DateParameter extends Described {
  readonly kind: 'date';
  readonly default: string;
}

/** Free text that `valid` accepts; `allowed` says in words what that is. */
export interface TextParameter extends Described {
  readonly kind: 'text';
  readonly valid: (text: string) => boolean;
  readonly allowed: string;
  readonly default: string;
}

export type Parameter = ChoiceParameter | FlagParameter | IntegerParameter | DateParameter | TextParameter;
export type ParameterDeclarations = Readonly<Record<string, Parameter>>;
export type ParameterValue = string | number | boolean;

type ValueOf<P extends Parameter> = P extends { kind: 'choice'; values: readonly (infer V)[] }
  ? V
  : P extends FlagParameter
    ? boolean
    : P extends IntegerParameter
      ? number
      : string;

/** The state that a set of declarations describes: one value for each name. */
export type ParameterValues<D extends ParameterDeclarations = ParameterDeclarations> = {
  readonly [K in keyof D]: ValueOf<D[K]>;
};

/** A parameter that could not be used: its key as it was written, its value, and what would have been allowed. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly value: string;
  readonly allowed: string;
  /** The figure kept the state it was in; otherwise it shows its default. */
  readonly kept?: true;
  /** There is no such parameter. */
  readonly unknown?: true;
}

/** What a parameter accepts, in words that are the same in every language. */
export function allowedText(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'choice':
      return parameter.values.join(', ');
    case 'flag':
      return 'on, off';
    case 'integer':
      return `${parameter.min} … ${parameter.max}`;
    case 'date':
      return 'YYYY-MM-DD, latest';
    case 'text':
      return parameter.allowed;
  }
}

/** Writes a value as it stands in a query or an attribute. */
export function printValue(value: ParameterValue): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The value that a text stands for, or `undefined` if the parameter does not accept it. */
export function readValue(parameter: Parameter, text: string): ParameterValue | undefined {
  switch (parameter.kind) {
    case 'choice':
      return parameter.values.includes(text) ? text : undefined;
    case 'flag':
      return text === 'on' || text === '' ? true : text === 'off' ? false : undefined;
    case 'integer': {
      const number = /^-?\d{1,15}$/.test(text) ? Number(text) : NaN;
      // `+ 0` turns −0 into 0.
      return number >= parameter.min && number <= parameter.max ? number + 0 : undefined;
    }
    case 'date':
      return text === 'latest' || isDay(text) ? text : undefined;
    case 'text':
      return parameter.valid(text) ? text : undefined;
  }
}

/**
 * Reads a state from a query. Never throws: what cannot be used keeps its default and is reported.
 * @param prefix stands before every key, as in `supernode-hall.level`.
 */
export function readParameters<D extends ParameterDeclarations>(
  declarations: D,
  query: URLSearchParams,
  prefix = '',
): { values: ParameterValues<D>; problems: ParameterProblem[] } {
  const values: Record<string, ParameterValue> = {};
  const problems: ParameterProblem[] = [];
  for (const [name, parameter] of Object.entries(declarations)) {
    values[name] = parameter.default;
    const text = query.get(prefix + name);
    if (text === null) continue;
    const value = readValue(parameter, text);
    if (value === undefined) {
      problems.push({ parameter: prefix + name, value: text, allowed: allowedText(parameter) });
    } else {
      values[name] = value;
    }
  }
  return { values: values as ParameterValues<D>, problems };
}

/** Prints a state as a query: only what differs from the defaults, in the order of the declaration. */
export function printParameters<D extends ParameterDeclarations>(
  declarations: D,
  values: ParameterValues<D>,
  prefix = '',
): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, parameter] of Object.entries(declarations)) {
    const value = values[name]!;
    if (value !== parameter.default) query.set(prefix + name, printValue(value));
  }
  return query;
}

/** The same declarations with other defaults: a figure in an article starts where its author says. */
export function withDefaults<D extends ParameterDeclarations>(
  declarations: D,
  defaults: Partial<ParameterValues<D>>,
): D {
  const changed: Record<string, Parameter> = {};
  for (const [name, parameter] of Object.entries(declarations)) {
    const value = defaults[name];
    changed[name] = value === undefined ? parameter : ({ ...parameter, default: value } as Parameter);
  }
  return changed as D;
}

/** A query as text, with the characters that are legal in a query left readable. */
export function queryText(query: URLSearchParams): string {
  return query.toString().replace(/%2F/g, '/').replace(/%2C/g, ',').replace(/%3A/g, ':');
}
