import { describe, expect, test } from 'vitest';
import { readTopologies } from '../../../../src/data/readTopologies.ts';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { linkOf, wiringOf } from '../../../../src/model/topology/fromRecord.ts';
import { chipPorts } from '../../../../src/model/wire/ports.ts';
import { factorOf, stretchIds, wireOf, type WireParts } from '../../../../src/model/wire/wire.ts';

const records = readTopologies();
const machine = (id: string) => {
  const record = records.find((one) => one.id === id);
  if (record?.kind !== 'machine') throw new Error(id);
  return buildTopology(wiringOf(record));
};
const pod = machine('atlas-950-superpod-1024');
const hall = machine('atlas-950-superpod-8192');
const cluster = records.find(({ id }) => id === 'atlas-950-supercluster');
if (cluster?.kind !== 'cluster') throw new Error('no cluster');
const parts: WireParts = {
  edge: 0.025,
  pod: chipPorts(pod),
  hall: chipPorts(hall),
  scaleOut: { ports: 2, levels: cluster.levels.map(({ link }) => linkOf(link)) },
};

describe('the ports of a chip', () => {
  test('are those of every chip of the machine, and add up to all of its links', () => {
    for (const chip of [0, 9, 1023]) expect(chipPorts(pod, chip)).toEqual(parts.pod);
    const { board, cabinet, onward } = parts.pod;
    let [count, rate] = [0, 0];
    for (let link = 0; link < pod.linkCount; link++)
      if (pod.ends[2 * link] === 0) {
        count += 1;
        rate += 2 * pod.bandwidth[link]!;
      }
    expect(board.count + cabinet.count + onward.count).toBe(count);
    expect(board.bandwidth + cabinet.bandwidth + onward.bandwidth).toBe(rate);
  });

  test('reach every other chip of the board, and light only beyond the cabinet', () => {
    expect(parts.pod.board.count).toBe(7);
    expect(parts.pod.light).toBe(10);
    expect(parts.hall.light).toBe(30);
  });

  test('are told only of chips that there are', () => {
    expect(() => chipPorts(pod, 1024)).toThrow('chip 1024 is none of the machine’s'.replace('’', "'"));
  });
});

describe('the wire', () => {
  const wire = wireOf(parts);

  test('is unbroken: each stretch begins where the one before it ends, and all lead outwards', () => {
    expect(wire.map(({ id }) => id)).toEqual(stretchIds);
    expect(wire[0]!.from).toBe(0);
    wire.slice(1).forEach(({ from }, i) => expect(from).toBe(wire[i]!.to));
    for (const { from, to } of wire) expect(to).toBeGreaterThan(from);
  });

  test('never grows thicker, and is copper as far as the cabinet', () => {
    wire.slice(1).forEach(({ bandwidth }, i) => expect(bandwidth).toBeLessThanOrEqual(wire[i]!.bandwidth));
    expect(wire.map(({ medium }) => medium)).toEqual([
      'copper',
      'copper',
      'copper',
      'light',
      'light',
      'light',
    ]);
  });

  test('carries at the die what the product page lists for a chip, and at its end the Ethernet ports', () => {
    expect(wire[0]!.bandwidth).toBeCloseTo(1.68e12, -6);
    expect(wire.at(-1)!.bandwidth).toBe((2 * 2 * 400e9) / 8);
  });

  test('is as long as the links that it is made of', () => {
    expect(wire.map(({ to }) => to)).toEqual([0.025, 0.5, 1, 11, 31, 280]);
  });

  test('is drawn smaller from stretch to stretch by the ratio of their lengths', () => {
    expect(factorOf(wire, 0)).toBe(1);
    expect(factorOf(wire, 3)).toBeCloseTo(20, 9);
    const all = wire.reduce((product, _, i) => product * factorOf(wire, i), 1);
    expect(all).toBeCloseTo((280 - 31) / 0.025, 6);
  });

  test('does not lead back', () => {
    expect(() => wireOf({ ...parts, edge: 0.6 })).toThrow('the stretch "board" ends 0.5 m from the die');
  });
});
