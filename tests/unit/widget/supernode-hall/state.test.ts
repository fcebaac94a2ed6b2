import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levels } from '../../../../src/model/hardware/machine.ts';
import { printPartPath, readPartPath, type PartPath } from '../../../../src/model/hardware/partPath.ts';
import { printParameters, queryText, readParameters } from '../../../../src/widget/parameter.ts';
import { parameters, systemIds } from '../../../../src/widget/supernode-hall/params.ts';
import { hallState, type HallState } from '../../../../src/widget/supernode-hall/state.ts';
import { container, fits } from '../../../../src/widget/supernode-hall/travel.ts';
import { anyPath, anyValues, data, defaults } from './hall.ts';

const start = (changed: Partial<typeof defaults> = {}) => hallState(data, { ...defaults, ...changed }).state;
const part = (state: HallState) => state.values.value.part;
const read = (state: HallState, text: string): PartPath => readPartPath(state.standing.value.machine, text);

/** What holds in every state. */
function sound(state: HallState): void {
  const { machine } = state.standing.value;
  const { stand, values } = state;
  expect(readPartPath(machine, values.value.part)).toEqual(stand.value.path);
  expect(fits(machine, stand.value)).toBe(true);
  expect(machine.system).toBe(values.value.system);
  expect(state.props.value.part).toEqual(stand.value.path);
}

describe('the state of the hall', () => {
  test('is sound from any parameters, and says when a part was left out', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { state, allowed } = hallState(data, values);
        sound(state);
        let readable = true;
        try {
          read(state, values.part);
        } catch {
          readable = false;
        }
        expect(allowed === null).toBe(readable);
      }),
    );
  });

  test('stays sound under any verbs in any order, and a verb says whether it changed something', () => {
    const verb = fc.oneof(
      fc.record({ verb: fc.constantFrom('goIn', 'comeOut', 'letGo') }),
      fc.record({ verb: fc.constant('setLevel'), level: fc.constantFrom(...levels) }),
      fc.record({
        verb: fc.constant('setSystem'),
        system: fc.constantFrom(...systemIds),
        chips: fc.integer({ min: 72, max: 15_488 }),
      }),
      fc.record({ verb: fc.constant('select'), seed: fc.nat() }),
      fc.record({ verb: fc.constant('set'), xray: fc.boolean() }),
    );
    fc.assert(
      fc.property(anyValues, fc.array(verb, { maxLength: 20 }), (values, verbs) => {
        const { state } = hallState(data, values);
        for (const one of verbs) {
          const before = state.values.value;
          let changed: boolean;
          if (one.verb === 'select' && 'seed' in one) {
            const [path] = fc.sample(anyPath(state.standing.value.machine), { numRuns: 1, seed: one.seed });
            changed = state.select(path!);
          } else if (one.verb === 'setLevel' && 'level' in one) changed = state.setLevel(one.level);
          else if (one.verb === 'setSystem' && 'system' in one)
            changed = state.setSystem(one.system, one.chips);
          else if (one.verb === 'set' && 'xray' in one) changed = state.set({ xray: one.xray });
          else changed = state[one.verb as 'goIn' | 'comeOut' | 'letGo']();
          sound(state);
          expect(changed).toBe(JSON.stringify(before) !== JSON.stringify(state.values.value));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('goes to an address and back unchanged', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { values: fitted } = hallState(data, values).state;
        const address = queryText(printParameters(parameters, fitted.value, 'supernode-hall.'));
        const { values: again, problems } = readParameters(
          parameters,
          new URLSearchParams(address),
          'supernode-hall.',
        );
        expect(problems).toEqual([]);
        expect(hallState(data, again)).toMatchObject({
          allowed: null,
          state: { values: { value: fitted.value } },
        });
      }),
    );
  });

  test('picks with one Enter, goes in with the next, and comes out step by step', () => {
    const state = start();
    const cabinet = read(state, 'compute-cabinet.3');
    state.select(cabinet);
    expect(state.values.value).toMatchObject({ level: 'hall', part: 'compute-cabinet.3' });
    state.select(cabinet);
    expect(state.values.value).toMatchObject({ level: 'cabinet', part: 'compute-cabinet.3' });
    const board = read(state, 'compute-cabinet.3/compute-board.2');
    state.select(board);
    state.select(board);
    expect(state.values.value.level).toBe('board');
    const npu = [...board, { classId: 'npu', ordinal: 5 }];
    state.select(npu);
    state.select(npu);
    expect(state.values.value).toMatchObject({
      level: 'package',
      part: 'compute-cabinet.3/compute-board.2/npu.5',
    });

    const way: string[] = [];
    while (state.comeOut()) way.push(`${state.values.value.level} ${part(state)}`);
    expect(way).toEqual([
      'board compute-cabinet.3/compute-board.2/npu.5',
      'board compute-cabinet.3/compute-board.2',
      'cabinet compute-cabinet.3/compute-board.2',
      'cabinet compute-cabinet.3',
      'row compute-cabinet.3',
      'row ',
      'hall ',
    ]);
  });

  test('comes out to the hall from anywhere, one change at a time', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { state } = hallState(data, values);
        let steps = 0;
        while (state.comeOut()) expect(++steps).toBeLessThanOrEqual(10);
        expect(state.values.value).toMatchObject({ level: 'hall', part: '' });
      }),
    );
  });

  test('sees a part that lies deeper from the nearest level, and one further out from outside', () => {
    const state = start();
    state.select(read(state, 'compute-cabinet.3/compute-board.2/npu.5'));
    expect(state.values.value.level).toBe('board');
    state.select(read(state, 'compute-cabinet.9'));
    expect(state.values.value.level).toBe('cabinet');
    state.select(read(state, 'interconnect-cabinet'));
    expect(state.values.value.level).toBe('row');
  });

  test('gives a level what it needs: a board to a level of boards, in a cabinet that has some', () => {
    const state = start({ part: 'interconnect-cabinet.2' });
    state.setLevel('board');
    expect(part(state)).toMatch(/^compute-cabinet\.\d+\/compute-board\.1$/);
    const kept = start({ part: 'compute-cabinet.11', level: 'cabinet' });
    kept.setLevel('package');
    expect(part(kept)).toBe('compute-cabinet.11/compute-board.1/npu.1');
    kept.setLevel('hall');
    expect(part(kept)).toBe('compute-cabinet.11');
  });

  test('keeps what fits when the machine changes', () => {
    const state = start({ level: 'board', part: 'compute-cabinet.16/compute-board.8/npu.8' });
    state.setSystem('gb200-nvl72');
    expect(part(state)).toBe('rack.1/compute-tray.8/gpu.4');
    state.setSystem('atlas-950-superpod-8192');
    expect(state.values.value).toMatchObject({
      level: 'board',
      part: 'compute-cabinet.1/compute-board.8/npu.4',
    });
  });

  test('lets go of a part without leaving what is open', () => {
    const state = start({ level: 'cabinet', part: 'compute-cabinet.3/manifold.1' });
    state.letGo();
    expect(state.values.value).toMatchObject({ level: 'cabinet', part: 'compute-cabinet.3' });
    expect(container(state.stand.value)).toEqual(state.stand.value.path);
  });

  test('names the parts that are allowed where an address asks for another', () => {
    const wrong = (values: Partial<typeof defaults>) => hallState(data, { ...defaults, ...values }).allowed;
    expect(wrong({ part: 'compute-cabinet.17' })).toBe('compute-cabinet.1…16');
    expect(wrong({ part: 'npu.3' })).toBe('compute-cabinet.1…16/compute-board.1…8/npu.1…8');
    expect(wrong({ part: 'sofa' })).toBe('compute-cabinet.1…16, interconnect-cabinet.1…4');
    expect(wrong({ part: 'compute-cabinet.16' })).toBeNull();
  });
});

describe('parameters', () => {
  test.each([
    ['level', 'basement', 'hall, row, cabinet, board, package'],
    ['system', 'xyz', systemIds.join(', ')],
    ['asof', 'tomorrow', 'YYYY-MM-DD, latest'],
    ['chips', '71', '72 … 15488'],
    ['view', 'below', 'axonometric, front, top, side, walk'],
    ['xray', 'yes', 'on, off'],
    ['part', 'a b', parameters.part.allowed],
    ['part', 'cabinet.0', parameters.part.allowed],
  ])('%s=%s keeps the default and says what is allowed', (parameter, value, allowed) => {
    const { values, problems } = readParameters(parameters, new URLSearchParams({ [parameter]: value }));
    expect(problems).toEqual([{ parameter, value, allowed }]);
    expect(values).toEqual(defaults);
  });
});

describe('racks by the number of chips', () => {
  test('are as many as it takes to hold them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 72, max: 15_488 }), (chips) => {
        const { machine } = start({ system: 'gb200-nvl72', chips }).standing.value;
        const racks = machine.classes.find(({ id }) => id === 'rack')!.total;
        const gpus = machine.classes.find(({ id }) => id === 'gpu')!.total;
        expect(gpus).toBe(racks * 72);
        expect(gpus).toBeGreaterThanOrEqual(chips);
        expect(gpus - 72).toBeLessThan(chips);
      }),
    );
  });

  test('leave other machines as they are', () => {
    const { machine } = start({ chips: 15_488 }).standing.value;
    expect(printPartPath([{ classId: 'compute-cabinet', ordinal: 16 }])).toBe('compute-cabinet.16');
    expect(machine.classes.find(({ id }) => id === 'npu')!.total).toBe(1024);
  });
});
