import type { Catalogue } from '../../data/catalog.ts';
import { citedSource, figureKeys } from '../../data/figure.ts';
import type { MeasurementRecord } from '../../data/schema/measurement.ts';
import type { TopologyRecord } from '../../data/schema/topology.ts';
import { machineDimensions, type MachineDimension } from '../../model/collective/machine.ts';
import { compareWithMeasured, type Libraries } from '../../model/collective/measured.ts';
import { busFactor } from '../../model/collective/operation.ts';
import { wiringOf } from '../../model/topology/fromRecord.ts';
import { linkKinds, type Family } from '../../model/topology/wiring.ts';
import type { RecordedFigure } from '../recordedFigure.ts';
import { cutFigure } from '../selectFigure.ts';
import {
  librarySizes,
  type MeasuredRun,
  type PlayerData,
  type PlayerLevel,
  type PlayerMachine,
} from './playerData.ts';
import { predictNccl } from '../../model/collective/library/nccl/nccl.ts';
import type { Link } from '../../model/collective/library/nccl/server.ts';
import { operations, systemIds, type SystemId } from './params.ts';

/** Properties of a system that say how many chips it has. */
const counts = ['npu-count', 'gpu-count', 'chip-count'];

/** Classes of published measurements that were made on one of the machines. */
const measuredOn: Partial<Record<SystemId, readonly string[]>> = {
  'hgx-h100': ['nvlink4-node'],
  'atlas-900-a3-superpod': ['a3-superpod'],
};

/** Machines whose switches are said to reduce: NVLink SHARP. */
const reducing: readonly string[] = ['hgx-h100', 'gb200-nvl72'];

/**
 * Cuts from the record what the player needs.
 * @throws where a machine has no wiring or no count of chips, or a class of measurements is missing, naming it.
 */
export function selectPlayer(
  catalogue: Catalogue,
  topologies: readonly TopologyRecord[],
  measurements: ReadonlyMap<string, MeasurementRecord>,
  libraries: Libraries,
): PlayerData {
  const known = new Set(figureKeys(catalogue));
  const figures: Record<string, RecordedFigure> = {};
  const sources: Record<string, { label: string; href: string }> = {};
  const cite = (ids: readonly string[]) => {
    for (const id of ids) {
      const { publisher, title, url } = citedSource(catalogue, id);
      sources[id] = { label: `${publisher}: ${title}`, href: url };
    }
    return ids;
  };
  const machines = systemIds.map((id): PlayerMachine => {
    const record = topologies.find((one) => one.id === id);
    if (record?.kind !== 'machine') throw new Error(`${id}: no wiring of one machine in content/topologies`);
    const count = counts.map((name) => `${id}.${name}`).find((key) => known.has(key));
    if (count === undefined)
      throw new Error(`${id}: no count of chips: allowed: one of ${counts.join(', ')}`);
    figures[count] = cutFigure(catalogue, count);
    cite(figures[count].statements.flatMap(({ sources: ids }) => ids));
    const wiring = wiringOf(record);
    const classes = (measuredOn[id] ?? []).map((name) => {
      const found = measurements.get(name);
      if (!found) throw new Error(`${id}: no measurements "${name}" in content/measurements`);
      return found;
    });
    const levels = machineDimensions(wiring).map((dimension) =>
      levelOf(dimension, wiring.families[dimension.family]!),
    );
    return {
      id,
      levels,
      count,
      reduces: reducing.includes(id),
      assumptions: wiring.assumptions,
      sources: cite(record.sources),
      measured: classes.flatMap((one) => measuredRuns(one, libraries)),
      library: libraryTimes(id, levels, libraries),
      measuredSources: cite([...new Set(classes.flatMap((one) => one.sources))]),
    };
  });
  return { machines, figures, sources };
}

function levelOf({ kind, size, bandwidth, latency }: MachineDimension, family: Family): PlayerLevel {
  const light = linkKinds(family).map(({ medium }) => medium === 'optical');
  return {
    kind,
    size,
    bandwidth,
    latency,
    medium: light.every(Boolean)
      ? 'light'
      : family.family !== 'ring' && light.some(Boolean)
        ? 'both'
        : 'copper',
    lightEvery:
      family.family === 'ring' && family.between?.link.medium === 'optical' ? family.between.size : 0,
  };
}

/** The rows of a class as times, with what the library would do in each. */
function measuredRuns(record: MeasurementRecord, libraries: Libraries): MeasuredRun[] {
  return compareWithMeasured(record, libraries).map(({ ranks, bytes, what, measured, library }) => {
    const seconds = (value: number) =>
      what === 'time' ? value : (busFactor(record.operation, ranks) * bytes) / value;
    return {
      operation: record.operation,
      ranks,
      bytes,
      seconds: seconds(measured),
      library: seconds(library.predicted),
      plan: [library.algorithm, library.protocol].filter(Boolean).join(' '),
    };
  });
}

/** Kinds of the links of machines that NCCL plans for. */
const ncclLinks: Partial<Record<SystemId, readonly Link[]>> = {
  'hgx-h100': ['nvlink4'],
  'gb200-nvl72': ['nvlink5'],
};

/** What the library of a machine would take with all its chips, at four sizes for each factor of ten. */
function libraryTimes(
  id: SystemId,
  levels: readonly PlayerLevel[],
  { nccl }: Libraries,
): PlayerMachine['library'] {
  const links = ncclLinks[id];
  if (!links) return {};
  return Object.fromEntries(
    operations.map((operation) => [
      operation,
      librarySizes.map((bytes) =>
        Number(predictNccl(nccl, levels, links, { operation, bytes }).seconds.toPrecision(4)),
      ),
    ]),
  );
}
