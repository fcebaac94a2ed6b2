import { readTopologies } from '../../../../src/data/readTopologies.ts';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { wiringOf } from '../../../../src/model/topology/fromRecord.ts';

/** A machine of the record, wired. */
export function recorded(id: string) {
  const record = readTopologies().find((each) => each.id === id);
  if (record?.kind !== 'machine') throw new Error(`${id} is no machine`);
  const wiring = wiringOf(record);
  return { wiring, topology: buildTopology(wiring) };
}
