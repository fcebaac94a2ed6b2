import { formatNumber, formatRounded } from '../../encoding/format.ts';
import { markup, when, type Raw } from '../html.ts';
import { asOfText, knowledgeNote } from '../knowledgeText.ts';
import type { Surroundings } from '../moveControls.ts';
import type { Phrases } from '../phrases.ts';
import { figureOn } from '../recordedFigure.ts';
import type { SheetView } from '../sheetFigure.ts';
import { sourceLines } from '../sourceLines.ts';
import { twinHtml } from '../twinTable.ts';
import { controlsHtml } from './controls.ts';
import { keysOf, widestSwitch } from './known.ts';
import { labOf, wiredOf, type Lab, type Wired } from './lab.ts';
import type { LabData } from './labData.ts';
import { labTables, readingIds, readingOf, readingsOf } from './tables.ts';
import { bandwidthText, networkName, shapeText } from './words.ts';
import type { LabValues } from './params.ts';

/** Every text around the drawing of a state that can be wired. */
export function labView(say: Phrases, data: LabData, values: LabValues, around: Surroundings): SheetView {
  const lab = labOf(data, values);
  const keys = keysOf(values);
  const shown = keys.flatMap((key) => figureOn(data.figures[key]!, values.asof).shown ?? []);
  return {
    controls: controlsHtml(say, data, values, lab, around).html,
    parts: partsHtml(say, data, values, lab).html,
    table: twinHtml(labTables(say, data, values, lab), around.newTab).html,
    title: titleText(say, lab),
    note: knowledgeNote(say, values.asof, say('note')),
    status: say('status.derived'),
    asOf: asOfText(
      values.asof,
      shown.map(({ read }) => read),
    ),
    summary: summaryText(say, data, values, lab),
    sources: sourceLines(data, keys, values.asof),
  };
}

function titleText(say: Phrases, { first, second }: Lab): string {
  const { chips } = first.design;
  return second
    ? say('title-two', {
        chips,
        first: networkName(say, first),
        second: networkName(say, second),
      })
    : say('title', { chips, name: networkName(say, first), cables: first.measures.cables });
}

/** Why a family is wired as it is, and what it pays instead. */
function wayText(say: Phrases, { design, measures }: Wired): string {
  return say(`family.${design.family}.way`, {
    chips: design.chips,
    others: design.chips - 1,
    links: design.chipLinks,
    cables: measures.cables,
    diameter: measures.diameter,
    switches: measures.switches,
    ports: measures.ports.mostOfOneSwitch,
    shape: shapeText(design.shape),
  });
}

/** What a chip or a switch would have to be that nobody has built; empty where that is nothing. */
export function limitTexts(
  say: Phrases,
  data: LabData,
  values: LabValues,
  { design, measures }: Wired,
): string[] {
  const widest = widestSwitch(data, values.asof);
  const switchLanes =
    measures.ports.mostOfOneSwitch * Math.max(...measures.tiers.map((tier) => tier.lanesPerLink));
  return [
    design.lanesUsed > values.lanes
      ? say('limit.lanes', { needed: design.lanesUsed, lanes: values.lanes })
      : '',
    measures.switches > 0 && switchLanes > widest ? say('limit.switch', { needed: switchLanes, widest }) : '',
  ].filter(Boolean);
}

function partsHtml(say: Phrases, data: LabData, values: LabValues, lab: Lab): Raw {
  const wired = wiredOf(lab);
  const { first, second } = lab;
  const readings = wired.map((one) => readingsOf(say, one));
  const full = first.design.family === 'fullmesh' || second?.design.family === 'fullmesh';
  // The cables of all kinds stand over the list.
  const rows = readingIds(readings)
    .filter((id) => id !== 'cables')
    .map(
      (id) =>
        markup`<tr data-key="${id}" data-row="${id}"><th scope="row">${say(`reading.${id}`)}</th>${readings.map((own) => markup`<td>${readingOf(say, own, id)}</td>`)}</tr>`,
    );
  const head = when(
    second,
    () =>
      markup`<thead><tr><td></td>${wired.map(({ design }) => markup`<th scope="col">${say(`family.${design.family}.name`)}</th>`)}</tr></thead>`,
  );
  const limits = wired.flatMap((one) => limitTexts(say, data, values, one));
  return markup`<p class="lab-count" data-row="cables"><strong>${formatNumber(first.measures.cables)}</strong> ${say('cables-word')}${when(second, () => markup` ${say('against')} <strong>${formatNumber(second!.measures.cables)}</strong>`)}</p><p>${wired.map((one) => markup`${wayText(say, one)} `)}${when(!full, () => markup`${say('instead', { cables: lab.fullMeshCables })}`)}</p>${limits.map((text) => markup`<p class="lab-limit">${text}</p>`)}${when(second && first.price.total !== null && second.price.total !== null, () => markup`<p>${moneyText(say, lab)}</p>`)}<table class="lab-readings"><caption class="visually-hidden">${say('table.measures', { chips: first.design.chips })}</caption>${head}<tbody>${rows}</tbody></table>`;
}

/** What the second network gives for the money of the first: its bisection, were it made wider or narrower. */
function moneyText(say: Phrases, { first, second }: Lab): string {
  const share = first.price.total! / second!.price.total!;
  return say('money', {
    name: networkName(say, second!),
    times: formatRounded(share),
    bandwidth: bandwidthText(second!.measures.bisection.bandwidth * share),
    first: bandwidthText(first.measures.bisection.bandwidth),
  });
}

/** What is to be seen, for a reader who does not see it. */
function summaryText(say: Phrases, data: LabData, values: LabValues, lab: Lab): string {
  const each = wiredOf(lab).map((one) =>
    [
      say('summary', {
        name: networkName(say, one),
        chips: one.design.chips,
        links: one.measures.links,
        cables: one.measures.cables,
        switches: one.measures.switches,
        diameter: one.measures.diameter,
        mean: formatRounded(one.measures.mean),
        bandwidth: bandwidthText(one.measures.bisection.bandwidth),
      }),
      wayText(say, one),
      ...limitTexts(say, data, values, one),
    ].join(' '),
  );
  return [say(`seen.${lab.second ? 'two' : 'one'}`), ...each].join(' ');
}

/** What a change means, for someone who listens. */
export function changeText(say: Phrases, data: LabData, values: LabValues): string {
  return wiredOf(labOf(data, values))
    .map((one) =>
      say('changed', {
        name: networkName(say, one),
        chips: one.design.chips,
        cables: one.measures.cables,
        switches: one.measures.switches,
        diameter: one.measures.diameter,
        bandwidth: bandwidthText(one.measures.bisection.bandwidth),
      }),
    )
    .join(' ');
}
