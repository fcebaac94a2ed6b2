import { formatNumber } from '../../encoding/format.ts';
import { hopsFrom } from '../../model/topology/hops.ts';
import type { Phrases } from '../phrases.ts';
import { columnsOf, type TwinTable } from '../twinTable.ts';
import { aroundText, lossText, rateText, timeText, wayText } from './answer.ts';
import type { Explored } from './explored.ts';
import { nodeName, partName, placeName } from './naming.ts';

/** The table twin: the answer, the tiers, the ways, what failed, how far one chip is from the others, what is assumed. */
export function explorerTables(say: Phrases, explored: Explored): TwinTable[] {
  const column = (key: string) => say(`table.${key}`);
  const answer: TwinTable = {
    caption: say('table.answer'),
    columns: columnsOf(column, ['question', 'answer-column']),
    rows: [
      { row: 'way', cells: [say('table.way'), wayText(say, explored)] },
      { row: 'lost', cells: [say('table.lost'), lossText(say, explored)] },
    ],
  };
  const tables = [
    answer,
    tiersTable(say, explored),
    waysTable(say, explored),
    failuresTable(say, explored),
    distanceTable(say, explored),
    {
      caption: say('table.assumptions'),
      columns: columnsOf(column, ['assumed', 'reason']),
      rows: explored.machine.system.assumptions.map(({ says, reason }) => ({ cells: [says, reason] })),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** Links of each tier and medium: how many, of what kind, and how many are out of service. */
function tiersTable(say: Phrases, { machine, mask }: Explored): TwinTable {
  const { topology } = machine;
  const { tier, medium, ends, linkCount } = topology;
  const kinds = new Map<string, { link: number; links: number; down: number }>();
  for (let link = 0; link < linkCount; link += 2) {
    const key = `${String(tier[link])} ${String(medium[link])}`;
    const kind = kinds.get(key) ?? { link, links: 0, down: 0 };
    kind.links++;
    if (mask.links[link] || mask.nodes[ends[2 * link]!] || mask.nodes[ends[2 * link + 1]!]) kind.down++;
    kinds.set(key, kind);
  }
  return {
    caption: say('table.tiers', { machine: say(`system.${machine.id}.full`) }),
    columns: columnsOf(
      (key) => say(`table.${key}`),
      ['tier', 'medium', 'links', 'down', 'bandwidth', 'latency', 'length'],
      ['links', 'down', 'bandwidth', 'latency', 'length'],
    ),
    rows: [...kinds.values()].map(({ link, links, down }) => ({
      cells: [
        say(`tier.${topology.tiers[tier[link]!]!}`),
        say(`medium.${topology.media[medium[link]!]!}`),
        formatNumber(links),
        formatNumber(down),
        rateText(topology.bandwidth[link]!),
        timeText(topology.latency[link]!),
        topology.length[link]! > 0
          ? say('metres', { length: formatNumber(Number(topology.length[link]!.toPrecision(4))) })
          : say('length-unknown'),
      ],
    })),
  };
}

/** Every way that is listed, with the nodes it passes. */
function waysTable(say: Phrases, { machine, from, to, ways }: Explored): TwinTable {
  return {
    caption: say('table.ways', {
      from: nodeName(say, machine, from),
      to: nodeName(say, machine, to),
      shown: formatNumber(ways.paths.length),
      count: formatNumber(ways.count),
    }),
    columns: columnsOf(
      (key) => say(`table.${key}`),
      ['nodes', 'hop-count', 'latency', 'bandwidth'],
      ['hop-count', 'latency', 'bandwidth'],
    ),
    rows: ways.paths.map(({ nodes, latency, bandwidth }) => ({
      cells: [
        nodes.map((node) => nodeName(say, machine, node)).join(' → '),
        formatNumber(nodes.length - 1),
        timeText(latency),
        rateText(bandwidth),
      ],
    })),
  };
}

function failuresTable(say: Phrases, { machine, failures, around }: Explored): TwinTable {
  return {
    caption: say('table.failures'),
    columns: columnsOf((key) => say(`table.${key}`), ['failed', 'where', 'goes-around']),
    rows: failures.map((part) => {
      const own = around.find((one) => one.part === part);
      const node = part.kind === 'link' ? part.from : part.kind === 'node' ? part.index : null;
      return {
        cells: [
          partName(say, machine, part),
          node === null ? '' : placeName(say, machine, node),
          own ? aroundText(say, own) : say('gone'),
        ],
      };
    }),
  };
}

/** How many chips are how far from the one that sends, in the machine as it stands. */
function distanceTable(say: Phrases, { machine, from, mask }: Explored): TwinTable {
  const { topology } = machine;
  const hops = hopsFrom(topology, from, mask);
  const counts: number[] = [];
  let away = 0;
  for (let chip = 0; chip < topology.npuCount; chip++) {
    if (chip === from || mask.nodes[chip]) continue;
    const far = hops[chip]!;
    if (far < 0) away++;
    else counts[far] = (counts[far] ?? 0) + 1;
  }
  const rows = counts.flatMap((count, far) =>
    count ? [{ cells: [formatNumber(far), formatNumber(count)] }] : [],
  );
  return {
    caption: say('table.distances', { chip: nodeName(say, machine, from) }),
    columns: columnsOf((key) => say(`table.${key}`), ['hop-count', 'chips'], ['chips']),
    rows: away > 0 ? [...rows, { cells: [say('table.no-way'), formatNumber(away)] }] : rows,
  };
}
