import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../../src/encoding/format.ts';
import { change } from '../../../../src/widget/supernode-hall/announcement.ts';
import { figureOn } from '../../../../src/widget/recordedFigure.ts';
import { escapeHtml } from '../../../../src/widget/html.ts';
import { hallState } from '../../../../src/widget/supernode-hall/state.ts';
import { partRows } from '../../../../src/widget/supernode-hall/table.ts';
import { drawingWords, hallView } from '../../../../src/widget/supernode-hall/view.ts';
import { anyValues, data, defaults, systems, words } from './hall.ts';

const around = { exploring: false, still: false, treeFocus: null, newTab: false };
const stateOf = (changed: Partial<typeof defaults>) => hallState(data, { ...defaults, ...changed }).state;
const viewOf = (changed: Partial<typeof defaults>) => hallView(words, data, stateOf(changed), around);
const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the card', () => {
  test('shows every figure of every part with its status, its date and a link to each source', () => {
    for (const [system, { machine }] of systems) {
      for (const cls of machine.classes) {
        const chain = [cls];
        for (let parent = cls.parent; parent !== null; parent = chain[0]!.parent) {
          chain.unshift(machine.classes.find(({ id }) => id === parent)!);
        }
        const { parts } = viewOf({
          system,
          part: chain.map(({ id }) => `${id}.1`).join('/'),
          ...levelFor(chain.length),
        });
        for (const key of cls.figures) {
          const { shown } = figureOn(data.figures[key]!, 'latest');
          expect(parts).toContain(`data-key="${key}"`);
          expect(parts).toContain(escapeHtml(shown!.text));
          expect(plain(parts)).toContain(words.say(`status.${shown!.status}`));
          for (const source of shown!.sources) expect(parts).toContain(escapeHtml(data.sources[source]!.url));
        }
      }
    }
  });

  const levelFor = (depth: number) => ({
    level: (['hall', 'cabinet', 'board', 'package'] as const)[depth - 1]!,
  });

  test('says on what ground a part is counted and why where that is assumed', () => {
    const { parts } = viewOf({ level: 'cabinet', part: 'compute-cabinet.3/power-shelf.1' });
    expect(plain(parts)).toContain('Power shelf 1 of 2');
    expect(plain(parts)).toContain('assumed: power shelves are not published; two are drawn');
    expect(plain(parts)).toContain('32 in the whole machine');
  });

  test('keeps what was said before and what is disputed', () => {
    const [key] = Object.entries(data.figures).find(([name, figure]) => {
      const { earlier, disputed } = figureOn(figure, 'latest');
      return name.startsWith('gb200-nvl72.power') && earlier.length > 0 && disputed.length > 0;
    })!;
    const { parts } = viewOf({ system: 'gb200-nvl72' });
    const { earlier, disputed } = figureOn(data.figures[key]!, 'latest');
    for (const one of [...earlier, ...disputed]) expect(plain(parts)).toContain(one.text.replace(/\s/g, ' '));
    expect(plain(parts)).toContain(words.say('earlier'));
    expect(plain(parts)).toContain(words.say('disputed'));
  });

  test('escapes what stands in the record', () => {
    expect(escapeHtml(`<b a="1">&'`)).toBe("&lt;b a=&quot;1&quot;&gt;&amp;'");
  });
});

describe('a day in the past', () => {
  test('shows no figure that was stated later, whatever the day', () => {
    const days = Object.values(data.figures).flatMap(({ statements }) =>
      statements.map(({ known }) => known),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...days),
        fc.constantFrom(...Object.values(data.figures)),
        (day, figure) => {
          const { shown, earlier, disputed, knownFrom } = figureOn(figure, day);
          for (const one of [shown, ...earlier, ...disputed]) if (one) expect(one.known <= day).toBe(true);
          expect(shown === null).toBe(day < knownFrom);
        },
      ),
    );
  });

  test('says that a machine was not announced yet', () => {
    const view = viewOf({ system: 'atlas-960-superpod-15488', asof: '2025-01-01' });
    expect(view.summary).toContain('had not been announced on 1 January 2025');
    expect(view.summary).toContain('18 September 2025');
    expect(view.status).toBe('not yet announced');
    expect(view.sources).toEqual([]);
    expect(viewOf({ system: 'atlas-960-superpod-15488', asof: '2025-09-18' }).summary).not.toContain(
      'had not been',
    );
  });
});

describe('the table twin', () => {
  test.each(systems)('%s: totals are what one holds times how many hold it', (_, standing) => {
    const rows = partRows(words, standing);
    expect(rows.map(({ classId }) => classId)).toEqual(standing.machine.classes.map(({ id }) => id));
    for (const { parent, perParent, total } of rows) {
      const holders = parent === null ? 1 : rows.find(({ classId }) => classId === parent)!.total;
      expect(total).toBe(perParent * holders);
    }
  });

  test.each(systems)(
    '%s: a ground is printed for every count, and a reason where it is not published',
    (_, standing) => {
      for (const { basis, reason, sizeBasis, size } of partRows(words, standing)) {
        expect(['published', 'derived', 'assumed']).toContain(basis);
        if (basis !== 'published') expect(reason).not.toBe('');
        expect(size === '').toBe(sizeBasis === '');
      }
    },
  );

  test('the processors add up to the announced numbers', () => {
    const totals = systems.map(
      ([, standing]) => partRows(words, standing).find(({ classId }) => /^[ng]pu$/.test(classId))!.total,
    );
    expect(totals).toEqual([384, 1024, 8192, 15_488, 72]);
    expect(viewOf({ system: 'atlas-950-superpod-8192' }).table).toContain(formatNumber(8192));
  });
});

describe('what is said around the drawing', () => {
  test('is whole sentences without an empty place, in every state', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { state } = hallState(data, values);
        const view = hallView(words, data, state, around);
        for (const text of [
          view.summary,
          view.title,
          view.note,
          view.status,
          plain(view.parts),
          plain(view.table),
        ]) {
          expect(text).not.toMatch(/undefined|NaN|\{\w+\}|\[object/);
        }
        expect(view.summary).toMatch(/^\S.*\.$/);
        expect(view.summary.split(/(?<=\.) /).every((one) => /^[A-Z0-9]/.test(one))).toBe(true);
        expect(view.title.length).toBeLessThan(160);
      }),
      { numRuns: 60 },
    );
  });

  test('the summary follows what is open and what is picked', () => {
    expect(viewOf({}).summary).toContain(
      '16 compute cabinets and 4 interconnect cabinets, with 1,024 NPUs in all',
    );
    expect(viewOf({ level: 'row', part: 'compute-cabinet.9' }).summary).toContain('Row 2 of 2');
    const { summary } = viewOf({
      level: 'board',
      part: 'compute-cabinet.3/compute-board.2/npu.5',
      xray: true,
    });
    expect(summary).toContain('Compute board 2 of 8 in compute cabinet 3 is pulled out.');
    expect(summary).toContain('Picked is NPU 5 of 8 in compute board 2, compute cabinet 3');
    expect(summary).toContain(words.say('xray-text'));
  });

  test('a change is announced by what it is and what it means', () => {
    const state = stateOf({});
    const before = state.values.value;
    state.select([{ classId: 'compute-cabinet', ordinal: 3 }]);
    expect(change(words, state, before)).toBe(
      'Picked: compute cabinet 3 of 16. 64 NPUs on 8 compute boards.',
    );
    const then = state.values.value;
    state.set({ view: 'front', cabling: false });
    expect(change(words, state, then)).toBe('View: Front. Cables off.');
  });

  test('a dimension is printed as published, derived or assumed', () => {
    const labels = drawingWords(words, data, stateOf({}));
    expect(labels.dimension(2.25, 'published')).toBe('2.25\u202fm');
    expect(labels.dimension(2.25, 'assumed')).toBe('2.25\u202fm, assumed');
    expect(labels.dimension(0.092, 'derived')).toBe('92\u202fmm, derived');
  });

  test.each(systems)('%s: every class of parts has its words', (_, { machine }) => {
    for (const { id } of machine.classes) {
      expect(words.one(id)).not.toBe('');
      expect(words.many(id)).not.toBe(words.one(id));
      expect(words.say(`part.${id}.about`)).toMatch(/^[A-Z].*\.$/);
    }
  });
});
