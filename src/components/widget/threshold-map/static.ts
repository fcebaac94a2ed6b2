import { thresholdMap as drawMap } from '../../../figure/threshold-map/drawing.ts';
import { mapProps, mapState } from '../../../widget/threshold-map/drawing.ts';
import { mapOn } from '../../../widget/threshold-map/mapData.ts';
import { twin } from '../../../widget/threshold-map/twin.ts';
import { mapView } from '../../../widget/threshold-map/view.ts';
import { chartWidget } from '../chartWidget.ts';
import type { StaticWidget } from '../staticWidget.ts';

export const thresholdMap: StaticWidget = {
  ...chartWidget(twin, mapView, {
    draw: (say, all, values, frame) => {
      const data = mapOn(all, values.asof);
      return drawMap(mapProps(say, data, mapState(say, data, values)), frame);
    },
  }),
  late: true,
};
