import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import type { CheckData } from './checkData.ts';
import { declaration, parameters, type CheckParameters } from './params.ts';

export { declaration };

/** Mounts the figure; the rules and the code that asks them come with the first touch. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<CheckParameters, CheckData>,
): MountedWidget<CheckParameters> {
  return mountLate(figure, context, parameters, () =>
    import('./atWork.ts').then(({ workCheck }) => workCheck),
  );
}
