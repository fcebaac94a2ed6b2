import fc from 'fast-check';
import { expect, test } from 'vitest';
import { twinaxLoss, wireDiameter } from '../../../../src/model/channel/twinax.ts';

const cable = (gauge: number) => twinaxLoss({ gauge, delay: 4.6e-9, lossTangent: 3e-4 });

test.each([
  [26, 0.405e-3],
  [30, 0.255e-3],
  [36, 0.127e-3],
])('a wire of %i AWG is as thick as the standard has it', (gauge, metres) => {
  expect(wireDiameter(gauge)).toBeCloseTo(metres, 6);
});

test('the loss is that of the formula worked by hand at one frequency', () => {
  // 26.56 GHz, 30 AWG: skin depth 0.4055 µm, 42.5 mΩ a square; 53.1 Ω/m in the wire, 16.8 Ω/m in the shield; 0.699 Np/m.
  expect(cable(30)(26.56e9)).toBeCloseTo(7.08, 1);
});

test('without insulation loss, twice the frequency loses √2 times as much', () => {
  const copper = twinaxLoss({ gauge: 28, delay: 4.6e-9, lossTangent: 1e-12 });
  expect(copper(20e9) / copper(10e9)).toBeCloseTo(Math.SQRT2, 6);
});

test('loses more at a higher frequency and in a thinner wire, at any frequency and gauge', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e8, max: 2e11, noNaN: true }),
      fc.integer({ min: 20, max: 39 }),
      (f, gauge) => {
        expect(cable(gauge)(f)).toBeGreaterThan(0);
        expect(cable(gauge)(f * 1.1)).toBeGreaterThan(cable(gauge)(f));
        expect(cable(gauge + 1)(f)).toBeGreaterThan(cable(gauge)(f));
      },
    ),
  );
});

test.each([
  [() => wireDiameter(-1), /gauge is -1.*0 to 40/],
  [() => wireDiameter(NaN), /gauge is NaN/],
  [() => twinaxLoss({ gauge: 26, delay: 0, lossTangent: 3e-4 }), /delay is 0/],
  [() => twinaxLoss({ gauge: 26, delay: 4.6e-9, lossTangent: Infinity }), /lossTangent is Infinity/],
  [() => cable(26)(0), /frequency is 0 Hz/],
])('says what it cannot use', (act, message) => {
  expect(act).toThrow(message);
});
