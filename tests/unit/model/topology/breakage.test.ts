import { expect, it } from 'vitest';
import { breakageOf } from '../../../../src/model/topology/breakage.ts';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { maskFailures, parseFailures } from '../../../../src/model/topology/failure.ts';
import { dimensions } from './samples.ts';

const broken = (list: string, failures: string) => {
  const topology = buildTopology(dimensions(list));
  return breakageOf(topology, maskFailures(topology, parseFailures(failures)));
};

it('a cut link of a mesh costs one link and nobody its way', () => {
  const { linksDown, islands, cutOff } = broken('fullmesh:4,fullmesh:4', 'link:0-3');
  expect([linksDown, islands, cutOff]).toEqual([[1, 0], [16], 0]);
});

it('two cuts of a ring part it; the smaller part is cut off', () => {
  const { islands, cutOff, island } = broken('ring:8', 'link:0-7,link:2-3');
  expect([islands, cutOff]).toEqual([[5, 3], 3]);
  expect([...island]).toEqual([1, 1, 1, 0, 0, 0, 0, 0]);
});

it('a node takes its links along, a single switch everybody else', () => {
  const { npusDown, switchesDown, linksDown, cutOff, island } = broken('switch:4', 'switch:0,node:1');
  expect([npusDown, switchesDown, linksDown, cutOff]).toEqual([1, 1, [4], 2]);
  expect(island[1]).toBe(-1);
});
