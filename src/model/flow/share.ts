import type { FlowSet } from './flowSet.ts';
import { maxMinRates, maxMinScratch } from './maxMin.ts';
import type { Presence } from './presence.ts';

/** Max-min fair rates that are kept while flows come and go. */
export interface Sharing {
  readonly rate: Float64Array;
  /**
   * Shares again after flows came to or left the given links.
   * @returns the flows whose rate was worked out again: the first `count` of `flows`.
   */
  update(links: Iterable<number>): { readonly flows: Uint32Array; readonly count: number };
}

/** Relative slack in comparing rates and loads that are sums of many terms. */
const SLACK = 1e-10;

/**
 * Rates are worked out again only where they have to change. All flows on the touched links are shared anew beside what the
 * others take; a flow outside whose bottleneck is gone, or that has more than a flow it now holds back, joins them; and so
 * on until every flow again has a bottleneck, a full link on which no flow has more. That is what max-min fairness is
 * (Bertsekas and Gallager, 1992), so the result is that of sharing everything anew.
 */
export function sharing(flows: FlowSet, present: Presence): Sharing {
  const { capacity, offset, route, weight } = flows;
  const flowCount = offset.length - 1;
  const rate = new Float64Array(flowCount);
  const bottleneck = new Int32Array(flowCount).fill(-1);
  const scratch = maxMinScratch();
  const chosen = new Uint32Array(flowCount);
  const inSet = new Uint8Array(flowCount);
  const touched = new Uint32Array(capacity.length);
  const isTouched = new Uint8Array(capacity.length);
  const spare = capacity.slice();
  let size = 0;
  let links = 0;
  let subOffset = new Uint32Array(64);
  let subRoute = new Uint32Array(256);
  let subWeight = new Float64Array(weight ? 256 : 0);
  let subRate = new Float64Array(64);
  let subBottleneck = new Int32Array(64);

  const choose = (flow: number): void => {
    if (inSet[flow]) return;
    inSet[flow] = 1;
    chosen[size++] = flow;
    for (let k = offset[flow]!; k < offset[flow + 1]!; k++)
      if (!isTouched[route[k]!]) {
        isTouched[route[k]!] = 1;
        touched[links++] = route[k]!;
      }
  };

  /** Shares what the flows outside leave among those chosen. */
  const solve = (): void => {
    for (let i = 0; i < links; i++) {
      const link = touched[i]!;
      let rest = capacity[link]!;
      const first = present.first(link);
      for (let at = first; at < first + present.count(link); at++) {
        const k = present.list[at]!;
        const flow = present.owner[k]!;
        if (!inSet[flow]) rest -= rate[flow]! * (weight ? weight[k]! : 1);
      }
      spare[link] = Math.max(0, rest);
    }
    if (subOffset.length <= size) {
      subOffset = new Uint32Array(2 * size + 1);
      subRate = new Float64Array(2 * size);
      subBottleneck = new Int32Array(2 * size);
    }
    let pairs = 0;
    for (let i = 0; i < size; i++) pairs += offset[chosen[i]! + 1]! - offset[chosen[i]!]!;
    if (subRoute.length < pairs) {
      subRoute = new Uint32Array(2 * pairs);
      if (weight) subWeight = new Float64Array(2 * pairs);
    }
    let at = 0;
    for (let i = 0; i < size; i++) {
      const flow = chosen[i]!;
      for (let k = offset[flow]!; k < offset[flow + 1]!; k++) {
        if (weight) subWeight[at] = weight[k]!;
        subRoute[at++] = route[k]!;
      }
      subOffset[i + 1] = at;
    }
    const part = {
      capacity: spare,
      offset: subOffset,
      route: subRoute,
      ...(weight ? { weight: subWeight } : {}),
    };
    maxMinRates(part, size, subRate, scratch, subBottleneck);
    for (let i = 0; i < size; i++) {
      rate[chosen[i]!] = subRate[i]!;
      bottleneck[chosen[i]!] = subBottleneck[i]!;
    }
  };

  /** Takes in the flows outside that the new rates have left without a bottleneck or with too much. */
  const widen = (): boolean => {
    const before = size;
    const stop = links;
    for (let i = 0; i < stop; i++) {
      const link = touched[i]!;
      const first = present.first(link);
      const end = first + present.count(link);
      let load = 0;
      let most = 0;
      let held = Infinity;
      for (let at = first; at < end; at++) {
        const k = present.list[at]!;
        const flow = present.owner[k]!;
        load += rate[flow]! * (weight ? weight[k]! : 1);
        most = Math.max(most, rate[flow]!);
        if (inSet[flow] && bottleneck[flow] === link) held = Math.min(held, rate[flow]!);
      }
      const full = load >= capacity[link]! * (1 - SLACK);
      for (let at = first; at < end; at++) {
        const flow = present.owner[present.list[at]!]!;
        if (inSet[flow]) continue;
        const lost = bottleneck[flow] === link && !(full && rate[flow]! >= most * (1 - SLACK));
        if (lost || rate[flow]! > held * (1 + SLACK)) choose(flow);
      }
    }
    return size > before;
  };

  return {
    rate,
    update(changed) {
      for (let i = 0; i < size; i++) inSet[chosen[i]!] = 0;
      for (let i = 0; i < links; i++) isTouched[touched[i]!] = 0;
      size = 0;
      links = 0;
      for (const link of changed) {
        const first = present.first(link);
        for (let at = first; at < first + present.count(link); at++)
          choose(present.owner[present.list[at]!]!);
      }
      if (size > 0)
        do solve();
        while (widen());
      return { flows: chosen, count: size };
    },
  };
}
