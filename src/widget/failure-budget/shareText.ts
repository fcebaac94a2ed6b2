import { formatNumber } from '../../encoding/format.ts';

/** A share in per cent, with as many digits as tell it from one: `80.2 %`, `99.78 %`. */
export function shareText(share: number): string {
  const missing = Math.max(1e-6, 1 - share) * 100;
  const places = Math.min(5, Math.max(1, 1 - Math.floor(Math.log10(missing))));
  return `${formatNumber(Number((share * 100).toFixed(places)))}\u00a0%`;
}

/** A share with the error of its estimate, both to the places of the error. */
export function estimateText(value: number, error: number): string {
  const places = Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(Math.max(1e-7, error * 100)))));
  const digits = (one: number) => formatNumber(Number((one * 100).toFixed(places)));
  return `${digits(value)} ± ${digits(error)}\u00a0%`;
}
