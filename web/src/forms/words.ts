/** "1 minute", "2 hours": how long to wait, in whole steps that are never too short. */
export function waitWords(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const hours = Math.ceil(minutes / 60);
  const [count, unit] = minutes < 90 ? [minutes, 'minute'] : [hours, 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
