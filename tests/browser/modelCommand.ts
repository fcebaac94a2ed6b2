import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Locator } from 'playwright-core';

const run = promisify(execFile);

/** What `npm run model` prints for some arguments, as JSON. */
async function model(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout } = await run(process.execPath, ['src/terminal/main.ts', ...args, '--json']);
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** The table's rows by their mark, each as the text of its cells. */
async function cellsOf(figure: Locator): Promise<Record<string, string[][]>> {
  const rows = await figure
    .locator('[data-slot="table"] tr[data-row]')
    .evaluateAll((all) =>
      all.map((row) => [row.getAttribute('data-row')!, [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)] as const),
    ); // prettier-ignore
  const cells: Record<string, string[][]> = {};
  for (const [key, row] of rows) (cells[key] ??= []).push(row);
  return cells;
}

const plain = (text: string): number => Number(text.replaceAll(',', ''));
const units: Readonly<Record<string, number>> = { GB: 1e9, TB: 1e12, PB: 1e15 };
const bytes = (text: string): number => {
  const [number, unit] = text.split('\u00a0');
  return plain(number!) * units[unit!]!;
};

/** Printed figures keep three significant digits. */
const equal = (printed: number, computed: number) => Math.abs(printed / computed - 1) < 0.006;

async function cliffFaults(figure: Locator): Promise<string[]> {
  const faults: string[] = [];
  for (const [system, rows] of Object.entries(await cellsOf(figure))) {
    const { reach } = (await model('topology', '--system', system)) as {
      reach: { npus: number; bytes_per_s_per_npu: number }[];
    };
    reach.forEach(({ npus, bytes_per_s_per_npu }, step) => {
      const [, , to = '', bandwidth = ''] = rows[step] ?? [];
      if (plain(to) !== npus || !equal(plain(bandwidth) * 1e9, bytes_per_s_per_npu))
        faults.push(`${system}: "${bandwidth}" GB/s to "${to}", computed ${bytes_per_s_per_npu} to ${npus}`);
    });
  }
  return faults;
}

async function fitFaults(figure: Locator, state: Readonly<Record<string, string>>): Promise<string[]> {
  const { model: id = '', mode, context = '', batch = '', chip = '', format } = state;
  if (id === 'own') return [];
  // Memory depends on no rate; some chips have none on record.
  const rates = ['--peak', '1000TFLOPS', '--memory-bandwidth', '4TB/s'];
  // A chip may be sold with less memory than it can carry; the figure says which of them it counts on.
  const scale = await figure.locator('[data-slot="scale"]').innerText();
  const memory = /([\d.,]+)\s*GB/.exec(scale)![1]!;
  const common = ['--model', id, '--chip', chip, '--memory', `${memory}GB`, ...rates];
  const training = [
    '--sequence',
    context,
    '--microbatch',
    batch,
    '--sharding',
    'none',
    '--recompute',
    'full',
  ];
  const weight = { bf16: '2', fp8: '1', fp4: '0.5' }[format ?? ''] ?? '2';
  const serving = [
    '--sequences',
    batch,
    '--length',
    context,
    '--bytes-per-weight',
    weight,
    '--system',
    'hgx-h100',
  ];
  // The command trains with weights in BF16.
  if (mode === 'training' && format !== 'bf16') return [];
  const computed =
    mode === 'training'
      ? await model('workload', 'memory', ...common, ...training)
      : await model('workload', 'serving', ...common, ...serving);
  const cells = await cellsOf(figure);
  const faults: string[] = [];
  for (const part of ['weights', 'gradients', 'optimiser', 'activations', 'cache']) {
    const wanted = computed[`${part}_bytes`];
    if (typeof wanted !== 'number') continue;
    const printed = cells[part]?.[0]?.[1] ?? '';
    if (!equal(bytes(printed), wanted)) faults.push(`${part}: "${printed}", computed ${wanted}`);
  }
  const chips = Math.ceil(Number(computed['total_bytes']) / Number(computed['chip_bytes']));
  const shown = plain(await figure.locator('.fit-count strong').innerText());
  if (shown !== chips) faults.push(`${shown} chips, computed ${chips}`);
  return faults;
}

type Faults = (figure: Locator, state: Readonly<Record<string, string>>) => Promise<string[]>;

/** Where a command computes what a widget shows: in what it differs from the command, in some states. */
export const commands: Readonly<
  Record<string, { readonly states: readonly string[]; readonly faults: Faults }>
> = {
  'bandwidth-cliff': { states: [''], faults: cliffFaults },
  'model-fit': {
    states: [
      '',
      '?mode=training&batch=4',
      '?model=deepseek-v3&format=fp8&context=131072&batch=64&chip=ascend-950dt',
      '?model=kimi-k2&mode=training&context=4096&batch=1&chip=nvidia-gb200-gpu',
      '?model=gpt-oss-120b&format=fp4&chip=ascend-910c',
    ],
    faults: fitFaults,
  },
};
