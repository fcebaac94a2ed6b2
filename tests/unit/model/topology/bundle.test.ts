import { describe, expect, it } from 'vitest';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { bundleLinks } from '../../../../src/model/topology/bundle.ts';
import { countMedia, countPorts } from '../../../../src/model/topology/hardwareCount.ts';
import type { Wiring } from '../../../../src/model/topology/wiring.ts';
import { linkKind } from './samples.ts';

/** Three cabinets of four NPUs, meshed inside by traces, joined by two spines with two links to a module. */
const wiring: Wiring = {
  shape: [4, 3],
  families: [
    { family: 'fullmesh', over: 0, parallel: 1, link: { ...linkKind('x', 10e9), medium: 'board' } },
    {
      family: 'clos',
      levels: [
        {
          over: [0, 1],
          switches: 2,
          parallel: 1,
          link: { ...linkKind('z', 5e9), medium: 'optical', length: 20, linksPerCable: 2 },
          place: { on: 'interconnect', perBoard: 0 },
        },
      ],
    },
  ],
  boardBlock: [],
  cabinetBlock: [4, 1],
  interconnectCabinets: 1,
  assumptions: [],
};
const topology = buildTopology(wiring);

describe('bundles', () => {
  it('gather links by tier, medium and pair of cabinets with true counts', () => {
    expect(bundleLinks(topology, topology.place.cabinet)).toEqual([
      { tier: 0, medium: 'board', from: 0, to: 0, links: 6, cables: 6, bandwidth: 60e9 },
      { tier: 0, medium: 'board', from: 1, to: 1, links: 6, cables: 6, bandwidth: 60e9 },
      { tier: 0, medium: 'board', from: 2, to: 2, links: 6, cables: 6, bandwidth: 60e9 },
      { tier: 1, medium: 'optical', from: 0, to: 3, links: 8, cables: 4, bandwidth: 40e9 },
      { tier: 1, medium: 'optical', from: 1, to: 3, links: 8, cables: 4, bandwidth: 40e9 },
      { tier: 1, medium: 'optical', from: 2, to: 3, links: 8, cables: 4, bandwidth: 40e9 },
    ]);
  });

  it('refuse places that do not match the nodes', () => {
    expect(() => bundleLinks(topology, new Int32Array(3))).toThrow(/has 3 entries.*each of 14 nodes/);
  });
});

describe('hardware', () => {
  it('counts links, cables and metres by medium; traces are no cables', () => {
    expect(countMedia(topology)).toEqual({
      board: { links: 18, cables: 0, metres: 36, linksOfKnownLength: 18 },
      optical: { links: 24, cables: 12, metres: 240, linksOfKnownLength: 24 },
    });
  });

  it('counts ports at NPUs and switches', () => {
    expect(countPorts(topology)).toEqual({ npuPorts: 12 * 5, switchPorts: 24, mostOfOneSwitch: 12 });
  });
});
