import { modelFit as drawFit } from '../../../figure/model-fit/drawing.ts';
import { reckon } from '../../../widget/model-fit/reckon.ts';
import { twin } from '../../../widget/model-fit/twin.ts';
import { fitProps, fitView, machinesShown } from '../../../widget/model-fit/view.ts';
import { chartWidget } from '../chartWidget.ts';

export const modelFit = chartWidget(twin, fitView, {
  draw: (say, data, values, frame) =>
    drawFit(fitProps(say, reckon(data, values), machinesShown(values)), frame),
});
