import { describe, expect, test } from 'vitest';
import { buildCatalogue } from '../../../src/data/catalog.ts';
import { readCatalogue } from '../../../src/data/read.ts';
import { ruledChipOf } from '../../../src/data/ruledChip.ts';
import { exactly, unlimited } from '../../../src/model/exportControl/interval.ts';
import { tppOf } from '../../../src/model/exportControl/measure.ts';
import type { RuledChip } from '../../../src/model/exportControl/ruledChip.ts';
import { soundContent } from './raw.ts';

type Given = Record<string, Record<string, unknown>>;

/** A chip with the properties given, each one statement; quantities as the record has them. */
function chipWith(properties: Given, disputed: Given = {}): RuledChip {
  const content = soundContent();
  const quantities: Record<string, Record<string, string>> = {
    'stated-tpp': { quantity: 'performance' },
    tpp: { quantity: 'performance' },
    'applicable-die-area': { quantity: 'area' },
    'aggregate-io-bandwidth': { quantity: 'bandwidth', direction: 'required' },
    'memory-bandwidth': { quantity: 'bandwidth' },
    'designed-for-data-centres': { quantity: 'flag' },
    'us-sale-2026': { quantity: 'flag' },
    'release-date': { quantity: 'date' },
  };
  const statement = {
    status: 'announced',
    stated_on: '2025-09-18',
    as_of: '2025-09-18',
    sources: ['roadmap'],
  };
  content.chips.push({
    id: 'chip-b',
    file: 'content/chips/chip-b.yaml',
    data: {
      name: 'Chip B',
      maker: 'Maker',
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [
          name,
          [{ ...statement, ...value }, ...(disputed[name] ? [{ ...statement, ...disputed[name] }] : [])],
        ]),
      ),
      conflicts: [],
    },
  });
  const names = Object.keys(properties).filter((name) => name !== 'fp8-pflops');
  return ruledChipOf(
    buildCatalogue({
      ...content,
      properties: [
        ...content.properties,
        ...names.map((id) => ({
          id,
          file: `content/properties.yaml: ${id}`,
          data: { label: id, quantity: 'rate', ...quantities[id] },
        })),
      ],
    }),
    'chip-b',
  );
}

const rate = (value: unknown, format: string, rest = {}) => ({
  value,
  unit: 'TFLOPS',
  format,
  sparsity: 'dense',
  ...rest,
});

describe('ruledChipOf', () => {
  test('takes the dense rates by name, with the bits of their format', () => {
    const chip = chipWith({
      'fp8-dense': rate(1979, 'fp8'),
      'bf16-dense': rate({ low: 980, high: 989 }, 'bf16'),
      'int8-dense': rate(1.979, 'int8', { unit: 'PFLOPS' }),
      'fp4-inference': rate(9000, 'fp4'),
    });
    expect(chip.formats).toEqual([
      { name: 'FP8', bits: 8, denseTops: exactly(1979) },
      { name: 'BF16', bits: 16, denseTops: { low: 980, high: 989 } },
      { name: 'INT8', bits: 8, denseTops: exactly(1979) },
    ]);
    expect(chip.statedTpp).toBeNull();
  });

  test('leaves out rates that are sparse or do not say, and formats without bits of their own', () => {
    const chip = chipWith({
      'fp8-dense': rate(4000, 'fp8', { sparsity: 'sparse' }),
      'fp4-dense': rate(4000, 'fp4', { sparsity: 'unstated' }),
      'mixed-dense': rate(4000, 'mixed'),
    });
    expect(chip.formats).toEqual([]);
  });

  test('takes a stated TPP where no rate has the name of one, and other dense rates where neither is there', () => {
    const stated = { value: 5120, unit: 'TPP' };
    expect(chipWith({ 'fp8-pflops': rate(1, 'fp8', { unit: 'PFLOPS' }), 'stated-tpp': stated })).toMatchObject({
      formats: [],
      statedTpp: exactly(5120),
    });
    expect(chipWith({ 'fp8-pflops': rate(1, 'fp8', { unit: 'PFLOPS' }) })).toMatchObject({
      formats: [{ name: 'FP8', bits: 8, denseTops: exactly(1000) }],
      statedTpp: null,
    });
    expect(chipWith({ 'fp8-dense': rate(600, 'fp8'), 'stated-tpp': stated }).statedTpp).toBeNull();
    expect(chipWith({ tpp: { value: 4800, unit: 'TPP' } }).statedTpp).toEqual(exactly(4800));
  }); // prettier-ignore

  test('makes intervals of bounds', () => {
    const area = (value: unknown, bound?: string) =>
      chipWith({ 'applicable-die-area': { value, unit: 'mm2', ...(bound && { bound }) } }).applicableDieAreaMm2;
    expect(area(814)).toEqual(exactly(814));
    expect(area(1716, 'at-most')).toEqual({ low: 0, high: 1716 });
    expect(area(1017, 'at-least')).toEqual({ low: 1017, high: unlimited });
    expect(area({ low: 800, high: 858 })).toEqual({ low: 800, high: 858 });
  }); // prettier-ignore

  test('takes a rounded rate for what may round to it, and a measured one for a floor of the peak', () => {
    const tops = (rest: object) => chipWith({ 'fp8-dense': rate(144, 'fp8', rest) }).formats[0]!.denseTops;
    expect(tops({ bound: 'about' })).toEqual({ low: 143.5, high: 144.5 });
    expect(tops({ status: 'measured' })).toEqual({ low: 144, high: unlimited });
    expect(tops({ status: 'measured', bound: 'about' })).toEqual({ low: 144, high: unlimited });
  });

  test('leaves open what is only assumed, and says so', () => {
    const chip = chipWith({
      'designed-for-data-centres': { value: false, status: 'assumed', reason: 'By its name.' },
      'aggregate-io-bandwidth': {
        value: 128,
        unit: 'GB/s',
        direction: 'both',
        status: 'assumed',
        reason: 'PCIe.',
      },
    });
    expect(chip).toMatchObject({ datacentre: null, ioBandwidthGBs: null });
    expect(chip.doubts).toEqual({
      datacentre: 'The record assumes no. By its name.',
      io: 'The record assumes 128 GB/s. PCIe.',
    });
  });

  test('keeps every reading where sources disagree', () => {
    const chip = chipWith(
      { 'applicable-die-area': { value: 790, unit: 'mm2' }, 'designed-for-data-centres': { value: true } },
      { 'applicable-die-area': { value: 724, unit: 'mm2', disputed: true }, 'designed-for-data-centres': { value: false, disputed: true } },
    );
    expect(chip).toMatchObject({ applicableDieAreaMm2: { low: 724, high: 790 }, datacentre: null });
    expect(chip.doubts?.area).toBe('Sources disagree: 790 mm2 or 724 mm2.');
    expect(chip.doubts?.datacentre).toBe('Sources disagree: yes or no.');
  }); // prettier-ignore

  test('has no upper limit where the record calls its performance a floor', () => {
    const chip = chipWith({
      'bf16-dense': rate(432, 'bf16'),
      tpp: { value: 6912, unit: 'TPP', bound: 'at-least' },
    });
    expect(tppOf(chip)).toEqual({ low: 6912, high: unlimited });
  });

  test('takes a name with several variants for all of them', () => {
    expect(chipWith({ 'stated-tpp': { value: { low: 4480, high: 6400 }, unit: 'TPP' } }).statedTpp).toEqual({ low: 4480, high: 6400 });
  }); // prettier-ignore

  test('adds both directions of links, and keeps both readings where the source does not say', () => {
    const io = (direction: string) =>
      chipWith({ 'aggregate-io-bandwidth': { value: 0.45, unit: 'TB/s', direction } }).ioBandwidthGBs;
    expect(io('both')).toEqual(exactly(450));
    expect(io('one')).toEqual(exactly(900));
    expect(io('unstated')).toEqual({ low: 450, high: 900 });
  });

  test('reads memory in GB/s without the noise of binary fractions, flags and the first day', () => {
    expect(
      chipWith({
        'memory-bandwidth': { value: 5.3, unit: 'TB/s' },
        'designed-for-data-centres': { value: false },
        'us-sale-2026': { value: true },
        'release-date': { value: '2024-03' },
      }),
    ).toMatchObject({
      dramBandwidthGBs: exactly(5300),
      datacentre: false,
      usSale: true,
      released: '2024-03-01',
    });
  });

  test('does not know a yes or no that sources dispute', () => {
    const content = readCatalogue();
    expect(ruledChipOf(content, 'nvidia-rtx-pro-6000d').datacentre).toBeNull();
    expect(ruledChipOf(content, 'nvidia-rtx-pro-6000d').formats.map(({ denseTops }) => denseTops)).toEqual([
      { low: 144, high: unlimited },
      { low: 140, high: unlimited },
    ]);
    expect(ruledChipOf(content, 'ascend-910b').statedTpp).toEqual({ low: 4480, high: 6400 });
  });

  test('leaves everything open that the record has not', () => {
    expect(chipWith({})).toEqual({
      id: 'chip-b',
      name: 'Chip B',
      maker: 'Maker',
      released: null,
      formats: [],
      statedTpp: null,
      applicableDieAreaMm2: null,
      ioBandwidthGBs: null,
      dramBandwidthGBs: null,
      datacentre: null,
      usSale: null,
      memory: null,
    });
  });

  test('refuses a chip that is not there', () => {
    expect(() => ruledChipOf(buildCatalogue(soundContent()), 'chip-z')).toThrow('chip-z');
  });
});
