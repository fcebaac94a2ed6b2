import { withinFactor, type FigureQuestion } from '../question.ts';
import { mapOn, type MapData } from './mapData.ts';
import type { MapParameters } from './params.ts';
import { rulingsOn } from './rulings.ts';

/** The chip that the question is about. */
const asked = 'nvidia-h20';

/** How far under the nearest line by TPP the H20 stays; null on a day on which no line by TPP is near. */
export const question: FigureQuestion<MapParameters, MapData, number> = {
  asks: 'question',
  form: { kind: 'number', unit: 'TPP' },
  state: { chips: 'all' },
  answer(data, values) {
    const all = rulingsOn(mapOn(data, values.asof), { ...values, chips: 'all' });
    const gap = all.find(({ chip }) => chip.id === asked)?.gap;
    return gap?.axis === 'tpp' ? gap.under : null;
  },
  ...withinFactor(2),
};
