/** Stops of the flight outwards, and the way back to the first. */
export const stops = ['package', 'board', 'cabinet', 'pod', 'hall', 'cluster', 'return'] as const;
export type Stop = (typeof stops)[number];
