import type { Program, Send } from '../program/program.ts';

/** Steps of a program that look the same: who sends how much to whom. */
export interface StepClass {
  /** One of them. */
  readonly step: number;
  readonly count: number;
}

/** Groups the steps that follow one another and are alike; only programs in which all ranks act alike have such. */
export function stepClasses(program: Program): StepClass[] {
  const classes: { step: number; count: number; sends: readonly Send[] }[] = [];
  for (let step = 0; step < program.steps; step++) {
    const sends = program.sends(0, step);
    const last = classes.at(-1);
    if (last && program.symmetry !== 'none' && alike(last.sends, sends)) last.count++;
    else classes.push({ step, count: 1, sends });
  }
  return classes.map(({ step, count }) => ({ step, count }));
}

function alike(a: readonly Send[], b: readonly Send[]): boolean {
  return a.length === b.length && a.every(({ to, parts }, i) => to === b[i]!.to && parts === b[i]!.parts);
}
