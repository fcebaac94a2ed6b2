import { readModels, readRuns } from '../data/readRecords.ts';
import type { ModelRecord } from '../data/schema/model.ts';
import { machineDimensions } from '../model/collective/machine.ts';
import type { Dimension } from '../model/collective/dimension.ts';
import { cachePerToken, countParameters } from '../model/workload/architecture.ts';
import { ruleOfSix, utilisationOf } from '../model/workload/compute.ts';
import { energyOf } from '../model/workload/energy.ts';
import { recomputations, shardings, trainingMemory, type TrainingBatch } from '../model/workload/memory.ts';
import { chipsOf, type Parallelism } from '../model/workload/parallelism.ts';
import { serve, type Pass } from '../model/workload/serving.ts';
import { trainingStep } from '../model/workload/trainingStep.ts';
import {
  parseArguments,
  parseChoice,
  parseInteger,
  requireArgument,
  type ArgumentKind,
  type Arguments,
} from './argument.ts';
import { chipArguments, chipHelp, selectChip } from './chip.ts';
import type { Command } from './command.ts';
import { parseQuantity } from './quantity.ts';
import { selectionArguments, selectionHelp, selectTopology } from './selection.ts';
import { formatFields, type Fields } from './fields.ts';

const planArguments = {
  tensor: 'value',
  context: 'value',
  data: 'value',
  pipeline: 'value',
  expert: 'value',
} as const;

type Known = Readonly<Record<string, ArgumentKind>>;

interface Task {
  readonly known: Known;
  readonly answer: (args: Arguments) => Fields;
}

const MOST = 1_000_000_000;

function integer(args: Arguments, name: string, fallback: number, most = MOST): number {
  const text = args.value(name);
  return text === undefined ? fallback : parseInteger(name, text, 1, most);
}

/** A number above 0, and up to 1 where it is a share. */
function decimal(args: Arguments, name: string, fallback: number, most: number, least = 0): number {
  const text = args.value(name);
  const value = text === undefined ? fallback : text.trim() === '' ? NaN : Number(text);
  if (!(Number.isFinite(value) && (least > 0 ? value >= least : value > 0) && value <= most))
    throw new RangeError(
      `--${name} is "${text!}": allowed are numbers ${least > 0 ? `from ${String(least)}` : 'above 0'} to ${String(most)}`,
    );
  return value;
}

function selectModel(args: Arguments): { id: string; model: ModelRecord } {
  const models = readModels();
  const id = requireArgument(args, 'model', 'deepseek-v3');
  const model = models.get(id);
  if (!model) throw new RangeError(`--model is "${id}": allowed are ${[...models.keys()].join(', ')}`);
  return { id, model };
}

function readPlan(args: Arguments): Parallelism {
  return {
    tensor: integer(args, 'tensor', 1),
    context: integer(args, 'context', 1),
    data: integer(args, 'data', 1),
    pipeline: integer(args, 'pipeline', 1),
    expert: integer(args, 'expert', 1),
  };
}

function readBatch(args: Arguments): TrainingBatch {
  return {
    sequence: integer(args, 'sequence', 4096),
    microbatch: integer(args, 'microbatch', 1),
    microbatches: integer(args, 'microbatches', 1),
  };
}

function readMachine(args: Arguments): Dimension[] {
  const selection = selectTopology(args);
  if (selection.kind === 'cluster')
    throw new RangeError(
      `--system is "${args.value('system')!}", a cluster described by counts: allowed are machines, for example ${selection.pod.id}`,
    );
  return machineDimensions(selection.wiring);
}

const batchArguments = { sequence: 'value', microbatch: 'value', microbatches: 'value' } as const;
const trainingArguments = { ...batchArguments, sharding: 'value', recompute: 'value' } as const;

const readSharding = (args: Arguments) =>
  parseChoice('sharding', args.value('sharding') ?? 'optimiser', shardings);
const readRecompute = (args: Arguments) =>
  parseChoice('recompute', args.value('recompute') ?? 'none', recomputations);

const passFields = (pass: Pass): Fields => ({
  time_s: pass.total,
  compute_s: pass.compute,
  memory_s: pass.memory,
  communication_s: pass.communication,
  operations_per_byte: pass.intensity,
  ridge_operations_per_byte: pass.ridge,
  bound: pass.bound,
});

const tasks: Readonly<Record<string, Task>> = {
  model: {
    known: { model: 'value' },
    answer: (args) => {
      const { id, model } = selectModel(args);
      const { total, active, feedForward, routedExperts, ...parts } = countParameters(model.architecture);
      return {
        model: id,
        total_parameters: total,
        stated_total_parameters: model.total_parameters.value,
        active_parameters: active,
        stated_active_parameters: model.active_parameters?.value ?? null,
        parameters: { ...parts, feed_forward: feedForward, routed_experts: routedExperts },
        cache_numbers_per_token: cachePerToken(model.architecture),
        cache_bytes_per_token_bf16: 2 * cachePerToken(model.architecture),
        assumptions: model.assumptions.map(({ says }) => says),
        simplified: model.simplified,
      };
    },
  },
  memory: {
    known: { model: 'value', ...planArguments, ...trainingArguments, ...chipArguments },
    answer: (args) => {
      const { id, model } = selectModel(args);
      const plan = readPlan(args);
      const memory = trainingMemory(
        model.architecture,
        plan,
        readBatch(args),
        readSharding(args),
        readRecompute(args),
      );
      const size = selectChip(args).memory();
      return {
        model: id,
        chips: chipsOf(plan),
        weights_bytes: memory.weights,
        gradients_bytes: memory.gradients,
        optimiser_bytes: memory.optimiser,
        activations_bytes: memory.activations,
        total_bytes: memory.total,
        ...(size === undefined ? {} : { chip_bytes: size, fits: memory.total <= size }),
      };
    },
  },
  training: {
    known: {
      model: 'value',
      ...planArguments,
      ...trainingArguments,
      ...chipArguments,
      ...selectionArguments,
      efficiency: 'value',
      tokens: 'value',
    },
    answer: (args) => {
      const { id, model } = selectModel(args);
      const step = trainingStep(
        model.architecture,
        readPlan(args),
        readBatch(args),
        readMachine(args),
        { peak: selectChip(args).peak(), kernelEfficiency: decimal(args, 'efficiency', 0.6, 1) },
        { sharding: readSharding(args), recompute: readRecompute(args) },
      );
      const tokens = args.value('tokens') === undefined ? undefined : decimal(args, 'tokens', 1, 1e18);
      return {
        model: id,
        chips: step.chips,
        tokens_per_step: step.tokens,
        memory_bytes: step.memory.total,
        compute_s: step.compute,
        bubble_s: step.bubble,
        step_s: step.alone,
        step_overlapped_s: step.overlapped,
        utilisation: step.utilisation.alone,
        utilisation_overlapped: step.utilisation.overlapped,
        exchanges: step.exchanges.map(({ axis, what, operation, bytes, count, seconds, bottleneck }) => ({
          axis,
          what,
          operation,
          bytes,
          count,
          time_s: seconds,
          bottleneck,
        })),
        ...(tokens === undefined ? {} : { run_s: (tokens / step.tokens) * step.overlapped }),
      };
    },
  },
  serving: {
    known: {
      model: 'value',
      ...planArguments,
      ...chipArguments,
      ...selectionArguments,
      sequences: 'value',
      length: 'value',
      'bytes-per-weight': 'value',
      'bytes-per-cached': 'value',
      'compute-efficiency': 'value',
      'memory-efficiency': 'value',
    },
    answer: (args) => {
      const { id, model } = selectModel(args);
      const chip = selectChip(args);
      const size = chip.memory();
      const bytesPerWeight = decimal(args, 'bytes-per-weight', model.bytes_per_weight?.value ?? 2, 8);
      const result = serve(
        model.architecture,
        readPlan(args),
        {
          sequences: integer(args, 'sequences', 1),
          context: integer(args, 'length', 4096),
          bytesPerWeight,
          bytesPerCached: decimal(args, 'bytes-per-cached', 2, 8),
          bytesPerActivation: 2,
        },
        readMachine(args),
        {
          peak: chip.peak(),
          memoryBandwidth: chip.memoryBandwidth(),
          computeEfficiency: decimal(args, 'compute-efficiency', 0.6, 1),
          memoryEfficiency: decimal(args, 'memory-efficiency', 0.8, 1),
        },
      );
      return {
        model: id,
        weights_bytes: result.memory.weights,
        cache_bytes: result.memory.cache,
        total_bytes: result.memory.total,
        ...(size === undefined ? {} : { chip_bytes: size, fits: result.memory.total <= size }),
        prefill: passFields(result.prefill),
        decode: passFields(result.decode),
        tokens_per_s_per_sequence: result.tokensPerSecondPerSequence,
        tokens_per_s_per_chip: result.tokensPerSecondPerChip,
      };
    },
  },
  energy: {
    known: {
      ...chipArguments,
      chips: 'value',
      load: 'value',
      'other-power': 'value',
      overhead: 'value',
      time: 'value',
    },
    answer: (args) => {
      const other = args.value('other-power');
      const energy = energyOf(
        {
          chips: integer(args, 'chips', 1),
          chipWatts: selectChip(args).power(),
          load: decimal(args, 'load', 1, 1),
          otherWatts: other === undefined ? 0 : parseQuantity('other-power', other, 'power'),
          overhead: decimal(args, 'overhead', 1, 10, 1),
        },
        parseQuantity('time', requireArgument(args, 'time', '3600s'), 'time'),
      );
      return {
        rack_w: energy.rackWatts,
        site_w: energy.siteWatts,
        energy_j: energy.joules,
        energy_kwh: energy.kilowattHours,
      };
    },
  },
  runs: {
    known: {},
    answer: () => {
      const models = readModels();
      const runs = [...readRuns()].map(([id, run]): Fields => {
        const model = run.model === undefined ? undefined : models.get(run.model);
        const active = model?.active_parameters?.value ?? model?.total_parameters.value;
        const operations =
          active !== undefined && run.tokens ? ruleOfSix(active, run.tokens.value) : undefined;
        const whole =
          operations !== undefined && run.chip_hours && run.peak
            ? utilisationOf(operations, run.chip_hours.value * 3600, run.peak.value)
            : undefined;
        return {
          run: id,
          tokens: run.tokens?.value ?? null,
          operations_rule_of_six: operations ?? null,
          stated_operations: run.compute?.value ?? null,
          utilisation_whole_run: whole ?? null,
          stated_utilisation: run.utilisation.map(({ value }) => value).join(', '),
        };
      });
      return { runs };
    },
  },
};

/** `workload`: what a model asks of a machine. */
export const workload: Command = {
  summary: 'memory, traffic, step time, serving and energy of a language model on a machine',
  help: `workload model    --model ID [--json]
workload memory   --model ID PLAN BATCH [--chip ID] [--json]
workload training --model ID PLAN BATCH MACHINE --chip ID [--efficiency 0.6] [--tokens N] [--json]
workload serving  --model ID PLAN MACHINE --chip ID [--sequences N] [--length N] [--json]
workload energy   --chips N --chip ID --time 3600s [--load 0.8] [--other-power 300W] [--overhead 1.2] [--json]
workload runs     [--json]

  --model ID          a model in content/models
PLAN                  degrees of parallelism, each 1 by default; ranks count in this order, innermost first
  --tensor N --context N --data N --pipeline N
  --expert N          over how many of the data and context ranks the experts are spread
BATCH
  --sequence N        tokens of a sequence (default 4096)
  --microbatch N      sequences a data-parallel rank works on at once (default 1)
  --microbatches N    of them in a step (default 1)
  --sharding WORD     what data-parallel ranks share out: ${shardings.join(', ')} (default optimiser)
  --recompute WORD    activations that are worked out again: ${recomputations.join(', ')} (default none)
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
  --bytes-per-weight X --bytes-per-cached X
                      as released, or 2; and 2
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
    return args.flag('json') ? JSON.stringify(fields) : formatFields(fields);
  },
};
