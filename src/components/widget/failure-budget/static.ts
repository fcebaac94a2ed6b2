import { drawFailures } from '../../../figure/failure-budget/drawing.ts';
import { failureProps } from '../../../widget/failure-budget/drawn.ts';
import { reckon } from '../../../widget/failure-budget/reckon.ts';
import { twin } from '../../../widget/failure-budget/twin.ts';
import { failureView } from '../../../widget/failure-budget/view.ts';
import { chartWidget } from '../chartWidget.ts';

export const failureBudget = chartWidget(twin, failureView, {
  draw: (say, data, values, frame) => drawFailures(failureProps(say, reckon(data, values), values), frame),
});
