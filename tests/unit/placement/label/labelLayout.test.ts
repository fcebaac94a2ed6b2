import { describe, expect, test } from 'vitest';
import { annotate } from '../../../../src/placement/label/annotation.ts';
import { placeAnnotations } from '../../../../src/placement/label/labelLayout.ts';
import { linesOf } from '../../../../src/placement/label/wording.ts';
import type { HallProps } from '../../../../src/placement/hall/hallProps.ts';
import { projector, type Frame } from '../../../../src/placement/view/camera.ts';
import { childClasses } from '../../../../src/model/hardware/machine.ts';
import { cases, sizes } from '../../../look/labelCases.ts';
import { isBroken, labelFaults } from '../../../look/labelFaults.ts';
import { themes } from '../../../look/leaderContrast.ts';
import { contrastOf } from '../../../contrast.ts';
import { hallNamed, propsOf, sights, sightOf, wordsOf, type RecordedHall } from '../recordedHalls.ts';

const none = { over: 0, crossings: 0, clipped: 0, broken: 0, contrast: 0, missing: 0 };

// Every figure, and of its states and sizes a handful that share no step; the whole matrix is a slow test.
const sample = ['supernode-hall', 'package-explorer', 'rack-compare', 'powers-of-ten'].flatMap((figure) => {
  const own = cases.filter((one) => one.figure === figure);
  const step = Math.max(1, Math.floor(own.length / 12) | 1);
  return own
    .filter((_, i) => i % step === 0)
    .map(
      (one, i) =>
        [`${figure} ${one.name}`, one, [4, 11, 14, 18].map((k) => sizes[(k + i) % sizes.length]!)] as const,
    );
});

test.each(sample)('%s: words stand on empty ground, and nothing crosses them', (_name, one, frames) => {
  for (const frame of frames) {
    const lettered = one.at(frame);
    expect(labelFaults(lettered), `${frame.width} × ${frame.height}`).toEqual(none);
    expect(lettered.placed.labels.length).toBeLessThanOrEqual(5);
  }
});

function placed(hall: RecordedHall, props: HallProps, frame: Frame) {
  const { plan, focus, camera, all } = sightOf(props, frame);
  const said = annotate(props, plan, focus);
  const project = projector(camera, frame);
  const person = said.person && { feet: said.person, yaw: camera.yaw };
  return placeAnnotations(said, wordsOf(hall), { solids: all, project, frame, person });
}

describe.each([
  { width: 375, height: 375 },
  { width: 1440, height: 620 },
])('on a picture of $width × $height', (frame) => {
  test('what is picked is named, whatever else there is', () => {
    for (const name of ['atlas-950-superpod-1024', 'gb200-nvl72']) {
      const hall = hallNamed(name);
      const [cabinet] = childClasses(hall.machine, null);
      const [board] = childClasses(hall.machine, cabinet!.id);
      const part = [cabinet!, board!].map(({ id }) => ({ classId: id, ordinal: 1 }));
      const { labels } = placed(hall, propsOf(hall, { level: 'cabinet', part }), frame);
      expect(labels.filter(({ picked }) => picked)).toHaveLength(1);
    }
  });

  test('a leader begins at what it names and ends beside its words', () => {
    const hall = hallNamed('atlas-950-superpod-1024');
    const { labels } = placed(hall, propsOf(hall, { level: 'board' }), frame);
    expect(labels.length).toBeGreaterThanOrEqual(3);
    for (const { leader, at, words } of labels) {
      const end = leader.at(-1)!;
      const lines = linesOf(`${words.title}\n${words.detail}`);
      const wide = Math.max(...lines.map((line) => line.length)) * 6.75;
      expect(Math.abs(end[0] - at[0])).toBeLessThan(wide + 12);
      expect(end[1]).toBeGreaterThan(at[1] - 24);
      expect(end[1]).toBeLessThan(at[1] + lines.length * 18 + 6);
    }
  });
});

test.each([
  ['hall', 2],
  ['cabinet', 3],
  ['board', 2],
  ['package', 2],
])('a wide drawing of a %s shows %d of its lengths', (level, count) => {
  for (const hall of sights.filter((sight) => sight.level === level)) {
    const { dimensions } = placed(hall, propsOf(hall, { level: hall.level }), { width: 1440, height: 600 });
    expect(dimensions, hall.name).toHaveLength(count);
  }
});

test('words stand out from the ground in either theme', () => {
  for (const { token } of themes)
    for (const ground of ['--paper', '--shadow'])
      for (const ink of ['--figure-ink', '--muted'])
        expect(contrastOf(token(ink), token(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});

test('the count tells what is wrong', () => {
  const hall = cases.find(({ name }) => name === 'atlas-950-superpod-1024 hall axonometric')!.at(sizes[18]!);
  const [label, ...others] = hall.placed.labels;
  const [x, y] = label!.leader[0]!;
  const onIt = { ...label!, at: [x, y] as const };
  const changed = (labels: typeof hall.placed.labels) =>
    labelFaults({ ...hall, placed: { ...hall.placed, labels } });
  expect(changed([onIt, ...others]).over).toBeGreaterThan(0);
  expect(changed([{ ...label!, at: [-30, 40] }, ...others]).clipped).toBe(1);
  const [other] = others;
  const through = [[other!.leader[0]![0] - 40, other!.leader[0]![1] - 20], other!.at] as const;
  expect(changed([{ ...label!, leader: [...through] }, ...others]).crossings).toBeGreaterThan(0);
  expect(changed(hall.placed.labels.slice(0, 2)).missing).toBe(1);
  expect(labelFaults(hall).contrast).toBe(0);
  expect(labelFaults({ ...hall, halo: false }).contrast).toBeGreaterThan(0);
  expect(['drawn 1 :\n128', 'Interconnect cabinet\n1', '1 of\n8', '64\nNPUs'].map(isBroken)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['drawn\n1 : 128', '64 NPUs on\n8 compute boards'].map(isBroken)).toEqual([false, false]);
});
