import type { Catalogue } from '../../data/catalog.ts';
import { citedSource } from '../../data/figure.ts';
import { ruledChipOf } from '../../data/ruledChip.ts';
import { rulebookOf } from '../../data/rulebook.ts';
import { firstDay, lastDay } from '../../data/schema/date.ts';
import type { PolicyEvent } from '../../data/schema/event.ts';
import type { RuleRecord } from '../../data/schema/rule.ts';
import type { WholeRecord } from '../../data/wholeRecord.ts';
import { beatMap } from './beatMap.ts';
import { beats } from './told.ts';
import type { EventText, TimelineData, TimelineEvent } from './timelineData.ts';

type Measure = TimelineEvent['measures'][number];

/** Cuts the events and rules from the record. Each rule is drawn with the event that brought it. */
export function selectTimeline(
  catalogue: Pick<Catalogue, 'events' | 'rules' | 'chips'>,
  evidence: string,
  maps: TimelineData['maps'],
): TimelineData {
  const events = [...catalogue.events].toSorted(
    ([a, one], [b, other]) => lastDay(one.date).localeCompare(lastDay(other.date)) || a.localeCompare(b),
  );
  const bringers = new Map([...catalogue.rules].map(([id, rule]) => [id, bringerOf(id, rule, events)]));
  const nameOf = (id: string) => catalogue.chips.get(id)!.name;
  return {
    evidence,
    maps,
    events: events.map(([id, event]): TimelineEvent => {
      const brought = event.rules.filter((rule) => bringers.get(rule) === id);
      const measures = brought.map((rule) => ruleOverTime(catalogue, rule, event.date));
      const {
        name,
        short = name,
        date,
        jurisdiction,
        company,
        leading,
        answers,
        topics,
        status,
        chips,
        end_date,
      } = event;
      const by = company ? 'company' : jurisdiction;
      const own = measures.length > 0 ? measures : ownMeasure(event);
      const base = {
        id,
        name,
        short,
        date,
        by,
        topics,
        status,
        chips,
        rules: event.rules,
        measures: own,
      } as const;
      const ends = end_date === undefined ? {} : { endsOn: lastDay(end_date) };
      return { ...base, ...ends, ...(leading && { leading }), ...(answers.length > 0 && { answers }) };
    }),
    chips: Object.fromEntries(
      [...new Set(events.flatMap(([, { chips }]) => chips))].map((id) => [id, nameOf(id)]),
    ),
    rules: Object.fromEntries([...catalogue.rules].map(([id, { name }]) => [id, name])),
  };
}

/** The event of the day a rule took effect that touches the fewest rules besides, else the first that touches it. */
function bringerOf(
  id: string,
  { effective_from }: RuleRecord,
  events: readonly (readonly [string, PolicyEvent])[],
): string | undefined {
  const touching = events.filter(([, { rules }]) => rules.includes(id));
  const [fitting] = touching
    .filter(([, { date }]) => date === effective_from)
    .toSorted(([, a], [, b]) => a.rules.length - b.rules.length);
  return (fitting ?? touching[0])?.[0];
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${lastDay(day)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A rule from the day it was made public: announced, in force, and what ended it. */
function ruleOverTime({ rules }: Pick<Catalogue, 'rules'>, id: string, made: string): Measure {
  const { effective_from, effective_to, status } = rules.get(id)!;
  const waits: Measure =
    firstDay(made) < effective_from ? [['announced', firstDay(made), effective_from]] : [];
  if (effective_to === null) return [...waits, [status, effective_from, null]];
  const ended = dayAfter(effective_to);
  return [...waits, ['in-force', effective_from, ended], [status, ended, null]];
}

/** What an event brought that is no rule of the record: its states, or the time it holds by its own text. */
function ownMeasure({ date, end_date, states, status }: PolicyEvent): Measure[] {
  const end = end_date === undefined ? null : dayAfter(end_date);
  if (states.length > 0)
    return [
      states.map((state, i): Measure[number] => {
        const next = states[i + 1];
        return [state.status, firstDay(state.from), next ? firstDay(next.from) : end];
      }),
    ];
  return end === null ? [] : [[[status, firstDay(date), end]]];
}

/** The chip map of every beat, once what it tells is in effect. */
export function selectMaps({ catalogue, exportControl }: WholeRecord): TimelineData['maps'] {
  const rulebook = rulebookOf(catalogue, exportControl());
  const maps = beats.map(({ id, events }) => {
    const told = events.map((event) => catalogue.events.get(event)!);
    const days = told.flatMap(({ date, rules }) => [
      lastDay(date),
      ...rules.map((rule) => catalogue.rules.get(rule)!.effective_from),
    ]);
    const day = days.toSorted().at(-1)!;
    const chips = [...catalogue.chips.keys()].map((chip) => ruledChipOf(catalogue, chip, day));
    const named = new Set(told.flatMap((event) => event.chips));
    return [id, beatMap(rulebook, chips, { day, named })] as const;
  });
  return Object.fromEntries(maps.flatMap(([id, map]) => (map ? [[id, map]] : [])));
}

/** What the card and the list say of every event, by id. */
export function eventTexts(catalogue: Catalogue): Record<string, EventText> {
  const cited = [...catalogue.events.values()].flatMap(({ sources }) =>
    sources.map((source) => citedSource(catalogue, source)),
  );
  const addresses = Map.groupBy(
    new Map(cited.map((source) => [source.url, source])).values(),
    ({ publisher }) => publisher,
  );
  return Object.fromEntries(
    [...catalogue.events].map(([id, { actor, what, status_note, affects, sources }]): [string, EventText] => [
      id,
      {
        actor,
        what,
        note: status_note ?? '',
        affects,
        sources: sources.map((source) => {
          const { publisher, title, url } = citedSource(catalogue, source);
          return {
            id: source,
            label: `${publisher}: ${title}`,
            publisher,
            href: url,
            several: addresses.get(publisher)!.length > 1,
          };
        }),
      },
    ]),
  );
}
