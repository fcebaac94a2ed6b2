/** Flows and the links they cross, flow after flow: flow f crosses `route[offset[f]] … route[offset[f + 1] − 1]`. */
export interface Incidence {
  /** Bytes per second of every link. */
  readonly capacity: Float64Array;
  readonly offset: Uint32Array;
  readonly route: Uint32Array;
  /** Share of the flow's rate that each of those links carries; 1 where absent. Several links share one that is split. */
  readonly weight?: Float64Array;
}

/** Memory that solves of the same machine use again. */
export interface MaxMinScratch {
  /** Place + 1 of each link among those in use, 0 for the others. */
  name: Uint32Array;
  used: Uint32Array;
  places: Uint32Array;
  /** Four numbers a link in use: what is left of it, weight of the flows still open, fair share, least share nearby. */
  state: Float64Array;
  open: Uint32Array;
  lowest: Float64Array;
}

export function maxMinScratch(): MaxMinScratch {
  return {
    name: new Uint32Array(0),
    used: new Uint32Array(0),
    places: new Uint32Array(0),
    state: new Float64Array(0),
    open: new Uint32Array(0),
    lowest: new Float64Array(0),
  };
}

/**
 * Max-min fair rates: no flow can gain without one that has no more losing. A link's fair share is what is left of it
 * divided by the flows still open on it. A link whose share is the least on every flow that crosses it is a bottleneck;
 * all its flows get that share and close; what is left of their other links is shared again. Closing all such links in one
 * round gives the rates of progressive filling (Bertsekas and Gallager, Data Networks, 1992, section 6.5) in far fewer
 * rounds.
 * @param flows the first so many flows of `incidence`; each crosses at least one link.
 * @param rate bytes per second of each flow, written.
 * @param bottleneck the link that holds each flow back, written where given.
 */
export function maxMinRates(
  incidence: Incidence,
  flows: number,
  rate: Float64Array,
  scratch: MaxMinScratch = maxMinScratch(),
  bottleneck?: Int32Array,
): void {
  const { offset, route, weight, capacity } = incidence;
  const places = offset[flows]!;
  reserve(scratch, capacity.length, flows, places);
  const { name, used, places: place, state, open, lowest } = scratch;
  let links = 0;
  for (let i = 0; i < places; i++) {
    const link = route[i]!;
    let at = name[link]!;
    if (at === 0) {
      used[links++] = link;
      at = name[link] = links;
      state[4 * at - 4] = capacity[link]!;
      state[4 * at - 3] = 0;
    }
    at = 4 * at - 4;
    place[i] = at;
    state[at + 1]! += weight ? weight[i]! : 1;
  }
  for (let at = 0; at < 4 * links; at += 4) {
    state[at + 2] = state[at]! / state[at + 1]!;
    state[at + 3] = Infinity;
  }
  let left = flows;
  for (let f = 0; f < flows; f++) open[f] = f;
  while (left > 0) {
    for (let i = 0; i < left; i++) {
      const f = open[i]!;
      const first = offset[f]!;
      const end = offset[f + 1]!;
      let least = Infinity;
      for (let k = first; k < end; k++) {
        const share = state[place[k]! + 2]!;
        if (share < least) least = share;
      }
      lowest[f] = least;
      for (let k = first; k < end; k++) {
        const at = place[k]! + 3;
        if (least < state[at]!) state[at] = least;
      }
    }
    let kept = 0;
    for (let i = 0; i < left; i++) {
      const f = open[i]!;
      const first = offset[f]!;
      const end = offset[f + 1]!;
      const least = lowest[f]!;
      let tight = -1;
      for (let k = first; k < end; k++) {
        const at = place[k]!;
        if (state[at + 2] === least && state[at + 3] === least) {
          tight = at;
          break;
        }
      }
      if (tight < 0) {
        open[kept++] = f;
        continue;
      }
      rate[f] = least;
      if (bottleneck) bottleneck[f] = used[tight >> 2]!;
      for (let k = first; k < end; k++) {
        const at = place[k]!;
        const part = weight ? weight[k]! : 1;
        state[at]! -= part * least;
        state[at + 1]! -= part;
      }
    }
    left = kept;
    for (let i = 0; i < left; i++) {
      const f = open[i]!;
      for (let k = offset[f]!; k < offset[f + 1]!; k++) {
        const at = place[k]!;
        const rest = state[at]!;
        state[at + 2] = rest > 0 ? rest / state[at + 1]! : 0;
        state[at + 3] = Infinity;
      }
    }
  }
  for (let i = 0; i < links; i++) name[used[i]!] = 0;
}

function reserve(scratch: MaxMinScratch, links: number, flows: number, places: number): void {
  const used = Math.min(links, places);
  if (scratch.name.length < links) scratch.name = new Uint32Array(links);
  if (scratch.used.length < used) scratch.used = new Uint32Array(grown(used));
  if (scratch.state.length < 4 * used) scratch.state = new Float64Array(4 * grown(used));
  if (scratch.places.length < places) scratch.places = new Uint32Array(grown(places));
  if (scratch.open.length < flows) scratch.open = new Uint32Array(grown(flows));
  if (scratch.lowest.length < flows) scratch.lowest = new Float64Array(grown(flows));
}

function grown(size: number): number {
  return Math.ceil(size * 1.25) + 16;
}
