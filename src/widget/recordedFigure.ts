import type { Access } from '../data/schema/source.ts';
import type { Status } from '../data/schema/statement.ts';

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

/** One figure on one day. */
export interface FigureView {
  /** Null where nothing had been said yet. */
  readonly shown: RecordedStatement | null;
  /** Said before `shown`, newest first. */
  readonly earlier: readonly RecordedStatement[];
  readonly disputed: readonly RecordedStatement[];
  /** Day of the first statement, `YYYY-MM-DD`. */
  readonly knownFrom: string;
}

/**
 * A figure as it was known on a day.
 * @param asof `YYYY-MM-DD` or `latest`
 */
export function figureOn(figure: RecordedFigure, asof: string): FigureView {
  const said = figure.statements.filter(({ known }) => asof === 'latest' || known <= asof);
  const [shown = null, ...earlier] = said.filter((one) => !one.disputed);
  const days = figure.statements.filter((one) => !one.disputed).map(({ known }) => known);
  return { shown, earlier, disputed: said.filter((one) => one.disputed), knownFrom: days.sort()[0] ?? '' };
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
