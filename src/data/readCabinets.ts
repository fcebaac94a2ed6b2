import { readFolder } from './readFolder.ts';
import { cabinetSchema, type CabinetRecord } from './schema/cabinet.ts';

/** What is compared of every cabinet in `content/cabinets`, by id; for the build and for tests. */
export function readCabinets(): ReadonlyMap<string, CabinetRecord> {
  return readFolder('cabinets', cabinetSchema);
}
