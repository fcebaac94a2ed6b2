import { describe, expect, test } from 'vitest';
import { levels } from '../../../../src/model/hardware/machine.ts';
import { floorGrid, floorOutline, rowShadows, shadowCasters } from '../../../../src/placement/hall/floor.ts';
import { halls, propsOf, viewOf } from '../recordedHalls.ts';

describe.each(halls)('$name', (hall) => {
  const { plan, focus } = viewOf(propsOf(hall));
  const { width, depth, height } = hall.layout.cabinet;
  const [left, back, right, front] = plan.bounds;

  test('its grid has square cells of one step and reaches beyond every cabinet', () => {
    const { step, lines } = floorGrid(plan);
    const along = (k: number) => lines.filter((line) => line[k] === line[k + 2]).map((line) => line[k]!);
    for (const [axis, low, high] of [[0, left, right], [1, back, front]] as const) {
      const places = along(axis).sort((a, b) => a - b);
      expect(places[0]).toBeLessThan(low);
      expect(places.at(-1)).toBeGreaterThan(high);
      places.slice(1).forEach((place, i) => expect(place - places[i]!).toBeCloseTo(step, 9));
    }
    expect(lines.length).toBeLessThan(120);
  }); // prettier-ignore

  test('one shadow a row, cast from under the whole row', () => {
    const shadows = rowShadows(plan.cabinets, [width.value, height.value, depth.value]);
    const rows = [...Map.groupBy(plan.cabinets, ({ z }) => z).values()];
    expect(shadows).toHaveLength(rows.length);
    shadows.forEach((corners, row) => {
      const xs = corners.filter((_, i) => i % 2 === 0);
      const standing = rows[row]!.map(({ x }) => x);
      expect(Math.min(...xs)).toBeCloseTo(Math.min(...standing) - width.value / 2, 9);
      expect(Math.max(...xs)).toBeGreaterThan(Math.max(...standing) + width.value / 2);
    });
  });

  test('only what is drawn solid casts one', () => {
    for (const level of levels) {
      const casters = shadowCasters({ level }, plan, focus);
      const wide = level === 'hall' || level === 'row';
      expect(casters).toHaveLength(wide ? plan.cabinets.length : 1);
      if (!wide) expect(casters[0]).toMatchObject(focus.cabinet);
    }
  });

  test('a floor of a given area has that area and the same margin on all sides', () => {
    const [x, z] = floorOutline(plan, 5000);
    expect(4 * x * z).toBeCloseTo(5000, 6);
    expect(x - right).toBeCloseTo(z - front, 9);
  });
});
