import { tones, type Tone } from '../../encoding/tone.ts';
import { buildSolids, type Solids } from '../solid/solids.ts';
import type { Point } from '../label/annotation.ts';
import { memberAt, type Tower } from './wheel.ts';

/** Edge of a rank's box: no more than its share of the rim. Metres. */
const largest = 0.15;

/** The ranks and the switches of towers as boxes; the ranks of the innermost wheel are chips, those of the others what holds them. */
export function towerSolids(towers: readonly Tower[], marked: readonly (Point | null)[] = []): Solids {
  const solids = buildSolids(tones);
  for (const { wheels } of towers)
    wheels.forEach((wheel, level) => {
      const edge = Math.min(largest, (0.4 * 2 * Math.PI * wheel.radius) / wheel.drawn);
      const tone: Tone = level === 0 ? 'die' : 'cabinet';
      for (let index = 0; index < wheel.drawn; index++) {
        const [x, y, z] = memberAt(wheel, index);
        const yaw = (-2 * Math.PI * (index + 0.5)) / wheel.drawn;
        solids.add({ centre: [x, y, z], size: [edge, edge, edge], tone, look: 'ink', owner: 0, yaw });
      }
      if (wheel.hub)
        solids.add({
          centre: [...wheel.hub],
          size: [0.26 * wheel.radius, 0.06, 0.26 * wheel.radius],
          tone: 'metal',
          look: 'ink',
          owner: 0,
        });
    });
  for (const at of marked)
    if (at)
      solids.add({
        centre: [at[0], at[1] + 0.05, at[2]],
        size: [0.14, 0.2, 0.14],
        tone: 'processor',
        look: 'ink',
        owner: 0,
      });
  return solids.finish();
}
