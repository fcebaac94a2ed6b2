import { cliffPlace, cliffRange } from '../../figure/bandwidth-cliff/chart.ts';
import type { DrawingPoint } from '../chart/pointer.ts';
import { chartWorker } from '../chart/work.ts';
import type { CliffData } from './cliffData.ts';
import { parameters, readGuess, systemIds, type CliffParameters } from './params.ts';
import { drawIn } from './drawIn.ts';
import { cliffSaid } from './said.ts';
import { cliffView } from './view.ts';

/** Makes the chart work: a reader switches machines and the scale, draws a line, and sees the answer. */
export const workCliff = chartWorker<CliffParameters, CliffData>({
  id: 'bandwidth-cliff',
  parameters,
  view: cliffView,
  said: cliffSaid,
  bringsDrawing: true,
  gestures(work) {
    const { say, data, slots } = work;
    const first = data.systems[0]!.steps[0]!.bandwidth / 1e9;
    const guess = ({ chips, bandwidth }: { chips: number; bandwidth: number }, ended: boolean) => {
      // The line may fall or go on, not rise.
      const text = `${Math.round(chips)},${Math.round(Math.min(bandwidth, first))}`;
      if (readGuess(text)) work.set({ guess: text }, { discrete: false, moving: !ended });
    };
    const guessAt = (at: DrawingPoint, ended: boolean) => {
      const { view, scale } = work.values;
      if (view === 'guess') guess(cliffPlace(at.drawing.viewBox.baseVal, scale, at), ended);
    };
    const typed = (_: HTMLInputElement, ended: boolean) => {
      const number = (name: string) =>
        Number(slots.parts.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value);
      const { chips, bandwidth } = { chips: number('chips'), bandwidth: number('bandwidth') };
      if (!ended || (chips < 1 && bandwidth < 1)) return;
      guess({ chips: chips < 1 ? cliffRange.chips : chips, bandwidth: bandwidth < 1 ? first : bandwidth }, true); // prettier-ignore
    };
    const verbs: Readonly<Record<string, () => void>> = {
      show() {
        work.set({ view: 'answer' });
        slots.parts.querySelector<HTMLElement>('[data-do="again"]')?.focus({ preventScroll: true });
      },
      again: () => work.set({ view: 'guess', guess: '' }),
      latest: () => work.set({ asof: 'latest' }),
    };
    let inked = work.values.focus;
    return {
      // A machine that is stepped to comes in from its first chip outwards.
      written() {
        const { focus, view } = work.values;
        if (focus !== inked && view === 'answer') drawIn(slots.poster);
        inked = focus;
      },
      buttons: {
        system(id) {
          const on = work.values.systems.split(',');
          const wanted = systemIds.filter((one) => on.includes(one) !== (one === id));
          if (wanted.length > 0) work.set({ systems: wanted.join(',') });
          else work.host.announce(say('said.last'));
        },
        do: (verb) => verbs[verb]?.(),
      },
      fields: { chips: typed, bandwidth: typed },
      drawing: { holds: '.cliff-hold, .cliff-handle', press: (at) => guessAt(at, true), drag: guessAt },
    };
  },
});
