import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholdMap, type MapProps } from '../../../../src/figure/threshold-map/drawing.ts';
import { linesOf } from '../../../../src/figure/threshold-map/lines.ts';
import { longest, placeLabel } from '../../../../src/figure/threshold-map/place.ts';
import { meets, overlap } from '../../../../src/figure/label/textPlacement.ts';
import { markSvg, type MapMark } from '../../../../src/figure/threshold-map/mark.ts';
import { mapPlane, mapRange, widthOf } from '../../../../src/figure/threshold-map/scale.ts';

const frame = { width: 1120, height: 630 };
const exactly = (value: number) => ({ low: value, high: value });
const mark = (id: string, tpp: number, density: number | null, more: Partial<MapMark> = {}): MapMark => ({
  id,
  name: id,
  form: 'listed',
  square: false,
  later: false,
  tpp: exactly(tpp),
  density: density === null ? null : exactly(density),
  notes: [],
  ...more,
});
const draw = (props: Partial<MapProps>) =>
  thresholdMap(
    {
      regions: [],
      marks: [],
      gauge: null,
      window: null,
      bands: [],
      knot: null,
      ghost: null,
      own: { tpp: 2000, density: 10, title: 'yours', verdict: 'off' },
      words: {
        x: 'TPP',
        y: 'density',
        lane: 'not published',
        laneShort: 'not',
        free: 'off the list',
        day: 'today',
      },
      ...props,
    },
    frame,
  );
const region = {
  paragraph: '3A090.a',
  detail: 'denial',
  parts: [{ tpp: { low: 4800, high: Infinity }, density: { low: 0, high: Infinity } }],
  tone: 'strict' as const,
};

describe('the plane', () => {
  it('turns pixels back into TPP and density, larger to the right and upwards', () => {
    const { x, y } = mapPlane(frame);
    fc.assert(
      fc.property(
        fc.double({ min: mapRange.tpp.low, max: mapRange.tpp.high, noNaN: true }),
        fc.double({ min: mapRange.density.low, max: mapRange.density.high, noNaN: true }),
        (tpp, density) => {
          expect(x.invert(x(tpp)) / tpp).toBeCloseTo(1, 9);
          expect(y.invert(y(density)) / density).toBeCloseTo(1, 9);
        },
      ),
    );
    expect(x(4800)).toBeGreaterThan(x(1600));
    expect(y(5.92)).toBeLessThan(y(1.6));
  });

  it('draws a line of the law where the region begins and none where it is open', () => {
    const svg = draw({ regions: [region] });
    const { x, top, lane } = mapPlane(frame);
    const left = Math.round(x(4800) * 10) / 10;
    expect(svg).toContain(`stroke-width="3.4" d="M${left} ${top}V${lane}"`);
    expect(svg).toContain('>4,800<');
    expect(svg).toContain('>3A090.a<');
    expect(draw({})).not.toContain('map-strict');
  });

  it('gives chips at one point that look alike one mark, and others a mark each beside it', () => {
    const circles = (svg: string) => svg.split('class="dimension-end halo"').length - 1;
    const alike = draw({ marks: [mark('a', 5000, 6), mark('b', 5000, 6)] });
    expect(circles(alike)).toBe(1);
    const apart = draw({ marks: [mark('a', 5000, 6), mark('b', 5000, 6, { form: 'outside' })] });
    expect(circles(apart)).toBe(1);
    expect(apart).toContain('data-row="b"');
  });

  it('puts a chip without a density into the lane, at its TPP', () => {
    const { x, bottom, lane } = mapPlane(frame);
    const svg = draw({ marks: [mark('lone', 12_000, null)] });
    const [, at, height] = /<path class="dimension-end halo" d="M([\d.]+) ([\d.]+)a/.exec(svg)!;
    expect(Number(at) + 4.5).toBeCloseTo(x(12_000), 0);
    expect(Number(height)).toBeGreaterThan(bottom);
    expect(Number(height)).toBeLessThan(lane);
  });

  it('escapes words', () => {
    expect(draw({ marks: [mark('a', 5000, 6, { name: '<b>&' })] })).toContain('&lt;b&gt;&amp;');
  });
});

describe('the knot', () => {
  const chip = (id: string, share: number) => ({ id, name: id, share, text: `${id} under its line`, short: `${id} under`, form: 'outside', square: false, later: false }) as const; // prettier-ignore
  const knot = { title: 'The knot', detail: 'by share', chips: [chip('near', 0.01), chip('far', 0.04)] };

  it('measures every chip from one line, by the share that it lacks', () => {
    const svg = draw({ knot, own: null });
    const gaps = [...svg.matchAll(/class="dimension" d="M([\d.]+) [\d.]+H([\d.]+)M/g)].map(([, from, to]) => ({ gap: Number(to) - Number(from) + 5, to })); // prettier-ignore
    expect(gaps).toHaveLength(2);
    expect(gaps[0]!.to).toBe(gaps[1]!.to);
    expect(gaps[1]!.gap / gaps[0]!.gap).toBeCloseTo(4, 1);
    expect(svg).toContain('>near under its line<');
  });

  it('gives way to the ring of the own chip, and to nothing else', () => {
    const own = { tpp: 30_000, density: 2, title: 'yours', verdict: 'on' };
    expect(draw({ knot, own })).not.toContain('map-inset');
    expect(draw({ knot, own: { ...own, density: 30 } })).toContain('map-inset');
  });
});

describe('the form of a mark', () => {
  it('differs for every standing, without a colour', () => {
    const forms = ['listed', 'outside', 'open', 'letter'] as const;
    const all = forms.flatMap((form) =>
      [true, false].map((later) => markSvg(50, 50, { form, square: false, later })),
    );
    expect(new Set(all).size).toBe(8);
    for (const svg of all) expect(svg).not.toMatch(/copper|light"|fill="#/);
  });
});

describe('a place for a name', () => {
  const free = { x0: 0, y0: 0, x1: 400, y1: 400 };
  const box = fc
    .tuple(fc.integer({ min: 100, max: 290 }), fc.integer({ min: 100, max: 290 }))
    .filter(([x, y]) => Math.hypot(x - 200, y - 200) > 16)
    .map(([x, y]) => ({ x0: x - 6, x1: x + 6, y0: y - 6, y1: y + 6 }));

  it('touches no other mark with its words or its leader, stays inside and stays near', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 14 }), (boxes) => {
        const own = { x0: 194, x1: 206, y0: 194, y1: 206 };
        const label = placeLabel([200, 200], [70, 29], free, {
          boxes,
          trails: [],
          lines: [],
          mark: own,
          radius: 6,
        });
        if (!label) return expect(boxes.length).toBeGreaterThan(3);
        for (const other of [...boxes, own]) expect(overlap(label.box, other)).toBe(0);
        if (!label.leader) return;
        const [[x, y], end] = label.leader;
        const length = Math.hypot(end[0] - x, end[1] - y);
        expect(length).toBeLessThanOrEqual(longest + 1);
        const start = [x + ((end[0] - x) * 7) / length, y + ((end[1] - y) * 7) / length] as const;
        for (const other of boxes) expect(meets(start, end, other)).toBe(false);
      }),
    );
  });

  it('keeps the words of the own chip off names that its ring touches', () => {
    const own = { tpp: 5200, density: 6, title: 'yours', verdict: 'off' };
    const svg = draw({ own, marks: [mark('a name that runs under the ring', 5000, 6)] });
    const at = (text: string) => {
      const [, x, y] = new RegExp(`x="([\\d.]+)" y="([\\d.]+)"[^>]*>(?:<tspan[^>]*>)?${text}`).exec(svg)!;
      return { x0: Number(x), x1: Number(x) + widthOf(text), y0: Number(y) - 10, y1: Number(y) };
    };
    expect(overlap(at('yours'), at('a name that runs under the ring'))).toBe(0);
  });

  it('is none where there is no room', () => {
    const wall = { x0: 0, y0: 0, x1: 400, y1: 400 };
    const taken = { boxes: [wall], trails: [], lines: [], mark: wall, radius: 6 };
    expect(placeLabel([200, 200], [70, 29], free, taken)).toBeNull();
  });
});

describe('the lines of the rule before', () => {
  it('are dashed where no line of today runs, and left out where all do', () => {
    const ghost = { name: 'before: 2022', short: '2022', parts: region.parts };
    const { top, lane } = mapPlane(frame);
    expect(draw({ ghost })).toContain('>before: 2022<');
    expect(draw({ ghost })).toMatch(new RegExp(`stroke-dasharray="4 4" d="M[\\d.]+ ${top}L[\\d.]+ ${lane}"`));
    expect(draw({ ghost, regions: [region] })).not.toContain('before: 2022');
  });
});

describe('words cut into lines', () => {
  it('keep every word and stay within the width', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 30 }), (all) => {
        const lines = linesOf(all.join(' '), 90);
        expect(lines.join(' ')).toBe(all.join(' '));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(90);
      }),
    );
  });
});
