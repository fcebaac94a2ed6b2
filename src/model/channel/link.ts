import { requireAtLeast, requirePositive, type LossPerMetre } from './loss.ts';
import { isLight, type Medium } from './medium.ts';

/** A lane as far as its loss goes. */
export interface Lane {
  /** Highest frequency that its signal needs, hertz: half the symbols a second. */
  readonly frequency: number;
  /** Loss that it may have from chip to chip, dB. */
  readonly budget: number;
}

/** What the model of a link is made of. */
export interface Parts {
  readonly board: LossPerMetre;
  readonly cable: LossPerMetre;
  /** Loss of one package and of one connector at a frequency of reference, dB; both grow as the board's does. */
  readonly package: number;
  readonly connector: number;
  /** Hertz. */
  readonly reference: number;
}

/** Where the link runs. */
export interface Way {
  readonly medium: Medium;
  /** Metres between the ends of the boards. */
  readonly length: number;
  /** Metres of board from each chip to its edge. */
  readonly board: number;
}

export type PieceKind = 'package' | 'board' | 'connector' | 'cable';

/** A stretch that loses signal. */
export interface Piece {
  readonly kind: PieceKind;
  /** dB. */
  readonly loss: number;
}

/** What lies between two chips that read and send the signal; light is left out, since fibre loses next to nothing here. */
export interface Span {
  readonly pieces: readonly Piece[];
  /** dB. */
  readonly loss: number;
}

/** Metres of board that lie between a chip and optics beside its package. */
const besidePackage = 0.05;

/**
 * The spans of a link in the order in which the signal runs through them. A cable without chips is one span from chip to
 * chip; a chip in each plug, or optics with processors, begins a new one.
 * @throws RangeError for lengths below zero or a frequency or reference that is not above it
 */
export function spansOf(parts: Parts, lane: Lane, { medium, length, board }: Way): Span[] {
  requireAtLeast('length', length, 0, 'm');
  requireAtLeast('board', board, 0, 'm');
  const { frequency } = lane;
  requirePositive('reference', parts.reference, 'Hz');
  const grown = parts.board(frequency) / parts.board(parts.reference);
  const inPackage: Piece = { kind: 'package', loss: parts.package * grown };
  const connector: Piece = { kind: 'connector', loss: parts.connector * grown };
  const onBoard = (metres: number): Piece => ({ kind: 'board', loss: parts.board(frequency) * metres });
  const cable: Piece = { kind: 'cable', loss: parts.cable(frequency) * length };
  const end = [inPackage, onBoard(board), connector];
  const back = [...end].reverse();
  switch (medium) {
    case 'board':
      return [span([inPackage, connector, onBoard(length), connector, inPackage])];
    case 'passive':
      return [span([...end, cable, ...back])];
    case 'active':
      return [span(end), span([connector, cable, connector]), span(back)];
    case 'plug':
      return [span(end), span(back)];
    case 'near': {
      const beside = [inPackage, onBoard(besidePackage)];
      return [span(beside), span([...beside].reverse())];
    }
    case 'co':
      return [span([inPackage]), span([inPackage])];
  }
}

const span = (pieces: readonly Piece[]): Span => ({
  pieces,
  loss: pieces.reduce((sum, { loss }) => sum + loss, 0),
});

/** What is left of the budget in the span that has least, dB; below zero the link is closed. */
export function marginOf(lane: Lane, spans: readonly Span[]): number {
  requirePositive('budget', lane.budget, 'dB');
  return lane.budget - Math.max(...spans.map(({ loss }) => loss));
}

/**
 * How far a medium reaches by loss alone, metres: the length at which nothing of the budget is left; 0 where the ends take
 * all of it. Infinity stands for no limit by this model, which light has where its ends close at all.
 */
export function reachOf(parts: Parts, lane: Lane, medium: Medium, board: number): number {
  const margin = marginOf(lane, spansOf(parts, lane, { medium, length: 0, board }));
  if (margin < 0) return 0;
  if (isLight(medium)) return Infinity;
  const ends = spansOf(parts, lane, { medium, length: 0, board });
  const carries = medium === 'active' ? ends[1]! : ends[0]!;
  const perMetre = (medium === 'board' ? parts.board : parts.cable)(lane.frequency);
  return (lane.budget - carries.loss) / perMetre;
}
