import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import { declaration, type PlayerParameters } from './params.ts';
import type { PlayerData } from './playerData.ts';

export { declaration };

/** Mounts the player; its code comes when it is wanted. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<PlayerParameters, PlayerData>,
): MountedWidget<PlayerParameters> {
  return mountLate(figure, context, declaration.parameters, () =>
    import('./atWork.ts').then(({ workPlayer }) => workPlayer),
  );
}
