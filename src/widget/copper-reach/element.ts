import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import type { RecordSlice } from '../recordedFigure.ts';
import { declaration, parameters, type ReachParameters } from './params.ts';

export { declaration };

/** Mounts the figure; the code that redraws it comes with the first touch. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<ReachParameters, RecordSlice>,
): MountedWidget<ReachParameters> {
  return mountLate(figure, context, parameters, () =>
    import('./atWork.ts').then(({ workReach }) => workReach),
  );
}
