import { formatNumber, formatRounded, withUnit } from '../../encoding/format.ts';
import { evaluate, figuresOf, parseExpression, printExpression } from '../../model/unit/expression.ts';
import { figureOn, type RecordedStatement } from '../recordedFigure.ts';
import type { Amount, AmountSource, KnownAmount, Quantity, RackData } from './rackData.ts';

const bounds = { 'at-least': 'at least ', 'at-most': 'up to ', about: 'about ' } as const;

/** A quantity of a cabinet as it was known on a day. @param untold said where nothing had been stated by then */
export function amountOn(
  data: RackData,
  cabinet: string,
  quantity: Quantity,
  asof: string,
  untold: string,
): Amount {
  const asked = data.cabinets[cabinet]!.asked[quantity];
  return 'perFootprint' in asked
    ? densityOn(data, cabinet, asked.perFootprint, asof, untold)
    : sourceOn(data, asked, asof, untold);
}

const shownOn = (data: RackData, key: string, asof: string): RecordedStatement | null =>
  figureOn(data.figures[key]!, asof).shown;

function ends({ value }: RecordedStatement): { low: number; high: number } {
  if (value === undefined) throw new RangeError('a quantity of a cabinet is words: allowed: a number');
  return typeof value === 'number' ? { low: value, high: value } : value;
}

function sourceOn(
  data: RackData,
  asked: Exclude<AmountSource, { readonly perFootprint: readonly string[] }>,
  asof: string,
  untold: string,
): Amount {
  if ('unknown' in asked) return asked;
  if ('of' in asked) {
    const shown = shownOn(data, asked.of, asof);
    if (!shown) return { unknown: untold };
    const { status, read, known, sources, text } = shown;
    return { ...ends(shown), text, status, note: asked.reason ?? shown.note ?? '', read, known, sources };
  }
  if ('none' in asked) {
    const shown = shownOn(data, asked.none, asof);
    if (!shown) return { unknown: untold };
    const { read, known, sources } = shown;
    return {
      low: 0,
      high: 0,
      text: formatNumber(0),
      status: 'derived',
      note: asked.reason,
      read,
      known,
      sources,
    };
  }
  const parsed = parseExpression(asked.expression);
  const operands = new Map(figuresOf(parsed).map((key) => [key, shownOn(data, key, asof)]));
  const shown = [...operands.values()].filter((one) => one !== null);
  if (shown.length < operands.size) return { unknown: untold };
  const operand = (key: string) => operands.get(key)!;
  const value = evaluate(parsed, (key) => ends(operand(key)).high);
  const sum = printExpression(parsed, (key) => operand(key).text, formatNumber);
  const number = formatRounded(value / asked.factor);
  return {
    low: value,
    high: value,
    text: (asked.bound ? bounds[asked.bound] : '') + withUnit(number, asked.unit),
    status: 'derived',
    note: `${asked.reason}: ${sum}`,
    read: latest(shown.map((one) => one.read)),
    known: latest(shown.map((one) => one.known)),
    sources: [...new Set(shown.flatMap((one) => one.sources))],
  };
}

const latest = (days: readonly string[]): string => [...days].sort().at(-1)!;

/** Chips over the outer footprint; only as firm as the footprint. */
function densityOn(
  data: RackData,
  cabinet: string,
  footprint: readonly string[],
  asof: string,
  untold: string,
): Amount {
  const chips = amountOn(data, cabinet, 'chips', asof, untold);
  if ('unknown' in chips) return chips;
  const { width, depth } = data.systems[data.cabinets[cabinet]!.system]!.layout.cabinet;
  const area = width.value * depth.value;
  const ground = [width, depth].find(({ basis }) => basis !== 'published');
  const sides = footprint.map((key) => shownOn(data, key, asof)).filter((one) => one !== null);
  const known: KnownAmount = {
    low: chips.low / area,
    high: chips.high / area,
    text: formatRounded(chips.low / area, 2),
    status: ground?.basis === 'assumed' ? 'assumed' : 'derived',
    note: ground ? ground.reason : '',
    read: chips.read,
    known: chips.known,
    sources: [...new Set([...chips.sources, ...sides.flatMap((one) => one.sources)])],
  };
  return known;
}
