import { describe, expect, it } from 'vitest';
import { notFound, pageNamed, workshop } from '../testing/fake-cms';
import { type AnswerKind, flawIn, isRefusal, type RawAnswer } from './check';

const json = (value: unknown, changes: Partial<RawAnswer> = {}): RawAnswer => ({
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  tags: ['page'],
  ...changes,
});
const problemIn = (kind: AnswerKind, answer: RawAnswer) => flawIn(kind, answer)?.problem;
const page = pageNamed('deep-dive', 'Deep Dive');
const sitemap = { pages: [{ slug: 'a', updatedAt: '2027-03-06T17:00:00Z' }], workshops: [], partners: [] };

describe('an answer of the CMS', () => {
  it('is taken when it is whole and in its shape, with fields nobody knows', () => {
    expect(problemIn('/api/pages/:slug', json(page))).toBeUndefined();
    expect(problemIn('/api/pages/:slug', json({ ...page, added: 1 }))).toBeUndefined();
    expect(problemIn('/api/sitemap', json(sitemap))).toBeUndefined();
    expect(problemIn('/api/sitemap', json(sitemap, { contentType: 'application/hal+json' }))).toBeUndefined();
  });

  it.each<[string, RawAnswer]>([
    ['its 5 bytes are no JSON', json('<p>Hi')],
    ['its type is text/html', json(sitemap, { contentType: 'text/html' })],
    ['its type is text/application/json', json(sitemap, { contentType: 'text/application/json' })],
    ['its type is not said', json(sitemap, { contentType: '' })],
    ['it must be object', json([1])],
    ["it must have required property 'pages'", json({ workshops: [], partners: [] })],
    ['/pages must be array', json({ ...sitemap, pages: {} })],
    ['it is no 500 of the CMS’s own', json(sitemap, { status: 500 })],
    ['it is no 404 of the CMS’s own', json({}, { status: 404 })],
  ])('is refused in words: %s', (problem, answer) => {
    expect(flawIn('/api/sitemap', answer)).toEqual({ problem });
  });

  it('is refused for an instant or a time zone that is none', () => {
    const told = (changes: object) => problemIn('/api/workshops/:slug', json({ ...workshop, ...changes }));
    for (const right of [
      {},
      { updatedAt: '2027-03-06T17:00:00.000Z' },
      { timeZone: 'Pacific/Guam' },
      { timeZone: 'Pacific/Guam' },
    ])
      expect(told(right)).toBeUndefined();
    for (const updatedAt of ['soon', '2027-03-06', '2027-03-06T25:00:00Z', 'x2027-03-06T17:00:00Z'])
      expect([updatedAt, told({ updatedAt })]).toEqual([updatedAt, expect.stringContaining('/updatedAt')]);
    for (const timeZone of ['Mars/Olympus', 'Mars/Olympus', ''])
      expect(told({ timeZone })).toContain('/timeZone');
  });

  it('that is an empty list is believed with the CMS’s tags alone', () => {
    expect(problemIn('/api/partners', json([]))).toBeUndefined();
    expect(problemIn('/api/partners', json([], { tags: [] }))).toBe(
      'an empty list could be anybody’s, and this one has no Cache-Tag',
    );
  });

  it('that is a tile is looked at as one', () => {
    const tile = (body: string) =>
      json('', { contentType: 'application/vnd.mapbox-vector-tile', body: Buffer.from(body) });
    expect(problemIn('tile', tile(''))).toBeUndefined();
    expect(flawIn('tile', tile('<p>'))).toEqual({ problem: 'its 3 bytes are no vector tile' });
    expect(problemIn('tile', json(''))).toBe('its type is application/json; charset=utf-8');
  });
});

describe('a page of which a section is not in its shape', () => {
  const hero = { __component: 'sections.hero', heading: 5 };

  it('will do without it where there is nothing better', () => {
    const flaw = flawIn('/api/pages/:slug', json({ ...page, sections: [hero, ...page.sections] }));
    expect(flaw?.problem).toMatch(/^\/sections\/0/);
    expect(JSON.parse(String(flaw?.remainder))).toEqual(page);
  });

  it('will not when more is wrong with it', () => {
    expect(flawIn('/api/pages/:slug', json({ ...page, title: 5, sections: [hero] }))).toEqual({
      problem: expect.any(String),
      remainder: undefined,
    });
    expect(flawIn('/api/pages/:slug', json({ ...page, sections: 'none' }))?.remainder).toBeUndefined();
    expect(flawIn('/api/pages/:slug', json('null'))?.remainder).toBeUndefined();
  });
});

describe('a refusal', () => {
  const said = (status: number, name: string) => ({
    data: null,
    error: { status, name, message: 'No.', details: {} },
  });
  const isOwn = (status: number, value: unknown, contentType = 'application/json') =>
    isRefusal(status, contentType, Buffer.from(JSON.stringify(value)));

  it('is the CMS’s own in its own words', () => {
    expect(isOwn(404, notFound)).toBe(true);
    expect(isOwn(404, said(404, 'NotFoundError'))).toBe(true);
    expect(isOwn(400, said(400, 'ValidationError'))).toBe(true);
    expect(flawIn('/api/sitemap', json(notFound, { status: 404 }))).toBeUndefined();
  });

  it.each<[string, number, unknown, string?]>([
    ['of a proxy', 404, {}],
    ['in another’s shape', 404, { error: { status: 404, message: 'Not Found' } }],
    ['of another kind', 404, said(404, 'ForbiddenError')],
    ['of another status', 404, said(400, 'NotFoundError')],
    ['that is no refusal', 403, said(403, 'NotFoundError')],
    ['in HTML', 404, notFound, 'text/html'],
  ])('is not %s', (_what, status, value, contentType) => {
    expect(isOwn(status, value, contentType)).toBe(false);
  });
});
