import type { WidgetModule } from './declaration.ts';

/**
 * Widgets by id, for the browser: the declaration comes with the widget, so that a page carries only what it shows.
 * Their static half is in `src/components/widget/registry.ts`.
 */
export const widgets: Readonly<Record<string, () => Promise<unknown>>> = {
  'powers-of-ten': () => import('./powers-of-ten/element.ts'),
  'supernode-hall': () => import('./supernode-hall/element.ts'),
  'rack-compare': () => import('./rack-compare/element.ts'),
  'package-explorer': () => import('./package-explorer/element.ts'),
  'interconnect-explorer': () => import('./interconnect-explorer/element.ts'),
  'topology-lab': () => import('./topology-lab/element.ts'),
  'bandwidth-cliff': () => import('./bandwidth-cliff/element.ts'),
  'copper-reach': () => import('./copper-reach/element.ts'),
  'model-fit': () => import('./model-fit/element.ts'),
  'licence-check': () => import('./licence-check/element.ts'),
  'policy-timeline': () => import('./policy-timeline/element.ts'),
  'collective-player': () => import('./collective-player/element.ts'),
  'threshold-map': () => import('./threshold-map/element.ts'),
  'failure-budget': () => import('./failure-budget/element.ts'),
};

/** Loads one widget. Throws on an id that is not registered. */
export async function loadWidget(id: string): Promise<WidgetModule> {
  const load = widgets[id];
  if (!load) throw new Error(`No widget "${id}"; there are: ${Object.keys(widgets).join(', ') || 'none'}`);
  return (await load()) as WidgetModule;
}
