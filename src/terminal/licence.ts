import { readLicenceCases } from '../data/readLicenceCases.ts';
import { assess } from '../model/exportControl/assess.ts';
import { parseArguments } from './argument.ts';
import type { Command } from './command.ts';
import { answerFields, answerText } from './licenceAnswer.ts';
import { licenceArguments, questionOfArguments, questionOfCase } from './licenceQuestion.ts';
import { jsonText } from './output.ts';
import { knownCatalogue, knownRulebook } from './record.ts';

/** `licence`: what the chip rules of a day ask of a chip. */
export const licence: Command = {
  summary: 'what the US chip rules of a day say of a chip, where it goes and how',
  help: `licence --chip ID --date DAY --destination COUNTRY [--json]
licence FIGURES --date DAY --destination COUNTRY [--json]
licence --cases FILE [--json]

  --chip ID              a chip in content/chips, for example nvidia-h20; figures given go before its own
FIGURES                  what is left out is not known; an amount may be a range: 800..900, 1017.., ..1716
  --format NAME:TOPS:BITS  dense rate of a number format, a multiply-accumulate counted as two, for example
                         int8:296:8; once for each format
  --die-area-mm2 X       of the logic dies with non-planar transistors
  --io-bandwidth X       GB/s to and from other chips, both directions added
  --dram-bandwidth X     GB/s of all DRAM of the package
  --datacenter true|false  designed or marketed for data centres
  --maker NAME           for example NVIDIA: letters bind one company alone
  --stack-bandwidth X --stack-area-mm2 X
                         a memory by itself: GB/s and mm2 of the stack
CASE
  --date DAY             2023-11-17
  --destination CODE     ISO 3166-1, for example CN
  --parent CODE          where the buyer's ultimate parent has its headquarters; without it, the destination
  --route us|other       exported from the United States or from elsewhere
  --us-sale true|false   on sale in the United States on 15 January 2026
  --cases FILE           YAML: a list of {id, date, destination, parent, chip, maker, route, us_sale,
                         inputs: {formats: [{label, bits, dense_tops}], die_area_mm2, io_gb_s_bidirectional,
                         dram_gb_s, datacentre, stack_bandwidth_gb_s, stack_area_mm2}}

ANSWER with --json
  tpp, performance_density, io_gb_s, dram_gb_s, memory_bandwidth_density
                         a number, null where it is not known exactly; beside each NAME_range: {low, high}, null
                         where nothing is known, an end null where nobody gives it
  decides                what is not known and decides: a list of {input, of, text}, empty where all is told;
                         bounds, ranges, disputes and assumptions of the record are not values
  notice                 the notice that may stand in for a licence (NAC): {id, open, text}, or null
  not_asked              questions that the answer does not ask: {id, text}
  reasons                each with citation, effective_from, ends_on (null where its text gives none), evidence_to,
                         and reading: read, quoted, account or unpublished, of the text itself; access of each source
  evidence_to            last day of the evidence; after_evidence says that the date lies past it

Teaching material from the public record, not legal advice.`,
  run: (words) => {
    const args = parseArguments(words, { ...licenceArguments, cases: 'value', json: 'flag' });
    const catalogue = knownCatalogue();
    const rulebook = knownRulebook();
    const path = args.value('cases');
    if (path === undefined) {
      const verdict = assess(rulebook, questionOfArguments(args, catalogue));
      return args.flag('json') ? jsonText(answerFields(verdict, catalogue)) : answerText(verdict, catalogue);
    }
    const beside = Object.keys(licenceArguments).find((name) => args.value(name) !== undefined);
    if (beside !== undefined)
      throw new RangeError(
        `--${beside} is "${args.value(beside)!}": allowed is none of it beside --cases, whose file says all`,
      );
    const answers = readLicenceCases(path).map((one, index) => {
      const id = one.id ?? index;
      const verdict = assess(rulebook, questionOfCase(one, `case ${String(id)}`, catalogue));
      return { id, verdict };
    });
    if (args.flag('json'))
      return jsonText(answers.map(({ id, verdict }) => ({ id, ...answerFields(verdict, catalogue) })));
    return answers
      .map(({ id, verdict }) => `${String(id)}\n\n${answerText(verdict, catalogue)}`)
      .join('\n\n');
  },
};
