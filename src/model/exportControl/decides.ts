import type { RuledQuantity } from '../../data/schema/condition.ts';
import type { RuleVersion } from '../../data/schema/exportControl.ts';
import { leavesOf, meets, type Leaf } from './condition.ts';
import { flagQuestions, quantityWords } from './describe.ts';
import { isExact, unlimited, type Interval } from './interval.ts';
import { tppOf } from './measure.ts';
import { printInterval } from './print.ts';
import type { Range } from './range.ts';
import type { ChipInput, RuledChip } from './ruledChip.ts';
import type { Situation } from './situation.ts';
import type { Unknown, UnknownInput } from './verdict.ts';
import type { LinesOfDay } from './world.ts';

/** A world with an answer that may differ from that of another. */
interface Answered {
  readonly situation: Situation;
  readonly answer: string;
}

const coordinates = ['tpp', 'density', 'io', 'memory-density', 'datacentre'] as const;
type Coordinate = (typeof coordinates)[number];

/**
 * What an answer turns on: every measure or use for which two worlds that are alike in all else are answered otherwise.
 * @param worlds as `worldsOf` cuts them.
 * @param lines they were cut at.
 */
export function turningOn(worlds: readonly Answered[], lines: LinesOfDay, chip: RuledChip): UnknownInput[] {
  if (worlds.every(({ answer }) => answer === worlds[0]!.answer)) return [];
  const cells = worlds.map(({ situation, answer }) => ({ cell: cellOf(situation, lines), answer }));
  // On a known area density moves with performance, so that one cannot be held while the other changes.
  const tied = !isOpen(chip.applicableDieAreaMm2);
  const moves = (coordinate: Coordinate, other: Coordinate) =>
    other === coordinate || (tied && coordinate === 'tpp' && other === 'density');
  const turns = coordinates.filter((coordinate) => {
    const answers = new Map<string, string>();
    return cells.some(({ cell, answer }) => {
      const rest = coordinates.map((one) => (moves(coordinate, one) ? '' : cell[one])).join('|');
      const before = answers.get(rest);
      answers.set(rest, before ?? answer);
      return before !== undefined && before !== answer;
    });
  });
  return [...new Set(turns.flatMap((one) => inputsOf(one, chip)))];
}

/** On which side of every line a world lies. */
function cellOf({ quantities, flags }: Situation, lines: LinesOfDay): Record<Coordinate, string> {
  const side = (quantity: Exclude<Coordinate, 'datacentre'>) =>
    lines[quantity].map((line) => sideOf(quantities[quantity], line)).join('');
  return {
    tpp: side('tpp'),
    density: side('density'),
    io: side('io'),
    'memory-density': side('memory-density'),
    datacentre: String(flags.datacentre),
  };
}

function sideOf({ low, high }: Range, line: number): string {
  if (low === line && high === line) return '0';
  return low >= line ? '+' : '-';
}

/** The inputs behind a measure that are open. */
function inputsOf(measure: Coordinate | RuledQuantity, chip: RuledChip): UnknownInput[] {
  switch (measure) {
    case 'tpp':
      return ['tpp'];
    case 'density':
      return [
        ...(isOpen(tppOf(chip)) ? (['tpp'] as const) : []),
        ...(isOpen(chip.applicableDieAreaMm2) ? (['area'] as const) : []),
      ];
    case 'dram-plus-io':
      return [
        ...(isOpen(chip.dramBandwidthGBs) ? (['dram'] as const) : []),
        ...(isOpen(chip.ioBandwidthGBs) ? (['io'] as const) : []),
      ];
    case 'memory-density':
      return ['memory'];
    default:
      return [measure];
  }
}

const isOpen = (interval: Interval | null): boolean => !interval || !isExact(interval);

/** What leaves a condition open. */
export function openInputs(
  condition: Parameters<typeof leavesOf>[0],
  situation: Situation,
  rule: RuleVersion,
  chip: RuledChip,
): UnknownInput[] {
  const open = leavesOf(condition).filter(({ leaf }) => meets(leaf, situation, rule) === null);
  return [...new Set(open.flatMap(({ leaf }) => inputsOfLeaf(leaf, chip)))];
}

function inputsOfLeaf(leaf: Leaf, chip: RuledChip): UnknownInput[] {
  // How far below a line "about" reaches is the letter's secret, whatever the figures.
  if ('quantity' in leaf)
    return [...inputsOf(leaf.quantity, chip), ...(leaf.margin === undefined ? [] : (['letter'] as const))];
  if ('flag' in leaf) return [leaf.flag === 'from-us' ? 'route' : leaf.flag];
  if ('chip' in leaf) return ['chip'];
  if ('maker_from' in leaf) return ['maker'];
  // The paragraph is the list's answer, whose own unknowns are named.
  return 'paragraph' in leaf ? [] : ['destination'];
}

/** An input that is not known, with what is known of it and why no more. */
export function unknownOf(
  input: UnknownInput,
  of: Unknown['of'],
  chip: RuledChip,
  notes: readonly string[] = [],
): Unknown {
  const doubt = chip.doubts?.[input as ChipInput];
  return { input, of, text: [sentence(input, chip), doubt ?? '', ...notes].filter(Boolean).join(' ') };
}

function sentence(input: UnknownInput, chip: RuledChip): string {
  const measured = (name: string, value: Interval | null, unit: string) => {
    if (!value || (value.low === 0 && value.high >= unlimited))
      return `${name.charAt(0).toUpperCase()}${name.slice(1)} is not known.`;
    return `Of ${name} only this is known: ${printInterval(value, input === 'tpp' ? 1 : 12)}${unit}.`;
  };
  switch (input) {
    case 'tpp':
      return measured('TPP', tppOf(chip), '');
    case 'area':
      return measured('the area of its logic dies', chip.applicableDieAreaMm2, ' mm²');
    case 'io':
      return measured('I/O to other chips', chip.ioBandwidthGBs, quantityWords.io[1]);
    case 'dram':
      return measured('DRAM bandwidth', chip.dramBandwidthGBs, quantityWords.dram[1]);
    case 'memory':
      return 'Bandwidth or area of the memory is not known, or known within limits alone.';
    case 'datacentre':
    case 'us-sale':
      return `It is not known ${flagQuestions[input]}.`;
    case 'route':
      return `It is not given ${flagQuestions['from-us']}.`;
    case 'destination':
      return 'The destination is not given, or no dated list with a source places it.';
    case 'maker':
      return 'The maker is not given, and a letter binds the maker it was sent to.';
    case 'chip':
      return 'Whether it is a chip that a letter names is not given.';
    case 'letter':
      return 'What a letter to the maker covers is not public.';
    case 'review':
      return 'How such applications are looked at is not established in this record.';
    case 'origin':
      return 'It is not made for export from the United States, so the question is which other rule reaches it.';
  }
}
