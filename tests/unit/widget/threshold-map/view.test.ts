import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../src/data/read.ts';
import { rulebookOf } from '../../../../src/data/rulebook.ts';
import { ruledChipOf } from '../../../../src/data/ruledChip.ts';
import { strings } from '../../../../src/locale/translations.ts';
import { readParameters } from '../../../../src/widget/parameter.ts';
import { phrases } from '../../../../src/widget/phrases.ts';
import { mapProps, mapState } from '../../../../src/widget/threshold-map/drawing.ts';
import type { MapData } from '../../../../src/widget/threshold-map/mapData.ts';
import {
  chipIds,
  parameters,
  readDensity,
  type ChipId,
  type MapValues,
} from '../../../../src/widget/threshold-map/params.ts';
import { regionsBefore } from '../../../../src/widget/threshold-map/rulings.ts';
import { selectMap } from '../../../../src/widget/threshold-map/select.ts';
import { dayText } from '../../../../src/widget/threshold-map/dayText.ts';
import { stepOf, valueAt } from '../../../../src/widget/threshold-map/parts.ts';
import { frames, mapView } from '../../../../src/widget/threshold-map/view.ts';

const section = 'threshold-map';
const own = [...strings('en')].map(([key, text]): [string, string] => [
  key.startsWith('status.') ? `${section}.${key}` : key,
  text,
]);
const say = phrases(Object.fromEntries(own), section);
const read = (query: string) => readParameters(parameters, new URLSearchParams(query));
const values = (query = ''): MapValues => read(query).values;

let data: MapData;
beforeAll(() => {
  const catalogue = readCatalogue();
  data = selectMap(catalogue, rulebookOf(catalogue), (id) => ruledChipOf(catalogue, id));
});

const stateOf = (query: string) => mapState(say, data, values(query));
const chip = (query: string, id: ChipId) => stateOf(query).chips.find((one) => one.id === id);
const rows = (query: string) =>
  new Map(
    [...mapView(say, data, values(query), false).table.matchAll(/<tr data-row="([^"]+)">(.*?)<\/tr>/g)].map(
      ([, id, cells]) => [id!, [...cells!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text!)],
    ),
  );
const stops = () => ['2022-01-01', ...data.stops.map(({ from }) => from), data.last];

describe('what the plane shows on a day', () => {
  it('has no line before October 2022, and holds named chips by letter from August', () => {
    expect(stateOf('date=2022-06-01').regions).toEqual([]);
    expect(chip('date=2022-06-01', 'nvidia-a100')?.form).toBe('outside');
    expect(chip('date=2022-08-26', 'nvidia-a100')?.form).toBe('letter');
    expect(stateOf('date=2022-08-26').regions).toEqual([]);
  });

  it('draws A800 and H800 right of the line of 2022 and outside, with the I/O that keeps them there', () => {
    for (const id of ['nvidia-a800', 'nvidia-h800'] as const) {
      expect(chip('date=2022-10-21', id)).toMatchObject({ form: 'outside', notes: ['I/O 400 < 600'] });
      expect(chip('date=2022-10-21', id)?.ruling.later).toBe(true);
      expect(chip('date=2023-11-17', id)?.form).toBe('listed');
    }
    const { gauge } = mapProps(say, data, stateOf('date=2022-10-21'));
    expect(gauge?.line).toBe(600);
    expect(gauge?.chips.find(({ mark }) => mark.id === 'nvidia-h100')?.value).toEqual({
      low: 900,
      high: 900,
    });
    expect(gauge?.chips.find(({ mark }) => mark.id === 'amd-mi250x')?.value).toEqual({ low: 800, high: 800 });
  });

  it('says by how much a chip made to fit stays under its line', () => {
    expect(chip('date=2023-11-17', 'nvidia-h20')?.notes).toContain('32 under 2,400');
    expect(chip('date=2024-06-01', 'nvidia-l20')?.notes).toContain('0.06 under 3.2');
    expect(chip('date=2024-06-01', 'nvidia-l2')?.notes).toContain('56 under 1,600');
    expect(chip('date=2024-06-01', 'nvidia-rtx-4090d')?.notes).toContain('93 under 4,800');
  });

  it('shows the knot of chips cut to fit from the day of their line, nearest first, each told once', () => {
    const drawn = (query: string) => mapProps(say, data, stateOf(query));
    expect(drawn('date=2022-10-21').knot).toBeNull();
    const { knot, marks } = drawn('date=2024-06-01');
    expect(knot?.chips.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'H20: 32 under 2,400',
      'L20: 0.06 under 3.2',
      'RTX 4090D: 93 under 4,800',
      'L2: 56 under 1,600',
    ]);
    for (const { notes } of marks) expect(notes.join()).not.toContain('under');
  });

  it('says in words what holds a chip that its place does not tell', () => {
    const { marks } = mapProps(say, data, stateOf('date=2025-04-09'));
    const notes = (id: string) => marks.find((one) => one.id === id)!.notes;
    expect(notes('nvidia-h20')).toEqual(['off the list, held by a letter']);
    expect(notes('nvidia-rtx-pro-6000d')).toContain('cannot be told');
  });

  it('marks the H20 by its letter from April 2025, without moving it', () => {
    expect(chip('date=2025-04-08', 'nvidia-h20')?.form).toBe('outside');
    expect(chip('date=2025-04-09', 'nvidia-h20')?.form).toBe('letter');
    expect(rows('date=2025-04-09').get('nvidia-h20')).toContain('needed: letter of April 2025');
  });

  it('holds bounds as bounds and leaves an unpublished density open', () => {
    expect(chip('', 'amd-mi300x')?.notes).toContain('at most 20.57');
    expect(chip('', 'nvidia-b200')?.notes).toContain('at least 20.98');
    expect(rows('').get('cambricon-590')?.[2]).toBe('not published');
    expect(chip('', 'cambricon-590')?.form).toBe('open');
    expect(chip('', 'ascend-910c')?.form).toBe('listed');
  });

  it('draws the window and the bands from January 2026 alone', () => {
    const drawn = (query: string) => mapProps(say, data, stateOf(query));
    expect(drawn('date=2026-01-14').window).toBeNull();
    expect(drawn('date=2026-01-15').window).toMatchObject({ from: 1600, to: 21000 });
    expect(drawn('date=2026-01-15').bands.map(({ low, high }) => [low, high])).toEqual([
      [14000, 17500],
      [20800, 21100],
    ]);
  });

  it('keeps to the last state known after the evidence, and says so', () => {
    const view = mapView(say, data, values('date=2031-01-01'), false);
    expect(view.note).toContain('The evidence ends on 8 October 2026');
    expect(stateOf('date=2031-01-01').regions).toEqual(stateOf('').regions);
  });
});

describe('the chip of the reader', () => {
  const verdict = (query: string) => stateOf(query).own!.verdict;
  it('is judged by its place and its use', () => {
    expect(verdict('date=2023-11-17&tpp=2000&density=10').clause).toBe('3A090.a.2');
    expect(verdict('date=2023-11-17&tpp=2000&density=10&datacentre=off').verdict).toBe('not-controlled');
    expect(verdict('date=2023-11-17&tpp=2400&density=1.6').clause).toBe('3A090.b.1');
    expect(verdict('date=2023-11-17&tpp=2399&density=3.19').verdict).toBe('not-controlled');
    expect(verdict('date=2023-11-17&tpp=4800&density=1').clause).toBe('3A090.a.1');
  });

  it('is not judged where the rule of 2022 asks for links that it has not given', () => {
    const view = mapView(say, data, values('date=2022-10-21&tpp=5000'), false);
    expect(view.parts).toContain('cannot be told');
    expect(verdict('date=2022-10-21&tpp=4700').verdict).toBe('not-controlled');
  });

  it('moves by equal factors', () => {
    for (const axis of ['tpp', 'density'] as const)
      for (const step of [0, 60, 120, 240]) expect(stepOf(axis, valueAt(axis, step))).toBe(step);
  });
});

describe('a chip that has not been placed', () => {
  it('is neither drawn nor judged, and is placed by either figure', () => {
    expect(stateOf('').own).toBeNull();
    for (const svg of mapView(say, data, values(''), false).drawings) expect(svg).not.toContain('cliff-hold');
    expect(stateOf('tpp=5000').own).toMatchObject({ tpp: 5000 });
    expect(stateOf('density=3.19').own).toMatchObject({ density: 3.19 });
    for (const svg of mapView(say, data, values('density=3.19'), false).drawings)
      expect(svg.match(/cliff-hold/g)).toHaveLength(1);
  });

  it('keeps an entry that cannot be used in its field, says what can, and is judged as before', () => {
    const { parts } = mapView(say, data, values('tpp=2000'), false, { tpp: '99999999' });
    expect(parts).toMatch(/name="tpp"[^>]*value="99999999" aria-invalid="true"[^>]*map-wrong-tpp/);
    expect(parts).toContain('from 1,000 to 64,000');
    expect(parts).toContain('2,000 TPP at 14');
    expect(mapView(say, data, values('tpp=2000'), false).parts).not.toContain('aria-invalid');
  });
});

describe('what a change of the day tells', () => {
  it('names the chips that stand otherwise than before', () => {
    const said = dayText(say, stateOf('date=2023-11-16'), stateOf('date=2023-11-17'));
    expect(said).toMatch(/Now on the list: [^.]*A800, H800/);
    expect(dayText(say, stateOf('date=2025-04-08'), stateOf('date=2025-04-09'))).toMatch(
      /Now held by a letter: H20/,
    );
    expect(dayText(say, stateOf(''), stateOf(''))).not.toContain('Now');
  });

  it('keeps the lines of the rule before, with their day', () => {
    expect(regionsBefore(data, '2022-09-01')).toBeNull();
    expect(regionsBefore(data, '2023-11-16')).toBeNull();
    for (const day of ['2023-11-17', '2026-10-08'])
      expect(regionsBefore(data, day)).toMatchObject({
        from: '2022-10-21',
        regions: [{ tpp: { low: 4800 } }],
      });
    expect(mapView(say, data, values('date=2023-11-17'), false).drawings[0]).toContain(
      'before: lines of 21 October 2022',
    );
  });
});

describe('the words beside the plane', () => {
  it('say what is not yet on sale, what is not known, and what spares a chip', () => {
    const { drawings } = mapView(say, data, values('date=2023-11-17'), false);
    expect(drawings[0]!.replace(/<[^>]+>/g, '|')).toMatch(/B200\|+not yet on sale/);
    expect(mapView(say, data, values(''), false).parts.replace(/<[^>]+>/g, '')).toContain(
      'Not on the plane: MI308 (TPP not known; perhaps on notice: NAC)',
    );
    expect(chip('', 'amd-mi308')?.notes).toEqual(['TPP not known', 'perhaps on notice: NAC']);
    expect(chip('date=2023-11-17', 'nvidia-rtx-4090')?.notes).toEqual(['may go on notice: NAC']);
    expect(chip('date=2023-11-17', 'nvidia-rtx-4090d')?.notes).toContain('not for data centres');
    expect(chip('date=2023-11-17', 'nvidia-h100')?.notes).toEqual([]);
  });

  it('mark every chip that may go on notice, of paragraph b as well, and what may only perhaps', () => {
    expect(chip('', 'amd-mi210')?.notes).toContain('may go on notice: NAC');
    expect(chip('', 'nvidia-rtx-pro-6000d')?.notes).toEqual(['at least 2,304', 'perhaps on notice: NAC']);
    for (const { notes, ruling } of stateOf('').chips) {
      const notice = ruling.verdict.exceptions.find(({ id }) => id === 'NAC');
      expect(
        notes.some((note) => note.includes('NAC')),
        ruling.chip.name,
      ).toBe(notice !== undefined);
    }
  });

  it('say of an answer that cannot be told what it turns on', () => {
    const { table } = mapView(say, data, values(''), false);
    const row = /<tr data-row="nvidia-rtx-pro-6000d">.*?<\/tr>/s.exec(table)![0];
    expect(row).toContain('cannot be told');
    expect(row).toContain('at least 2,304');
    expect(row).toContain('designed or marketed for data centres');
  });

  it('have a row for every chip drawn and draw or list every row', () => {
    for (const date of stops()) {
      const view = mapView(say, data, values(`date=${date}`), false);
      const ids = new Set(stateOf(`date=${date}`).chips.map(({ id }) => id));
      expect(new Set(rows(`date=${date}`).keys())).toEqual(ids);
      const drawn = [...view.drawings[0]!.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id!);
      for (const id of drawn) expect(ids.has(id), id).toBe(true);
      for (const id of ids) expect(view.drawings[0]! + view.parts, id).toContain(`data-row="${id}"`);
    }
  });

  it('cut the chips to a group', () => {
    const ids = (group: string) => stateOf(`chips=${group}`).chips.map(({ id }) => id);
    expect(ids('all')).toEqual(expect.arrayContaining(['nvidia-h20', 'cambricon-590']));
    expect(ids('china')).toEqual([
      'ascend-910b',
      'ascend-910c',
      'ascend-950pr',
      'ascend-950dt',
      'cambricon-590',
    ]);
    expect(ids('nvidia').every((id) => id.startsWith('nvidia'))).toBe(true);
    for (const id of ids('others')) expect(id).toMatch(/^(amd|intel)-/);
    expect(data.chips.map(({ chip: { id } }) => id)).toEqual([...chipIds]);
  });

  it('refuse what the plane cannot hold and go on with the default', () => {
    for (const query of [
      'density=0.5',
      'density=1e3',
      'tpp=999',
      'date=2026-02-30',
      'chips=x',
      'datacentre=1',
    ]) {
      const { problems, values: taken } = read(query);
      expect(problems, query).toHaveLength(1);
      expect(taken).toEqual(values());
    }
    expect(readDensity('3.19')).toBe(3.19);
    expect(readDensity('46')).toBeNull();
  });
});

describe('names on the plane', () => {
  /** Places of the words of a drawing, by what a letter takes at least. */
  const words = (svg: string) =>
    [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, attributes, inner]) => {
      const text = inner!.replace(/<[^>]+>/g, '').replace(/&\w+;/g, '<');
      const read = (name: string) => Number(new RegExp(`\\b${name}="([-\\d.]+)"`).exec(attributes!)![1]);
      const wide = text.length * 6;
      const end = attributes!.includes('text-anchor="end"');
      const middle = attributes!.includes('text-anchor="middle"');
      const x0 = read('x') - (end ? wide : middle ? wide / 2 : 0);
      return { text, x0, x1: x0 + wide, y0: read('y') - 9, y1: read('y') };
    });
  it('do not lie on one another, on any of the named days', () => {
    const faults: string[] = [];
    for (const date of stops()) {
      const { drawings } = mapView(say, data, values(`date=${date}`), false);
      Object.keys(frames).forEach((frame, i) => {
        const all = words(drawings[i]!);
        expect(all.length).toBeGreaterThan(12);
        all.forEach((a, at) =>
          all.slice(at + 1).forEach((b) => {
            if (a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1)
              faults.push(`${date} ${frame}: "${a.text}" on "${b.text}"`);
          }),
        );
      });
    }
    expect(faults).toEqual([]);
  });

  it('stand on every mark of the plane, at every width', () => {
    const faults: string[] = [];
    for (const date of stops())
      for (const group of parameters.chips.values) {
        const state = stateOf(`date=${date}&chips=${group}`);
        const { drawings } = mapView(say, data, values(`date=${date}&chips=${group}`), false);
        for (const { id, ruling } of state.chips)
          if (ruling.verdict.tpp.value && ruling.verdict.performanceDensity.value)
            drawings.forEach((svg, i) => {
              if (!svg.includes(`data-row="${id}"`))
                faults.push(`${date} ${group} ${Object.keys(frames)[i]!}: ${id}`);
            });
      }
    expect(faults).toEqual([]);
  });
});
