import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { slot } from '../slot.ts';
import type { HallData } from './hallData.ts';
import { declaration, drawnState, type HallParameters, type HallValues } from './params.ts';

export { declaration };

/** What a reader may do before the widget's code has come; it is done again once it has. */
const heard = ['click', 'keydown'] as const;

/**
 * Mounts a supernode's figure. The HTML of the build answers for itself, so the code that changes it comes with the
 * first touch of the reader, or at once where the address asks for another state than the build drew.
 */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<HallParameters, HallData>,
): MountedWidget<HallParameters> {
  const reached = [slot(figure, 'controls'), slot(figure, 'parts')];
  const early: Event[] = [];
  let values: HallValues = context.params;
  let gone = false;
  /** Null where the figure was removed before its code came. */
  let work: Promise<MountedWidget<HallParameters> | null> | undefined;

  const listen = (event: Event) => {
    early.push(event);
    void atWork();
  };
  const deafen = () => {
    for (const place of reached) for (const type of heard) place.removeEventListener(type, listen);
  };
  const begin = async () => {
    const { workHall } = await import('./atWork.ts');
    deafen();
    if (gone) return null;
    const made = workHall(figure, { ...context, params: values });
    for (const event of early) {
      const Again = event.constructor as new (type: string, init: Event) => Event;
      // Keys go where the focus has come to be, as they would have.
      const target = event instanceof KeyboardEvent ? document.activeElement : event.target;
      target?.dispatchEvent(new Again(event.type, event));
    }
    return made;
  };
  const atWork = () => (work ??= begin());

  for (const place of reached) for (const type of heard) place.addEventListener(type, listen);
  const widget: MountedWidget<HallParameters> = {
    update(next) {
      values = next;
      if (work) void work.then((made) => made?.update(next));
      else void atWork();
    },
    async start() {
      const made = await atWork();
      await made?.start?.();
      if (made?.still) widget.still = made.still;
    },
    pause: () => void work?.then((made) => made?.pause?.()),
    resume: () => void work?.then((made) => made?.resume?.()),
    dispose() {
      gone = true;
      deafen();
      void work?.then((made) => made?.dispose());
    },
  };
  const drawn = slot(figure, 'poster').querySelector('svg')?.dataset['drawn'];
  if (drawn !== drawnState(values)) void atWork();
  return widget;
}
