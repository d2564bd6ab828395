/** What of a map tells of its canvas: both engines have it. */
interface Canvas {
  on(event: 'webglcontextlost' | 'webglcontextrestored' | 'remove', listener: () => void): unknown;
}

/** A graphics card that was reset is back by then; in milliseconds. */
const BACK_WITHIN = 3_000;

/**
 * Tells when a map's canvas has lost the graphics card for good: browsers take it away from the oldest canvases of a page
 * that has many, and from all of them when the driver fails. The engines wait for its return for ever.
 */
export function whenLostForGood(map: Canvas, onLost: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  map.on('webglcontextlost', () => {
    stop();
    timer = setTimeout(onLost, BACK_WITHIN);
  });
  map.on('webglcontextrestored', stop);
  map.on('remove', stop);
}
