import { describe, expect, it } from 'vitest';
import { workload } from '../../../src/terminal/workload.ts';

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');
const answer = (line: string): Record<string, unknown> =>
  JSON.parse(workload.run(words(`${line} --json`)) as string) as Record<string, unknown>;
const machine = '--topology switch:8,switch:16 --bandwidth 450GB/s,50GB/s --latency 300ns,2us';

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
