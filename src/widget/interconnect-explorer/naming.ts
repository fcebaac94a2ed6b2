import { formatNumber } from '../../encoding/format.ts';
import type { Phrases } from '../phrases.ts';
import type { Machine } from './machine.ts';
import type { Part } from './part.ts';

/** `chip 5` or `switch 8192`. */
export const nodeName = (say: Phrases, { topology }: Machine, node: number): string =>
  say(node < topology.npuCount ? 'chip' : 'switch', { number: formatNumber(node) });

/** `cabinet 3, board 24`, as far as the machine's wiring says. */
export function placeName(say: Phrases, { topology: { place } }: Machine, node: number): string {
  const [cabinet, board] = [place.cabinet[node]!, place.board[node]!];
  return [
    cabinet < 0 ? '' : say('in-cabinet', { number: formatNumber(cabinet) }),
    board < 0 ? '' : say('on-board', { number: formatNumber(board) }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** `link 0–5`, `switch 8192`, `cabinet 3`. */
export function partName(say: Phrases, machine: Machine, part: Part): string {
  if (part.kind === 'link') return say('link', { from: formatNumber(part.from), to: formatNumber(part.to) });
  const { npuCount } = machine.topology;
  if (part.kind === 'node') return nodeName(say, machine, part.index);
  if (part.kind === 'switch')
    return nodeName(say, machine, part.index < npuCount ? npuCount + part.index : part.index);
  return say(part.kind, { number: formatNumber(part.index) });
}

/** Rising numbers as one range, as steps, or as first and last: `8–15`, `0, 8 … 56`. */
export function rangeText(numbers: readonly number[]): string {
  const [first, second] = numbers;
  const end = numbers.at(-1);
  if (first === undefined || end === undefined) return '';
  if (second === undefined) return formatNumber(first);
  const step = second - first;
  const even = numbers.every((number, i) => number === first + i * step);
  if (numbers.length === 2) return `${formatNumber(first)}, ${formatNumber(second)}`;
  if (even && step === 1) return `${formatNumber(first)}–${formatNumber(end)}`;
  return even
    ? `${formatNumber(first)}, ${formatNumber(second)} … ${formatNumber(end)}`
    : `${formatNumber(first)} … ${formatNumber(end)}`;
}
