import type { FlowSet } from './flowSet.ts';

/** Which flows are on which link right now. */
export interface Presence {
  enter(flow: number): void;
  leave(flow: number): void;
  /** Flows on a link: `list[first(link)] … list[first(link) + count(link) − 1]` are flow–link pairs, `owner` their flow. */
  first(link: number): number;
  count(link: number): number;
  readonly list: Uint32Array;
  readonly owner: Uint32Array;
}

/** A list for each link in which a flow is put at the end and taken out by moving the last one to its place. */
export function presence(flows: FlowSet): Presence {
  const { offset, route, capacity } = flows;
  const start = new Uint32Array(capacity.length + 1);
  for (const link of route) start[link + 1]!++;
  for (let link = 0; link < capacity.length; link++) start[link + 1]! += start[link]!;
  const counts = new Uint32Array(capacity.length);
  const list = new Uint32Array(route.length);
  const where = new Uint32Array(route.length);
  const owner = new Uint32Array(route.length);
  for (let f = 0; f + 1 < offset.length; f++) owner.fill(f, offset[f], offset[f + 1]);
  return {
    list,
    owner,
    first: (link) => start[link]!,
    count: (link) => counts[link]!,
    enter(flow) {
      for (let k = offset[flow]!; k < offset[flow + 1]!; k++) {
        const link = route[k]!;
        const at = start[link]! + counts[link]!++;
        list[at] = k;
        where[k] = at;
      }
    },
    leave(flow) {
      for (let k = offset[flow]!; k < offset[flow + 1]!; k++) {
        const link = route[k]!;
        const lastAt = start[link]! + --counts[link]!;
        const moved = list[lastAt]!;
        list[where[k]!] = moved;
        where[moved] = where[k]!;
      }
    },
  };
}
