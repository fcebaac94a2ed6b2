import type { FlowResult } from '../model/collective/flow/flowCollective.ts';
import type { CollectiveRequest, CollectiveResult } from '../model/collective/request.ts';
import type { Wiring } from '../model/topology/wiring.ts';
import { formatBandwidth, formatTable, formatTime } from './table.ts';

/** Bytes on the busiest links over the whole collective. */
function busiestLinks(
  result: CollectiveResult & Partial<FlowResult>,
): { most: number; links: number } | null {
  if (!result.phaseLoads) return null;
  const total = result.phases.map((_, phase) => result.phaseLoads!(phase));
  const links = total[0]?.length ?? 0;
  let most = 0;
  let count = 0;
  for (let link = 0; link < links; link++) {
    let bytes = 0;
    for (const loads of total) bytes += loads[link]!;
    if (bytes > most * (1 + 1e-9)) [most, count] = [bytes, 0];
    if (bytes > 0 && bytes >= most * (1 - 1e-9)) count++;
  }
  return { most: most * result.chunks, links: count };
}

/** Phases with the keys and units of the terminal. */
export function phasesJson({ phases }: CollectiveResult): Record<string, unknown>[] {
  return phases.map(({ dimension, operation, algorithm, bytes, seconds, busySeconds, steps }) => ({
    dimension,
    operation,
    algorithm,
    bytes,
    time_s: seconds,
    busy_s: busySeconds,
    steps,
  }));
}

/** An answer of an ideal level as the terminal's contract has it. */
export function toJson(
  question: { readonly wiring: Wiring; readonly request: CollectiveRequest; readonly level: string },
  result: CollectiveResult & Partial<FlowResult>,
): Record<string, unknown> {
  const busiest = busiestLinks(result);
  return {
    time_s: result.seconds,
    bus_bandwidth_bytes_per_s: result.busBandwidth,
    steps: result.steps,
    bottleneck: result.bottleneck,
    ranks: result.ranks,
    level: question.level,
    switching: question.request.switching,
    chunks: result.chunks,
    phases: phasesJson(result),
    ...(busiest ? { busiest_link_bytes: busiest.most, busiest_links: busiest.links } : {}),
    ...(result.timeline
      ? {
          timeline: result.timeline.map(({ chunk, phase, from, to }) => ({
            chunk,
            phase,
            from_s: from,
            to_s: to,
          })),
        }
      : {}),
    assumptions: question.wiring.assumptions,
  };
}

/** The same in words. */
export function toText(result: CollectiveResult & Partial<FlowResult>): string {
  const busiest = busiestLinks(result);
  const head = formatTable([
    ['time', formatTime(result.seconds)],
    ['bus bandwidth', `${formatBandwidth(result.busBandwidth)} a rank, one direction`],
    ['steps', String(result.steps)],
    ['ranks', String(result.ranks)],
    ['bottleneck', result.bottleneck],
    ...(busiest
      ? [['busiest links', `${String(busiest.links)}, ${String(busiest.most)} bytes each`] as const]
      : []),
  ]);
  const phases = formatTable(
    result.phases.map(({ dimension, operation, algorithm, seconds }): [string, string] => [
      `dimension ${String(dimension)}: ${operation}, ${algorithm}`,
      formatTime(seconds),
    ]),
  );
  return phases ? `${head}\n\nPhases, one chunk\n${phases}` : head;
}
