import { childClasses, type Machine } from '../../model/hardware/machine.ts';
import { exactly, type FigureQuestion } from '../question.ts';
import type { HallData } from './hallData.ts';
import { standingMachine } from './machines.ts';
import type { HallParameters } from './params.ts';

const computes = (machine: Machine, id: string): boolean =>
  childClasses(machine, id).some((cls) => cls.kind === 'processor' || computes(machine, cls.id));

/** How many cabinets of the machine hold no processor. */
export const question: FigureQuestion<HallParameters, HallData, number> = {
  asks: 'question',
  form: { kind: 'number', unit: 'cabinets' },
  state: { level: 'hall', part: '' },
  answer(data, { system, chips, asof }) {
    const { machine } = standingMachine(data, system, chips, asof);
    return childClasses(machine, null)
      .filter(({ id }) => !computes(machine, id))
      .reduce((sum, { total }) => sum + total, 0);
  },
  ...exactly,
};
