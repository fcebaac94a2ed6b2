import { formatNumber, formatRounded } from '../../encoding/format.ts';

/** dB to a tenth, without a sign. */
export const decibels = (loss: number): string => formatNumber(Math.round(Math.abs(loss) * 10) / 10);

/** Whether a link is closed: more than what the words on it round away is missing. */
export const isClosed = (margin: number): boolean => Math.round(margin * 10) < 0;

/** Metres as one reads a reach: two digits. */
export const metres = (length: number): string => formatRounded(length, 2);

/** The length of the state, metres. */
export const lengthText = (centimetres: number): string => formatNumber(centimetres / 100);
