import { requireInteger } from '../topology/range.ts';
import type { Architecture } from './architecture.ts';

/** How a model and its batch are spread over chips. Ranks are numbered tensor, context, data, pipeline, innermost first. */
export interface Parallelism {
  readonly tensor: number;
  readonly context: number;
  readonly data: number;
  readonly pipeline: number;
  /** Over how many of the data and context ranks the experts are spread. */
  readonly expert: number;
}

/** Chips that a plan takes. */
export function chipsOf({ tensor, context, data, pipeline }: Parallelism): number {
  return tensor * context * data * pipeline;
}

const MOST = 1_000_000;
/** Most chips of a plan. */
export const MOST_CHIPS = 10_000_000;

/** @throws RangeError where degrees are no whole numbers or do not fit the model. */
export function checkParallelism(model: Architecture, plan: Parallelism): void {
  for (const [name, degree] of Object.entries(plan))
    requireInteger(`${name} parallelism`, degree as number, 1, MOST);
  requireInteger('number of chips', chipsOf(plan), 1, MOST_CHIPS);
  const { tensor, context, data, pipeline, expert } = plan;
  const heads = model.attention.kind === 'heads' ? model.attention.query_heads : model.attention.heads;
  if (heads % tensor !== 0)
    throw new RangeError(
      `tensor parallelism is ${String(tensor)}: allowed are divisors of the ${String(heads)} heads`,
    );
  if (pipeline > model.layers)
    throw new RangeError(
      `pipeline parallelism is ${String(pipeline)}: allowed are at most the ${String(model.layers)} layers`,
    );
  const routed = model.experts?.routed ?? 1;
  if (expert > routed)
    throw new RangeError(
      `expert parallelism is ${String(expert)}: allowed are ${routed === 1 ? 'only 1, for a model without experts' : `at most the ${String(routed)} routed experts`}`,
    );
  if ((data * context) % expert !== 0)
    throw new RangeError(
      `expert parallelism is ${String(expert)}: allowed are divisors of the ${String(data * context)} data and context ranks`,
    );
}

/**
 * Tokens of a sequence on the context rank that has most.
 * @throws RangeError where there are more ranks than tokens.
 */
export function tokensHeld(sequence: number, context: number): number {
  if (context > sequence)
    throw new RangeError(
      `context parallelism is ${String(context)}: allowed are at most the ${String(sequence)} tokens of a sequence`,
    );
  return Math.ceil(sequence / context);
}
