import type { Program } from '../program/program.ts';

/** What each node of a group still has to expect from a program, as flat tables `[step × nodes + node]`. */
export interface Receipts {
  readonly nodes: number;
  /** Messages that reach the node at the step. */
  readonly messages: Uint32Array;
  /** 1 where the node itself begins the step, so that it cannot go on past it before it has. */
  readonly begins: Uint8Array;
  /** Steps to begin and messages to come, for each node. */
  readonly work: Uint32Array;
}

/** @param alike whether one rank stands for all. */
export function receipts(program: Program, alike: boolean): Receipts {
  const nodes = alike ? 1 : program.ranks + program.switches;
  const messages = new Uint32Array(program.steps * nodes);
  const begins = new Uint8Array(program.steps * nodes);
  const work = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    for (const step of program.first(node)) begins[step * nodes + node] = 1;
    for (let step = 0; step < program.steps; step++)
      for (const send of program.sends(node, step)) {
        const to = alike ? 0 : send.to;
        messages[step * nodes + to]!++;
        work[to]!++;
      }
  }
  for (let node = 0; node < nodes; node++)
    for (let step = 0; step < program.steps; step++) {
      const next = messages[step * nodes + node]! > 0 ? program.after(node, step) : -1;
      if (next >= 0) begins[next * nodes + node] = 1;
    }
  begins.forEach((begin, index) => {
    work[index % nodes]! += begin;
  });
  return { nodes, messages, begins, work };
}
