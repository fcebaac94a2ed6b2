import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strings, translate } from '../../../../src/locale/translations.ts';
import { stops } from '../../../../src/placement/flight/stops.ts';
import { printParameters, readParameters } from '../../../../src/widget/parameter.ts';
import { parameters } from '../../../../src/widget/powers-of-ten/params.ts';
import { ratioText, scaleBarOf } from '../../../../src/widget/powers-of-ten/scale.ts';
import { scrolledPast } from '../../../../src/widget/powers-of-ten/scroll.ts';
import { ethernet, stopFigures, stopSources } from '../../../../src/widget/powers-of-ten/select.ts';
import { labelWords, stopWords, type Say } from '../../../../src/widget/powers-of-ten/text.ts';
import { catalogue, record } from '../../placement/recordedFlight.ts';

const t = translate('en');
const say: Say = (key, values = {}) => {
  const text = strings('en').get(`powers-of-ten.${key}`) ?? '';
  return t(
    `powers-of-ten.${key}`,
    Object.fromEntries(Object.entries(values).filter(([name]) => text.includes(`{${name}}`))),
  );
};
const words = stopWords(record, say);

test('the address keeps the stop', () => {
  fc.assert(
    fc.property(fc.constantFrom(...stops), fc.constantFrom('', 'powers-of-ten.'), (stage, prefix) => {
      const query = printParameters(parameters, { stage, asof: 'latest' }, prefix);
      expect(readParameters(parameters, query, prefix)).toEqual({
        values: { stage, asof: 'latest' },
        problems: [],
      });
    }),
  );
  expect(readParameters(parameters, new URLSearchParams('stage=moon')).problems).toHaveLength(1);
});

describe('what each stop says', () => {
  test('counts are those of the record', () => {
    expect(words.map(({ chips }) => chips)).toEqual(['1', '8', '64', '1,024', '8,192', '524,288', '1']);
  });

  test('listed is told from announced, and worked out from stated', () => {
    const by = Object.fromEntries(words.map((stop) => [stop.id, stop]));
    expect(by['pod']!.status).toBe('listed');
    expect(by['hall']!.status).toBe('announced');
    expect(by['hall']!.reachStatus).toBe('derived');
    expect(by['hall']!.reach).toContain('1.99\u00a0TB/s');
    expect(by['pod']!.reach).toContain('1.68\u00a0TB/s');
    expect(by['cluster']!.reach).toContain('200\u00a0GB/s');
    expect(by['cluster']!.more).toContain('256,000');
    expect(by['package']!.note).toContain('sketched');
  });

  test('copper ends at the cabinet; light begins at the pod', () => {
    expect(words.map(({ medium }) => medium)).toEqual([
      'copper', 'copper', 'copper', 'light', 'light', 'light', 'copper',
    ]); // prettier-ignore
  });

  test('one sentence each, with every place filled and a source behind it', () => {
    for (const { id, sentence, more, title, note } of words) {
      expect(sentence).toMatch(/^[A-Z][^.]*\.$/);
      expect([sentence, more, title, note].join('')).not.toMatch(/[{}]|undefined|NaN/);
      expect(stopSources(catalogue, record, id).length).toBeGreaterThan(0);
      expect(stopFigures[id].length).toBeGreaterThan(0);
    }
  });

  test('every label of the drawings has words', () => {
    const labels = labelWords(record, say, (id) => t(`supernode-hall.part.${id}.one`));
    for (const [title] of [...Object.values(labels.parts), ...Object.values(labels.links)])
      expect(title).not.toBe('');
  });
});

test('rates of Ethernet ports count both directions, and other words are refused', () => {
  const shown = { value: '2 x 400 Gb/s' } as never;
  expect(ethernet({ key: 'a.b', shown })).toBe(200e9);
  expect(() => ethernet({ key: 'a.b', shown: { value: 'fast' } as never })).toThrow(/a\.b.*fast/);
});

describe('scrolling', () => {
  const tops = [100, 1100, 2100, 3100];
  test('counts the sections that have passed the line', () => {
    const at = (moved: number) =>
      scrolledPast({ line: 48, tops: tops.map((top) => top - moved), end: 4100 - moved });
    expect(at(0)).toBe(0);
    expect(at(52)).toBe(0);
    expect(at(552)).toBeCloseTo(0.5);
    expect(at(1052)).toBe(1);
    expect(at(9000)).toBe(3);
  });
});

test('the scale is said as a ratio either way, and as a bar of 1, 2 or 5', () => {
  expect(ratioText(0.0254 / 96)).toBe('1 : 1');
  expect(ratioText((0.0254 / 96) * 420)).toBe('1 : 420');
  expect(ratioText(0.0254 / 96 / 2)).toBe('2 : 1');
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (metres) => {
      const { share } = scaleBarOf(metres);
      expect(share).toBeGreaterThan(0.39);
      expect(share).toBeLessThanOrEqual(1 + 1e-6);
    }),
  );
  expect(scaleBarOf(0.03).text).toBe('20\u00a0mm');
  expect(scaleBarOf(1300).text).toBe('1\u00a0km');
});
