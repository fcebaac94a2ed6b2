import { knowledgeOn, type Knowledge } from '../data/knowledge.ts';
import type { Access } from '../data/schema/source.ts';
import type { Range, Statement, Status } from '../data/schema/statement.ts';

/** The part of the record that a page carries. Dates are as the record writes them. */
export interface RecordSlice {
  /** By `record.property`. */
  readonly figures: Readonly<Record<string, RecordedFigure>>;
  /** By id; every source that a figure names. */
  readonly sources: Readonly<Record<string, RecordedSource>>;
}

export interface RecordedFigure {
  readonly label: string;
  /** Name of the record it belongs to. */
  readonly record: string;
  /** Newest first, disputed ones among them. */
  readonly statements: readonly RecordedStatement[];
}

export interface RecordedStatement {
  /** Printed, with unit and qualifiers. */
  readonly text: string;
  /** In the base unit of its quantity, a range with both ends; left out where it is words. */
  readonly value?: number | Range;
  /** As the source prints it. */
  readonly unit?: string;
  /** Of a link's bandwidth. */
  readonly direction?: Statement['direction'];
  readonly status: Status;
  /** The day it was first said in public. */
  readonly stated: string;
  /** Last day `stated` can mean, `YYYY-MM-DD`: from then on it counts as known. */
  readonly known: string;
  /** The day it was last read. */
  readonly read: string;
  readonly note?: string;
  readonly reason?: string;
  readonly derivation?: string;
  readonly disputed?: true;
  readonly sources: readonly string[];
}

export interface RecordedSource {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly access: Access;
}

/** A figure as it was known on a day. @param asof `YYYY-MM-DD` or `latest` */
export function figureOn(figure: RecordedFigure, asof: string): Knowledge<RecordedStatement> {
  return knowledgeOn(figure.statements, asof);
}

/**
 * What a drawing takes for a figure on a day: the statement shown, or where nothing had been said by then the first one
 * that was, since a drawing needs a number. Null where the record has no statement that is not disputed.
 */
export function drawnOn(figure: RecordedFigure | undefined, asof: string): RecordedStatement | null {
  if (!figure) return null;
  const { shown, later } = figureOn(figure, asof);
  return shown ?? later[0] ?? null;
}

/**
 * The number that a drawing takes for a figure on a day, in the base unit; of a range its larger end.
 * @throws where the figure is missing or is no number, naming it
 */
export function numberOn(data: RecordSlice, key: string, asof: string): number {
  const value = drawnOn(data.figures[key], asof)?.value;
  if (value === undefined) throw new RangeError(`"${key}" is no number of the record`);
  return typeof value === 'number' ? value : value.high;
}

/** Ids of the sources behind some figures as shown on a day, each once, in the order of the figures. */
export function sourcesOf(data: RecordSlice, keys: Iterable<string>, asof: string): string[] {
  const ids = new Set<string>();
  for (const key of keys) {
    const figure = data.figures[key];
    if (!figure) continue;
    const { shown, earlier, disputed } = figureOn(figure, asof);
    for (const one of [...(shown ? [shown] : []), ...earlier, ...disputed])
      one.sources.forEach((id) => ids.add(id));
  }
  return [...ids];
}
