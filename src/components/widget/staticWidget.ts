import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Language } from '../../locale/languages.ts';
import type { WidgetDeclaration } from '../../widget/declaration.ts';
import type { ParameterValues } from '../../widget/parameter.ts';

/** A source as the title block lists it. */
export interface SourceLine {
  /** Id in the record; an article then lists it among its sources. */
  readonly id?: string;
  readonly label: string;
  readonly href: string;
}

/** Everything that the build knows of one figure in one state. */
export interface PreparedFigure<Data = unknown> {
  /** Title of the state shown, such as "Atlas 950 as listed: 16 compute and 4 interconnect cabinets". */
  readonly title: string;
  /** What was left out or assumed. */
  readonly note: string;
  readonly scale: string;
  readonly asOf: string;
  readonly status: string;
  /** One paragraph that says what is to be seen. */
  readonly summary: string;
  /** How to use this figure, one sentence a line. */
  readonly howTo: readonly string[];
  /** Text of an SVG that takes its colours from the tokens of the page. */
  readonly poster: string;
  /** The same drawn for a stage as narrow as a phone's. */
  readonly narrowPoster?: string;
  readonly sources: readonly SourceLine[];
  /** What the lines of the drawing mean, as HTML, the same in every state. */
  readonly key?: string;
  /** The slice of the record that the widget receives in the browser, as JSON. */
  readonly data: Data;
  /** Words the widget needs in the browser. */
  readonly strings: Readonly<Record<string, string>>;
}

/** Room of a still, pixels; a drawing that knows its height by its content takes that. */
export interface StillFrame {
  readonly width: number;
  readonly height: number;
}

/** What the components of a widget receive. */
export interface FigurePartProps<Data = unknown> {
  readonly figure: PreparedFigure<Data>;
  readonly values: ParameterValues;
  /** Unique on the page; stands before the ids of elements and the keys of the address. */
  readonly name: string;
  readonly language: Language;
}

/** The static half of a widget: complete HTML, made at build. */
export interface StaticWidget {
  readonly declaration: WidgetDeclaration;
  /** Address of a style sheet beside the site's, which only pages with this figure ask for. */
  readonly sheet?: string;
  prepare(values: ParameterValues, language: Language): PreparedFigure | Promise<PreparedFigure>;
  /** The drawing of a state in one frame, pixels, whose words are made for that size; for stills. */
  draw?(values: ParameterValues, language: Language, frame: StillFrame): string | Promise<string>;
  /** The chart that stands beside the drawing of a state; for stills. */
  drawChart?(values: ParameterValues, language: Language): string | Promise<string>;
  /** Everything that sets or turns: after the drawing, and behind "Explore" in an article. */
  readonly Controls: AstroComponentFactory;
  /** What is read with the drawing, or a list of its parts. */
  readonly Parts: AstroComponentFactory;
  /** What `Parts` writes is looked up, not read with the drawing: in an article it waits behind "Explore" too. */
  readonly looksUp?: true;
  /** Its controls are one row of steps that the drawing goes through: they stand above it everywhere. */
  readonly steps?: true;
  /** The table twin: one or more `<table>`s with captions. */
  readonly Table: AstroComponentFactory;
  /** It mounts late, so that an article may keep its data in a file of their own. */
  readonly late?: true;
}
