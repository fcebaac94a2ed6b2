import type { ChartGestures, ChartWork } from '../chart/chart.ts';
import { chartWorker, type Worker } from '../chart/work.ts';
import { slot } from '../slot.ts';
import { beatOf } from './beats.ts';
import { liveView } from './liveView.ts';
import { onRecord } from './known.ts';
import { liveList } from './list.ts';
import { firstMonth, lastMonth, parameters, type TimelineParameters, type TimelineValues } from './params.ts';
import { pressedEvent } from './pressed.ts';
import { timelineSaid } from './said.ts';
import { shownEvents, stretchOf, switched } from './shown.ts';
import type { TimelineData } from './timelineData.ts';
import { beatBeside } from './told.ts';
import { eventAt, stepTo } from './walk.ts';
import { zoomed, type Zoom } from './zoom.ts';

/** Makes the sheet work: every word and line follows the state, and the state follows the reader. */
export const workTimeline: Worker<TimelineParameters, TimelineData> = (figure, context) =>
  chartWorker<TimelineParameters, TimelineData>({
    id: 'policy-timeline',
    parameters,
    checked: onRecord,
    view: liveView(liveList(slot(figure, 'table'), slot(figure, 'sources'))),
    said: timelineSaid,
    gestures,
  })(figure, context);

function gestures(work: ChartWork<TimelineParameters, TimelineData>): ChartGestures {
  const { say, data, slots } = work;
  const pick = (event: string | undefined, discrete = true): boolean => {
    if (event === undefined || event === work.values.event) return false;
    work.set({ event }, { discrete });
    return true;
  };
  const toggle = (kind: 'chip' | 'rule') => (id: string) =>
    work.set({ chip: '', rule: '', [kind]: work.values[kind] === id ? '' : id });
  /** Tells a beat on the whole sheet, where all its moves are. */
  const tell = (beat: string) => {
    const whole = {
      view: 'moves' as const,
      event: '',
      chip: '',
      rule: '',
      actors: 'all',
      topics: 'all',
      from: firstMonth,
      to: lastMonth,
    };
    work.set({ ...(beat !== 'all' && whole), beat: beat as TimelineValues['beat'] });
  };
  const verbs: Readonly<Record<string, () => void>> = {
    back: () => pick(stepTo(data, work.values, -1)?.id),
    on: () => pick(stepTo(data, work.values, 1)?.id),
    clear() {
      const said = say('said.clear', { count: shownEvents(data, work.values).length });
      work.set({ chip: '', rule: '' }, { said });
      slots.controls.querySelector('input')?.focus({ preventScroll: true });
    },
  };
  return {
    buttons: {
      from: (from, { to }) => work.set({ from, to: to! }),
      actor: (id) => work.set(switched(work.values, 'actors', id)),
      topic: (id) => work.set(switched(work.values, 'topics', id)),
      all: (kind) => work.set({ [kind]: 'all' }),
      event: (id) => pick(id),
      beat: tell,
      chip: toggle('chip'),
      rule: toggle('rule'),
      do: (verb) => (verbs[verb] ?? (() => work.set(zoomed(stretchOf(work.values), verb as Zoom))))(),
    },
    fields: { event: ({ value }) => pick(eventAt(data, work.values, Number(value))?.id ?? '', false) },
    keys({ key, target }) {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
      const onStepper = target instanceof Element && target.closest('.moves-beat [data-beat]');
      if (by !== undefined && onStepper) {
        const now = beatOf(data, work.values)?.id ?? 'all';
        tell(beatBeside(now, by as 1 | -1));
        return true;
      }
      return key === 'Escape' && pick('');
    },
    drawing: { press: (at, target) => pick(pressedEvent(at, target)) },
  };
}
