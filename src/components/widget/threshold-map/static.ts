import { loadCatalogue } from '../../../data/load.ts';
import { ruledChipOf } from '../../../data/ruledChip.ts';
import { rulebookOf } from '../../../data/rulebook.ts';
import { declaration } from '../../../widget/threshold-map/params.ts';
import { selectMap } from '../../../widget/threshold-map/select.ts';
import { mapView } from '../../../widget/threshold-map/view.ts';
import { chartWidget } from '../chartWidget.ts';
import type { StaticWidget } from '../staticWidget.ts';

async function cut() {
  const catalogue = await loadCatalogue();
  return selectMap(catalogue, rulebookOf(catalogue), (id) => ruledChipOf(catalogue, id));
}

export const thresholdMap: StaticWidget = { ...chartWidget(declaration, cut, mapView), late: true };
