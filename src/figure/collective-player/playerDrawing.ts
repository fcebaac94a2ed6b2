import type { DrawnTower } from '../../placement/wheel/playerPicture.ts';
import type { Point } from '../../placement/label/annotation.ts';
import type { Solids } from '../../placement/solid/solids.ts';

/** A wheel in words: what it is, and what its links carry in this step. */
export interface WheelWords {
  readonly title: string;
  readonly detail: string;
  readonly active: boolean;
}

/** A machine on the stage with its words. */
export interface PlayedTower extends DrawnTower {
  /** Ties its words to the row of its run. */
  readonly row: string;
  readonly title: string;
  readonly detail: string;
  /** Where a piece is that goes round; null where none does. */
  readonly piece: Point | null;
  /** Lines from a rank to the wheel that it consists of. */
  readonly inside: readonly (readonly [Point, Point])[];
  /** One for each wheel. */
  readonly wheels: readonly WheelWords[];
}

/** Time as a bar: as long as the run takes, filled as high as bytes flow. Shares of the clock, from 0 to 1. */
export interface Lane {
  readonly row: string;
  readonly title: string;
  /** The longest wording that has room is written. */
  readonly details: readonly string[];
  readonly stretches: readonly {
    readonly from: number;
    readonly to: number;
    readonly steps: number;
    /** Share of each step in which bytes flow. */
    readonly sending: number;
  }[];
}

/** A number that a chip holds, on its box. */
export interface NumberCell {
  readonly at: Point;
  /** The middle of its front. */
  readonly front: Point;
  readonly text: string;
  /** The two numbers that were added last, or nothing. */
  readonly sum: string;
  readonly state: 'own' | 'part' | 'whole' | 'spent';
}

/** A number on its way. */
export interface NumberFlight {
  readonly at: Point;
  readonly text: string;
}

export interface Numbers {
  readonly cells: readonly NumberCell[];
  readonly flights: readonly NumberFlight[];
  readonly names: readonly { readonly at: Point; readonly text: string }[];
}

/** Everything that the stage shows at a time. */
export interface PlayerDrawing {
  readonly towers: readonly PlayedTower[];
  readonly solids: Solids;
  readonly lanes: readonly Lane[];
  /** Where the clock stands, from 0 to 1, and in words; its end in words. */
  readonly now: number;
  readonly clock: string;
  readonly end: string;
  readonly numbers: Numbers | null;
}
