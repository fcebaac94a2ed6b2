import { bandwidthCliff } from './bandwidthCliff.ts';
import { licenceCheck } from './licenceCheck.ts';
import { powersOfTen } from './powersOfTen.ts';
import { modelFit } from './modelFit.ts';
import { packageExplorer } from './packageExplorer.ts';
import { policyTimeline } from './policyTimeline.ts';
import { rackCompare } from './rackCompare.ts';
import type { StaticWidget } from './staticWidget.ts';
import { supernodeHall } from './supernodeHall.ts';
import { thresholdMap } from './thresholdMap.ts';

/** Widgets by id, for the build; their browser half is in `src/widget/registry.ts`. */
export const staticWidgets: Readonly<Record<string, StaticWidget>> = {
  [powersOfTen.declaration.id]: powersOfTen,
  [supernodeHall.declaration.id]: supernodeHall,
  [rackCompare.declaration.id]: rackCompare,
  [packageExplorer.declaration.id]: packageExplorer,
  [bandwidthCliff.declaration.id]: bandwidthCliff,
  [modelFit.declaration.id]: modelFit,
  [licenceCheck.declaration.id]: licenceCheck,
  [policyTimeline.declaration.id]: policyTimeline,
  [thresholdMap.declaration.id]: thresholdMap,
};

/** Finds a widget. Throws on an id that is not registered, naming those that are. */
export function staticWidget(id: string): StaticWidget {
  const widget = staticWidgets[id];
  if (!widget)
    throw new Error(`No widget "${id}"; there are: ${Object.keys(staticWidgets).join(', ') || 'none'}`);
  return widget;
}
