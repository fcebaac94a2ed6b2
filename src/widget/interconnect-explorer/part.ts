import { maskFailures, parseFailures, type Failure } from '../../model/topology/failure.ts';
import type { Topology } from '../../model/topology/topology.ts';

/** A part by the words in which failures are told: a link by its ends, all else by its number. */
export type Part = Failure;

/** A part as it stands in an address. */
export const printPart = (part: Part): string =>
  part.kind === 'link'
    ? `link:${String(part.from)}-${String(part.to)}`
    : `${part.kind}:${String(part.index)}`;

/**
 * Reads a list of parts that a machine has.
 * @throws RangeError naming the part that it does not have, and what is allowed
 */
export function partsOf(topology: Topology, text: string): Part[] {
  if (text === '') return [];
  const parts = parseFailures(text);
  maskFailures(topology, parts);
  return parts;
}

/** Why a machine does not have a part, or null where it has. */
export function objection(topology: Topology, text: string): string | null {
  try {
    partsOf(topology, text);
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message;
  }
}

/** The node that a part names, where it is one: a switch may be counted from the first. */
export function nodeOf({ npuCount }: Topology, part: Part): number | null {
  if (part.kind === 'node') return part.index;
  if (part.kind !== 'switch') return null;
  return part.index < npuCount ? npuCount + part.index : part.index;
}

/** A node as a part: switches are called so. */
export const partOfNode = ({ npuCount }: Topology, node: number): Part =>
  node < npuCount ? { kind: 'node', index: node } : { kind: 'switch', index: node };
