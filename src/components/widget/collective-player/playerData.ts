import { loadCatalogue } from '../../../data/load.ts';
import { wholeRecord } from '../../../data/wholeRecord.ts';
import type { PlayerData } from '../../../widget/collective-player/playerData.ts';
import { twin } from '../../../widget/collective-player/twin.ts';

let cut: Promise<PlayerData> | undefined;

/** What the player is cut from, once for all pages. */
export const playerData = (): Promise<PlayerData> =>
  (cut ??= loadCatalogue().then((catalogue) => twin.cut(wholeRecord(catalogue))));
