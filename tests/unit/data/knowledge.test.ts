import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knowledgeOn, type Said } from '../../../src/data/knowledge.ts';

const day = fc.date({ min: new Date('2019-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
const said = fc.record({
  known: day.map((one) => one.toISOString().slice(0, 10)),
  disputed: fc.option(fc.constant(true as const), { nil: undefined }),
});

describe('what was known on a day', () => {
  const statements: Said[] = [
    { known: '2025-09-18' },
    { known: '2026-08-31' },
    { known: '2026-01-10', disputed: true },
  ];

  test('is the newest undisputed statement of that day or before', () => {
    expect(knowledgeOn(statements, '2025-09-17')).toMatchObject({ shown: null, knownFrom: '2025-09-18' });
    expect(knowledgeOn(statements, '2025-09-18').shown).toBe(statements[0]);
    expect(knowledgeOn(statements, '2026-02-01')).toMatchObject({
      shown: statements[0],
      disputed: [statements[2]],
      later: [statements[1]],
    });
    expect(knowledgeOn(statements, 'latest')).toMatchObject({
      shown: statements[1],
      earlier: [statements[0]],
    });
  });

  test('holds nothing of a later day, loses nothing, and does not depend on the order of the file', () => {
    fc.assert(
      fc.property(fc.array(said), day, (all, when) => {
        const asof = when.toISOString().slice(0, 10);
        const { shown, earlier, disputed, later } = knowledgeOn(all, asof);
        const told = [...(shown ? [shown] : []), ...earlier, ...disputed];
        expect(told.every(({ known }) => known <= asof)).toBe(true);
        expect(later.every(({ known }) => known > asof)).toBe(true);
        const hidden = all.filter(({ known, disputed: off }) => off && known > asof).length;
        expect(told.length + later.length + hidden).toBe(all.length);
        expect(earlier.every(({ known }) => known <= shown!.known)).toBe(true);
        expect(knowledgeOn([...all].reverse(), asof).shown?.known).toBe(shown?.known);
      }),
    );
  });
});
