/** What joins two chips. */
export const media = ['board', 'passive', 'active', 'near', 'co', 'plug'] as const;
/**
 * `board`: a trace all the way; `passive`: a plain cable; `active`: a cable with a chip in each plug that sends the signal
 * anew; `near`, `co`, `plug`: light, made beside the package, in it, or in a plug at the edge of the board.
 */
export type Medium = (typeof media)[number];

/** Whether the signal crosses as light. */
export const isLight = (medium: Medium): boolean => medium === 'near' || medium === 'co' || medium === 'plug';
