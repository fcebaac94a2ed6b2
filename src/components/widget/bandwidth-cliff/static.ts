import { bandwidthCliff as drawCliff } from '../../../figure/bandwidth-cliff/drawing.ts';
import { twin } from '../../../widget/bandwidth-cliff/twin.ts';
import { cliffProps, cliffView } from '../../../widget/bandwidth-cliff/view.ts';
import { chartWidget } from '../chartWidget.ts';
import { mediaKey } from '../mediaKey.ts';

export const bandwidthCliff = chartWidget(twin, cliffView, {
  draw: (say, data, values, frame) => drawCliff(cliffProps(say, data, values), frame),
  key: (say) => mediaKey({ copper: say('copper'), light: say('light'), outline: say('outline') }),
});
