import type { HcclRecord, NcclRecord } from '../../data/schema/library.ts';
import type { MeasurementRecord } from '../../data/schema/measurement.ts';
import { predictCollective } from './collective.ts';
import type { Dimension } from './dimension.ts';
import { predictHccl } from './library/hccl/hccl.ts';
import { predictNccl } from './library/nccl/nccl.ts';
import type { LibraryResult } from './library/result.ts';
import { busBandwidth } from './operation.ts';

/** What the library would do, beside the same figure. */
export interface LibraryComparison {
  readonly algorithm: string;
  readonly protocol: string | null;
  readonly channels: number | null;
  readonly predicted: number;
  readonly ratio: number;
  /** Whether the record takes the choice from the library. */
  readonly taken: boolean;
  /** The ratio of the library's own choice, where it is another. */
  readonly free: number;
}

/** A published figure beside the model's. */
export interface Comparison {
  readonly row: string;
  readonly ranks: number;
  readonly bytes: number;
  readonly what: 'time' | 'bus bandwidth';
  /** Seconds, or bytes per second. */
  readonly measured: number;
  readonly predicted: number;
  /** Predicted time over measured time: below 1 the model is too fast. */
  readonly ratio: number;
  readonly tolerance: number | null;
  /** Whether the row fixed the class's efficiency, so that it tests nothing. */
  readonly calibration: boolean;
  /** Null where no tolerance is claimed. */
  readonly agrees: boolean | null;
  readonly library: LibraryComparison;
}

export interface Libraries {
  readonly nccl: NcclRecord;
  readonly hccl: HcclRecord;
}

type Row = MeasurementRecord['rows'][number];
type RecordedDimension = MeasurementRecord['machine']['dimensions'][number];

/** The recorded dimensions with as many ranks as a row has: the last takes what the others leave over. */
function dimensionsOf(
  recorded: readonly RecordedDimension[],
  ranks: number,
  efficiency: number,
): Dimension[] {
  let left = ranks;
  return recorded.map(({ kind, size, bandwidth_gb_s, latency_us }, d) => {
    const own = d === recorded.length - 1 ? left : Math.min(size, left);
    left /= own;
    return { kind, size: own, bandwidth: bandwidth_gb_s * 1e9 * efficiency, latency: latency_us * 1e-6 };
  });
}

/** Predicts each row of a class of measurements: from its constants and its one efficiency, and as a library would do it. */
export function compareWithMeasured(record: MeasurementRecord, libraries: Libraries): Comparison[] {
  const { machine, operation, algorithms, efficiency } = record;
  return record.rows.map((row) => {
    const { seconds } = predictCollective(dimensionsOf(machine.dimensions, row.ranks, efficiency.value), {
      operation,
      algorithms,
      bytes: row.bytes,
      chunks: Math.max(1, Math.min(record.chunks, Math.floor(row.bytes / record.least_chunk_bytes))),
      activeChunks: record.active_chunks,
      mode: 'local-bandwidth-aware',
      switching: 'cut-through',
      truncate: false,
      level: 'closed',
    });
    const timed = 'time_us' in row.measured;
    const measured =
      'time_us' in row.measured ? row.measured.time_us * 1e-6 : row.measured.bus_bandwidth_gb_s * 1e9;
    const beside = (time: number): { predicted: number; ratio: number } => {
      const predicted = timed ? time : busBandwidth(operation, row.ranks, row.bytes, time);
      return { predicted, ratio: timed ? predicted / measured : measured / predicted };
    };
    const { predicted, ratio } = beside(machine.start_up_us * 1e-6 + seconds);
    const tolerance = row.tolerance ?? null;
    const host = (row.host_us ?? 0) * 1e-6;
    const own = askLibrary(record, row, libraries, true);
    const taken = row.taken ? askLibrary(record, row, libraries, false) : own;
    return {
      row: row.id,
      ranks: row.ranks,
      bytes: row.bytes,
      what: timed ? 'time' : 'bus bandwidth',
      measured,
      predicted,
      ratio,
      tolerance,
      calibration: efficiency.calibrated_on.includes(row.id),
      agrees: tolerance === null ? null : Math.abs(predicted / measured - 1) <= tolerance,
      library: {
        algorithm: taken.algorithm,
        protocol: taken.protocol,
        channels: taken.channels,
        ...beside(host + taken.seconds),
        taken: row.taken !== undefined,
        free: beside(host + own.seconds).ratio,
      },
    };
  });
}

function askLibrary(
  { machine, operation, library }: MeasurementRecord,
  row: Row,
  { nccl, hccl }: Libraries,
  free: boolean,
): LibraryResult {
  const dimensions = dimensionsOf(library.dimensions ?? machine.dimensions, row.ranks, 1);
  const request = { operation, bytes: row.bytes };
  if (library.name === 'hccl')
    return predictHccl(
      hccl,
      dimensions,
      library.links,
      request,
      library.product ? { product: library.product } : {},
    );
  return predictNccl(nccl, dimensions, library.links, request, {
    networkReduces: library.network_reduction,
    ...(library.processor ? { processor: library.processor } : {}),
    ...(free ? {} : row.taken),
  });
}
