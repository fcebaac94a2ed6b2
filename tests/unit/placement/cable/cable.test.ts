import { describe, expect, test } from 'vitest';
import { tones } from '../../../../src/encoding/tone.ts';
import { leadOverhead } from '../../../../src/placement/cable/cable.ts';
import { boxesOf } from '../drawnParts.ts';
import { hallNamed, halls, propsOf, sightOf, viewOf, wordsOf } from '../recordedHalls.ts';

describe.each(halls.filter(({ cables }) => cables.between))('over $name', (hall) => {
  const { plan } = viewOf(propsOf(hall));
  const way = leadOverhead(hall.cables, plan)!;
  const { perCabinet } = hall.cables.between!;
  const [left, back, right, front] = plan.bounds;

  test('strands go down into every cabinet, as many as its links ask for', () => {
    expect(way.drops).toHaveLength(plan.cabinets.length);
    plan.cabinets.forEach(({ classId, x, z }, i) => {
      expect(way.drops[i]).toMatchObject({ x, z });
      expect(way.drops[i]!.strands).toBe(Math.max(1, Math.round(perCabinet[classId]! / way.linksPerStrand)));
    });
  });

  test('a tray fills up towards the cabinets that switch, and carries its half of the row there', () => {
    const rows = Map.groupBy(
      way.runs.filter(({ along }) => along === 'x'),
      ({ across }) => across,
    );
    expect(rows.size).toBe(plan.rows);
    for (const [z, runs] of rows)
      for (const side of [-1, 1]) {
        const half = runs.filter(({ from }) => Math.sign(from) === side);
        const strands = half.map((run) => run.strands);
        expect(strands).toEqual([...strands].sort((a, b) => a - b));
        const links = plan.cabinets
          .filter((cabinet) => cabinet.z === z && Math.sign(cabinet.x) === side)
          .filter(({ classId }) => classId === Object.keys(perCabinet)[0])
          .reduce((sum, { classId }) => sum + perCabinet[classId]!, 0);
        expect(Math.abs(strands.at(-1)! * way.linksPerStrand - links)).toBeLessThanOrEqual(
          way.linksPerStrand / 2,
        );
      }
  });

  test('runs stay over the hall and are few enough to count', () => {
    for (const { along, from, to, across, strands } of way.runs) {
      const [low, high] = along === 'x' ? [left, right] : [back, front];
      expect(Math.min(from, to)).toBeGreaterThan(low);
      expect(Math.max(from, to)).toBeLessThan(high);
      expect(Math.abs(across)).toBeLessThan(along === 'x' ? front : right);
      expect(strands).toBeGreaterThanOrEqual(1);
      expect(strands).toBeLessThanOrEqual(20);
    }
  });
});

test('what is light is drawn as light, and what is copper as copper', () => {
  const worn = (name: string) => {
    const { all } = sightOf(propsOf(hallNamed(name), { level: 'board' }));
    return new Set([...all.tone].map((tone) => tones[tone]!));
  };
  expect(worn('atlas-900-a3-superpod')).toContain('fibre');
  expect(worn('gb200-nvl72')).not.toContain('fibre');
  expect(worn('gb200-nvl72')).toContain('wire');
});

test('no link is drawn where links are not asked for', () => {
  for (const hall of halls) {
    const { all } = sightOf(propsOf(hall, { cabling: false, level: 'board' }));
    const overhead = boxesOf(all).filter(({ path }) => path.length === 0);
    expect(overhead).toEqual([]);
    expect([...all.tone].map((tone) => tones[tone])).not.toContain('fibre');
  }
});

test('the label’s scale turns the strands of a tray into the cables it counts', () => {
  const hall = hallNamed('atlas-900-a3-superpod');
  const way = leadOverhead(hall.cables, viewOf(propsOf(hall)).plan)!;
  const { all } = hall.cables.between!;
  const { detail } = wordsOf(hall).links({ run: 'overhead', count: all, linksPerStrand: way.linksPerStrand });
  const scale = Number(/1 : ([\d,]+)/.exec(detail)![1]!.replace(',', ''));
  const strands = all.links / way.linksPerStrand;
  expect(strands * scale).toBe(all.cables);
});
