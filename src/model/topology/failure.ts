import { adjacencyOf } from './adjacency.ts';
import { requireInteger } from './range.ts';
import type { Topology } from './topology.ts';

/** Something that has failed. `node` and the ends of a link are node ids; switches follow NPUs. */
export type Failure =
  | { readonly kind: 'link'; readonly from: number; readonly to: number }
  | { readonly kind: 'node' | 'switch' | 'board' | 'cabinet'; readonly index: number };

/** A mask beside a topology: 1 where a node or a directed link is out of service. */
export interface FailureMask {
  readonly nodes: Uint8Array;
  readonly links: Uint8Array;
}

/**
 * Marks what fails. A link fails both ways, with all links parallel to it; a node takes its links with it; a board or
 * cabinet takes every node that stands on it. A switch may be named by its node id or, below the first such id, by its
 * number among the switches.
 * @throws RangeError for something the topology does not have.
 */
export function maskFailures(topology: Topology, failures: readonly Failure[]): FailureMask {
  const { nodeCount, npuCount, switchCount, place, ends } = topology;
  const nodes = new Uint8Array(nodeCount);
  const links = new Uint8Array(topology.linkCount);
  const failPlace = (name: string, where: Int32Array, count: number, index: number): void => {
    if (count === 0) throw new RangeError(`${name}:${String(index)}: this topology describes no ${name}`);
    requireInteger(`number of the failed ${name}`, index, 0, count - 1);
    for (let node = 0; node < nodeCount; node++) if (where[node] === index) nodes[node] = 1;
  };
  for (const failure of failures)
    switch (failure.kind) {
      case 'node':
        nodes[requireInteger('number of the failed node', failure.index, 0, nodeCount - 1)] = 1;
        break;
      case 'switch': {
        const { index } = failure;
        if (switchCount === 0) throw new RangeError(`switch:${String(index)}: this topology has no switch`);
        requireInteger('number of the failed switch', index, 0, nodeCount - 1);
        const node = index < npuCount ? npuCount + index : index;
        nodes[requireInteger('number of the failed switch', node, npuCount, nodeCount - 1)] = 1;
        break;
      }
      case 'board':
        failPlace('board', place.board, place.boardCount, failure.index);
        break;
      case 'cabinet':
        failPlace('cabinet', place.cabinet, place.cabinetCount, failure.index);
        break;
      case 'link': {
        const { from, to } = failure;
        requireInteger('end of the failed link', from, 0, nodeCount - 1);
        requireInteger('end of the failed link', to, 0, nodeCount - 1);
        const { offset, links: out } = adjacencyOf(topology);
        let found = false;
        for (let at = offset[from]!; at < offset[from + 1]!; at++) {
          const link = out[at]!;
          if (ends[2 * link + 1] !== to) continue;
          links[link] = links[link ^ 1] = 1;
          found = true;
        }
        if (!found)
          throw new RangeError(
            `link:${String(from)}-${String(to)}: no link joins these nodes; allowed are neighbours`,
          );
      }
    }
  return { nodes, links };
}

const KINDS = ['link', 'node', 'switch', 'board', 'cabinet'] as const;

/**
 * Reads a list such as `link:3-7,switch:72,cabinet:3`.
 * @throws RangeError naming the entry and what is allowed.
 */
export function parseFailures(list: string): Failure[] {
  return list.split(',').map((text) => {
    const entry = text.trim();
    const match = /^([a-z]+):(\d+)(?:-(\d+))?$/.exec(entry);
    const kind = KINDS.find((each) => each === match?.[1]);
    if (!match || !kind || (kind === 'link') !== (match[3] !== undefined))
      throw new RangeError(
        `"${entry}" is no failure: allowed are link:A-B, node:N, switch:N, board:N and cabinet:N, joined by commas`,
      );
    const index = Number(match[2]);
    return kind === 'link' ? { kind, from: index, to: Number(match[3]) } : { kind, index };
  });
}
