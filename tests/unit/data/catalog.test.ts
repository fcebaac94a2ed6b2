import { expect, test } from 'vitest';
import { buildCatalogue, type RawContent } from '../../../src/data/catalog.ts';
import { soundContent, type SoundContent } from './raw.ts';

/** Builds sound content with one thing broken and returns the lines of complaint. */
function problems(spoil: (content: SoundContent) => void): string[] {
  const content = soundContent();
  spoil(content);
  try {
    buildCatalogue(content as RawContent);
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
  return [];
}

const link = (content: SoundContent) => content.chips[0]!.data.properties['link-bandwidth']![0]!;
const rate = (content: SoundContent) => content.chips[0]!.data.properties['fp8-pflops']![0]!;

/** Puts a statement of a property that carries neither unit nor direction. */
const plain = (content: SoundContent, name: string, changes: Record<string, unknown>) => {
  const one = { ...link(content), ...changes };
  if (!('unit' in changes)) delete one['unit'];
  delete one['direction'];
  content.chips[0]!.data.properties[name] = [one];
};

test('sound content passes', () => {
  expect(problems(() => {})).toEqual([]);
});

const at = 'content/chips/chip-a.yaml: properties.link-bandwidth.0';

test.each<[string, (content: SoundContent) => void, string]>([
  ['a figure without a source', (c) => (link(c)['sources'] = []), `${at}: no source`],
  [
    'a source that does not exist',
    (c) => (link(c)['sources'] = ['nowhere']),
    `${at}: there is no source "nowhere"`,
  ],
  [
    'a wrong unit',
    (c) => (link(c)['unit'] = 'kW'),
    `${at}: unit "kW" is not one of bandwidth: allowed: GB/s, TB/s`,
  ],
  ['an unknown unit', (c) => (link(c)['unit'] = 'TBps'), `${at}: unit "TBps" is not one of bandwidth`],
  ['no unit', (c) => delete link(c)['unit'], `${at}: no unit: allowed: GB/s`],
  ['words for a number', (c) => (link(c)['value'] = 'two'), `${at}: "two" is not a bandwidth`],
  [
    'a link without direction',
    (c) => delete link(c)['direction'],
    `${at}: no direction: allowed: one, both or unstated`,
  ],
  [
    'a misspelt direction',
    (c) => (link(c)['direction'] = 'dual'),
    `${at}.direction: not one of the values: allowed: one, both`,
  ],
  [
    'an assumption without a reason',
    (c) => (link(c)['status'] = 'assumed'),
    `${at}: assumed without a reason`,
  ],
  ['a derivation not shown', (c) => (link(c)['status'] = 'derived'), `${at}: derived without its derivation`],
  [
    'an unknown status',
    (c) => (link(c)['status'] = 'rumoured'),
    `${at}.status: not one of the values: allowed: announced`,
  ],
  ['no date', (c) => delete link(c)['stated_on'], `${at}.stated_on: must be a date in quotes`],
  [
    'a date without quotes',
    (c) => (link(c)['stated_on'] = 2025),
    `${at}.stated_on: must be a date in quotes`,
  ],
  ['a day that does not exist', (c) => (link(c)['as_of'] = '2026-13-01'), `${at}.as_of: is not a date`],
  [
    'read before it was stated',
    (c) => (link(c)['as_of'] = '2025-01-01'),
    `${at}: as_of 2025-01-01 is before stated_on`,
  ],
  [
    'a misspelt key',
    (c) => (link(c)['vlaue'] = 1),
    `${at}: unknown key "vlaue": allowed: value, unit, bound`,
  ],
  ['a range upside down', (c) => (link(c)['value'] = { low: 3, high: 2 }), `${at}.value`],
  [
    'a rate without format',
    (c) => delete rate(c)['format'],
    'content/chips/chip-a.yaml: properties.fp8-pflops.0: a rate without a number format',
  ],
  [
    'a rate that does not say dense or sparse',
    (c) => delete rate(c)['sparsity'],
    'content/chips/chip-a.yaml: properties.fp8-pflops.0: a rate that is neither dense nor sparse',
  ],
  [
    'a direction where none belongs',
    (c) => (rate(c)['direction'] = 'both'),
    'content/chips/chip-a.yaml: properties.fp8-pflops.0: a direction on "FP8 rate"',
  ],
  [
    'two statements of one day',
    (c) => (c.chips[0]!.data.properties['fp8-pflops']![1]!['stated_on'] = '2025-09-18'),
    'content/chips/chip-a.yaml: properties.fp8-pflops: two statements of 2025-09-18: allowed: one',
  ],
  [
    'nothing but disputed statements',
    (c) => (link(c)['disputed'] = true),
    'content/chips/chip-a.yaml: properties.link-bandwidth: every statement is disputed',
  ],
  [
    'an unknown property',
    (c) => (c.chips[0]!.data.properties['colour'] = [link(c)]),
    'content/chips/chip-a.yaml: properties.colour: unknown property: allowed: a name in content/properties.yaml',
  ],
  [
    'a unit on words',
    (c) => plain(c, 'a-text', { value: 'blue', unit: 'GB' }),
    'content/chips/chip-a.yaml: properties.a-text.0: unit "GB" on a text',
  ],
  [
    'a number for words',
    (c) => plain(c, 'a-text', { value: 7 }),
    'content/chips/chip-a.yaml: properties.a-text.0: not words',
  ],
  [
    'words for a date',
    (c) => plain(c, 'a-date', { value: 'soon' }),
    'content/chips/chip-a.yaml: properties.a-date.0: "soon" is not a date',
  ],
  [
    'words for yes or no',
    (c) => plain(c, 'a-flag', { value: 'no' }),
    'content/chips/chip-a.yaml: properties.a-flag.0: not yes or no',
  ],
  [
    'a conflict about a property the record has not',
    (c) => (c.chips[0]!.data['conflicts'] = [{ about: 'x', reading: 'y', properties: ['mass'] }]),
    'content/chips/chip-a.yaml: conflicts.0.properties: "mass" is not in this record: allowed: link-bandwidth, fp8-pflops',
  ],
  [
    'a misspelt record key',
    (c) => (c.chips[0]!.data['makr'] = 'M'),
    'content/chips/chip-a.yaml: (whole file): unknown key "makr": allowed: name, maker',
  ],
  [
    'a chip that does not exist',
    (c) => (c.systems[0]!.data['chip'] = 'chip-z'),
    'content/systems/system-a.yaml: chip: there is no chip "chip-z": allowed: chip-a',
  ],
  [
    'an interconnect that does not exist',
    (c) => (c.systems[0]!.data['interconnect'] = 'link-z'),
    'content/systems/system-a.yaml: interconnect: there is no interconnect "link-z": allowed: link-a',
  ],
  [
    'one id twice',
    (c) => (c.systems[0]!.id = 'chip-a'),
    'content/systems/system-a.yaml: chip-a: the id is already used by content/chips/chip-a.yaml',
  ],
  [
    'a source without an address',
    (c) => delete c.sources[0]!.data['url'],
    'content/sources/roadmap.yaml: url: a source needs an address',
  ],
  [
    'a source whose address is words',
    (c) => (c.sources[0]!.data['url'] = 'my desk'),
    'content/sources/roadmap.yaml: url: is not a web address',
  ],
  [
    'a term with a dangling source',
    (c) => (c.terms[0]!.data.sources = ['nowhere']),
    'content/terms/npu.yaml: sources: there is no source "nowhere"',
  ],
  [
    'a term without Chinese',
    (c) => delete (c.terms[0]!.data as { zh?: string }).zh,
    'content/terms/npu.yaml: zh: is missing',
  ],
  [
    'a property of no known quantity',
    (c) => ((c.properties[0]!.data as { quantity: string }).quantity = 'speed'),
    'content/properties.yaml: link-bandwidth: quantity: not one of the values: allowed: bandwidth',
  ],
])('%s is reported with file, key and what is allowed', (_name, spoil, expected) => {
  expect(
    problems(spoil).some((line) => line.startsWith(expected)),
    problems(spoil).join('\n'),
  ).toBe(true);
});

test('an assumption with a reason needs no source', () => {
  expect(
    problems((c) =>
      Object.assign(link(c), { status: 'assumed', reason: 'the drawing needs one', sources: [] }),
    ),
  ).toEqual([]);
});

test('a derivation may only name figures on record', () => {
  const derive = (derivation: string) =>
    problems((c) => Object.assign(link(c), { status: 'derived', derivation }));
  expect(derive('chip-a.fp8-pflops * 2')).toEqual([]);
  expect(derive('chip-a.fp16-pflops * 2')).toEqual([
    `${at}: derivation: there is no figure "chip-a.fp16-pflops": allowed: record.property`,
  ]);
});

test('all problems arrive together', () => {
  const lines = problems((c) => {
    link(c)['unit'] = 'kW';
    delete c.sources[0]!.data['url'];
    c.systems[0]!.data['chip'] = 'chip-z';
  });
  expect(lines).toHaveLength(3);
});
