import { expect, test } from 'vitest';
import { machineReadings, readMachine } from '../../../src/components/machineReading.ts';
import { readTopologies } from '../../../src/data/readTopologies.ts';
import { translate } from '../../../src/locale/translations.ts';

const machines = readTopologies();
const read = (id: string, reading: (typeof machineReadings)[number]) => {
  const record = machines.find((one) => one.id === id);
  if (record?.kind !== 'machine') throw new Error(id);
  return readMachine(translate('en'), id, record, reading);
};

test('one tier of switches: 18 links to 18 switches, half of 72 chips across at full rate', () => {
  expect(read('gb200-nvl72', 'chip-links').result).toBe('18');
  expect(read('gb200-nvl72', 'switches').result).toBe('18');
  expect(read('gb200-nvl72', 'links').result).toBe('1,296');
  expect(read('gb200-nvl72', 'diameter').result).toBe('2');
  expect(read('gb200-nvl72', 'middle').result).toBe('900\u00a0GB/s');
});

test('a mesh in four dimensions: 7 + 7 + 3 + 3 neighbours, two links of 28 GB/s of each chip across the middle', () => {
  expect(read('ub-mesh-pod', 'chip-links').result).toBe('20');
  expect(read('ub-mesh-pod', 'diameter').result).toBe('4');
  expect(read('ub-mesh-pod', 'middle').result).toBe('56\u00a0GB/s');
  // 1 GB at 56 GB/s
  expect(read('ub-mesh-pod', 'gigabyte').result).toBe('18\u00a0ms');
});

test('a cut that is only known not to be wider is said to be at most so wide, and the time at least so long', () => {
  expect(read('atlas-950-superpod-1024', 'middle').result).toBe('at most 224\u00a0GB/s');
  expect(read('atlas-950-superpod-1024', 'gigabyte').result).toBe('at least 4.5\u00a0ms');
});

test.each(machineReadings)('%s says how it follows', (reading) => {
  expect(read('atlas-900-a3-superpod', reading).sum).toContain('atlas-900-a3-superpod');
});
