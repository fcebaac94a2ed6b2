import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../src/data/read.ts';
import { readModels } from '../../../../src/data/readRecords.ts';
import { readTopologies } from '../../../../src/data/readTopologies.ts';
import { strings } from '../../../../src/locale/translations.ts';
import type { FitData } from '../../../../src/widget/model-fit/fitData.ts';
import { chipOn } from '../../../../src/widget/model-fit/known.ts';
import { chipIds, modelIds, parameters, type FitValues } from '../../../../src/widget/model-fit/params.ts';
import { reckon } from '../../../../src/widget/model-fit/reckon.ts';
import { selectFit } from '../../../../src/widget/model-fit/select.ts';
import { bytesText } from '../../../../src/widget/model-fit/bytesText.ts';
import { fitView } from '../../../../src/widget/model-fit/view.ts';
import { readParameters } from '../../../../src/widget/parameter.ts';
import { phrases } from '../../../../src/widget/phrases.ts';

const section = 'model-fit';
const own = [...strings('en')].map(([key, text]): [string, string] => [
  key.startsWith('status.') ? `${section}.${key}` : key,
  text,
]);
const say = phrases(Object.fromEntries(own), section);
const values = (query = ''): FitValues => readParameters(parameters, new URLSearchParams(query)).values;

let data: FitData;
beforeAll(() => {
  data = selectFit(readCatalogue(), readModels(), readTopologies());
});

describe('the figure of how many chips a model needs', () => {
  it('finds the first hop where the machine ends', () => {
    const h100 = reckon(data, values());
    expect(h100.fit.chips).toBe(14);
    expect(h100.holder).toBeNull();
    expect(fitView(say, data, values(), false).summary).toContain('some traffic must leave the fast network');
    const rack = reckon(data, values('chip=nvidia-gb200-gpu'));
    expect(rack.holder?.chips).toBe(72);
  });

  it('keeps where machines end to itself while they are left out', () => {
    for (const chip of chipIds) {
      const view = fitView(say, data, values(`chip=${chip}&machines=hidden&mode=training`), false);
      const told = [view.title, view.note, view.parts, view.summary, view.table, ...view.drawings].join(' ');
      expect(told).not.toMatch(/fast network|hop|HGX|NVL72|pod\b/);
      expect(view.drawings.join('')).not.toContain('fill-frame');
      expect(view.parts).toContain(
        `<strong>${reckon(data, values(`chip=${chip}&mode=training`)).fit.chips}<`,
      );
    }
  });

  it('is set by every link of its article to one state, whatever the figure showed before', () => {
    const article = readFileSync('content/en/one-machine.mdx', 'utf8');
    const links = [...article.matchAll(/<Drive figure="model-fit" set="([^"]*)">([^<]*)</g)];
    expect(links.length).toBeGreaterThan(3);
    for (const [, set = ''] of links) {
      const query = new URLSearchParams(set);
      expect(readParameters(parameters, query).problems).toEqual([]);
      expect([...query.keys()]).toEqual(
        expect.arrayContaining(['model', 'mode', 'format', 'context', 'batch', 'chip']),
      );
    }
    const chips = (words: string) =>
      reckon(data, values(links.find(([, , text]) => text === words)![1])).fit.chips;
    expect(chips('a smaller model')).toBe(1);
    const [, printed] = article.match(/<FitChips set="([^"]*)"/)!;
    expect(links.map(([, set]) => set)).toContain(printed);
  });

  it('takes the memory that listed products carry', () => {
    expect(chipOn(data, 'ascend-950dt', 'latest').memory).toBe(96e9);
    expect(chipOn(data, 'nvidia-h100', 'latest').memory).toBe(80e9);
    // Before a product was listed, what the chip can carry at most.
    expect(chipOn(data, 'ascend-950dt', '2026-01-01')).toMatchObject({ memory: 144e9, status: 'announced' });
    expect(chipOn(data, 'ascend-950dt', '2025-01-01').status).toBeNull();
  });

  it('names the fullest chip wherever there are several', () => {
    const llama = fitView(say, data, values(), false);
    expect(llama.parts).toContain('The fullest chip holds');
    expect(llama.summary).toMatch(
      /one part in 2 of layers 1 to 18 of 126, the input table|layers \d+ to 126 of 126, the output head/,
    );
    const one = fitView(say, data, values('model=gpt-oss-120b&format=fp4&batch=1'), false);
    expect(one.parts).not.toContain('The fullest chip');
    const experts = values('model=kimi-k2&format=bf16');
    const { fit } = reckon(data, experts);
    expect(fit.plan.expert).toBeGreaterThan(1);
    expect(fitView(say, data, experts, false).summary).toContain(
      `${fit.fullest.experts} of 384 experts a layer`,
    );
  });

  it('draws as many chips as it counts', () => {
    for (const query of ['mode=training&context=8192', 'model=kimi-k2&mode=training&context=4096&batch=1']) {
      const state = values(`${query}&machines=hidden`);
      const [wide = ''] = fitView(say, data, state, false).drawings;
      const squares = wide.match(/<path class="fill-empty" d="([^"]*)"/)![1]!.split('z').length - 1;
      expect(squares).toBe(reckon(data, state).fit.chips);
    }
  });

  it('agrees in drawing, list, table and summary on every chip and model', () => {
    for (const chip of chipIds)
      for (const model of modelIds)
        for (const mode of ['inference', 'training']) {
          const state = values(`chip=${chip}&model=${model}&mode=${mode}`);
          const { fit } = reckon(data, state);
          const view = fitView(say, data, state, false);
          const count = fit.chips.toLocaleString('en-GB');
          expect(view.title).toContain(`${count} ×`);
          expect(view.parts).toContain(`<strong>${count}</strong>`);
          expect(view.table).toContain(`<td class="number">${count}</td>`);
          expect(view.summary).toContain(bytesText(fit.total));
          expect(view.drawings).toHaveLength(3);
          expect(view.sources.length).toBeGreaterThan(0);
        }
  });

  it('says when a context is longer than the model was made for', () => {
    const { parts } = fitView(say, data, values('model=qwen3-235b-a22b&context=131072'), false);
    expect(parts).toContain('at most');
  });

  it('prints sizes as one reads them', () => {
    expect(bytesText(811.6e9)).toBe('812\u00a0GB');
    expect(bytesText(7.28e12)).toBe('7.28\u00a0TB');
    expect(bytesText(2.19e15)).toBe('2.19\u00a0PB');
  });
});
