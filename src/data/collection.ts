/** The collections one can take away, in the order they are offered. */
export const collections = [
  'chips',
  'systems',
  'interconnects',
  'rules',
  'events',
  'terms',
  'sources',
] as const;

export type Collection = (typeof collections)[number];
