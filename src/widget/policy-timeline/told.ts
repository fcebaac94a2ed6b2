/** What is told of the record, one or two moves at a time, in their order: whose words are `beat.ID`. */
export const beats = [
  { id: 'huawei', events: ['us-huawei-entity-list'] },
  { id: 'first-lines', events: ['us-ifr-oct-2022'] },
  { id: 'density', events: ['us-ifr-oct-2023'] },
  { id: 'gallium', events: ['us-ifr-dec-2024', 'cn-gage-ban-dec-2024'] },
  { id: 'h20', events: ['us-h20-letter-apr-2025', 'cn-cac-summons'] },
  { id: 'order', events: ['cn-cac-6000d'] },
  { id: 'packages', events: ['us-affiliates-rule', 'cn-rare-earth-oct-2025'] },
  { id: 'truce', events: ['us-cn-truce-nov-2025'] },
  { id: 'h200', events: ['us-h200-rule', 'cn-h200-customs'] },
] as const;

export type Told = (typeof beats)[number];
export type BeatId = Told['id'];
export const beatIds = beats.map(({ id }) => id);

/** Every move that a beat tells, which the sheet names and draws large. */
export const toldEvents: ReadonlySet<string> = new Set(beats.flatMap(({ events }) => [...events]));

/** The beat one step on or back; the whole sheet stands between the last and the first. */
export function beatBeside(id: BeatId | 'all', step: 1 | -1): BeatId | 'all' {
  const order = ['all', ...beatIds] as const;
  return order.at((order.indexOf(id) + step) % order.length)!;
}
