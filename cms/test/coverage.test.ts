import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CoverageReport } from '../src/rules/coverage';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { documents, makePartner, PARTNER, publishWorkshop, seattle, sendInquiry, signIn } from './stories';

onEachDatabase('how the partners cover the country', (database) => {
  let cms: RunningCms;
  let idaho: string;
  let washington: string;
  beforeAll(async () => {
    cms = await startCms({ database });
    idaho = await makePartner(cms, 'Idaho Partner', {
      territory: [{ state: 'ID' }],
      email: 'hello@idaho.test',
      costNote: 'Lunch is included.',
    });
    washington = await makePartner(cms, 'Washington Partner', { territory: [{ zips: '98101' }] });
    await publishWorkshop(cms, seattle(washington));
    await publishWorkshop(cms, seattle(idaho, { title: 'Deep Dive in the wrong place' }));
    await publishWorkshop(cms, seattle(idaho, { title: 'A draft of one', visibility: 'hidden' }));
  });
  afterAll(() => cms?.stop());

  const reportFor = async (role: string, email = `${role}@coverage.test`) => {
    const { ask } = await signIn(cms, email, role);
    const { status, body } = await ask('/coverage');
    return { status, report: body as unknown as CoverageReport };
  };

  it('is told to those who look after all partners, and to no partner', async () => {
    for (const role of ['strapi-super-admin', 'marketing', 'national-desk'])
      expect(await reportFor(role)).toMatchObject({ status: 200, report: { partners: { length: 2 } } });
    expect((await reportFor('regional-partner')).status).toBe(403);
  });

  it('says where nobody serves, what a partner lacks, and who waits for it', async () => {
    const { ask } = await signIn(cms, 'pat@idaho.test', 'regional-partner');
    expect((await ask('/coverage')).status).toBe(403);
    await sendInquiry(cms, {
      purpose: 'school',
      name: 'Ana',
      email: 'ana@school.test',
      zip: '83702',
      message: 'Could you come?',
    });
    const { report } = await reportFor('marketing', 'maya@coverage.test');
    expect(report.gaps.map(({ state }) => state)).not.toContain('ID');
    const { zips = [], total = 0 } = report.gaps.find(({ state }) => state === 'WA') ?? {};
    expect(zips).toHaveLength(total - 1);
    expect(report.overlaps).toEqual([]);
    expect(report.partners).toMatchObject([
      { name: 'Idaho Partner', workshops: 1, lacks: ['people'], waiting: 1 },
      {
        name: 'Washington Partner',
        workshops: 1,
        lacks: ['people', 'email', 'terms'],
        waiting: 0,
        waitingSince: null,
      },
    ]);
    expect(Object.keys(report.partners[0] ?? {})).not.toContain('email');
  });

  it('names the workshops that are far outside, and as soon as they are not, no more', async () => {
    const farOf = async (email: string) => (await reportFor('marketing', email)).report.far;
    expect(await farOf('mia@coverage.test')).toEqual([
      {
        documentId: expect.any(String),
        title: 'Deep Dive in the wrong place',
        partner: 'Idaho Partner',
        city: 'Seattle',
        state: 'WA',
        miles: expect.any(Number),
      },
    ]);
    await documents(cms, PARTNER).update({
      documentId: idaho,
      data: { territory: [{ state: 'ID' }, { zips: '98104' }] },
    });
    expect(await farOf('mo@coverage.test')).toEqual([]);
    await documents(cms, PARTNER).update({ documentId: idaho, data: { territory: [{ state: 'ID' }] } });
  });
});
