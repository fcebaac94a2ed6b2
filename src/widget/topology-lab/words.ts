import { formatNumber, formatRounded, withUnit } from '../../encoding/format.ts';
import type { Phrases } from '../phrases.ts';
import type { Wired } from './lab.ts';

/** Bytes per second in words: `3.2 TB/s`. */
export function bandwidthText(bytesPerSecond: number): string {
  const [value, unit] =
    bytesPerSecond < 1e12 ? [bytesPerSecond / 1e9, 'GB/s'] : [bytesPerSecond / 1e12, 'TB/s'];
  return withUnit(formatRounded(value), unit);
}

/** Metres in words: `1,260 m`, `5,480 km`. */
export function metresText(metres: number): string {
  return metres < 100_000
    ? withUnit(formatRounded(metres), 'm')
    : withUnit(formatRounded(metres / 1000), 'km');
}

/** Sizes in words: `8 × 8 × 16`. */
export const shapeText = (shape: readonly number[]): string => shape.map(formatNumber).join(' × ');

/** Name of a network: its family, with its sizes where these are a choice. */
export function networkName(say: Phrases, { design }: Wired): string {
  const name = say(`family.${design.family}.name`);
  return design.shape.length > 1 ? say('sized', { name, shape: shapeText(design.shape) }) : name;
}

/** How many links a line stands for: `1`, `64`, or `8–64`. */
export function perLineText(linksPerLine: readonly number[]): string {
  const whole = linksPerLine.map((links) => Math.round(links));
  const [least, most] = [Math.min(...whole), Math.max(...whole)].map(formatNumber);
  return least === most ? most! : `${least!}–${most!}`;
}
