import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { slot } from '../slot.ts';
import { mountOnTouch } from '../touch.ts';
import type { FitData } from './fitData.ts';
import { declaration, drawnState, type FitParameters } from './params.ts';

export { declaration };

/** Mounts the figure; the code that redraws it comes with the first touch. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<FitParameters, FitData>,
): MountedWidget<FitParameters> {
  const drawn = slot(figure, 'poster').querySelector('svg')?.dataset['drawn'] === drawnState(context.params);
  return mountOnTouch(
    figure,
    context,
    ['controls'],
    () => import('./atWork.ts').then(({ workFit }) => workFit),
    drawn,
  );
}
