import type { Medium } from '../../model/channel/medium.ts';

/** Pixels. */
export interface ReachFrame {
  readonly width: number;
  readonly height: number;
}

/** A plain cable at one rate: loss over length. */
export interface RateLine {
  readonly id: string;
  /** `112` */
  readonly short: string;
  /** `112 Gb/s: 4 m` */
  readonly label: string;
  /** The same without its unit, for a small drawing. */
  readonly brief: string;
  /** dB before the cable begins, dB a metre, dB at which the link closes. */
  readonly ends: number;
  readonly slope: number;
  readonly budget: number;
  /** Metres; 0 where the ends take everything. */
  readonly reach: number;
  readonly current: boolean;
}

/** A share of links in a published design. */
export interface ShareBar {
  readonly id: string;
  readonly kind: 'passive' | 'active' | 'light';
  /** Of one. */
  readonly share: number;
  readonly label: string;
}

export interface ReachProps {
  readonly medium: Medium;
  readonly light: boolean;
  /** Metres between the edges of the cabinets, and from each edge to its chip. */
  readonly length: number;
  readonly board: number;
  /** Share of the thickest wire's diameter. */
  readonly thickness: number;
  /** dB that the state may lose. */
  readonly budget: number;
  /** More is lost than that. */
  readonly closed: boolean;
  /** How open the eye is, 0 to 1: what is left of what was there before the cable. */
  readonly open: number;
  /**
   * Loss of the state's medium over length, dB: `flat` whatever the length, and a line that begins at `start` and grows by
   * `slope` a metre; the larger of the two counts.
   */
  readonly flat: number;
  readonly start: number;
  readonly slope: number;
  /** Metres at which the state's medium closes; Infinity where no length closes it. */
  readonly reach: number;
  /** What the ends of the state's link lose, from the chip outwards. */
  readonly ends: readonly { readonly kind: 'package' | 'board' | 'connector'; readonly loss: number }[];
  readonly rates: readonly RateLine[];
  readonly shares: readonly ShareBar[];
  /** Bits a symbol at the state's rate, 1 or 2. */
  readonly bits: 1 | 2;
  readonly words: {
    /** Large: what is left. */
    readonly verdict: string;
    readonly what: string;
    readonly length: string;
    readonly metres: string;
    readonly loss: string;
    readonly budget: string;
    readonly ends: string;
    readonly endsLoss: string;
    readonly eye: string;
    readonly shares: string;
    readonly medium: string;
  };
}
