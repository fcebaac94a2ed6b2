import type { Catalogue } from './catalog.ts';
import { readCabinets } from './readCabinets.ts';
import { readExportControl, type ExportControlSetting } from './readExportControl.ts';
import { readLayouts } from './readLayouts.ts';
import { readPackages } from './readPackages.ts';
import { readLibraries, readMeasurements, readModels, type Libraries } from './readRecords.ts';
import { readTopologies } from './readTopologies.ts';
import type { CabinetRecord } from './schema/cabinet.ts';
import type { Layout } from './schema/layout.ts';
import type { MeasurementRecord } from './schema/measurement.ts';
import type { ModelRecord } from './schema/model.ts';
import type { PackageRecord } from './schema/package.ts';
import type { TopologyRecord } from './schema/topology.ts';

/** All that figures are cut from: the catalogue, and the files beside it, which are read when they are asked for. */
export interface WholeRecord {
  readonly catalogue: Catalogue;
  readonly layouts: () => ReadonlyMap<string, Layout>;
  readonly topologies: () => readonly TopologyRecord[];
  readonly cabinets: () => ReadonlyMap<string, CabinetRecord>;
  readonly packages: () => ReadonlyMap<string, PackageRecord>;
  readonly models: () => ReadonlyMap<string, ModelRecord>;
  readonly libraries: () => Libraries;
  readonly measurements: () => ReadonlyMap<string, MeasurementRecord>;
  readonly exportControl: () => ExportControlSetting;
}

/** The record around a catalogue, below the folder that the command or the build was started in. */
export function wholeRecord(catalogue: Catalogue): WholeRecord {
  return {
    catalogue,
    // A bundle no longer knows where its source lay: the readers find their folders from where the build runs.
    layouts: () => readLayouts(),
    topologies: () => readTopologies(),
    cabinets: () => readCabinets(),
    packages: () => readPackages(),
    models: () => readModels('content'),
    libraries: () => readLibraries('content'),
    measurements: () => readMeasurements('content'),
    exportControl: () => readExportControl('content'),
  };
}
