import type { WholeRecord } from '../data/wholeRecord.ts';
import type { WidgetDeclaration } from './declaration.ts';
import type { ParameterDeclarations, ParameterProblem, ParameterValues } from './parameter.ts';
import type { FigureQuestion } from './question.ts';
import type { TwinTable } from './twinTable.ts';

/** What a figure is without its drawing: what it reads, and what its table says in a state. In Node alone. */
export interface FigureTwin<D extends ParameterDeclarations = ParameterDeclarations, Data = unknown> {
  readonly declaration: WidgetDeclaration<D>;
  readonly question: FigureQuestion<D, Data>;
  /** Its slice of the record. Throws where the record lacks something, naming it. */
  cut(record: WholeRecord): Data;
  /** Its table twin. @param strings words of its section, see `locale/figureStrings.ts` */
  tables(
    strings: Readonly<Record<string, string>>,
    data: Data,
    values: ParameterValues<D>,
  ): readonly TwinTable[];
  /** A value that its parameters allow and its data do not; null where all stands. */
  refuses?(
    strings: Readonly<Record<string, string>>,
    data: Data,
    values: ParameterValues<D>,
  ): ParameterProblem | null;
}
