import { describe, expect, it } from 'vitest';
import { partClasses } from '../../../../src/widget/interconnect-explorer/partClass.ts';
import {
  changes,
  endOf,
  firstOf,
  linkOf,
  nthOf,
  tiersWith,
} from '../../../../src/widget/interconnect-explorer/verbs.ts';
import { explore } from './recorded.ts';

describe('the list', () => {
  it('names classes and ranges that hold every node, board and cabinet once', () => {
    for (const system of [
      'atlas-960-superpod-15488',
      'gb200-nvl72',
      'atlas-900-a3-superpod',
      'ub-mesh-pod',
    ]) {
      const { machine } = explore(`system=${system}`);
      const { nodeCount, place } = machine.topology;
      const counts = { node: 0, board: 0, cabinet: 0 };
      const classes = partClasses(machine);
      expect(classes.length).toBeLessThan(12);
      for (const { kind, count } of classes) counts[kind === 'switch' ? 'node' : kind] += count;
      expect(counts, system).toEqual({
        node: nodeCount,
        board: place.boardCount,
        cabinet: place.cabinetCount,
      });
    }
  });

  it('leads to every link: from a class to a part, from a part by tier to a link, and on to the next', () => {
    const seen = new Set<string>();
    const { machine } = explore('system=gb200-nvl72');
    for (let chip = 0; chip < 72; chip++) {
      const at = explore(`system=gb200-nvl72&part=node:${String(chip)}`);
      let part = linkOf(at, 'nvlink');
      for (let nth = 1; part !== ''; nth++) {
        seen.add(part);
        part = nthOf(explore(`system=gb200-nvl72&part=${part}`), nth + 1) ?? '';
      }
    }
    expect(seen.size).toBe(machine.topology.linkCount / 2);
    expect(firstOf(explore(), 'switches-y')).toBe('switch:8192');
    expect(endOf(explore('part=link:0-8192'), 'to')).toBe('switch:8192');
    expect(changes.next(explore('part=node:8191'))).toEqual({});
  });
});

describe('what is done to a part', () => {
  it('cuts and repairs it, whichever way its ends are named', () => {
    expect(changes.cut(explore('failed=&part=link:0-5'))).toEqual({ failed: 'link:0-5' });
    expect(changes.kill(explore('part=cabinet:3'))).toEqual({ failed: 'link:0-5,cabinet:3' });
    expect(changes.repair(explore('failed=link:0-5,cabinet:3&part=link:5-0'))).toEqual({
      failed: 'cabinet:3',
    });
    expect(changes['send-from'](explore('part=node:77'))).toEqual({ from: '77' });
  });

  it('draws some tiers, or all', () => {
    expect(tiersWith(explore(), 'x')).toBe('y,z-low-radix,z-high-radix');
    expect(tiersWith(explore('tiers=x'), 'x')).toBe('all');
    expect(tiersWith(explore('tiers=x'), 'y')).toBe('x,y');
  });
});
