import type { HallData, HallFigure, HallStatement } from './hallData.ts';

/** One figure on one day. */
export interface FigureView {
  /** Null where nothing had been said yet. */
  readonly shown: HallStatement | null;
  /** Said before `shown`, newest first. */
  readonly earlier: readonly HallStatement[];
  readonly disputed: readonly HallStatement[];
  /** Day of the first statement, `YYYY-MM-DD`. */
  readonly knownFrom: string;
}

/**
 * A figure as it was known on a day.
 * @param asof `YYYY-MM-DD` or `latest`
 */
export function figureOn(figure: HallFigure, asof: string): FigureView {
  const said = figure.statements.filter(({ known }) => asof === 'latest' || known <= asof);
  const [shown = null, ...earlier] = said.filter((one) => !one.disputed);
  const days = figure.statements.filter((one) => !one.disputed).map(({ known }) => known);
  return { shown, earlier, disputed: said.filter((one) => one.disputed), knownFrom: days.sort()[0] ?? '' };
}

/** Ids of the sources behind some figures as shown on a day, each once, in the order of the figures. */
export function sourcesOf(data: HallData, keys: Iterable<string>, asof: string): string[] {
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
