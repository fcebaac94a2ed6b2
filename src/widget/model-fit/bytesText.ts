import { formatRounded } from '../../encoding/format.ts';

const unitSteps = [
  [1e15, 'PB'],
  [1e12, 'TB'],
  [1e9, 'GB'],
] as const;

/** Bytes as one reads them: `811 GB`, `7.3 TB`. */
export function bytesText(bytes: number): string {
  const [factor, unit] = unitSteps.find(([size]) => bytes >= size) ?? unitSteps[2];
  return `${formatRounded(bytes / factor)}\u00a0${unit}`;
}
