/** Text as it can stand in HTML and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON as it can stand in a `<script>` of data: no `<` can end the element early. */
export function escapeJson(json: string): string {
  return json.replace(/</g, '\\u003c');
}
