import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pickPart, type Ray } from '../../../../src/placement/view/pick.ts';
import { buildSolids, type Solid } from '../../../../src/placement/solid/solids.ts';
import { numberIn } from '../numberIn.ts';

const metres = numberIn(-3, 3);
const point = fc.tuple(metres, metres, metres);
const side = numberIn(0.1, 3);
const aBox = fc.record({
  centre: point,
  size: fc.tuple(side, side, side),
  yaw: numberIn(-Math.PI, Math.PI),
  look: fc.constantFrom('ink', 'plain', 'ghost'),
});
type Box = Pick<Solid, 'centre' | 'size' | 'look'> & { readonly yaw: number };

const pathOf = (n: number) => [{ classId: 'box', ordinal: n + 1 }];
function placed(boxes: readonly Box[]) {
  const solids = buildSolids(['board']);
  boxes.forEach((box, n) => solids.add({ ...box, tone: 'board', owner: solids.own(pathOf(n)) }));
  return solids.finish();
}

/** Whether a point lies in a box, by turning it about the vertical into the box's own axes. */
function holds({ centre, size, yaw }: Box, p: readonly number[], slack: number): boolean {
  const [x, y, z] = [0, 1, 2].map((k) => p[k]! - centre[k]!) as [number, number, number];
  const own = [x * Math.cos(yaw) - z * Math.sin(yaw), y, x * Math.sin(yaw) + z * Math.cos(yaw)];
  return own.every((value, k) => Math.abs(value) <= size[k]! / 2 + slack);
}

/** Walks along the ray: metres to the first point that lies in the box, grown by `slack` on every side. */
function walkTo(box: Box, { origin, direction }: Ray, slack: number): number {
  for (let t = 0; t < 15; t += step) {
    const at = origin.map((value, k) => value + t * direction[k]!);
    if (holds(box, at, slack)) return t;
  }
  return Infinity;
}
const step = 0.01;
const grazing = 0.02;

const aRay = fc
  .tuple(point, point)
  .filter(([from, to]) => Math.hypot(...from.map((v, k) => v - to[k]!)) > 0.5)
  .map(([from, to]): Ray => {
    const way = to.map((value, k) => value - from[k]!);
    const length = Math.hypot(...way);
    return { origin: from, direction: way.map((value) => value / length) as [number, number, number] };
  });

test('a ray picks what walking along it meets first, and passes through outlines', () => {
  fc.assert(
    fc.property(fc.array(aBox, { minLength: 1, maxLength: 4 }), aRay, (boxes, ray) => {
      const picked = pickPart([placed(boxes)], ray);
      const found = picked && boxes[picked[0]!.ordinal! - 1]!;
      const surelyMet = boxes
        .filter(({ look }) => look !== 'ghost')
        .map((box) => walkTo(box, ray, -grazing))
        .filter((t) => t < Infinity);
      if (found === null) expect(surelyMet).toEqual([]);
      else {
        expect(found.look).not.toBe('ghost');
        expect(walkTo(found, ray, grazing)).toBeLessThanOrEqual(Math.min(15, ...surelyMet) + step);
      }
    }),
    { numRuns: 300 },
  );
});

const towards: Ray = { origin: [0, 0, 5], direction: [0, 0, -1] };
const box = (z: number, look: Solid['look']): Box => ({ centre: [0, 0, z], size: [1, 1, 1], yaw: 0, look });

test('the nearest of several sets is picked', () => {
  const [far, near] = [placed([box(-2, 'ink')]), placed([box(3, 'ghost'), box(1, 'plain')])];
  expect(pickPart([far, near], towards)).toEqual(pathOf(1));
  expect(pickPart([far], towards)).toEqual(pathOf(0));
});

test('what lies behind the eye is not picked, and what surrounds it is', () => {
  expect(pickPart([placed([box(9, 'ink')])], towards)).toBeNull();
  expect(pickPart([placed([box(5, 'ink')])], towards)).toEqual(pathOf(0));
});

test('what belongs to no part hides what is behind it and is no part', () => {
  const solids = buildSolids(['tray']);
  const [tray, part] = [solids.own([]), solids.own(pathOf(0))];
  solids.add({ ...box(0, 'ink'), tone: 'tray', owner: part });
  solids.add({ ...box(2, 'ink'), tone: 'tray', owner: tray });
  expect(pickPart([solids.finish()], towards)).toBeNull();
});
