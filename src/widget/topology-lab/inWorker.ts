import { bundleLinks, drawLinks, type LinkedNetwork } from '../../placement/network/network.ts';
import type { DrawingRoom } from '../../model/topology/designBundle.ts';
import { joinStrands } from '../../placement/links/joinStrands.ts';
import type { Strands } from '../../placement/links/strands.ts';

/** From so many lines on their link table is built in the worker; a smaller one takes a few milliseconds on the page. */
const workerFrom = 16_384;

/** All lines of some networks side by side, as far as each has room for them. */
export async function linesInFull(networks: readonly LinkedNetwork[], room: DrawingRoom): Promise<Strands> {
  const drawn = networks.map(async (network) => {
    const bundle = bundleLinks(network.design, room);
    if (bundle.lines < workerFrom) return drawLinks(network, bundle);
    const { modelWorker } = await import('../../worker/client.ts');
    const topology = await modelWorker().request('topology.build', { wiring: bundle.wiring });
    return drawLinks(network, bundle, topology);
  });
  return joinStrands(await Promise.all(drawn));
}
