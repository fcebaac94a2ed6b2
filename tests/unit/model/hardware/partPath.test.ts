import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printPartPath, readPartPath } from '../../../../src/model/hardware/partPath.ts';
import { anyPath, systems } from '../../widget/supernode-hall/hall.ts';

const [, { machine }] = systems.find(([id]) => id === 'atlas-950-superpod-1024')!;

test('any path of any machine reads back as it was printed', () => {
  const any = fc
    .constantFrom(...systems)
    .chain(([, standing]) => anyPath(standing.machine).map((path) => ({ ...standing, path })));
  fc.assert(
    fc.property(any, ({ machine: of, path }) => {
      expect(readPartPath(of, printPartPath(path))).toEqual(path);
    }),
    { numRuns: 500 },
  );
});

test('nothing names the whole machine', () => {
  expect(readPartPath(machine, '')).toEqual([]);
  expect(printPartPath([])).toBe('');
});

test('a last step without a number names all of its class', () => {
  expect(readPartPath(machine, 'compute-cabinet.3/compute-board')).toEqual([
    { classId: 'compute-cabinet', ordinal: 3 },
    { classId: 'compute-board', ordinal: null },
  ]);
});

describe('what is wrong is named, with its value and what is allowed', () => {
  test.each([
    ['compute-cabinet.17', 'part "compute-cabinet.17" is out of range; allowed are 1 to 16'],
    ['compute-cabinet.1/compute-board.9', 'part "compute-board.9" is out of range; allowed are 1 to 8'],
    ['compute-cabinet/compute-board.1', 'part "compute-cabinet" needs a number from 1 to 16'],
    ['npu.1', 'part "npu.1" must be reached by compute-cabinet/compute-board/npu'],
    ['interconnect-cabinet.1/compute-board.1', 'must be reached by compute-cabinet/compute-board'],
    ['sofa.1', 'part class "sofa" is not in atlas-950-superpod-1024; it has compute-cabinet'],
    ['Compute Cabinet', 'part "Compute Cabinet" is not of the form class.number'],
    ['compute-cabinet.1/', 'part "" is not of the form class.number'],
    ['compute-cabinet.0', 'is not of the form class.number'],
    ['compute-cabinet.1.5', 'is not of the form class.number'],
    ['compute-cabinet.1000000', 'is not of the form class.number'],
  ])('%s', (text, message) => {
    expect(() => readPartPath(machine, text)).toThrow(RangeError);
    expect(() => readPartPath(machine, text)).toThrow(message);
  });

  test('or read, whatever the text', () => {
    const word = fc.constantFrom('compute-cabinet', 'npu', '.1', '/', '..', '-', '9', ' ', '%2f', '<', 'é');
    fc.assert(
      fc.property(
        fc.array(word).map((words) => words.join('')),
        (text) => {
          try {
            expect(printPartPath(readPartPath(machine, text))).toBe(text);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        },
      ),
    );
  });
});
