import { distancePicture, type DistancePicture } from '../../model/topology/allDistances.ts';
import { linkTableCsv } from '../../model/topology/linkTable.ts';
import type { DistanceProgress } from '../../model/topology/allDistances.ts';
import type { Watch } from '../../worker/client.ts';
import { modelWorker } from '../../worker/client.ts';
import { pictureSide } from './distances.ts';
import type { Explored } from './explored.ts';

/** Whether a call was refused or given up, and not merely without a worker to run it. */
const isAnswer = (reason: unknown, signal?: AbortSignal): boolean =>
  reason instanceof RangeError || (signal?.aborted ?? false);

const brokenOf = ({ machine, failures }: Explored) => ({
  wiring: machine.system.wiring,
  failures: [...failures],
});

/** Distances between all pairs of the machine as it stands, from the worker; where none may start, in steps on the page. */
export async function distancesOf(explored: Explored, watch: Required<Watch>): Promise<DistancePicture> {
  try {
    const asked = { ...brokenOf(explored), side: pictureSide };
    return await modelWorker().request('topology.distancePicture', asked, watch);
  } catch (reason) {
    if (isAnswer(reason, watch.signal)) throw reason;
    return stepByStep(distancePicture(explored.machine.topology, pictureSide, explored.mask), watch);
  }
}

/** The link table of the machine as it stands, likewise. */
export async function linkTableOf(explored: Explored): Promise<string> {
  try {
    return await modelWorker().request('topology.linkTable', brokenOf(explored));
  } catch (reason) {
    if (isAnswer(reason)) throw reason;
    return linkTableCsv(explored.machine.topology, explored.mask);
  }
}

/** Works through steps between which the page may answer. Rejects with the signal's reason once it is given up. */
function stepByStep<Value>(
  steps: Generator<DistanceProgress, Value, void>,
  { onProgress, signal }: Required<Watch>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const go = () => {
      if (signal.aborted) return reject(signal.reason as Error);
      try {
        const step = steps.next();
        if (step.done) return resolve(step.value);
        onProgress(step.value);
        setTimeout(go);
      } catch (reason) {
        reject(reason as Error);
      }
    };
    go();
  });
}
