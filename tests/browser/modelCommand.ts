import type { Locator } from 'playwright-core';
import { licence } from '../../src/terminal/licence.ts';
import { topology } from '../../src/terminal/topology.ts';
import { workload } from '../../src/terminal/workload.ts';

const commands = { topology, workload, licence };

/** What `npm run model` prints for some arguments, as JSON. */
async function model(
  word: keyof typeof commands,
  ...args: readonly string[]
): Promise<Record<string, unknown>> {
  return JSON.parse(await commands[word].run([...args, '--json'])) as Record<string, unknown>;
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
  const { model: id = '', mode, context = '', batch = '', chip = '', format = '' } = state;
  if (id === 'own') return [];
  // Memory depends on no rate; some chips have none on record.
  const rates = ['--peak', '1000TFLOPS', '--memory-bandwidth', '4TB/s'];
  const weights = ['--weights', { bf16: 'bf16', fp8: 'fp8', fp4: 'mxfp4' }[format] ?? 'bf16'];
  const common = ['--model', id, '--chip', chip, ...weights, ...rates];
  const shown = plain(await figure.locator('.fit-count strong').innerText());
  const compute = async (plan: readonly string[], sequences: string) =>
    mode === 'training'
      ? await model('workload', 'memory', ...common, ...plan, '--sequence', context, '--microbatch', sequences, '--sharding', 'optimiser', '--recompute', 'full')
      : await model('workload', 'serving', ...common, ...plan, '--sequences', sequences, '--length', context, '--topology', `switch:${Math.max(2, shown)}`, '--bandwidth', '1GB/s', '--latency', '1us'); // prettier-ignore
  const computed = await compute([], batch);
  const cells = await cellsOf(figure);
  const faults: string[] = [];
  for (const part of ['weights', 'gradients', 'optimiser', 'activations', 'cache']) {
    const wanted = computed[`${part}_bytes`];
    if (typeof wanted !== 'number') continue;
    const printed = cells[part]?.[0]?.[1] ?? '';
    if (!equal(bytes(printed), wanted)) faults.push(`${part}: "${printed}", computed ${wanted}`);
  }
  // The command knows the chip's memory by itself.
  const scale = await figure.locator('[data-slot="scale"]').innerText();
  const memory = Number(/([\d.,]+)\s*GB/.exec(scale)![1]!) * 1e9;
  if (memory !== computed['chip_bytes']) faults.push(`"${scale}", computed ${computed['chip_bytes']}`);
  const least = Math.ceil(Number(computed['total_bytes']) / Number(computed['chip_bytes']));
  if (shown < least) faults.push(`${shown} chips, computed at least ${least}`);
  if (shown === 1) return faults;
  // What the figure says of the fullest chip is what the command says of a plan with as many chips.
  const words = await figure.locator('[data-slot="parts"]').innerText();
  const tensor = Number(/one part in (\d+)/.exec(words)?.[1] ?? 1);
  const each = Number(/(\d+) of [\d,]+ sequences/.exec(words)?.[1] ?? batch);
  const data = Math.ceil(Number(batch) / each);
  const pipeline = shown / tensor / data;
  const expert = words.includes('experts a layer') ? data : 1;
  const degrees = Object.entries({ tensor, data, pipeline, expert }).flatMap(([name, n]) => [`--${name}`, String(n)]); // prettier-ignore
  const planned = await compute(degrees, String(each));
  const fullest = /holds ([\d.,]+\u00a0[A-Z]+) of its/.exec(words)?.[1] ?? '';
  if (!equal(bytes(fullest), Number(planned['total_bytes'])) || planned['fits'] !== true)
    faults.push(`fullest: "${fullest}", computed ${planned['total_bytes']}`);
  return faults;
}

const answers: Readonly<Record<string, string>> = {
  required: 'Licence required',
  'not-required': 'No licence required',
  undetermined: 'Cannot be told',
};

/** Numbers of a text, in order; `×` and `mm²` hold none. */
const numbersIn = (text: string): number[] => (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map(plain);

async function checkFaults(figure: Locator, state: Readonly<Record<string, string>>): Promise<string[]> {
  const { chip = '', destination = '', parent = '', route = '', sale = '', date = '', compare = '' } = state;
  const { tops = '', bits = '', area = '', io = '', dram = '', datacentre, maker } = state;
  const given = (name: string, value: string, unset: string) => (value === unset ? [] : [name, value]);
  const figures =
    chip === 'own'
      ? [
          ...given('--format', `own:${tops}:${bits}`, `own:unknown:${bits}`),
          ...given('--die-area-mm2', area, 'unknown'),
          ...given('--io-bandwidth', io, 'unknown'),
          ...given('--dram-bandwidth', dram, 'unknown'),
          ...(datacentre === 'unknown' ? [] : ['--datacenter', String(datacentre === 'yes')]),
          ...given('--maker', maker === 'other' ? 'another company' : maker!, 'unknown'),
        ]
      : ['--chip', chip];
  const common = [
    ...figures,
    ...['--destination', destination],
    ...given('--parent', parent, 'same'),
    ...given('--route', route, 'unknown'),
    ...(sale === 'record' || sale === 'unknown' ? [] : ['--us-sale', String(sale === 'yes')]),
  ];
  const faults: string[] = [];
  const cells = await cellsOf(figure);
  const days = [date, compare].filter((one) => one !== 'none');
  // One run of the command a day, both at once.
  const all = await Promise.all(
    days.map((day) => model('licence', ...common, '--date', day === 'latest' ? '2026-10-08' : day)),
  );
  for (const [column, computed] of all.entries()) {
    const day = days[column]!;
    const [, answer = '', why = ''] = cells[`answer-${column}`]?.[0] ?? [];
    const wanted = answers[String(computed['licence'])];
    if (answer !== wanted) faults.push(`${day}: "${answer}", computed ${wanted}`);
    for (const name of ['paragraph', 'clause'])
      if (typeof computed[name] === 'string' && !why.includes(computed[name]))
        faults.push(`${day}: "${why}" lacks the ${name} ${computed[name]}`);
    const measured = { tpp: 'tpp', density: 'performance_density', io: 'io_gb_s', dram: 'dram_gb_s' };
    for (const [row, key] of Object.entries(measured)) {
      const value = computed[key];
      const printed = cells[row]?.[0]?.[1] ?? '';
      if (typeof value === 'number' && !numbersIn(printed).some((number) => equal(number, value)))
        faults.push(`${row}: "${printed}", computed ${value}`);
      if (value !== null) continue;
      // A quantity that is known within bounds is printed by its bounds, and by nothing else.
      const range = computed[`${key}_range`] as { low: number | null; high: number | null } | null;
      const ends = [range?.low, range?.high].filter((end) => typeof end === 'number' && end > 0) as number[];
      const told = printed.replace(/mm²/g, '');
      if (numbersIn(told).some((number) => !ends.some((end) => equal(number, end))))
        faults.push(`${row}: "${printed}", computed ${ends.join(' to ') || 'nothing'}`);
    }
    const told = computed['reasons'] as { clause: string; text: string; met: boolean | null }[];
    const chain = await figure.locator('[data-slot="table"] td').allTextContents();
    for (const { clause, text } of told)
      if (!chain.includes(text)) faults.push(`${day}: the chain lacks ${clause}: "${text}"`);
  }
  return faults;
}

type Faults = (figure: Locator, state: Readonly<Record<string, string>>) => Promise<string[]>;

/** Where a command computes what a widget shows: in what it differs from the command, in some states. */
export const commandChecks: Readonly<
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
  'licence-check': {
    states: [
      '',
      '?chip=nvidia-h20&date=2025-04-08&compare=2025-04-09',
      '?chip=nvidia-h200&date=2025-12-01&compare=2026-01-15&destination=MO',
      '?chip=amd-mi325x&date=latest&compare=none&route=unknown',
      '?chip=own&tops=592&area=800&io=unknown&date=2024-05-01&compare=2026-02-01&sale=yes&maker=nvidia',
      '?chip=own&area=unknown&datacentre=unknown&maker=unknown&destination=SG&parent=CN&date=2025-06-01',
    ],
    faults: checkFaults,
  },
};
