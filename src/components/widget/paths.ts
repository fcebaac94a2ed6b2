import { staticWidgets } from './registry.ts';

/** Paths of the pages that every widget has. */
export function widgetPaths(): { params: { id: string } }[] {
  return Object.keys(staticWidgets).map((id) => ({ params: { id } }));
}
