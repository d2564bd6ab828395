/** How many sheets a PDF has: each is an object of the type Page. */
export const sheets = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
