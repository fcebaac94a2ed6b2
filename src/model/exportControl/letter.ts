import type { Rulebook, RuleVersion } from '../../data/schema/exportControl.ts';
import { every, some } from './answer.ts';
import type { Condition } from '../../data/schema/condition.ts';
import { meets } from './condition.ts';
import { openInputs } from './decides.ts';
import { findings } from './describe.ts';
import type { Answer } from './interval.ts';
import { fillLines } from './print.ts';
import { reachesCase } from './scope.ts';
import type { Situation } from './situation.ts';
import type { RuledChip } from './ruledChip.ts';
import type { Reason, UnknownInput } from './verdict.ts';

type LetterRecord = RuleVersion['letters'][number];

/** A letter of the day with whether it binds this case. */
export interface Letter {
  readonly rule: string;
  readonly record: LetterRecord;
  readonly binds: Answer;
  /** Where it may bind: what that turns on. */
  readonly open: readonly UnknownInput[];
  readonly reason: Reason;
}

/**
 * The letters of a day that bind this case, or may. A letter binds its addressee alone; where the maker is not known,
 * every letter that would catch the chip may bind. Memory by itself is not what they speak of.
 */
export function lettersOf(
  { home }: Rulebook,
  chip: RuledChip,
  situation: Situation,
  rules: readonly RuleVersion[],
  date: string,
): Letter[] {
  if (situation.item === 'memory') return [];
  return rules.flatMap((rule) =>
    rule.letters.flatMap((record) => {
      const mine: Answer = situation.maker === null ? null : situation.maker === record.addressee;
      if (mine === false) return [];
      const caught = record.when ? meets(record.when, situation, rule) : false;
      const perhaps = mayCatch(record, situation, rule);
      // Where only its hidden terms could catch the chip, the answer stays open.
      const catches: Answer = caught === true ? true : some([caught, perhaps === false ? false : null]);
      const reaches = reachesCase(record, situation, date, home);
      const binds = every([mine, catches, reaches]);
      const unclear = caught !== true && perhaps !== false && record.perhaps_says !== undefined;
      const text = [
        fillLines(record.says, rule.lines),
        unclear ? fillLines(record.perhaps_says!, rule.lines) : '',
        record.when ? findings(record.when, situation, rule) : '',
        mine === null ? 'A letter binds its addressee alone, and the maker is not given.' : '',
        reaches === null ? 'Whether it reaches this destination is not in the record.' : '',
        reaches === false ? 'It does not reach this destination.' : '',
      ];
      return [
        {
          rule: rule.id,
          record,
          binds,
          open:
            binds === null
              ? [
                  ...(mine === null ? (['maker'] as const) : []),
                  ...(caught === null ? openInputs(record.when!, situation, rule, chip) : []),
                  ...(caught !== true && perhaps === null
                    ? openInputs(record.perhaps as Condition, situation, rule, chip)
                    : []),
                  ...(caught !== true && perhaps !== false ? (['letter'] as const) : []),
                  ...(reaches === null ? (['destination'] as const) : []),
                ]
              : [],
          reason: {
            clause: record.clause,
            rule: rule.id,
            text: text.filter((part) => part !== '').join(' '),
            met: binds,
            sources: record.sources ?? rule.sources,
          },
        },
      ];
    }),
  );
}

function mayCatch({ perhaps }: LetterRecord, situation: Situation, rule: RuleVersion): Answer {
  if (perhaps === undefined) return false;
  return perhaps === 'always' ? true : meets(perhaps, situation, rule);
}

/** One entry a rule: its letters bind if one of them does. */
export function bindingRules(
  letters: readonly Letter[],
): readonly { readonly rule: string; readonly binds: Answer }[] {
  return [...new Set(letters.map(({ rule }) => rule))].map((rule) => ({
    rule,
    binds: some(letters.filter((one) => one.rule === rule).map(({ binds }) => binds)),
  }));
}
