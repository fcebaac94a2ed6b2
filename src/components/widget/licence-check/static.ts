import { loadCatalogue } from '../../../data/load.ts';
import { declaration } from '../../../widget/licence-check/params.ts';
import { selectCheck } from '../../../widget/licence-check/select.ts';
import { checkView } from '../../../widget/licence-check/view.ts';
import { chartWidget } from '../chartWidget.ts';
import type { StaticWidget } from '../staticWidget.ts';

export const licenceCheck: StaticWidget = {
  ...chartWidget(declaration, async () => selectCheck(await loadCatalogue()), checkView),
  late: true,
};
