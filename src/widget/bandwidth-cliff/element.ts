import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import type { CliffData } from './cliffData.ts';
import { declaration, parameters, type CliffParameters } from './params.ts';

export { declaration };

/** Mounts the figure; the code that redraws it comes with the first touch. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<CliffParameters, CliffData>,
): MountedWidget<CliffParameters> {
  return mountLate(figure, context, parameters, () =>
    import('./atWork.ts').then(({ workCliff }) => workCliff),
  );
}
