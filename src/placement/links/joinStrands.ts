import type { Strands } from './strands.ts';

/** Lines of several drawings as one, in order. */
export function joinStrands(sets: readonly Strands[]): Strands {
  if (sets.length === 1) return sets[0]!;
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  const sum = (of: (set: Strands) => number) => sets.reduce((total, set) => total + of(set), 0);
  const joined = {
    count,
    start: new Uint32Array(count + 1),
    points: new Float32Array(sum((set) => set.points.length)),
    light: new Uint8Array(count),
    tier: new Uint8Array(count),
    firstMember: new Uint32Array(count + 1),
    members: new Uint32Array(sum((set) => set.members.length)),
  };
  let [at, corner, member] = [0, 0, 0];
  for (const set of sets) {
    joined.points.set(set.points, 3 * corner);
    joined.light.set(set.light, at);
    joined.tier.set(set.tier, at);
    joined.members.set(set.members, member);
    for (let s = 0; s < set.count; s++) {
      joined.start[at + s] = corner + set.start[s]!;
      joined.firstMember[at + s] = member + set.firstMember[s]!;
    }
    at += set.count;
    corner += set.points.length / 3;
    member += set.members.length;
  }
  joined.start[count] = corner;
  joined.firstMember[count] = member;
  return joined;
}
