import { cases, sizes } from './labelCases.ts';
import { kinds, labelFaults } from './labelFaults.ts';

/*
 * Counts what is wrong with the words on every drawing in 3D, over every system, level, view and size:
 *   npm run look:labels [-- figure [every]]
 * `every` looks at one state in so many.
 */
const [figure, every = '1'] = process.argv.slice(2);
const chosen = cases.filter((one) => figure === undefined || figure === 'all' || one.figure === figure);
const looked = chosen.filter((_, i) => i % Number(every) === 0);
const sums = new Map<string, Record<string, number>>();
const faulty: string[] = [];
for (const one of looked) {
  for (const frame of sizes) {
    const faults = labelFaults(one.at(frame));
    const sum = sums.get(one.figure) ?? { pictures: 0 };
    sum['pictures']!++;
    for (const kind of kinds) sum[kind] = (sum[kind] ?? 0) + faults[kind];
    sums.set(one.figure, sum);
    const wrong = kinds.filter((kind) => faults[kind] > 0);
    if (wrong.length > 0)
      faulty.push(
        `${one.figure} ${one.name} ${frame.width} × ${frame.height}: ${wrong.map((kind) => `${kind} ${faults[kind]}`).join(', ')}`,
      );
  }
}
for (const line of faulty) console.log(line);
console.table(Object.fromEntries(sums));
process.exitCode = faulty.length > 0 ? 1 : 0;
