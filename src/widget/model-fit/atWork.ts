import { chartWorker } from '../chart/work.ts';
import type { FitData } from './fitData.ts';
import { parameters, type FitParameters } from './params.ts';
import { reckon } from './reckon.ts';
import { fitView, hopText, machinesShown, modelName } from './view.ts';

/** Makes the figure work: every word and square follows the state, and the state follows the controls. */
export const workFit = chartWorker<FitParameters, FitData>({
  id: 'model-fit',
  parameters,
  view: fitView,
  said(say, data, values) {
    const one = reckon(data, values);
    const count = say('chips', { chips: one.fit.chips, chip: one.chip.name });
    const hop = machinesShown(values) ? ` ${hopText(say, one)}` : '';
    return `${modelName(say, data, values)}: ${count}.${hop}`;
  },
});
