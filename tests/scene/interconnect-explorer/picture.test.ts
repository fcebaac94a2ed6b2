import { LineSegments, Mesh, type InstancedBufferGeometry } from 'three';
import { describe, expect, it } from 'vitest';
import { createSheetPicture } from '../../../src/scene/sheet/picture.ts';
import { explorerSheet } from '../../../src/widget/interconnect-explorer/sheet.ts';
import { data, say, stateOf } from '../../unit/widget/interconnect-explorer/recorded.ts';

const frame = { width: 1120, height: 630 };

function weigh(query: string) {
  const { sheet } = explorerSheet(say, data, stateOf(query));
  const picture = createSheetPicture(sheet, frame);
  const weight = { draws: 0, triangles: 0, stretches: 0 };
  picture.scene.traverseVisible((object) => {
    if (object instanceof LineSegments) {
      weight.draws++;
      weight.stretches += object.geometry.drawRange.count / 2;
    } else if (object instanceof Mesh) {
      weight.draws++;
      const { index, instanceCount = 1 } = object.geometry as InstancedBufferGeometry;
      weight.triangles += ((index?.count ?? 0) / 3) * instanceCount;
    }
  });
  picture.dispose();
  return weight;
}

describe('the largest machines keep the budget of a scene', () => {
  it.each([
    'system=atlas-960-superpod-15488&to=15000',
    'system=atlas-960-superpod-15488&to=15000&view=machine',
    'to=5000&failed=cabinet:3&routing=all-path',
    'view=machine&to=5000',
  ])('%s', (query) => {
    const { draws, triangles, stretches } = weigh(query);
    expect(draws).toBeGreaterThan(2);
    expect(draws).toBeLessThanOrEqual(25);
    expect(triangles).toBeLessThanOrEqual(150_000);
    expect(stretches).toBeGreaterThan(100);
  });
});
