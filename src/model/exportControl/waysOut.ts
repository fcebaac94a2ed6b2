import type { Rulebook, RuleVersion } from '../../data/schema/exportControl.ts';
import { assess, rulesOn } from './assess.ts';
import { flagWords } from './describe.ts';
import { placeIn } from './licence.ts';
import { printDay } from './print.ts';
import { otherArea, otherBandwidth, otherTpp, withChip, type Try, type Way } from './past.ts';
import type { Question } from './question.ts';
import type { Verdict } from './verdict.ts';

/** What can be changed by itself. */
export const wayInputs = [
  'tpp',
  'area',
  'io',
  'dram',
  'datacentre',
  'us-sale',
  'route',
  'destination',
  'date',
] as const;
export type WayInput = (typeof wayInputs)[number];

/** The smallest change of one input that changes the licence, the paragraph or the policy. */
export interface WayOut {
  readonly input: WayInput;
  /** `TPP below 2,400`; null where no change of this input alone does it. */
  readonly change: string | null;
  /** The question with the change made; null where there is none. */
  readonly question: Question | null;
  /** What the rules say then. */
  readonly then: Pick<Verdict, 'verdict' | 'paragraph' | 'clause' | 'licence' | 'policy'> | null;
}

const towards: Readonly<Record<Verdict['licence'], readonly Way[]>> = {
  required: ['weaker'],
  'not-required': ['stronger'],
  undetermined: ['weaker', 'stronger'],
};

/**
 * For every single input the smallest change that changes the licence answer, the paragraph or the policy. A chip that
 * needs a licence is made slower, with less bandwidth or more area, one that needs none the other way; the rest may turn
 * either way.
 * @throws RangeError as `assess`.
 */
export function waysOut(rulebook: Rulebook, question: Question): WayOut[] {
  const now = assess(rulebook, question);
  const day = question.date < rulebook.evidenceUntil ? question.date : rulebook.evidenceUntil;
  const rules = rulesOn(rulebook, day);
  const ways = towards[now.licence];
  const tries: Record<WayInput, () => Iterable<Try>> = {
    tpp: () => ways.flatMap((way) => [...otherTpp(question, rules, way)]),
    area: () => ways.flatMap((way) => [...otherArea(question, rules, way)]),
    io: () => ways.flatMap((way) => [...otherBandwidth('io', question, rules, way)]),
    dram: () => ways.flatMap((way) => [...otherBandwidth('dram', question, rules, way)]),
    datacentre: () =>
      others(question.chip.datacentre, [true, false]).map((datacentre) => ({
        change: flagWords.datacentre[datacentre ? 0 : 1],
        question: withChip(question, { datacentre }),
      })),
    'us-sale': () =>
      others(question.usSale === undefined ? question.chip.usSale : question.usSale, [true, false]).map(
        (usSale) => ({ change: flagWords['us-sale'][usSale ? 0 : 1], question: { ...question, usSale } }),
      ),
    route: () =>
      others(question.route, ['us', 'other'] as const).map((route) => ({
        change: flagWords['from-us'][route === 'us' ? 0 : 1],
        question: { ...question, route },
      })),
    destination: () => otherDestinations(rulebook, question, rules),
    date: () => otherDays(rulebook, question),
  };
  return wayInputs.map((input) => {
    for (const { change, question: changed } of tries[input]()) {
      const { verdict, paragraph, clause, licence, policy } = assess(rulebook, changed);
      if (licence === now.licence && paragraph === now.paragraph && policy?.kind === now.policy?.kind) continue;
      return { input, change, question: changed, then: { verdict, paragraph, clause, licence, policy } };
    }
    return { input, change: null, question: null, then: null };
  });
} // prettier-ignore

const others = <Value>(value: Value | null, all: readonly Value[]): Value[] =>
  all.filter((one) => one !== value);

/** A country no rule names: `ZZ` belongs to none (ISO 3166-1, user-assigned). */
const elsewhere = 'ZZ';

function otherDestinations(rulebook: Rulebook, question: Question, rules: readonly RuleVersion[]): Try[] {
  const scopes = rules.flatMap(({ licence, letters }) => [...licence, ...letters]);
  const listed = [...new Set(scopes.flatMap(({ destinations }) => Object.keys(destinations)))];
  const tries = others(question.destination, listed).map((destination) => ({
    change: `to ${placeIn(rulebook, destination)}`,
    question: { ...question, destination },
  }));
  if (
    question.destination !== null &&
    question.destination !== rulebook.home &&
    !listed.includes(question.destination)
  )
    return tries;
  const where = question.parent === null ? ', for a buyer headquartered there' : '';
  return [
    ...tries,
    {
      change: `to a country no rule here names${where}`,
      question: { ...question, destination: elsewhere },
    },
  ];
}

/** The days on which something began or ended, nearest first. */
function otherDays(rulebook: Rulebook, question: Question): Try[] {
  const { date } = question;
  const starts = rulebook.rules.flatMap(({ effective_from, effective_to, licence, letters, exceptions }) => [
    effective_from,
    ...(effective_to === null ? [] : [dayFrom(effective_to, 1)]),
    ...[...licence, ...letters, ...exceptions].flatMap(({ destinations, headquarters }) => [
      ...Object.values(destinations),
      ...Object.values(headquarters),
    ]),
  ]);
  const far = (day: string): number => Math.abs(Date.parse(day) - Date.parse(date));
  return [...new Set(starts)]
    .filter((start) => start <= rulebook.evidenceUntil)
    .map((start) =>
      start > date
        ? { day: start, change: `from ${printDay(start)} on` }
        : { day: dayFrom(start, -1), change: `before ${printDay(start)}` },
    )
    .sort((a, b) => far(a.day) - far(b.day))
    .map(({ day, change }) => ({ change, question: { ...question, date: day } }));
}

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
