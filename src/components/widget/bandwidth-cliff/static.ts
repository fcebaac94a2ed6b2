import { twin } from '../../../widget/bandwidth-cliff/twin.ts';
import { cliffView } from '../../../widget/bandwidth-cliff/view.ts';
import { chartWidget } from '../chartWidget.ts';

export const bandwidthCliff = chartWidget(twin, cliffView);
