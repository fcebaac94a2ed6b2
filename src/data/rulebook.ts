import type { Catalogue } from './catalog.ts';
import { figureOf } from './figure.ts';
import { readExportControl, type ExportControlSetting } from './readExportControl.ts';
import { quantityUnit, type Condition } from './schema/condition.ts';
import { lastDay } from './schema/date.ts';
import type { Line, Reading, Rulebook, RuledGate, RuleVersion } from './schema/exportControl.ts';
import type { RuleRecord } from './schema/rule.ts';

/**
 * The rules of the record as plain JSON for the engine, oldest first.
 * @param setting what belongs to no single rule; read from `content/` where it is not given.
 * @throws where a clause names a line or an event that the record has not, or a line in another unit than its quantity.
 */
export function rulebookOf(
  catalogue: Catalogue,
  setting: ExportControlSetting = readExportControl(),
): Rulebook {
  const rules = [...catalogue.rules]
    .map(([id, record]) => versionOf(catalogue, id, record))
    .sort((a, b) => (a.effective_from < b.effective_from ? -1 : 1));
  return {
    evidenceUntil: lastDay(setting.evidence_until),
    home: setting.home,
    placed: setting.placed,
    abroad: setting.abroad,
    makers: setting.makers,
    aliases: setting.aliases,
    rules,
    gates: [
      {
        ...setting.standing_gate,
        from: '',
        until: null,
        destinations: null,
        chips: null,
        reading: 'unpublished',
      },
      ...setting.gates.map((gate) => ({
        ...gateOf(catalogue, gate.event),
        destinations: gate.destinations,
        chips: gate.chips ?? null,
      })),
    ],
    countries: setting.countries,
    caveats: setting.caveats,
    notAsked: setting.not_asked,
  };
}

function gateOf(catalogue: Catalogue, id: string): Omit<RuledGate, 'destinations' | 'chips'> {
  const event = catalogue.events.get(id);
  if (!event)
    throw new Error(
      `content/exportControl.yaml: gates: there is no event "${id}": allowed: an id in content/events`,
    );
  const { name, date, end_date, jurisdiction, what, status, sources } = event;
  return {
    id,
    from: lastDay(date),
    until: end_date === undefined ? null : lastDay(end_date),
    jurisdiction,
    text: `${name} (${date}). ${what}`,
    status,
    reading: readingOf(
      catalogue,
      sources.find((source) => catalogue.sources.get(source)?.kind === 'regulator'),
    ),
    sources,
  };
}

/** How a text was read; none where the record names no source that is the text itself. */
function readingOf(catalogue: Catalogue, primary: string | undefined): Reading {
  if (primary === undefined) return 'unpublished';
  const access = catalogue.sources.get(primary)?.access;
  return access === 'read' || access === 'quoted' ? access : 'account';
}

function versionOf(catalogue: Catalogue, id: string, record: RuleRecord): RuleVersion {
  const { name, effective_from, effective_to, caveat, sources, primary, citation = null } = record;
  if (primary !== undefined && !sources.includes(primary))
    throw new Error(
      `content/rules/${id}.yaml: primary: "${primary}" is none of its sources: allowed: ${sources.join(', ')}`,
    );
  const { controls, exclusions, licence, review, letters, exceptions, duties, guidance, foreign_products } =
    record;
  const lines: Record<string, Line> = {};
  for (const line of Object.keys(record.properties)) {
    const { shown } = figureOf(catalogue, `${id}.${line}`);
    if (typeof shown?.value === 'number') lines[line] = { value: shown.value, unit: shown.unit! };
  }
  const clauses = [
    ...[controls, exclusions, review, exceptions].flat(),
    ...[duties, guidance, letters].flat(),
  ];
  for (const clause of clauses) {
    const key = 'clause' in clause ? clause.clause : clause.id;
    const perhaps = 'perhaps' in clause && clause.perhaps !== 'always' ? clause.perhaps : undefined;
    for (const tree of [clause.when, perhaps])
      if (tree)
        for (const [line, unit] of linesOf(tree))
          if (lines[line]?.unit !== unit)
            throw new Error(
              `content/rules/${id}.yaml: ${key}: there is no line "${line}" in ${unit}: allowed: ${Object.keys(lines).join(', ')}`,
            );
    for (const [, line] of clause.says.matchAll(/\{([^}]+)\}/g))
      if (!lines[line!])
        throw new Error(
          `content/rules/${id}.yaml: ${key}: there is no line "${line!}": allowed: ${Object.keys(lines).join(', ')}`,
        );
  }
  const dates = { effective_from, effective_to };
  const effects = { licence, review, letters, exceptions, duties, guidance, foreign_products };
  const stated = Object.values(record.properties).flat().map(({ stated_on }) => lastDay(stated_on)); // prettier-ignore
  return {
    id,
    name,
    known: [effective_from, ...stated].sort()[0]!,
    ...dates,
    citation,
    reading: readingOf(catalogue, primary),
    ...(caveat !== undefined && { caveat }),
    sources,
    lines,
    controls,
    exclusions,
    ...effects,
  };
}

/** Every line a condition names, with the unit it must have. */
function linesOf(tree: Condition): [string, string][] {
  if ('all' in tree) return tree.all.flatMap(linesOf);
  if ('any' in tree) return tree.any.flatMap(linesOf);
  if ('not' in tree) return linesOf(tree.not);
  if (!('quantity' in tree)) return [];
  const unit = quantityUnit[tree.quantity];
  const line = (tree.at_least ?? tree.above ?? tree.below ?? tree.at_most)!;
  return [[line, unit], ...(tree.margin === undefined ? [] : ([[tree.margin, '%']] as [string, string][]))];
}
