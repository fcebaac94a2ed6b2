import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import type { MapData } from './mapData.ts';
import { declaration, parameters, type MapParameters } from './params.ts';

export { declaration };

/** Mounts the figure; the code that redraws it comes with the first touch. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<MapParameters, MapData>,
): MountedWidget<MapParameters> {
  return mountLate(figure, context, parameters, () => import('./atWork.ts').then(({ workMap }) => workMap));
}
