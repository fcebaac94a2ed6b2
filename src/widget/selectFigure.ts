import type { Catalogue } from '../data/catalog.ts';
import { citedSource, figureOf, inSi, rangeInSi } from '../data/figure.ts';
import { lastDay } from '../data/schema/date.ts';
import type { Statement } from '../data/schema/statement.ts';
import { formatNumber, formatStatement } from '../encoding/format.ts';
import { parseExpression, printExpression } from '../model/unit/expression.ts';
import type { RecordedFigure, RecordedSource, RecordedStatement } from './recordedFigure.ts';

/** The number behind a figure in the base unit of its quantity, or null where it is words or a range. */
export function numberOf(catalogue: Catalogue, key: string): number | null {
  const { shown } = figureOf(catalogue, key);
  return shown && typeof shown.value === 'number' ? inSi(shown) : null;
}

/**
 * A figure with everything said about it, printed.
 * @param form `drawn` carries the numbers too, for what draws or computes with them
 */
export function cutFigure(
  catalogue: Catalogue,
  key: string,
  form: 'drawn' | 'told' = 'drawn',
): RecordedFigure {
  const { label, record, shown, earlier, disputed } = figureOf(catalogue, key);
  const all = [...(shown ? [shown] : []), ...earlier, ...disputed];
  return { label, record: record.name, statements: all.map((one) => cutStatement(catalogue, one, form)) };
}

/** A derivation with its values in place of its keys: `16 cabinets × 100 kW`; what leads to words is in words. */
function derivationText(catalogue: Catalogue, { value, derivation }: Statement): string | undefined {
  if (derivation === undefined || typeof value === 'string' || Array.isArray(value)) return derivation;
  const valueOf = (key: string) => {
    const { shown } = figureOf(catalogue, key);
    return shown ? formatStatement(shown) : key;
  };
  return printExpression(parseExpression(derivation), valueOf, formatNumber);
}

/** The number behind a statement in its base unit, with the unit as written; nothing where it is words or a date. */
function measured({
  value,
  unit,
  direction,
}: Statement): Pick<RecordedStatement, 'value' | 'unit' | 'direction'> {
  if (unit === undefined || typeof value === 'string' || typeof value === 'boolean') return {};
  const { low, high } = rangeInSi({ value, unit });
  return { value: low === high ? low : { low, high }, unit, ...(direction && { direction }) };
}

function cutStatement(catalogue: Catalogue, one: Statement, form: 'drawn' | 'told'): RecordedStatement {
  const derivation = derivationText(catalogue, one);
  return {
    text: formatStatement(one, 'full'),
    ...(form === 'drawn' && measured(one)),
    status: one.status,
    stated: one.stated_on,
    known: lastDay(one.stated_on),
    read: one.as_of,
    ...(one.note !== undefined && { note: one.note }),
    ...(one.reason !== undefined && { reason: one.reason }),
    ...(derivation !== undefined && { derivation }),
    ...(one.disputed && { disputed: one.disputed }),
    sources: one.sources,
  };
}

/** A source as a figure lists it. */
export function cutSource(catalogue: Catalogue, id: string): RecordedSource {
  const { title, publisher, url, access } = citedSource(catalogue, id);
  return { title, publisher, url, access };
}

/** The sources that some figures name, each once. */
export function cutSources(
  catalogue: Catalogue,
  figures: readonly RecordedFigure[],
): Record<string, RecordedSource> {
  const cited = figures.flatMap(({ statements }) => statements.flatMap((one) => one.sources));
  return Object.fromEntries([...new Set(cited)].map((id) => [id, cutSource(catalogue, id)]));
}
