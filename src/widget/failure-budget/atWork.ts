import { printOwnRates, readFit, readOwnRates } from '../../model/failure/ownRates.ts';
import { partIds, type PartId } from '../../model/failure/partRate.ts';
import { chartWorker } from '../chart/work.ts';
import { ownAllowed } from './controls.ts';
import type { FailureData } from './failureData.ts';
import { parameters, type FailureParameters } from './params.ts';
import { reckon } from './reckon.ts';
import { failureView, firstText } from './view.ts';
import { shareText } from './shareText.ts';

/** Makes the figure work: every word and tick follows the state, and the state follows the controls. */
export const workFailures = chartWorker<FailureParameters, FailureData>({
  id: 'failure-budget',
  parameters,
  view: failureView,
  said(say, data, values) {
    const reckoned = reckon(data, values);
    const { exact } = reckoned;
    const runs =
      exact.firstFailureHours === null ? '' : say('said.runs', { share: shareText(exact.availability) });
    return `${firstText(say, reckoned, values)} ${runs}`.trim();
  },
  wrongText: (say, { allowed }) => say('wrong', { allowed }),
  gestures(work) {
    /** A rate of the reader's own: an empty field takes the published one again. */
    const typed = (part: PartId) => (field: HTMLInputElement, ended: boolean) => {
      if (!ended) return;
      const text = field.value.trim();
      const fit = text === '' ? undefined : readFit(text);
      if (fit === null) return work.refuse(part, field.value, work.say('wrong', { allowed: ownAllowed }));
      const rates = { ...readOwnRates(work.values.fit), [part]: fit };
      work.set({ fit: printOwnRates(rates) }, { discrete: false });
    };
    return { fields: Object.fromEntries(partIds.map((part) => [part, typed(part)])) };
  },
});
