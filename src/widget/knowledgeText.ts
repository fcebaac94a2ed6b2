import { formatDate } from '../encoding/date.ts';
import type { Status } from '../data/schema/statement.ts';
import type { Phrases } from './phrases.ts';

/** The cell of the title block: the day of knowledge asked for, else the newest day on which something shown was read. */
export function asOfText(asof: string, read: readonly string[]): string {
  if (asof !== 'latest') return formatDate(asof);
  const newest = [...read].sort().at(-1);
  return newest === undefined ? '' : formatDate(newest);
}

/** A figure's note, which says first where it shows an earlier day's knowledge. */
export function knowledgeNote(say: Phrases, asof: string, note: string): string {
  return asof === 'latest' ? note : `${say('knowledge.as-known', { date: formatDate(asof) })} ${note}`.trim();
}

/** How firm something is, in a word; that nothing had been said of it, where that is so. */
export const statusText = (say: Phrases, status: Status | null): string =>
  status === null ? say('knowledge.untold') : say(`status.${status}`);
