/** Steps between neighbours along each dimension when the innermost counts fastest. */
export function strides(shape: readonly number[]): number[] {
  let step = 1;
  return shape.map((size) => {
    const own = step;
    step *= size;
    return own;
  });
}

/** Position of an NPU along one dimension. */
export function coordinate(id: number, size: number, stride: number): number {
  return Math.floor(id / stride) % size;
}

/**
 * Group of every NPU when those that differ only in the dimensions `over` belong together. Groups are numbered by the
 * remaining dimensions, innermost fastest.
 */
export function groupsOver(shape: readonly number[], over: readonly number[]): Uint32Array {
  const step = strides(shape);
  const count = shape.reduce((a, b) => a * b, 1);
  const group = new Uint32Array(count);
  let weight = 1;
  shape.forEach((size, d) => {
    if (over.includes(d)) return;
    const stride = step[d]!;
    for (let id = 0; id < count; id++) group[id]! += weight * coordinate(id, size, stride);
    weight *= size;
  });
  return group;
}
