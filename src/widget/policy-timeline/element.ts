import type { MountedWidget, WidgetContext } from '../declaration.ts';
import { mountLate } from '../lateMount.ts';
import { declaration, parameters, type TimelineParameters } from './params.ts';
import type { TimelineData } from './timelineData.ts';

export { declaration };

/** Mounts the figure; the code that redraws it comes with the first touch. */
export function mount(
  figure: HTMLElement,
  context: WidgetContext<TimelineParameters, TimelineData>,
): MountedWidget<TimelineParameters> {
  return mountLate(figure, context, parameters, () =>
    import('./atWork.ts').then(({ workTimeline }) => workTimeline),
  );
}
