import { describe, expect, test } from 'vitest';
import { lineTime } from '../../../../src/figure/collective-player/sizes.ts';
import { playbackOf, profileOf } from '../../../../src/model/collective/playback/playback.ts';
import { steppedTo, percentText } from '../../../../src/widget/collective-player/clock.ts';
import { bytesAt, sizeSteps, stepOf } from '../../../../src/widget/collective-player/controls.ts';
import { operations, parameters, plans, systemIds } from '../../../../src/widget/collective-player/params.ts';
import { question } from '../../../../src/widget/collective-player/question.ts';
import { momentOf, clockLength, clockTime } from '../../../../src/widget/collective-player/runs.ts';
import { measuredOf, sizeLine } from '../../../../src/widget/collective-player/sizes.ts';
import { stepText } from '../../../../src/widget/collective-player/stepText.ts';
import { playerTables } from '../../../../src/widget/collective-player/tables.ts';
import { playerView } from '../../../../src/widget/collective-player/view.ts';
import { cellText } from '../../../../src/widget/twinTable.ts';
import { data, profiles, runsIn, say, valuesOf } from './played.ts';

const around = { exploring: false, still: false, newTab: false, playing: false };
const viewOf = (query = '') => playerView(say, data, valuesOf(query), around, profiles);
const everyText = (query: string) => {
  const { controls, parts, table, title, summary } = viewOf(query);
  return [controls, parts, table, title, summary].join(' ');
};

describe('what it makes a reader see', () => {
  test('a ring of 8,192 waits 16,382 times, and a small message never sees the bandwidth', () => {
    const [ring, levels] = runsIn();
    expect(ring!.playback!.waits).toBe(16_382);
    expect(ring!.playback!.waitSeconds / ring!.playback!.seconds).toBeGreaterThan(0.98);
    expect(ring!.playback!.seconds / levels!.playback!.seconds).toBeGreaterThan(100);
    expect(viewOf().parts).toContain('16,382');
  });

  test('twice the chips do not take twice the time for a gigabyte level by level, and do for a kilobyte in a ring', () => {
    expect(question.answer(data, { ...valuesOf(), ...question.state })).toBe('stays');
    const small = { algorithm: 'ring', bytes: 1000 };
    expect(question.answer(data, { ...valuesOf(), ...question.state, ...small })).toBe('doubles');
  });
});

describe('every state answers', () => {
  const states = systemIds.flatMap((system) =>
    plans.flatMap((plan) =>
      operations.map((operation) => `systems=${system}&algorithm=${plan}&operation=${operation}`),
    ),
  );
  test.each(states)('%s: in times, or in words that name what is allowed', (state) => {
    for (const more of ['', '&ranks=4&time=40', '&ranks=1']) {
      const text = everyText(state + more);
      expect(text).not.toMatch(/NaN|Infinity|undefined|\{\w+\}/);
      for (const run of runsIn(state + more))
        expect(run.playback !== null || /allowed/.test(run.refused ?? '')).toBe(true);
    }
  });

  test.each([
    [
      'ranks=100',
      'systems=atlas-950-superpod-8192&algorithm=hierarchical&ranks=100',
      /ranks is 100: allowed .* multiples of 8/,
    ],
    [
      'a tree for an exchange',
      'systems=gb200-nvl72&algorithm=binary-tree&operation=all-to-all',
      /binary-tree: allowed for all-to-all are/,
    ],
    [
      'switches that do not add',
      'systems=atlas-900-a3-superpod&algorithm=in-network',
      /not said to add; allowed/,
    ],
    [
      '67 million messages',
      'systems=atlas-950-superpod-8192&algorithm=direct',
      /67,100,672 messages at once: allowed/,
    ],
    [
      'before it was announced',
      'systems=atlas-960-superpod-15488&asof=2024-01-01',
      /had not been announced by 1 January 2024/,
    ],
  ])('%s is answered in the figure', (_, state, answer) => {
    expect(viewOf(state).parts).toMatch(answer);
    expect(viewOf(state).summary).toMatch(answer);
  });

  test('15,488 ranks by halving and doubling take two steps more than a power of two would', () => {
    const [run] = runsIn('systems=atlas-960-superpod-15488&algorithm=halving-doubling');
    expect(run!.playback!.waits).toBe(2 * Math.floor(Math.log2(15_488)) + 2);
  });

  test('0 bytes and less than one chip are refused with what is allowed', () => {
    expect(parameters.bytes.min).toBeGreaterThan(0);
    expect(parameters.ranks.min).toBe(1);
  });

  test('a single chip has all it needs', () => {
    expect(viewOf('systems=gb200-nvl72&ranks=1').parts).toContain('nothing is sent');
  });
});

describe('the clock', () => {
  test.each([
    '',
    'systems=gb200-nvl72,hgx-h100&algorithm=hierarchical',
    'systems=hgx-h100&algorithm=in-network',
  ])('steps from one beginning of a step to the next and back: %s', (state) => {
    const runs = runsIn(state);
    let percent = 0;
    const places = [percent];
    for (let k = 0; k < 12 && percent < 100; k++) {
      percent = Number(percentText(steppedTo(runs, percent, true)));
      expect(percent).toBeGreaterThan(places.at(-1)!);
      places.push(percent);
    }
    for (const place of places.slice(0, -1).reverse()) {
      percent = Number(percentText(steppedTo(runs, percent, false)));
      expect(percent).toBeCloseTo(place, 2);
    }
  });

  test('goes from the first step to the end', () => {
    const runs = runsIn('systems=hgx-h100');
    expect(momentOf(runs[0]!, clockTime(runs, valuesOf('time=0')))!.step).toBe(0);
    expect(momentOf(runs[0]!, clockTime(runs, valuesOf('time=100')))).toBeNull();
    expect(clockLength([])).toBe(0);
  });
});

test('with four chips the words name every sum of a step', () => {
  const [run] = runsIn('systems=atlas-950-superpod-8192&algorithm=ring&ranks=4');
  const seconds = run!.playback!.seconds;
  expect(stepText(say, run!, momentOf(run!, 0))).toContain('chip 2: 6 + 1 = 7; chip 3: 5 + 5 = 10');
  const end = playerTables(
    say,
    data,
    valuesOf('systems=atlas-950-superpod-8192&algorithm=ring&ranks=4'),
    profiles,
  );
  const numbers = end.find(({ caption }) => caption === say('table.numbers'))!;
  const sums = numbers.rows.map(({ cells }) => cellText(cells.at(-1)!)).filter((text) => text.includes('='));
  expect(sums).toHaveLength(12);
  for (const sum of sums) {
    const [own, value, result] = sum.match(/\d+/g)!.map(Number);
    expect(own! + value!).toBe(result);
  }
  expect(momentOf(run!, seconds)).toBeNull();
});

// A reduction in the switch bends where its last owner begins to wait for the others.
test.each(plans.map((plan) => [plan, plan === 'in-network' ? 0.12 : 0.04] as const))(
  'the line of sizes is what the model says: %s, to %d',
  (plan, tolerance) => {
    for (const state of [
      `systems=atlas-950-superpod-8192&algorithm=${plan}`,
      `systems=tpu-v4-pod&algorithm=${plan}`,
      `systems=hgx-h100&algorithm=${plan}`,
    ]) {
      const [run] = runsIn(state);
      if (!run!.playback) continue;
      const line = sizeLine('', run!, valuesOf(state), profiles)!;
      for (const bytes of [1e3, 3e4, 1e6, 3e7, 1e9, 1e10]) {
        const request = { operation: 'all-reduce' as const, plan, ranks: run!.ranks, bytes };
        const asked = profileOf(run!.machine.levels, request);
        const { seconds } = playbackOf(run!.machine.levels, request, (asked && profiles(asked)) ?? undefined);
        expect(Math.abs(lineTime(line, bytes) / seconds - 1)).toBeLessThan(tolerance);
      }
    }
  },
);

test('measured runs stand beside the ideal and the library, and the library is nearer at most of them', () => {
  const values = valuesOf('systems=hgx-h100&algorithm=in-network');
  const [run] = runsIn('systems=hgx-h100&algorithm=in-network');
  const rows = measuredOf(run!, values);
  expect(rows.length).toBeGreaterThan(20);
  const line = sizeLine('', run!, values, profiles)!;
  const off = (ratio: number) => Math.abs(Math.log(ratio));
  const nearer = rows.filter(
    (one) => off(one.library / one.seconds) <= off(lineTime(line, one.bytes) / one.seconds),
  );
  expect(nearer.length).toBeGreaterThan(rows.length / 2);
});

test('the slider of sizes goes from 1 KB to 10 GB and finds its own steps again', () => {
  expect([bytesAt(0), bytesAt(sizeSteps)]).toEqual([1e3, 1e10]);
  for (let step = 0; step <= sizeSteps; step++) expect(stepOf(bytesAt(step))).toBe(step);
});
