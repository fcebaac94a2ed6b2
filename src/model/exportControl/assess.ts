import type { Rulebook, RuleVersion } from '../../data/schema/exportControl.ts';
import { listingOf, type Listing } from './controlList.ts';
import { turningOn, unknownOf } from './decides.ts';
import { foreignReach, gatesOf, guidanceOf } from './guidance.ts';
import { licenceOf } from './licence.ts';
import { measuresOf } from './measure.ts';
import { printDay } from './print.ts';
import type { Question } from './question.ts';
import { makerIn, situationOf } from './situation.ts';
import { tariffOf } from './tariff.ts';
import { validate } from './validate.ts';
import type { RuledChip } from './ruledChip.ts';
import type { CitedReason, Reason, Unknown, Verdict } from './verdict.ts';
import { linesOfDay, worldsOf } from './world.ts';

/**
 * What the rules of a day say of a chip, its maker, where it goes and how: on the list or not, licence or not, how an
 * application is looked at, with every step that led there. Teaching material, not legal advice.
 *
 * Whatever is not known stays open: an answer is given only where every possibility gives it. A day after the evidence
 * gets the last known state.
 * @throws RangeError naming the input, its value and what is allowed.
 */
export function assess(rulebook: Rulebook, question: Question): Verdict {
  validate(question);
  const afterEvidence = question.date > rulebook.evidenceUntil;
  const date = afterEvidence ? rulebook.evidenceUntil : question.date;
  const rules = rulesOn(rulebook, date);
  const situation = situationOf(rulebook, question);
  const listing = listingOf(situation, worldsOf(situation, question.chip, rules), rules);
  const licence = licenceOf(rulebook, question.chip, situation, listing, rules, date);
  const tariff = tariffOf(situation, rules);
  const worlds = listing.worlds.map(({ situation: world }) => world);
  const guidance = guidanceOf(rulebook, worlds, rules, date);
  const { verdict, paragraph, clause, possible } = listing;
  return {
    ...measuresOf(question.chip, linesOfDay(rules)),
    verdict,
    paragraph,
    clause,
    possible,
    decides: decidesOf(question.chip, listing, licence.turnsOn, rules),
    licence: licence.licence,
    policy: licence.policy,
    exceptions: licence.exceptions,
    letters: licence.letters,
    tariffBand: tariff.band,
    otherGates: [...guidance.gates, ...gatesOf(rulebook, situation, date, question.date)],
    afterEvidence,
    caveats: [
      ...rulebook.caveats,
      ...rules.flatMap(({ caveat }) => caveat ?? []),
      ...guidance.caveats,
      ...(question.chip.maker === null
        ? ['The maker is not given: a letter to it, or a maker from China, changes the answer.']
        : []),
      ...(question.chip.maker !== null && !(makerIn(rulebook, question.chip.maker)! in rulebook.makers)
        ? [
            `The record does not know the maker “${question.chip.maker}”; it is taken to hold no letter and not to be from China.`,
          ]
        : []),
      ...(question.parent === null
        ? ['The buyer’s parent is not given, so its headquarters are taken to be where the chip goes.']
        : []),
    ],
    notAsked: rulebook.notAsked,
    evidenceTo: rulebook.evidenceUntil,
    reasons: cited(rulebook, [
      ...dateReasons(rulebook, question, rules),
      ...listing.reasons,
      ...licence.reasons,
      ...foreignReach(rulebook, situation, worlds, date),
      ...tariff.reasons,
      ...guidance.reasons,
    ]),
  };
}

/** Every step with the citation, the days and the reading of its rule. */
function cited({ rules }: Rulebook, reasons: readonly Reason[]): CitedReason[] {
  return reasons.map((reason) => {
    const { name, citation, effective_from, effective_to, reading } = rules.find(({ id }) => id === reason.rule)!;
    return { ...reason, name, citation, from: effective_from, to: effective_to, reading };
  });
} // prettier-ignore

/** What is not known and decides, each once, with the answers that turn on it. */
function decidesOf(
  chip: RuledChip,
  { worlds }: Listing,
  { licence, policy }: ReturnType<typeof licenceOf>['turnsOn'],
  rules: readonly RuleVersion[],
): Unknown[] {
  const listed = worlds.map(({ situation }) => ({ situation, answer: String(situation.paragraph) }));
  const turns = { list: turningOn(listed, linesOfDay(rules), chip), licence, policy };
  const answers = ['list', 'licence', 'policy'] as const;
  return [...new Set(answers.flatMap((one) => turns[one]))].map((input) =>
    unknownOf(
      input,
      answers.filter((one) => turns[one].includes(input)),
      chip,
    ),
  );
}

/** The versions of rules that held on a day, oldest first. */
export function rulesOn({ rules }: Rulebook, date: string): RuleVersion[] {
  return rules.filter(
    ({ effective_from, effective_to }) =>
      effective_from <= date && (effective_to === null || date <= effective_to),
  );
}

/** What the date itself has to say: after the evidence, before the chip, or before the first clause. */
function dateReasons(
  { evidenceUntil, rules: all }: Rulebook,
  { chip, date }: Question,
  rules: readonly RuleVersion[],
): Reason[] {
  const item = chip.memory ? 'memory' : 'processor';
  const holds = (rule: RuleVersion) => rule.controls.some((control) => control.item === item);
  const listed = rules.findLast(holds);
  const first = all.find(holds);
  const rule = listed ?? first ?? all[0]!;
  const reason = (clause: string, text: string, met: boolean | null): Reason => ({
    clause,
    rule: rule.id,
    text,
    met,
    sources: rule.sources,
  });
  const reasons: Reason[] = [];
  if (date > evidenceUntil) {
    const ends = rules.filter(({ effective_to }) => effective_to !== null && effective_to > evidenceUntil);
    const written = ends.map(({ name, effective_to }) => ` ${name} ends by its text on ${printDay(effective_to!)}.`);
    reasons.push(
      reason(
        'after the evidence',
        `The evidence ends on ${printDay(evidenceUntil)}; this is the last state known.${written.join('')}`,
        null,
      ),
    );
  }
  if (chip.released !== null && date < chip.released)
    reasons.push(
      reason(
        'before the chip',
        `The chip came out on or after ${printDay(chip.released)}; on this date it did not exist yet, and its later figures are judged.`,
        null,
      ),
    );
  if (!listed)
    reasons.push(
      reason(
        'before the list',
        first
          ? `No clause of the control list spoke of ${item === 'memory' ? 'memory by itself' : 'such chips'} yet: the first, of the ${first.name.charAt(0).toLowerCase()}${first.name.slice(1)}, holds from ${printDay(first.effective_from)}.`
          : 'No clause of the control list speaks of it.',
        false,
      ),
    );
  return reasons;
} // prettier-ignore
