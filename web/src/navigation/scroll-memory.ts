const STORAGE_KEY = 'scroll-positions';
/** More entries than anybody goes back through. */
const LIMIT = 100;

interface HistoryState {
  key?: string;
}

/**
 * Remembers how far each entry of the browser's history was scrolled. The browser's own memory restores a position
 * before the page to scroll has loaded, so it is used only when the whole document is loaded anew.
 */
export class ScrollMemory {
  readonly #positions: Map<string, number>;
  #key: string;

  constructor() {
    this.#positions = stored();
    this.#key = keyOf(history.state) ?? this.#name();
    history.scrollRestoration = 'manual';
    addEventListener('pageshow', () => {
      history.scrollRestoration = 'manual';
    });
    addEventListener('pagehide', () => {
      history.scrollRestoration = 'auto';
      this.#remember();
      try {
        sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...this.#positions].slice(-LIMIT)));
      } catch {
        // Storage is full or forbidden: going back starts at the top then.
      }
    });
  }

  /** Adds an entry to the history, or replaces the current one. */
  push(url: URL, replace: boolean): void {
    if (replace) {
      history.replaceState(history.state, '', url);
      return;
    }
    this.#remember();
    this.#key = newKey();
    history.pushState({ key: this.#key }, '', url);
  }

  /** Call it when the browser went back or forward: where the entry it went to was scrolled to, if it was here before. */
  arrive(): number | undefined {
    this.#remember();
    const key = keyOf(history.state);
    this.#key = key ?? this.#name();
    return key === undefined ? undefined : (this.#positions.get(key) ?? 0);
  }

  #remember(): void {
    this.#positions.delete(this.#key);
    this.#positions.set(this.#key, window.scrollY);
  }

  #name(): string {
    const key = newKey();
    history.replaceState({ ...history.state, key }, '');
    return key;
  }
}

/** `crypto.randomUUID` would need HTTPS, and these only have to differ within one visit. */
function newKey(): string {
  return String(Math.random());
}

function keyOf(state: unknown): string | undefined {
  return (state as HistoryState | null)?.key;
}

function stored(): Map<string, number> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]') as [string, number][]);
  } catch {
    return new Map();
  }
}
