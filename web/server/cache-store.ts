import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { type Shapes, todaysShapes } from './answers/kept';
import type { Entry, Filled } from './cache';

/** Rises when the files themselves change their shape; older ones are dropped. */
const FORMAT = 3;
/** Milliseconds changes are gathered for before they are written. */
const DELAY = 1_000;

const fileSchema = z.object({
  format: z.literal(FORMAT),
  /** Names the shapes that answers had when the body was checked. */
  shapes: z.string(),
  /** The CMS the answer came from: another one's answers are of no use. */
  source: z.string(),
  key: z.string(),
  status: z.literal(200),
  contentType: z.string(),
  tags: z.array(z.string()),
  freshUntil: z.number(),
  storedAt: z.number(),
  /** Base64. */
  body: z.string(),
});

interface CacheStoreOptions {
  directory: string;
  /** Where the answers come from. */
  source: string;
  shapes?: Shapes;
  onError: (error: unknown) => void;
}

/** An entry read back. */
export interface KeptEntry {
  key: string;
  filled: Filled;
  storedAt: number;
}

/**
 * Keeps the CMS's answers in files, one each, so that pages seen before a restart can be rendered while the CMS is away.
 * Rendered pages are not kept: they name scripts of one build, and are made again from the answers in a moment.
 * A file is written whole under another name and then renamed; one that can't be read is dropped.
 */
export class CacheStore {
  readonly #directory: string;
  readonly #source: string;
  readonly #shapes: Shapes;
  readonly #onError: (error: unknown) => void;
  readonly #changed = new Map<string, Entry | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor({ directory, source, shapes = todaysShapes, onError }: CacheStoreOptions) {
    this.#directory = directory;
    this.#source = source;
    this.#shapes = shapes;
    this.#onError = onError;
  }

  /** Every entry kept, oldest first. Drops files that are damaged, of another CMS, or not in the shape of today. */
  async load(): Promise<KeptEntry[]> {
    const names = await readdir(this.#directory).catch(() => []);
    const entries = await Promise.all(names.map((name) => this.#read(path.join(this.#directory, name))));
    return entries.filter((entry) => entry !== undefined).sort((a, b) => a.storedAt - b.storedAt);
  }

  /** Notes an entry to write, or one to drop. */
  note(key: string, entry: Entry | undefined): void {
    this.#changed.set(key, entry);
    this.#timer ??= setTimeout(() => void this.flush(), DELAY).unref();
  }

  /** Writes what is noted; resolves when it is on disk. Errors are reported, and nothing is lost but the copy. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const changes = [...this.#changed];
    this.#changed.clear();
    this.#writing = this.#writing
      .then(async () => {
        if (changes.length === 0) return;
        await mkdir(this.#directory, { recursive: true });
        for (const [key, entry] of changes) await this.#write(key, entry);
      })
      .catch(this.#onError);
    return this.#writing;
  }

  async #write(key: string, entry: Entry | undefined): Promise<void> {
    const file = this.#fileOf(key);
    if (!entry) return rm(file, { force: true });
    const kept: z.infer<typeof fileSchema> = {
      format: FORMAT,
      shapes: this.#shapes.version,
      source: this.#source,
      key,
      status: 200,
      contentType: entry.contentType,
      tags: entry.tags,
      freshUntil: entry.freshUntil,
      storedAt: entry.storedAt,
      body: entry.body.toString('base64'),
    };
    const draft = `${file}.${process.pid}.tmp`;
    await writeFile(draft, JSON.stringify(kept));
    await rename(draft, file);
  }

  async #read(file: string): Promise<KeptEntry | undefined> {
    try {
      const kept = fileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
      if (kept.source !== this.#source || this.#fileOf(kept.key) !== file) throw new Error('of another CMS');
      const { key, storedAt, body, shapes, ...rest } = kept;
      const filled = { ...rest, body: Buffer.from(body, 'base64') };
      if (shapes !== this.#shapes.version && !this.#shapes.fits(key, filled))
        throw new Error('of an older shape');
      return { key, storedAt, filled };
    } catch {
      await rm(file, { force: true, recursive: true });
      return undefined;
    }
  }

  #fileOf(key: string): string {
    return path.join(this.#directory, `${createHash('sha256').update(key).digest('hex')}.json`);
  }
}
