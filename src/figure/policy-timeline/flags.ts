/** A name that stands on a pole over the place where its move begins. */
export interface Flag {
  readonly id: string;
  readonly x: number;
  readonly width: number;
}

export interface PlacedFlag extends Flag {
  /** Rows outwards, from 0. */
  readonly row: number;
  /** The name begins at its pole, or ends there. */
  readonly end: boolean;
  readonly x0: number;
  readonly x1: number;
}

/** From the pole to the name, and between a name and whatever is not its own. */
const gap = 6;
const clear = 5;

/** What names may take: from where to where along the axis, what they must not reach across, and how many rows. */
export interface FlagRoom {
  readonly left: number;
  readonly right: number;
  /** Pixels along the axis; null where nothing stands. */
  readonly barrier: number | null;
  readonly rows: number;
}

type Spot = Omit<PlacedFlag, 'row'>;

/** The places of a name along the axis that stay in the room: beginning at its pole, or ending there. */
function spotsOf(flag: Flag, { left, right, barrier }: FlagRoom): Spot[] {
  return [false, true]
    .map((end): Spot => {
      const x0 = end ? flag.x - gap - flag.width : flag.x + gap;
      return { ...flag, end, x0, x1: x0 + flag.width };
    })
    .filter(
      ({ x0, x1 }) =>
        x0 >= left && x1 <= right && (barrier === null || x1 < barrier - clear || x0 > barrier + clear),
    );
}

/** Whether the pole of one would pass through the name of the other, did it not stand lower. */
const under = (pole: Spot, name: Spot) => pole !== name && pole.x > name.x0 - clear && pole.x < name.x1 + clear; // prettier-ignore

/** Rows for names whose sides are chosen, each as low as it can be; null where poles would cross names, or rows run out. */
function stacked(spots: readonly Spot[], rows: number): PlacedFlag[] | null {
  const placed: (PlacedFlag & { readonly spot: Spot })[] = [];
  const left = new Set(spots);
  while (left.size > 0) {
    const spot = [...left].find((one) => [...left].every((other) => !under(other, one)));
    if (!spot) return null;
    let row = Math.max(0, ...placed.filter((one) => under(one.spot, spot)).map((one) => one.row + 1));
    const meets = (other: PlacedFlag) =>
      other.row === row && other.x0 < spot.x1 + 2 * clear && spot.x0 < other.x1 + 2 * clear;
    while (placed.some(meets)) row += 1;
    if (row >= rows) return null;
    placed.push({ ...spot, row, spot });
    left.delete(spot);
  }
  return placed.map(({ spot, row }) => ({ ...spot, row }));
}

/** More names than this are not tried in every way. */
const few = 8;

/**
 * Finds rows for names on poles: none covers another, and no pole passes through a name. Few names are tried on every
 * side of their poles for the lowest sheet; of many, each that comes in order of importance stays where the rest still
 * stands.
 * @param first which must be named before all others
 * @returns those that have a place
 */
export function placeFlags(flags: readonly Flag[], first: ReadonlySet<string>, room: FlagRoom): PlacedFlag[] {
  const order = flags
    .toSorted(
      (a, b) => Number(first.has(b.id)) - Number(first.has(a.id)) || a.x - b.x || a.id.localeCompare(b.id),
    )
    .map((flag) => spotsOf(flag, room))
    .filter((spots) => spots.length > 0);
  if (order.length <= few) {
    const best = bestOf(order, room.rows);
    if (best) return best;
  }
  let [kept, placed]: [Spot[], PlacedFlag[]] = [[], []];
  for (const spots of order) {
    const tries = spots.flatMap((spot) => {
      const found = stacked([...kept, spot], room.rows);
      return found ? [{ spot, found }] : [];
    });
    const [chosen] = tries.toSorted((a, b) => height(a.found) - height(b.found));
    if (chosen) [kept, placed] = [[...kept, chosen.spot], chosen.found];
  }
  return placed;
}

const height = (placed: readonly PlacedFlag[]): number => Math.max(0, ...placed.map(({ row }) => row + 1));

/** The lowest of all ways to choose sides; null where none lets every name stand. */
function bestOf(order: readonly (readonly Spot[])[], rows: number): PlacedFlag[] | null {
  const ways = order.reduce<Spot[][]>(
    (all, spots) => all.flatMap((way) => spots.map((spot) => [...way, spot])),
    [[]],
  );
  const standing = ways.map((way) => stacked(way, rows)).filter((way) => way !== null);
  return standing.length === 0 ? null : standing.reduce((a, b) => (height(b) < height(a) ? b : a));
}
