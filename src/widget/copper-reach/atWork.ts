import { placedLength } from '../../figure/copper-reach/layout.ts';
import type { DrawingPoint } from '../chart/pointer.ts';
import { chartWorker } from '../chart/work.ts';
import type { RecordSlice } from '../recordedFigure.ts';
import { lengthRange, parameters, type ReachParameters } from './params.ts';
import { reachView, stateText } from './view.ts';

/** Makes the figure work: the far cabinet follows the hand, and everything else the cabinet. */
export const workReach = chartWorker<ReachParameters, RecordSlice>({
  id: 'copper-reach',
  parameters,
  view: reachView,
  said: stateText,
  gestures(work) {
    /** Where on the cabinet it was taken hold of, pixels from its edge. */
    let held: number | null = null;
    const move = ({ x, drawing }: DrawingPoint, ended: boolean) => {
      const frame = drawing.viewBox.baseVal;
      held ??= x - Number(drawing.querySelector<SVGElement>('.reach-hold')?.dataset['edge'] ?? x);
      const length = placedLength(frame, x - held, lengthRange);
      if (ended) held = null;
      if (ended || length !== work.values.length) work.set({ length }, { discrete: false, moving: !ended });
    };
    return { drawing: { holds: '.reach-hold', drag: move } };
  },
});
