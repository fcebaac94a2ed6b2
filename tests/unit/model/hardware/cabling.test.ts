import { describe, expect, test } from 'vitest';
import { figureOf, inSi } from '../../../../src/data/figure.ts';
import { readCatalogue } from '../../../../src/data/read.ts';
import { halls, hallNamed } from '../../placement/recordedHalls.ts';

const catalogue = readCatalogue();
const recorded = (key: string) => inSi(figureOf(catalogue, key).shown!);

test('the Atlas 900 is wired with the published number of links', () => {
  const { cables } = hallNamed('atlas-900-a3-superpod');
  expect(cables.between?.all.medium).toBe('optical');
  expect(cables.between?.all.links).toBe(recorded('atlas-900-a3-superpod.l1-l2-links'));
  expect(cables.between?.all.cables).toBe(recorded('atlas-900-a3-superpod.optical-links-node-to-bus'));
  const [exit] = cables.board.exits;
  expect(exit).toMatchObject({ from: 'l1-switch', medium: 'optical', leavesCabinet: true });
  expect(exit!.each).toBe(recorded('atlas-900-a3-superpod.l1-uplinks'));
});

test('every NPU of an Atlas 900 node reaches every switch chip of its node', () => {
  const [join] = hallNamed('atlas-900-a3-superpod').cables.board.joins;
  expect(join).toMatchObject({ from: 'npu', to: 'l1-switch' });
  expect(join!.pairs.map(([npu, chip]) => `${npu} ${chip}`)).toHaveLength(8 * 7);
});

test('the eight NPUs of an Atlas 950 board are joined each to each', () => {
  const [join] = hallNamed('atlas-950-superpod-1024').cables.board.joins;
  expect(new Set(join!.pairs.map(([a, b]) => `${a} ${b}`)).size).toBe((8 * 7) / 2);
});

test('an NVL72 has eighteen NVLinks a GPU, all copper, none of which leaves the rack', () => {
  const { cables } = hallNamed('gb200-nvl72');
  expect(cables.between).toBeNull();
  expect(cables.cabinet).toMatchObject({ medium: 'copper', links: 72 * 18 });
});

describe.each(halls.filter(({ cables }) => cables.between))('$name', ({ machine, cables }) => {
  test('counts every link between cabinets once at either end', () => {
    const ends = Object.entries(cables.between!.perCabinet).map(
      ([id, links]) => links * machine.classes.find((cls) => cls.id === id)!.total,
    );
    expect(ends.reduce((sum, count) => sum + count, 0)).toBe(2 * cables.between!.all.links);
  });
});
