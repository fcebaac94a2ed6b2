import { expect, test } from 'vitest';
import { readCatalogue } from '../../../src/data/read.ts';
import { wholeRecord } from '../../../src/data/wholeRecord.ts';
import { figureStrings } from '../../../src/locale/figureStrings.ts';
import {
  readParameters,
  type ParameterDeclarations,
  type ParameterValues,
} from '../../../src/widget/parameter.ts';
import { phrases, type Phrases } from '../../../src/widget/phrases.ts';
import type { FigureTwin } from '../../../src/widget/twin.ts';
import { twin as cliff } from '../../../src/widget/bandwidth-cliff/twin.ts';
import { cliffView } from '../../../src/widget/bandwidth-cliff/view.ts';
import { twin as reach } from '../../../src/widget/copper-reach/twin.ts';
import { reachView } from '../../../src/widget/copper-reach/view.ts';
import { twin as check } from '../../../src/widget/licence-check/twin.ts';
import { checkView } from '../../../src/widget/licence-check/view.ts';
import { twin as failures } from '../../../src/widget/failure-budget/twin.ts';
import { failureView } from '../../../src/widget/failure-budget/view.ts';
import { twin as fit } from '../../../src/widget/model-fit/twin.ts';
import { fitView } from '../../../src/widget/model-fit/view.ts';
import { twin as timeline } from '../../../src/widget/policy-timeline/twin.ts';
import { drawingsOf } from '../../../src/widget/policy-timeline/view.ts';
import { twin as map } from '../../../src/widget/threshold-map/twin.ts';
import { mapView } from '../../../src/widget/threshold-map/view.ts';

const record = wholeRecord(readCatalogue());

/** The drawings of a flat figure in each of some states. */
function drawn<D extends ParameterDeclarations, Data>(
  { declaration: { id, parameters }, cut }: FigureTwin<D, Data>,
  view: (say: Phrases, data: Data, values: ParameterValues<D>, newTab: boolean) => { readonly drawings: readonly string[] }, // prettier-ignore
  queries: readonly string[],
): [string, string][] {
  const data = cut(record);
  const say = phrases(figureStrings(id, 'en'), id);
  return queries.flatMap((query) =>
    view(say, data, readParameters(parameters, new URLSearchParams(query)).values, false).drawings.map(
      (svg, i): [string, string] => [`${id}?${query} ${i}`, svg],
    ),
  );
}

/** Strokes of one slant that lie side by side in one path: more than an arrow or a broken axis has. */
function hatches(svg: string): number {
  return Math.max(
    0,
    ...[...svg.matchAll(/ d="([^"]*)"/g)].map(([, d]) => {
      const slants = new Map<string, number>();
      for (const [, x1, y1, x2, y2] of d!.matchAll(
        /M(-?[\d.]+) (-?[\d.]+)L(-?[\d.]+) (-?[\d.]+)(?![\dL ])/g,
      )) {
        const [dx, dy] = [Number(x2) - Number(x1), Number(y2) - Number(y1)];
        if (Math.abs(dx) < 1 || Math.abs(dy) < 1) continue;
        const slant = (Math.atan(dy / dx) * 20).toFixed(0);
        slants.set(slant, (slants.get(slant) ?? 0) + 1);
      }
      return Math.max(0, ...slants.values());
    }),
  );
}

test('knows hatching where it is drawn', () => {
  expect(hatches('<path d="M0 4L4 0M0 8L8 0M4 8L8 4M0 6L6 0"/>')).toBe(4);
  expect(hatches('<path d="M0 0H9V9z"/><path d="M1 1L4 4L8 4"/>')).toBeLessThan(2);
});

/** What of a drawing is an estimate: the shares of media that the authors of UB-Mesh give. */
const estimated = /<path class="reach-share-[^>]*>/g;

test('hatches what is estimated', () => {
  for (const [name, svg] of drawn(reach, reachView, ['', 'rate=224&medium=plug']))
    expect(Math.min(...svg.match(estimated)!.map(hatches)), name).toBeGreaterThan(2);
});

// Nothing else that these figures draw is estimated: what one day is has to be named here, and is hatched.
test('no figure hatches what is not estimated', () => {
  const all = [
    ...drawn(cliff, cliffView, ['', 'scale=linear', 'view=guess']),
    ...drawn(reach, reachView, ['', 'rate=448&length=900', 'medium=active', 'medium=plug']).map(
      ([name, svg]): [string, string] => [name, svg.replace(estimated, '')],
    ),
    ...drawn(check, checkView, ['', 'chip=own&area=unknown', 'chip=nvidia-h20&compare=2025-05-01']),
    ...drawn(fit, fitView, ['', 'mode=training', 'model=own&params=2000', 'machines=hidden']),
    ...drawn(timeline, (say, { data }, values) => ({ drawings: drawingsOf(say, data, values) }), [
      '',
      'from=2018&to=2026',
    ]),
    ...drawn(failures, failureView, ['', 'spares=1&retry=2', 'asof=2020-01-01']),
    ...drawn(map, mapView, ['', 'date=2022-10-21', 'date=2023-11-17', 'tpp=3000']),
  ];
  expect(all.length).toBeGreaterThan(30);
  const faults = all.filter(([, svg]) => svg.includes('<pattern') || hatches(svg) > 2).map(([name]) => name);
  expect(faults).toEqual([]);
});
