import type { Catalogue } from '../../data/catalog.ts';
import { memoryProperties } from '../../data/chipMemory.ts';
import { citedSource, figureKeys } from '../../data/figure.ts';
import type { ModelRecord } from '../../data/schema/model.ts';
import type { TopologyRecord } from '../../data/schema/topology.ts';
import type { RecordedFigure } from '../recordedFigure.ts';
import { cutFigure } from '../selectFigure.ts';
import type { FitChip, FitData, FitMachine, FitModel } from './fitData.ts';
import { chipIds, modelIds, type ChipId } from './params.ts';

/** Machines that stand for each chip, smallest first; the first is drawn. */
const machinesOf: Readonly<Record<ChipId, readonly string[]>> = {
  'nvidia-h100': ['hgx-h100'],
  'nvidia-gb200-gpu': ['gb200-nvl72'],
  'ascend-910c': ['atlas-900-a3-superpod'],
  'ascend-950dt': ['atlas-950-superpod-1024', 'atlas-950-superpod-8192'],
  'google-tpu-v7-ironwood': ['tpu-ironwood-superpod'],
};

const counts = ['npu-count', 'gpu-count', 'chip-count'];

/**
 * Cuts from the record what the widget needs.
 * @throws where a model, a chip's memory or a machine's wiring is missing, naming it.
 */
export function selectFit(
  catalogue: Catalogue,
  records: ReadonlyMap<string, ModelRecord>,
  topologies: readonly TopologyRecord[],
): FitData {
  const known = new Set(figureKeys(catalogue));
  const sources: Record<string, { label: string; href: string }> = {};
  const cite = (ids: readonly string[]) => {
    for (const id of ids) {
      const { publisher, title, url } = citedSource(catalogue, id);
      sources[id] = { label: `${publisher}: ${title}`, href: url };
    }
    return [...new Set(ids)];
  };
  const figures: Record<string, RecordedFigure> = {};
  /** Those of some figures that a record has. */
  const keysOf = (record: string, names: readonly string[]) => {
    const keys = names.map((name) => `${record}.${name}`).filter((key) => known.has(key));
    if (keys.length === 0) throw new Error(`${record}: no figure: allowed: one of ${names.join(', ')}`);
    for (const key of keys) {
      figures[key] ??= cutFigure(catalogue, key);
      cite(figures[key].statements.flatMap(({ sources: ids }) => ids));
    }
    return keys;
  };

  const models = Object.fromEntries(
    modelIds
      .filter((id) => id !== 'own')
      .map((id): [string, FitModel] => {
        const record = records.get(id);
        if (!record) throw new Error(`content/models/${id}.yaml: there is no such model`);
        const { architecture, release, context, total_parameters: total } = record;
        const { layers, hidden, vocabulary, tied_embeddings, attention, feed_forward, experts } =
          architecture;
        return [
          id,
          {
            name: record.name,
            architecture: {
              layers,
              hidden,
              vocabulary,
              tied_embeddings,
              attention,
              ...(feed_forward && { feed_forward }),
              ...(experts && { experts }),
            },
            release: { format: release.format, ...(release.narrow && { narrow: release.narrow }) },
            context: context.value,
            parameters: total.value,
            sources: cite([
              ...architecture.sources,
              ...release.sources,
              ...context.sources,
              ...total.sources,
            ]),
          },
        ];
      }),
  );
  const chips = Object.fromEntries(
    chipIds.map((id): [ChipId, FitChip] => {
      const memory = keysOf(id, memoryProperties);
      const machines = machinesOf[id].map((machine): FitMachine => {
        const wiring = topologies.find((one) => one.id === machine);
        if (!wiring) throw new Error(`${machine}: no wiring in content/topologies`);
        return { id: machine, chips: wiring.npus, count: keysOf(machine, counts)[0]! };
      });
      return [id, { name: catalogue.chips.get(id)!.name, memory, machines }];
    }),
  ) as Record<ChipId, FitChip>;
  return { figures, models, chips, sources };
}
