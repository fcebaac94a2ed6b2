import type { Layout } from '../../data/schema/layout.ts';
import type { WholeRecord } from '../../data/wholeRecord.ts';
import { buildTopology } from '../../model/topology/build.ts';
import { linkOf, wiringOf } from '../../model/topology/fromRecord.ts';
import { chipPorts } from '../../model/wire/ports.ts';
import { wireOf, type Stretch } from '../../model/wire/wire.ts';
import { packageOf, placeParts } from '../../placement/board/tray.ts';
import { ids } from '../../widget/powers-of-ten/select.ts';

/** Metres from the middle of a compute die to the edge that its package turns to the back of the board. */
function edgeOf(layout: Layout): number {
  const drawing = packageOf(layout, 'npu');
  const die = drawing?.parts.find(({ kind }) => kind === 'compute-die');
  if (!drawing || !die)
    throw new Error(`${layout.system}: its layout draws no package "npu" with a compute die`);
  const [width, depth] = drawing.substrate_mm.map((mm) => mm / 1000) as [number, number];
  const [, rows] = die.grid;
  const far = placeParts(die, die.grid[0] * rows, width, depth).at(-1)!;
  return depth - far.z;
}

/** The wire of one chip, worked out from the wiring of the machines and the size of the package. */
export function recordedWire({ layouts, topologies }: WholeRecord): readonly Stretch[] {
  const all = topologies();
  const machine = (id: string) => {
    const found = all.find((one) => one.id === id);
    if (found?.kind !== 'machine') throw new Error(`${id}: no wiring of one machine in content/topologies`);
    return chipPorts(buildTopology(wiringOf(found)));
  };
  const cluster = all.find(({ id }) => id === ids.cluster);
  if (cluster?.kind !== 'cluster')
    throw new Error(`${ids.cluster}: no wiring of a cluster in content/topologies`);
  const [first] = cluster.levels;
  return wireOf({
    edge: edgeOf(layouts().get(ids.pod)!),
    pod: machine(ids.pod),
    hall: machine(ids.hall),
    scaleOut: {
      ports: first!.switches * (first!.parallel ?? 1),
      levels: cluster.levels.map(({ link }) => linkOf(link)),
    },
  });
}
