import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModels } from '../../../../src/data/readRecords.ts';
import { countParameters } from '../../../../src/model/workload/architecture.ts';
import { fitModel, memoryParts, plainArchitecture } from '../../../../src/model/workload/fit.ts';

const llama = readModels().get('llama-3.1-405b')!.architecture;

describe('the fewest chips that hold a model', () => {
  it('is weights and cache for inference', () => {
    const { bytes, chips } = fitModel(
      { model: llama, mode: 'inference', bytesPerWeight: 2, context: 32_768, batch: 16 },
      80e9,
    );
    // 2 × 126 layers × 8 heads × 128 numbers of two bytes for each token.
    expect(bytes.cache).toBe(2 * 126 * 8 * 128 * 2 * 32_768 * 16);
    expect(bytes.weights / 1e9).toBeCloseTo(2 * 405.8, 0);
    expect(chips).toBe(Math.ceil((bytes.weights + bytes.cache) / 80e9));
    expect(bytes.optimiser + bytes.gradients + bytes.activations).toBe(0);
  });

  it('is sixteen bytes a weight and the input of every layer for training in BF16', () => {
    const { bytes } = fitModel(
      { model: llama, mode: 'training', bytesPerWeight: 2, context: 8192, batch: 1 },
      80e9,
    );
    const { total } = countParameters(llama);
    expect(bytes.weights + bytes.gradients + bytes.optimiser).toBeCloseTo(16 * total, -3);
    expect(bytes.activations).toBe(2 * 16_384 * 126 * 8192);
    expect(bytes.cache).toBe(0);
  });

  it('is a whole number that just holds everything, and never falls with more to hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.constantFrom('inference' as const, 'training' as const),
        fc.constantFrom(0.5, 1, 2),
        fc.integer({ min: 1, max: 1_048_576 }),
        fc.integer({ min: 1, max: 512 }),
        fc.integer({ min: 16, max: 288 }),
        (billions, mode, bytesPerWeight, context, batch, gigabytes) => {
          const model = plainArchitecture(billions * 1e9);
          const load = { model, mode, bytesPerWeight, context, batch };
          const fit = fitModel(load, gigabytes * 1e9);
          expect(fit.total).toBeCloseTo(
            memoryParts.reduce((sum, part) => sum + fit.bytes[part], 0),
            0,
          );
          expect(fit.chips * gigabytes * 1e9).toBeGreaterThanOrEqual(fit.total);
          expect((fit.chips - 1) * gigabytes * 1e9).toBeLessThan(fit.total);
          expect(fitModel({ ...load, batch: batch + 1 }, gigabytes * 1e9).chips).toBeGreaterThanOrEqual(
            fit.chips,
          );
        },
      ),
    );
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
    const load = { model: llama, mode: 'inference' as const, bytesPerWeight: 2, context: 1, batch: 1 };
    expect(() => fitModel(load, 0)).toThrow('memory of a chip');
    expect(() => fitModel({ ...load, batch: 1.5 }, 1e9)).toThrow('batch');
  });
});
