/** US dollars as the CMS stores them, in whole cents: what is computed with. */
export function toCents(usd: number): number {
  return Math.round(usd * 100);
}

/** Cents as dollars are written: "$300", "$1,250", "$99.50". */
export function formatUsd(cents: number): string {
  const [whole = '', rest] = (Math.abs(cents) / 100).toFixed(cents % 100 === 0 ? 0 : 2).split('.');
  const dollars = `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest ? `.${rest}` : ''}`;
  return cents < 0 ? `−${dollars}` : dollars;
}
