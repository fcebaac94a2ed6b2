/** One word of the terminal: `node src/terminal/main.ts <word> …`. */
export interface Command {
  /** What it does, in one line. */
  readonly summary: string;
  /** Everything `--help` prints. */
  readonly help: string;
  /**
   * Runs it and returns what goes to standard output.
   * @throws RangeError for input it refuses; the message names the argument, its value and what is allowed.
   */
  /** Whether it prints for machines without being asked for JSON, so that no line of words may follow. */
  readonly printsData?: (args: readonly string[]) => boolean;
  readonly run: (args: readonly string[]) => string | Promise<string>;
}
