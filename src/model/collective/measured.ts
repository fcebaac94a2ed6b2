import type { MeasurementRecord } from '../../data/schema/measurement.ts';
import { predictCollective } from './collective.ts';
import type { Dimension } from './dimension.ts';
import { busBandwidth } from './operation.ts';

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
}

/** Predicts each row of a class of measurements from its constants and its one efficiency. */
export function compareWithMeasured(record: MeasurementRecord): Comparison[] {
  const { machine, operation, algorithms, efficiency } = record;
  return record.rows.map((row) => {
    const inner = machine.dimensions.slice(0, -1).reduce((ranks, { size }) => ranks * size, 1);
    const dimensions = machine.dimensions.map(({ kind, size, bandwidth_gb_s, latency_us }, d): Dimension => ({
      kind,
      size: d === machine.dimensions.length - 1 ? row.ranks / inner : Math.min(size, row.ranks),
      bandwidth: bandwidth_gb_s * 1e9 * efficiency.value,
      latency: latency_us * 1e-6,
    }));
    const { seconds } = predictCollective(dimensions, {
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
    const time = machine.start_up_us * 1e-6 + seconds;
    const bus = busBandwidth(operation, row.ranks, row.bytes, time);
    const timed = 'time_us' in row.measured;
    const measured =
      'time_us' in row.measured ? row.measured.time_us * 1e-6 : row.measured.bus_bandwidth_gb_s * 1e9;
    const predicted = timed ? time : bus;
    const ratio = timed ? predicted / measured : measured / predicted;
    const tolerance = row.tolerance ?? null;
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
    };
  });
}
