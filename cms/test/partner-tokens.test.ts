import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { programWith, sentWorkshop, tokenOf } from './partner-api';
import { documents, type Fields, makePartner, PARTNER, type Person, signIn, stranger } from './stories';

onEachDatabase('a token of a partner’s program', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let pat: Person;
  let partner: string;
  let count = 0;

  beforeAll(async () => {
    cms = await startCms({ database, env: { TRUST_PROXY: '1' } });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
  }, 120_000);
  afterAll(() => cms?.stop());

  beforeEach(async () => {
    count += 1;
    pat = await signIn(cms, `pat${count}@partner.test`, 'regional-partner');
    partner = await makePartner(cms, `Partner ${count}`, { admins: [pat.id], territory: [] });
  });

  const listed = async (person: Person, query = ''): Promise<Fields[]> => {
    const { status, body } = await person.ask(`/partner-tokens${query}`);
    expect(status).toBe(200);
    return JSON.parse(String(body.text)) as Fields[];
  };
  const works = async (token: string): Promise<number> =>
    (await programWith(cms, token)('GET /workshops')).status;
  const knex = () => cms.strapi.db.connection;

  it('is told once, and kept as a digest', async () => {
    const { token } = await tokenOf(pat);
    expect(token).toMatch(/^ddp_[0-9a-f]{12}_[\w-]{43}$/);
    const [entry] = await listed(pat);
    expect(entry).toMatchObject({
      name: 'Our calendar',
      prefix: token.slice(0, 16),
      by: 'Some One',
      usedAt: null,
      ended: null,
    });
    const days = (Number(entry?.until) - Number(entry?.at)) / 86_400_000;
    expect(days).toBe(365);
    const stored = JSON.stringify(await knex()('partner_tokens').where({ partner }));
    expect(stored).toContain(createHash('sha256').update(token).digest('hex'));
    expect(stored + JSON.stringify(await listed(pat))).not.toContain(token.slice(20));
  });

  it('opens its partner’s workshops, and says when it was used', async () => {
    const { token } = await tokenOf(pat);
    expect(await works(token)).toBe(200);
    expect((await listed(pat))[0]?.usedAt).toBeGreaterThan(Date.now() - 60_000);
  });

  it('opens nothing once it is ended, has run out, or is not the whole of it', async () => {
    const { token, id } = await tokenOf(pat);
    for (const wrong of [
      '',
      'ddp_',
      token.slice(0, -1),
      `${token.slice(0, -1)}!`,
      token.toUpperCase(),
      'x'.repeat(300),
    ])
      expect(await works(wrong), wrong).toBe(401);
    expect((await pat.ask(`/partner-tokens/${id}`, undefined, 'DELETE')).status).toBe(200);
    expect(await works(token)).toBe(401);
    expect(await listed(pat)).toEqual([]);
    const { token: old, id: oldId } = await tokenOf(pat, { days: 30 });
    await knex()('partner_tokens')
      .where({ id: oldId })
      .update({ until: Date.now() - 1 });
    const { status, body, headers } = await programWith(cms, old)('GET /workshops');
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('Bearer');
    expect((body.error as Fields).message).toContain('doesn’t work any more. It ended on');
    expect((await listed(pat))[0]?.ended).toContain('It ended on');
  });

  it('opens nothing once who made it may not do the same any more', async () => {
    const { token } = await tokenOf(pat);
    const { token: staffs } = await tokenOf(maya, { partner });
    expect([await works(token), await works(staffs)]).toEqual([200, 200]);
    await documents(cms, PARTNER).update({ documentId: partner, data: { admins: [] } });
    expect([await works(token), await works(staffs)]).toEqual([401, 200]);
    await documents(cms, PARTNER).update({ documentId: partner, data: { admins: [pat.id] } });
    await cms.strapi.db.query('admin::user').update({ where: { id: pat.id }, data: { isActive: false } });
    expect(await works(token)).toBe(401);
    const [, first] = await listed(maya, `?partner=${partner}`);
    expect(first?.ended).toBe('Some One, who made it, has no account any more.');
    await cms.strapi.db.query('admin::user').update({ where: { id: pat.id }, data: { isActive: true } });
    expect(await works(token)).toBe(200);
    await documents(cms, PARTNER).delete({ documentId: partner });
    expect([await works(token), await works(staffs)]).toEqual([401, 401]);
  });

  it('is made, seen and ended by its partner’s people and by staff, and by nobody else', async () => {
    const other = await signIn(cms, `sam${count}@partner.test`, 'regional-partner');
    const others = await makePartner(cms, `Other Partner ${count}`, { admins: [other.id], territory: [] });
    const desk = await signIn(cms, `nat${count}@desk.test`, 'national-desk');
    const { token, id } = await tokenOf(pat);
    const ask = async (person: Person, path: string, body?: Fields, method?: string) =>
      (await person.ask(path, body, method)).status;
    expect(await ask(stranger(cms), '/partner-tokens')).toBe(401);
    expect(await ask(desk, `/partner-tokens?partner=${partner}`)).toBe(403);
    expect(await ask(other, `/partner-tokens?partner=${partner}`)).toBe(403);
    expect(await ask(other, '/partner-tokens', { name: 'Theirs', partner })).toBe(403);
    expect(await ask(other, `/partner-tokens/${id}`, undefined, 'DELETE')).toBe(404);
    expect(await listed(other)).toEqual([]);
    expect(await ask(maya, `/partner-tokens/${id}?partner=${others}`, undefined, 'DELETE')).toBe(404);
    expect(await ask(maya, '/partner-tokens', { name: 'Nobody’s' })).toBe(400);
    expect(await works(token)).toBe(200);
    expect(await ask(maya, `/partner-tokens/${id}?partner=${partner}`, undefined, 'DELETE')).toBe(200);
    expect(await works(token)).toBe(401);
  });

  it('needs a name and a time there is, and there are five at most', async () => {
    for (const wrong of [
      {},
      { name: ' ' },
      { name: 'x'.repeat(61) },
      { name: 'a\nb' },
      { name: 7 },
      { name: 'A', days: 366 },
      { name: 'A', admin: 1 },
      { name: 'A', hash: 'x' },
    ])
      expect((await pat.ask('/partner-tokens', wrong)).status, JSON.stringify(wrong)).toBe(400);
    for (let made = 0; made < 5; made += 1) await tokenOf(pat, { name: `Program ${made}` });
    const { status, body } = await pat.ask('/partner-tokens', { name: 'One more' });
    expect(status).toBe(400);
    expect((body.error as Fields).message).toContain('There are 5 tokens already');
  });

  it('is guessed at a few times only, and asks so often', async () => {
    const { token } = await tokenOf(pat);
    const address = '192.0.2.77';
    const guess = (index: number) =>
      programWith(cms, `ddp_${'0'.repeat(12)}_${String(index).padStart(43, 'x')}`, address)('GET /workshops');
    const guesses = await Promise.all(Array.from({ length: 40 }, (_, index) => guess(index)));
    const late = guesses.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(0);
    expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    const program = programWith(cms, token, address);
    expect((await program('GET /workshops')).status).toBe(200);
    const answers: number[] = [];
    for (let asked = 0; asked < 26; asked += 1)
      answers.push(
        (await program('POST /workshops?dryRun=true', { workshops: [{ id: 'A', ...sentWorkshop() }] }))
          .status,
      );
    expect(answers.slice(0, 20).every((status) => status === 200)).toBe(true);
    expect(answers.at(-1)).toBe(429);
  });
});
