import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import type { ExplorerData } from './explorerData.ts';
import { declaration, type ExplorerParameters } from './params.ts';

export { declaration };

/** Mounts the figure; its code comes when it is wanted. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<ExplorerParameters, ExplorerData>,
): MountedWidget<ExplorerParameters> {
  return mountLate(figure, context, declaration.parameters, () =>
    import('./atWork.ts').then(({ workExplorer }) => workExplorer),
  );
}
