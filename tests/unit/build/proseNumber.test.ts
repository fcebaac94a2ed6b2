import { expect, test } from 'vitest';
import { numbersIn } from '../../../src/build/proseNumber.ts';

const names = [
  'Ascend 950DT',
  'Ascend 960',
  'Ascend 970',
  'Atlas 950 SuperPoD (8,192)',
  'CloudMatrix 384',
  'GB200 NVL72',
];
const found = (prose: string) => numbersIn(prose, names).map(({ text }) => text);

test.each([
  // Dates and years
  'On 18 September 2025 the plan was shown.',
  'It came on March 20, 2026, as promised.',
  'By September 2026 it was listed.',
  'The plan of 2025 gave way in 2026.',
  'From 2025 to 2027, and in the 1990s.',
  'Due in Q4 2026 or 2027-Q1, at the latest H2 2028.',
  'Read on 2026-11-22.',
  'Between 16 and 18 June nothing happened.',
  '2025年9月18日，华为公布了路线图。',
  // Ordinals and words
  'The 3rd row and the 21st cabinet.',
  'Eight chips on a board, sixty-four in a cabinet.',
  // Names
  'The Atlas 950 follows the Atlas 900 A3.',
  'A GB200 NVL72 beside a TPU v4 pod.',
  'CloudMatrix 384 is its other name.',
  'The Atlas 950 SuperPoD (8,192) is the announced size.',
  'The 950 came first, the 960 and the 970 later.',
  'An H100, a 910C and a 950DT.',
  'NVLink 5 and UnifiedBus 2.0 under CC BY 4.0.',
  'HBM3E, FP8, BF16 and MXFP4.',
  'A 3D torus, a 2D mesh.',
  'The rule is in 3A090 and 802.3ck.',
  'Llama-3 was trained on it.',
  'See Figure 3 and Table 1.',
  'An 8-bit format and a 16-bit one.',
  // Addresses
  'It is at https://example.com/a/123 for all.',
])('lets pass: %s', (prose) => {
  expect(found(prose)).toEqual([]);
});

test.each([
  ['The hall has 160 cabinets.', ['160 cabinets']],
  ['The 8,192 chips fill it.', ['8,192 chips']],
  ['Over 5,000 cables run behind.', ['5,000 cables']],
  ['In 384 chips there are two dies each.', ['384 chips']],
  ['It draws 559 kW.', ['559 kW']],
  ['Each holds 64GB of memory.', ['64GB']],
  ['A link of 2.0 TB/s.', ['2.0 TB/s']],
  ['About 30 % are lost.', ['30 %']],
  ['It is 56.8× as large.', ['56.8×']],
  ['The model has 671B parameters.', ['671B']],
  ['A lane of 112 or 224 Gb/s.', ['112 or', '224 Gb/s']],
  ['It spans 12 + 4 cabinets.', ['12', '4 cabinets']],
  ['It cost $8.2 million.', ['8.2 million']],
  ['A 64-chip cabinet.', ['64-chip']],
  ['Next come 2048 CPUs.', ['2048 CPUs']],
  ['UnifiedBus 2 TB/s.', ['2 TB/s']],
  ['The machine needs 1,000 m2 of floor.', ['1,000 m2']],
  ['There are 4.', ['4']],
  ['It is a 7 nm chip.', ['7 nm']],
  ['All 384 chips of it.', ['384 chips']],
  ['The Ascend 970 reaches 3.6 PFLOPS.', ['3.6 PFLOPS']],
  ['Compute 16 racks.', ['16 racks']],
  ['8,192 颗芯片', ['8,192 颗芯片']],
])('refuses: %s', (prose, figures) => {
  expect(found(prose)).toEqual(figures);
});

test('says where in the text the figure stands', () => {
  expect(numbersIn('In 2026 it held 64 chips.')).toEqual([{ text: '64 chips', offset: 16 }]);
});
