import fc from 'fast-check';
import { expect } from 'vitest';
import type { RunningCms } from './cms';
import { documents, FIGURE, type Fields, PAGE, type Person, SITE } from './stories';

const SCHOLARSHIP = 'api::scholarship.scholarship';
const UIDS = { page: PAGE, figure: FIGURE, scholarship: SCHOLARSHIP };
type Kind = keyof typeof UIDS;

const PAGES = 4;
const FIGURES = 2;
const SCHOLARSHIPS = 1;
const COUNTS: Record<Kind, number> = { page: PAGES, figure: FIGURES, scholarship: SCHOLARSHIPS };

/** A section: the figure it quotes and the pages its buttons lead to, by number; null stands for an address. */
interface Section {
  kind: 'hero' | 'callout';
  visible: boolean;
  quotes: number | null;
  to: (number | null)[];
}
interface SiteContent {
  home: number;
  menu: (number | null)[];
  quotes: number | null;
}

/** What people do, as data, so that a sequence that failed can be kept. Pages, figures and scholarships go by number. */
export type Command =
  | ['publish' | 'unpublish' | 'delete' | 'discard', Kind, number]
  | ['rename', 'page' | 'figure', number]
  | ['edit', number, Section[]]
  | ['quote', number | null]
  | ['bulk-publish' | 'bulk-unpublish' | 'bulk-delete', Kind, number[]]
  | ['edit-site', SiteContent]
  | ['publish-site' | 'unpublish-site' | 'discard-site'];

const pageNumber = fc.nat(PAGES - 1);
const quotes = fc.option(fc.nat(FIGURES - 1), { freq: 2 });
const target = fc.option(pageNumber, { freq: 6 });
const section = fc.record<Section>({
  kind: fc.constantFrom('hero', 'callout'),
  visible: fc.boolean(),
  quotes,
  to: fc.array(target, { maxLength: 3 }),
});
const anEntry = fc
  .constantFrom<Kind[]>('page', 'page', 'page', 'page', 'figure', 'scholarship')
  .chain((kind): fc.Arbitrary<[Kind, number]> => fc.tuple(fc.constant(kind), fc.nat(COUNTS[kind] - 1)));

/** Any one command. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 10,
    arbitrary: anEntry.map(([kind, number]): Command => ['publish', kind, number]),
  },
  { weight: 6, arbitrary: anEntry.map(([kind, number]): Command => ['unpublish', kind, number]) },
  { weight: 1, arbitrary: anEntry.map(([kind, number]): Command => ['delete', kind, number]) },
  { weight: 3, arbitrary: anEntry.map(([kind, number]): Command => ['discard', kind, number]) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom<('page' | 'figure')[]>('page', 'figure'), fc.nat(1))
      .map(([kind, number]): Command => ['rename', kind, number]),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(pageNumber, fc.array(section, { minLength: 1, maxLength: 3 }))
      .map(([number, sections]): Command => ['edit', number, sections]),
  },
  { weight: 1, arbitrary: quotes.map((figure): Command => ['quote', figure]) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom<('bulk-publish' | 'bulk-unpublish' | 'bulk-delete')[]>(
          'bulk-publish',
          'bulk-publish',
          'bulk-unpublish',
          'bulk-unpublish',
          'bulk-delete',
        ),
        fc.uniqueArray(pageNumber, { minLength: 1, maxLength: 3 }),
      )
      .map(([name, numbers]): Command => [name, 'page', numbers]),
  },
  {
    weight: 3,
    arbitrary: fc
      .record<SiteContent>({ home: pageNumber, menu: fc.array(target, { maxLength: 4 }), quotes })
      .map((content): Command => ['edit-site', content]),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom<('publish-site' | 'unpublish-site' | 'discard-site')[]>(
        'publish-site',
        'publish-site',
        'publish-site',
        'unpublish-site',
        'discard-site',
      )
      .map((name): Command => [name]),
  },
);

/** A link in the model: to a page by number, to an address (null), or to what has been deleted. */
type Link = number | null | 'gone';
interface PageContent {
  title: string;
  slug: string;
  sections: (Omit<Section, 'to'> & { to: Link[] })[];
}
interface FigureContent {
  key: string;
}
interface QuotingContent {
  text: string;
}
interface Versions<C> {
  documentId: string;
  draft: C | null;
  live: C | null;
}

let made = 0;
const unique = (name: string): string => `${name}-${++made}`;

const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const ADDRESS = '/workshops';

/**
 * A small site in a CMS, and beside it a model of what its visitors should see: what was published last, with links to
 * what is published now. Every command is given to both.
 */
export class LiveSite {
  private pages: Versions<PageContent>[] = [];
  private figures: Versions<FigureContent>[] = [];
  private scholarships: Versions<QuotingContent>[] = [];
  private site: Versions<{ home: Link; menu: Link[]; text: string }> = {
    documentId: '',
    draft: null,
    live: null,
  };

  private constructor(
    private readonly cms: RunningCms,
    private readonly person: Person,
  ) {}

  /** Four pages, two figures and a scholarship, all drafts but the first page, which is Site’s home page. */
  static async make(cms: RunningCms, person: Person): Promise<LiveSite> {
    const made = new LiveSite(cms, person);
    for (let number = 0; number < PAGES; number++) {
      const slug = unique('page');
      const { documentId } = await documents(cms, PAGE).create({ data: { title: slug, slug, sections: [] } });
      made.pages.push({ documentId, draft: { title: slug, slug, sections: [] }, live: null });
    }
    for (let number = 0; number < FIGURES; number++) {
      const key = unique('figure');
      const { documentId } = await documents(cms, FIGURE).create({ data: figureData(key) });
      made.figures.push({ documentId, draft: { key }, live: null });
    }
    for (let number = 0; number < SCHOLARSHIPS; number++) {
      const data = {
        name: unique('scholarship'),
        sponsor: 'X',
        eligibility: 'All',
        howToApply: 'Ask',
      };
      const { documentId } = await documents(cms, SCHOLARSHIP).create({ data });
      made.scholarships.push({ documentId, draft: { text: 'All' }, live: null });
    }
    made.site.documentId = String((await documents(cms, SITE).findFirst({}))?.documentId);
    await made.do(['publish', 'page', 0]);
    await made.do(['edit-site', { home: 0, menu: [], quotes: null }]);
    await made.do(['publish-site']);
    return made;
  }

  /** Does one thing after another; after each, visitors must see what the model says. */
  async play(commands: Command[]): Promise<void> {
    for (const command of commands) {
      await this.do(command);
      expect(await this.seen(), `after ${JSON.stringify(command)}`).toEqual(this.expected());
    }
  }

  /** Does several things at the same moment, each of which goes whatever the others do. */
  async playTogether(commands: Command[]): Promise<void> {
    await Promise.all(commands.map((command) => this.do(command)));
    expect(await this.seen()).toEqual(this.expected());
  }

  private async do(command: Command): Promise<void> {
    switch (command[0]) {
      case 'publish':
      case 'unpublish':
      case 'delete':
      case 'discard':
        return this.act(command[0], command[1], command[2]);
      case 'bulk-publish':
      case 'bulk-unpublish':
      case 'bulk-delete':
        return this.bulk(command[0], command[1], command[2]);
      case 'rename':
        return this.rename(command[1], command[2]);
      case 'edit':
        return this.edit(command[1], command[2]);
      case 'quote':
        return this.quote(command[1]);
      case 'edit-site':
        return this.editSite(command[1]);
      default:
        return this.actOnSite(command[0].replace('-site', '') as 'publish' | 'unpublish' | 'discard');
    }
  }

  private entries(kind: Kind): Versions<unknown>[] {
    return { page: this.pages, figure: this.figures, scholarship: this.scholarships }[kind];
  }

  private async act(name: 'publish' | 'unpublish' | 'delete' | 'discard', kind: Kind, number: number) {
    const entry = this.entries(kind)[number];
    if (!entry?.draft || ((name === 'unpublish' || name === 'discard') && !entry.live)) return;
    const path = `/content-manager/collection-types/${UIDS[kind]}/${entry.documentId}`;
    const answer =
      name === 'delete'
        ? await this.person.ask(path, undefined, 'DELETE')
        : await this.person.ask(`${path}/actions/${name}`, {});
    this.expectAnswer(answer, this.refused(name, kind, number));
    if (answer.status === 200) this.done(name, kind, number);
  }

  private async bulk(name: 'bulk-publish' | 'bulk-unpublish' | 'bulk-delete', kind: Kind, all: number[]) {
    const single = name.slice('bulk-'.length) as 'publish' | 'unpublish' | 'delete';
    const numbers = all.filter((number) => {
      const entry = this.entries(kind)[number];
      return single === 'unpublish' ? entry?.live : entry?.draft;
    });
    if (numbers.length === 0) return;
    const action = { publish: 'bulkPublish', unpublish: 'bulkUnpublish', delete: 'bulkDelete' }[single];
    const answer = await this.person.ask(
      `/content-manager/collection-types/${UIDS[kind]}/actions/${action}`,
      { documentIds: numbers.map((number) => this.entries(kind)[number]?.documentId) },
    );
    const before = structuredClone([this.pages, this.figures, this.scholarships, this.site] as const);
    // They are done in an order that the database chooses; what may be done in none of them is refused.
    const order = single === 'publish' ? numbers : numbers.toSorted((a, b) => a - b);
    const refused = order.some((number) => {
      if (this.refused(single, kind, number)) return true;
      this.done(single, kind, number);
      return false;
    });
    if (refused) [this.pages, this.figures, this.scholarships, this.site] = before;
    this.expectAnswer(answer, refused);
  }

  private expectAnswer({ status, body }: { status: number; body: Fields }, refused: boolean): void {
    expect({ status, why: body.error }).toEqual(
      refused
        ? { status: 400, why: expect.objectContaining({ name: 'ValidationError' }) }
        : { status: 200, why: undefined },
    );
  }

  private refused(name: string, kind: Kind, number: number): boolean {
    const isLive = (link: Link): boolean => typeof link !== 'number' || Boolean(this.pages[link]?.live);
    if (name === 'discard') return false;
    if (name === 'publish') {
      if (kind === 'figure') {
        const { live, draft } = this.figures[number] as Versions<FigureContent>;
        return live !== null && live.key !== draft?.key && this.isQuoted(live.key);
      }
      if (kind === 'scholarship') return !this.allKnown(this.scholarships[number]?.draft?.text ?? '');
      return (this.pages[number]?.draft?.sections ?? [])
        .filter(({ visible }) => visible)
        .some(
          ({ to, quotes }) =>
            to.some((link) => link === 'gone' || (link !== number && !isLive(link))) ||
            (quotes !== null && !this.allKnown(this.textOf(quotes))),
        );
    }
    if (kind === 'page') return this.site.live?.home === number;
    const key = this.figures[number]?.live?.key;
    return kind === 'figure' && key !== undefined && this.isQuoted(key);
  }

  private done(name: string, kind: Kind, number: number): void {
    const entry = this.entries(kind)[number] as Versions<unknown>;
    if (name === 'publish') entry.live = structuredClone(entry.draft);
    if (name === 'discard') entry.draft = structuredClone(entry.live);
    if (name === 'unpublish' || name === 'delete') entry.live = null;
    if (name !== 'delete') return;
    entry.draft = null;
    if (kind !== 'page') return;
    const cut = (link: Link): Link => (link === number ? 'gone' : link);
    for (const { draft, live } of this.pages)
      for (const content of [draft, live])
        for (const section of content?.sections ?? []) section.to = section.to.map(cut);
    for (const content of [this.site.draft, this.site.live])
      if (content) Object.assign(content, { home: cut(content.home), menu: content.menu.map(cut) });
  }

  /** Text that quotes a figure by the key its draft has now; a deleted one is written as unknown. */
  private textOf(figure: number | null): string {
    const key = figure === null ? null : (this.figures[figure]?.draft?.key ?? 'deleted');
    return key ? `With {{ ${key} }}.` : 'With.';
  }

  private liveKeys = (): string[] => this.figures.flatMap(({ live }) => live?.key ?? []);

  private allKnown(text: string): boolean {
    const key = /\{\{ (.*) \}\}/.exec(text)?.[1];
    return key === undefined || this.liveKeys().includes(key);
  }

  private isQuoted(key: string): boolean {
    const quoted = `{{ ${key} }}`;
    return (
      this.pages.some(({ live }) =>
        live?.sections.some((section) => section.visible && textIn(section) === `With ${quoted}.`),
      ) ||
      this.site.live?.text === `With ${quoted}.` ||
      this.scholarships.some(({ live }) => live?.text === `With ${quoted}.`)
    );
  }

  private async rename(kind: 'page' | 'figure', number: number): Promise<void> {
    const entry = this.entries(kind)[number] as Versions<PageContent & FigureContent>;
    if (!entry.draft) return;
    const { documentId } = entry;
    if (kind === 'figure') {
      const key = unique('figure');
      await documents(this.cms, FIGURE).update({ documentId, data: figureData(key) });
      entry.draft.key = key;
    } else {
      const slug = unique('page');
      await documents(this.cms, PAGE).update({ documentId, data: { title: slug, slug } });
      Object.assign(entry.draft, { title: slug, slug });
    }
  }

  /** Links to deleted pages can’t be chosen: an address is typed instead. */
  private existing = (link: number | null): number | null =>
    link !== null && this.pages[link]?.draft ? link : null;

  private action = (link: number | null, position: number): Fields => ({
    label: `Go ${position}`,
    ...(link === null ? { url: ADDRESS } : { page: this.pages[link]?.documentId }),
  });

  private async edit(number: number, wanted: Section[]): Promise<void> {
    const entry = this.pages[number] as Versions<PageContent>;
    if (!entry.draft) return;
    const sections = wanted.map((section) => {
      const to = section.to.map(this.existing);
      const links = section.kind === 'callout' ? [to[0] ?? null] : to;
      return { ...section, to: links, text: this.textOf(section.quotes) };
    });
    await documents(this.cms, PAGE).update({
      documentId: entry.documentId,
      data: {
        sections: sections.map(({ kind, visible, to, text }) =>
          kind === 'hero'
            ? {
                __component: 'sections.hero',
                visible,
                heading: 'What one learns',
                body: paragraph(text),
                actions: to.map(this.action),
              }
            : {
                __component: 'sections.callout',
                visible,
                text,
                action: this.action(to[0] ?? null, 0),
              },
        ),
      },
    });
    entry.draft.sections = sections;
  }

  private async quote(figure: number | null): Promise<void> {
    const entry = this.scholarships[0] as Versions<QuotingContent>;
    if (!entry.draft) return;
    const text = this.textOf(figure);
    const { documentId } = entry;
    await documents(this.cms, SCHOLARSHIP).update({ documentId, data: { eligibility: text } });
    entry.draft.text = text;
  }

  private async editSite({ home, menu, quotes }: SiteContent): Promise<void> {
    const chosen = this.existing(home);
    if (chosen === null) return;
    const links = menu.map(this.existing);
    const text = this.textOf(quotes);
    await documents(this.cms, SITE).update({
      documentId: this.site.documentId,
      data: {
        homePage: this.pages[chosen]?.documentId,
        navigation: links.map(this.action),
        footerLinks: [],
        footerText: text,
        notice: null,
      },
    });
    this.site.draft = { home: chosen, menu: links, text };
  }

  private async actOnSite(name: 'publish' | 'unpublish' | 'discard'): Promise<void> {
    const { draft, live } = this.site;
    const answer = await this.person.ask(`/content-manager/single-types/${SITE}/actions/${name}`, {});
    const refused =
      name === 'unpublish' ||
      (name === 'publish' &&
        (!draft ||
          !this.allKnown(draft.text) ||
          [draft.home, ...draft.menu].some(
            (link) => link === 'gone' || (link !== null && !this.pages[link]?.live),
          )));
    this.expectAnswer(answer, refused);
    if (refused) return;
    if (name === 'publish') this.site.live = structuredClone(draft);
    if (name === 'discard') this.site.draft = structuredClone(live);
  }

  private reference = (link: Link): Fields | null => {
    const live = typeof link === 'number' ? this.pages[link]?.live : null;
    return live ? { slug: live.slug, title: live.title } : null;
  };

  private links = (to: Link[]): unknown[] =>
    to
      .map((link, position) => ({
        label: `Go ${position}`,
        to: link === null ? ADDRESS : this.reference(link),
      }))
      .filter((link) => link.to !== null);

  private quoted = (text: string): string => {
    const [before, after] = text.split(/\{\{ .* \}\}/);
    const key = /\{\{ (.*) \}\}/.exec(text)?.[1];
    if (key === undefined) return text;
    return this.liveKeys().includes(key) ? `${before}${key}${after}` : 'unknown';
  };

  private expected(): Fields {
    const { live } = this.site;
    return {
      site: live && {
        home: this.reference(live.home),
        menu: this.links(live.menu),
        text: this.quoted(live.text),
      },
      pages: this.pages.flatMap(({ live }) =>
        live
          ? {
              title: live.title,
              slug: live.slug,
              sections: live.sections
                .filter(({ visible }) => visible)
                .map((section) => ({
                  text: this.quoted(textIn(section)),
                  to:
                    section.kind === 'hero'
                      ? this.links(section.to)
                      : section.to.map((link) => (link === null ? ADDRESS : this.reference(link))),
                })),
            }
          : [],
      ),
      scholarships: this.scholarships.flatMap(({ live }) => (live ? this.quoted(live.text) : [])),
    };
  }

  private async read(path: string): Promise<Fields | null> {
    const response = await this.cms.get(path);
    return response.status === 200 ? ((await response.json()) as Fields) : null;
  }

  private async seen(): Promise<Fields> {
    const slugs = new Set(this.pages.flatMap(({ draft, live }) => [live?.slug, draft?.slug]));
    const bySlug = new Map<string, Fields>();
    for (const slug of slugs) {
      const page = slug && (await this.read(`/api/pages/${slug}`));
      if (page) bySlug.set(slug, page);
    }
    const links = (actions: Fields[]): unknown[] =>
      actions.map(({ label, page, url }) => ({ label, to: page ?? url }));
    const site = await this.read('/api/site');
    const ours = new Set<unknown>();
    for (const { documentId } of this.scholarships) {
      const stored = await documents(this.cms, SCHOLARSHIP).findOne({ documentId });
      if (stored) ours.add(stored.name);
    }
    const scholarships = (await this.read('/api/scholarships')) as unknown as Fields[];
    return {
      site: site && {
        home: site.homePage,
        menu: links(site.navigation as Fields[]),
        text: site.footerText,
      },
      pages: [...bySlug.values()].map(({ title, slug, sections }) => ({
        title,
        slug,
        sections: (sections as Fields[]).map(({ __component, body, text, actions, action }) =>
          __component === 'sections.hero'
            ? { text: plainText(body), to: links(actions as Fields[]) }
            : { text, to: [(action as Fields).page ?? (action as Fields).url] },
        ),
      })),
      scholarships: scholarships.filter(({ name }) => ours.has(name)).map(({ eligibility }) => eligibility),
    };
  }
}

const figureData = (key: string): Fields => ({ key, phrase: '{value}', wordingWithout: key });

/** The text a section was saved with. */
const textIn = (section: object): string => (section as { text: string }).text;

const plainText = (blocks: unknown): string =>
  (blocks as { children: { text: string }[] }[])
    .flatMap(({ children }) => children.map(({ text }) => text))
    .join('');
