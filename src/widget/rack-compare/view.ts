import { formatNumber } from '../../encoding/format.ts';
import { asOfText, knowledgeNote } from '../knowledgeText.ts';
import { markup, when, type Raw } from '../html.ts';
import { sourceLink } from '../sourceLines.ts';
import { moveControls, type Surroundings } from '../moveControls.ts';
import type { Phrases } from '../phrases.ts';
import type { SheetView } from '../sheetFigure.ts';
import { columnsOf, twinHtml, type TwinTable } from '../twinTable.ts';
import { amountsOf, contents, pairOf, ratioOf } from './pair.ts';
import { cabinetIds, steps, type RackValues } from './params.ts';
import { quantities, type Amount, type RackData } from './rackData.ts';
import { amountText, personText, ratioText } from './sheet.ts';

const sides = ['left', 'right'] as const;

/** Writes everything that is said around the drawing of two cabinets. */
export function rackView(say: Phrases, data: RackData, values: RackValues, around: Surroundings): SheetView {
  const known = quantities.flatMap((quantity) =>
    amountsOf(say, data, values, quantity).flatMap((amount) => ('unknown' in amount ? [] : [amount])),
  );
  const sources = [...new Set(known.flatMap((amount) => amount.sources))].map((id) => {
    const { publisher, title, url } = data.sources[id]!;
    return { label: `${publisher}: ${title}`, href: url };
  });
  const names = { left: say(`cabinet.${values.left}.name`), right: say(`cabinet.${values.right}.name`) };
  const assumed = pairOf(data, values).some(({ layout }) => layout.cabinet.width.basis === 'assumed');
  return {
    controls: controls(say, values, around).html,
    parts: panel(say, data, values, around.newTab).html,
    table: twinHtml(rackTables(say, data, values), around.newTab).html,
    title: say('title', names),
    note: knowledgeNote(say, values.asof, assumed ? say('note-assumed') : say('note')),
    status: [...new Set(known.map(({ status }) => say(`status.${status}`)))].join(', '),
    asOf: asOfText(
      values.asof,
      known.map(({ read }) => read),
    ),
    summary: summary(say, data, values),
    sources,
  };
}

function controls(say: Phrases, values: RackValues, around: Surroundings): Raw {
  const choice = (set: keyof RackValues, value: string, text: string) =>
    markup`<button type="button" data-set="${set}" data-value="${value}" aria-current="${String(values[set] === value)}">${text}</button>`;
  const cabinets = (side: 'left' | 'right') =>
    markup`<div class="control-row"><div class="words" role="group" aria-label="${say(`group.${side}`)}"><span class="figure-muted">${say(`side.${side}`)}</span>${cabinetIds.map(
      (id) => choice(side, id, say(`cabinet.${id}.short`)),
    )}</div></div>`;
  return markup`${sides.map(cabinets)}<div class="control-row"><div class="words" role="group" aria-label="${say('group.explode')}">${steps.map(
    (step) => choice('explode', step, say(`step.${step.replace('.', '-')}`)),
  )}</div>${moveControls(say, around)}</div>`;
}

function amountHtml(say: Phrases, data: RackData, amount: Amount, newTab: boolean): Raw {
  if ('unknown' in amount) {
    return markup`<strong class="figure-muted">${say('not-published')}</strong> <span class="compare-note">${amount.unknown}</span>`;
  }
  const [first] = amount.sources;
  return markup`<strong>${amount.text}</strong> <span class="figure-muted">${say(`status.${amount.status}`)}</span>${when(
    first,
    () => markup` ${sourceLink(data.sources[first!]!, newTab)}`,
  )}${when(amount.note, () => markup` <span class="compare-note">${amount.note}</span>`)}`;
}

/** The list beside the drawing: every quantity of both, with status and source. */
function panel(say: Phrases, data: RackData, values: RackValues, newTab: boolean): Raw {
  return markup`<div class="compare-panel" tabindex="0" role="region" aria-label="${say('panel')}"><dl class="compare">${quantities.map(
    (quantity) => {
      const amounts = amountsOf(say, data, values, quantity);
      // That one side is not published stands beside that side, small and once.
      const ratio = ratioOf(...amounts)
        ? markup` <span class="compare-ratio">${ratioText(say, ...amounts)}</span>`
        : '';
      return markup`<div data-key="${quantity}" data-row="${quantity}"><dt>${say(`quantity.${quantity}`)}${ratio}</dt>${sides.map(
        (side, index) =>
          markup`<dd><span class="figure-muted">${say(`cabinet.${values[side]}.short`)}</span> ${amountHtml(say, data, amounts[index]!, newTab)}</dd>`,
      )}</div>`;
    },
  )}</dl></div>`;
}

/** The table twin: every quantity of both cabinets, then what each of them holds. */
export function rackTables(say: Phrases, data: RackData, values: RackValues): TwinTable[] {
  const column = (key: string) => say(`table.${key}`);
  const name = (side: 'left' | 'right') => say(`cabinet.${values[side]}.name`);
  const cells = (amount: Amount) =>
    'unknown' in amount
      ? [say('not-published'), '', amount.unknown, '']
      : [
          amount.text,
          say(`status.${amount.status}`),
          amount.note,
          [...new Set(amount.sources.map((id) => data.sources[id]!.publisher))].join('; '),
        ];
  const pair = pairOf(data, values);
  return [
    {
      caption: say('table.compared'),
      columns: columnsOf(column, ['quantity', 'cabinet', 'value', 'status', 'note', 'source', 'difference']),
      rows: quantities.flatMap((quantity) => {
        const amounts = amountsOf(say, data, values, quantity);
        return sides.map((side, index) => ({
          key: `${quantity} ${side}`,
          row: quantity,
          cells: [
            say(`quantity.${quantity}`),
            name(side),
            ...cells(amounts[index]!),
            ratioText(say, ...amounts),
          ],
        }));
      }),
    },
    {
      caption: say('table.contents'),
      columns: columnsOf(column, ['part', 'cabinet', 'count', 'basis', 'reason'], ['count']),
      rows: sides.flatMap((side, index) =>
        contents(pair[index]!).map(({ cls, count, basis, reason }) => ({
          key: `${side} ${cls.id}`,
          cells: [say(`part.${cls.id}.many`), name(side), formatNumber(count), say(`basis.${basis}`), reason],
        })),
      ),
    },
  ];
}

/** What is drawn and what differs, in sentences. */
function summary(say: Phrases, data: RackData, values: RackValues): string {
  const compared = quantities.map((quantity) => {
    const [left, right] = amountsOf(say, data, values, quantity);
    return say('compared', {
      quantity: say(`quantity.${quantity}`),
      left: amountText(say, left),
      right: amountText(say, right),
      ratio: ratioText(say, left, right),
    });
  });
  return [
    say('summary', {
      left: say(`cabinet.${values.left}.name`),
      right: say(`cabinet.${values.right}.name`),
      person: personText(),
    }),
    say(`step-text.${values.explode.replace('.', '-')}`),
    ...compared,
  ].join(' ');
}

/** What changed, and what it means, for someone who listens. */
export function rackChange(say: Phrases, data: RackData, before: RackValues, after: RackValues): string {
  const said: string[] = [];
  for (const side of sides) {
    if (before[side] !== after[side]) {
      said.push(say(`said.${side}`, { cabinet: say(`cabinet.${after[side]}.name`) }));
    }
  }
  if (said.length > 0) {
    const [left, right] = amountsOf(say, data, after, 'chips');
    said.push(
      say('compared', {
        quantity: say('quantity.chips'),
        left: amountText(say, left),
        right: amountText(say, right),
        ratio: ratioText(say, left, right),
      }),
    );
  }
  if (before.explode !== after.explode) said.push(say(`step-text.${after.explode.replace('.', '-')}`));
  return said.join(' ');
}
