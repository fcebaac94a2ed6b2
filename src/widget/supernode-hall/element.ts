import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import type { HallData } from './hallData.ts';
import { declaration, type HallParameters } from './params.ts';

export { declaration };

/** Mounts a supernode's figure; its code comes when it is wanted. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<HallParameters, HallData>,
): MountedWidget<HallParameters> {
  return mountLate(figure, context, declaration.parameters, () =>
    import('./atWork.ts').then(({ workHall }) => workHall),
  );
}
