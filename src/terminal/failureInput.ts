import { figureOf, rangeInSi } from '../data/figure.ts';
import { isDate } from '../data/schema/date.ts';
import { machineClasses } from '../model/failure/machineClasses.ts';
import { machineParts, type MachineParts } from '../model/failure/machineParts.ts';
import { ownRatesAllowed, readOwnRates } from '../model/failure/ownRates.ts';
import { mostUnits, type PartClass, type Repair } from '../model/failure/part.ts';
import { opticsKinds, rateEnds, type FigureReader } from '../model/failure/partRate.ts';
import { buildTopology } from '../model/topology/build.ts';
import { wiringOf } from '../model/topology/fromRecord.ts';
import { parseChoice, parseInteger, type ArgumentKind, type Arguments } from './argument.ts';
import { parseQuantity } from './quantity.ts';
import { knownCatalogue, knownTopologies } from './record.ts';

/** Arguments that only a machine of the record has. */
const ofMachine = ['optics', 'rates', 'fit', 'retry', 'asof'] as const;

export const failureArguments = {
  system: 'value',
  parts: 'value',
  groups: 'value',
  spares: 'value',
  repair: 'value',
  switchover: 'value',
  exchange: 'value',
  seed: 'value',
  optics: 'value',
  rates: 'value',
  fit: 'value',
  retry: 'value',
  asof: 'value',
} as const satisfies Record<string, ArgumentKind>;

export const failureHelp = `failure --system ID | --parts LIST [--json]
failure --checks [--json]

  --system ID         a machine in content/topologies whose boards are known, for example atlas-950-superpod-8192
  --rates WORD        ${rateEnds.join(' or ')}: which end of published rates (default low)
  --optics WORD       ${opticsKinds.join(' or ')} (default pluggable)
  --fit LIST          rates of your own in FIT (failures in 10⁹ hours): module:500,cable:20
  --retry N           optical cables of a cabinet that may be down at once (default 0)
  --asof DAY          the day of knowledge: what was said later is left out
  --parts LIST        instead of a machine: name:count@rate, the rate in FIT or as a time between failures,
                      chip:8192@12600FIT,module:65536@1000000h
  --groups N          of the first kind of --parts, for --spares (default 1)
  --spares N          spare chips of a cabinet, or spares of a group (default 0)
  --repair TIME       how long the machine stands for a failure that nothing bears (default 75min)
  --switchover TIME   how long it stands when a spare steps in (default 13min)
  --exchange TIME     how long a failed part that is borne waits to be exchanged (default 24h)
  --seed N            of the Monte Carlo simulation (default 1)
  --checks            published figures beside the model instead
  --json              one line of JSON; a rate that nobody has published is null, and so is what never comes

Errors of simulated numbers are four standard errors. A year has 8,760 hours.`;

/** Classes of parts, how long repairs take, and the seed. */
export interface FailureInput {
  readonly classes: readonly PartClass[];
  readonly repair: Repair;
  readonly seed: number;
}

/**
 * Reads what `failure` is asked.
 * @throws RangeError naming the argument, its value and what is allowed
 */
export function readFailureInput(args: Arguments): FailureInput {
  const list = args.value('parts');
  const system = args.value('system');
  if ((list === undefined) === (system === undefined))
    throw new RangeError(
      list === undefined
        ? '--system or --parts is missing: allowed is for example --system gb200-nvl72 or --parts module:65536@1000000h'
        : '--system and --parts are both given: allowed is one of them',
    );
  const seed = parseInteger('seed', args.value('seed') ?? '1', 0, 2 ** 31 - 1);
  const spares = parseInteger('spares', args.value('spares') ?? '0', 0, 64);
  const switchoverHours = hoursOf(args, 'switchover', '13min');
  const repair = {
    repairHours: hoursOf(args, 'repair', '75min'),
    exchangeHours: hoursOf(args, 'exchange', '24h'),
  };
  if (repair.exchangeHours === 0)
    throw new RangeError(
      `--exchange is "${args.value('exchange')!}": allowed are times above 0, for example 24h`,
    );
  const classes =
    system === undefined
      ? listedClasses(args, list!, spares, switchoverHours)
      : systemClasses(args, system, spares, switchoverHours);
  return { classes, repair, seed };
}

function systemClasses(
  args: Arguments,
  system: string,
  spares: number,
  switchoverHours: number,
): PartClass[] {
  if (args.value('groups') !== undefined)
    throw new RangeError(
      `--groups is "${args.value('groups')!}": allowed with --parts only; a machine has cabinets`,
    );
  const fit = args.value('fit') ?? '';
  const own = readOwnRates(fit);
  if (own === null) throw new RangeError(`--fit is "${fit}": allowed is ${ownRatesAllowed}`);
  const options = {
    own,
    spares,
    switchoverHours,
    optics: parseChoice('optics', args.value('optics') ?? 'pluggable', opticsKinds),
    rates: parseChoice('rates', args.value('rates') ?? 'low', rateEnds),
    retry: parseInteger('retry', args.value('retry') ?? '0', 0, 64),
  };
  return machineClasses(partsOf(system), options, readerOf(args));
}

/** Parts of a machine of the record. @throws RangeError for one that it does not have, or whose boards are not known */
export function partsOf(system: string): MachineParts {
  const machines = knownTopologies().filter((one) => one.kind === 'machine');
  const usable = machines.filter(({ board, cabinet }) => board !== undefined && cabinet !== undefined);
  const record = usable.find(({ id, aliases }) => id === system || aliases.includes(system));
  if (!record)
    throw new RangeError(`--system is "${system}": allowed are ${usable.map(({ id }) => id).join(', ')}`);
  const wiring = wiringOf(record);
  return machineParts(wiring, buildTopology(wiring));
}

/** Reads figures as they were known on the day of `--asof`. */
export function readerOf(args: Arguments): FigureReader {
  const day = args.value('asof');
  const asOf = day === 'latest' ? undefined : day;
  if (asOf !== undefined && !isDate(asOf))
    throw new RangeError(`--asof is "${asOf}": allowed is a day such as 2025-12-31, or latest`);
  return (key) => {
    const { shown } = figureOf(knownCatalogue(), key, { asOf });
    return shown && rangeInSi(shown);
  };
}

function listedClasses(args: Arguments, list: string, spares: number, switchoverHours: number): PartClass[] {
  for (const name of ofMachine)
    if (args.value(name) !== undefined)
      throw new RangeError(`--${name} is "${args.value(name)!}" beside --parts: allowed with --system only`);
  const groups = parseInteger('groups', args.value('groups') ?? '1', 1, mostUnits);
  const classes = list.split(',').map((entry, i): PartClass => ({
    ...parsePart(entry),
    partsPerUnit: 1,
    redundancy: i === 0 && spares > 0 ? { groups, spares, missing: 0, switchoverHours } : null,
  }));
  const { units } = classes[0]!;
  if (spares > 0 && (units % groups !== 0 || units === 0))
    throw new RangeError(
      `--groups is "${String(groups)}": allowed are numbers that divide ${String(units)}, of which there is one at least`,
    );
  const twice = classes.find(({ id }, i) => classes.findIndex((one) => one.id === id) !== i);
  if (twice) throw new RangeError(`--parts has "${twice.id}" twice: allowed is once`);
  return classes;
}

const hoursOf = (args: Arguments, name: 'repair' | 'switchover' | 'exchange', usual: string): number =>
  parseQuantity(name, args.value(name) ?? usual, 'duration') / 3600;

/** `module:65536@1000000h` or `module:65536@1000FIT`. */
function parsePart(entry: string): Pick<PartClass, 'id' | 'units' | 'ratePerHour'> {
  const match = /^([a-z][a-z0-9-]*):(\d{1,9})@([\d.e+-]+)(FIT|h|days)$/.exec(entry);
  const number = Number(match?.[3]);
  const rate = match?.[4] === 'FIT' ? number / 1e9 : 1 / (number * (match?.[4] === 'days' ? 24 : 1));
  const units = Number(match?.[2]);
  if (!match || units > mostUnits || !Number.isFinite(rate) || rate < 0 || rate > 1)
    throw new RangeError(
      `--parts has "${entry}": allowed is name:count@rate, count up to ${String(mostUnits)}, rate 0FIT to 1000000000FIT, or 1h and more between failures`,
    );
  return { id: match[1]!, units, ratePerHour: rate };
}
