import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { documents, type Fields, PAGE, type Person, SITE, signIn } from './stories';

interface Menus {
  menus: { name: string; label: string; holdsPage: boolean; isFull: boolean }[];
  hasWaiting: boolean;
  isLive: boolean;
  mayChange: boolean;
  isPublished?: boolean;
}

onEachDatabase('a page and the menus', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let page: string;

  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
  });
  afterAll(() => cms?.stop());

  const site = async (status: 'draft' | 'published'): Promise<Fields & { documentId: string }> =>
    (await documents(cms, SITE).findFirst({
      status,
      populate: { navigation: { populate: { page: true } } },
    })) as Fields & { documentId: string };
  const inMenu = async (status: 'draft' | 'published' = 'published'): Promise<string[]> => {
    const { navigation } = (await site(status)) as unknown as { navigation: { label: string }[] };
    return navigation.map(({ label }) => label);
  };
  async function makePage(title: string): Promise<string> {
    const slug = title.toLowerCase().replaceAll(' ', '-');
    const sections = [{ __component: 'sections.workshop-finder', heading: title, visible: true }];
    const { documentId } = await documents(cms, PAGE).create({
      data: { title, slug, sections },
      status: 'published',
    });
    return documentId;
  }
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: Fields) => {
    const { status, body: answer } = await maya.ask(
      `/menus/${path}`,
      method === 'POST' ? (body ?? {}) : undefined,
      method,
    );
    return { status, answer: answer as unknown as Menus & { error?: { message: string } } };
  };

  let made = 0;
  beforeEach(async () => {
    made++;
    page = await makePage(`Programme ${made}`);
    const { documentId } = await site('draft');
    const data = { navigation: [{ label: 'Workshops', style: 'link', url: '/workshops' }], notice: null };
    await documents(cms, SITE).update({ documentId, data, status: 'published' });
  });

  it('is put in, in its own words or those given, and visitors see it at once', async () => {
    const { answer: before } = await ask('GET', page);
    expect(before).toMatchObject({ hasWaiting: false, isLive: true, mayChange: true });
    expect(before.menus.map(({ label, holdsPage }) => [label, holdsPage])).toEqual([
      ['Menu at the top', false],
      ['Links at the foot', false],
    ]);
    const { status, answer } = await ask('POST', `${page}/navigation`);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ isPublished: true, hasWaiting: false });
    expect(answer.menus[0]).toMatchObject({ holdsPage: true });
    expect(await inMenu()).toEqual(['Workshops', `Programme ${made}`]);
    await ask('POST', `${page}/footerLinks`, { label: '  Intro  ' });
    const { footerLinks } = (await documents(cms, SITE).findFirst({
      status: 'published',
      populate: { footerLinks: { populate: { page: true } } },
    })) as unknown as { footerLinks: { label: string; page?: { documentId: string } }[] };
    expect(footerLinks.at(-1)).toMatchObject({ label: 'Intro', page: { title: `Programme ${made}` } });
  });

  it('is put in once, however often that is asked, and taken out again', async () => {
    await ask('POST', `${page}/navigation`);
    await ask('POST', `${page}/navigation`);
    expect(await inMenu()).toEqual(['Workshops', `Programme ${made}`]);
    const { answer } = await ask('DELETE', `${page}/navigation`);
    expect(answer.menus[0]).toMatchObject({ holdsPage: false });
    expect(await inMenu()).toEqual(['Workshops']);
    expect((await ask('DELETE', `${page}/navigation`)).status).toBe(200);
  });

  it('waits with what else of Site visitors don’t see yet', async () => {
    const { documentId } = await site('draft');
    await documents(cms, SITE).update({ documentId, data: { footerText: 'Not yet for visitors.' } });
    expect((await ask('GET', page)).answer.hasWaiting).toBe(true);
    const { answer } = await ask('POST', `${page}/navigation`);
    expect(answer.isPublished).toBe(false);
    expect(await inMenu('draft')).toEqual(['Workshops', `Programme ${made}`]);
    expect(await inMenu()).toEqual(['Workshops']);
    expect((await site('published')).footerText).not.toBe('Not yet for visitors.');
  });

  it('is refused where the menu is full, the words are too long, or visitors don’t see the page', async () => {
    const { documentId } = await site('draft');
    const navigation = Array.from({ length: 8 }, (_, number) => ({
      label: `Entry ${number}`,
      style: 'link',
      url: '/workshops',
    }));
    expect((await ask('POST', `${page}/navigation`, { label: 'x'.repeat(81) })).answer.error?.message).toBe(
      'The words in the menu must be at most 80 characters long; these are 81.',
    );
    expect((await ask('POST', `${page}/navigation`, { label: 7 } as Fields)).status).toBe(400);
    await documents(cms, SITE).update({ documentId, data: { navigation }, status: 'published' });
    expect((await ask('GET', page)).answer.menus[0]).toMatchObject({ isFull: true });
    const full = await ask('POST', `${page}/navigation`);
    expect(full.status).toBe(400);
    expect(full.answer.error?.message).toBe(
      '“Menu at the top” is full: take something out under Site first.',
    );
    await documents(cms, PAGE).unpublish({ documentId: page });
    const hidden = await ask('POST', `${page}/footerLinks`);
    expect(hidden.status).toBe(400);
    expect(hidden.answer.error?.message).toBe(
      `Visitors don’t see “Programme ${made}” yet: publish it, then put it in the menu.`,
    );
    expect((await ask('POST', `${page}/sidebar`)).status).toBe(404);
    expect((await ask('GET', 'nobody')).status).toBe(404);
  });

  it('is nobody’s but those who may change Site', async () => {
    const paula = await signIn(cms, 'paula@partner.test', 'regional-partner');
    for (const [method, path] of [
      ['GET', page],
      ['POST', `${page}/navigation`],
      ['DELETE', `${page}/navigation`],
    ] as const)
      expect((await paula.ask(`/menus/${path}`, method === 'POST' ? {} : undefined, method)).status).toBe(
        403,
      );
    expect(await inMenu()).toEqual(['Workshops']);
  });
});
