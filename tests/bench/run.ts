import { benchCollective } from './collective.ts';
import { compareLibraries } from './library/libraries.ts';
import { benchGrowth, benchTopology } from './topology.ts';

const { rows, bytesPerLink } = benchTopology();
for (const { what, milliseconds, against, ratio, limit } of [...rows, ...benchCollective()]) {
  const verdict =
    limit === undefined ? '' : ratio <= limit ? `, within ${String(limit)}` : `, OVER ${String(limit)}`;
  console.log(`${what}: ${milliseconds.toFixed(2)} ms, ${ratio.toFixed(2)} × ${against}${verdict}`);
}
console.log(`bytes a directed link: ${String(bytesPerLink)}, allowed 40`);

console.log('\ngrowth of a 4D full mesh as NPUs double');
console.log('NPUs    links      ms      links ×  time ×');
let before: { links: number; milliseconds: number } | undefined;
for (const step of benchGrowth()) {
  const { npus, links, milliseconds } = step;
  const growth = before
    ? `${(links / before.links).toFixed(2).padEnd(9)}${(milliseconds / before.milliseconds).toFixed(2)}`
    : '';
  console.log(
    `${String(npus).padEnd(8)}${String(links).padEnd(11)}${milliseconds.toFixed(3).padEnd(8)}${growth}`,
  );
  before = step;
}

console.log('\nthe announced Atlas 950 with 16 failed links: the same questions to public libraries');
console.log('                hops from 64 NPUs     1,000 routes          memory of the graph');
const [own, ...others] = compareLibraries();
const cell = (value: number, unit: string, times: number) =>
  `${value.toFixed(1)} ${unit}, ${times.toFixed(1)} ×`.padEnd(22);
for (const { name, result } of [own!, ...others]) {
  const ours = own!.result;
  const distances = result.distances
    ? cell(result.distances.milliseconds, 'ms', result.distances.milliseconds / ours.distances!.milliseconds)
    : 'has no such search'.padEnd(22);
  const routes = cell(
    result.routes.milliseconds,
    'ms',
    result.routes.milliseconds / ours.routes.milliseconds,
  );
  console.log(
    `${name.padEnd(16)}${distances}${routes}${cell(result.bytes / 1e6, 'MB', result.bytes / ours.bytes)}`,
  );
}
