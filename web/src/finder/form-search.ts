import {
  DEFAULT_RADIUS,
  formatWorkshopSearch,
  type ParsedSearch,
  parseWorkshopSearch,
  SEARCH_FIELDS,
  type WorkshopSearch,
} from '@deep-dive/shared-types';

/** What a select shows when the address says nothing. */
export const formDefaults: WorkshopSearch = { radius: DEFAULT_RADIUS, sort: 'date' };

/** What a form asks for: exactly what the browser would send with it. */
export function readForm(form: HTMLFormElement): ParsedSearch {
  const values = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return parseWorkshopSearch(new URLSearchParams(values).toString());
}

/** Makes a form's controls show a search. */
export function fillForm(form: HTMLFormElement, search: WorkshopSearch): void {
  for (const name of SEARCH_FIELDS) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement && control.type === 'hidden') continue;
    if (control instanceof HTMLInputElement && control.type === 'checkbox')
      control.checked = search[name] === true;
    else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      control.value = String(search[name] ?? formDefaults[name] ?? '');
  }
}

/** Whether a form shows two searches alike: it has no control for what is left out here. */
export function looksAlike(a: WorkshopSearch, b: WorkshopSearch): boolean {
  const shown = ({ page: _page, bbox: _bbox, partner: _partner, ...search }: WorkshopSearch): string =>
    formatWorkshopSearch(search);
  return shown(a) === shown(b);
}

/** Whether a control says all it is going to say once it has changed. A year typed into a date passes through year 2 and 20. */
export function isSettled(control: EventTarget): boolean {
  if (control instanceof HTMLSelectElement) return true;
  if (!(control instanceof HTMLInputElement)) return false;
  if (control.type === 'date') return control.value === '' || control.value >= '2000';
  return control.type === 'checkbox';
}
