import fc from 'fast-check';
import { readCatalogue } from '../../../../src/data/read.ts';
import { readLayouts } from '../../../../src/data/readLayouts.ts';
import { readTopologies } from '../../../../src/data/readTopologies.ts';
import { strings } from '../../../../src/locale/translations.ts';
import { levels, type Machine } from '../../../../src/model/hardware/machine.ts';
import type { PartPath, PartStep } from '../../../../src/model/hardware/partPath.ts';
import { viewNames } from '../../../../src/placement/hall/hallProps.ts';
import { standingMachine } from '../../../../src/widget/supernode-hall/machines.ts';
import { parameters, systemIds, type HallValues } from '../../../../src/widget/supernode-hall/params.ts';
import { selectHall } from '../../../../src/widget/supernode-hall/select.ts';
import { wordsFrom } from '../../../../src/widget/supernode-hall/words.ts';

/** The slice of the real record, and the real words. */
export const data = selectHall(readCatalogue(), readLayouts(), readTopologies());
export const words = wordsFrom(
  Object.fromEntries(
    [...strings('en')].map(([key, text]) => [
      /^(status|access)\./.test(key) ? `supernode-hall.${key}` : key,
      text,
    ]),
  ),
  'en',
);

export const defaults = Object.fromEntries(
  Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
) as unknown as HallValues;

export const systems = systemIds.map((id) => [id, standingMachine(data, id, 72)] as const);

/** Any part or class of a machine. */
export function anyPath(machine: Machine): fc.Arbitrary<PartPath> {
  return fc.constantFrom(...machine.classes).chain((last) => {
    const chain = [last];
    for (let parent = last.parent; parent !== null; parent = chain[0]!.parent) {
      chain.unshift(machine.classes.find(({ id }) => id === parent)!);
    }
    const steps = chain.map(({ id, perParent }, depth): fc.Arbitrary<PartStep> => {
      const ordinal = fc.integer({ min: 1, max: perParent.value });
      const named = depth === chain.length - 1 ? fc.oneof(ordinal, fc.constant(null)) : ordinal;
      return named.map((value) => ({ classId: id, ordinal: value }));
    });
    return fc.tuple(...steps);
  });
}

/** Any state, its part as it may come from an address: of another machine, or of none. */
export const anyValues: fc.Arbitrary<HallValues> = fc
  .record({ from: fc.constantFrom(...systems), system: fc.constantFrom(...systemIds) })
  .chain(({ from: [, { machine }], system }) =>
    fc.record({
      system: fc.constant(system),
      level: fc.constantFrom(...levels),
      part: fc.oneof(
        fc.constant(''),
        anyPath(machine).map((path) =>
          path.map(({ classId, ordinal }) => classId + (ordinal ? `.${ordinal}` : '')).join('/'),
        ),
        fc.constantFrom('nothing', 'npu.1', 'compute-cabinet.99999', 'compute-cabinet/npu'),
      ),
      xray: fc.boolean(),
      explode: fc.boolean(),
      cabling: fc.boolean(),
      view: fc.constantFrom(...viewNames),
      chips: fc.integer({ min: 72, max: 15_488 }),
      asof: fc.constantFrom('latest', '2025-09-18', '2020-01-01'),
    }),
  );
