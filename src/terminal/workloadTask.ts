import { readRuns } from '../data/readRecords.ts';
import { cachePerToken, countParameters } from '../model/workload/architecture.ts';
import { ruleOfSix, utilisationOf } from '../model/workload/compute.ts';
import { checkpointBytes } from '../model/workload/checkpoint.ts';
import { energyOf } from '../model/workload/energy.ts';
import { fullestOf, stagesToWeigh } from '../model/workload/fullest.ts';
import { servingStages, trainingStages } from '../model/workload/memory.ts';
import { chipsOf } from '../model/workload/parallelism.ts';
import { serve, type Pass } from '../model/workload/serving.ts';
import { trainingStep } from '../model/workload/trainingStep.ts';
import { requireArgument, type ArgumentKind, type Arguments } from './argument.ts';
import { chipArguments, selectChip, type ChipInput } from './chip.ts';
import type { Fields } from './fields.ts';
import { fullestFields, stageFields } from './holding.ts';
import { parseQuantity } from './quantity.ts';
import { knownModels } from './record.ts';
import { selectionArguments } from './selection.ts';
import {
  decimal,
  integer,
  planArguments,
  readBatch,
  readMachine,
  readPlan,
  readPrecision,
  readRecompute,
  readSharding,
  readWeights,
  selectModel,
  trainingArguments,
  weightArguments,
} from './workloadInput.ts';

/** One thing that `workload` can work out: the arguments it knows, and its answer. */
export interface Task {
  readonly known: Readonly<Record<string, ArgumentKind>>;
  readonly answer: (args: Arguments) => Fields;
}

const passFields = (pass: Pass): Fields => ({
  time_s: pass.total,
  compute_s: pass.compute,
  memory_s: pass.memory,
  communication_s: pass.communication,
  operations_per_byte: pass.intensity,
  ridge_operations_per_byte: pass.ridge,
  bound: pass.bound,
});

/** The chip's memory beside what has to go into it. */
function fitFields(chip: ChipInput, total: number): Fields {
  const memory = chip.memory();
  if (memory === undefined) return {};
  return {
    chip_bytes: memory?.bytes ?? null,
    chip_bytes_from: memory?.from ?? 'no number on record',
    fits: memory ? total <= memory.bytes : null,
  };
}

/** Every task by its word. */
export const tasks: Readonly<Record<string, Task>> = {
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
        release_format: model.release.format,
        checkpoint_bytes: checkpointBytes(model.architecture, model.release),
        stated_checkpoint_bytes: model.checkpoint?.value ?? null,
        assumptions: model.assumptions.map(({ says }) => says),
        simplified: model.simplified,
      };
    },
  },
  memory: {
    known: { model: 'value', ...planArguments, ...trainingArguments, ...weightArguments, ...chipArguments },
    answer: (args) => {
      const { id, model } = selectModel(args);
      const plan = readPlan(args);
      const batch = readBatch(args);
      const weights = readWeights(args, model, 'bf16');
      const rest = [readSharding(args), readRecompute(args), readPrecision(weights)] as const;
      const weigh = (stages: Parameters<typeof trainingStages>[6]) =>
        trainingStages(model.architecture, plan, batch, ...rest, stages);
      const memory = fullestOf(weigh(stagesToWeigh(model.architecture, plan)));
      return {
        model: id,
        chips: chipsOf(plan),
        weight_format: weights.text,
        weights_bytes: memory.weights,
        gradients_bytes: memory.gradients,
        optimiser_bytes: memory.optimiser,
        activations_bytes: memory.activations,
        gathered_bytes: memory.gathered,
        total_bytes: memory.total,
        ...fitFields(selectChip(args), memory.total),
        fullest_chip: fullestFields(model.architecture, plan, memory.stage),
        stages: stageFields(model.architecture, plan.pipeline, weigh),
      };
    },
  },
  training: {
    known: {
      model: 'value',
      ...planArguments,
      ...trainingArguments,
      ...weightArguments,
      ...chipArguments,
      ...selectionArguments,
      efficiency: 'value',
      tokens: 'value',
    },
    answer: (args) => {
      const { id, model } = selectModel(args);
      const plan = readPlan(args);
      const chip = selectChip(args);
      const step = trainingStep(
        model.architecture,
        plan,
        readBatch(args),
        readMachine(args),
        { peak: chip.peak(), kernelEfficiency: decimal(args, 'efficiency', 0.6, 1) },
        {
          sharding: readSharding(args),
          recompute: readRecompute(args),
          precision: readPrecision(readWeights(args, model, 'bf16')),
        },
      );
      const tokens = args.value('tokens') === undefined ? undefined : decimal(args, 'tokens', 1, 1e18);
      return {
        model: id,
        chips: step.chips,
        tokens_per_step: step.tokens,
        memory_bytes: step.memory.total,
        ...fitFields(chip, step.memory.total),
        compute_s: step.compute,
        bubble_s: step.bubble,
        step_s: step.alone,
        step_overlapped_s: step.overlapped,
        utilisation: step.utilisation.alone,
        utilisation_overlapped: step.utilisation.overlapped,
        fullest_chip: fullestFields(model.architecture, plan, step.memory.stage),
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
      ...weightArguments,
      'bytes-per-cached': 'value',
      'compute-efficiency': 'value',
      'memory-efficiency': 'value',
    },
    answer: (args) => {
      const { id, model } = selectModel(args);
      const chip = selectChip(args);
      const plan = readPlan(args);
      const weights = readWeights(args, model, model.release.format);
      const load = {
        sequences: integer(args, 'sequences', 1),
        context: integer(args, 'length', 4096),
        format: weights.format,
        bytesPerCached: decimal(args, 'bytes-per-cached', 2, 8),
        bytesPerActivation: 2,
      };
      const result = serve(model.architecture, plan, load, readMachine(args), {
        peak: chip.peak(),
        memoryBandwidth: chip.memoryBandwidth(),
        computeEfficiency: decimal(args, 'compute-efficiency', 0.6, 1),
        memoryEfficiency: decimal(args, 'memory-efficiency', 0.8, 1),
      });
      return {
        model: id,
        chips: chipsOf(plan),
        weight_format: weights.text,
        weights_bytes: result.memory.weights,
        cache_bytes: result.memory.cache,
        total_bytes: result.memory.total,
        ...fitFields(chip, result.memory.total),
        fullest_chip: fullestFields(model.architecture, plan, result.memory.stage),
        stages: stageFields(model.architecture, plan.pipeline, (stages) =>
          servingStages(
            model.architecture,
            plan,
            load.sequences,
            load.context,
            load.format,
            load.bytesPerCached,
            stages,
          ),
        ),
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
      const models = knownModels();
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
