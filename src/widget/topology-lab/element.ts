import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import type { LabData } from './labData.ts';
import { declaration, type LabParameters } from './params.ts';

export { declaration };

/** Mounts the figure; its code comes when it is wanted. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<LabParameters, LabData>,
): MountedWidget<LabParameters> {
  return mountLate(figure, context, declaration.parameters, () =>
    import('./atWork.ts').then(({ workLab }) => workLab),
  );
}
