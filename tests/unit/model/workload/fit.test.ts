import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModels } from '../../../../src/data/readRecords.ts';
import { countParameters } from '../../../../src/model/workload/architecture.ts';
import {
  cachedBytes,
  fitModel,
  memoryParts,
  plainArchitecture,
  type FitLoad,
} from '../../../../src/model/workload/fit.ts';
import { mixedPrecision, servingMemory, trainingMemory } from '../../../../src/model/workload/memory.ts';
import type { Parallelism } from '../../../../src/model/workload/parallelism.ts';
import { formatFor, formatOf, numberFormats } from '../../../../src/model/workload/weightFormat.ts';

const bf16 = formatOf('bf16');
const records = readModels();
const llama = records.get('llama-3.1-405b')!.architecture;

/** Bytes of the fullest chip of a plan, by the sums that the terminal prints. */
function weighed({ model, mode, format, context, batch }: FitLoad, plan: Parallelism): number {
  const sequences = Math.ceil(batch / plan.data);
  return mode === 'inference'
    ? servingMemory(model, plan, sequences, context, format, cachedBytes).total
    : trainingMemory(
        model,
        plan,
        { sequence: context, microbatch: sequences, microbatches: 1 },
        'optimiser',
        'full',
        { ...mixedPrecision, weight: format },
      ).total;
}

describe('the fewest chips that hold a model', () => {
  it('is weights and cache for inference', () => {
    const { bytes, chips } = fitModel(
      { model: llama, mode: 'inference', format: bf16, context: 32_768, batch: 16 },
      80e9,
    );
    // 2 × 126 layers × 8 heads × 128 numbers of two bytes for each token.
    expect(bytes.cache).toBe(2 * 126 * 8 * 128 * 2 * 32_768 * 16);
    expect(bytes.weights / 1e9).toBeCloseTo(2 * 405.8, 0);
    expect(chips).toBeGreaterThanOrEqual(Math.ceil((bytes.weights + bytes.cache) / 80e9));
    expect(bytes.optimiser + bytes.gradients + bytes.activations).toBe(0);
  });

  it('is sixteen bytes a weight and the input of every layer for training in BF16', () => {
    const { bytes } = fitModel(
      { model: llama, mode: 'training', format: bf16, context: 8192, batch: 1 },
      80e9,
    );
    const { total } = countParameters(llama);
    expect(bytes.weights + bytes.gradients + bytes.optimiser).toBeCloseTo(16 * total, -3);
    expect(bytes.activations).toBe(2 * 16_384 * 126 * 8192);
    expect(bytes.cache).toBe(0);
  });

  it('has room on the fullest chip of its plan, and never falls with more to hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.constantFrom('inference' as const, 'training' as const),
        fc.constantFrom(...numberFormats),
        fc.integer({ min: 1, max: 1_048_576 }),
        fc.integer({ min: 1, max: 512 }),
        fc.integer({ min: 80, max: 288 }),
        (billions, mode, format, context, batch, gigabytes) => {
          const model = plainArchitecture(billions * 1e9);
          const load = { model, mode, format: formatFor(format), context, batch };
          const fit = fitModel(load, gigabytes * 1e9);
          expect(fit.total).toBeCloseTo(
            memoryParts.reduce((sum, part) => sum + fit.bytes[part], 0),
            0,
          );
          expect(fit.chips * gigabytes * 1e9).toBeGreaterThanOrEqual(fit.total);
          const { tensor, pipeline, data, context: over } = fit.plan;
          expect(tensor * pipeline * data * over).toBe(fit.chips);
          expect(fit.fullest.bytes).toBeLessThanOrEqual(gigabytes * 1e9);
          expect(fit.fullest.bytes).toBeCloseTo(weighed(load, fit.plan), 0);
          expect(fitModel({ ...load, batch: batch + 1 }, gigabytes * 1e9).chips).toBeGreaterThanOrEqual(
            fit.chips,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds no plan with fewer chips, by trying them all', () => {
    const gptOss = records.get('gpt-oss-120b')!;
    const qwen = records.get('qwen3-235b-a22b')!;
    const cases: readonly [FitLoad, number][] = [
      [{ model: llama, mode: 'training', format: bf16, context: 8192, batch: 16 }, 80e9],
      [{ model: llama, mode: 'inference', format: bf16, context: 131_072, batch: 7 }, 80e9],
      [{ model: gptOss.architecture, mode: 'training', format: bf16, context: 8192, batch: 5 }, 96e9],
      [{ model: qwen.architecture, mode: 'inference', format: bf16, context: 131_072, batch: 33 }, 80e9],
    ];
    for (const [load, capacity] of cases) {
      const { chips } = fitModel(load, capacity);
      const { model, batch } = load;
      const heads = model.attention.kind === 'heads' ? model.attention.query_heads : model.attention.heads;
      for (let fewer = 1; fewer < chips; fewer++)
        for (let tensor = 1; tensor <= fewer; tensor++)
          for (let data = 1; data * tensor <= fewer; data++) {
            const pipeline = fewer / tensor / data;
            if (heads % tensor || !Number.isInteger(pipeline) || pipeline > model.layers || data > batch)
              continue;
            for (const expert of load.mode === 'inference' && model.experts ? [1, data] : [1])
              expect(weighed(load, { tensor, context: 1, data, pipeline, expert })).toBeGreaterThan(capacity);
          }
    }
  });

  it('names what the fullest chip holds', () => {
    const training = { model: llama, mode: 'training' as const, format: bf16, context: 8192, batch: 16 };
    const { chips, plan, fullest } = fitModel(training, 80e9);
    expect(chips).toBe(96);
    expect(plan).toMatchObject({ tensor: 16, pipeline: 6, data: 1 });
    expect(fullest).toMatchObject({ queryHeads: 8, keyHeads: 1, stage: { layers: 21, of: 6 } });
    expect(fullest.stage.input || fullest.stage.output).toBe(true);
  });

  it('finds room for every model of the record, however much it works on', () => {
    for (const { architecture: model, release } of records.values())
      for (const mode of ['inference', 'training'] as const)
        for (const [context, batch] of [
          [1, 1],
          [1_048_576, 1],
          [1_048_576, 4096],
        ] as const)
          for (const capacity of [80e9, 192e9]) {
            const load = { model, mode, format: formatFor('bf16', release), context, batch };
            expect(fitModel(load, capacity).fullest.bytes).toBeLessThanOrEqual(capacity);
          }
  });

  it('gives a model of one’s own as many weights as asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (billions) => {
        expect(countParameters(plainArchitecture(billions * 1e9)).total / 1e9 / billions).toBeCloseTo(1, 2);
      }),
    );
    expect(plainArchitecture(405e9).layers).toBeCloseTo(llama.layers, -1);
  });

  it('refuses what could not be', () => {
    expect(() => plainArchitecture(1e8)).toThrow('parameters');
    expect(() => plainArchitecture(Number.NaN)).toThrow('parameters');
    const load = { model: llama, mode: 'inference' as const, format: bf16, context: 1, batch: 1 };
    expect(() => fitModel(load, 0)).toThrow('memory of a chip');
    expect(() => fitModel({ ...load, batch: 1.5 }, 1e9)).toThrow('batch');
    expect(() => fitModel(load, 1e6)).toThrow('memory of a chip is 1000000 bytes: allowed are');
  });
});
