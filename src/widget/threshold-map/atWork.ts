import { mapPlace } from '../../figure/threshold-map/scale.ts';
import type { DrawingPoint } from '../chart/pointer.ts';
import { chartWorker } from '../chart/work.ts';
import type { MapData } from './mapData.ts';
import { ownEntry } from './ownEntry.ts';
import { ownPlace, ownValues, parameters, type MapParameters } from './params.ts';
import { valueAt } from './parts.ts';
import { dayAfter, dayOf, dayTowards } from './rulings.ts';
import { rowReveal } from './rowReveal.ts';
import { mapSaid } from './said.ts';
import { mapView } from './view.ts';

/** Makes the map work: lines and chips follow the date, the verdict follows the reader's own chip. */
export const workMap = chartWorker<MapParameters, MapData>({
  id: 'threshold-map',
  parameters,
  view: mapView,
  said: mapSaid,
  gestures(work) {
    const { say, data, slots } = work;
    const toOwn = (place: { tpp?: number; density?: number }, ended: boolean) =>
      work.set(ownValues({ ...ownPlace(work.values), ...place }), { discrete: false, moving: !ended });
    const takeAway = () => work.set({ tpp: 'none', density: 'none' });
    const toDay = (day: string, ended: boolean) =>
      work.set({ date: day === data.last ? 'latest' : day }, { discrete: false, moving: !ended });
    const place = (at: { tpp?: number; density?: number }) => toOwn(at, true);
    const typed = ownEntry(say, { takeAway, place, refuse: work.refuse });
    const under = ({ drawing, x, y }: DrawingPoint) => mapPlace(drawing.viewBox.baseVal, { x, y });
    return {
      buttons: {
        use: (use) => work.set({ datacentre: use === 'on' }),
        own() {
          takeAway();
          // The button is gone with the chip.
          slots.parts.querySelector<HTMLInputElement>('input[name="tpp"]')?.focus();
        },
      },
      fields: {
        day: ({ value }, ended) => toDay(dayAfter(data.first, Number(value)), ended),
        'tpp-step': ({ value }, ended) => toOwn({ tpp: valueAt('tpp', Number(value)) }, ended),
        'density-step': ({ value }, ended) => toOwn({ density: valueAt('density', Number(value)) }, ended),
        tpp: typed,
        density: typed,
      },
      /** By keys the slider goes from one day on which something changes to the next. */
      keys({ key, target }) {
        if ((target as HTMLInputElement).name !== 'day' || !key.startsWith('Arrow')) return false;
        const next = dayTowards(data, dayOf(data, work.values), key);
        if (next) toDay(next, true);
        return true;
      },
      drawing: {
        holds: '.cliff-hold, .cliff-hold + *, .cliff-hold + * + *',
        drag: (at, ended) => toOwn(under(at), ended),
        press: (at) => under(at).within && place(under(at)),
      },
      written: rowReveal(slots.controls),
    };
  },
});
