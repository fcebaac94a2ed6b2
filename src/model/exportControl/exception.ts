import type { Rulebook, RuleVersion } from '../../data/schema/exportControl.ts';
import { agreed, every } from './answer.ts';
import { meets } from './condition.ts';
import type { Answer } from './interval.ts';
import { fillLines } from './print.ts';
import { reachesCase } from './scope.ts';
import type { Situation } from './situation.ts';
import type { Exception } from './verdict.ts';

/**
 * The licence exceptions that are open to this case, or may be.
 * @param worlds those in which the control list asks for a licence.
 * @param letter whether a letter binds as well; nobody outside knows whether one leaves the exceptions open.
 */
export function exceptionsOf(
  { home }: Rulebook,
  worlds: readonly Situation[],
  rules: readonly RuleVersion[],
  date: string,
  letter: Answer,
): Exception[] {
  return rules.flatMap((rule) =>
    rule.exceptions.flatMap((exception): Exception[] => {
      if (worlds.length === 0 || date < exception.since) return [];
      const answers = worlds.map((world) =>
        every([meets(exception.when, world, rule), reachesCase(exception, world, date, home)]),
      );
      const open = agreed(answers);
      if (open === false) return [];
      const says = `${fillLines(exception.says, rule.lines)} ${exception.condition}`;
      const doubt =
        letter === false
          ? ''
          : ` A letter ${letter ? 'binds' : 'may bind'} this case too, and whether it leaves the exception open is not known.`;
      return [
        {
          id: exception.id,
          rule: rule.id,
          condition: says + doubt,
          open: letter ? null : open,
          sources: exception.sources ?? rule.sources,
        },
      ];
    }),
  );
}
