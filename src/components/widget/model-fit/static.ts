import { twin } from '../../../widget/model-fit/twin.ts';
import { fitView } from '../../../widget/model-fit/view.ts';
import { chartWidget } from '../chartWidget.ts';

export const modelFit = chartWidget(twin, fitView);
