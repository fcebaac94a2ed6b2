import { benchCollective } from './collective.ts';
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
