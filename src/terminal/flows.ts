import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { finishTimes } from '../model/flow/finishTimes.ts';
import { packFlows, type FlowSet } from '../model/flow/flowSet.ts';
import { parseArguments, requireArgument } from './argument.ts';
import type { Command } from './command.ts';
import { formatTable, formatTime } from './table.ts';
import { jsonText } from './output.ts';

/** A case of flows as it stands in a file. */
interface FlowCase {
  readonly link_bw: readonly number[];
  readonly bytes: readonly number[];
  readonly route: readonly (readonly number[])[];
}

/**
 * Reads a case: bytes per second of each link, and for each flow its bytes and the links it crosses.
 * @throws RangeError where the file cannot be read or lacks something.
 */
export function readFlowCase(path: string): FlowSet {
  let data: unknown;
  try {
    const raw = readFileSync(path);
    data = JSON.parse((raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw) : raw).toString('utf8'));
  } catch (error) {
    throw new RangeError(
      `--file is "${path}": allowed is a JSON file, plain or gzipped (${(error as Error).message})`,
      { cause: error },
    );
  }
  const given = (typeof data === 'object' && data !== null ? data : {}) as Partial<FlowCase>;
  const numbers = (value: unknown): value is readonly number[] =>
    Array.isArray(value) && value.every((each) => typeof each === 'number');
  if (!numbers(given.link_bw))
    throw new RangeError(
      `--file is "${path}", link_bw: allowed is a list of bytes per second, one for each link`,
    );
  if (!numbers(given.bytes))
    throw new RangeError(`--file is "${path}", bytes: allowed is a list of bytes, one for each flow`);
  if (!Array.isArray(given.route) || !given.route.every(numbers))
    throw new RangeError(`--file is "${path}", route: allowed is a list of link numbers for each flow`);
  return packFlows(given.link_bw, given.route, given.bytes);
}

/** `flows`: when each of many transfers ends that share links. */
export const flows: Command = {
  summary: 'finish time of every flow when links are shared max-min fairly',
  help: `flows --file CASE [--json]

  --file CASE         JSON, plain or gzipped: link_bw (bytes per second of each link), bytes (of each flow) and
                      route (numbers of the links that each flow crosses)
  --json              {"finish_s":[…]}, seconds from the common start, in the file's order

All flows start together. At every moment no flow can be faster without one that is no faster being slowed down.`,
  run: (args) => {
    const read = parseArguments(args, { file: 'value', json: 'flag' });
    const set = readFlowCase(requireArgument(read, 'file', 'case.json.gz'));
    const finish = finishTimes(set);
    if (read.flag('json')) return jsonText({ finish_s: Array.from(finish) });
    const total = finish.reduce((sum, time) => sum + time, 0);
    const least = finish.reduce((a, b) => Math.min(a, b), Infinity);
    return formatTable([
      ['flows', String(finish.length)],
      ['links', String(set.capacity.length)],
      ['first ends after', finish.length > 0 ? formatTime(least) : 'no flow'],
      ['all end after', formatTime(finish.reduce((a, b) => Math.max(a, b), 0))],
      ['on average after', finish.length > 0 ? formatTime(total / finish.length) : 'no flow'],
    ]);
  },
};
