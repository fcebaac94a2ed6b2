import type { Property } from './schema/property.ts';
import { plannedDate, firstDay, lastDay } from './schema/date.ts';
import type { Conflict, Statement } from './schema/statement.ts';
import { units, unitsOf } from './schema/unit.ts';

interface Known {
  readonly sources: ReadonlySet<string>;
  /** Every `record.property`. */
  readonly figures: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Property>;
}

interface Checked {
  readonly properties: Readonly<Record<string, readonly Statement[]>>;
  readonly conflicts: readonly Conflict[];
}

/** Rules that need more than one record, or more than one field, to judge. Lines `key: what is wrong: what is allowed`. */
export function checkRecord(record: Checked, known: Known): string[] {
  const problems: string[] = [];
  for (const [name, statements] of Object.entries(record.properties)) {
    const property = known.properties.get(name);
    if (!property) {
      problems.push(`properties.${name}: unknown property: allowed: a name in content/properties.yaml`);
      continue;
    }
    statements.forEach((statement, i) => {
      for (const problem of checkStatement(statement, property, known))
        problems.push(`properties.${name}.${i}: ${problem}`);
    });
    problems.push(...checkDays(name, statements));
  }
  for (const [i, { properties }] of record.conflicts.entries())
    for (const name of properties)
      if (!(name in record.properties))
        problems.push(
          `conflicts.${i}.properties: "${name}" is not in this record: allowed: ${Object.keys(record.properties).join(', ')}`,
        );
  return problems;
}

function checkStatement(one: Statement, property: Property, { sources, figures }: Known): string[] {
  const problems: string[] = [];
  const { quantity } = property;
  const say = (problem: string) => problems.push(problem);

  if (one.sources.length === 0 && one.status !== 'assumed')
    say('no source: allowed: at least one id in content/sources');
  for (const id of one.sources)
    if (!sources.has(id)) say(`there is no source "${id}": allowed: an id in content/sources`);
  if (one.status === 'assumed' && !one.reason)
    say('assumed without a reason: allowed: `reason` says why the value is needed and why this one');
  if (one.status === 'derived' && !one.derivation)
    say('derived without its derivation: allowed: `derivation` shows the sum');
  if (one.derivation && quantity !== 'text')
    for (const [key] of one.derivation.matchAll(/[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*/g))
      if (!figures.has(key)) say(`derivation: there is no figure "${key}": allowed: record.property`);
  if (lastDay(one.as_of) < firstDay(one.stated_on))
    say(
      `as_of ${one.as_of} is before stated_on ${one.stated_on}: allowed: read on or after the day it was stated`,
    );

  problems.push(...checkValue(one, property));

  if (property.direction && !one.direction) say('no direction: allowed: one, both or unstated');
  if (!property.direction && one.direction)
    say(`a direction on "${property.label}": allowed: only where the property asks for one`);
  if (quantity === 'rate' && !one.format)
    say('a rate without a number format: allowed: fp32, fp16, bf16, fp8, fp4, int8 or mixed');
  if (quantity === 'rate' && !one.sparsity)
    say('a rate that is neither dense nor sparse: allowed: dense, sparse or unstated');
  return problems;
}

function checkValue({ value, unit }: Statement, { quantity }: Property): string[] {
  if (quantity === 'text' || quantity === 'date' || quantity === 'flag') {
    if (unit !== undefined) return [`unit "${unit}" on a ${quantity}: allowed: none`];
    if (quantity === 'flag')
      return typeof value === 'boolean' ? [] : ['not yes or no: allowed: true or false'];
    if (quantity === 'text')
      return typeof value === 'string' || Array.isArray(value)
        ? []
        : ['not words: allowed: text or a list of texts'];
    return typeof value === 'string' && plannedDate.test(value)
      ? []
      : [
          `"${String(value)}" is not a date: allowed: "2026-09-18", "2026-09", "2026", "2026-Q3" or "2026-H2"`,
        ];
  }
  const allowed = unitsOf(quantity).join(', ');
  if (typeof value !== 'number' && !(typeof value === 'object' && 'low' in value))
    return [`"${String(value)}" is not a ${quantity}: allowed: a number, or a range with low and high`];
  if (unit === undefined) return [`no unit: allowed: ${allowed}`];
  return units.get(unit)?.quantity === quantity
    ? []
    : [`unit "${unit}" is not one of ${quantity}: allowed: ${allowed}`];
}

/** Two undisputed statements of one day would leave it to chance which is shown. */
function checkDays(name: string, statements: readonly Statement[]): string[] {
  const days = new Set<string>();
  const problems: string[] = [];
  for (const { stated_on, disputed } of statements) {
    const day = lastDay(stated_on);
    if (disputed) continue;
    if (days.has(day))
      problems.push(
        `properties.${name}: two statements of ${day}: allowed: one, the other marked \`disputed: true\``,
      );
    days.add(day);
  }
  if (days.size === 0)
    problems.push(`properties.${name}: every statement is disputed: allowed: at least one that is not`);
  return problems;
}
