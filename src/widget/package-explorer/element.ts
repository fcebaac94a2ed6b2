import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import { declaration, type PackageParameters } from './params.ts';
import type { PackageData } from './packageData.ts';

export { declaration };

/** Mounts the packages of chips; its code comes when it is wanted. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<PackageParameters, PackageData>,
): MountedWidget<PackageParameters> {
  return mountLate(figure, context, declaration.parameters, () =>
    import('./atWork.ts').then(({ workPackages }) => workPackages),
  );
}
