import type { Catalogue } from './catalog.ts';
import { knowledgeOn } from './knowledge.ts';
import { nearest } from './nearest.ts';
import { isDate, lastDay } from './schema/date.ts';
import type { Access } from './schema/source.ts';
import type { Conflict, Range, Statement } from './schema/statement.ts';
import { units } from './schema/unit.ts';

/** A source as a card needs it. */
export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly published: string | null;
  readonly access: Access;
}

/** One figure on one day, with all that was said about it. */
export interface Figure {
  /** `record.property`. */
  readonly key: string;
  /** Id and name of the record it belongs to. */
  readonly record: { readonly id: string; readonly name: string };
  /** What it counts, in plain words. */
  readonly label: string;
  /** The newest statement of that day; null where nothing had been said yet. */
  readonly shown: Statement | null;
  /** First day it is known, `YYYY-MM-DD`. */
  readonly knownFrom: string;
  /** What was said before `shown`, newest first. */
  readonly earlier: readonly Statement[];
  /** What was said after the day asked for, oldest first. */
  readonly later: readonly Statement[];
  /** What was said by that day and the record does not support best. */
  readonly disputed: readonly Statement[];
  /** Conflicts of the record that touch this property. */
  readonly conflicts: readonly Conflict[];
  /** Everything cited above, the sources of `shown` first. */
  readonly sources: readonly CitedSource[];
}

/**
 * Looks up a figure as it was known on a day.
 * @param key `record.property`, such as `ascend-950dt.interconnect-bandwidth`.
 * @param options.asOf ISO day; without it, the newest statement.
 * @throws where the key names nothing, with the nearest keys that do; where `asOf` is not a date.
 */
export function figureOf(
  catalogue: Catalogue,
  key: string,
  options: { readonly asOf?: string | undefined } = {},
): Figure {
  const dot = key.indexOf('.');
  const id = key.slice(0, dot);
  const name = key.slice(dot + 1);
  const record =
    catalogue.chips.get(id) ??
    catalogue.systems.get(id) ??
    catalogue.interconnects.get(id) ??
    catalogue.rules.get(id) ??
    catalogue.events.get(id);
  const statements = record?.properties[name];
  if (!record || !statements)
    throw new Error(`No figure "${key}": nearest: ${nearest(key, figureKeys(catalogue)).join(', ')}`);

  if (options.asOf !== undefined && !isDate(options.asOf))
    throw new Error(`asOf "${options.asOf}" is not a date: allowed: a day such as 2026-09-18`);
  const asOf = options.asOf === undefined ? 'latest' : lastDay(options.asOf);
  const dated = statements.map((one) => ({ one, known: lastDay(one.stated_on), disputed: one.disputed }));
  const known = knowledgeOn(dated, asOf);
  const plain = (all: readonly { readonly one: Statement }[]) => all.map(({ one }) => one);
  const shown = known.shown?.one ?? null;
  const [earlier, later, disputed] = [known.earlier, known.later, known.disputed].map(plain) as [
    Statement[],
    Statement[],
    Statement[],
  ];

  const cited = [...(shown ? [shown] : []), ...earlier, ...disputed, ...later].flatMap((one) => one.sources);
  return {
    key,
    record: { id, name: record.name },
    label: catalogue.properties.get(name)!.label,
    shown,
    knownFrom: known.knownFrom,
    earlier,
    later,
    disputed,
    conflicts: record.conflicts.filter((conflict) => conflict.properties.includes(name)),
    sources: [...new Set(cited)].map((source) => citedSource(catalogue, source)),
  };
}

/** Every key that `figureOf` answers. */
export function figureKeys({ chips, systems, interconnects, rules, events }: Catalogue): string[] {
  return [...chips, ...systems, ...interconnects, ...rules, ...events].flatMap(([id, { properties }]) =>
    Object.keys(properties).map((name) => `${id}.${name}`),
  );
}

/** A source of the catalogue, cut to what a card shows. */
export function citedSource(catalogue: Catalogue, id: string): CitedSource {
  const { title, publisher, url, published = null, access } = catalogue.sources.get(id)!;
  return { id, title, publisher, url, published, access };
}

/**
 * Value of a statement in the base unit of its quantity (`baseUnit`): bytes per second, bytes, watts, metres …
 * @throws for words, dates and ranges; a range has `rangeInSi`.
 */
export function inSi(statement: Pick<Statement, 'value' | 'unit'>): number {
  const { low, high } = rangeInSi(statement);
  if (low !== high) throw new Error(`${low} to ${high} is a range: allowed: a single number`);
  return low;
}

/** Both ends of a statement's value in the base unit; equal where it is a single number. Throws for words and dates. */
export function rangeInSi({ value, unit }: Pick<Statement, 'value' | 'unit'>): Range {
  const factor = units.get(unit ?? '')?.factor;
  const isRange = typeof value === 'object' && 'low' in value;
  if (factor === undefined || !(isRange || typeof value === 'number'))
    throw new Error(
      `"${JSON.stringify(value)} ${unit ?? '(no unit)'}" is not a number with a unit: allowed: a figure with a unit of the table`,
    );
  return isRange
    ? { low: value.low * factor, high: value.high * factor }
    : { low: value * factor, high: value * factor };
}
