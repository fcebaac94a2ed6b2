import { formatNumber, formatRounded, withUnit } from '../encoding/format.ts';
import type { MachineTopologyRecord } from '../data/schema/topology.ts';
import type { Translate } from '../locale/translations.ts';
import { buildTopology } from '../model/topology/build.ts';
import { wiringOf } from '../model/topology/fromRecord.ts';
import { measure, type Measures } from '../model/topology/measure.ts';
import { reachSteps } from '../model/topology/reach.ts';

/** What an article may tell of the wiring of a machine. */
export const machineReadings = [
  'links',
  'switches',
  'chip-links',
  'diameter',
  'mean',
  'sends',
  'middle',
  'gigabyte',
] as const;
export type MachineReading = (typeof machineReadings)[number];

/** A reading in words, and how it follows. */
export interface ToldReading {
  readonly result: string;
  readonly sum: string;
}

interface Measured extends Measures {
  /** Bytes per second that a chip sends, one direction. */
  readonly sends: number;
}

/** The largest takes a second. */
const measured = new Map<string, Measured>();

function measuredOf(record: MachineTopologyRecord): Measured {
  const known = measured.get(record.id);
  if (known) return known;
  const wiring = wiringOf(record);
  const topology = buildTopology(wiring);
  const found = { ...measure(wiring, topology), sends: reachSteps(wiring, topology)[0]!.bandwidth };
  measured.set(record.id, found);
  return found;
}

const giga = 1e9;
const rate = (bytesPerSecond: number): string => withUnit(formatRounded(bytesPerSecond / giga, 4), 'GB/s');

/**
 * Reads one measure off a machine’s wiring, as its record has it. `middle` is what each chip gets of the narrowest cut
 * between two halves when every chip of one half sends to the other, in one direction; `gigabyte` the time in which each
 * of them then gets a gigabyte across. Where that cut is only known not to be wider, the words say so.
 */
export function readMachine(
  t: Translate,
  name: string,
  record: MachineTopologyRecord,
  reading: MachineReading,
): ToldReading {
  const { links, switches, npus, ports, distances, bisection, sends } = measuredOf(record);
  const counted = (result: string): ToldReading => ({ result, sum: t('wiring.counted', { machine: name }) });
  const middle = bisection.bandwidth / (npus / 2);
  const isBound = bisection.method === 'upper bound';
  const cut = {
    machine: name,
    total: withUnit(formatRounded(bisection.bandwidth / 1e12), 'TB/s'),
    chips: formatNumber(npus / 2),
    middle: rate(middle),
  };
  switch (reading) {
    case 'links':
      return counted(formatNumber(links));
    case 'switches':
      return counted(formatNumber(switches));
    case 'chip-links':
      return counted(formatNumber(ports.npuPorts / npus));
    case 'diameter':
      return counted(formatNumber(distances.diameter));
    case 'mean':
      return counted(formatRounded(distances.mean));
    case 'sends':
      return counted(rate(sends));
    case 'middle':
      return {
        result: isBound ? t('wiring.at-most', { value: cut.middle }) : cut.middle,
        sum: t('wiring.middle', cut),
      };
    case 'gigabyte': {
      const time = withUnit(formatRounded((giga / middle) * 1000, 2), 'ms');
      return {
        result: isBound ? t('wiring.at-least', { value: time }) : time,
        sum: t('wiring.gigabyte', { machine: name, middle: cut.middle, time }),
      };
    }
  }
}
