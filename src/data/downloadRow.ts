import type { Catalogue } from './catalog.ts';
import type { Collection } from './collection.ts';
import { rangeInSi } from './figure.ts';
import type { PolicyEvent } from './schema/event.ts';
import type { RuleRecord } from './schema/rule.ts';
import type { Statement } from './schema/statement.ts';
import { baseUnit, units } from './schema/unit.ts';

/** Cells of a row by column. */
export type Row = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The last day that the text of a rule or an event gives, and the last day of the evidence on it. Both stay true on any
 * day; a state that depends on the day of reading is nowhere in a file.
 */
export function termOf(
  record: object,
  evidenceTo: string,
): { ends_on?: string | null; evidence_to?: string } {
  if ('effective_from' in record)
    return { ends_on: (record as RuleRecord).effective_to, evidence_to: evidenceTo };
  if ('jurisdiction' in record)
    return { ends_on: (record as PolicyEvent).end_date ?? null, evidence_to: evidenceTo };
  return {};
}

/** Rows of a collection; all have the same columns. */
export function rowsOf(catalogue: Catalogue, collection: Collection, evidenceTo: string): Row[] {
  if (collection === 'sources') return [...catalogue.sources.keys()].map((id) => sourceRow(catalogue, id));
  if (collection === 'terms')
    return [...catalogue.terms].map(([id, { term, also, zh, definition, sources }]) => ({
      id,
      term,
      also: also.join('; '),
      zh,
      definition,
      ...citation(catalogue, sources),
    }));
  if (collection === 'rules' || collection === 'events')
    return [...catalogue[collection]].flatMap(([id, record]) => {
      const about = 'date' in record ? eventCells(record) : ruleCells(record);
      const cited = record.sources.map((source) => catalogue.sources.get(source)!.url).join(' ');
      const head = {
        id,
        ...about,
        ends_on: termOf(record, evidenceTo).ends_on ?? undefined,
        evidence_to: evidenceTo,
        record_sources: record.sources.join('; '),
        record_source_addresses: cited,
      };
      const figures = figureRows(catalogue, record.properties);
      return (figures.length === 0 ? [figureCells] : figures).map((figure) => ({ ...head, ...figure }));
    });
  return [...catalogue[collection]].flatMap(([id, { name, maker, properties }]) =>
    figureRows(catalogue, properties).map((figure) => ({ id, name, maker, ...figure })),
  );
}

function ruleCells({
  name,
  actor,
  citation,
  effective_from,
  compliance_from,
  effective_to,
  ...rule
}: RuleRecord): Row {
  const { status, note } = rule;
  return {
    name,
    actor,
    citation,
    effective_from,
    compliance_from,
    effective_to: effective_to ?? undefined,
    rule_status: status,
    rule_note: note,
  };
}

function eventCells({
  name,
  date,
  end_date,
  actor,
  jurisdiction,
  topics,
  what,
  status,
  ...event
}: PolicyEvent): Row {
  const { status_note, states, recheck = false, chips, rules, affects } = event;
  return {
    name,
    date,
    end_date,
    actor,
    jurisdiction,
    topics: topics.join('; '),
    what,
    event_status: status,
    event_status_note: status_note,
    states: states.map((state) => `${state.status} from ${state.from}`).join('; '),
    recheck,
    chips: chips.join('; '),
    rules: rules.join('; '),
    affects: affects.join('; '),
  };
}

/** The columns of a figure where a record has none. */
const figureCells: Row = Object.fromEntries(
  [
    'property, label, value, unit, base_low, base_high, base_unit, bound, direction, format, sparsity, status',
    'disputed, stated_on, as_of, derivation, reason, note, sources, source_addresses',
  ]
    .join(', ')
    .split(', ')
    .map((column) => [column, undefined]),
);

function figureRows(catalogue: Catalogue, properties: Readonly<Record<string, readonly Statement[]>>): Row[] {
  return Object.entries(properties).flatMap(([property, statements]) =>
    statements.map((statement) => ({
      property,
      label: catalogue.properties.get(property)!.label,
      ...statementRow(statement),
      ...citation(catalogue, statement.sources),
    })),
  );
}

function statementRow(statement: Statement): Row {
  const { value, unit } = statement;
  const quantity = units.get(unit ?? '')?.quantity;
  const measured = quantity === undefined ? undefined : rangeInSi(statement);
  const isRange = typeof value === 'object' && 'low' in value;
  return {
    value: isRange ? `${value.low} to ${value.high}` : Array.isArray(value) ? value.join('; ') : value,
    unit,
    base_low: measured?.low,
    base_high: measured?.high,
    base_unit: quantity && quantity in baseUnit ? baseUnit[quantity as keyof typeof baseUnit] : undefined,
    bound: statement.bound,
    direction: statement.direction,
    format: statement.format,
    sparsity: statement.sparsity,
    status: statement.status,
    disputed: statement.disputed ?? false,
    stated_on: statement.stated_on,
    as_of: statement.as_of,
    derivation: statement.derivation,
    reason: statement.reason,
    note: statement.note,
  };
}

function sourceRow(catalogue: Catalogue, id: string): Row {
  const { title, publisher, url, published, kind, access } = catalogue.sources.get(id)!;
  return { id, title, publisher, url, published, kind, access };
}

function citation(catalogue: Catalogue, ids: readonly string[]): Row {
  return {
    sources: ids.join('; '),
    source_addresses: ids.map((id) => catalogue.sources.get(id)!.url).join(' '),
  };
}
