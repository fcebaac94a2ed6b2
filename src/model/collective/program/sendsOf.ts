import type { Program, Send } from './program.ts';

/** To whom a rank speaks in a step, and how much it says in blocks. */
export type Spoken = Pick<Send, 'to' | 'parts'>;

/** What each rank sends in a step; where all act alike it is worked out once, for rank 0. */
export function sendsOf(program: Program, step: number): (rank: number) => readonly Spoken[] {
  const { symmetry, ranks } = program;
  if (symmetry === 'none') return (rank) => program.sends(rank, step);
  const own = program.sends(0, step);
  return symmetry === 'shift'
    ? (rank) => own.map(({ to, parts }) => ({ to: (rank + to) % ranks, parts }))
    : (rank) => own.map(({ to, parts }) => ({ to: rank ^ to, parts }));
}
