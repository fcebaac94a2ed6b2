import { formatNumber, formatRounded } from '../../encoding/format.ts';
import { chipsPerSquare, modelFit, type FitProps } from '../../figure/model-fit/drawing.ts';
import { memoryParts } from '../../model/workload/fit.ts';
import type { ChartView } from '../chartView.ts';
import { escapeHtml, markup, when, type Raw } from '../html.ts';
import { asOfText, knowledgeNote, statusText } from '../knowledgeText.ts';
import { drawnState } from '../drawnState.ts';
import type { Phrases } from '../phrases.ts';
import { columnsOf, twinHtml, type TwinRow, type TwinTable } from '../twinTable.ts';
import { bytesText } from './bytesText.ts';
import type { FitData } from './fitData.ts';
import { fullestText } from './fullestText.ts';
import { parameters, chipIds, modelIds, type FitValues } from './params.ts';
import { reckon, reckonAll, type Reckoned } from './reckon.ts';

/** Frames of the drawing: beside the list, above it, and on a phone. */
export const frames = {
  wide: { width: 1120, height: 630 },
  middle: { width: 720, height: 540 },
  narrow: { width: 400, height: 540 },
} as const;

/** Whether the figure tells where machines end. */
export const machinesShown = (values: FitValues): boolean => values.machines === 'shown';

export function modelName(say: Phrases, data: FitData, values: FitValues): string {
  return data.models[values.model]?.name ?? say('own-name', { params: values.params });
}

export function fitProps(say: Phrases, one: Reckoned, shown: boolean): FitProps {
  const { fit, chip, machine } = one;
  const drawnDomains = Math.max(
    1,
    Math.floor(1600 / (machine.chips / chipsPerSquare(fit.chips, machine.chips))),
  );
  const left = Math.max(0, one.machines - drawnDomains);
  return {
    parts: memoryParts.map((id) => ({
      id,
      chips: fit.bytes[id] / chip.memory,
      label: {
        title: say(`part.${id}`),
        short: bytesText(fit.bytes[id]),
        detail: say('part-detail', {
          bytes: bytesText(fit.bytes[id]),
          chips: formatRounded(fit.bytes[id] / chip.memory),
        }),
      },
    })),
    needed: fit.chips,
    domain: shown ? machine.chips : null,
    words: {
      domain: shown
        ? say('domain', { machine: say(`machine.${machine.id}`), chips: machine.chips })
        : say('chips', { chips: fit.chips, chip: chip.name }),
      hop: say('hop', { chips: machine.chips }),
      more: say('more', { machines: left }),
      square: (chips) => say('square', { chips }),
    },
  };
}

export function fitView(say: Phrases, data: FitData, values: FitValues, newTab: boolean): ChartView {
  const one = reckon(data, values);
  const props = fitProps(say, one, machinesShown(values));
  const ids = [...new Set([...(data.models[values.model]?.sources ?? []), ...one.chip.sources])];
  const mark = `<svg data-drawn="${escapeHtml(drawnState(parameters, values))}"`;
  const name = modelName(say, data, values);
  return {
    controls: controlsHtml(say, data, values).html,
    parts: partsHtml(say, data, one, values).html,
    table: twinHtml(fitTables(say, data, values), newTab).html,
    title: say('title', {
      model: name,
      mode: say(`doing.${values.mode}`),
      count: say('chips', { chips: one.fit.chips, chip: one.chip.name }),
    }),
    note: knowledgeNote(
      say,
      values.asof,
      [
        one.chip.status ? '' : say('knowledge.unannounced', { name: one.chip.name }),
        say('floor'),
        values.mode === 'training' ? say('training-note') : say('inference-note'),
        values.model === 'own' ? say('own-note') : '',
      ]
        .filter(Boolean)
        .join(' '),
    ),
    status: statusText(say, one.chip.status),
    asOf: asOfText(values.asof, [one.chip.read]),
    summary: summaryText(say, data, one, values),
    sources: ids.map((id) => data.sources[id]!),
    scale: say('scale-cell', { memory: one.chip.memoryText }),
    drawings: Object.values(frames).map((frame) => modelFit(props, frame).replace('<svg', mark)),
  };
}

function controlsHtml(say: Phrases, data: FitData, values: FitValues): Raw {
  const row = (
    name: 'mode' | 'format' | 'machines' | 'chip',
    choices: readonly string[],
    text: (one: string) => string,
  ) =>
    markup`<div class="words" role="group" aria-label="${say(`group.${name}`)}"><span>${say(`group.${name}`)}</span>${choices.map((one) => markup`<button type="button" data-set="${name}" data-value="${one}" aria-current="${String(values[name] === one)}">${text(one)}</button>`)}</div>`;
  const options = modelIds.map(
    (id) =>
      markup`<option value="${id}"${when(values.model === id, () => markup` selected`)}>${id === 'own' ? say('own') : say('option', { name: data.models[id]!.name, params: Math.round(data.models[id]!.parameters / 1e9) })}</option>`,
  );
  const number = (name: 'params' | 'context' | 'batch', min: number, max: number) =>
    markup`<label data-key="${name}"><span>${say(`group.${name}`)}</span> <input type="number" name="${name}" min="${min}" max="${max}" step="1" inputmode="numeric" value="${values[name]}" /></label>`;
  return markup`<div class="plain-row fit-fields"><label data-key="model"><span>${say('group.model')}</span> <select name="model">${options}</select></label>${when(values.model === 'own', () => number('params', 1, 20_000))}${number('context', 1, 1_048_576)}${number('batch', 1, 4096)}</div><div class="plain-row">${row('mode', ['inference', 'training'], (one) => say(`mode.${one}`))}${row('format', ['bf16', 'fp8', 'fp4'], (one) => one.toUpperCase())}${row('machines', parameters.machines.values, (one) => say(`machines.${one}`))}</div><div class="plain-row">${row('chip', chipIds, (one) => data.chips[one as (typeof chipIds)[number]].name)}</div>`;
}

/** Where the first hop over the slower network becomes unavoidable, in a sentence. */
export function hopText(say: Phrases, { fit, machine, holder, chip }: Reckoned): string {
  if (!holder) {
    const last = chip.machines.at(-1)!;
    return say('hop-text', { machine: say(`machine.${last.id}`), chips: last.chips, needed: fit.chips });
  }
  const fits = say('fits', { machine: say(`machine.${holder.id}`), chips: holder.chips });
  return holder === machine
    ? fits
    : `${say('hop-text', { machine: say(`machine.${machine.id}`), chips: machine.chips, needed: fit.chips })} ${fits}`;
}

function partsHtml(say: Phrases, data: FitData, one: Reckoned, values: FitValues): Raw {
  const model = data.models[values.model];
  const full = fullestText(say, data, values, one);
  const others = reckonAll(data, values).map(
    ({ chipId, chip, fit, holder }) =>
      markup`<li data-key="${chipId}"><strong>${formatNumber(fit.chips)}</strong> <span>${chip.name}</span> ${when(machinesShown(values), () => markup`<span class="fit-hop-word">${say(holder ? 'no-hop' : 'a-hop')}</span>`)}</li>`,
  );
  return markup`<p class="fit-count"><strong>${formatNumber(one.fit.chips)}</strong> ${say(one.fit.chips === 1 ? 'of-chip' : 'of-chips', { chip: one.chip.name, memory: one.chip.memoryText })}</p>${when(full !== '', () => markup`<p>${full}</p>`)}${when(machinesShown(values), () => markup`<p>${hopText(say, one)}</p>`)}${when(
    model !== undefined && values.context > model.context,
    () => markup`<p>${say('too-long', { context: model!.context })}</p>`,
  )}<p class="fit-others-title">${say('others')}</p><ul class="fit-others">${others}</ul>`;
}

function summaryText(say: Phrases, data: FitData, one: Reckoned, values: FitValues): string {
  const held = memoryParts
    .filter((id) => one.fit.bytes[id] > 0)
    .map((id) => say('held', { part: say(`part.${id}`), bytes: bytesText(one.fit.bytes[id]) }));
  return [
    say('summary', {
      model: modelName(say, data, values),
      mode: say(`doing.${values.mode}`),
      batch: values.batch,
      context: values.context,
      total: bytesText(one.fit.total),
      held: held.join(', '),
      count: say('chips', { chips: one.fit.chips, chip: one.chip.name }),
      memory: one.chip.memoryText,
    }),
    fullestText(say, data, values, one),
    ...(machinesShown(values) ? [hopText(say, one)] : []),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The table twin: what fills the memories, and the same model on every chip. */
export function fitTables(say: Phrases, data: FitData, values: FitValues): TwinTable[] {
  const one = reckon(data, values);
  const column = (key: string) => say(`table.${key}`);
  const model = modelName(say, data, values);
  const shown = machinesShown(values);
  const filled = (bytes: number) => [bytesText(bytes), formatRounded(bytes / one.chip.memory)];
  const ends = ({ machine, holder }: Reckoned) => [
    say(`machine.${(holder ?? machine).id}`),
    formatNumber((holder ?? machine).chips),
    say(holder ? 'table.no' : 'table.yes'),
  ];
  return [
    {
      caption: say('table.parts', { model, chip: one.chip.name }),
      columns: columnsOf(column, ['part', 'bytes', 'memories'], ['bytes', 'memories']),
      rows: [
        ...memoryParts
          .filter((id) => one.fit.bytes[id] > 0)
          .map((id): TwinRow => ({ row: id, cells: [say(`part.${id}`), ...filled(one.fit.bytes[id])] })),
        ...(one.fit.chips > 1 ? [{ cells: [say('table.fullest'), ...filled(one.fit.fullest.bytes)] }] : []),
      ],
    },
    {
      caption: say('table.chips', { model }),
      columns: columnsOf(
        column,
        ['chip', 'memory', 'status', 'needed', ...(shown ? ['machine', 'edge', 'hop'] : []), 'source'],
        ['memory', 'needed', 'edge'],
      ),
      rows: reckonAll(data, values).map((each) => ({
        cells: [
          each.chip.name,
          each.chip.memoryText,
          statusText(say, each.chip.status),
          formatNumber(each.fit.chips),
          ...(shown ? ends(each) : []),
          each.chip.sources.map((id) => ({ text: data.sources[id]!.label, href: data.sources[id]!.href })),
        ],
      })),
    },
  ];
}
