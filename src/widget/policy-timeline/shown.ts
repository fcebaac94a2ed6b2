import { dayNumber, daysOf, monthAfter } from './days.ts';
import { timelineOn } from './dated.ts';
import { actors, topics, type TimelineValues } from './params.ts';
import type { TimelineData, TimelineEvent } from './timelineData.ts';

/** The stretch of time shown, its months in order: first day, and the first one no longer shown. */
export function stretchOf(values: Pick<TimelineValues, 'from' | 'to'>) {
  const [from, to] = [values.from, values.to].toSorted() as [string, string];
  return { from, to, first: dayNumber(`${from}-01`), next: dayNumber(`${monthAfter(to, 1)}-01`) };
}

/** Months from one to the other, and the month so many later. */
export const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));

const sides = (event: TimelineEvent): string[] => event.by.toLowerCase().split('/');

/** Those of a list that are asked for. */
export function chosen(values: TimelineValues, kind: 'actors' | 'topics'): ReadonlySet<string> {
  return new Set(values[kind] === 'all' ? { actors, topics }[kind] : values[kind].split(','));
}

/** Whether every one of them is asked for, in one word or by name. */
export const isAll = (values: TimelineValues, kind: 'actors' | 'topics'): boolean =>
  chosen(values, kind).size === { actors, topics }[kind].length;

/** A list once one of it is switched: the first choice leaves one alone, the last one taken away brings all back. */
export function switched(
  values: TimelineValues,
  kind: 'actors' | 'topics',
  id: string,
): Partial<TimelineValues> {
  const all: readonly string[] = { actors, topics }[kind];
  const before = isAll(values, kind) ? new Set<string>() : chosen(values, kind);
  const wanted = all.filter((one) => (one === id ? !before.has(one) : before.has(one)));
  return { [kind]: wanted.length === 0 || wanted.length === all.length ? 'all' : wanted.join(',') };
}

/** The events of the stretch, the actors and the topics asked for; in the view of rules, what holds in the stretch. */
export function shownEvents(all: TimelineData, values: TimelineValues): TimelineEvent[] {
  const data = timelineOn(all, values.asof);
  const { first, next } = stretchOf(values);
  const wanted = chosen(values, 'actors');
  const about = chosen(values, 'topics');
  const evidence = dayNumber(data.evidence);
  return data.events.filter((event) => {
    // What a company did is shown where nobody is left out.
    const asked =
      event.by === 'company' ? isAll(values, 'actors') : sides(event).some((side) => wanted.has(side));
    if (!asked) return false;
    if (!event.topics.some((topic) => about.has(topic))) return false;
    const [start, end] = daysOf(event.date);
    if (values.view === 'moves') return end >= first && start < next;
    return event.measures.flat().some(([status, from, to]) => {
      const over = status === 'superseded' || status === 'rescinded' ? dayNumber(from) + 1 : to === null ? evidence + 1 : dayNumber(to); // prettier-ignore
      return over > first && dayNumber(from) < next;
    });
  });
}

/** Whether an event touches the chip or the rule asked for; null where neither is. */
export function isLinked(event: TimelineEvent, { chip, rule }: TimelineValues): boolean | null {
  if (chip) return event.chips.includes(chip);
  return rule ? event.rules.includes(rule) : null;
}

/** The events that the buttons walk through: those brought out, else all that are shown. */
export const walkedEvents = (shown: readonly TimelineEvent[], values: TimelineValues): TimelineEvent[] =>
  shown.filter((event) => isLinked(event, values) ?? true);

/** A year in which less was done than this is quiet. */
const fewest = 4;

/**
 * First day after the quiet years that the stretch begins with, which the drawing folds; null where they are fewer than
 * two years, or all. Depends on the record and the stretch alone, so that no choice of actors moves it.
 */
export function quietUntil(data: TimelineData, values: TimelineValues): number | null {
  const { from, to, first, next } = stretchOf(values);
  let year = Number(from.slice(0, 4));
  const done = () => data.events.filter(({ date }) => date.startsWith(String(year))).length;
  while (year <= Number(to.slice(0, 4)) && done() < fewest) year += 1;
  const until = dayNumber(`${year}-01-01`);
  return until - first >= 730 && until < next ? until : null;
}

/** A year in which at least this much was done is crowded. */
const crowd = 12;

/**
 * First day of the crowded years that the stretch ends with, which the drawing stretches; null where less than a year
 * lies before them. Depends on the record and the stretch alone.
 */
export function crowdedFrom(data: TimelineData, values: TimelineValues): number | null {
  const { from, to, first, next } = stretchOf(values);
  const done = (year: number) => data.events.filter(({ date }) => date.startsWith(String(year))).length;
  let year = Number(from.slice(0, 4));
  while (year <= Number(to.slice(0, 4)) && done(year) < crowd) year += 1;
  const start = dayNumber(`${year}-01-01`);
  return values.view === 'moves' && start - first >= 365 && start < next ? start : null;
}
