import { eventQueue } from '../eventQueue.ts';
import type { FlowSet } from './flowSet.ts';
import { presence } from './presence.ts';
import { sharing } from './share.ts';

/** How far a run is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Relative difference in time within which flows count as ending together. */
const TOGETHER = 1e-13;

/**
 * When every flow ends if all links are shared max-min fairly at every moment: rates change only when a flow comes or
 * goes, so the run goes from one such event to the next.
 * @returns seconds from the start for each flow.
 */
export function finishTimes(flows: FlowSet): Float64Array {
  const run = finishTimesInSteps(flows);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of some hundred events, so that a long run can be watched and given up. */
export function* finishTimesInSteps(flows: FlowSet): Generator<Progress, Float64Array, void> {
  const { bytes, offset, route, next, lag } = flows;
  const total = bytes.length;
  const finish = new Float64Array(total);
  /** Bytes left at the moment `since`, and the rate that holds from then on. */
  const left = bytes.slice();
  const since = new Float64Array(total);
  const held = new Float64Array(total);
  const version = new Uint32Array(total);
  const present = presence(flows);
  const shared = sharing(flows, present);
  const ends = eventQueue<{ readonly flow: number; readonly version: number }>();
  const starts = eventQueue<number>();
  const changed = new Set<number>();
  let now = 0;
  let done = 0;

  const touch = (flow: number): void => {
    for (let k = offset[flow]!; k < offset[flow + 1]!; k++) changed.add(route[k]!);
  };
  const end = (flow: number): void => {
    finish[flow] = now;
    done++;
    const after = next ? next[flow]! : -1;
    if (after >= 0) starts.push(now + (lag ? lag[flow]! : 0), after);
  };
  const begin = (flow: number): void => {
    since[flow] = now;
    if (offset[flow] === offset[flow + 1] || bytes[flow] === 0) {
      end(flow);
      return;
    }
    present.enter(flow);
    touch(flow);
  };

  const follows = new Uint8Array(total);
  if (next) for (const flow of next) if (flow >= 0) follows[flow] = 1;
  for (let flow = 0; flow < total; flow++) if (!follows[flow]) starts.push(0, flow);

  for (let events = 0; ; events++) {
    while (ends.next && ends.next.version !== version[ends.next.flow]) ends.pop();
    now = Math.min(ends.nextTime, starts.nextTime);
    if (now === Infinity) return finish;
    if (events % 256 === 255) yield { done, total };
    const until = now * (1 + TOGETHER);
    while (ends.nextTime <= until) {
      const { flow, version: known } = ends.pop()!.item;
      if (known !== version[flow]) continue;
      version[flow]!++;
      present.leave(flow);
      shared.rate[flow] = 0;
      touch(flow);
      end(flow);
    }
    while (starts.nextTime <= until) begin(starts.pop()!.item);
    const { flows: again, count } = shared.update(changed);
    changed.clear();
    for (let i = 0; i < count; i++) {
      const flow = again[i]!;
      const rate = shared.rate[flow]!;
      if (rate === held[flow]) continue;
      left[flow] = Math.max(0, left[flow]! - held[flow]! * (now - since[flow]!));
      since[flow] = now;
      held[flow] = rate;
      version[flow]!++;
      ends.push(now + left[flow]! / rate, { flow, version: version[flow]! });
    }
  }
}
