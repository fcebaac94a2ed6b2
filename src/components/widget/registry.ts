import { bandwidthCliff } from './bandwidth-cliff/static.ts';
import { failureBudget } from './failure-budget/static.ts';
import { collectivePlayer } from './collective-player/static.ts';
import { licenceCheck } from './licence-check/static.ts';
import { interconnectExplorer } from './interconnect-explorer/static.ts';
import { powersOfTen } from './powers-of-ten/static.ts';
import { copperReach } from './copper-reach/static.ts';
import { modelFit } from './model-fit/static.ts';
import { packageExplorer } from './package-explorer/static.ts';
import { policyTimeline } from './policy-timeline/static.ts';
import { rackCompare } from './rack-compare/static.ts';
import type { StaticWidget } from './staticWidget.ts';
import { supernodeHall } from './supernode-hall/static.ts';
import { topologyLab } from './topology-lab/static.ts';
import { thresholdMap } from './threshold-map/static.ts';

/** Widgets by id, for the build; their browser half is in `src/widget/registry.ts`. */
export const staticWidgets: Readonly<Record<string, StaticWidget>> = {
  [powersOfTen.declaration.id]: powersOfTen,
  [supernodeHall.declaration.id]: supernodeHall,
  [rackCompare.declaration.id]: rackCompare,
  [packageExplorer.declaration.id]: packageExplorer,
  [interconnectExplorer.declaration.id]: interconnectExplorer,
  [topologyLab.declaration.id]: topologyLab,
  [bandwidthCliff.declaration.id]: bandwidthCliff,
  [copperReach.declaration.id]: copperReach,
  [modelFit.declaration.id]: modelFit,
  [licenceCheck.declaration.id]: licenceCheck,
  [policyTimeline.declaration.id]: policyTimeline,
  [collectivePlayer.declaration.id]: collectivePlayer,
  [thresholdMap.declaration.id]: thresholdMap,
  [failureBudget.declaration.id]: failureBudget,
};

/** Finds a widget. Throws on an id that is not registered, naming those that are. */
export function staticWidget(id: string): StaticWidget {
  const widget = staticWidgets[id];
  if (!widget)
    throw new Error(`No widget "${id}"; there are: ${Object.keys(staticWidgets).join(', ') || 'none'}`);
  return widget;
}
