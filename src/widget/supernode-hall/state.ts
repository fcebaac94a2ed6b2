import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { printPartPath, type PartPath } from '../../model/hardware/partPath.ts';
import type { Level, Machine } from '../../model/hardware/machine.ts';
import type { HallProps } from '../../placement/hall/hallProps.ts';
import type { HallData, HallSystem } from './hallData.ts';
import { standingMachine, type StandingMachine } from './machines.ts';
import type { HallValues } from './params.ts';
import { carried, comeOut, container, fitted, goIn, pick, standAt, type Stand } from './travel.ts';
import { keysAbove } from './tree.ts';

/** The widget's state and the verbs that change it. A verb returns whether anything changed. */
export interface HallState {
  /** Valid at all times: the part stands in the machine and can be picked at the level. */
  readonly values: ReadonlySignal<HallValues>;
  readonly system: ReadonlySignal<HallSystem>;
  readonly standing: ReadonlySignal<StandingMachine>;
  readonly stand: ReadonlySignal<Stand>;
  readonly props: ReadonlySignal<HallProps>;
  /** Keys of the lines of the tree that stand open. */
  readonly opened: ReadonlySignal<ReadonlySet<string>>;
  /** Takes a whole state from outside; returns what is allowed where its part is not, or null. */
  take(values: HallValues): string | null;
  /** Picks a part; picking it again goes into it. The empty path is the machine as a whole. */
  select(path: PartPath): boolean;
  /** Lets go of the part picked and stays where one is. */
  letGo(): boolean;
  goIn(): boolean;
  comeOut(): boolean;
  setLevel(level: Level): boolean;
  /** Another machine at the same level; keeps of the part what fits. */
  setSystem(system: HallValues['system'], chips?: number): boolean;
  /** Anything that does not move the reader: view, X-ray, exploded, cables, date. */
  set(values: Partial<Omit<HallValues, 'system' | 'level' | 'part' | 'chips'>>): boolean;
  toggle(key: string): void;
}

/** Makes the state from parameters as they were read; a part that does not fit is left out (`take` says why). */
export function hallState(data: HallData, first: HallValues): { state: HallState; allowed: string | null } {
  const values: Signal<HallValues> = signal(first);
  const system = computed(() => data.systems[values.value.system]!);
  const machineId = computed(() => `${values.value.system} ${values.value.chips} ${values.value.asof}`);
  const standing = computed(() => {
    void machineId.value;
    const { system: id, chips, asof } = values.peek();
    return standingMachine(data, id, chips, asof);
  });
  const stand = computed(() => standAt(standing.value, values.value.level, values.value.part).stand);
  const props = computed((): HallProps => {
    const { xray, explode, cabling, view } = values.value;
    const { level, path } = stand.value;
    return { ...standing.value, level, part: path, xray, explode, cabling, view };
  });
  const opened = signal<ReadonlySet<string>>(new Set());

  const put = (next: HallValues): boolean => {
    const before = values.peek();
    const keys = Object.keys(next) as (keyof HallValues)[];
    if (keys.every((key) => next[key] === before[key])) return false;
    batch(() => {
      values.value = next;
      const kept = before.system === next.system ? opened.peek() : [];
      opened.value = new Set([...kept, ...linesAbove(standing.value.machine, stand.value)]);
    });
    return true;
  };
  const move = ({ level, path }: Stand) => put({ ...values.peek(), level, part: printPartPath(path) });

  const state: HallState = {
    values,
    system,
    standing,
    stand,
    props,
    opened,
    take(next) {
      const there = standingMachine(data, next.system, next.chips, next.asof);
      const before = values.peek();
      const stays = next.system === before.system && next.chips === before.chips;
      if (!stays && next.part === before.part) {
        // Only the machine was asked for: the part picked goes with it as far as it can.
        const kept = carried(standing.peek().machine, there.machine, stand.peek().path);
        put({ ...next, part: printPartPath(fitted(there, next.level, kept)) });
        return null;
      }
      const { stand: to, allowed } = standAt(there, next.level, next.part);
      put({ ...next, part: printPartPath(to.path) });
      return allowed;
    },
    select(path) {
      const from = stand.peek();
      const { machine } = standing.peek();
      const same = printPartPath(path) === printPartPath(from.path);
      return move(same ? goIn(machine, from) : pick(machine, from, path));
    },
    letGo: () => move({ level: stand.peek().level, path: container(stand.peek()) }),
    goIn: () => move(goIn(standing.peek().machine, stand.peek())),
    comeOut: () => move(comeOut(stand.peek())),
    setLevel(level) {
      return move({ level, path: fitted(standing.peek(), level, stand.peek().path) });
    },
    setSystem(id, chips = values.peek().chips) {
      const before = values.peek();
      state.take({ ...before, system: id, chips });
      return values.peek() !== before;
    },
    set: (changed) => put({ ...values.peek(), ...changed }),
    toggle(key) {
      const next = new Set(opened.peek());
      if (!next.delete(key)) next.add(key);
      opened.value = next;
    },
  };
  const allowed = state.take(first);
  opened.value = new Set(linesAbove(standing.value.machine, stand.value));
  return { state, allowed };
}

/** Lines of the tree that lead to where one stands: the part picked, and the inside of what is open. */
function linesAbove(machine: Machine, stand: Stand): string[] {
  const open = container(stand);
  return [...keysAbove(machine, stand.path, false), ...keysAbove(machine, open, open.length > 0)];
}
