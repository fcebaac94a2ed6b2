import { formatDate } from '../../encoding/date.ts';
import type { CheckProps } from '../../figure/licence-check/drawing.ts';
import type { ChainState } from '../../figure/licence-check/chainProps.ts';
import type { Verdict } from '../../model/exportControl/verdict.ts';
import type { Phrases } from '../phrases.ts';
import type { Check } from './asked.ts';
import type { CheckData } from './checkData.ts';
import { gatesOf } from './gates.ts';
import { measuresProps } from './measures.ts';
import { noticeSentence } from './parts.ts';

const states: Readonly<Record<Verdict['licence'], ChainState>> = {
  required: 'held',
  'not-required': 'free',
  undetermined: 'unknown',
};

/** What the drawing shows of a check. */
export function drawnProps(say: Phrases, data: CheckData, { chip, asked }: Check): CheckProps {
  const gates = gatesOf(say, data, asked);
  return {
    chip: chip.name,
    measures: measuresProps(say, chip, asked[0]!.verdict),
    chain: {
      gates,
      columns: asked.map(({ day, verdict }, column) => ({
        title: formatDate(day),
        answer: states[verdict.licence],
        row: `answer-${column}`,
        plate: {
          title: say(`answer.${verdict.licence}`),
          policy:
            verdict.policy && verdict.policy.kind !== 'undetermined'
              ? say(`policy.${verdict.policy.kind}`)
              : '',
          text: plateText(say, verdict),
        },
      })),
      words: {
        below: say('words.below'),
        above: say('words.above'),
        unasked: say('words.unasked'),
        same: say('words.same'),
      },
    },
    foot: say('foot'),
  };
}

/** Under the answer: the paragraph and the clause, the letter, the notice that may do instead, what decides and is not known, and why a policy cannot be told. */
function plateText(say: Phrases, verdict: Verdict): string {
  const { paragraph, clause, letters, policy } = verdict;
  const list =
    verdict.verdict !== 'controlled'
      ? say(`list.${verdict.verdict}`)
      : paragraph && clause
        ? say('list.controlled', { paragraph, clause })
        : say('list.controlled-open');
  const bound = letters.some(({ binds }) => binds) && verdict.verdict !== 'controlled';
  const unknown = verdict.decides.map(({ input }) => say(`unknown.${input}`));
  return [
    list,
    noticeSentence(say, verdict),
    bound ? say('by-letter') : '',
    unknown.length > 0 ? say('missing', { what: unknown.join(', ') }) : '',
    // Where the policy cannot be told, its text says why nothing can.
    policy?.kind === 'undetermined' ? policy.text : '',
  ]
    .filter(Boolean)
    .join(' ');
}
