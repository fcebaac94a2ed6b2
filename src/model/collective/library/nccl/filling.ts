import type { NcclRecord } from '../../../../data/schema/library.ts';
import { switchReduction } from './channel.ts';
import type { Plan } from './plan.ts';
import type { Cluster } from './server.ts';

/**
 * Microseconds until the first piece of a reduction in the switches is through, less its share of the plan. Three groups
 * of threads hand each piece on: one scatters it to the GPUs that add up, one reduces, one gathers; a tree between
 * servers adds a stage for each of its levels, up and down. All channels' pieces together pass a stage in their bytes ÷
 * the planned bandwidth, and the plan counts one stage alone. Where the library corrects its bandwidth for middle sizes,
 * that correction holds it. Sizes of pieces: NCCL, src/enqueue.cc.
 */
export function fillingOf(record: NcclRecord, cluster: Cluster, plan: Plan, bytes: number): number {
  const { algorithm, corrected, graph, bandwidth } = plan;
  if ((algorithm !== 'NVLS' && algorithm !== 'NVLSTree') || corrected) return 0;
  const { channels, piece, tree_piece: treePiece } = switchReduction(record, cluster);
  const atOnce = channels * graph.channels;
  let size = algorithm === 'NVLS' ? piece : Math.min(piece, treePiece);
  for (const [count, smaller] of record.pieces[algorithm])
    if (bytes < count * atOnce * size && size > smaller) size = smaller;
  const handed = 2 + (algorithm === 'NVLSTree' ? 2 * Math.floor(Math.log2(cluster.servers)) : 0);
  return (handed * Math.min(bytes, atOnce * size)) / (1000 * bandwidth);
}
