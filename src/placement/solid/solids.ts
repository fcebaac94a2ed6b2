import type { PartPath } from '../../model/hardware/partPath.ts';

/** How a solid is outlined: firm ink, pencil where its count or shape is assumed, not at all, or outline alone. */
export const looks = ['ink', 'pencil', 'plain', 'ghost'] as const;
export type Look = (typeof looks)[number];

/** A box: centre and full size in metres, turned by `yaw` radians about the vertical through its centre. */
export interface Solid<Tone extends string = string> {
  readonly centre: readonly [number, number, number];
  readonly size: readonly [number, number, number];
  readonly tone: Tone;
  readonly look: Look;
  readonly owner: number;
  readonly yaw?: number;
}

/** Boxes as a structure of arrays; x to the right along a row, y up, z towards the reader. Metres, radians. */
export interface Solids {
  readonly count: number;
  /** `3 × count`. */
  readonly centre: Float32Array;
  /** Half the size, `3 × count`. */
  readonly half: Float32Array;
  readonly yaw: Float32Array;
  /** Index into the tones of `encoding/tone.ts`. */
  readonly tone: Uint8Array;
  /** Index into `looks`. */
  readonly look: Uint8Array;
  /** Index into `owners`: the part a solid belongs to. */
  readonly owner: Uint32Array;
  readonly owners: readonly PartPath[];
  /**
   * Boxes of one group are painted together, in the order in which they were added; groups are ordered by depth.
   * A closed cabinet is one group: its body, then the faces of its slots, then the marks on them.
   */
  readonly group: Uint32Array;
}

export interface SolidsBuilder {
  /** Registers a part and returns its index, to be passed as `owner`. */
  own(path: PartPath): number;
  add(solid: Solid): void;
  /** What `add` is called with inside belongs to one group. */
  together(add: () => void): void;
  finish(): Solids;
}

/** Collects boxes and packs them once. `tones` fixes the numbering of the tones. */
export function buildSolids(tones: readonly string[]): SolidsBuilder {
  const solids: Solid[] = [];
  const owners: PartPath[] = [];
  const groups: number[] = [];
  let [groupCount, inside] = [0, false];
  const toneIndex = new Map(tones.map((tone, index) => [tone, index]));
  return {
    own: (path) => owners.push(path) - 1,
    add(solid) {
      solids.push(solid);
      groups.push(inside ? groupCount : groupCount++);
    },
    together(add) {
      inside = true;
      add();
      inside = false;
      groupCount++;
    },
    finish() {
      const count = solids.length;
      const packed = {
        count,
        centre: new Float32Array(3 * count),
        half: new Float32Array(3 * count),
        yaw: new Float32Array(count),
        tone: new Uint8Array(count),
        look: new Uint8Array(count),
        owner: new Uint32Array(count),
        owners,
        group: Uint32Array.from(groups),
      };
      solids.forEach((solid, index) => {
        packed.centre.set(solid.centre, 3 * index);
        packed.half.set([solid.size[0] / 2, solid.size[1] / 2, solid.size[2] / 2], 3 * index);
        packed.yaw[index] = solid.yaw ?? 0;
        packed.tone[index] = toneIndex.get(solid.tone) ?? 0;
        packed.look[index] = looks.indexOf(solid.look);
        packed.owner[index] = solid.owner;
      });
      return packed;
    },
  };
}

/** Lower and upper corner of every box, as far as it stands along the axes; metres. */
export function* boxesOf({ count, centre, half }: Solids): Generator<readonly [Corner, Corner]> {
  for (let i = 0; i < count; i++) {
    const corner = (sign: 1 | -1): Corner => [
      centre[3 * i]! + sign * half[3 * i]!,
      centre[3 * i + 1]! + sign * half[3 * i + 1]!,
      centre[3 * i + 2]! + sign * half[3 * i + 2]!,
    ];
    yield [corner(-1), corner(1)];
  }
}

type Corner = readonly [number, number, number];

/** No boxes. */
export const noSolids: Solids = buildSolids([]).finish();

/** Several sets of boxes as one, in order. */
export function joinSolids(sets: readonly Solids[]): Solids {
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  const joined = {
    count,
    centre: new Float32Array(3 * count),
    half: new Float32Array(3 * count),
    yaw: new Float32Array(count),
    tone: new Uint8Array(count),
    look: new Uint8Array(count),
    owner: new Uint32Array(count),
    owners: sets.flatMap((set) => set.owners),
    group: new Uint32Array(count),
  };
  let [at, ownersBefore, groupsBefore] = [0, 0, 0];
  for (const set of sets) {
    joined.centre.set(set.centre, 3 * at);
    joined.half.set(set.half, 3 * at);
    joined.yaw.set(set.yaw, at);
    joined.tone.set(set.tone, at);
    joined.look.set(set.look, at);
    for (let i = 0; i < set.count; i++) {
      joined.owner[at + i] = set.owner[i]! + ownersBefore;
      joined.group[at + i] = set.group[i]! + groupsBefore;
    }
    at += set.count;
    ownersBefore += set.owners.length;
    groupsBefore += (set.group.at(-1) ?? -1) + 1;
  }
  return joined;
}
