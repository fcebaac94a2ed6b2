import { loadCatalogue } from '../../../data/load.ts';
import { readTopologies } from '../../../data/readTopologies.ts';
import { declaration } from '../../../widget/bandwidth-cliff/params.ts';
import { selectCliff } from '../../../widget/bandwidth-cliff/select.ts';
import { cliffView } from '../../../widget/bandwidth-cliff/view.ts';
import { chartWidget } from '../chartWidget.ts';

export const bandwidthCliff = chartWidget(
  declaration,
  async () => selectCliff(await loadCatalogue(), readTopologies()),
  cliffView,
);
