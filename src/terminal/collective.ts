import { defaultAlgorithm, predictCollective } from '../model/collective/collective.ts';
import type { CollectiveRequest, CollectiveResult } from '../model/collective/request.ts';
import type { LibraryResult } from '../model/collective/library/result.ts';
import { flowCollective, type FlowResult } from '../model/collective/flow/flowCollective.ts';
import { machineDimensions } from '../model/collective/machine.ts';
import {
  algorithms,
  allReduceModes,
  operations,
  switchings,
  type Algorithm,
  type Operation,
} from '../model/collective/operation.ts';
import { buildTopology } from '../model/topology/build.ts';
import { maskFailures, parseFailures } from '../model/topology/failure.ts';
import { layOut } from '../model/topology/layout.ts';
import type { Wiring } from '../model/topology/wiring.ts';
import { parseArguments, parseChoice, parseInteger, requireArgument, type Arguments } from './argument.ts';
import { predictCases } from './collectiveCases.ts';
import { toJson, toText } from './collectiveAnswer.ts';
import {
  askLibrary,
  libraryArguments,
  libraryHelp,
  libraryToJson,
  libraryToText,
} from './collectiveLibrary.ts';
import type { Command } from './command.ts';
import { parseQuantity } from './quantity.ts';
import { selectionArguments, selectionHelp, selectTopology, withName, type Selection } from './selection.ts';
import { jsonText } from './output.ts';

const levels = ['closed', 'schedule', 'flow', 'library'] as const;
type Level = (typeof levels)[number];

const MOST_RANK = 2 ** 31 - 1;

interface Question {
  readonly wiring: Wiring;
  readonly request: CollectiveRequest;
  readonly level: Level;
  readonly fail: string | undefined;
}

/** @throws RangeError for a cluster, which has no table of links. */
function selectMachine(args: Arguments): Extract<Selection, { kind: 'machine' }> {
  const selection = selectTopology(args);
  if (selection.kind === 'cluster')
    throw new RangeError(
      `--system is "${args.value('system')!}", a cluster described by counts: allowed are machines, for example ${selection.pod.id}`,
    );
  return selection;
}

function readQuestion(args: Arguments): Question {
  const selection = selectMachine(args);
  const choice = <Choice extends string>(
    name: string,
    choices: readonly Choice[],
    fallback: Choice,
  ): Choice => {
    const text = args.value(name);
    return text === undefined ? fallback : parseChoice(name, text, choices);
  };
  const operation = parseChoice('operation', requireArgument(args, 'operation', 'all-reduce'), operations);
  const integer = (name: string, least: number, most: number, fallback: number): number => {
    const text = args.value(name);
    return text === undefined ? fallback : parseInteger(name, text, least, most);
  };
  const fail = args.value('fail');
  const level = choice('level', levels, fail === undefined ? 'closed' : 'flow');
  for (const name of Object.keys(libraryArguments))
    if (args.value(name) !== undefined || args.flag(name))
      throw new RangeError(
        `--${name} is ${args.value(name) === undefined ? 'given' : `"${args.value(name)!}"`} with --level ${level}: allowed with --level library`,
      );
  if (fail !== undefined && level !== 'flow')
    throw new RangeError(
      `--fail is "${fail}" with --level ${level}: allowed with --level flow, which knows every link`,
    );
  const truncate = args.flag('truncate-ns');
  if (truncate && level === 'flow')
    throw new RangeError(
      '--truncate-ns is given with --level flow: allowed with --level closed and schedule',
    );
  for (const name of ['from', 'to'])
    if (args.value(name) !== undefined && operation !== 'point-to-point')
      throw new RangeError(
        `--${name} is "${args.value(name)!}" with ${operation}: allowed with point-to-point`,
      );
  const from = args.value('from');
  const to = args.value('to');
  return {
    wiring: selection.wiring,
    level,
    fail,
    request: {
      operation,
      algorithms: (args.value('algorithm') ?? '')
        .split(',')
        .filter((text) => text !== '')
        .map((text): Algorithm => parseChoice('algorithm', text.trim(), algorithms)),
      bytes: parseQuantity('bytes', requireArgument(args, 'bytes', '1MiB'), 'bytes'),
      chunks: integer('chunks', 1, 65_536, 1),
      activeChunks: integer('active-chunks', 1, 65_536, 1),
      mode: choice('all-reduce-mode', allReduceModes, 'local-bandwidth-aware'),
      switching: choice('switching', switchings, 'cut-through'),
      truncate,
      level: level === 'schedule' ? 'schedule' : 'closed',
      ...(from === undefined ? {} : { from: parseInteger('from', from, 0, MOST_RANK) }),
      ...(to === undefined ? {} : { to: parseInteger('to', to, 0, MOST_RANK) }),
    },
  };
}

/** A question to a library, or nothing where another level is asked. */
function libraryAnswer(args: Arguments): { wiring: Wiring; result: LibraryResult } | undefined {
  if (args.value('level') !== 'library') return undefined;
  const selection = selectMachine(args);
  return { wiring: selection.wiring, result: askLibrary(args, selection.wiring, selection.record?.id) };
}

/** The answer, and at the flow level the busiest links and how long they send. */
function answer({ wiring, request, level, fail }: Question): CollectiveResult & Partial<FlowResult> {
  if (level !== 'flow') {
    const dimensions = machineDimensions(wiring);
    return predictCollective(dimensions, request);
  }
  const topology = buildTopology(wiring);
  const mask =
    fail === undefined ? undefined : withName('fail', () => maskFailures(topology, parseFailures(fail)));
  return flowCollective({ wiring, layout: layOut(wiring), topology, mask }, request);
}

function defaultsHelp(): string {
  const example = (kind: 'ring' | 'fullmesh' | 'switch', size: number, operation: Operation): string =>
    defaultAlgorithm(operation, { kind, size, bandwidth: 1, latency: 0 });
  return `${example('ring', 4, 'all-reduce')} on a ring, ${example('fullmesh', 4, 'all-reduce')} on a full mesh, ${example('switch', 8, 'all-reduce')} on a switch of 2, 4, 8, … and ${example('switch', 6, 'all-reduce')} on others`;
}

/** `collective`: how long a collective takes on a topology. */
export const collective: Command = {
  printsData: (args) => args.some((one) => /^--cases(=|$)/.test(one)),
  summary: 'time of a collective operation on a topology, at three ideal levels and as a library would do it',
  help: `collective --system ID | --topology LIST --bandwidth LIST --latency LIST --operation WORD --bytes SIZE [--json]
collective --cases FILE

${selectionHelp}
  --operation WORD    ${operations.join(', ')}
  --bytes SIZE        buffer of one rank, for all-gather its own shard: 1MiB
  --algorithm LIST    one for all dimensions or one for each: ${algorithms.join(', ')}
                      by default ${defaultsHelp()}
  --chunks N          equal parts of the buffer that run through the dimensions one behind the other (default 1)
  --active-chunks N   parts that one dimension works on at once (default 1)
  --all-reduce-mode   local-bandwidth-aware (default): reduce-scatter inwards first; baseline: full size in each dimension
  --switching WORD    cut-through (default) or store-and-forward
  --level WORD        closed (default): formulas; schedule: every message, first come first served at each link;
                      flow: every link shared max-min fairly (default with --fail)
                      library: what a communication library would choose, by its own published plan
  --truncate-ns       whole nanoseconds and bytes for each message, as ASTRA-sim counts (closed and schedule)
  --fail LIST         at the flow level, what is out of service: link:A-B, node:N, switch:N, board:N, cabinet:N
  --from N, --to N    ranks of a point-to-point message (default: from 0 to the last)
${libraryHelp}
  --json              one line of JSON instead of a table
  --cases FILE        a CSV table of ASTRA-sim runs (backend, topology, npus_per_dim, bw_GiBps_per_dim, lat_ns_per_dim,
                      collective, algo_per_dim, size_B, splits, active_chunks, ar_mode); prints it with model_time_ns

Bandwidths are of one direction. Rank 0 is the root of broadcast and reduce.`,
  run: (args) => {
    const read = parseArguments(args, {
      ...selectionArguments,
      ...libraryArguments,
      operation: 'value',
      bytes: 'value',
      algorithm: 'value',
      chunks: 'value',
      'active-chunks': 'value',
      'all-reduce-mode': 'value',
      switching: 'value',
      level: 'value',
      'truncate-ns': 'flag',
      fail: 'value',
      from: 'value',
      to: 'value',
      cases: 'value',
      json: 'flag',
    });
    const cases = read.value('cases');
    if (cases !== undefined) return predictCases(cases);
    const own = libraryAnswer(read);
    if (own)
      return read.flag('json') ? jsonText(libraryToJson(own.wiring, own.result)) : libraryToText(own.result);
    const question = readQuestion(read);
    const result = answer(question);
    return read.flag('json') ? jsonText(toJson(question, result)) : toText(result);
  },
};
