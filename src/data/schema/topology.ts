import { z } from 'zod';

const text = z.string().min(1);
const count = z.int().min(1);

/** What the links of one tier are. */
const link = z.strictObject({
  /** Name of the tier, unique in the machine for links of one medium. */
  tier: text,
  /** One direction, 10⁹ bytes a second. */
  bandwidth_gb_s: z.number().positive(),
  /** From the output of one node to the output of the next. */
  latency_ns: z.number().nonnegative(),
  medium: z.enum(['board', 'copper', 'active-copper', 'optical', 'unspecified']),
  /** Metres; 0 where not known. */
  length_m: z.number().nonnegative(),
  /** Links that share one cable or one pair of optical modules. */
  links_per_cable: count.default(1),
});

/** Names of dimensions that a family spans. */
const over = z.array(text).min(1);

const fullMesh = z.strictObject({
  family: z.literal('fullmesh'),
  over: text,
  /** Links between each pair. */
  parallel: count.default(1),
  link,
});

const ring = z.strictObject({
  family: z.literal('ring'),
  over: text,
  link,
  /** Links that leave a block of so many consecutive nodes, and those that close the ring. */
  between: z.strictObject({ size: count, link }).optional(),
});

const level = z.strictObject({
  over,
  /** Switches that each node of the level below is joined to. */
  switches: count,
  /** Links to each of them. */
  parallel: z.union([count, z.array(count).min(1)]).default(1),
  link,
  place: z.enum(['board', 'cabinet', 'interconnect']),
  /** Switch chips on one board of their own; 0 where not described. */
  switches_per_board: z.int().min(0).default(0),
});

const clos = z.strictObject({ family: z.literal('clos'), levels: z.array(level).min(1) });

/** Something the public record leaves open and the wiring needs. */
const assumption = z.strictObject({ says: text, reason: text });

const comparison = z.strictObject({
  /** What is counted; see `publishedCheck.ts`. */
  measure: z.enum([
    'npus',
    'switches',
    'links',
    'cables',
    'optical-modules',
    'npu-bandwidth-one-way',
    'aggregate-bandwidth-both-ways',
    'bisection-both-ways',
    'ports-of-a-switch',
    'share-of-cables',
    'cabinet-trunks',
    'compute-cabinets',
    'interconnect-cabinets',
    'cable-metres',
    'optical-capacity-both-ends',
  ]),
  /** What it is, in words. */
  label: text,
  /** Restricts links, cables, switches, ports and trunks to these tiers. */
  tiers: z.array(text).default([]),
  /** The published figure; bandwidths in bytes a second, shares of 1. */
  published: z.number().positive(),
  /** Multiplies what is counted, where the record counts in other units. */
  scale: z.number().positive().default(1),
  /** Largest relative difference that still counts as agreement. */
  tolerance: z.number().min(0).max(1),
  sources: z.array(text).min(1),
  /** How the published figure is read, or why the two differ. */
  reason: text.optional(),
});

const described = {
  id: text,
  /** Other names of the same machine. */
  aliases: z.array(text).default([]),
  /** How it is wired, in a sentence. */
  summary: text,
  npus: count,
  assumptions: z.array(assumption).default([]),
  checks: z.array(comparison).default([]),
  sources: z.array(text).min(1),
};

/** The wiring of one machine, as families over named dimensions (innermost first). */
const machineTopology = z.strictObject({
  ...described,
  kind: z.literal('machine'),
  dimensions: z.array(z.strictObject({ name: text, size: count })).min(1),
  /** How many nodes of each dimension one board holds, and one cabinet; 1 of those not named. */
  board: z.record(text, count).optional(),
  cabinet: z.record(text, count).optional(),
  interconnect_cabinets: z.int().min(0).default(0),
  families: z.array(z.discriminatedUnion('family', [fullMesh, ring, clos])).min(1),
});

/** A cluster of machines, described by counts alone: one link table for it would be absurd. */
const clusterTopology = z.strictObject({
  ...described,
  kind: z.literal('cluster'),
  /** Id of the machine it consists of, and how many. */
  pod: text,
  pods: count,
  /** Levels of scale-out switches; each subtree of a level joins so many NPUs. */
  levels: z.array(z.strictObject({ npus: count, switches: count, parallel: count.default(1), link })).min(1),
});

export const topologyRecord = z.discriminatedUnion('kind', [machineTopology, clusterTopology]);

export type TopologyRecord = z.infer<typeof topologyRecord>;
export type MachineTopologyRecord = z.infer<typeof machineTopology>;
export type ClusterTopologyRecord = z.infer<typeof clusterTopology>;
export type PublishedComparison = z.infer<typeof comparison>;
export type LinkRecord = z.infer<typeof link>;
