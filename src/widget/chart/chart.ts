import type { ChartView } from '../chartView.ts';
import type { WidgetHost } from '../declaration.ts';
import type { ParameterDeclarations, ParameterProblem, ParameterValues } from '../parameter.ts';
import type { Phrases } from '../phrases.ts';
import type { PlaceName } from '../places.ts';
import type { DrawingGestures } from './pointer.ts';

/** Entries that could not be used, as they were typed, by the names of their fields. */
export type WrongEntries = Readonly<Record<string, string>>;

/**
 * A flat chart: all that it shows is a function of its data and its parameters. Everything else about a chart in a
 * browser is `workChart`'s: docs/figures.md says what.
 */
export interface Chart<D extends ParameterDeclarations, Data> {
  /** Id of the figure, which is the section of its strings too. */
  readonly id: string;
  readonly parameters: D;
  /** Every text of a state, the same at build. */
  view(
    say: Phrases,
    data: Data,
    values: ParameterValues<D>,
    newTab: boolean,
    wrong: WrongEntries,
  ): ChartTexts;
  /**
   * What is said once the state has changed; nothing where it is empty. A change from outside sets no parameters by
   * name: a chart that answers it speaks of its state alone.
   */
  said?(say: Phrases, data: Data, values: ParameterValues<D>, change: SaidChange<D>): string;
  /** A state of which the record has all that it names; tells what it had to leave out. */
  checked?(
    say: Phrases,
    data: Data,
    values: ParameterValues<D>,
    tell: (problem: ParameterProblem) => void,
  ): ParameterValues<D>;
  /** What the text of a field means in the words of its parameter, where the two differ. */
  typed?(name: string, text: string): string;
  /**
   * The sentence on an entry that cannot be used, which stands beside its field and is said. Without it the parameter
   * goes back to its default, and the problem is shown over the drawing.
   */
  wrongText?(say: Phrases, problem: ParameterProblem): string;
  /** Whether a choice brings the drawing into sight. */
  readonly bringsDrawing?: boolean;
  /** What gestures mean that name no parameter. */
  gestures?(work: ChartWork<D, Data>): ChartGestures;
}

/** A view whose drawings may wait until they are needed, and whose table may stay as it is. */
export type ChartTexts = Omit<ChartView, 'table' | 'drawings'> & {
  readonly table?: string;
  readonly drawings: ChartView['drawings'] | (() => ChartView['drawings']);
};

/** What led to a state. */
export interface SaidChange<D extends ParameterDeclarations> {
  /** The state at rest before; what moved on the way here is left out. */
  readonly rested: ParameterValues<D>;
  /** The parameters that the reader set, whether they are others now or not. */
  readonly set: readonly (keyof D)[];
}

/** How a state changes. */
export interface Change {
  /** A choice, which makes an entry in the history; not a number typed or a slider. True where it is left out. */
  readonly discrete?: boolean;
  /** What is said instead of the chart's `said`. */
  readonly said?: string;
  /** More of the same gesture follows: nothing is said, and only the drawing in sight follows. */
  readonly moving?: boolean;
}

/** A chart at work, as its gestures see it. */
export interface ChartWork<D extends ParameterDeclarations, Data> {
  readonly say: Phrases;
  readonly data: Data;
  readonly host: WidgetHost<D>;
  readonly slots: Readonly<Record<PlaceName, HTMLElement>>;
  /** The state of the moment. */
  readonly values: ParameterValues<D>;
  set(changed: Partial<ParameterValues<D>>, change?: Change): void;
  /** Keeps an entry that cannot be used in its field, tells the view of it, and says what can. */
  refuse(name: string, text: string, said: string): void;
}

/** What gestures of one chart mean. */
export interface ChartGestures {
  /**
   * Buttons by the name of their data attribute: `system` for `<button data-system="…">`, with its value and all its
   * data. A button of a parameter's name needs none.
   */
  readonly buttons?: Readonly<Record<string, (value: string, given: DOMStringMap) => unknown>>;
  /** Fields by name. `ended` is false while a slider moves or a number is being typed. */
  readonly fields?: Readonly<Record<string, (field: HTMLInputElement, ended: boolean) => unknown>>;
  /** A key pressed on the controls or the parts; returns whether it meant something. */
  readonly keys?: (event: KeyboardEvent) => boolean;
  readonly drawing?: DrawingGestures;
  /** Called once a state is written, with the places whose HTML is new. */
  readonly written?: (changed: ReadonlySet<PlaceName>) => void;
}
