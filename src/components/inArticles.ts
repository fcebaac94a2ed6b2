import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import Agreement from './Agreement.astro';
import Collective from './Collective.astro';
import Derived from './Derived.astro';
import DesignReading from './DesignReading.astro';
import Drive from './Drive.astro';
import Example from './Example.astro';
import FitChips from './FitChips.astro';
import Guess from './Guess.astro';
import HeaderCell from './HeaderCell.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import MachineReading from './MachineReading.astro';
import Measured from './Measured.astro';
import Note from './Note.astro';
import Page from './Page.astro';
import RunChips from './RunChips.astro';
import Still from './Still.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Until from './Until.astro';
import Value from './Value.astro';
import Widget from './Widget.astro';

/** What an author may write in an article without importing it. */
export const inArticles: Readonly<Record<string, AstroComponentFactory>> = {
  Agreement,
  Collective,
  Derived,
  DesignReading,
  Drive,
  Example,
  FitChips,
  Guess,
  MachineReading,
  Measured,
  Note,
  Page,
  RunChips,
  Still,
  Term,
  Until,
  Value,
  Widget,
  // What Markdown writes by itself
  h2: Heading2,
  h3: Heading3,
  table: Table,
  th: HeaderCell,
};
