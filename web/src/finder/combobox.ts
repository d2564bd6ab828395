/**
 * Which of `count` options a key moves to, from 0; -1 is none, and the cursor is in the text. Undefined for a key that
 * moves nothing. As in the ARIA Authoring Practices' editable combobox with list autocomplete:
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/
 */
export function moveActive(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1 < count ? active + 1 : 0;
    case 'ArrowUp':
      return active > 0 ? active - 1 : count - 1;
    case 'Home':
    case 'End':
    case 'ArrowLeft':
    case 'ArrowRight':
      return -1;
    default:
      return undefined;
  }
}
