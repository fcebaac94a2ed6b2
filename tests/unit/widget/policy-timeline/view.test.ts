import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../src/data/read.ts';
import { topics as allTopics } from '../../../../src/data/schema/event.ts';
import { policyTimeline } from '../../../../src/figure/policy-timeline/drawing.ts';
import { layoutAcross } from '../../../../src/figure/policy-timeline/lanes.ts';
import { layoutDuelAcross } from '../../../../src/figure/policy-timeline/duelAcross.ts';
import { layoutDuelDown } from '../../../../src/figure/policy-timeline/duelDown.ts';
import { crossedBoxes, meeting } from '../../figure/policy-timeline/tangles.ts';
import { wholeRecord } from '../../../../src/data/wholeRecord.ts';
import { twin } from '../../../../src/widget/policy-timeline/twin.ts';
import { beatOf } from '../../../../src/widget/policy-timeline/beats.ts';
import { beatBeside, beatIds, beats, toldEvents } from '../../../../src/widget/policy-timeline/told.ts';
import { strings } from '../../../../src/locale/translations.ts';
import { readParameters } from '../../../../src/widget/parameter.ts';
import { phrases } from '../../../../src/widget/phrases.ts';
import { timelineProps } from '../../../../src/widget/policy-timeline/drawing.ts';
import { cellsOf, eventRow, listHtml } from '../../../../src/widget/policy-timeline/list.ts';
import {
  firstMonth,
  lastMonth,
  parameters,
  topics,
  type TimelineValues,
} from '../../../../src/widget/policy-timeline/params.ts';
import { daysOf, monthAfter } from '../../../../src/widget/policy-timeline/days.ts';
import { monthsBetween, shownEvents, stretchOf } from '../../../../src/widget/policy-timeline/shown.ts';
import type { EventText, TimelineData } from '../../../../src/widget/policy-timeline/timelineData.ts';
import { frames, framesOf, stretches, timelineView } from '../../../../src/widget/policy-timeline/view.ts';
import { zoomed } from '../../../../src/widget/policy-timeline/zoom.ts';

const section = 'policy-timeline';
const own = [...strings('en')].map(([key, text]): [string, string] => [
  /^(status|knowledge)\./.test(key) ? `${section}.${key}` : key,
  text,
]);
const say = phrases(Object.fromEntries(own), section);
const values = (query = ''): TimelineValues => readParameters(parameters, new URLSearchParams(query)).values;
const catalogue = readCatalogue();

let data: TimelineData;
let texts: Record<string, EventText>;
beforeAll(() => {
  ({ data, texts } = twin.cut(wholeRecord(catalogue)));
});
const row = (event: TimelineData['events'][number]) => eventRow(say, data, event, texts[event.id]!);
const cells = (event: TimelineData['events'][number]) => cellsOf(row(event), false);
const view = (query = '') => timelineView(say, data, values(query), cells);
const find = (id: string) => data.events.find((event) => event.id === id)!;

describe('the slice of the record', () => {
  it('holds every event, by date', () => {
    expect(data.events.map(({ id }) => id).sort()).toEqual([...catalogue.events.keys()].sort());
    const days = data.events.map(({ date }) => daysOf(date)[1]);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  });

  it('covers the months of all of them', () => {
    const months = data.events.map(({ date }) => date.slice(0, 7));
    expect(months.toSorted()[0]).toBe(firstMonth);
    const ends = [...catalogue.events.values()].flatMap(({ date, end_date }) => [date, end_date ?? '']);
    expect(ends.every((end) => end.slice(0, 7) <= lastMonth)).toBe(true);
  });

  it('knows the topics of the record', () => {
    expect([...topics].sort()).toEqual([...allTopics].sort());
  });

  it('draws each rule once, in force on exactly the days of the record', () => {
    for (const [id, rule] of catalogue.rules) {
      const with_ = data.events.filter(({ rules }) => rules.includes(id));
      expect(with_.length, id).toBeGreaterThan(0);
      const measures = with_
        .flatMap(({ measures }) => measures)
        .filter((states) => {
          const held = states.find(([status]) => status !== 'announced')!;
          return held[1] === rule.effective_from;
        });
      expect(measures.length, id).toBeGreaterThan(0);
      const [first] = measures[0]!.filter(([status]) => status !== 'announced');
      if (rule.effective_to === null) {
        expect(first).toEqual([rule.status, rule.effective_from, null]);
      } else {
        expect(first![0]).toBe('in-force');
        expect(Date.parse(first![2]!) - Date.parse(rule.effective_to), id).toBe(86_400_000);
        expect(measures[0]!.at(-1)![0]).toBe(rule.status);
      }
    }
  });

  it('takes the states of other measures from the record', () => {
    for (const [id, { states }] of catalogue.events) {
      if (states.length === 0) continue;
      const drawn = find(id).measures.map((one) => one.map(([status]) => status));
      expect(drawn, id).toContainEqual(states.map(({ status }) => status));
    }
    expect(find('us-affiliates-rule').measures[0]!.map(([status]) => status)).toEqual([
      'in-force',
      'suspended',
    ]);
  });

  it('is small: a card’s words come from the list', () => {
    const { maps, ...events } = data;
    expect(JSON.stringify(events).length).toBeLessThan(25_000);
    expect(JSON.stringify(maps).length).toBeLessThan(6_000);
    expect(JSON.stringify(data)).not.toContain(texts['us-ifr-oct-2022']!.what.slice(0, 40));
  });
});

describe('the events shown', () => {
  const drawn = (query: string) => timelineProps(say, data, values(query)).moves.map(({ id }) => id);

  it('are those whose day may lie in the stretch', () => {
    for (const { from, to } of stretches) {
      const wanted = [...catalogue.events].filter(
        ([, { date }]) => date.slice(0, 7) >= from && date.slice(0, 7) <= to,
      );
      expect(drawn(`from=${from}&to=${to}`).sort()).toEqual(wanted.map(([id]) => id).sort());
    }
  });

  it('take months in the wrong order the other way round', () => {
    expect(drawn('from=2025-12&to=2025-01')).toEqual(drawn('from=2025-01&to=2025-12'));
  });

  it('follow who acted and what about; what both did stands with either', () => {
    for (const id of drawn('actors=cn')) expect(find(id).by).toMatch(/CN/);
    expect(drawn('actors=cn')).toContain('us-cn-truce-nov-2025');
    expect(drawn('actors=us')).toContain('us-cn-truce-nov-2025');
    expect(drawn('actors=nl').length).toBeGreaterThan(2);
    for (const id of drawn('topics=materials')) expect(find(id).topics).toContain('materials');
  });

  it('are in the list once and in every drawing once, at any stretch', () => {
    for (const { from, to } of stretches)
      for (const kind of ['moves', 'rules']) {
        const state = values(`from=${from}&to=${to}&view=${kind}`);
        const ids = shownEvents(data, state)
          .map(({ id }) => id)
          .sort();
        const list = listHtml(say, data, new Set(ids), row, false).html;
        const visible = list.replace(/<template>(?:(?!<template>).)*?<\/template>/gs, '');
        const rows = [...visible.matchAll(/<tr data-row="([^"]+)"/g)].map(([, id]) => id!);
        expect(rows.filter((id) => ids.includes(id)).sort()).toEqual(ids);
        for (const frame of Object.values(frames)) {
          const svg = policyTimeline(timelineProps(say, data, state), frame);
          const groups = [...svg.matchAll(/<(?:g|circle|path) data-row="([^"]+)"/g)].map(([, id]) => id!);
          expect(groups.sort()).toEqual(ids);
        }
      }
  });

  it('in the view of rules are those that held in the stretch, however long before they began', () => {
    const now = drawn('view=rules&from=2026-02&to=2026-03');
    expect(now).toContain('us-ifr-oct-2023');
    expect(now).not.toContain('us-ifr-oct-2022');
    expect(now).not.toContain('us-h200-none-sold-feb');
  });
});

describe('the names on the sheet', () => {
  const tangled = (query: string, width: number) => {
    const props = timelineProps(say, data, values(query));
    if (width < 560) {
      const { placed } = layoutDuelDown(props, {
        width,
        height: framesOf(props).narrow.height,
      });
      const boxes = placed.flatMap(({ name }) => (name ? [name.box] : []));
      const leaders = placed.map(({ leader }) => leader.map(([x, y]) => ({ x, y })));
      return [...meeting(boxes), ...crossedBoxes(boxes, leaders)];
    }
    const { placed } = layoutDuelAcross(props, width);
    const boxes = placed.flatMap(({ name }) => (name ? [name.box] : []));
    const poles = placed.flatMap(({ from: x, y, pole }) => (pole === null ? [] : [[{ x, y }, { x, y: pole }]])); // prettier-ignore
    return [...meeting(boxes), ...crossedBoxes(boxes, poles)];
  };

  it('never tangle, at any stretch of months and any width', () => {
    const months = monthsBetween(firstMonth, lastMonth);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: months }),
        fc.integer({ min: 0, max: months }),
        fc.integer({ min: 320, max: 2200 }),
        fc.constantFrom('', '&chip=nvidia-h20', '&chip=nvidia-h200&event=us-h200-rule', ...beatIds.map((id) => `&beat=${id}`)), // prettier-ignore
        (a, b, width, more) => {
          const query = `from=${monthAfter(firstMonth, a)}&to=${monthAfter(firstMonth, b)}${more}`;
          expect(tangled(query, width), `${query} at ${width}`).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
    for (const id of ['all', ...beatIds])
      for (let width = 320; width <= 2200; width += 40) expect(tangled(`beat=${id}`, width)).toEqual([]);
  });

  it('of measures alone never cover one another', () => {
    for (const { from, to } of stretches)
      for (const frame of [frames.wide, frames.middle, frames.broad]) {
        const props = timelineProps(say, data, values(`view=rules&from=${from}&to=${to}`));
        const boxes = layoutAcross(props, frame).placed.flatMap(({ name }) => (name ? [name.box] : []));
        expect(meeting(boxes)).toEqual([]);
      }
  });

  it('are those of the moves that are told, all of them in every frame', () => {
    for (const id of ['all', ...beatIds]) {
      const props = timelineProps(say, data, values(`beat=${id}`));
      const named = (placed: readonly { move: { id: string }; name: unknown }[]) =>
        placed.flatMap(({ move, name }) => (name ? [move.id] : [])).sort();
      for (const { width } of [frames.wide, frames.middle, frames.broad])
        expect(named(layoutDuelAcross(props, width).placed), `${id} at ${width}`).toEqual(
          [...toldEvents].sort(),
        );
      // A phone has room for those alone that are told now.
      const beat = beats.find((one) => one.id === id);
      const narrow = layoutDuelDown(props, framesOf(props).narrow);
      expect(named(narrow.placed), id).toEqual([...(beat?.events ?? toldEvents)].sort());
    }
  });

  it('stand with who acted: both and companies on neither side, a minister abroad in no chamber', () => {
    const { moves } = timelineProps(say, data, values());
    const place = (id: string) => moves.find((move) => move.id === id)!;
    expect(place('us-nvda-h200-halt')).toMatchObject({ bank: 'both', lane: 'company' });
    expect(place('us-cn-truce-nov-2025')).toMatchObject({ bank: 'both', lane: 'both' });
    expect(place('nl-lobby-match').lane).toBe('tools');
    const american = timelineProps(say, data, values('actors=us')).moves.map(({ id }) => id);
    expect(american).not.toContain('us-nvda-h200-halt');
  });
});

describe('the words around the sheet', () => {
  it('say what is shown, and how many on each side', () => {
    const { summary, title, asOf } = view();
    expect(title).toContain('May 2019 to January 2027');
    expect(asOf).toBe('8 October 2026');
    expect(summary).toContain(`${catalogue.events.size} events`);
    const china = [...catalogue.events.values()].filter(({ jurisdiction }) => jurisdiction === 'CN').length;
    expect(summary).toContain(`${china} by China`);
  });

  it('tell everything of the event picked, with links to its sources', () => {
    const { parts } = view('event=us-h20-letter-apr-2025');
    const event = catalogue.events.get('us-h20-letter-apr-2025')!;
    expect(parts).toContain(event.name);
    expect(parts).toContain('9 April 2025');
    for (const source of event.sources)
      expect(parts).toContain(catalogue.sources.get(source)!.url.replaceAll('&', '&amp;'));
    for (const chip of event.chips) expect(parts).toContain(`data-chip="${chip}"`);
    for (const rule of event.rules) expect(parts).toContain(`data-rule="${rule}"`);
  });

  it('bring out what touches a chip or a rule, and walk through that', () => {
    const touching = [...catalogue.events].filter(([, { chips }]) => chips.includes('nvidia-h20'));
    const props = timelineProps(say, data, values('chip=nvidia-h20'));
    const out = props.moves.filter(({ weight }) => weight === 'linked').map(({ id }) => id);
    expect(out.sort()).toEqual(touching.map(([id]) => id).sort());
    expect(view('chip=nvidia-h20').controls).toContain(`max="${touching.length - 1}"`);
    const ruled = timelineProps(say, data, values('rule=ifr-2023-10')).moves;
    expect(ruled.find(({ id }) => id === 'us-ifr-oct-2023')!.weight).toBe('linked');
  });

  it('count in the drawing what they name', () => {
    const svg = policyTimeline(timelineProps(say, data, values()), frames.wide);
    expect(svg).toContain(`>${toldEvents.size} of ${catalogue.events.size}`);
  });
});

describe('what is told', () => {
  it('is on record, in order of time, with a title and a text each', () => {
    const days = beats.map(({ events }) => events.map((id) => catalogue.events.get(id)!.date));
    expect(days.flat()).not.toContain(undefined);
    const first = days.map((all) => all.toSorted()[0]!);
    expect(first).toEqual(first.toSorted());
    for (const { id } of beats) {
      const { parts } = view(`beat=${id}`);
      expect(parts).toContain(say(`beat.${id}.title`));
      expect(parts).toContain(say(`beat.${id}.text`));
    }
  });

  it('is the H20 at first, and gives way to whatever else is asked for', () => {
    const told = (query: string) => beatOf(data, values(query))?.id;
    expect(told('')).toBe('h20');
    expect(told('beat=gallium')).toBe('gallium');
    for (const query of [
      'beat=all',
      'event=us-h200-rule',
      'chip=nvidia-h20',
      'actors=us',
      'from=2019-05&to=2021-12',
      'view=rules',
      'asof=2025-05-01',
    ])
      // prettier-ignore
      expect(told(query), query).toBeUndefined();
  });

  it('is stepped through in a ring, with the whole sheet between the last and the first', () => {
    const ring = ['all', ...beatIds] as const;
    ring.forEach((id, i) => {
      const next = ring[(i + 1) % ring.length]!;
      expect(beatBeside(id, 1)).toBe(next);
      expect(beatBeside(next, -1)).toBe(id);
    });
    expect(view('beat=h20').parts).toContain('data-beat="order"');
    expect(view('beat=h20').parts).toContain('data-beat="gallium"');
  });

  it('has the chip map of its day: the lines then, and how each chip stood', () => {
    const map = (id: string) => data.maps[id]!;
    expect(data.maps['huawei']).toBeUndefined();
    expect(map('first-lines').parts).toHaveLength(1);
    expect(map('h20').day).toBe('2025-07-31');
    const h20 = map('h20').marks.find(([, , , , name]) => name === 'H20');
    expect(h20).toMatchObject([expect.any(Number), expect.any(Number), 'letter', false, 'H20']);
    expect(view('beat=h20').parts).toContain('map-thumb');
    expect(view('beat=huawei').parts).not.toContain('map-thumb');
  });
});

describe('what one event did to another', () => {
  it('stands in both cards, and as lines between them on the sheet', () => {
    const truce = view('event=us-cn-truce-nov-2025').parts;
    for (const id of ['us-affiliates-rule', 'cn-rare-earth-oct-2025']) {
      expect(truce).toContain(`data-event="${id}"`);
      expect(view(`event=${id}`).parts).toContain('data-event="us-cn-truce-nov-2025"');
    }
    const drawn = (query: string) => policyTimeline(timelineProps(say, data, values(query)), frames.wide);
    const answers = data.events.flatMap(({ answers }) => answers ?? []).length;
    const lines = /class="moves-answer" d="([^"]+)"/.exec(drawn(''))![1]!;
    expect(lines.split('M').length - 1).toBe(answers);
    expect(drawn('beat=h20')).toContain('moves-join');
    expect(drawn('beat=all')).not.toContain('moves-join');
  });
});

describe('the slider', () => {
  it('rests before the first event until one is picked', () => {
    expect(view().controls).toMatch(/min="-1"[^>]* value="-1"/);
    expect(view().controls).toContain(`aria-valuetext="${say('prompt')}"`);
    expect(view(`event=${data.events[0]!.id}`).controls).toMatch(/min="-1"[^>]* value="0"/);
  });
});

describe('the scale', () => {
  it('folds the quiet years of a long stretch, gives room to the crowded ones, and says so', () => {
    expect(timelineProps(say, data, values()).foldedUntil).toBe(Date.UTC(2023, 0, 1) / 86_400_000);
    expect(view().scale).toContain('before 2023');
    expect(timelineProps(say, data, values()).crowdedFrom).toBe(Date.UTC(2025, 0, 1) / 86_400_000);
    expect(view().scale).toContain('from 2025 double');
    for (const { from, to } of stretches.slice(1))
      expect(timelineProps(say, data, values(`from=${from}&to=${to}`)).foldedUntil).toBeNull();
  });

  it('is the same whoever is shown', () => {
    const folded = (query: string) => timelineProps(say, data, values(query)).foldedUntil;
    expect(folded('actors=cn')).toBe(folded(''));
  });
});

describe('the parameters', () => {
  it('refuse months outside the record and lists with strangers', () => {
    const { problems } = readParameters(
      parameters,
      new URLSearchParams('from=2019-04&to=2030-01&actors=us,us&topics=all,hats&event=A_B'),
    );
    expect(problems.map(({ parameter }) => parameter)).toEqual(['from', 'to', 'actors', 'topics', 'event']);
  });

  it('zoom inside what the record covers, and never to nothing', () => {
    const verbs = ['closer', 'wider', 'earlier', 'later'] as const;
    let at: { from: string; to: string } = stretchOf(values());
    for (const verb of [
      ...verbs,
      ...verbs.toReversed(),
      'closer',
      'closer',
      'later',
      'closer',
      'later',
    ] as const) {
      at = zoomed(at, verb);
      expect(at.from >= firstMonth && at.to <= lastMonth && at.from <= at.to, verb).toBe(true);
    }
    expect(zoomed({ from: '2025-01', to: '2025-12' }, 'closer')).toEqual({ from: '2025-04', to: '2025-09' });
    expect(zoomed({ from: '2025-01', to: '2025-12' }, 'later')).toEqual({ from: '2025-07', to: '2026-06' });
    expect(zoomed({ from: '2025-01', to: '2025-01' }, 'closer')).toEqual({ from: '2025-01', to: '2025-01' });
  });
});
