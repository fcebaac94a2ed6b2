import type { Catalogue } from '../../data/catalog.ts';
import { citedSource, figureOf } from '../../data/figure.ts';
import { rulebookOf } from '../../data/rulebook.ts';
import { ruledChipsOf } from '../../data/ruledChip.ts';
import type { RuleVersion } from '../../data/schema/exportControl.ts';
import { leavesOf } from '../../model/exportControl/condition.ts';
import type { CheckData } from './checkData.ts';
import { chipIds } from './params.ts';

/** Properties of a chip that the rules ask about, beside its dense rates. */
const asked = [
  'stated-tpp',
  'applicable-die-area',
  'aggregate-io-bandwidth',
  'memory-bandwidth',
  'designed-for-data-centres',
  'us-sale-2026',
];

/**
 * Cuts from the record what the widget needs: the rulebook, the chips as the rules see them, and the sources of both.
 * @throws where a chip or a source is missing, naming it.
 */
export function selectCheck(catalogue: Catalogue): CheckData {
  const whole = rulebookOf(catalogue);
  // Rules about other things than chips reach no answer of this figure.
  const rulebook = { ...whole, rules: whole.rules.map((rule) => ({ ...rule, foreign_products: [] })) };
  const ids = chipIds.filter((id) => id !== 'own');
  const said = Object.fromEntries(ids.map((id) => [id, ruledChipsOf(catalogue, id)]));
  const chips = Object.fromEntries(ids.map((id) => [id, said[id]!.at(-1)!.chip]));
  const chipSources = Object.fromEntries(ids.map((id) => [id, sourcesOfChip(catalogue, id)]));
  const cited = [
    ...rulebook.rules.flatMap(sourcesOfRule),
    ...rulebook.gates.flatMap(({ sources }) => sources),
    ...Object.values(chipSources).flat(),
  ];
  const sources = Object.fromEntries(
    [...new Set(cited)].map((id) => {
      const { publisher, title, url } = citedSource(catalogue, id);
      return [id, { label: `${publisher}: ${title}`, href: url }];
    }),
  );
  const turns = rulebook.rules
    .filter(changesAnswers)
    .map(({ id, effective_from }) => ({ rule: id, day: effective_from }));
  return { rulebook, chips, said, chipSources, sources, turns };
}

function sourcesOfChip(catalogue: Catalogue, id: string): string[] {
  const { properties } = catalogue.chips.get(id)!;
  const names = Object.keys(properties).filter(
    (name) => asked.includes(name) || /^[a-z]+\d+-dense$/.test(name),
  );
  return [...new Set(names.flatMap((name) => figureOf(catalogue, `${id}.${name}`).shown?.sources ?? []))];
}

function sourcesOfRule(rule: RuleVersion): string[] {
  const { controls, exclusions, licence, review, letters, exceptions, duties, guidance, sources } = rule;
  const parts = [controls, exclusions, licence, review, letters, exceptions, duties, guidance].flat();
  return [...sources, ...parts.flatMap((part) => part.sources ?? [])];
}

/** Whether a rule moves a line for processors: of the list, of a letter, or of the window for applications. */
function changesAnswers({ controls, letters, review }: RuleVersion): boolean {
  return (
    letters.length > 0 ||
    controls.some(({ item }) => item === 'processor') ||
    review.some(({ when }) => leavesOf(when).some(({ leaf }) => 'quantity' in leaf))
  );
}
