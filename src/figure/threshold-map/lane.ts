import { namesSvg, placeOf } from './label.ts';
import { alike, markSvg, type MapMark } from './mark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { widthOf, type MapPlane } from './scale.ts';

/** A name on a staff: how many rows from the mark, up or down. */
interface Flag {
  readonly marks: readonly MapMark[];
  readonly x: number;
  readonly up: boolean;
  /** Null where there is no room for the name; the words beside the drawing have it. */
  readonly row: number | null;
}

const rowHeight = 14;

/**
 * Gives every name a staff and a row such that no name is crossed. From right to left, as names run to the right of
 * their staffs: a name may lie in a row if every later staff that passes this row stands beyond its end.
 */
function flagsOf(groups: readonly { marks: readonly MapMark[]; x: number }[], plane: MapPlane): Flag[] {
  const flags: Flag[] = [];
  const rows = plane.small ? 2 : 1;
  for (const { marks, x } of [...groups].sort((a, b) => b.x - a.x)) {
    const end = x + 6 + widthOf(marks.map(({ name }) => name).join(', '), true);
    // A name that would run over the edge stands to the left of its staff, where nothing else is.
    const free = (up: boolean, row: number) =>
      flags.every((one) => one.up !== up || one.row === null || one.row < row || one.x > end) &&
      end <= plane.right + 4;
    const place = Array.from({ length: rows * 2 }, (_, i) => ({ up: i % 2 === 1, row: i >> 1 })).find((one) =>
      free(one.up, one.row),
    );
    flags.push({ marks, x, up: false, row: null, ...place });
  }
  return flags;
}

/** The lane under the plane: chips whose density is not published, at their TPP. */
export function laneSvg(marks: readonly MapMark[], plane: MapPlane, words: string): string {
  const groups: { marks: MapMark[]; x: number }[] = [];
  for (const mark of marks) {
    const [x] = placeOf(mark, plane);
    const same = groups.find((one) => Math.abs(one.x - x) < 4 && alike(one.marks[0]!, mark));
    if (same) same.marks.push(mark);
    else groups.push({ marks: [mark], x });
  }
  const y = (plane.bottom + plane.lane) / 2 + (plane.small ? 5 : 7);
  const drawn = flagsOf(groups, plane).map(({ marks: same, x, up, row }) => {
    const [first] = same;
    const [x0, x1] = [plane.x(first!.tpp.low), first!.tpp.high === Infinity ? x : plane.x(first!.tpp.high)];
    const bar =
      x1 - x0 > 2
        ? `<path class="leader" d="M${px(x0)} ${px(y)}H${px(x1)}M${px(x0)} ${px(y - 4)}v8M${px(x1)} ${px(y - 4)}v8"/>`
        : first!.tpp.high === Infinity
          ? `<path class="leader" d="M${px(x)} ${px(y)}h30m-6 -3.5l6 3.5l-6 3.5"/>`
          : '';
    if (row === null) return bar + markSvg(x, y, first!);
    const far = (up ? -1 : 1) * (8 + row * rowHeight + (up ? 0 : 9));
    const tone = first!.later ? 'label-detail' : 'label-title';
    return `<path class="leader" d="M${px(x)} ${px(y)}V${px(y + far)}"/>${bar}${markSvg(x, y, first!)}<text class="${tone} halo" x="${px(x + 5)}" y="${px(y + far + (up ? -1 : 2))}">${namesSvg(same)}</text>`;
  });
  return `<text class="label-detail halo" x="${plane.left + 6}" y="${px(plane.bottom + 15)}">${escapeText(words)}</text>${drawn.join('')}`;
}
