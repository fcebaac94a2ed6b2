import type { Rulebook, RuleVersion } from '../../data/schema/exportControl.ts';
import { agreed, some } from './answer.ts';
import type { Listing } from './controlList.ts';
import { openInputs, turningOn } from './decides.ts';
import { exceptionsOf } from './exception.ts';
import type { Answer } from './interval.ts';
import { bindingRules, lettersOf, type Letter } from './letter.ts';
import { joinReviews, reviewReasons, reviewsOf } from './review.ts';
import { reachesCase } from './scope.ts';
import type { Situation } from './situation.ts';
import type { RuledChip } from './ruledChip.ts';
import type { Reason, UnknownInput, Verdict } from './verdict.ts';
import { linesOfDay } from './world.ts';

type Part = Pick<Verdict, 'licence' | 'policy' | 'exceptions' | 'letters'> & {
  readonly reasons: readonly Reason[];
  /** What licence and policy turn on, where they cannot be told. */
  readonly turnsOn: { readonly licence: readonly UnknownInput[]; readonly policy: readonly UnknownInput[] };
};

const licences = new Map<Answer, Verdict['licence']>([
  [true, 'required'],
  [false, 'not-required'],
  [null, 'undetermined'],
]);

/**
 * Whether a licence is needed, and how an application for it is looked at: by the control list with where it reaches,
 * or by a letter.
 */
export function licenceOf(
  rulebook: Rulebook,
  chip: RuledChip,
  situation: Situation,
  listing: Listing,
  rules: readonly RuleVersion[],
  date: string,
): Part {
  if (situation.makerFrom !== null && rulebook.abroad.includes(situation.makerFrom))
    return designedAbroad(rulebook, situation.makerFrom, rules);

  const worlds = listing.worlds.map(({ situation: world }) => world);
  const needs = worlds.map((world) => needOf(rulebook, world, rules, date));
  const byList = agreed(needs);
  const letters = lettersOf(rulebook, chip, situation, rules, date);
  const byLetter = some(letters.map(({ binds }) => binds));
  const told = some([byList, byLetter]);
  const unplaced = told === false ? unplacedReasons(rulebook, situation) : [];
  const needed = unplaced.length > 0 ? null : told;

  const concerned = worlds.filter((_, index) => needs[index] !== false);
  const exceptions = told === false ? [] : exceptionsOf(rulebook, concerned, rules, date, byLetter);
  const reviewed = concerned.map((world) => reviewsOf(world, rules));
  const policy =
    told === false
      ? null
      : policyOf(situation, {
          needed,
          byList,
          reviews: reviewed.flatMap(({ reviews }) => reviews),
          letters: letters.filter(({ binds }) => binds !== false),
          open: exceptions.filter(({ open, id }) => open === true && id !== 'HBM').map(({ id }) => id),
        });
  const lines = linesOfDay(rules);
  const ofWorlds = (answers: readonly string[], some: readonly Situation[]) =>
    turningOn(some.map((world, i) => ({ situation: world, answer: answers[i]! })), lines, chip);
  const licenceTurns =
    needed !== null
      ? []
      : [
          ...ofWorlds(needs.map(String), worlds),
          ...(needs.includes(null) || unplaced.length > 0 ? (['destination'] as const) : []),
          ...letters.flatMap(({ open }) => open),
        ];
  const policyTurns: readonly UnknownInput[] =
    policy?.kind !== 'undetermined'
      ? []
      : [
          // Which policy applies turns first on whether list or letter asks for a licence at all.
          ...(byList === true ? [] : [...ofWorlds(needs.map(String), worlds), ...letters.flatMap(({ open }) => open)]),
          ...ofWorlds(reviewed.map(({ reviews }) => reviews.map((one) => one.policy).join()), concerned),
          ...reviewed.flatMap(({ reviews }) =>
            reviews.length > 1 ? reviews.flatMap(({ open }) => (open ? openInputs(open.when, open.world, open.rule, chip) : [])) : [],
          ),
        ];
  return {
    licence: licences.get(needed)!,
    policy,
    turnsOn: {
      licence: licenceTurns,
      // Where no input decides, the record does: it does not say how such applications are looked at.
      policy: policy?.kind === 'undetermined' && policyTurns.length === 0 ? ['review'] : policyTurns,
    },
    exceptions,
    letters: bindingRules(letters).filter(({ binds }) => binds !== false),
    reasons: [
      ...scopeReasons(rulebook, worlds, rules, date),
      ...letters.filter(({ binds }) => binds !== false || byList !== true).map(({ reason }) => reason),
      ...reviewReasons(situation, reviewed),
      ...unplaced,
    ],
  };
} // prettier-ignore

/** Whether the list asks for a licence in one world. */
function needOf({ home }: Rulebook, world: Situation, rules: readonly RuleVersion[], date: string): Answer {
  return some(
    rules.flatMap(({ licence }) =>
      licence
        .filter(({ paragraphs }) => world.paragraph !== null && paragraphs.includes(world.paragraph))
        .map((scope) => reachesCase(scope, world, date, home)),
    ),
  );
}

interface Found {
  readonly needed: Answer;
  readonly byList: Answer;
  readonly reviews: Parameters<typeof joinReviews>[0];
  readonly letters: readonly Letter[];
  /** Ids of exceptions that are open. */
  readonly open: readonly string[];
}

function policyOf(
  situation: Situation,
  { needed, byList, reviews, letters, open }: Found,
): Verdict['policy'] {
  const unknown = situation.flags.datacentre === null ? ['whether it is designed or marketed for data centres'] : [];
  const ofLetters = letters.map(({ record }) => ({
    policy: record.policy,
    text: record.policy_says,
    turnsOn: [],
  }));
  const all = byList === true ? reviews : [...reviews, ...ofLetters];
  const { kind, text } = joinReviews(all, unknown);
  const unless = open.length > 0 ? ` No licence is needed where licence exception ${open.join(' or ')} is used${letters.some(({ binds }) => binds === null) ? ', unless a letter to the maker stops it, which cannot be told' : ''}.` : '';
  if (needed === true) return { kind, text: text + unless };
  return { kind: 'undetermined', text: `If a licence is needed: ${text}${unless}` };
} // prettier-ignore

function scopeReasons(
  rulebook: Rulebook,
  worlds: readonly Situation[],
  rules: readonly RuleVersion[],
  date: string,
): Reason[] {
  return rules.flatMap((rule) =>
    rule.licence.flatMap((scope) => {
      const concerned = worlds.filter(
        ({ paragraph }) => paragraph !== null && scope.paragraphs.includes(paragraph),
      );
      const [world] = concerned;
      if (!world) return [];
      const met = reachesCase(scope, world, date, rulebook.home);
      const text = [
        concerned.length < worlds.length ? `If the list controls it: ${scope.says}` : scope.says,
        `Here: to ${placeIn(rulebook, world.destination)}, the parent’s headquarters in ${placeIn(rulebook, world.headquarters)}.`,
      ];
      if (met === null)
        text.push('No dated list with a source says which other countries it reaches, so this cannot be told.');
      if (world.destination === rulebook.home) text.push('A delivery inside the country is no export.');
      if (scope.from !== undefined && date < scope.from) text.push('That day has not come.');
      return [
        {
          clause: scope.clause,
          rule: rule.id,
          text: text.join(' '),
          met,
          sources: scope.sources ?? rule.sources,
        },
      ];
    }),
  );
} // prettier-ignore

/** Says of a country that the record cannot place that even a chip outside the list may need a licence for it. */
function unplacedReasons(rulebook: Rulebook, { destination }: Situation): Reason[] {
  const rule = rulebook.rules.find(({ controls }) => controls.length > 0);
  const placed = destination !== null && [rulebook.home, ...rulebook.placed].includes(destination);
  if (!rule || placed) return [];
  const text = `No rule here stops it, but no dated list with a source says in which group of countries ${placeIn(rulebook, destination)} is, and some need a licence for far lesser chips; so this cannot be told.`;
  return [{ clause: 'country groups', rule: rule.id, text, met: null, sources: rule.sources }];
}

/** A country's name where the record has one, else its code. */
export function placeIn({ countries }: Rulebook, code: string | null): string {
  return code === null ? 'a place that is not given' : (countries[code] ?? code);
}

/** Of chips whose maker is at home abroad, the question is another one. */
function designedAbroad(rulebook: Rulebook, makerFrom: string, rules: readonly RuleVersion[]): Part {
  const lists = ({ controls }: RuleVersion) => controls.some(({ item }) => item === 'processor');
  const rule = rules.findLast(lists) ?? rulebook.rules.find(lists)!;
  const text = `Its maker has its headquarters in ${placeIn(rulebook, makerFrom)}, so it is not made for export from the United States; American rules reach it through the tools and makers it needs and through who uses it.`;
  return {
    licence: 'undetermined',
    policy: { kind: 'undetermined', text },
    exceptions: [],
    letters: [],
    turnsOn: { licence: ['origin'], policy: [] },
    reasons: [
      {
        clause: 'designed abroad',
        rule: rule.id,
        text,
        met: null,
        sources: rule.sources,
      },
    ],
  };
}
