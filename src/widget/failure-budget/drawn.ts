import { formatNumber } from '../../encoding/format.ts';
import type { FailureProps } from '../../figure/failure-budget/props.ts';
import type { Phrases } from '../phrases.ts';
import { durationText } from './durationText.ts';
import type { FailureValues } from './params.ts';
import { drawnQuarter, drawnWeeks } from './quarter.ts';
import type { Reckoned, ReckonedPart } from './reckon.ts';
import { shareText } from './shareText.ts';

/** What a kind of part is called: `optical modules`. */
const kindText = (say: Phrases, { id }: ReckonedPart, { optics }: FailureValues): string =>
  say(`part.${id === 'module' && optics === 'co-packaged' ? 'co-packaged' : id}`);

/** How many there are of a part: `65,536 optical modules`. */
export const countText = (say: Phrases, part: ReckonedPart, values: FailureValues): string =>
  `${formatNumber(part.count)} ${kindText(say, part, values)}`;

/** What the drawing shows of a state. */
export function failureProps(say: Phrases, reckoned: Reckoned, values: FailureValues): FailureProps {
  const { parts, exact } = reckoned;
  const everyText = (key: string, { firstFailureHours }: ReckonedPart) =>
    firstFailureHours === null ? '' : say(key, { time: durationText(say, firstFailureHours) });
  const { failures, until } = drawnQuarter(reckoned, values.seed);
  return {
    parts: parts.map((part) => ({
      id: part.id,
      count: formatNumber(part.count),
      kind: kindText(say, part, values),
      life:
        part.rate === null
          ? say('no-rate')
          : part.rate === 0
            ? say('never')
            : say(part.own ? 'life-own' : 'life', { time: durationText(say, 1 / part.rate) }),
      every: everyText('every', part),
      short: everyText('every-short', part),
    })),
    weeks: drawnWeeks,
    failures,
    // Of a machine of which nothing is known it is not said that it runs.
    until: reckoned.fails === 'unknown' ? 0 : until,
    words: {
      first: say('head.first'),
      firstTime:
        exact.firstFailureHours === null
          ? say(`head.${reckoned.fails}`)
          : durationText(say, exact.firstFailureHours),
      runs: say('head.runs'),
      runsShare: exact.firstFailureHours === null ? '' : shareText(exact.availability),
      week: say('week'),
      number: (week) => say('week-number', { week }),
      gap: say(values.spares > 0 || values.retry > 0 ? 'gap-borne' : 'gap', {
        time: durationText(say, values.repair / 60),
      }),
    },
  };
}
