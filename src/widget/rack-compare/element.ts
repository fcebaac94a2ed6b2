import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import { declaration, type RackParameters } from './params.ts';
import type { RackData } from './rackData.ts';

export { declaration };

/** Mounts the comparison of two cabinets; its code comes when it is wanted. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<RackParameters, RackData>,
): MountedWidget<RackParameters> {
  return mountLate(figure, context, declaration.parameters, () =>
    import('./atWork.ts').then(({ workRacks }) => workRacks),
  );
}
