import { twin } from '../../../widget/licence-check/twin.ts';
import { checkView } from '../../../widget/licence-check/view.ts';
import { chartWidget } from '../chartWidget.ts';
import type { StaticWidget } from '../staticWidget.ts';

export const licenceCheck: StaticWidget = { ...chartWidget(twin, checkView), late: true };
