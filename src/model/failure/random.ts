/** The next number of a sequence, from 0 to below 1. */
export type Random = () => number;

const turn = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/**
 * Numbers that look random and are the same for a seed on every machine: xoshiro128**, period 2¹²⁸ − 1 (Blackman and
 * Vigna, 2018), its state filled from the seed by multiplication and folding.
 * @param seed a whole number
 */
export function randomFrom(seed: number): Random {
  let mixed = seed | 0;
  const state = Int32Array.from({ length: 4 }, () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let folded = mixed;
    folded = Math.imul(folded ^ (folded >>> 16), 0x85ebca6b);
    folded = Math.imul(folded ^ (folded >>> 13), 0xc2b2ae35);
    return folded ^ (folded >>> 16);
  });
  return () => {
    const drawn = Math.imul(turn(Math.imul(state[1]!, 5), 7), 9);
    const shifted = state[1]! << 9;
    state[2]! ^= state[0]!;
    state[3]! ^= state[1]!;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= shifted;
    state[3] = turn(state[3]!, 11);
    return (drawn >>> 0) / 2 ** 32;
  };
}

/** A waiting time of a process with a constant rate. @param rate above 0, by the unit of the time */
export const waitingTime = (random: Random, rate: number): number => -Math.log1p(-random()) / rate;
