import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { loadWidget, widgets } from '../../src/widget/registry.ts';
import type { FigureCheck } from './figureCheck.ts';
import { byLoad, figureDesk } from './figureLoad.ts';
import { shareOf } from './harness.ts';
import { closePool } from './pagePool.ts';

/**
 * Every rule that holds for a figure because it is one: a new figure is held to them by being registered, a new rule
 * holds for all figures by being a file in `figureCheck/`.
 */
const modules = import.meta.glob<{ checks: readonly FigureCheck[] }>('./figureCheck/*.ts', { eager: true });
const checks = byLoad(Object.values(modules).flatMap((module) => module.checks));

const ids = Object.keys(widgets);
const looked = shareOf('FIGURES', ids);
const declarations = Object.fromEntries(
  await Promise.all(looked.map(async (id) => [id, (await loadWidget(id)).declaration] as const)),
);

afterAll(closePool);

test('every widget of the site is registered', () => {
  const built = readdirSync('dist/en/widgets', { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(built.map(({ name }) => name).sort()).toEqual([...ids].sort());
});

describe.each(looked)('%s', (id) => {
  const declaration = declarations[id]!;
  const desk = figureDesk(declaration);
  afterAll(() => desk.close());
  for (const check of checks)
    test.runIf(check.holdsFor?.(declaration) ?? true)(check.name, { meta: { figure: id } }, () =>
      desk.look(check),
    );
});
