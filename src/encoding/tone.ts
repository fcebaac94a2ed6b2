/**
 * What a solid is made of, as a name. Each name is a class of `styles/drawing.css`, which gives it a colour for its
 * top, front and side in both themes; drawings on paper and in 3D read the same rules.
 * `processor`, `wire` and `electrical…` wear copper, `fibre` and `optical…` wear light; nothing else wears either.
 */
export const tones = [
  'cabinet', 'opticalCabinet', 'frame', 'board', 'opticalBoard', 'electricalBoard', 'blank', 'power', 'processor', 'cpu',
  'switchChip', 'opticalPort', 'card', 'memory', 'metal', 'pipe', 'substrate', 'die', 'ioDie', 'stack', 'wire', 'fibre',
  'tray', 'dark',
] as const; // prettier-ignore
export type Tone = (typeof tones)[number];

/** Faces that are shaded apart: one key light, no more. */
export const faces = ['top', 'front', 'side'] as const;
export type Face = (typeof faces)[number];
