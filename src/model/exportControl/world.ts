import type { RuleVersion } from '../../data/schema/exportControl.ts';
import { leavesOf, lineOf } from './condition.ts';
import type { RuledQuantity } from '../../data/schema/condition.ts';
import { cutAt, overlap, quotient, rangeOf } from './range.ts';
import type { RuledChip } from './ruledChip.ts';
import type { Situation } from './situation.ts';

/**
 * Every way the unknown can turn out, as far as the control list can tell them apart: performance, density, I/O and
 * memory density cut at the lines of the day, and data-centre use settled. What is open beyond that stays open.
 *
 * Performance and density hang together: for each piece of performance only the densities that some allowed area gives.
 */
export function worldsOf(
  situation: Situation,
  chip: RuledChip,
  rules: readonly RuleVersion[],
): readonly Situation[] {
  const lines = linesOfDay(rules);
  const { quantities, flags } = situation;
  const area = rangeOf(chip.applicableDieAreaMm2);
  const worlds: Situation[] = [];
  for (const tpp of cutAt(quantities.tpp, lines.tpp))
    for (const density of cutAt(overlap(quotient(tpp, area), quantities.density)!, lines.density))
      for (const io of cutAt(quantities.io, lines.io))
        for (const memory of cutAt(quantities['memory-density'], lines['memory-density']))
          for (const datacentre of flags.datacentre === null ? [true, false] : [flags.datacentre])
            worlds.push({
              ...situation,
              quantities: { ...quantities, tpp, density, io, 'memory-density': memory },
              flags: { ...flags, datacentre },
            });
  return worlds;
}

export type LinesOfDay = Readonly<Record<RuledQuantity, readonly number[]>>;

/** The lines that decide on what is controlled, or how an application for it is looked at. */
export function linesOfDay(rules: readonly RuleVersion[]): LinesOfDay {
  const lines: Record<RuledQuantity, number[]> = {
    tpp: [],
    density: [],
    io: [],
    dram: [],
    'dram-plus-io': [],
    'memory-density': [],
  };
  for (const rule of rules)
    for (const { when } of [rule.controls, rule.exclusions, rule.review, rule.exceptions].flat())
      for (const { leaf } of leavesOf(when))
        if ('quantity' in leaf) lines[leaf.quantity].push(lineOf(leaf, rule).value);
  return lines;
}
