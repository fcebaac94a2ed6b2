/** Subpaths of an SVG path as corners in pixels. Reads M, m, L, l, H, h, V, v and z: what drawings are written in. */
export function subpaths(d: string): [number, number][][] {
  const all: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest] of d.matchAll(/([MmLlHhVvZz])([^MmLlHhVvZz]*)/g)) {
    const numbers = (rest!.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const letter = command!.toUpperCase();
    const relative = command !== letter;
    const stride = letter === 'H' || letter === 'V' ? 1 : 2;
    for (let i = 0; i < numbers.length; i += stride) {
      const [a, b] = [numbers[i]!, numbers[i + 1]!];
      if (letter === 'H') x = relative ? x + a : a;
      else if (letter === 'V') y = relative ? y + a : a;
      else [x, y] = relative ? [x + a, y + b] : [a, b];
      if (letter === 'M' && i === 0) all.push([]);
      all.at(-1)!.push([x, y]);
    }
  }
  return all;
}

/** `[class, d]` of every path of a drawing. */
export function pathsOf(svg: string): { name: string; corners: [number, number][][] }[] {
  return [...svg.matchAll(/<path class="([^"]*)" d="([^"]*)"/g)].map(([, name, d]) => ({
    name: name!,
    corners: subpaths(d!),
  }));
}
