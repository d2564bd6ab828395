import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { onEachDatabase } from './databases';
import type { CmsWithMail } from './mails';
import { mailTo, recipientOf, startCmsWithMail } from './mails';
import {
  documents,
  type Fields,
  makePartner,
  publishThenMove,
  publishWorkshop,
  seattle,
  sendInquiry,
  session,
  WORKSHOP,
} from './stories';

onEachDatabase('who asked about a workshop that is cancelled', (database) => {
  let running: CmsWithMail;
  let partner: string;

  beforeAll(async () => {
    running = await startCmsWithMail(database);
    partner = await makePartner(running.cms, 'Own Partner', { email: 'pat@partner.test' });
  });
  afterAll(() => running?.stop());

  const save = (documentId: string, data: Fields, status?: 'published') =>
    documents(running.cms, WORKSHOP).update({ documentId, data, status });
  async function ask(documentId: string, email: string, message = 'Is there a place?'): Promise<void> {
    const { slug } = (await documents(running.cms, WORKSHOP).findOne({ documentId })) ?? {};
    const { status } = await sendInquiry(running.cms, {
      purpose: 'place',
      name: 'Ana',
      email,
      school: null,
      zip: null,
      role: null,
      grades: [],
      teachers: null,
      message,
      workshop: String(slug),
      partner: null,
    });
    expect(status).toBe(201);
  }
  /** What people were told of workshops that are cancelled, once all that is due was sent. */
  async function told(): Promise<(string | undefined)[]> {
    const { connection: knex } = running.cms.strapi.db;
    await vi.waitFor(async () => {
      const waits = await knex('outbox').where({ task: 'inquiry-called-off', state: 'waiting' });
      expect(waits).toEqual([]);
    }, 15_000);
    return running.smtp.mails
      .filter(({ subject }) => subject?.startsWith('Cancelled: '))
      .map((mail) => recipientOf(mail))
      .sort();
  }

  it('is told once, unless it is put right at once', async () => {
    const documentId = await publishWorkshop(running.cms, seattle(partner, { title: 'Called off' }));
    await ask(documentId, 'ana@school.test');
    await ask(documentId, 'ana@school.test', 'Or are there two?');
    await ask(documentId, 'ben@school.test');
    const other = await publishWorkshop(running.cms, seattle(partner, { title: 'Takes place' }));
    await ask(other, 'cem@school.test');

    await save(documentId, { availability: 'cancelled' });
    expect(await told()).toEqual([]);
    await save(documentId, {}, 'published');
    await save(documentId, { notes: 'We are sorry.' }, 'published');
    await save(other, { availability: 'cancelled' }, 'published');
    await save(other, { availability: 'scheduled' }, 'published');
    expect(await told()).toEqual(['ana@school.test', 'ben@school.test']);

    const mails = running.smtp.mails.filter(({ subject }) => subject === 'Cancelled: Called off');
    expect(mails).toHaveLength(2);
    expect(mails[0]?.text).toContain('doesn’t take place');
    expect(mails[0]?.text).toContain('https://learning.example/workshops/');
    expect(mails[0]?.replyTo?.value[0]?.address).toBe('pat@partner.test');
    expect(await mailTo(running.smtp, 'cem@school.test')).toMatchObject({
      subject: expect.stringContaining('Your message'),
    });
  });

  it('is not told of one that is over, or that nobody saw', async () => {
    const over = await publishThenMove(running.cms, seattle(partner, { title: 'Was' }), [session(-3)]);
    await ask(over, 'dan@school.test');
    await save(over, { availability: 'cancelled' }, 'published');
    expect(await told()).not.toContain('dan@school.test');
  });
});
