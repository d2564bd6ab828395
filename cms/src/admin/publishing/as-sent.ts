import type { Entry } from '../../schema/model';

/** Whether a field of the form shows. */
export type Shows = (name: string) => boolean;

/** An entry as Strapi’s form would send it: without fields that don’t show, and without what the form keeps for itself. */
export function asSent(values: Entry, shows: Shows): Entry {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (shows(name) ? [[name, plain(value)]] : [])),
  );
}

/** What a relation sends stands beside what the form shows of it. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('apiData' in value) return value.apiData;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, plain(held)]));
}
