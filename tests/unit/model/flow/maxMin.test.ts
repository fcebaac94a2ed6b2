import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishTimes, finishTimesInSteps } from '../../../../src/model/flow/finishTimes.ts';
import { packFlows } from '../../../../src/model/flow/flowSet.ts';
import { maxMinRates } from '../../../../src/model/flow/maxMin.ts';

interface Case {
  readonly link_bw: number[];
  readonly src: number[];
  readonly dst: number[];
  readonly bytes: number[];
  readonly route: number[][];
  readonly finish_s: number[];
}

const folder = 'tests/fixtures/reference/maxmin';
const cases = readdirSync(folder).map(
  (file) => [file, JSON.parse(gunzipSync(readFileSync(`${folder}/${file}`)).toString()) as Case] as const,
);

/** Links of random bandwidth and flows over random sets of them, split over two links where weights are wanted. */
const anyFlows = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 }))
  .chain(([links, flows]) =>
    fc.record({
      capacity: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: links, maxLength: links }),
      routes: fc.array(
        fc.uniqueArray(fc.integer({ min: 0, max: links - 1 }), { minLength: 1, maxLength: 4 }),
        { minLength: flows, maxLength: flows },
      ),
      bytes: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: flows, maxLength: flows }),
    }),
  );

/** Textbook progressive filling: the tightest link closes all its flows, then again. */
function progressiveFilling(capacity: readonly number[], routes: readonly (readonly number[])[]): number[] {
  const rate = routes.map(() => -1);
  for (;;) {
    let tight = -1;
    let least = Infinity;
    capacity.forEach((whole, link) => {
      const on = routes.map((route, f) => (route.includes(link) ? f : -1)).filter((f) => f >= 0);
      const open = on.filter((f) => rate[f]! < 0).length;
      const taken = on.reduce((sum, f) => sum + Math.max(0, rate[f]!), 0);
      if (open > 0 && (whole - taken) / open < least - 1e-12) [tight, least] = [link, (whole - taken) / open];
    });
    if (tight < 0) return rate;
    routes.forEach((route, f) => {
      if (rate[f]! < 0 && route.includes(tight)) rate[f] = least;
    });
  }
}

describe('max-min fair rates', () => {
  it('are those of progressive filling', () => {
    fc.assert(
      fc.property(anyFlows, ({ capacity, routes, bytes }) => {
        const rate = new Float64Array(routes.length);
        maxMinRates(packFlows(capacity, routes, bytes), routes.length, rate);
        progressiveFilling(capacity, routes).forEach((right, f) => {
          expect(Math.abs(rate[f]! / right - 1)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('count a flow that is split by its shares of each link', () => {
    // Flow 0 takes half of each of two links, flow 1 all of the first.
    const incidence = {
      capacity: Float64Array.of(9, 100),
      offset: Uint32Array.of(0, 2, 3),
      route: Uint32Array.of(0, 1, 0),
      weight: Float64Array.of(0.5, 0.5, 1),
    };
    const rate = new Float64Array(2);
    const bottleneck = new Int32Array(2);
    maxMinRates(incidence, 2, rate, undefined, bottleneck);
    expect([...rate]).toEqual([6, 6]);
    expect([...bottleneck]).toEqual([0, 0]);
  });
});

describe('finish times', () => {
  it.each(cases)('of %s are those of SimGrid', (_, { link_bw, route, bytes, finish_s }) => {
    const finish = finishTimes(packFlows(link_bw, route, bytes));
    expect(finish).toHaveLength(finish_s.length);
    finish.forEach((time, f) => {
      expect(Math.abs(time / finish_s[f]! - 1)).toBeLessThan(1e-6);
    });
  });

  it('follow from sharing everything anew at every event', () => {
    fc.assert(
      fc.property(anyFlows, ({ capacity, routes, bytes }) => {
        const left = [...bytes];
        const right = bytes.map(() => 0);
        for (let now = 0, open = routes.map((_, f) => f); open.length > 0;) {
          const rate = progressiveFilling(
            capacity,
            open.map((f) => routes[f]!),
          );
          const step = Math.min(...open.map((f, i) => left[f]! / rate[i]!));
          now += step;
          open.forEach((f, i) => {
            left[f]! -= rate[i]! * step;
            right[f] = now;
          });
          open = open.filter((f) => left[f]! > 1e-9 * bytes[f]!);
        }
        finishTimes(packFlows(capacity, routes, bytes)).forEach((time, f) => {
          expect(Math.abs(time / right[f]! - 1)).toBeLessThan(1e-6);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('move with bytes and bandwidth and are never below the most loaded link', () => {
    fc.assert(
      fc.property(anyFlows, fc.integer({ min: 2, max: 9 }), ({ capacity, routes, bytes }, k) => {
        const set = packFlows(capacity, routes, bytes);
        const finish = finishTimes(set);
        const faster = finishTimes(
          packFlows(
            capacity.map((each) => k * each),
            routes,
            bytes,
          ),
        );
        finish.forEach((time, f) => {
          expect(Number.isFinite(time) && time > 0).toBe(true);
          expect(Math.abs((k * faster[f]!) / time - 1)).toBeLessThan(1e-9);
        });
        const load = capacity.map(
          (each, link) =>
            routes.reduce((sum, route, f) => sum + (route.includes(link) ? bytes[f]! : 0), 0) / each,
        );
        expect(Math.max(...finish)).toBeGreaterThanOrEqual(Math.max(...load) * (1 - 1e-9));
      }),
      { numRuns: 200 },
    );
  });

  it('let a message begin its next hop when the one before has arrived', () => {
    const flows = {
      ...packFlows([10, 5], [[0], [1]], [20, 20]),
      next: Int32Array.of(1, -1),
      lag: Float64Array.of(0.5, 0),
    };
    expect([...finishTimes(flows)]).toEqual([2, 6.5]);
  });

  it('are at once for what has no bytes or no way to go', () => {
    expect([...finishTimes(packFlows([10], [[], [0], [0]], [5, 0, 20]))]).toEqual([0, 0, 2]);
    expect([...finishTimes(packFlows([], [], []))]).toEqual([]);
  });

  it('can be watched on the way', () => {
    const flows = 600;
    const routes = Array.from({ length: flows }, () => [0]);
    const run = finishTimesInSteps(
      packFlows(
        [1],
        routes,
        routes.map((_, f) => f + 1),
      ),
    );
    const seen: number[] = [];
    for (let step = run.next(); ; step = run.next()) {
      if (step.done) break;
      expect(step.value.total).toBe(flows);
      seen.push(step.value.done);
    }
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it.each([
    [[0], [[0]], [1], /bandwidth of link 0 is 0/],
    [[NaN], [[0]], [1], /bandwidth of link 0 is NaN/],
    [[1], [[1]], [1], /link 0 of flow 0 is 1: allowed are whole numbers from 0 to 0/],
    [[1], [[0.5]], [1], /link 0 of flow 0 is 0.5/],
    [[1], [[0]], [-1], /bytes of flow 0 is -1/],
    [[1], [[0]], [Infinity], /bytes of flow 0 is Infinity/],
    [[1], [[0]], [], /number of sizes is 0: allowed is 1/],
    [[1, 1], [[0, 1, 0]], [1], /route of flow 0 crosses link 0 twice/],
  ])('refuse links %j, routes %j, bytes %j', (capacity, routes, bytes, message) => {
    expect(() => packFlows(capacity, routes, bytes)).toThrow(message);
  });
});
