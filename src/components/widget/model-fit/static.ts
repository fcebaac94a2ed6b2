import { loadCatalogue } from '../../../data/load.ts';
import { readModels } from '../../../data/readRecords.ts';
import { readTopologies } from '../../../data/readTopologies.ts';
import { declaration } from '../../../widget/model-fit/params.ts';
import { selectFit } from '../../../widget/model-fit/select.ts';
import { fitView } from '../../../widget/model-fit/view.ts';
import { chartWidget } from '../chartWidget.ts';

export const modelFit = chartWidget(
  declaration,
  // A bundle no longer knows where its source lay: the folder is found from where the build runs.
  async () => selectFit(await loadCatalogue(), readModels('content'), readTopologies()),
  fitView,
);
