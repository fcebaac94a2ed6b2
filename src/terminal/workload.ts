import { recomputations } from '../model/workload/activation.ts';
import { shardings } from '../model/workload/memory.ts';
import { numberFormats } from '../model/workload/weightFormat.ts';
import { parseArguments } from './argument.ts';
import { chipHelp } from './chip.ts';
import type { Command } from './command.ts';
import { formatFields } from './fields.ts';
import { selectionHelp } from './selection.ts';
import { tasks } from './workloadTask.ts';
import { jsonText } from './output.ts';

/** `workload`: what a model asks of a machine. */
export const workload: Command = {
  summary: 'memory, traffic, step time, serving and energy of a language model on a machine',
  help: `workload model    --model ID [--json]
workload memory   --model ID PLAN BATCH [--weights WORD] [--chip ID] [--json]
workload training --model ID PLAN BATCH MACHINE --chip ID [--efficiency 0.6] [--tokens N] [--json]
workload serving  --model ID PLAN MACHINE --chip ID [--sequences N] [--length N] [--json]
workload energy   --chips N --chip ID --time 3600s [--load 0.8] [--other-power 300W] [--overhead 1.2] [--json]
workload runs     [--json]

  --model ID          a model in content/models
PLAN                  degrees of parallelism, each 1 by default; ranks count in this order, innermost first
  --tensor N --context N --data N --pipeline N
  --expert N          over how many of the data and context ranks the experts are spread
                      Layers, tables, heads and experts stay whole. Layers left over go one each to the last stage
                      but one and those before it; experts left over one each to the first ranks. What is printed is
                      of the chip that holds most.
BATCH
  --sequence N        tokens of a sequence (default 4096)
  --microbatch N      sequences a data-parallel rank works on at once (default 1)
  --microbatches N    of them in a step (default 1)
  --sharding WORD     what data-parallel ranks share out: ${shardings.join(', ')} (default optimiser)
  --recompute WORD    activations that are worked out again: ${recomputations.join(', ')} (default none)
  --weights WORD      format of the weights: ${numberFormats.join(', ')}; tables, routers and norms stay in bf16, and what a
                      release in that format keeps wide (default bf16, in serving the format of the release)
  --bytes-per-weight X
                      instead of it, the same for every weight
MACHINE
${selectionHelp}
CHIP
${chipHelp}
training
  --efficiency X      share of the peak that kernels reach (default 0.6)
  --tokens N          of a whole run, to give its time as well
serving
  --sequences N       decoded at once by one data-parallel rank (default 1)
  --length N          tokens of a prompt, and of what a new token attends to (default 4096)
  --bytes-per-cached X
                      of one number of the cache (default 2)
  --compute-efficiency X --memory-efficiency X
                      shares of the chip's rates that kernels reach (default 0.6 and 0.8)`,
  run: ([word, ...rest]) => {
    const task = word !== undefined && Object.hasOwn(tasks, word) ? tasks[word] : undefined;
    if (!task)
      throw new RangeError(
        `${word === undefined ? 'the task is missing' : `"${word}" is no task`}: allowed are ${Object.keys(tasks).join(', ')}`,
      );
    const args = parseArguments(rest, { ...task.known, json: 'flag' });
    const fields = task.answer(args);
    return args.flag('json') ? jsonText(fields) : formatFields(fields);
  },
};
