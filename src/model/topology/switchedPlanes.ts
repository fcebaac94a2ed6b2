import type { Clos, ClosLevel, LinkKind, SwitchPlace } from './wiring.ts';

/** One tier of switches: every switch is a plane of its own and joins all the NPUs of a group. */
export interface SinglePlaneShape {
  /** Dimensions that the switches span. */
  readonly over: readonly number[];
  readonly planes: number;
  /** Links from an NPU to each plane, one number a plane where they differ. */
  readonly linksPerPlane: number | readonly number[];
  readonly link: LinkKind;
  readonly place: SwitchPlace;
}

/** A second tier: every switch of the first is joined to `switches` of its plane. */
export interface SecondTier {
  readonly over: readonly number[];
  readonly switches: number;
  readonly link: LinkKind;
  readonly place: SwitchPlace;
}

/** Switched planes of one tier (NVL72: 18 planes of one switch) or two (CloudMatrix 384: 7 planes of 16 switches). */
export function switchedPlanes(first: SinglePlaneShape, second?: SecondTier): Clos {
  const levels: ClosLevel[] = [
    {
      over: first.over,
      switches: first.planes,
      parallel: first.linksPerPlane,
      link: first.link,
      place: first.place,
    },
  ];
  if (second) levels.push({ ...second, parallel: 1 });
  return { family: 'clos', levels };
}
