/** Milliseconds after which it is called at the latest, where the browser paints nothing. */
const LATEST = 100;

/** Calls back once the browser has painted what is there now; returns how not to. */
export function onceShown(then: () => void): () => void {
  let timer = setTimeout(then, LATEST);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(then);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
