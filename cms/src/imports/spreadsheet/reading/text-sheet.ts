/** A sheet as texts, from its first row on; '' where nothing stands. */
export interface TextSheet {
  /** Empty for a file that is one sheet alone. */
  name: string;
  rows: string[][];
}
