import { describe, expect, it } from 'vitest';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { maskFailures, parseFailures } from '../../../../src/model/topology/failure.ts';
import type { Wiring } from '../../../../src/model/topology/wiring.ts';
import { dimensions, linkKind } from './samples.ts';

/** Two cabinets of two boards of two NPUs, a switch chip on every board and two spines in a cabinet of their own. */
const wiring: Wiring = {
  shape: [2, 2, 2],
  families: [
    {
      family: 'clos',
      levels: [
        { over: [0], switches: 1, parallel: 2, link: linkKind('board'), place: { on: 'board' } },
        {
          over: [0, 1, 2],
          switches: 2,
          parallel: 1,
          link: linkKind('spine'),
          place: { on: 'interconnect', perBoard: 1 },
        },
      ],
    },
  ],
  boardBlock: [2, 1, 1],
  cabinetBlock: [2, 2, 1],
  interconnectCabinets: 1,
  assumptions: [],
};
const topology = buildTopology(wiring);
const failed = (list: string) => {
  const { nodes } = maskFailures(topology, parseFailures(list));
  return [...nodes.keys()].filter((node) => nodes[node]);
};

describe('place', () => {
  it('numbers boards and cabinets by position, those of NPUs first', () => {
    expect([...topology.place.cabinet]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 2, 2]);
    expect([...topology.place.board]).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 0, 1, 2, 3, 4, 5]);
    expect(topology.place).toMatchObject({ boardCount: 6, cabinetCount: 3, computeCabinetCount: 2 });
  });

  it('follows blocks across dimensions, as a cube of a torus is', () => {
    const torus = { ...dimensions('torus:4x4'), cabinetBlock: [2, 2] };
    const { cabinet } = buildTopology(torus).place;
    expect([...cabinet]).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3]);
  });
});

describe('failures', () => {
  it('of a node, a board and a cabinet take what stands there', () => {
    expect(failed('node:3')).toEqual([3]);
    expect(failed('board:1')).toEqual([2, 3, 9]);
    expect(failed('cabinet:1,cabinet:2')).toEqual([4, 5, 6, 7, 10, 11, 12, 13]);
  });

  it('of a switch are named by its node number or by its number among the switches', () => {
    expect(failed('switch:9')).toEqual([9]);
    expect(failed('switch:1')).toEqual([9]);
  });

  it('of a link fail all parallel links, both ways', () => {
    const { links } = maskFailures(topology, parseFailures('link:0-8'));
    expect([...links.keys()].filter((link) => links[link])).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['link:0-1', /no link joins these nodes/],
    ['link:0-99', /is 99.*from 0 to 13/],
    ['node:14', /failed node is 14.*from 0 to 13/],
    ['switch:6', /failed switch is 14.*from 8 to 13/],
    ['board:6', /failed board is 6.*from 0 to 5/],
    ['cabinet:3', /failed cabinet is 3.*from 0 to 2/],
  ])('%s is refused', (list, message) => {
    expect(() => maskFailures(topology, parseFailures(list))).toThrow(message);
  });

  it.each(['', 'node', 'node:', 'node:-1', 'node:1.5', 'node:1-2', 'link:3', 'rack:1', 'node:1,,node:2'])(
    '"%s" is no failure',
    (list) => {
      expect(() => parseFailures(list)).toThrow(/is no failure: allowed are link:A-B/);
    },
  );

  it('of places are refused where none are described', () => {
    const plain = buildTopology(dimensions('ring:4'));
    expect(() => maskFailures(plain, parseFailures('cabinet:0'))).toThrow(/describes no cabinet/);
    expect(() => maskFailures(plain, parseFailures('switch:0'))).toThrow(/has no switch/);
  });
});
