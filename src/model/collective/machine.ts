import { layOutClos } from '../topology/clos.ts';
import { strides } from '../topology/grid.ts';
import type { Clos, Family, Wiring } from '../topology/wiring.ts';
import type { Dimension } from './dimension.ts';

/** A dimension of collectives on a machine: which of its families it uses, and how its ranks are numbered. */
export interface MachineDimension extends Dimension {
  /** Index into the wiring's families. */
  readonly family: number;
  /** Ranks from one member of a group to the next. */
  readonly stride: number;
}

/**
 * The dimensions that hierarchical collectives run over, innermost first. A full mesh or ring of its own is one; what only
 * switches join becomes one switch over all such neighbouring dimensions, with the bandwidth of an NPU's ports together,
 * or its share of a narrower level above.
 * @param apart keeps what each level of switches adds a dimension of its own, as libraries that work level by level see it.
 * @throws RangeError where no family joins a dimension, or a kind of network has no such dimensions (dragonfly).
 */
export function machineDimensions(wiring: Wiring, apart = false): MachineDimension[] {
  const { shape, families } = wiring;
  const stride = strides(shape);
  const dimensions: MachineDimension[] = [];
  for (let d = 0; d < shape.length;) {
    const own = families.findIndex(
      (family) => (family.family === 'fullmesh' || family.family === 'ring') && family.over === d,
    );
    if (own >= 0) {
      dimensions.push({ ...direct(families[own]!), size: shape[d]!, family: own, stride: stride[d]! });
      d++;
      continue;
    }
    const index = families.findIndex(
      (family) => family.family === 'clos' && family.levels.at(-1)!.over.includes(d),
    );
    if (index < 0)
      throw new RangeError(
        `dimension ${String(d)} of the machine is joined by no full mesh, ring or switches: allowed are machines whose dimensions all are`,
      );
    const clos = families[index] as Clos;
    const levelOf = (dimension: number): number =>
      clos.levels.findIndex(({ over }) => over.includes(dimension));
    const last = apart ? levelOf(d) : clos.levels.length - 1;
    let end = d;
    let size = 1;
    while (end < shape.length && clos.levels[last]!.over.includes(end) && !hasOwnLinks(families, end))
      size *= shape[end++]!;
    dimensions.push({ ...switched(shape, clos, last + 1), size, family: index, stride: stride[d]! });
    d = end;
  }
  return dimensions;
}

function hasOwnLinks(families: readonly Family[], dimension: number): boolean {
  return families.some(
    (family) => (family.family === 'fullmesh' || family.family === 'ring') && family.over === dimension,
  );
}

function direct(family: Family): Pick<Dimension, 'kind' | 'bandwidth' | 'latency'> {
  if (family.family === 'fullmesh')
    return {
      kind: 'fullmesh',
      bandwidth: family.link.bandwidth * family.parallel,
      latency: family.link.latency,
    };
  if (family.family !== 'ring') throw new RangeError('family is no ring: allowed are rings and full meshes');
  const { link, between } = family;
  return {
    kind: 'ring',
    bandwidth: Math.min(link.bandwidth, between?.link.bandwidth ?? Infinity),
    latency: Math.max(link.latency, between?.link.latency ?? 0),
  };
}

/** Ports of an NPU together, or its part of the links of a level above where those are fewer, up to a level. */
function switched(
  shape: readonly number[],
  clos: Clos,
  count: number,
): Pick<Dimension, 'kind' | 'bandwidth' | 'latency'> {
  const npus = shape.reduce((a, b) => a * b, 1);
  const levels = layOutClos(shape, clos).slice(0, count);
  const share = levels.map(({ links }, l) => (links / npus) * clos.levels[l]!.link.bandwidth);
  return {
    kind: 'switch',
    bandwidth: Math.min(...share),
    // Up through all levels and down again: as two hops of the sum of the levels' latencies.
    latency: clos.levels.slice(0, count).reduce((sum, level) => sum + level.link.latency, 0),
  };
}
