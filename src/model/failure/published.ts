import { failureBudget } from './budget.ts';
import { machineClasses } from './machineClasses.ts';
import type { MachineParts } from './machineParts.ts';
import { rateFigures, type FigureReader, type RateEnd } from './partRate.ts';
import { renewalAvailability } from './rate.ts';

/** What others published beside what follows by this model. */
export interface PublishedFailureCheck {
  readonly id: string;
  readonly unit: 'share' | 'hours';
  readonly published: number;
  /** One number, or both ends of what follows from published ranges. */
  readonly computed: readonly [number] | readonly [number, number];
  /** Keys of the figures that go in, the published one first. */
  readonly keys: readonly string[];
}

interface Check {
  readonly id: string;
  readonly unit: 'share' | 'hours';
  readonly published: string;
  readonly inputs: readonly string[];
  /** @param inputs in base units, ranges by their larger end */
  compute(
    inputs: readonly number[],
    read: FigureReader,
    ubMesh: MachineParts,
  ): PublishedFailureCheck['computed'];
}

/** Hours between failures of servers of eight GPUs, each with so many failures a second. */
const hoursOfServers = (perSecond: number, gpus: number) => 1 / ((perSecond * 3600 * gpus) / 8);

/** Hours between failures of the switches and modules of the machine that UB-Mesh draws. */
function networkHours(parts: MachineParts, read: FigureReader, rates: RateEnd): number {
  const bare = { optics: 'pluggable', own: {}, spares: 0, retry: 0, switchoverHours: 0 } as const;
  const network = machineClasses(parts, { ...bare, rates }, read).filter(
    ({ id }) => id === 'switch' || id === 'module',
  );
  return failureBudget(network, { repairHours: 1, exchangeHours: 1 }).firstFailureHours ?? 0;
}

const availabilities = [
  ['clos', 'mtbf-clos', 'mttr', 'availability-clos'],
  ['ub-mesh', 'mtbf', 'mttr', 'availability'],
  ['ub-mesh-fast', 'mtbf', 'mttr-fast', 'availability-fast-repair'],
] as const;

const checks: readonly Check[] = [
  ...availabilities.map(([id, up, down, printed]): Check => ({
    id,
    unit: 'share',
    published: `ub-mesh.${printed}`,
    inputs: [`ub-mesh.${up}`, `ub-mesh.${down}`],
    compute: ([meanUp, meanDown]) => [renewalAvailability(meanUp!, meanDown!)],
  })),
  {
    id: 'ub-mesh-network',
    unit: 'hours',
    published: 'ub-mesh.mtbf',
    inputs: [...rateFigures.switch, ...rateFigures.module].map(({ key }) => key),
    compute: (_, read, ubMesh) => [networkHours(ubMesh, read, 'high'), networkHours(ubMesh, read, 'low')],
  },
  {
    id: 'llama3',
    unit: 'hours',
    published: 'llama3-cluster.mtbf-observed',
    inputs: ['meta-rsc.node-failure-rate', 'meta-rsc.node-failure-rate-second', 'llama3-cluster.gpu-count'],
    compute: ([first, second, gpus]) => [hoursOfServers(first!, gpus!), hoursOfServers(second!, gpus!)],
  },
  ...[1024, 16_384, 131_072].map((gpus): Check => ({
    id: `rsc-${String(gpus)}`,
    unit: 'hours',
    published: `meta-rsc.mttf-${String(gpus)}-gpus`,
    inputs: ['meta-rsc.node-failure-rate'],
    compute: ([rate]) => [hoursOfServers(rate!, gpus)],
  })),
];

/** Figures that the checks read. */
export const checkFigures: readonly string[] = checks.flatMap(({ published, inputs }) => [
  published,
  ...inputs,
]);

/**
 * Every check whose figures are all known.
 * @param ubMesh parts of the machine that the UB-Mesh paper draws, as its wiring counts them
 */
export function publishedChecks(read: FigureReader, ubMesh: MachineParts): PublishedFailureCheck[] {
  return checks.flatMap(({ id, unit, published, inputs, compute }) => {
    const printed = read(published);
    const given = inputs.map(read);
    if (printed === null || given.includes(null)) return [];
    const numbers = given.map((ends) => ends!.high);
    return [
      {
        id,
        unit,
        published: unit === 'hours' ? printed.high / 3600 : printed.high,
        computed: compute(numbers, read, ubMesh),
        keys: [published, ...inputs],
      },
    ];
  });
}
