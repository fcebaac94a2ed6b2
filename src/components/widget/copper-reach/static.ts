import { copperReach as drawReach } from '../../../figure/copper-reach/drawing.ts';
import { reachProps } from '../../../widget/copper-reach/props.ts';
import { twin } from '../../../widget/copper-reach/twin.ts';
import { reachView } from '../../../widget/copper-reach/view.ts';
import { chartWidget } from '../chartWidget.ts';

export const copperReach = chartWidget(twin, reachView, {
  draw: (say, data, values, frame) => drawReach(reachProps(say, data, values), frame),
});
