import { describe, expect, it } from 'vitest';
import { composeDimensions, parseDimensions } from '../../../../src/model/topology/dimension.ts';

const link = { bandwidth: 50e9, latency: 5e-7 };

describe('a dimension list', () => {
  it('is read innermost first; a torus is one ring for each of its sizes', () => {
    const wiring = composeDimensions(parseDimensions('fullmesh:8, ring:4,torus:2x3,switch:72'), [link]);
    expect(wiring.shape).toEqual([8, 4, 2, 3, 72]);
    expect(wiring.families.map(({ family }) => family)).toEqual(['fullmesh', 'ring', 'ring', 'ring', 'clos']);
  });

  it('takes one bandwidth for all or one an entry', () => {
    const slow = { bandwidth: 1e9, latency: 1e-6 };
    const wiring = composeDimensions(parseDimensions('torus:2x2,ring:4'), [link, slow]);
    expect(wiring.families.map((family) => (family.family === 'ring' ? family.link.bandwidth : 0))).toEqual([
      50e9, 50e9, 1e9,
    ]);
    expect(() => composeDimensions(parseDimensions('ring:4,ring:4,ring:4'), [link, slow])).toThrow(
      /2 bandwidths.*allowed are 1 or 3/,
    );
  });

  it.each([
    ['fullmesh', /"fullmesh" is no dimension/],
    ['mesh:8', /"mesh:8" is no dimension.*fullmesh:8/],
    ['fullmesh:0', /size "0" of fullmesh:0 is 0.*from 1/],
    ['ring:-4', /is -4/],
    ['ring:2.5', /is 2\.5/],
    ['ring:', /is NaN/],
    ['ring:eight', /is NaN/],
    ['ring:1e3', /is NaN/],
    ['switch:999999999', /is 999999999.*to 262144/],
    ['fullmesh:4x4', /a fullmesh takes one/],
    ['ring:4,,ring:4', /"" is no dimension/],
    ['', /"" is no dimension/],
  ])('"%s" is refused', (list, message) => {
    expect(() => parseDimensions(list)).toThrow(RangeError);
    expect(() => parseDimensions(list)).toThrow(message);
  });

  it('is refused where its product is not the count', () => {
    const entries = parseDimensions('fullmesh:8,ring:4');
    expect(composeDimensions(entries, [link], 32).shape).toEqual([8, 4]);
    expect(() => composeDimensions(entries, [link], 64)).toThrow(/8 × 4 has 32 NPUs.*product is 64/);
  });
});
