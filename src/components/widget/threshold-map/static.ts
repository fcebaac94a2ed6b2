import { twin } from '../../../widget/threshold-map/twin.ts';
import { mapView } from '../../../widget/threshold-map/view.ts';
import { chartWidget } from '../chartWidget.ts';
import type { StaticWidget } from '../staticWidget.ts';

export const thresholdMap: StaticWidget = { ...chartWidget(twin, mapView), late: true };
