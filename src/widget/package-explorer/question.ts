import { withinFactor, type FigureQuestion } from '../question.ts';
import { packagesOn, type PackageData } from './packageData.ts';
import type { PackageParameters } from './params.ts';

/** How many times what leaves the package its memory brings in, both as their makers count them. */
export const question: FigureQuestion<PackageParameters, PackageData, number> = {
  asks: 'question',
  form: { kind: 'number', unit: 'times' },
  state: {},
  answer(data, { chip, asof }) {
    const { links } = packagesOn(data, asof).chips[chip]!.drawing;
    const of = (kind: string) => links.find((link) => link.kind === kind)?.bandwidth ?? null;
    const [memory, outside] = [of('memory'), of('outside')];
    return memory === null || outside === null ? null : memory / outside;
  },
  ...withinFactor(1.5),
};
