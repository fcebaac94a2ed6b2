/** In the order in which the library weighs them: of two that cost the same the first is taken. */
export const ncclAlgorithms = ['Tree', 'Ring', 'NVLS', 'NVLSTree', 'PAT'] as const;
export type NcclAlgorithm = (typeof ncclAlgorithms)[number];

/** How a message tells that it has arrived: a flag with every 8 bytes, with every 128, or at the end. */
export const ncclProtocols = ['LL', 'LL128', 'Simple'] as const;
export type NcclProtocol = (typeof ncclProtocols)[number];
