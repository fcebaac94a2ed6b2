import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { slot } from '../slot.ts';
import { mountOnTouch } from '../touch.ts';
import type { CliffData } from './cliffData.ts';
import { declaration, drawnState, type CliffParameters } from './params.ts';

export { declaration };

/** Mounts the chart; the code that redraws it comes with the first touch. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<CliffParameters, CliffData>,
): MountedWidget<CliffParameters> {
  const drawn = slot(figure, 'poster').querySelector('svg')?.dataset['drawn'] === drawnState(context.params);
  return mountOnTouch(
    figure,
    context,
    ['controls', 'parts', 'poster'],
    () => import('./atWork.ts').then(({ workCliff }) => workCliff),
    drawn,
  );
}
