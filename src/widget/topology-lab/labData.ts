import type { RecordSlice } from '../recordedFigure.ts';

/** What the figure needs of the record: how far copper reaches, the widest switch, and how long a cable in a rack is. */
export interface LabData extends RecordSlice {
  /** Metres of a cable that stays in its cabinet: the mean of a rack whose copper is told. */
  readonly insideMetres: number;
}
