import { describe, expect, it } from 'vitest';
import { maskFailures } from '../../../../src/model/topology/failure.ts';
import { equalCostPaths, shortestPath } from '../../../../src/model/topology/route.ts';
import { openCabinets } from '../../../../src/placement/links/openCabinets.ts';
import { membersOf, type Strands } from '../../../../src/placement/links/strands.ts';
import { wayStrands } from '../../../../src/placement/links/ways.ts';
import { looks } from '../../../../src/placement/solid/solids.ts';
import { recorded } from './machines.ts';

const atlas = recorded('atlas-950-superpod-8192');
const members = (strands: Strands) =>
  Array.from({ length: strands.count }, (_, s) => [...membersOf(strands, s)]).flat();

describe('unfolded cabinets', () => {
  it('draw every link of an open cabinet, one by one or in a counted bundle', () => {
    const { wiring, topology } = atlas;
    const { strands } = openCabinets(wiring, topology, [3], new Set([24]));
    const { ends, place } = topology;
    const drawn = new Set(members(strands));
    let inside = 0;
    for (let link = 0; link < topology.linkCount; link += 2) {
      const [a, b] = [ends[2 * link]!, ends[2 * link + 1]!];
      const touches = place.cabinet[a] === 3 || place.cabinet[b] === 3;
      // Links between the chips of a closed board lie in its plate.
      const closed = place.board[a] === place.board[b] && place.board[a] !== 24;
      if (!touches || closed) continue;
      inside++;
      expect(drawn.has(link / 2)).toBe(true);
    }
    expect(members(strands)).toHaveLength(inside);
    expect(inside).toBe(28 + 64 * 11 + 256);
  });

  it('draw the links of an open board one by one', () => {
    const { wiring, topology } = atlas;
    const { strands } = openCabinets(wiring, topology, [3], new Set([24]));
    const x = topology.tiers.indexOf('x');
    const single = Array.from({ length: strands.count }, (_, s) => s).filter((s) => strands.tier[s] === x);
    expect(single).toHaveLength(28);
    expect(single.every((s) => membersOf(strands, s).length === 1)).toBe(true);
  });

  it('leave out what is cut, and draw what has failed as an outline', () => {
    const { wiring, topology } = recorded('hgx-h100');
    const whole = openCabinets(wiring, topology, [-1], new Set([0]));
    const mask = maskFailures(topology, [{ kind: 'switch', index: 0 }]);
    const broken = openCabinets(wiring, topology, [-1], new Set([0]), mask);
    expect(members(whole.strands).length - members(broken.strands).length).toBe(8 * 5);
    expect([...broken.solids.look].filter((look) => looks[look] === 'ghost')).toHaveLength(1);
  });

  it('lead a way from chip to chip without a gap', () => {
    const { wiring, topology } = atlas;
    const path = shortestPath(topology, 0, 5003)!;
    const drawn = openCabinets(wiring, topology, [0, 78], new Set([0, 625]));
    const way = wayStrands(topology, [path], drawn.end);
    const corner = (at: number) => [...way.points.subarray(3 * at, 3 * at + 3)];
    for (let s = 1; s < way.count; s++) expect(corner(way.start[s]!)).toEqual(corner(way.start[s]! - 1));
    expect(corner(0)).toEqual(drawn.middle(0)!.map(Math.fround));
    expect(corner(way.start.at(-1)! - 1)).toEqual(drawn.middle(5003)!.map(Math.fround));
    expect([...way.light].filter(Boolean)).toHaveLength(2);
  });

  it('draw a stretch once, however many ways share it', () => {
    const { wiring, topology } = atlas;
    const mask = maskFailures(topology, [{ kind: 'link', from: 0, to: 5 }]);
    const drawn = openCabinets(wiring, topology, [0], new Set([0]), mask);
    const six = equalCostPaths(topology, 0, 5, 24, mask);
    expect(wayStrands(topology, six, drawn.end).count).toBe(12);
    expect(wayStrands(topology, [...six, ...six], drawn.end).count).toBe(12);
  });

  it('stand apart: nothing drawn as one place is another', () => {
    for (const id of ['ub-mesh-pod', 'gb200-nvl72', 'atlas-900-a3-superpod', 'atlas-960-superpod-15488']) {
      const { wiring, topology } = recorded(id);
      const { solids } = openCabinets(
        wiring,
        topology,
        [0, Math.min(1, topology.place.computeCabinetCount - 1)],
        new Set([0]),
      );
      const at = new Set(
        Array.from({ length: solids.count }, (_, i) => [...solids.centre.subarray(3 * i, 3 * i + 3)].join()),
      );
      expect(at.size, id).toBe(solids.count);
    }
  });
});
