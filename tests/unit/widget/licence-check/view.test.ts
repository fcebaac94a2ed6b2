import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../src/data/read.ts';
import { strings } from '../../../../src/locale/translations.ts';
import { exactly, unlimited } from '../../../../src/model/exportControl/interval.ts';
import { escapeHtml } from '../../../../src/widget/html.ts';
import { askAll } from '../../../../src/widget/licence-check/asked.ts';
import type { CheckData } from '../../../../src/widget/licence-check/checkData.ts';
import { distanceText, intervalText } from '../../../../src/widget/licence-check/distance.ts';
import { drawnProps } from '../../../../src/widget/licence-check/drawn.ts';
import { mergeOrder } from '../../../../src/widget/licence-check/gates.ts';
import {
  chipIds,
  parameters,
  readAmount,
  type CheckValues,
} from '../../../../src/widget/licence-check/params.ts';
import { selectCheck } from '../../../../src/widget/licence-check/select.ts';
import { checkView } from '../../../../src/widget/licence-check/view.ts';
import { readParameters } from '../../../../src/widget/parameter.ts';
import { phrases } from '../../../../src/widget/phrases.ts';

const section = 'licence-check';
const own = [...strings('en')].map(([key, text]): [string, string] => [
  key.startsWith('status.') ? `${section}.${key}` : key,
  text,
]);
const say = phrases(Object.fromEntries(own), section);
const values = (query = ''): CheckValues => {
  const { values, problems } = readParameters(parameters, new URLSearchParams(query));
  expect(problems).toEqual([]);
  return values;
};

let data: CheckData;
beforeAll(() => {
  data = selectCheck(readCatalogue());
});
const view = (query = '') => checkView(say, data, values(query), false);
const chain = (query = '') => drawnProps(say, data, askAll(say, data, values(query))).chain;

describe('the gates of a chip', () => {
  it('shows the A800 under the I/O line of 2022 and over the TPP line of 2023', () => {
    const { gates, columns } = chain();
    expect(columns.map(({ answer }) => answer)).toEqual(['free', 'held']);
    const [first, second] = gates;
    expect(first!.title).toBe('3A090.a-2022');
    expect(first!.rows.map(({ label, cells }) => [label, cells[0]?.text])).toEqual([
      ['I/O 600\u00a0GB/s or more', '×0.67'],
      ['TPP 4,800 or more', '192 over'],
    ]);
    expect(first!.outcomes.map((one) => one?.gate ?? null)).toEqual(['free', null]);
    expect(second!.title).toBe('3A090.a.1');
    expect(second!.outcomes.map((one) => one?.gate ?? null)).toEqual([null, 'held']);
  });

  it('lets the H20 through every clause and holds it by the letter from its day on', () => {
    const { gates, columns } = chain('chip=nvidia-h20&date=2025-04-08&compare=2025-04-09');
    const letter = gates.find(({ id }) => id.startsWith('letters-2025-04'))!;
    expect(letter.outcomes.map((one) => one?.gate ?? null)).toEqual([null, 'held']);
    for (const gate of gates)
      if (gate !== letter) for (const one of gate.outcomes) expect(one!.gate).toBe('free');
    expect(gates.find(({ title }) => title === '3A090.b.1')!.rows[0]!.cells[0]!.text).toBe('32 under');
    expect(columns.map(({ answer }) => answer)).toEqual(['free', 'held']);
  });

  it('stops at the clause of the list that settles it', () => {
    const { gates } = chain('chip=nvidia-h100&compare=2024-06-01');
    const titles = gates.filter(({ outcomes }) => outcomes[1]).map(({ title }) => title);
    expect(titles).toContain('3A090.a.1');
    expect(titles).not.toContain('3A090.a.2');
  });

  it('leaves a chip for gamers out below the high line, and draws the note that lets it out', () => {
    const { gates, columns } = chain('chip=nvidia-rtx-4090d&compare=2024-06-01');
    const note = gates.find(({ id }) => id.includes('Note 2'))!;
    expect(note.outcomes[1]).toMatchObject({ gate: 'free', after: 'free' });
    expect(columns[1]!.answer).toBe('free');
  });

  it('draws as broken what a figure that is not known leaves open, and names it', () => {
    const { gates, columns } = chain('chip=own&area=unknown&compare=2024-05-01');
    expect(columns[1]!.answer).toBe('unknown');
    expect(columns[1]!.plate.text).toContain('turns on area of the logic dies');
    const open = gates.find(({ title }) => title === '3A090.a.2')!;
    expect(open.outcomes[1]!.gate).toBe('unknown');
    expect(open.rows.find(({ label }) => label.startsWith('density'))!.cells[1]!.ratio).toBeNull();
  });

  it('meets a line that is reached exactly', () => {
    // 592 TOPS × 8 bits over 800 mm² is 5.92.
    const { gates } = chain('chip=own&tops=592&area=800&compare=none&date=2024-05-01');
    const row = gates.find(({ title }) => title === '3A090.a.2')!.rows[1]!;
    expect(row.cells[0]).toMatchObject({ met: true, text: 'on the line' });
  });

  it('opens the window of 2026 for a chip under both of its lines, and the licence stays', () => {
    const { gates, columns } = chain('chip=nvidia-h200&date=2026-01-14&compare=2026-01-15');
    const window = gates.find(({ id }) => id.startsWith('case-by-case'))!;
    expect(window.outcomes.map((one) => one?.gate ?? null)).toEqual([null, 'free']);
    expect(columns.map(({ answer }) => answer)).toEqual(['held', 'held']);
    expect(columns.map(({ plate }) => plate.policy)).toEqual([
      'Presumption of denial.',
      'Looked at case by case.',
    ]);
  });

  it('tells the policy in the sentence, and in the title where nothing else changes', () => {
    const shown = view('chip=nvidia-h200&date=2026-01-14&compare=2026-01-15');
    expect(shown.summary).toContain('send it to China, with a presumption of denial.');
    expect(shown.summary).toContain('send it to China, looked at case by case.');
    expect(shown.title).toContain(
      'licence required on 14 January 2026, with a presumption of denial; on 15 January 2026, looked at case by case',
    );
    expect(view().title).not.toContain('denial');
  });

  it('asks one day once, and one day alone where there is no second', () => {
    expect(chain('date=2024-01-01&compare=2024-01-01').columns).toHaveLength(1);
    expect(chain('date=2024-01-01&compare=none').columns).toHaveLength(1);
  });
});

describe('the texts around the drawing', () => {
  it('agree for every chip, destination and day: title, drawing, list and table', () => {
    for (const chip of chipIds)
      for (const [date, compare] of [
        ['2022-09-01', '2023-11-17'],
        ['2025-05-01', 'latest'],
      ])
        for (const more of ['', '&destination=SG&parent=CN&route=unknown&sale=no']) {
          const query = `chip=${chip}&date=${date}&compare=${compare}${more}`;
          const shown = view(query);
          expect(shown.drawings).toHaveLength(3);
          expect(shown.sources.length, query).toBeGreaterThan(0);
          for (const { href } of shown.sources) expect(href).toMatch(/^https?:\/\//);
          for (const { verdict } of askAll(say, data, values(query)).asked) {
            expect(shown.title).toContain(say(`answer-in.${verdict.licence}`));
            expect(shown.table).toContain(say(`answer.${verdict.licence}`));
            for (const caveat of verdict.caveats) expect(shown.parts).toContain(escapeHtml(caveat));
          }
          expect(shown.drawings.join('')).not.toMatch(/NaN|Infinity|undefined/);
          expect(shown.parts + shown.table + shown.summary).not.toMatch(/undefined|\{\w+\}/);
        }
  });

  it('repeat in the table every number that is drawn', () => {
    const numbers = (text: string) => text.match(/\d(?:[\d,.]*\d)?/g) ?? [];
    for (const query of [
      '',
      'chip=nvidia-h20&compare=2025-05-01',
      'chip=amd-mi325x&compare=latest',
      'chip=amd-mi308&compare=latest',
      'chip=own&area=unknown',
    ]) {
      const { drawings, table } = view(query);
      const rows = new Map<string, string>();
      for (const [, key, row] of table.matchAll(/<tr data-row="([^"]+)">(.*?)<\/tr>/g))
        rows.set(key!, row!.replace(/<[^>]+>/g, ' | '));
      const drawn = [...drawings[0]!.matchAll(/data-row="([^"]+)" data-value=""[^>]*>([^<]*)</g)];
      expect(drawn.length).toBeGreaterThan(8);
      for (const [, key, text] of drawn)
        for (const number of numbers(text!))
          expect(numbers(rows.get(key!)!), `${query} ${key}: ${text}`).toContain(number);
      expect(new Set(drawn.map(([, key]) => key))).toEqual(new Set(rows.keys()));
    }
  });

  it('say what would have to change', () => {
    const { parts } = view('chip=nvidia-h20&date=2025-05-01&compare=none');
    expect(parts).toContain('before 9 April 2025');
  });

  it('say that a day after the evidence gets the last state known', () => {
    expect(view('date=2027-01-01').note).toContain('after the evidence');
    expect(view().note).not.toContain('after the evidence');
  });

  it('keep the caveat of listed end users in the drawing, and that this is no advice', () => {
    for (const drawing of view().drawings) {
      const words = drawing.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      expect(words).toContain('listed end user');
      expect(words).toContain('not legal advice');
    }
  });
});

describe('the way by notice', () => {
  it('stands with the answer, in the drawing and in the sentence, where it is open and nowhere else', () => {
    const open = 'chip=amd-mi210&date=2024-06-01&destination=CN&parent=same&compare=none';
    expect(chain(open).columns[0]!.plate.title).toBe('Licence required');
    expect(chain(open).columns[0]!.plate.text).toContain('Or without one under exception NAC');
    expect(view(open).summary).toContain('Or without one under exception NAC');
    expect(view(open).parts).toContain('Notice to BIS 25 days before');
    const shut = open.replace('amd-mi210', 'nvidia-h100');
    expect(chain(shut).columns[0]!.plate.text).not.toContain('NAC');
  });
});

describe('the words beside the drawing', () => {
  it('tell once what both days share, and all of it', () => {
    const query = 'chip=nvidia-h200&date=2026-01-14&compare=2026-01-15';
    const { parts } = view(query);
    for (const { verdict } of askAll(say, data, values(query)).asked)
      for (const { text } of verdict.otherGates) expect(parts.split(escapeHtml(text))).toHaveLength(2);
    expect(parts).toContain('As on 14 January 2026: ');
  });

  it('name a place that no rule names', () => {
    const { parts, table } = view('destination=SG&date=2024-05-01');
    expect(parts + table).not.toMatch(/\bSG\b/);
    expect(parts + table).toContain('Singapore');
  });
});

describe('what the widget carries', () => {
  it('names every chip, and a source for each', () => {
    for (const id of chipIds) {
      if (id === 'own') continue;
      expect(data.chips[id]!.id).toBe(id);
      expect(data.chipSources[id]!.length, id).toBeGreaterThan(0);
    }
    for (const id of Object.values(data.chipSources).flat())
      expect(data.sources[id]!.href).toMatch(/^https?:/);
  });

  it('offers the days on which a rule for chips begins', () => {
    const days = data.turns.map(({ day }) => day);
    expect(days).toEqual([...days].sort());
    for (const { rule } of data.turns) expect(say(`turn.${rule}`)).not.toBe('');
    expect(days).toContain('2023-11-17');
  });
});

describe('distances and amounts', () => {
  it('are differences near a line, factors far from it', () => {
    expect(distanceText(say, exactly(4992), 4800)).toBe('192 over');
    expect(distanceText(say, exactly(2368), 2400)).toBe('32 under');
    expect(distanceText(say, exactly(15_832), 4800)).toBe('×3.3');
    expect(distanceText(say, exactly(400), 600)).toBe('×0.67');
    expect(distanceText(say, exactly(600), 600)).toBe('on the line');
    expect(distanceText(say, { low: 1398, high: 1568 }, 1400)).toBe('2 under to 168 over');
    expect(distanceText(say, { low: 1017, high: unlimited }, 600)).toBe('×1.7, or more');
    expect(intervalText({ low: 0, high: 20.57 })).toBe('≤ 20.57');
  });

  it('are read as they are written, and nothing else is', () => {
    expect(readAmount('unknown')).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (value) => {
        expect(readAmount(String(value))).toBe(value);
      }),
    );
    for (const text of ['', '0', '-1', '1e3', '1000001', 'many', '1.2.3'])
      expect(readAmount(text)).toBeUndefined();
  });

  it('keep the order of both days', () => {
    expect(
      mergeOrder([
        ['a', 'b'],
        ['c', 'b', 'd'],
      ]),
    ).toEqual(['a', 'c', 'b', 'd']);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 12 })),
        fc.uniqueArray(fc.integer({ min: 0, max: 12 })),
        (one, two) => {
          const [first, second] = [
            one.sort((a, b) => a - b).map(String),
            two.sort((a, b) => a - b).map(String),
          ];
          const merged = mergeOrder([first, second]);
          expect(new Set(merged)).toEqual(new Set([...first, ...second]));
          expect(merged.filter((key) => first.includes(key))).toEqual(first);
          expect(merged.filter((key) => second.includes(key))).toEqual(second);
        },
      ),
    );
  });
});
