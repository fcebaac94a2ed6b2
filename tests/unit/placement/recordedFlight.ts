import { readCatalogue } from '../../../src/data/read.ts';
import { readLayouts } from '../../../src/data/readLayouts.ts';
import { readTopologies } from '../../../src/data/readTopologies.ts';
import { standFlight } from '../../../src/widget/powers-of-ten/machine.ts';
import { selectFlight } from '../../../src/widget/powers-of-ten/select.ts';

/** The slice of the real record that the flight is drawn from, and where all of it stands. */
export const catalogue = readCatalogue();
export const record = selectFlight(catalogue, readLayouts(), readTopologies());
export const { props, plan } = standFlight(record.machine);
