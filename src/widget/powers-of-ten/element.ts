import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { slot } from '../slot.ts';
import type { FlightData } from './flightData.ts';
import { declaration, type FlightParameters } from './params.ts';

export { declaration };

/**
 * Mounts the flight. The HTML of the build answers for itself, so the code that moves it comes with the first scroll
 * or touch, or at once where the address asks for another stop than the build drew.
 */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<FlightParameters, FlightData>,
): MountedWidget<FlightParameters> {
  const steps = slot(figure, 'controls');
  let { params } = context;
  let gone = false;
  /** Null where the figure was removed before its code came. */
  let work: Promise<MountedWidget<FlightParameters> | null> | undefined;
  const begin = async () => {
    const { workFlight } = await import('./atWork.ts');
    steps.removeEventListener('click', early);
    return gone ? null : workFlight(figure, { ...context, params });
  };
  const atWork = () => (work ??= begin());
  const early = (event: Event) => {
    const { target } = event;
    void atWork().then((made) => made && target?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
  };
  steps.addEventListener('click', early);

  const widget: MountedWidget<FlightParameters> = {
    update(next) {
      params = next;
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
      steps.removeEventListener('click', early);
      void work?.then((made) => made?.dispose());
    },
  };
  const drawn = figure.querySelector<HTMLElement>('.flight-stop[data-current]')?.dataset['stop'];
  if (drawn !== params.stage) void atWork();
  return widget;
}
