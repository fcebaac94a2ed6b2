import type { LinkRecord, MachineTopologyRecord } from '../../data/schema/topology.ts';
import { countNpus } from './wiring.ts';
import type { Family, LinkKind, SwitchPlace, Wiring } from './wiring.ts';

/**
 * A machine's wiring from its record.
 * @throws RangeError naming the machine and the key: an unknown dimension, or a shape whose product is not `npus`.
 */
export function wiringOf(record: MachineTopologyRecord): Wiring {
  const names = record.dimensions.map(({ name }) => name);
  const shape = record.dimensions.map(({ size }) => size);
  const npus = countNpus(shape);
  if (npus !== record.npus)
    throw new RangeError(
      `${record.id}: dimensions: ${shape.join(' × ')} is ${String(npus)}: allowed are sizes whose product is npus, ${String(record.npus)}`,
    );
  const index = (name: string): number => {
    const at = names.indexOf(name);
    if (at < 0)
      throw new RangeError(`${record.id}: "${name}" is no dimension: allowed are ${names.join(', ')}`);
    return at;
  };
  const block = (sizes: Readonly<Record<string, number>> | undefined): number[] => {
    if (!sizes) return [];
    const size = new Map(Object.entries(sizes).map(([name, each]) => [index(name), each]));
    return shape.map((_, d) => size.get(d) ?? 1);
  };
  const families = record.families.map((family): Family => {
    switch (family.family) {
      case 'fullmesh':
        return {
          family: 'fullmesh',
          over: index(family.over),
          parallel: family.parallel,
          link: linkOf(family.link),
        };
      case 'ring': {
        const ring = { family: 'ring' as const, over: index(family.over), link: linkOf(family.link) };
        return family.between
          ? { ...ring, between: { size: family.between.size, link: linkOf(family.between.link) } }
          : ring;
      }
      case 'clos':
        return {
          family: 'clos',
          levels: family.levels.map((level) => ({
            over: level.over.map(index),
            switches: level.switches,
            parallel: level.parallel,
            link: linkOf(level.link),
            place: placeOf(level.place, level.switches_per_board),
          })),
        };
    }
  });
  return {
    shape,
    families,
    boardBlock: block(record.board),
    cabinetBlock: block(record.cabinet),
    interconnectCabinets: record.interconnect_cabinets,
    assumptions: assumptionsOf(record),
  };
}

/** What is assumed and why, as sentences. */
export function assumptionsOf(record: {
  readonly assumptions: readonly { readonly says: string; readonly reason: string }[];
}): string[] {
  return record.assumptions.map(({ says, reason }) => `${says} Reason: ${reason}`);
}

/** The record's units (10⁹ bytes a second, nanoseconds) turned into bytes a second and seconds. */
export function linkOf(record: LinkRecord): LinkKind {
  return {
    tier: record.tier,
    bandwidth: record.bandwidth_gb_s * 1e9,
    latency: record.latency_ns / 1e9,
    medium: record.medium,
    length: record.length_m,
    linksPerCable: record.links_per_cable,
  };
}

function placeOf(on: 'board' | 'cabinet' | 'interconnect', perBoard: number): SwitchPlace {
  return on === 'board' ? { on } : { on, perBoard };
}
