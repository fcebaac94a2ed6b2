import type { RuleVersion } from '../../data/schema/exportControl.ts';
import { meets } from './condition.ts';
import { findings } from './describe.ts';
import { fillLines } from './print.ts';
import type { Situation } from './situation.ts';
import type { Reason } from './verdict.ts';

/** The band of the import duty, with a reason for every band of the day. A chip that never enters the country pays none. */
export function tariffOf(
  situation: Situation,
  rules: readonly RuleVersion[],
): { readonly band: string | null; readonly reasons: readonly Reason[] } {
  const route = situation.flags['from-us'];
  if (route === false || situation.item === 'memory') return { band: null, reasons: [] };
  const bands = rules.flatMap((rule) =>
    rule.duties.map(({ id, says, when, exemptions, sources }) => {
      const met = meets(when, situation, rule);
      const text = [fillLines(says, rule.lines), findings(when, situation, rule)];
      if (met !== false) {
        if (route === null) text.push('It is due if the chip passes through the United States.');
        if (exemptions.length > 0) text.push(`Exempt: ${exemptions.join(', ')}.`);
      }
      return {
        id,
        reason: { clause: id, rule: rule.id, text: text.join(' '), met, sources: sources ?? rule.sources },
      };
    }),
  );
  const certain = bands.find(({ reason }) => reason.met === true);
  const open = bands.some(({ reason }) => reason.met === null);
  return {
    band: certain?.id ?? (open ? 'undetermined' : null),
    reasons: bands.map(({ reason }) => reason),
  };
}
