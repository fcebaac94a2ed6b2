import type { RuleVersion } from '../../data/schema/exportControl.ts';
import { agreed } from './answer.ts';
import { meets } from './condition.ts';
import { findings } from './describe.ts';
import { fillLines } from './print.ts';
import type { Situation } from './situation.ts';
import type { Reason, Verdict } from './verdict.ts';

/** A world with what the control list says of it. */
export interface ListedWorld {
  /** With the paragraph settled. */
  readonly situation: Situation;
  readonly clause: string | null;
  /** Id of the rule the clause stands in. */
  readonly rule: string | null;
}

export interface Listing extends Pick<Verdict, 'verdict' | 'paragraph' | 'clause' | 'possible'> {
  readonly worlds: readonly ListedWorld[];
  readonly reasons: readonly Reason[];
}

/**
 * What the control list of a day says: in each world the first clause that is met and that no note takes the chip out
 * of; over all worlds one answer if they agree.
 */
export function listingOf(
  situation: Situation,
  worlds: readonly Situation[],
  rules: readonly RuleVersion[],
): Listing {
  const listed = worlds.map((world) => listedWorld(world, rules));
  const paragraphs = [...new Set(listed.map((one) => one.situation.paragraph))].sort(byName);
  const clauses = [...new Set(listed.map(({ clause }) => clause))];
  const controlled = agreed(paragraphs.map((one) => one !== null));
  return {
    verdict: controlled === null ? 'undetermined' : controlled ? 'controlled' : 'not-controlled',
    paragraph: paragraphs.length === 1 ? paragraphs[0]! : null,
    clause: clauses.length === 1 ? clauses[0]! : null,
    possible: paragraphs.length === 1 ? [] : paragraphs,
    worlds: listed,
    reasons: reasonsOf(situation, worlds, rules),
  };
}

/** The first clause that a world meets and that no note takes the chip out of. */
export function listedWorld(world: Situation, rules: readonly RuleVersion[]): ListedWorld {
  for (const rule of rules)
    for (const control of rule.controls)
      if (
        control.item === world.item &&
        meets(control.when, world, rule) === true &&
        !excluded(control.paragraph, world, rules)
      )
        return {
          situation: { ...world, paragraph: control.paragraph },
          clause: control.clause,
          rule: rule.id,
        };
  return { situation: world, clause: null, rule: null };
}

function excluded(paragraph: string, world: Situation, rules: readonly RuleVersion[]): boolean {
  return rules.some((rule) =>
    rule.exclusions.some(
      ({ paragraphs, when }) => paragraphs.includes(paragraph) && meets(when, world, rule) === true,
    ),
  );
}

/** A reason for every note and clause of the day, in the order of the text. */
function reasonsOf(
  situation: Situation,
  worlds: readonly Situation[],
  rules: readonly RuleVersion[],
): Reason[] {
  return rules.flatMap((rule) => {
    const clauses = rule.controls.filter(({ item }) => item === situation.item);
    if (clauses.length === 0) return [];
    const reason = ({ clause, says, when, sources }: Clause): Reason => ({
      clause,
      rule: rule.id,
      text: `${fillLines(says, rule.lines)} ${findings(when, situation, rule)}`,
      met: agreed(worlds.map((world) => meets(when, world, rule))),
      sources: sources ?? rule.sources,
    });
    const notes = rule.exclusions.map(reason);
    const note = notes.find(({ met }) => met === true);
    const caught = clauses.map(reason).map((one) =>
      note && one.met ? { ...one, text: `${one.text} ${note.clause} leaves the chip out all the same.` } : one,
    );
    return [...notes, ...caught];
  });
} // prettier-ignore

type Clause = RuleVersion['controls'][number] | RuleVersion['exclusions'][number];

function byName(one: string | null, other: string | null): number {
  return (one ?? '~') < (other ?? '~') ? -1 : 1;
}
