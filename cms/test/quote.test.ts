import type { Quote } from '@deep-dive/shared-types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  documents,
  type Fields,
  makePartner,
  PARTNER,
  publishThenMove,
  publishWorkshop,
  seattle,
  session,
  WORKSHOP,
} from './stories';

const SCHOLARSHIP = 'api::scholarship.scholarship';
const PRICING = 'api::pricing.pricing';

onEachDatabase('what it will cost', (database) => {
  let cms: RunningCms;
  let codes: string;

  const ask = async (query: string) => {
    const response = await cms.get(`/api/quote${query}`);
    return {
      status: response.status,
      tags: response.headers.get('cache-tag'),
      body: (await response.json()) as Quote & {
        error: { message: string; details: { errors: { path: string[]; message: string }[] } };
      },
    };
  };
  const quote = async (query: string) => (await ask(query)).body;
  const fields = async (query: string) => {
    const { status, body } = await ask(query);
    return [status, body.error.details.errors.map(({ path }) => path.join('.'))];
  };

  beforeAll(async () => {
    cms = await startCms({ database });
    codes = await makePartner(cms, 'Puget Codes', {
      email: 'hello@puget.test',
      territory: [{ state: 'WA' }],
      groupPrices: [
        { minimumPeople: 5, pricePerPerson: 225 },
        { minimumPeople: 10, pricePerPerson: 50 },
      ],
      discounts: [{ name: 'Districts', percentOff: 20, conditions: 'If your district has signed.' }],
    });
    await makePartner(cms, 'High Plains', { territory: [{ state: 'MT' }] });
    await makePartner(cms, 'Chicago', { territory: [{ zips: '60602' }] });
    await makePartner(cms, 'Prairie', { territory: [{ state: 'IL' }] });
  });
  afterAll(() => cms?.stop());

  it('of twelve in Montana, whose partner has published nothing: the value, whom to ask, and scholarships', async () => {
    const { status, body } = await ask('?near=59715&people=12');
    expect(status).toBe(200);
    expect(body).toMatchObject({ people: 12, perPersonCents: null, totalCents: null, range: null });
    expect(body.lines).toEqual([
      expect.objectContaining({ label: 'Value of the workshop', cents: 30000, whose: 'national' }),
      expect.objectContaining({ label: 'High Plains', cents: null, whose: 'partner' }),
    ]);
    expect(body.lines[1]?.why).toMatch(/^Your partner sets the price here/);
    expect(body.partner).toMatchObject({ name: 'High Plains', slug: 'high-plains' });
    expect(body.scholarships.map(({ name }) => name)).toEqual(['Code.org Scholarship']);
    expect(body.place?.label).toBe('Bozeman, MT 59715');
  });

  it('of a group with a group price', async () => {
    const body = await quote('?near=Seattle,+WA&people=12');
    expect(body).toMatchObject({ perPersonCents: 5000, totalCents: 60000 });
    expect(body.lines.map(({ cents }) => cents)).toEqual([30000, -25000]);
  });

  it('of too few is a range, and what could be less stands beside it with its condition', async () => {
    const body = await quote('?near=98101&people=2');
    expect(body.range).toEqual({ fromCents: 5000, toCents: 30000 });
    expect(body.possible).toContainEqual({
      label: 'Districts',
      perPersonCents: 24000,
      condition: 'If your district has signed.',
    });
  });

  it('where nobody serves, or several do, is for nobody to say', async () => {
    expect(await quote('?near=99950')).toMatchObject({ partner: null, partners: [], perPersonCents: null });
    const illinois = await quote('?near=Illinois');
    expect(illinois.partner).toBeNull();
    expect(illinois.partners.map(({ name }) => name)).toEqual(['Prairie', 'Chicago']);
    expect(await quote('?near=60602')).toMatchObject({ partner: { name: 'Chicago' } });
  });

  describe('at a workshop', () => {
    const publish = async (data: Fields) => {
      const documentId = await publishWorkshop(cms, seattle(codes, data));
      const stored = await documents(cms, WORKSHOP).findOne({ documentId });
      return { documentId, slug: String(stored?.slug) };
    };

    it('is its own fee, or the group price where that is lower', async () => {
      const { slug } = await publish({ title: 'With a fee', feeKind: 'amount', feeAmount: 75 });
      const few = await quote(`?workshop=${slug}&people=5`);
      expect(few).toMatchObject({ perPersonCents: 7500, totalCents: 37500, place: null });
      expect(few.workshop).toMatchObject({
        slug,
        title: 'With a fee',
        place: { city: 'Seattle', state: 'WA' },
      });
      expect(await quote(`?workshop=${slug}&people=10`)).toMatchObject({ perPersonCents: 5000 });
      const { price } = (await (await cms.get(`/api/workshops/${slug}`)).json()) as Fields;
      expect(price).toEqual({
        perPersonCents: 7500,
        reason: 'This workshop’s own price',
        whose: 'workshop',
        group: { perPersonCents: 5000, minimumPeople: 10 },
      });
      const list = (await (await cms.get('/api/workshops?near=98101')).json()) as { workshops: Fields[] };
      expect(list.workshops.map((each) => each.price)).toEqual([price]);
    });

    it('is the partner’s who runs it, wherever the visitor is', async () => {
      const { slug } = await publish({ title: 'Elsewhere', feeKind: 'free' });
      const body = await quote(`?near=59715&workshop=${slug}&people=3`);
      expect(body).toMatchObject({ perPersonCents: 0, partner: { name: 'Puget Codes' } });
      expect(body.place?.state).toBe('MT');
    });

    it('that is private, over or has moved is the same; of a private one nothing more is told', async () => {
      const hidden = await publish({
        title: 'Private',
        visibility: 'private',
        feeKind: 'amount',
        feeAmount: 20,
        registrationUrl: 'https://example.org/secret',
      });
      const { status, body } = await ask(`?workshop=${hidden.slug}`);
      expect([status, body.perPersonCents]).toEqual([200, 2000]);
      expect(JSON.stringify(body)).not.toMatch(/secret|Central Library|4th Ave/);

      const over = await publishThenMove(
        cms,
        seattle(codes, { title: 'Over', feeKind: 'amount', feeAmount: 10 }),
        [session(-10)],
      );
      const { slug } = (await documents(cms, WORKSHOP).findOne({ documentId: over })) as Fields;
      expect(await quote(`?workshop=${slug}`)).toMatchObject({ perPersonCents: 1000 });

      const { documentId, slug: old } = await publish({ title: 'Moved', feeKind: 'amount', feeAmount: 30 });
      await documents(cms, WORKSHOP).update({
        documentId,
        data: { slug: 'moved-away' },
        status: 'published',
      });
      expect((await quote(`?workshop=${old}`)).workshop?.slug).toBe('moved-away');
    });

    it('that is a draft, hidden or nobody’s is refused at its field', async () => {
      const draft = await documents(cms, WORKSHOP).create({ data: seattle(codes, { title: 'Draft' }) });
      const { slug } = await publish({ title: 'Hidden', visibility: 'hidden' });
      for (const each of [draft.slug, slug, 'nope'])
        expect(await fields(`?near=98101&workshop=${each}`)).toEqual([400, ['workshop']]);
    });
  });

  it.each([
    ['', ['near']],
    ['?people=12', ['near']],
    ['?near=98101&people=0', ['people']],
    ['?near=98101&people=1001', ['people']],
    ['?near=99999&people=many', ['people', 'near']],
    ['?near=09012', ['near']],
    ['?near=Toronto,+Canada', ['near']],
    [`?near=${'x'.repeat(101)}`, ['near']],
    ['?near=98101&workshop=..%2Fadmin', ['workshop']],
  ])('is refused, naming the field, for %s', async (query, expected) => {
    expect(await fields(query)).toEqual([400, expected]);
  });

  it('is refused in words that help, and asked with nothing unknown', async () => {
    const { body } = await ask('?near=99999');
    expect(body.error.message).toBe(
      'We don’t know the ZIP code 99999. Please check its five digits, or look for a city instead.',
    );
    const unknown = await ask('?near=98101&colour=red');
    expect([unknown.status, unknown.body.error.message]).toEqual([
      400,
      'The query holds what can’t be used here: “colour”.',
    ]);
  });

  it('changes with the very next question, and says what it depends on', async () => {
    const { tags } = await ask('?near=59715');
    expect(tags).toBe('regional-partner,pricing,scholarship,figure');

    const value = await documents(cms, PRICING).findFirst({});
    await documents(cms, PRICING).update({
      documentId: value?.documentId ?? '',
      data: { pricePerPerson: 320 },
      status: 'published',
    });
    expect((await quote('?near=59715')).lines[0]?.cents).toBe(32000);

    const scholarship = await documents(cms, SCHOLARSHIP).create({
      data: {
        name: 'For Montana',
        sponsor: 'Us',
        eligibility: 'All',
        howToApply: 'Write',
        national: false,
        regions: [{ state: 'MT' }],
        seats: 5,
        seatsTaken: 4,
      },
      status: 'published',
    });
    const names = async (query: string) => (await quote(query)).scholarships.map(({ name }) => name);
    expect(await names('?near=59715')).toContain('For Montana');
    expect(await names('?near=98101')).not.toContain('For Montana');
    await documents(cms, SCHOLARSHIP).update({
      documentId: scholarship.documentId,
      data: { seatsTaken: 5 },
      status: 'published',
    });
    expect(await names('?near=59715')).not.toContain('For Montana');

    await documents(cms, PARTNER).update({
      documentId: codes,
      data: { discounts: [{ name: 'Spring', dollarsOff: 100, forEveryone: true }] },
    });
    expect(await quote('?near=98101&people=1')).toMatchObject({ perPersonCents: 22000 });
  });

  describe('a partner’s terms that can’t be meant', () => {
    it.each<[string, Fields, string]>([
      [
        'tiers that rise',
        {
          groupPrices: [
            { minimumPeople: 5, pricePerPerson: 50 },
            { minimumPeople: 10, pricePerPerson: 60 },
          ],
        },
        'groupPrices.1.pricePerPerson',
      ],
      [
        'a group price of $0',
        { groupPrices: [{ minimumPeople: 5, pricePerPerson: 0 }] },
        'groupPrices.0.pricePerPerson',
      ],
      [
        'more off than it is worth',
        { discounts: [{ name: 'Too much', dollarsOff: 900 }] },
        'discounts.0.dollarsOff',
      ],
      [
        'both percent and dollars',
        { discounts: [{ name: 'Both', percentOff: 10, dollarsOff: 10 }] },
        'discounts.0.dollarsOff',
      ],
    ])('are refused at their field: %s', async (_, data, field) => {
      const refused = await documents(cms, PARTNER)
        .update({ documentId: codes, data })
        .then(
          () => expect.fail('nothing was refused'),
          (error: { details: { errors: { path: string[] }[] } }) => error,
        );
      expect(refused.details.errors.map(({ path }) => path.join('.'))).toEqual([field]);
    });
  });
});
