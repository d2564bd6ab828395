/** Milliseconds after which a form that has no such field is waited for no longer. */
const PATIENCE = 20_000;

/** Where a field is: attribute names and list positions, as the form knows them. */
type FieldPath = readonly (string | number)[];

/** The field that an address within the admin names: “…?field=sections.1.body”. */
export const pathIn = (link: string): string[] =>
  new URLSearchParams(link.split('?')[1] ?? '').get('field')?.split('.') ?? [];

/** Opens what a field stands in, one after the other, and puts the focus into it. @returns what ends waiting for it */
export function openField(path: FieldPath): () => void {
  const parts = path.map(String);
  if (parts.length === 0 || comesNearer(parts)) return () => undefined;
  const observer = new MutationObserver(() => comesNearer(parts) && end());
  const timer = setTimeout(() => end(), PATIENCE);
  const end = (): void => {
    clearTimeout(timer);
    observer.disconnect();
  };
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-expanded'] });
  return end;
}

/** `edits.ts` has the form say which field is which. */
const fieldAt = (parts: string[]): HTMLElement | null =>
  document.querySelector(`[data-field="${CSS.escape(parts.join('.'))}"]`);

/** Takes the next step towards a field. @returns whether it has the focus now */
function comesNearer(parts: string[]): boolean {
  const field = fieldAt(parts);
  if (field) {
    focusIn(field);
    return true;
  }
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const around = fieldAt(parts.slice(0, length));
    if (!around) continue;
    const trigger = itemsOf(around)[Number(parts[length])];
    if (trigger) {
      if (trigger.ariaExpanded !== 'true') trigger.click();
      return parts.length === length + 1 && focusIn(trigger);
    }
    // A part that isn't there yet, such as words for search results: its button adds it.
    return !/^\d+$/.test(parts[length] ?? '') && focusIn(around);
  }
  return false;
}

/** What opens each entry of a list: of this one, not of lists within. */
const itemsOf = (around: HTMLElement): HTMLElement[] =>
  [...around.querySelectorAll<HTMLElement>('button[aria-expanded]:not([aria-haspopup])')].filter(
    (button) => button.closest('[data-field]') === around,
  );

const TAKES_TEXT =
  'input:not([type="hidden"], [tabindex="-1"], [type="date"]), textarea, [contenteditable="true"], [role="combobox"]';

function focusIn(field: HTMLElement): boolean {
  const within =
    field.querySelector<HTMLElement>(TAKES_TEXT) ??
    field.querySelector<HTMLElement>('button:not([disabled])') ??
    field;
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  (field.matches('button') ? field : within).focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center', behavior: isStill ? 'auto' : 'smooth' });
  return true;
}
