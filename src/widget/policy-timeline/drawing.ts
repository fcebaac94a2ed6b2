import { formatDate } from '../../encoding/date.ts';
import type {
  TimelineLane,
  TimelineMove,
  TimelineProps,
} from '../../figure/policy-timeline/timelineProps.ts';
import type { Phrases } from '../phrases.ts';
import { dayNumber, daysOf } from './days.ts';
import { timelineOn } from './dated.ts';
import type { TimelineValues } from './params.ts';
import { beatOf } from './beats.ts';
import { chosen, crowdedFrom, isLinked, quietUntil, shownEvents, stretchOf } from './shown.ts';
import type { TimelineData, TimelineEvent } from './timelineData.ts';
import { toldEvents } from './told.ts';

/** Lanes from the top of the sheet down, with the topics they hold; the first of a bank takes what has no lane. */
const banks = {
  over: { bills: ['bills'], lists: ['listings', 'enforcement'], tools: ['tools', 'memory'], chips: [] },
  both: { both: [], company: [] },
  under: { buying: [], probes: ['competition', 'enforcement'], materials: ['materials'] },
} as const satisfies Readonly<Record<TimelineMove['bank'], Readonly<Record<string, readonly string[]>>>>;

const bankOf = ({ by }: TimelineEvent): TimelineMove['bank'] =>
  by === 'US/CN' || by === 'company' ? 'both' : by === 'CN' ? 'under' : 'over';

/** The lane of an event: that of its first topic, or the one of its bank that takes the rest. */
function laneOf(event: TimelineEvent): string {
  if (event.by === 'company') return 'company';
  const lanes: [string, readonly string[]][] = Object.entries(banks[bankOf(event)]);
  const named = event.topics.slice(0, 1).flatMap((topic) => lanes.filter(([, held]) => held.includes(topic)));
  return (named[0] ?? lanes.find(([, held]) => held.length === 0)!)[0];
}

/** What the sheet draws in a state. */
export function timelineProps(say: Phrases, all: TimelineData, values: TimelineValues): TimelineProps {
  const data = timelineOn(all, values.asof);
  const { first, next } = stretchOf(values);
  const foldedUntil = quietUntil(data, values);
  const told: ReadonlySet<string> = new Set(beatOf(data, values)?.events);
  const weightOf = (id: string, linked: boolean | null): TimelineMove['weight'] => {
    if (id === values.event) return 'picked';
    if (told.has(id)) return 'told';
    return linked === null ? 'plain' : linked ? 'linked' : 'faded';
  };
  const moves = shownEvents(data, values).map((event): TimelineMove => {
    const [from, to] = daysOf(event.date);
    const linked = isLinked(event, values);
    return {
      id: event.id,
      name: event.short,
      from,
      to,
      bank: bankOf(event),
      lane: laneOf(event),
      firm: event.status !== 'reported',
      leading: event.leading ?? false,
      large: toldEvents.has(event.id),
      dated: formatDate(event.date),
      answers: event.answers ?? [],
      measures: event.measures.map((states) =>
        states.map(([status, start, end]) => ({
          status,
          from: dayNumber(start),
          to: end === null ? null : dayNumber(end),
        })),
      ),
      weight: weightOf(event.id, linked),
    };
  });
  const acting = chosen(values, 'actors');
  const lanes = Object.entries(banks).flatMap(([bank, held]) =>
    Object.keys(held).map((id): TimelineLane => ({
      id,
      bank: bank as TimelineLane['bank'],
      name: say(`lane.${id}`),
    })),
  );
  const asked = ({ id, bank }: TimelineLane) =>
    moves.some(({ lane }) => lane === id) ||
    (values.view === 'moves' && (bank === 'under' ? acting.has('cn') : bank === 'over' && acting.has('us')));
  return {
    moves,
    lanes: lanes.filter(asked),
    from: first,
    to: next,
    foldedUntil,
    crowdedFrom: crowdedFrom(data, values),
    evidence: dayNumber(data.evidence),
    measures: values.view === 'rules',
    words: {
      over: say('over'),
      under: say('under'),
      evidence: say('evidence', { date: formatDate(data.evidence) }),
      evidenceShort: say('evidence-short'),
      empty: say('empty'),
      folded: say('folded'),
      overShort: say('over-short'),
      crowded: say('crowded'),
      both: say('both'),
      strokes: say('strokes'),
      named: (named, all) => say(named === all ? 'named.all' : 'named.some', { named, all }),
      told: (named, all) => say('told', { named, all }),
      state: (name) => say(`key.${name}`),
    },
  };
}
