/** A queue of events by time; those of the same time come out in the order they went in. */
export interface EventQueue<T> {
  readonly size: number;
  /** Time of the earliest event; Infinity when there is none. */
  readonly nextTime: number;
  /** The earliest event itself. */
  readonly next: T | undefined;
  push(time: number, item: T): void;
  /** The earliest event, or undefined when there is none. */
  pop(): { readonly time: number; readonly item: T } | undefined;
}

/** A binary heap over (time, order of arrival). */
export function eventQueue<T>(): EventQueue<T> {
  const times: number[] = [];
  const orders: number[] = [];
  const items: T[] = [];
  let order = 0;

  const before = (a: number, b: number): boolean =>
    times[a]! < times[b]! || (times[a] === times[b] && orders[a]! < orders[b]!);
  const swap = (a: number, b: number): void => {
    [times[a], times[b]] = [times[b]!, times[a]!];
    [orders[a], orders[b]] = [orders[b]!, orders[a]!];
    [items[a], items[b]] = [items[b]!, items[a]!];
  };

  return {
    get size() {
      return items.length;
    },
    get nextTime() {
      return items.length > 0 ? times[0]! : Infinity;
    },
    get next() {
      return items[0];
    },
    push(time, item) {
      times.push(time);
      orders.push(order++);
      items.push(item);
      let child = items.length - 1;
      while (child > 0) {
        const parent = (child - 1) >> 1;
        if (!before(child, parent)) break;
        swap(child, parent);
        child = parent;
      }
    },
    pop() {
      const last = items.length - 1;
      if (last < 0) return undefined;
      swap(0, last);
      const time = times.pop()!;
      orders.pop();
      const item = items.pop()!;
      let parent = 0;
      for (;;) {
        let least = parent;
        const left = 2 * parent + 1;
        if (left < last && before(left, least)) least = left;
        if (left + 1 < last && before(left + 1, least)) least = left + 1;
        if (least === parent) break;
        swap(parent, least);
        parent = least;
      }
      return { time, item };
    },
  };
}
