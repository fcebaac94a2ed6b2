import { strandOnPicture, type Strands } from '../links/strands.ts';
import type { Projector } from '../view/camera.ts';
import { cell, type Sight } from './sight.ts';

/** Marks the cells that lines run through, as outlines do. */
export function seeLines({ columns, rows, outline }: Sight, lines: Strands, project: Projector): void {
  for (let s = 0; s < lines.count; s++) {
    const corners = strandOnPicture(lines, s, project);
    for (let i = 1; i < corners.length; i++) {
      const [[ax, ay], [bx, by]] = [corners[i - 1]!, corners[i]!];
      const steps = Math.min(2000, Math.max(1, Math.ceil((2 * Math.hypot(bx - ax, by - ay)) / cell)));
      for (let k = 0; k <= steps; k++) {
        const column = Math.floor((ax + ((bx - ax) * k) / steps) / cell);
        const row = Math.floor((ay + ((by - ay) * k) / steps) / cell);
        if (column >= 0 && column < columns && row >= 0 && row < rows) outline[row * columns + column] = 1;
      }
    }
  }
}
