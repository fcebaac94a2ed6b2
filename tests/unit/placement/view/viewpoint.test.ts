import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projector, type Frame } from '../../../../src/placement/view/camera.ts';
import { viewNames } from '../../../../src/placement/hall/hallProps.ts';
import { fitCamera, levelBounds, type Bounds } from '../../../../src/placement/view/viewpoint.ts';
import { boxesOf } from '../drawnParts.ts';
import { propsOf, sights, sightOf, viewOf } from '../recordedHalls.ts';
import { numberIn } from '../numberIn.ts';

const frames = [[1440, 600], [1120, 640], [768, 500], [375, 420]].map(([width, height]) => ({
  width: width!,
  height: height!,
})); // prettier-ignore

const corners = ([low, high]: Bounds) =>
  Array.from({ length: 8 }, (_, corner) =>
    [0, 1, 2].map((k) => ((corner >> k) & 1 ? high[k]! : low[k]!)),
  ) as [number, number, number][];

/** How many steps of the open path a level opens. */
const depth = { hall: 0, row: 1, cabinet: 1, board: 2, package: 3 };

/** Pixels from the nearest edge of the picture to what is farthest out; negative beyond it. */
function margin(bounds: Bounds, camera: Parameters<typeof projector>[0], frame: Frame): number {
  const project = projector(camera, frame);
  return Math.min(
    ...corners(bounds).flatMap((corner) => {
      const [x, y] = project(...corner);
      return [x, frame.width - x, y, frame.height - y];
    }),
  );
}

test.each(frames)('any box fits $width × $height from any side, and fills it', (frame) => {
  const metres = numberIn(-30, 30);
  const side = numberIn(0.02, 40);
  const angles = fc.record({
    yaw: numberIn(-3, 3),
    pitch: numberIn(0, Math.PI / 2),
  });
  fc.assert(
    fc.property(fc.tuple(metres, metres, metres), fc.tuple(side, side, side), angles, (low, sides, from) => {
      const bounds: Bounds = [low, low.map((value, k) => value + sides[k]!) as [number, number, number]];
      const camera = fitCamera(bounds, from, frame);
      expect(margin(bounds, camera, frame)).toBeGreaterThan(0);
      expect(margin(bounds, { ...camera, height: camera.height * 0.5 }, frame)).toBeLessThan(0);
    }),
  );
});

describe.each(sights)('$name at the level of the $level', (hall) => {
  test.each(frames)('is in the picture of $width × $height from every side', (frame) => {
    for (const view of viewNames)
      for (const explode of [false, true]) {
        const props = propsOf(hall, { level: hall.level, view, explode });
        const { plan, focus, camera } = viewOf(props, frame);
        expect(margin(levelBounds(props, plan, focus), camera, frame), view).toBeGreaterThan(0);
      }
  });

  test('shows the whole of what it opens', () => {
    const props = propsOf(hall, { level: hall.level });
    const { all, camera, frame, focus } = sightOf(props);
    const open = [focus.cabinet, focus.board!, focus.package!].slice(0, depth[hall.level]);
    const shown = boxesOf(all).filter(({ path }) =>
      open.every(({ classId, ordinal }, i) => path[i]?.classId === classId && path[i].ordinal === ordinal),
    );
    expect(shown).not.toEqual([]);
    const out = shown.filter(({ centre, size }) => {
      const end = (way: number) =>
        centre.map((value, k) => value + way * size[k]!) as [number, number, number];
      return margin([end(-0.5), end(0.5)], camera, frame) < 0;
    });
    expect(out).toEqual([]);
  });
});
