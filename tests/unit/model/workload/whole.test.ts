import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModels } from '../../../../src/data/readRecords.ts';
import {
  countParameters,
  hasExperts,
  type Architecture,
} from '../../../../src/model/workload/architecture.ts';
import { servingMemory, trainingMemory, trainingStages } from '../../../../src/model/workload/memory.ts';
import { expertsHeld, keyHeadsHeld, layerSlice, stageSlice } from '../../../../src/model/workload/slice.ts';
import { stagesOf } from '../../../../src/model/workload/stage.ts';
import { trainingStep } from '../../../../src/model/workload/trainingStep.ts';
import { trainingTraffic } from '../../../../src/model/workload/traffic.ts';
import { mixedPrecision } from '../../../../src/model/workload/memory.ts';
import {
  bytesOfNumber,
  flatFormat,
  formatFor,
  weightBytes,
  weightParts,
} from '../../../../src/model/workload/weightFormat.ts';

const records = readModels();
const model = (id: string): Architecture => records.get(id)!.architecture;
const alone = { tensor: 1, context: 1, data: 1, pipeline: 1, expert: 1 };
const batch = { sequence: 4096, microbatch: 1, microbatches: 1 };
const ids = fc.constantFrom(...records.keys());

describe('layers and tables go to stages whole', () => {
  const llama = model('llama-3.1-405b');
  // From the published shapes: attention with 128 and 8 heads of 128, a gated block of 53,248, two norms.
  const layer = 16_384 * (2 * 128 * 128 + 2 * 8 * 128 + 3 * 53_248 + 2);
  const table = 128_256 * 16_384;

  it('a layer and a table of Llama 3.1 405B stand on the ends of 126 stages', () => {
    const plan = { ...alone, pipeline: 126 };
    const stages = trainingStages(llama, plan, batch, 'none', 'full', undefined, stagesOf(llama, 126));
    const kept = 2 * 4096 * 16_384;
    expect(stages[0]!.total).toBe(16 * (layer + table) + kept);
    expect(stages[60]!.total).toBe(16 * layer + kept);
    expect(stages[125]!.total).toBe(16 * (layer + table + 16_384) + kept);
    const fullest = trainingMemory(llama, plan, batch, 'none', 'full');
    expect(fullest.total).toBe(stages[125]!.total);
    expect(fullest.total / 1e9).toBeGreaterThan(84.6);
  });

  it('some of 100 stages hold two layers', () => {
    const plan = { ...alone, pipeline: 100 };
    const { stage, weights } = trainingMemory(llama, plan, batch, 'none', 'full');
    expect(stage).toMatchObject({ layers: 2, input: false, output: false });
    expect(weights).toBe(2 * 2 * layer);
    const sizes = stagesOf(llama, 100).map(({ layers }) => layers);
    expect(sizes.filter((size) => size === 2)).toHaveLength(26);
    // As vLLM deals them out: neither end is burdened further.
    expect([sizes[0], sizes[72], sizes[73], sizes[98], sizes[99]]).toEqual([1, 1, 2, 2, 1]);
  });

  it('every layer has one stage, and stages differ by one layer at most', () => {
    fc.assert(
      fc.property(ids, fc.double({ min: 0, max: 1, noNaN: true }), (id, part) => {
        const pipeline = 1 + Math.floor(part * (model(id).layers - 1));
        const stages = stagesOf(model(id), pipeline);
        let next = 0;
        for (const { first, layers } of stages) {
          expect(first).toBe(next);
          next += layers;
        }
        expect(next).toBe(model(id).layers);
        const sizes = stages.map(({ layers }) => layers);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(stages.filter(({ input }) => input)).toHaveLength(1);
        expect(stages.filter(({ output }) => output)).toHaveLength(1);
      }),
    );
  });

  it('all weights are on some stage once, and a tied table on both ends', () => {
    for (const [id, { architecture }] of records)
      for (const pipeline of [1, 2, 7, architecture.layers]) {
        const held = stagesOf(architecture, pipeline).reduce((sum, stage) => {
          const slice = stageSlice(architecture, alone, stage);
          return sum + weightParts.reduce((total, part) => total + slice[part], 0);
        }, 0);
        const again =
          architecture.tied_embeddings && pipeline > 1 ? architecture.vocabulary * architecture.hidden : 0;
        expect(held, id).toBe(countParameters(architecture).total + again);
      }
  });

  it('dense layers come first, or every second in Llama 4', () => {
    const dense = (id: string): number[] =>
      Array.from({ length: model(id).layers }, (_, layer) => layer).filter(
        (layer) => !hasExperts(model(id), layer),
      );
    expect(dense('deepseek-v3')).toEqual([0, 1, 2]);
    expect(dense('kimi-k2')).toEqual([0]);
    expect(dense('llama-4-maverick')).toEqual(Array.from({ length: 24 }, (_, i) => 2 * i));
    expect(dense('qwen3-235b-a22b')).toEqual([]);
    for (const { architecture } of records.values())
      expect(stagesOf(architecture, 1)[0]!.expertLayers).toBe(architecture.experts?.layers ?? 0);
  });

  it('earlier stages keep more microbatches, never more than there are', () => {
    const stages = (microbatches: number) =>
      trainingStages(llama, { ...alone, pipeline: 6 }, { ...batch, microbatches }, 'none', 'full', undefined, stagesOf(llama, 6)).map(({ activations }) => activations / (21 * 2 * 4096 * 16_384)); // prettier-ignore
    expect(stages(64)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(stages(3)).toEqual([3, 3, 3, 3, 2, 1]);
  });
});

describe('heads, experts and what cannot be cut stay whole', () => {
  it('a tensor rank has the key-value heads that its query heads read', () => {
    const heads = (query: number, keys: number): Architecture => ({
      ...model('glm-4.5'),
      attention: { kind: 'heads', query_heads: query, kv_heads: keys, head_dim: 128 },
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 12 }), (keys, group) => {
        const query = keys * group;
        for (let tensor = 1; tensor <= query; tensor++) {
          if (query % tensor) continue;
          const counts = Array.from({ length: tensor }, (_, rank) => {
            const read = new Set<number>();
            for (let head = (rank * query) / tensor; head < ((rank + 1) * query) / tensor; head++)
              read.add(Math.floor(head / group));
            return read.size;
          });
          expect(keyHeadsHeld(heads(query, keys), tensor)).toBe(Math.max(...counts));
        }
      }),
    );
    const cache = (tensor: number) =>
      servingMemory(heads(96, 8), { ...alone, tensor }, 1, 1, flatFormat(2), 2).cache;
    expect(cache(32)).toBe(cache(8));
    // Three ranks of 32 query heads: the middle one reads parts of four groups.
    expect(cache(3)).toBe(cache(1) / 2);
  });

  it('norms, routers and MLA’s projections down do not shrink with tensor parallelism', () => {
    const whole = layerSlice(model('deepseek-v3'), { tensor: 1, expert: 1 }, true);
    const cut = layerSlice(model('deepseek-v3'), { tensor: 128, expert: 1 }, true);
    expect(cut.norm).toBe(whole.norm);
    expect(cut.router).toBe(whole.router);
    expect(cut.attention).toBeGreaterThan(7168 * (1536 + 512 + 64));
    expect(cut.attention - 7168 * (1536 + 512 + 64)).toBe((whole.attention - 7168 * (1536 + 512 + 64)) / 128);
  });

  it('experts that do not divide leave some ranks with one more', () => {
    for (const expert of [1, 3, 48, 100, 255, 256]) {
      const sizes = Array.from({ length: expert }, () => 0);
      for (let one = 0; one < 256; one++) sizes[one % expert]!++;
      expect(expertsHeld(model('deepseek-v3'), expert)).toBe(Math.max(...sizes));
    }
    const bytes = (expert: number) =>
      trainingMemory(model('deepseek-v3'), { ...alone, data: expert, expert }, batch, 'none', 'full').weights;
    const one = 2 * 58 * 3 * 7168 * 2048;
    expect(bytes(100) - bytes(128)).toBeCloseTo(one, 0);
    expect(bytes(255)).toBeCloseTo(bytes(128), 0);
  });

  it('shared-out weights are brought together a layer at a time', () => {
    const plan = { ...alone, data: 4096 };
    const { gathered, weights } = trainingMemory(model('llama-3.1-405b'), plan, batch, 'weights', 'full');
    const slice = layerSlice(model('llama-3.1-405b'), alone, false);
    expect(gathered).toBe(weightBytes(slice, flatFormat(2)));
    expect(weights).toBe(2 * Math.ceil(405_853_388_800 / 4096));
    expect(trainingMemory(model('llama-3.1-405b'), plan, batch, 'gradients', 'full').gathered).toBe(0);
  });
});

describe('formats count their scales and what they keep wide', () => {
  it('in bits a weight', () => {
    // OCP Microscaling 1.0: blocks of 32 with a scale of 8 bits; NVFP4: blocks of 16 with one.
    expect(8 * bytesOfNumber.mxfp4).toBe(4.25);
    expect(8 * bytesOfNumber.mxfp8).toBe(8.25);
    expect(8 * bytesOfNumber.nvfp4).toBe(4.5);
    expect(bytesOfNumber.fp8).toBe((128 * 128 + 4) / (128 * 128));
  });

  it('keep tables, routers and norms in BF16, and attention where the release does', () => {
    expect(formatFor('fp8')).toMatchObject({ table: 2, router: 2, norm: 2, attention: bytesOfNumber.fp8 });
    const { release } = records.get('gpt-oss-120b')!;
    expect(formatFor('mxfp4', release)).toMatchObject({ attention: 2, experts: bytesOfNumber.mxfp4 });
    expect(formatFor('fp8', release).attention).toBe(bytesOfNumber.fp8);
  });
});

describe('a step waits for the stage with most to do', () => {
  const cluster = [{ kind: 'switch' as const, size: 6300, bandwidth: 450e9, latency: 3e-7 }];
  const run = (pipeline: number, microbatches = 64) =>
    trainingStep(model('llama-3.1-405b'), { ...alone, pipeline }, { ...batch, microbatches }, cluster, { peak: 1e15, kernelEfficiency: 0.5 }, { sharding: 'none', recompute: 'none' }); // prettier-ignore

  it('so 100 stages compute no faster than 70, whose fullest hold as many layers', () => {
    expect(run(100).compute).toBe(run(70).compute);
    expect(run(63).compute / run(100).compute).toBeGreaterThanOrEqual(1);
    expect(run(126).compute).toBeLessThan(run(100).compute);
    expect(run(100).utilisation.alone).toBeLessThan(run(63).utilisation.alone);
  });

  it('and its exchanges are those of whole layers', () => {
    const count = (pipeline: number) =>
      trainingTraffic(model('deepseek-v3'), { tensor: 2, context: 1, data: 8, pipeline, expert: 8 }, batch, 'none', mixedPrecision)
        .filter(({ axis }) => axis === 'tensor' || axis === 'expert')
        .map(({ count: each }) => each); // prettier-ignore
    expect(count(4)).toEqual([4 * 16, 4 * 16]);
    expect(count(61)).toEqual([4, 4]);
  });
});

describe('any plan answers with finite bytes or is refused by name', () => {
  it('on every model', () => {
    const degree = fc.constantFrom(1, 2, 3, 5, 7, 8, 40, 61, 64, 126, 128, 256, 1000);
    let [answered, refused] = [0, 0];
    fc.assert(
      fc.property(
        ids,
        degree,
        degree,
        degree,
        degree,
        degree,
        (id, tensor, context, data, pipeline, expert) => {
          const plan = { tensor, context, data, pipeline, expert };
          try {
            const { total, stage } = trainingMemory(
              model(id),
              plan,
              { ...batch, microbatches: 5 },
              'weights',
              'none',
            );
            expect(Number.isFinite(total) && total > 0).toBe(true);
            expect(stage.layers).toBeGreaterThan(0);
            answered++;
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
            expect((error as Error).message).toMatch(/^(tensor|context|data|pipeline|expert) parallelism is \d+: allowed|^number of chips is \d+: allowed/); // prettier-ignore
            refused++;
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(Math.min(answered, refused)).toBeGreaterThan(0);
  });

  it('refuses more context ranks than tokens', () => {
    expect(() =>
      trainingMemory(
        model('gpt-3-175b'),
        { ...alone, context: 16 },
        { ...batch, sequence: 8 },
        'none',
        'none',
      ),
    ).toThrow('context parallelism is 16: allowed are at most the 8 tokens of a sequence');
  });
});
