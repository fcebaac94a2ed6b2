import type { Basis } from '../../model/hardware/machine.ts';
import type { NamedLinks } from './annotation.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';

/** What a label on a drawing says: a name, and under it the figure that matters. */
export interface LabelWords {
  readonly title: string;
  readonly detail: string;
  /** The row of the table twin that says the same. */
  readonly row?: string;
  /** The row repeats every number of the words. */
  readonly repeated?: true;
}

/** The words of a drawing of a supernode, in the reader's language. */
export interface HallWords {
  part(path: PartPath): LabelWords;
  links(links: NamedLinks): LabelWords;
  /** The standing person, for example "1.75 m". */
  person(metres: number): LabelWords;
  /** A measured length with how firm it is, for example "2.25 m, assumed". */
  dimension(metres: number, basis: Basis): string;
  /** The area of a floor drawn around the cabinets. */
  floorArea(squareMetres: number): string;
}
