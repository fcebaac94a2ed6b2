import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../../../src/placement/label/annotation.ts';
import { projector, type Frame } from '../../../../src/placement/view/camera.ts';
import { viewNames, type HallProps } from '../../../../src/placement/hall/hallProps.ts';
import {
  placeAnnotations,
  spread,
  wrapWords,
  type PlacedLabel,
} from '../../../../src/placement/label/labelLayout.ts';
import { fits } from '../../../../src/widget/supernode-hall/travel.ts';
import { holders } from '../drawnParts.ts';
import { propsOf, sights, sightOf, wordsOf, type RecordedHall } from '../recordedHalls.ts';

const frames = [[1440, 600], [1120, 640], [768, 500], [375, 420]].map(([width, height]) => ({
  width: width!,
  height: height!,
})); // prettier-ignore

/** No text of the figures is wider than this a letter: measured in Barlow 600 at 13 pixels. */
const letter = 6.6;

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function box(text: string, align: 'start' | 'middle' | 'end', [x, y]: readonly [number, number]): Box {
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => line.length)) * letter;
  const left = { start: x, middle: x - width / 2, end: x - width }[align];
  return { text, left, right: left + width, top: y - 10, bottom: y + 3 + 18 * (lines.length - 1) };
}
const labelBox = ({ words, at, align }: PlacedLabel) =>
  box(`${words.title}\n${words.detail}`.trim(), align, at);

function texts(hall: RecordedHall, props: HallProps, frame: Frame) {
  const sight = sightOf(props, frame);
  const annotations = annotate(props, sight.plan, sight.focus, [sight.opened, sight.standing]);
  const placed = placeAnnotations(annotations, wordsOf(hall), projector(sight.camera, frame), frame);
  const dimensions = placed.dimensions.map(({ text, align, textAt }) => box(text, align, textAt));
  return { placed, labels: placed.labels.map(labelBox), dimensions };
}

describe.each(sights)('the words on $name at the level of the $level', (hall) => {
  // From every side, and with the first and the last of every part that opens picked where the level allows it.
  const states = [
    ...viewNames.map((view) => propsOf(hall, { level: hall.level, view })),
    ...holders(hall.machine)
      .filter((path) => fits(hall.machine, { level: hall.level, path }))
      .map((part) => propsOf(hall, { level: hall.level, part })),
  ];

  test.each(frames)('stand apart and inside $width × $height', (frame) => {
    for (const props of states) {
      const { labels, dimensions } = texts(hall, props, frame);
      const outside = [...labels, ...dimensions].filter(
        ({ left, right, top, bottom }) => left < 0 || right > frame.width || top < 0 || bottom > frame.height,
      );
      expect(outside).toEqual([]);
      const all = [...labels, ...dimensions];
      const overlapping = all.flatMap((a, i) =>
        all
          .slice(0, i)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map((b) => `${a.text} over ${b.text}`),
      );
      expect(overlapping).toEqual([]);
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
    const { placed } = texts(hall, propsOf(hall, { level: hall.level }), frames[0]!);
    expect(placed.dimensions, hall.name).toHaveLength(count);
  }
});

test('a leader begins at what it names and ends beside the words', () => {
  const hall = sights.find(({ level }) => level === 'board')!;
  const frame = frames[1]!;
  const props = propsOf(hall, { level: 'board' });
  const { placed } = texts(hall, props, frame);
  const { opened, standing, plan, focus, camera } = sightOf(props, frame);
  const project = projector(camera, frame);
  const anchors = annotate(props, plan, focus, [opened, standing]).callouts.map(({ anchor }) =>
    project(...anchor),
  );
  for (const { leader, at } of placed.labels) {
    const [x, y] = leader[0]!;
    expect(anchors.some((anchor) => Math.hypot(anchor[0] - x, anchor[1] - y) < 1e-6)).toBe(true);
    expect(Math.hypot(leader.at(-1)![0] - at[0], leader.at(-1)![1] - at[1])).toBeLessThan(12);
  }
});

test('a narrow picture names what is picked and leaves the rest to the words around it', () => {
  const hall = sights.find(({ level }) => level === 'row')!;
  const part = [{ classId: hall.machine.classes[0]!.id, ordinal: 2 }];
  const labelsOf = (props: HallProps) => texts(hall, props, { width: 375, height: 420 }).placed.labels;
  expect(labelsOf(propsOf(hall, { level: 'row' }))).toEqual([]);
  expect(labelsOf(propsOf(hall, { level: 'row', part })).map(({ picked }) => picked)).toEqual([true]);
});

describe('positions spread over a side', () => {
  const sides = fc
    .array(
      fc.record({ wanted: fc.integer({ min: -200, max: 900 }), height: fc.integer({ min: 20, max: 80 }) }),
      { maxLength: 6 },
    )
    .map((labels) => labels.sort((a, b) => a.wanted - b.wanted));

  test('never overlap and stay inside', () => {
    fc.assert(
      fc.property(sides, (labels) => {
        const heights = labels.map(({ height }) => height);
        const ys = spread(
          labels.map(({ wanted }) => wanted),
          heights,
          30,
          600,
        );
        ys.forEach((y, i) => {
          expect(y).toBeGreaterThanOrEqual(30);
          expect(y + heights[i]!).toBeLessThanOrEqual(ys[i + 1] ?? 600);
        });
      }),
    );
  });

  test('stay where they are wanted when there is room', () => {
    expect(spread([50, 200, 300], [40, 40, 40], 30, 600)).toEqual([50, 200, 300]);
  });
});

test('wrapped words are the same words, in lines that fit', () => {
  const word = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s/g, 'x'));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (all) => {
      const { title } = wrapWords({ title: all.join(' '), detail: '' }, 120);
      expect(title.replaceAll('\n', ' ')).toBe(all.join(' '));
      for (const line of title.split('\n')) expect(line.length * letter).toBeLessThanOrEqual(120);
    }),
  );
});
