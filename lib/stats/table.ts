/** How a cell is written: a rate is flags in 100 words, a day is `2026-11-22`. */
export type Kind = 'text' | 'english' | 'day' | 'count' | 'rate';
export type Cell = string | number | undefined;

export interface Column {
  /** In files: `flagged`. */
  name: string;
  /** On the page, in the user's language. */
  title: string;
  kind: Kind;
}

/** What a chart shows, as numbers. The page writes it as a table, files hold it as it is. */
export interface Table {
  /** In files: `rules`. */
  name: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}
