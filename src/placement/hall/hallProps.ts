import type { Layout } from '../../data/schema/layout.ts';
import type { Cabling } from '../../model/hardware/cabling.ts';
import type { Level, Machine } from '../../model/hardware/machine.ts';
import type { PartPath } from '../../model/hardware/partPath.ts';

/** Named ways of standing before the machine. `walk` is the only one in perspective, at eye height. */
export const viewNames = ['axonometric', 'front', 'top', 'side', 'walk'] as const;
export type ViewName = (typeof viewNames)[number];

/** Everything a drawing of a supernode depends on. */
export interface HallProps {
  readonly machine: Machine;
  readonly layout: Layout;
  /** What runs where, counted from the machine's topology; drawn where `cabling` asks for it. */
  readonly cables: Cabling;
  readonly level: Level;
  /** The part picked; its first steps also say which cabinet, board and package are open. */
  readonly part: PartPath;
  readonly xray: boolean;
  readonly explode: boolean;
  readonly cabling: boolean;
  readonly view: ViewName;
}
