import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readCatalogue } from '../../src/data/read.ts';
import { readMeasurements, readModels, readRuns } from '../../src/data/readRecords.ts';
import { checkpointBytes } from '../../src/model/workload/checkpoint.ts';

const records = readModels();

test.each([...records].filter(([, { checkpoint }]) => checkpoint).map(([id]) => id))(
  'the weights of %s come to the bytes that were published, within 2 %%',
  (id) => {
    const { architecture, release, checkpoint } = records.get(id)!;
    expect(Math.abs(checkpointBytes(architecture, release) / checkpoint!.value - 1)).toBeLessThan(0.02);
    expect(checkpoint!.sources.length).toBeGreaterThan(0);
    expect(checkpoint!.as_of).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  },
);

test('only weights that were never published have no size', () => {
  expect([...records].filter(([, { checkpoint }]) => !checkpoint).map(([id]) => id)).toEqual(['gpt-3-175b']);
});

/** A copy of the folders that these readers read, to spoil. */
function copy(): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  for (const folder of ['models', 'runs', 'measurements', 'sources'])
    cpSync(`content/${folder}`, join(root, folder), { recursive: true });
  return root;
}

test('models, runs and measurements are read, and what they name exists', () => {
  expect(readModels().size).toBeGreaterThanOrEqual(9);
  expect(readMeasurements().size).toBeGreaterThanOrEqual(10);
  const { chips } = readCatalogue();
  for (const [id, { chip }] of readRuns()) if (chip !== undefined) expect(chips.has(chip), id).toBe(true);
});

test.each([
  ['models/gpt-3-175b.yaml', 'name: GPT', /content\/models\/gpt-3-175b.yaml: maker: .*allowed/],
  ['runs/gpt-3-175b.yaml', 'name: GPT\nmodel: gpt-9', /there is no model "gpt-9": allowed: deepseek-v3/],
  ['runs/gpt-3-175b.yaml', 'name: GPT\nspeed: 3', /unknown key "speed": allowed: name, model/],
  [
    'runs/gpt-3-175b.yaml',
    "name: GPT\ntokens: { value: 1, status: reported, stated_on: '2020', as_of: '2020', sources: [nobody] }",
    /there is no source "nobody"/,
  ],
])('a spoilt %s is refused with its file and key', (file, text, message) => {
  const root = copy();
  writeFileSync(join(root, file), text);
  expect(() => readRuns(root)).toThrow(message);
});
