import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import type { FitData } from './fitData.ts';
import { declaration, parameters, type FitParameters } from './params.ts';

export { declaration };

/** Mounts the figure; the code that redraws it comes with the first touch. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<FitParameters, FitData>,
): MountedWidget<FitParameters> {
  return mountLate(figure, context, parameters, () => import('./atWork.ts').then(({ workFit }) => workFit));
}
