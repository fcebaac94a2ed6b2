/**
 * A network as a structure of arrays. Built once, never changed: what fails is a mask beside it.
 *
 * Nodes come in the order NPUs (or GPUs, or TPUs), then switches. Links are directed; the two directions of one
 * physical link are neighbours: directed link `2k` runs from A to B and `2k + 1` from B to A. A link takes 30 bytes.
 */
export interface Topology {
  readonly nodeCount: number;
  /** How many of the nodes are processors that compute and exchange data (NPUs, GPUs, TPUs): ids `0 … npuCount − 1`. */
  readonly npuCount: number;
  /** How many of the nodes are switches: the last `switchCount` ids. */
  readonly switchCount: number;
  /** Directed links. */
  readonly linkCount: number;
  /** `[from, to]` of every directed link, `2 × linkCount` long. */
  readonly ends: Uint32Array;
  /** Bytes per second, one direction. */
  readonly bandwidth: Float64Array;
  /** Seconds. */
  readonly latency: Float64Array;
  /** Index into `media`. */
  readonly medium: Uint8Array;
  /** Index into `tiers`: the dimension (innermost 0) or the level of the switch tree. */
  readonly tier: Uint8Array;
  /** Metres; 0 where the length is not known or does not apply. */
  readonly length: Float32Array;
  readonly media: readonly Medium[];
  /** Names of the tiers, innermost first. */
  readonly tiers: readonly string[];
  /** How many links of a tier share one cable or module, by tier. */
  readonly linksPerCable: readonly number[];
  readonly place: Place;
  /** What had to be assumed to build it, in words for the reader. */
  readonly assumptions: readonly string[];
}

/**
 * How a link is carried: traces on a board or an orthogonal backplane, passive copper cable, copper cable with
 * retimers in its plugs, or light.
 */
export type Medium = 'board' | 'copper' | 'active-copper' | 'optical' | 'unspecified';

/** Every medium, in the order of the indices that `Topology.medium` holds. */
export const MEDIA: readonly Medium[] = ['board', 'copper', 'active-copper', 'optical', 'unspecified'];

/** Where each node stands. Boards and cabinets are numbered from 0, those that hold NPUs first. */
export interface Place {
  /** 0 where the machine's boards are not described. */
  readonly boardCount: number;
  /** 0 where the machine's cabinets are not described. */
  readonly cabinetCount: number;
  /** Cabinets that hold NPUs: ids `0 … computeCabinetCount − 1`; the rest hold switches only. */
  readonly computeCabinetCount: number;
  /** Board (or tray) of each node, −1 where it has none. */
  readonly board: Int32Array;
  /** Cabinet of each node, −1 where it has none. */
  readonly cabinet: Int32Array;
}
