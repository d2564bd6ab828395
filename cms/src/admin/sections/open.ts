/** Opens a section of the page's form, counted from 1, and goes there. False while the form is not there, or has no such section. */
export function openSection(number: number): boolean {
  const section = document.querySelectorAll('ol[aria-describedby] > li')[number - 1];
  const trigger = section?.querySelector<HTMLElement>('button[aria-expanded]');
  if (!trigger) return false;
  if (trigger.ariaExpanded !== 'true') trigger.click();
  trigger.scrollIntoView({ block: 'start' });
  trigger.focus({ preventScroll: true });
  return true;
}
