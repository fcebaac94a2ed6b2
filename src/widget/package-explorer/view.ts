import { millimetresPerTerabyte } from '../../encoding/bandwidth.ts';
import { formatNumber } from '../../encoding/format.ts';
import { lengthText } from '../../encoding/length.ts';
import type { ChipPackage, PackageLink, PackagePart } from '../../model/hardware/chipPackage.ts';
import { asOfText, knowledgeNote } from '../knowledgeText.ts';
import { markup, when, type Raw } from '../html.ts';
import { moveControls, type Surroundings } from '../moveControls.ts';
import type { Phrases } from '../phrases.ts';
import type { SheetView } from '../sheetFigure.ts';
import { sourceLines, sourceLink } from '../sourceLines.ts';
import { columnsOf, twinHtml, type TwinRow, type TwinTable } from '../twinTable.ts';
import { packagesOf, ruleText } from './counted.ts';
import type { PackageData } from './packageData.ts';
import { chipIds, parameters, type PackageValues } from './params.ts';
import { areaText, firmness, linkName, linkText, partText, shownChips } from './sheet.ts';

/** Writes everything that is said around the drawing of one or two packages. */
export function packageView(
  say: Phrases,
  all: PackageData,
  values: PackageValues,
  around: Surroundings,
): SheetView {
  const data = packagesOf(say, all, values);
  const shown = shownChips(values).map((id) => data.chips[id]!);
  const keys = [...new Set(shown.flatMap(({ drawing }) => keysOf(drawing)))];
  const statements = keys.flatMap((key) => data.figures[key]?.statements.slice(0, 1) ?? []);
  const [first, second] = shown;
  return {
    controls: controls(say, data, values, around).html,
    parts: panel(say, data, values, around.newTab).html,
    table: twinHtml(packageTables(say, all, values), around.newTab).html,
    title: second
      ? say('title-two', { left: first!.name, right: second.name })
      : say('title', { chip: first!.name }),
    note: knowledgeNote(
      say,
      values.asof,
      [say('note', { width: millimetresPerTerabyte }), ruleText(say, values)].filter(Boolean).join(' '),
    ),
    status: [...new Set(shown.map(({ drawing }) => say(`status-cell.${firmness(drawing)}`)))].join('; '),
    asOf: asOfText(
      values.asof,
      statements.map(({ read }) => read),
    ),
    summary: summary(say, data, values),
    sources: sourceLines(data, keys, 'latest'),
  };
}

/** Keys of the figures that a package's drawing shows. */
function keysOf({ parts, links }: ChipPackage): string[] {
  return [
    ...parts.flatMap((part) => [...(part.areaFigure ? [part.areaFigure] : []), ...part.figures]),
    ...links.flatMap((link) => (link.figure ? [link.figure] : [])),
  ];
}

function controls(say: Phrases, data: PackageData, values: PackageValues, around: Surroundings): Raw {
  const row = (set: 'chip' | 'compare', ids: readonly string[]) =>
    markup`<div class="words" role="group" aria-label="${say(`group.${set}`)}"><span class="figure-muted">${say(`row.${set}`)}</span>${ids.map(
      (id) =>
        markup`<button type="button" data-set="${set}" data-value="${id}" aria-current="${String(values[set] === id)}">${id === 'none' ? say('alone') : data.chips[id]!.name}</button>`,
    )}</div>`;
  const counting = (set: 'directions' | 'per', ids: readonly string[]) =>
    markup`<div class="words" role="group" aria-label="${say(`group.${set}`)}"><span class="figure-muted">${say(`row.${set}`)}</span>${ids.map(
      (id) =>
        markup`<button type="button" data-set="${set}" data-value="${id}" aria-current="${String(values[set] === id)}">${say(`count.${id}`)}</button>`,
    )}</div>`;
  return markup`<div class="control-row">${row('chip', chipIds)}</div><div class="control-row">${row(
    'compare',
    ['none', ...chipIds],
  )}</div><div class="control-row">${counting('directions', parameters.directions.values)}${counting('per', parameters.per.values)}</div><div class="control-row">${moveControls(say, around)}</div>`;
}

/** Where a figure was first said, as a link. */
function citation(
  say: Phrases,
  data: PackageData,
  key: string | null,
  newTab: boolean,
  withStatus: boolean,
): Raw {
  const [shown] = data.figures[key ?? '']?.statements ?? [];
  const source = data.sources[shown?.sources[0] ?? ''];
  return markup`${when(shown && withStatus, () => markup` <span class="figure-muted">${say(`status.${shown!.status}`)}</span>`)}${when(
    source,
    () => markup` ${sourceLink(source!, newTab)}`,
  )}`;
}

/** The list beside the drawing: what stands in each package, how firm its size is, and what runs on every edge. */
function panel(say: Phrases, data: PackageData, values: PackageValues, newTab: boolean): Raw {
  const part = (id: string, one: PackagePart) =>
    markup`<dd data-row="${id} ${one.id}"><strong>${partText(say, one)}</strong> ${areaText(say, one)}${citation(say, data, one.areaFigure ?? one.figures[0] ?? null, newTab, false)}${when(
      one.reason,
      () => markup` <span class="compare-note">${one.reason}</span>`,
    )}</dd>`;
  const link = (id: string, drawing: ChipPackage, one: PackageLink) =>
    markup`<dd data-row="${id} ${one.kind}">${linkName(say, drawing, one)} <strong>${linkText(say, data, one)}</strong>${citation(say, data, one.figure, newTab, true)}${when(
      one.reason,
      () => markup` <span class="compare-note">${one.reason}</span>`,
    )}</dd>`;
  return markup`<div class="compare-panel" tabindex="0" role="region" aria-label="${say('panel')}"><dl class="compare">${[
    ...new Set(shownChips(values)),
  ].map((id) => {
    const { name, drawing } = data.chips[id]!;
    return markup`<div data-key="${id}"><dt>${name}</dt>${drawing.links.map((one) => link(id, drawing, one))}${drawing.parts.map((one) => part(id, one))}</div>`;
  })}</dl></div>`;
}

/** What the memory stacks of a package hold together, as its figure prints it; empty for other parts. */
function capacityText(data: PackageData, { kind, figures }: PackagePart): string {
  const key = kind === 'memory-stack' ? figures.find((one) => one.endsWith('memory-capacity')) : undefined;
  return data.figures[key ?? '']?.statements[0]?.text ?? '';
}

/** The table twin: the parts and the links of each package drawn. */
export function packageTables(say: Phrases, all: PackageData, values: PackageValues): TwinTable[] {
  const data = packagesOf(say, all, values);
  const publishers = (keys: readonly string[]) =>
    [
      ...new Set(
        keys
          .flatMap((key) => data.figures[key]?.statements[0]?.sources ?? [])
          .map((id) => data.sources[id]!.publisher),
      ),
    ].join('; ');
  const rows = [...new Set(shownChips(values))].flatMap((id) => {
    const { name, drawing } = data.chips[id]!;
    const parts = drawing.parts.map((part): TwinRow => ({
      key: `${id} ${part.id}`,
      row: `${id} ${part.id}`,
      cells: [
        name,
        say(`part.${part.kind}.many`),
        formatNumber(part.count.value),
        `${lengthText(part.size[0])} × ${lengthText(part.size[1])}`,
        [areaText(say, part), capacityText(data, part)].filter(Boolean).join('; '),
        say(`basis.${part.basis}`),
        [part.reason, part.count.reason].filter(Boolean).join('; '),
        publishers([...(part.areaFigure ? [part.areaFigure] : []), ...part.figures]),
      ],
    }));
    const links = drawing.links.map((link): TwinRow => {
      const [shown] = data.figures[link.figure ?? '']?.statements ?? [];
      return {
        key: `${id} ${link.kind}`,
        row: `${id} ${link.kind}`,
        cells: [
          name,
          linkName(say, drawing, link),
          '',
          '',
          linkText(say, data, link),
          shown ? say(`status.${shown.status}`) : '',
          link.reason || (shown?.note ?? ''),
          link.figure ? publishers([link.figure]) : '',
        ],
      };
    });
    return [...parts, ...links];
  });
  const keys = ['chip', 'part', 'count', 'size', 'value', 'basis', 'reason', 'source'];
  return [
    {
      caption: say('table.caption'),
      columns: columnsOf((key) => say(`table.${key}`), keys, ['count']),
      rows,
    },
  ];
}

/** What is drawn, in sentences, one chip after the other. */
function summary(say: Phrases, data: PackageData, values: PackageValues): string {
  const each = [...new Set(shownChips(values))].map((id) => {
    const { name, drawing } = data.chips[id]!;
    const parts = drawing.parts.map((part) =>
      say('summary-part', { part: partText(say, part), area: areaText(say, part) }),
    );
    const links = drawing.links.map((link) =>
      say('summary-link', { link: linkName(say, drawing, link), bandwidth: linkText(say, data, link) }),
    );
    return say('summary-chip', { chip: name, parts: parts.join(', '), links: links.join('; ') });
  });
  return [say('summary'), ...each].join(' ');
}

/** What changed, and what it means, for someone who listens. */
export function packageChange(
  say: Phrases,
  all: PackageData,
  before: PackageValues,
  after: PackageValues,
): string {
  const changed =
    before.chip !== after.chip ? after.chip : before.compare !== after.compare ? after.compare : null;
  if (changed === null)
    return before.directions === after.directions && before.per === after.per ? '' : ruleText(say, after);
  if (changed === 'none') return say('said.alone');
  const data = packagesOf(say, all, after);
  const { name, drawing } = data.chips[changed]!;
  const memory = drawing.links.find(({ kind }) => kind === 'memory')!;
  return say('said.chip', {
    chip: name,
    parts: drawing.parts.map((part) => partText(say, part)).join(', '),
    ground: say(`ground.${firmness(drawing)}`),
    memory: linkText(say, data, memory),
  });
}
