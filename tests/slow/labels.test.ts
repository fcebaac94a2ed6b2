import { expect, test } from 'vitest';
import { cases, sizes } from '../look/labelCases.ts';
import { labelFaults } from '../look/labelFaults.ts';

test.each(cases.map((one) => [`${one.figure} ${one.name}`, one] as const))(
  '%s: words stand on empty ground at every size',
  (_name, one) => {
    for (const frame of sizes)
      expect(labelFaults(one.at(frame)), `${frame.width} × ${frame.height}`).toEqual({
        over: 0, crossings: 0, clipped: 0, broken: 0, contrast: 0, missing: 0,
      }); // prettier-ignore
  },
);
