import { readLibraries } from '../data/readRecords.ts';
import type { HcclAlgorithm } from '../data/schema/library.ts';
import { machineDimensions } from '../model/collective/machine.ts';
import { predictHccl } from '../model/collective/library/hccl/hccl.ts';
import { levels, type Level } from '../model/collective/library/hccl/level.ts';
import { predictNccl } from '../model/collective/library/nccl/nccl.ts';
import { ncclAlgorithms, ncclProtocols } from '../model/collective/library/nccl/algorithm.ts';
import { links, processors } from '../model/collective/library/nccl/server.ts';
import { libraries, type LibraryResult } from '../model/collective/library/result.ts';
import { busBandwidth, operations } from '../model/collective/operation.ts';
import type { Wiring } from '../model/topology/wiring.ts';
import { parseChoice, requireArgument, type Arguments } from './argument.ts';
import { phasesJson } from './collectiveAnswer.ts';
import { parseQuantity } from './quantity.ts';
import { formatBandwidth, formatTable, formatTime } from './table.ts';

/** Arguments of the library level alone. */
export const libraryArguments = {
  library: 'value',
  links: 'value',
  protocol: 'value',
  processor: 'value',
  'network-reduction': 'flag',
  product: 'value',
  reduction: 'value',
  host: 'value',
} as const;

const hcclAlgorithms = [
  'ring',
  'halving-doubling',
  'nhr',
  'nb',
  'ahc',
  'pipeline',
  'pairwise',
] as const satisfies readonly HcclAlgorithm[];

export const libraryHelp = `  --library WORD      at the library level, whose choice and whose costs: ${libraries.join(', ')}
  --links LIST        nccl: the kind of each dimension, NVLink innermost: ${links.join(', ')}
                      hccl: the level of each: ${levels.join(', ')} (default: a server inside, servers outside)
  --algorithm WORD    takes the choice from the library; nccl: ${ncclAlgorithms.join(', ')}
                      hccl, one or one for each dimension outside the server: ${hcclAlgorithms.join(', ')}
  --protocol WORD     nccl: ${ncclProtocols.join(', ')}
  --processor WORD    nccl: ${processors.join(', ')}; by default arm for NVLink 5 over more than eight GPUs, else intel
  --network-reduction nccl: the network's switches reduce too (SHARP)
  --product ID        hccl: which product's choice; by default that of --system, else atlas-a3
  --host TIME         what the host takes for each call, where a run counts it: 25us for PyTorch (default none)
  --reduction RATE    hccl: bytes a second that a rank reduces, 1/gamma; by default reducing takes no time
                      On a network of nccl, --latency is what its plug-in reports: 0 on InfiniBand, 35us or 75us on EFA`;

/**
 * Asks a communication library's own plan.
 * @param system the machine named, if one was.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function askLibrary(args: Arguments, wiring: Wiring, system: string | undefined): LibraryResult {
  for (const name of ['fail', 'chunks', 'active-chunks', 'all-reduce-mode', 'switching', 'from', 'to'])
    if (args.value(name) !== undefined)
      throw new RangeError(
        `--${name} is "${args.value(name)!}" with --level library: allowed with the other levels; the library decides it`,
      );
  if (args.flag('truncate-ns'))
    throw new RangeError(
      '--truncate-ns is given with --level library: allowed with --level closed and schedule',
    );
  const library = parseChoice('library', requireArgument(args, 'library', 'nccl'), libraries);
  const request = {
    operation: parseChoice('operation', requireArgument(args, 'operation', 'all-reduce'), operations),
    bytes: parseQuantity('bytes', requireArgument(args, 'bytes', '1MiB'), 'bytes'),
  };
  const result = (library === 'nccl' ? askNccl : askHccl)(args, wiring, system, request);
  const host = args.value('host');
  if (host === undefined) return result;
  const seconds = result.seconds + parseQuantity('host', host, 'time');
  return {
    ...result,
    seconds,
    busBandwidth: busBandwidth(request.operation, result.ranks, request.bytes, seconds),
  };
}

type Request = Parameters<typeof predictNccl>[3];

const list = <Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice[] =>
  text.split(',').map((word) => parseWord(name, word.trim(), choices));

/** A word of a library's own, in whatever case. */
function parseWord<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const own = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
  return own ?? parseChoice(name, text, choices);
}

function refuse(args: Arguments, names: readonly string[], library: string): void {
  for (const name of names)
    if (args.value(name) !== undefined || args.flag(name))
      throw new RangeError(
        `--${name} is ${args.value(name) === undefined ? 'given' : `"${args.value(name)!}"`} with --library ${library}: allowed with the other library`,
      );
}

function askNccl(args: Arguments, wiring: Wiring, _: string | undefined, request: Request): LibraryResult {
  refuse(args, ['product', 'reduction'], 'nccl');
  const dimensions = machineDimensions(wiring);
  const word = <Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined => {
    const text = args.value(name);
    return text === undefined ? undefined : parseWord(name, text, choices);
  };
  const algorithm = word('algorithm', ncclAlgorithms);
  const protocol = word('protocol', ncclProtocols);
  const processor = word('processor', processors);
  return predictNccl(
    readLibraries().nccl,
    dimensions,
    list('links', requireArgument(args, 'links', 'nvlink5,network'), links),
    request,
    {
      networkReduces: args.flag('network-reduction'),
      ...(algorithm ? { algorithm } : {}),
      ...(protocol ? { protocol } : {}),
      ...(processor ? { processor } : {}),
    },
  );
}

function askHccl(
  args: Arguments,
  wiring: Wiring,
  system: string | undefined,
  request: Request,
): LibraryResult {
  refuse(args, ['protocol', 'processor', 'network-reduction'], 'hccl');
  const { hccl } = readLibraries();
  const dimensions = machineDimensions(wiring, true);
  const given = args.value('links');
  const own = hccl.products.find(({ systems }) => system !== undefined && systems.includes(system));
  const reduction = args.value('reduction');
  return predictHccl(
    hccl,
    dimensions,
    given === undefined
      ? dimensions.map((_, d): Level => (d === 0 ? 'server' : 'servers'))
      : list('links', given, levels),
    request,
    {
      product: args.value('product') ?? own?.id ?? 'atlas-a3',
      algorithms:
        args.value('algorithm') === undefined
          ? []
          : list('algorithm', args.value('algorithm')!, hcclAlgorithms),
      ...(reduction === undefined ? {} : { reduction: parseQuantity('reduction', reduction, 'bandwidth') }),
    },
  );
}

/** A library's answer, with `algorithm`, `protocol` and `channels` beside the keys of the other levels. */
export function libraryToJson(wiring: Wiring, result: LibraryResult): Record<string, unknown> {
  return {
    time_s: result.seconds,
    bus_bandwidth_bytes_per_s: result.busBandwidth,
    steps: result.steps,
    bottleneck: result.bottleneck,
    ranks: result.ranks,
    level: 'library',
    library: result.library,
    algorithm: result.algorithm,
    protocol: result.protocol,
    channels: result.channels,
    fill_s: result.fillSeconds,
    candidates: result.candidates.map(({ algorithm, protocol, seconds }) => ({
      algorithm,
      protocol,
      time_s: seconds,
    })),
    phases: phasesJson(result),
    assumptions: [...wiring.assumptions, ...result.assumptions],
  };
}

/** The same in words. */
export function libraryToText(result: LibraryResult): string {
  const way = (algorithm: string, protocol: string | null): string =>
    protocol === null ? algorithm : `${algorithm} with ${protocol}`;
  const head = formatTable([
    ['time', formatTime(result.seconds)],
    ['bus bandwidth', `${formatBandwidth(result.busBandwidth)} a rank, one direction`],
    ['algorithm', way(result.algorithm, result.protocol)],
    ...(result.channels === null ? [] : [['channels', String(result.channels)] as const]),
    ['steps', String(result.steps)],
    ['ranks', String(result.ranks)],
    ['bottleneck', result.bottleneck],
    ...(result.fillSeconds > 0 ? [['filling the pipeline', formatTime(result.fillSeconds)] as const] : []),
  ]);
  const candidates = formatTable(
    result.candidates.map(({ algorithm, protocol, seconds }): [string, string] => [
      way(algorithm, protocol),
      formatTime(seconds),
    ]),
  );
  return [
    head,
    ...(candidates ? [`What it weighs, as it plans it\n${candidates}`] : []),
    ...result.assumptions,
  ].join('\n\n');
}
