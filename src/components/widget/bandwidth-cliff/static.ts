import { bandwidthCliff as drawCliff } from '../../../figure/bandwidth-cliff/drawing.ts';
import { twin } from '../../../widget/bandwidth-cliff/twin.ts';
import { cliffProps, cliffView } from '../../../widget/bandwidth-cliff/view.ts';
import { chartWidget } from '../chartWidget.ts';

export const bandwidthCliff = chartWidget(twin, cliffView, {
  draw: (say, data, values, frame) => drawCliff(cliffProps(say, data, values), frame),
});
