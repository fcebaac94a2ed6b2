import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { alive, open, useBrowser } from './harness.ts';

useBrowser();

const run = promisify(execFile);

/** Figures and the states in which page and terminal are held against each other. */
const states: readonly (readonly [id: string, query: string])[] = [
  ['powers-of-ten', 'stage=hall'],
  ['powers-of-ten', 'asof=2025-10-01'],
  ['supernode-hall', 'system=gb200-nvl72'],
  ['supernode-hall', 'system=atlas-950-superpod-8192&asof=2026-01-01'],
  ['rack-compare', 'left=atlas-900-a3-compute'],
  ['rack-compare', 'asof=2026-01-01'],
  ['package-explorer', 'chip=nvidia-h100&directions=one'],
  ['package-explorer', 'asof=2024-06-01'],
  ['bandwidth-cliff', 'directions=both'],
  ['bandwidth-cliff', 'asof=2025-12-31'],
  ['copper-reach', 'rate=224&length=300'],
  ['copper-reach', 'asof=2024-06-01'],
  ['topology-lab', 'family=clos&chips=1024&beside=torus'],
  ['topology-lab', 'rate=200&asof=2024-06-01'],
  ['model-fit', 'chip=ascend-950dt&mode=training'],
  ['model-fit', 'asof=2025-12-31'],
  ['licence-check', 'chip=nvidia-h20&date=2025-05-01'],
  ['licence-check', 'asof=2023-01-01'],
  ['policy-timeline', 'from=2025-01&to=2025-12'],
  ['policy-timeline', 'asof=2025-11-30'],
  ['threshold-map', 'date=2023-12-01'],
  ['threshold-map', 'asof=2023-12-01'],
  ['failure-budget', 'system=gb200-nvl72&fit=cable:20'],
  ['failure-budget', 'spares=1&asof=2025-12-31'],
];

test.each(states)('%s?%s: the table of the page is that of the terminal', async (id, query) => {
  const { stdout } = await run(process.execPath, [
    'src/terminal/main.ts',
    'figure',
    id,
    '--state',
    query,
    '--json',
  ]);
  const { tables } = JSON.parse(stdout) as {
    tables: { caption: string; columns: { key: string; label: string }[]; rows: Record<string, string>[] }[];
  };
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const wanted = tables.map(({ caption, columns, rows }) => ({
    caption: plain(caption),
    head: columns.map(({ label }) => plain(label)),
    rows: rows.map((row) => columns.map(({ key }) => plain(row[key]!))),
  }));
  const { figure } = await open(`/en/widgets/${id}/?${query}`);
  await alive(figure);
  await expect
    .poll(() =>
      figure.locator('[data-slot="table"]').evaluate((place) => {
        // What the reader's own day adds is told apart.
        const text = (node: Element | null) => {
          const copy = node?.cloneNode(true) as Element | undefined;
          copy?.querySelectorAll('[data-told]').forEach((told) => told.remove());
          return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim();
        };
        return [...place.querySelectorAll('table')].map((table) => {
          const [head, ...rows] = [...table.rows].map((row) => [...row.cells].map(text));
          return { caption: text(table.caption), head, rows };
        });
      }),
    )
    .toEqual(wanted);
});
