import { describe, expect, it } from 'vitest';
import { workload } from '../../../src/terminal/workload.ts';

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');
const answer = (line: string): Record<string, unknown> =>
  JSON.parse(workload.run(words(`${line} --json`)) as string) as Record<string, unknown>;
const machine = '--topology switch:8,switch:16 --bandwidth 450GB/s,50GB/s --latency 300ns,2us';

const wide = '--topology switch:16 --bandwidth 450GB/s --latency 300ns';

describe('workload', () => {
  it('counts the weights and cache of a model', () => {
    expect(answer('model --model llama-3.1-405b')).toMatchObject({ cache_bytes_per_token_bf16: 516_096 });
  });

  it('compares memory with the chip that is chosen', () => {
    const plan = '--model gpt-3-175b --tensor 8 --pipeline 8 --data 16 --recompute attention';
    expect(answer(`memory ${plan} --chip nvidia-h100`)).toMatchObject({
      chips: 1024,
      chip_bytes: 80e9,
      fits: true,
    });
    expect(answer(`memory ${plan} --memory 8GB`)).toMatchObject({ chip_bytes: 8e9, fits: false });
    expect(answer(`memory ${plan}`)).not.toHaveProperty('fits');
  });

  it('names the fullest chip and what it holds', () => {
    const held = answer(
      'memory --model llama-3.1-405b --chip nvidia-h100 --pipeline 126 --recompute full --sharding none',
    );
    expect(held).toMatchObject({ chips: 126, fits: false });
    expect(held['total_bytes']).toBeGreaterThan(84.6e9);
    expect(held['fullest_chip']).toMatchObject({ stages: 126, layers: 1 });
    expect(held['stages']).toMatchObject([
      { stages: '1', layers: 1, input_table: true },
      { stages: '2 to 125', layers: 1 },
      { stages: '126', layers: 1, output_head: true },
    ]);
    const two = answer('memory --model llama-3.1-405b --pipeline 100');
    expect(two['fullest_chip']).toMatchObject({ stage: 74, holds: 'layers 74 to 75 of 126' });
    const text = workload.run(words('memory --model llama-3.1-405b --pipeline 126 --microbatches 4'));
    expect(text).toMatch(/fullest chip\nstage +1\n[^]*holds +layer 1 of 126, the input table/);
    const experts = answer('memory --model deepseek-v3 --data 48 --expert 48 --tensor 2');
    expect(experts['fullest_chip']).toMatchObject({
      query_heads: '64 of 128',
      experts_per_layer: '6 of 256; other ranks hold 5',
    });
    expect(
      answer(`serving --model glm-4.5 --tensor 16 --chip nvidia-h100 ${wide}`)['fullest_chip'],
    ).toMatchObject({
      query_heads: '6 of 96',
      key_value_heads: '1 of 8',
    });
  });

  it('serves weights as they were released, with their scales', () => {
    const bytes = (line: string) =>
      answer(`serving --chip nvidia-h100 ${wide} ${line}`)['weights_bytes'] as number;
    // 60.8 GiB is what the model card of gpt-oss gives.
    expect(Math.abs(bytes('--model gpt-oss-120b') / (60.8 * 2 ** 30) - 1)).toBeLessThan(0.01);
    expect(bytes('--model gpt-oss-120b --weights bf16')).toBeGreaterThan(230e9);
    expect(bytes('--model gpt-oss-120b --bytes-per-weight 1')).toBeCloseTo(116.8e9, -9);
    const fp8 = answer('memory --model llama-3.1-405b --weights fp8');
    expect(fp8['weight_format']).toBe('fp8 with its scales; table, router, norm in bf16');
  });

  it('takes the memory that listed products carry, as the figure does, and says so', () => {
    const fields = answer('memory --model gpt-oss-120b --chip ascend-950dt');
    expect(fields['chip_bytes']).toBe(96e9);
    expect(fields['chip_bytes_from']).toMatch(/ascend-950dt.memory-capacity-shipping, listed, read 2026-08; what listed products carry goes before/); // prettier-ignore
  });

  it('times a training step and a token served', () => {
    const step = answer(
      `training --model llama-3.1-405b --tensor 8 --pipeline 2 --data 8 --microbatches 16 --chip nvidia-h100 ${machine} --tokens 1e12`,
    );
    expect(step).toMatchObject({ chips: 128, tokens_per_step: 8 * 16 * 4096 });
    expect(step['step_overlapped_s']).toBeLessThanOrEqual(step['step_s'] as number);
    expect(step['run_s']).toBeCloseTo((1e12 / (8 * 16 * 4096)) * (step['step_overlapped_s'] as number), 0);
    const served = answer(
      `serving --model deepseek-v3 --data 128 --expert 128 --sequences 32 --chip nvidia-h200 --format fp8 ${machine}`,
    );
    expect(served).toMatchObject({ fits: true });
    expect(served['tokens_per_s_per_chip']).toBeGreaterThan(100);
  });

  it('prints energy, runs and readable text', () => {
    expect(answer('energy --chips 1000 --power 700W --time 3600s')).toMatchObject({ energy_kwh: 700 });
    expect(answer('runs')['runs']).toBeInstanceOf(Array);
    expect(workload.run(words('runs'))).toMatch(/llama-3.1-405b/);
    expect(workload.run(words('model --model deepseek-v3'))).toMatch(/total parameters\s+6710/);
  });

  it.each([
    ['', /the task is missing: allowed are model, memory/],
    ['melt', /"melt" is no task/],
    ['model', /--model is missing/],
    ['model --model gpt-9', /--model is "gpt-9": allowed are deepseek-v3/],
    ['memory --model llama-3.1-405b --tensor 0', /--tensor is "0"/],
    [
      'memory --model llama-3.1-405b --pipeline 127',
      /pipeline parallelism is 127: allowed are at most the 126 layers/,
    ],
    [
      'memory --model llama-3.1-405b --tensor 256',
      /tensor parallelism is 256: allowed are divisors of the 128 heads/,
    ],
    ['memory --model llama-3.1-405b --microbatch 0', /--microbatch is "0": allowed are whole numbers from 1/],
    ['memory --model llama-3.1-405b --microbatch 1.5', /--microbatch is "1.5"/],
    ['memory --model llama-3.1-405b --expert 2 --data 2', /expert parallelism is 2: allowed are only 1/],
    [
      'memory --model deepseek-v3 --expert 512 --data 512',
      /expert parallelism is 512: allowed are at most the 256/,
    ],
    [
      'memory --model deepseek-v3 --expert 3 --data 4',
      /expert parallelism is 3: allowed are divisors of the 4 data/,
    ],
    [
      'memory --model deepseek-v3 --context 8192',
      /context parallelism is 8192: allowed are at most the 4096 tokens/,
    ],
    ['memory --model deepseek-v3 --weights int3', /--weights is "int3": allowed are bf16, fp8/],
    [
      'memory --model deepseek-v3 --weights fp8 --bytes-per-weight 1',
      /--bytes-per-weight is "1" beside --weights/,
    ],
    ['memory --model llama-3.1-405b --sharding some', /--sharding is "some": allowed are none/],
    ['energy --chips 10 --time 3600s', /--power is missing: allowed is for example --power 700W/],
    [
      'energy --chips 10 --chip nvidia-h100 --time 3600s --overhead 0.5',
      /--overhead is "0.5": allowed are numbers from 1 to 10/,
    ],
    ['energy --chips 10 --chip nvidia-h100 --time 3600s --load 1.2', /--load is "1.2"/],
    [`training --model llama-3.1-405b ${machine}`, /--peak is missing/],
    [
      `training --model llama-3.1-405b --peak 1PFLOPS --data 3 ${machine}`,
      /does not fit the machine's dimensions 8 × 16/,
    ],
    [`serving --model deepseek-v3 --chip no-chip ${machine}`, /--chip is "no-chip": allowed are/],
  ])('refuses "%s"', (line, message) => {
    expect(() => workload.run(words(line))).toThrow(message);
  });
});
