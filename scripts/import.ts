import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ImportTold } from '../cms/src/rules/partner-api/answers.ts';
import { cmsSource } from './lib/cms-source.ts';
import { countsInWords, problemInWords, rowsInWords, sheetInWords } from './lib/import-words.ts';
import { Refusal, run } from './lib/steps.ts';
import { type Access, Away, Declined, importAt, sendSheet } from './lib/workshop-api.ts';

const { SHEET_LIMIT, tooLargeWords } = cmsSource<typeof import('../cms/src/rules/spreadsheet/limits.ts')>(
  'src/rules/spreadsheet/limits.ts',
);

const HELP = `Brings the workshops of a spreadsheet into the running CMS: all of them, or none.

  npm run import -- FILE --partner SLUG [--dry-run] [--drafts] [--sheet NAME]

  FILE             .xlsx, .csv or .tsv, laid out as you have it
  --partner SLUG   whose workshops they are, as in the partner's web address
  --dry-run        only say what would become of each row
  --drafts         make drafts, which visitors don't see, and publish nothing
  --sheet NAME     of a workbook: the sheet that is meant, when it is not that with the most workshops

  IMPORT_TOKEN     a token of the partner: make one in the admin, under “Bring a spreadsheet”
  CMS_URL          where the CMS is, when not at http://127.0.0.1:1337

Ends with 0 when it is done, and with 1 when a row is refused: then nothing is imported.`;

/** How often it is asked how an import stands, and for how long a CMS may be away meanwhile: it may be started anew. */
const ASKED_EVERY_MS = 1_000;
const AWAY_FOR_MS = 180_000;

interface Wanted {
  file: string;
  partner: string;
  sheet: string | undefined;
  dryRun: boolean;
  drafts: boolean;
}

await run(async () => {
  const wanted = wantedFrom(process.argv.slice(3));
  if (!wanted) return console.log(HELP);
  const access = accessFrom(process.env);
  const bytes = await bytesOf(wanted.file);
  const query = {
    name: path.basename(wanted.file).slice(0, 200),
    partner: wanted.partner,
    publish: String(!wanted.drafts),
    ...(wanted.sheet && { sheet: wanted.sheet }),
  };
  const rehearsed = await declinedInWords(() => sendSheet(access, bytes, { ...query, dryRun: 'true' }));
  for (const line of [...sheetInWords(rehearsed), '', ...rowsInWords(rehearsed), '']) console.log(line);
  if (rehearsed.counts.refused > 0)
    throw new Refusal(
      `${countsInWords(rehearsed)}. Nothing is imported: mend what is refused, and try again.`,
    );
  if (wanted.dryRun)
    return console.log(`It would be: ${countsInWords(rehearsed)}. Nothing was changed, as you asked.`);
  const stopHearing = sayWhatGoesOn();
  const { import: begun } = await declinedInWords(() => sendSheet(access, bytes, query));
  if (begun) await untilDone(access, begun);
  stopHearing();
  console.log(`Done for ${rehearsed.partner.name}: ${countsInWords(rehearsed)}.`);
});

function wantedFrom(args: string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        partner: { type: 'string' },
        sheet: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        drafts: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return null;
    const [file, ...others] = positionals;
    if (!file || others.length > 0) throw new Error('Name one file.');
    if (!values.partner) throw new Error('Say with --partner whose workshops they are.');
    return {
      file,
      partner: values.partner,
      sheet: values.sheet,
      dryRun: values['dry-run'],
      drafts: values.drafts,
    };
  } catch (error) {
    throw new Refusal(`${(error as Error).message} \`npm run import -- --help\` says how it goes.`);
  }
}

function accessFrom({ IMPORT_TOKEN, CMS_URL, CMS_PORT }: NodeJS.ProcessEnv): Access {
  if (!IMPORT_TOKEN)
    throw new Refusal(
      'IMPORT_TOKEN is missing: make a token for the partner in the admin, under “Bring a spreadsheet”, and give it in the environment.',
    );
  if (!/^[\x21-\x7e]+$/.test(IMPORT_TOKEN))
    throw new Refusal('IMPORT_TOKEN is no token: it begins with ddp_, and has no spaces.');
  const [url = ''] = (CMS_URL || `http://127.0.0.1:${CMS_PORT || 1337}`).split(',');
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new Refusal(`CMS_URL is “${url.slice(0, 60)}”: give an address such as https://cms.example.org.`);
  return { url: url.trim().replace(/\/+$/, ''), token: IMPORT_TOKEN };
}

async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new Refusal(`There is no file ${file}.`);
  if (!found.isFile()) throw new Refusal(`${file} is no file.`);
  if (found.size > SHEET_LIMIT) throw new Refusal(tooLargeWords(path.basename(file), found.size));
  const bytes = await readFile(file).catch((error: Error) => {
    throw new Refusal(`${file} can’t be read (${error.message}).`);
  });
  return new Uint8Array(bytes);
}

/** What the CMS declines is said cell by cell. */
async function declinedInWords<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Declined) || error.problems.length === 0) throw error;
    throw new Refusal(`${error.problems.map(problemInWords).join('\n  ')}\n  Nothing is imported.`);
  }
}

/** Says at Ctrl-C that the CMS goes on by itself. @returns what ends that */
function sayWhatGoesOn(): () => void {
  const leave = (): never => {
    console.error(
      '\nThis command ends, and the import goes on in the CMS once it has begun: “Bring a spreadsheet” in the admin says how it stands, and can undo it.',
    );
    process.exit(130);
  };
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
  return () => {
    process.off('SIGINT', leave);
    process.off('SIGTERM', leave);
  };
}

async function untilDone(access: Access, begun: ImportTold): Promise<void> {
  let standing = begun;
  let said = -1;
  let heardAt = Date.now();
  while (standing.state !== 'done') {
    if (standing.state === 'refused')
      throw new Refusal(`${standing.reason ?? 'A rule refused it.'} Nothing is imported.`);
    const tenth = Math.floor((10 * standing.done) / Math.max(1, standing.total));
    if (tenth !== said) console.error(`… ${standing.done} of ${standing.total} steps`);
    said = tenth;
    await setTimeout(ASKED_EVERY_MS);
    try {
      standing = await importAt(access, begun.id);
      heardAt = Date.now();
    } catch (error) {
      if (!(error instanceof Away) || Date.now() - heardAt > AWAY_FOR_MS) throw goesOn(error as Error);
    }
  }
}

const goesOn = ({ message }: Error): Refusal =>
  new Refusal(
    `${message} The import has begun, and goes on when the CMS is there: see in the admin how it stands before you try again.`,
  );
