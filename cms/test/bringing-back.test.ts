import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Recent } from '../src/rules/versions/history';
import { type DocumentName, standing, versionsOf } from '../src/versions/store';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  documents,
  FIGURE,
  type Fields,
  figure,
  makePartner,
  ownRole,
  PAGE,
  PARTNER,
  type Person,
  publishWorkshop,
  seattle,
  signIn,
  stranger,
  WORKSHOP,
} from './stories';

onEachDatabase('what was deleted is brought back', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let pat: Person;
  let own: string;
  let foreign: string;
  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    own = await makePartner(cms, 'Pats Codes', { admins: [pat.id] });
    foreign = await makePartner(cms, 'Other Codes');
  });
  afterAll(() => cms?.stop());

  const make = async (uid: string, data: Fields, status?: 'published'): Promise<DocumentName> => ({
    uid,
    documentId: (await documents(cms, uid).create({ data, status })).documentId,
  });
  const remove = ({ uid, documentId }: DocumentName) => documents(cms, uid).delete({ documentId });
  const pathOf = ({ uid, documentId }: DocumentName): string => `/versions/${uid}/${documentId}/bring-back`;
  const bringBack = (document: DocumentName, who = maya) => who.ask(pathOf(document), {});
  const content = async (document: DocumentName) => (await standing(cms.strapi, document))?.content;
  const last = async (document: DocumentName) => (await versionsOf(cms.strapi, document, { most: 1 }))[0];
  const recent = async (who: Person): Promise<Recent> =>
    JSON.parse(String((await who.ask('/versions/recent')).body.text)) as Recent;
  /** What an address of a page answers: its title, where it moved ("→ slug"), or nothing. */
  const at = async (slug: string): Promise<string | null> => {
    const body = (await (await cms.get(`/api/pages/${slug}`)).json()) as Fields;
    const { details } = (body.error ?? {}) as { details?: { movedTo?: string } };
    return details?.movedTo ? `→ ${details.movedTo}` : ((body.title as string | undefined) ?? null);
  };

  const page = (title: string, to?: DocumentName): Fields => ({
    title,
    slug: title.toLowerCase().replaceAll(' ', '-'),
    metaDescription: 'All about it.',
    sections: [
      {
        __component: 'sections.callout',
        visible: true,
        text: 'It is worth it.',
        action: { label: 'Go there', ...(to ? { page: to.documentId } : { url: 'https://example.org' }) },
      },
    ],
  });

  it('as it was last, as a draft, under its own id, and its history goes on', async () => {
    const made = await make(PAGE, page('Back again'), 'published');
    await documents(cms, PAGE).update({ documentId: made.documentId, data: { title: 'Back for good' } });
    const before = await content(made);
    await remove(made);
    expect(await content(made)).toBeUndefined();
    expect((await recent(maya))[0]).toMatchObject({ action: 'deleted', link: null, bringBack: pathOf(made) });

    const { status, body } = await bringBack(made);
    const link = `/content-manager/collection-types/${PAGE}/${made.documentId}`;
    expect([status, body]).toEqual([200, { gone: [], link, isDraft: true }]);
    expect(await content(made)).toEqual(before);
    expect(await at('back-again')).toBeNull();
    expect(await last(made)).toMatchObject({ number: 5, action: 'brought-back', admin: maya.id });
    expect((await recent(maya))[0]).toMatchObject({ action: 'brought-back', link, bringBack: null });
    expect((await maya.ask(`/versions/${PAGE}/${made.documentId}/restore`, { version: 1 })).status).toBe(200);
    await documents(cms, PAGE).publish(made);
    expect(await at('back-again')).toBe('Back again');
  });

  it('with the addresses by which visitors knew it, but for those that are another’s by now', async () => {
    const made = await make(PAGE, page('Spring'), 'published');
    for (const slug of ['summer', 'autumn', 'winter']) {
      await documents(cms, PAGE).update({ documentId: made.documentId, data: { slug } });
      if (slug !== 'autumn') await documents(cms, PAGE).publish(made);
    }
    await remove(made);
    const other = await make(PAGE, page('Summer'), 'published');
    await bringBack(made);
    await documents(cms, PAGE).update({ documentId: made.documentId, data: { slug: 'all-year' } });
    await documents(cms, PAGE).publish(made);
    expect([await at('spring'), await at('summer'), await at('winter')]).toEqual([
      '→ all-year',
      'Summer',
      '→ all-year',
    ]);
    expect(await at('autumn')).toBeNull();
    expect((await content(other))?.slug).toBe('summer');
  });

  it('at another address when the one made of its title is taken; a chosen one is told apart before it is published', async () => {
    const made = await make(PAGE, page('Taken'));
    const chosen = await make(PAGE, { ...page('Chosen'), slug: 'as-we-like-it' });
    await remove(made);
    await remove(chosen);
    await make(PAGE, page('Taken'));
    await make(PAGE, { ...page('Another'), slug: 'as-we-like-it' }, 'published');
    expect((await bringBack(made)).status).toBe(200);
    expect((await content(made))?.slug).toBe('taken-2');
    expect((await bringBack(chosen)).status).toBe(200);
    expect((await content(chosen))?.slug).toBe('as-we-like-it');
    const path = `/content-manager/collection-types/${PAGE}/${chosen.documentId}/actions/publish`;
    const { status, body } = await maya.ask(path, {});
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('as-we-like-it');
  });

  it('with the links that led there, unless they were changed since', async () => {
    const target = await make(PAGE, page('Target'), 'published');
    const leading = await make(PAGE, page('Leading', target), 'published');
    const changed = await make(PAGE, page('Changed', target), 'published');
    const [before, then] = [await content(leading), await content(changed)];
    await remove(target);
    await documents(cms, PAGE).update({
      documentId: changed.documentId,
      data: { sections: page('Changed').sections },
    });
    expect(await content(leading)).not.toEqual(before);
    await bringBack(target);
    expect(await content(leading)).toEqual(before);
    expect(await content(changed)).not.toEqual(then);
    await documents(cms, PAGE).publish(target);
    const live = await documents(cms, PAGE).findOne({
      documentId: leading.documentId,
      status: 'published',
      populate: { sections: { on: { 'sections.callout': { populate: { action: { populate: 'page' } } } } } },
    });
    expect(live?.sections).toMatchObject([{ action: { page: { documentId: target.documentId } } }]);
  });

  it('names what it led to that is gone, and leaves that empty', async () => {
    const target = await make(PAGE, page('Gone for good'));
    const made = await make(PAGE, page('Leads to nothing', target));
    await remove(made);
    await remove(target);
    const { body } = await bringBack(made);
    expect(body.gone).toEqual([expect.stringContaining('“Leads to a page of this site”: “Gone for good”')]);
    expect(JSON.stringify(await content(made))).not.toContain(target.documentId);
  });

  it('shown to visitors at once where there are no drafts, and without its accounts', async () => {
    const riley = await signIn(cms, 'riley@partner.test', 'regional-partner');
    const made = {
      uid: PARTNER,
      documentId: await makePartner(cms, 'Lost Codes', { about: 'Telling', admins: [riley.id] }),
    };
    await documents(cms, PARTNER).update({ documentId: made.documentId, data: { slug: 'found-codes' } });
    const before = await content(made);
    await remove(made);
    expect((await cms.get('/api/partners/found-codes')).status).toBe(404);
    const { body } = await bringBack(made);
    expect(body).toMatchObject({ isDraft: false, gone: [] });
    expect(await content(made)).toEqual(before);
    expect((await cms.get('/api/partners/found-codes')).status).toBe(200);
    const old = (await (await cms.get('/api/partners/lost-codes')).json()) as { error: Fields };
    expect(old.error.details).toMatchObject({ movedTo: 'found-codes' });
    const partner = await documents(cms, PARTNER).findOne({
      documentId: made.documentId,
      populate: ['admins'],
    });
    expect(partner?.admins).toEqual([]);
  });

  it('once, however many ask at the same moment', async () => {
    const made = await make(FIGURE, figure('once', { value: '1' }));
    await remove(made);
    const answers = await Promise.all([1, 2, 3].map(() => bringBack(made)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(JSON.stringify(answers.map(({ body }) => body))).toContain(
      '“once” (Figure) is there: somebody has brought it back already.',
    );
    expect(await cms.strapi.db.query(FIGURE).count({ where: { documentId: made.documentId } })).toBe(1);
    const versions = await versionsOf(cms.strapi, made, { most: 10 });
    expect(versions.map(({ action }) => action)).toEqual(['brought-back', 'deleted', 'created']);
    await remove(made);
    expect((await bringBack(made)).status).toBe(200);
  });

  it('as the rules about saving let it: a territory that another has taken stays with that', async () => {
    const documentId = await makePartner(cms, 'Oregon Codes', { territory: [{ state: 'OR' }] });
    await documents(cms, PARTNER).delete({ documentId });
    await makePartner(cms, 'Newer Codes', { territory: [{ state: 'OR' }] });
    const { status, body } = await bringBack({ uid: PARTNER, documentId });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('Newer Codes');
    expect(await content({ uid: PARTNER, documentId })).toBeUndefined();
  });

  it('to a Regional Partner: their own workshops, at their address, and nothing else', async () => {
    const [mine, theirs] = [
      { uid: WORKSHOP, documentId: await publishWorkshop(cms, seattle(own, { slug: 'by-the-sound' })) },
      { uid: WORKSHOP, documentId: await publishWorkshop(cms, seattle(foreign, { title: 'Theirs' })) },
    ];
    const lost = await make(PAGE, page('Staff only'));
    const before = await content(mine);
    for (const each of [mine, theirs, lost]) await remove(each);
    const gone = (await recent(pat)).filter(({ action }) => action === 'deleted');
    expect(gone).toMatchObject([{ bringBack: pathOf(mine) }]);
    expect((await bringBack(theirs, pat)).status).toBe(404);
    expect((await bringBack(lost, pat)).status).toBe(403);
    expect((await bringBack({ uid: PARTNER, documentId: own }, pat)).status).toBe(403);
    expect((await bringBack(mine, pat)).status).toBe(200);
    expect(await content(mine)).toEqual(before);
    expect((await cms.get('/api/workshops/by-the-sound')).status).toBe(404);
    await documents(cms, WORKSHOP).publish(mine);
    expect((await cms.get('/api/workshops/by-the-sound')).status).toBe(200);
    expect((await bringBack(theirs)).status).toBe(200);
    expect((await recent(pat)).map(({ bringBack }) => bringBack)).not.toContain(pathOf(theirs));
  });

  it('by nobody who may not make such an entry, and only what was deleted', async () => {
    const reader = await ownRole(cms, 'readers', [['plugin::content-manager.explorer.read', FIGURE]]);
    const made = await make(FIGURE, figure('guarded'));
    expect((await bringBack(made)).status).toBe(400);
    await remove(made);
    const [seen] = await recent(reader);
    expect(seen).toMatchObject({ action: 'deleted', bringBack: null });
    const refused = await bringBack(made, reader);
    expect([refused.status, (refused.body.error as Fields).message]).toEqual([
      403,
      'Your account may not make entries of this type, nor bring one back.',
    ]);
    expect((await bringBack(made, stranger(cms))).status).toBe(401);
    expect((await bringBack({ uid: FIGURE, documentId: 'never' })).status).toBe(404);
    expect((await bringBack({ uid: 'inquiries::inquiry', documentId: 'any' })).status).toBe(404);
    expect(await content(made)).toBeUndefined();
  });
});
