import type { Dimension } from '../dimension.ts';
import { algorithms, type Algorithm, type Operation } from '../operation.ts';
import { binaryTreeProgram } from './binaryTree.ts';
import { directProgram } from './direct.ts';
import { doubleBinaryTreeProgram } from './doubleBinaryTree.ts';
import { halvingDoublingProgram } from './halvingDoubling.ts';
import { inNetworkProgram } from './inNetwork.ts';
import { nbProgram } from './nb.ts';
import { nhrProgram } from './nhr.ts';
import type { Program } from './program.ts';
import { ringProgram } from './ring.ts';

function build(operation: Operation, algorithm: Algorithm, ranks: number): Program | null {
  switch (algorithm) {
    case 'ring':
      return ringProgram(operation, ranks);
    case 'direct':
      return directProgram(operation, ranks);
    case 'halving-doubling':
      return halvingDoublingProgram(operation, ranks);
    case 'binary-tree':
      return binaryTreeProgram(operation, ranks);
    case 'double-binary-tree':
      return doubleBinaryTreeProgram(operation, ranks);
    case 'in-network':
      return inNetworkProgram(operation, ranks);
    case 'nhr':
      return nhrProgram(operation, ranks);
    case 'nb':
      return nbProgram(operation, ranks);
  }
}

/** Algorithms that have a schedule for an operation. */
export function algorithmsFor(operation: Operation): Algorithm[] {
  if (operation === 'point-to-point') return ['direct'];
  return algorithms.filter((algorithm) => build(operation, algorithm, 4) !== null);
}

/**
 * The schedule of an operation within one dimension.
 * @throws RangeError where the algorithm has none for the operation, or the dimension has no switch to reduce in.
 */
export function programOf(operation: Operation, algorithm: Algorithm, dimension: Dimension): Program {
  const program = build(operation, algorithm, dimension.size);
  if (!program)
    throw new RangeError(
      `algorithm is ${algorithm}: allowed for ${operation} are ${algorithmsFor(operation).join(', ')}`,
    );
  if (algorithm === 'in-network' && dimension.kind !== 'switch')
    throw new RangeError(
      `algorithm is in-network on a ${dimension.kind} dimension: allowed on a switch dimension`,
    );
  return program;
}
