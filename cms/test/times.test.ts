import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../scripts/lib/temporary';
import { type RunningCms, startCms } from './cms';
import { createDatabase, databases } from './databases';
import { documents, type Fields, makePartner, publishWorkshop, seattle, signIn, WORKSHOP } from './stories';

const year = new Date().getFullYear() + 1;
const eleventh = weekday(11);
const twelfth = weekday(12);

/** The day of the week of a day in July, which another year may have on another. */
function weekday(day: number): string {
  return new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(year, 6, day),
  );
}

const session = { date: `${year}-07-11`, startTime: '09:00:00.000', endTime: '16:00:00.000' };
const at = (zip: string, date = session.date): Fields => ({
  sessions: [{ ...session, date }],
  venue: { name: 'Library', zip },
});

/** The rows of a workshop, the draft first. */
const rowsOf = (cms: RunningCms, documentId: string): Promise<Fields[]> =>
  cms.strapi.db.query(WORKSHOP).findMany({ where: { documentId }, orderBy: [{ id: 'asc' }] });

/** Leaves every workshop as an earlier version with a coarser table had stored it, in Central time. */
async function storeAsBefore(cms: RunningCms): Promise<void> {
  const stored = {
    time_zone: 'America/Chicago',
    starts_at: new Date(`${year}-07-11T14:00:00Z`),
    ends_at: new Date(`${year}-07-11T21:00:00Z`),
    when: `${eleventh}, Jul 11, ${year}, 9:00 AM – 4:00 PM CDT`,
  };
  await cms.strapi.db.connection('workshops').update(stored);
  await cms.strapi.store({ type: 'core', name: 'workshops' }).delete({ key: 'times' });
}

describe.each(databases)('workshops whose ZIP code had a wrong time zone, on %s', (database) => {
  it('are put right at one start, drafts and published ones, and keep the hours that were typed', {
    timeout: 240_000,
  }, async () => {
    const dataDir = temporaryFolder('times');
    const { url, drop } = await createDatabase(database);
    const start = () => startCms({ dataDir, env: { DATABASE_URL: url } });
    try {
      let cms = await start();
      const partner = await makePartner(cms, 'Tennessee STEM');
      const chattanooga = await publishWorkshop(cms, seattle(partner, at('37405')));
      const nashville = await publishWorkshop(cms, seattle(partner, at('37203')));
      const moved = await publishWorkshop(cms, seattle(partner, at('37203')));
      await documents(cms, WORKSHOP).update({ documentId: moved, data: at('86040', `${year}-07-12`) });
      const before = await rowsOf(cms, chattanooga);
      await storeAsBefore(cms);
      await cms.stop();

      cms = await start();
      const right = await rowsOf(cms, chattanooga);
      expect(right).toEqual(before);
      for (const row of right)
        expect(row).toMatchObject({
          timeZone: 'America/New_York',
          startsAt: `${year}-07-11T13:00:00.000Z`,
          endsAt: `${year}-07-11T20:00:00.000Z`,
          when: `${eleventh}, Jul 11, ${year}, 9:00 AM – 4:00 PM EDT`,
        });
      for (const row of await rowsOf(cms, nashville))
        expect(row).toMatchObject({ timeZone: 'America/Chicago', startsAt: `${year}-07-11T14:00:00.000Z` });
      expect(await rowsOf(cms, moved)).toMatchObject([
        { timeZone: 'America/Phoenix', when: `${twelfth}, Jul 12, ${year}, 9:00 AM – 4:00 PM MST` },
        { timeZone: 'America/Chicago', when: `${eleventh}, Jul 11, ${year}, 9:00 AM – 4:00 PM CDT` },
      ]);

      const maya = await signIn(cms, 'maya@marketing.test', 'marketing');
      const status = async (id: string): Promise<unknown> =>
        ((await maya.ask(`/content-manager/collection-types/${WORKSHOP}/${id}`)).body.data as Fields).status;
      expect(await status(chattanooga)).toBe('published');
      expect(await status(moved)).toBe('modified');

      await cms.strapi.db.connection('workshops').update({ time_zone: 'America/Chicago' });
      await cms.stop();
      cms = await start();
      expect(await rowsOf(cms, chattanooga)).toMatchObject([
        { timeZone: 'America/Chicago' },
        { timeZone: 'America/Chicago' },
      ]);
      await cms.stop();
    } finally {
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
