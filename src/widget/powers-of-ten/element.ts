import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import type { FlightData } from './flightData.ts';
import { declaration, type FlightParameters } from './params.ts';

export { declaration };

/** Mounts the flight; the code that moves it comes with the first touch of its steps. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<FlightParameters, FlightData>,
): MountedWidget<FlightParameters> {
  return mountLate(
    figure,
    context,
    declaration.parameters,
    () => import('./atWork.ts').then(({ workFlight }) => workFlight),
    {
      asDrawn({ stage, asof }) {
        const built = figure.querySelector<HTMLElement>('.flight-stop[data-current]')?.dataset;
        return built?.['stop'] === stage && built['asof'] === asof;
      },
    },
  );
}
