import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import type { FailureData } from './failureData.ts';
import { declaration, parameters, type FailureParameters } from './params.ts';

export { declaration };

/** Mounts the figure; the code that redraws it comes with the first touch. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<FailureParameters, FailureData>,
): MountedWidget<FailureParameters> {
  return mountLate(figure, context, parameters, () =>
    import('./atWork.ts').then(({ workFailures }) => workFailures),
  );
}
