import { Button, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { isFetchError, Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { SHEET_LIMIT, tooLargeWords } from '../../rules/spreadsheet/limits';
import { PARTNER } from '../../schema/uids';
import { download } from '../download';
import { FileDrop } from '../FileDrop';
import { useMe } from '../ownership/useMe';
import { Tokens } from '../partner-api/Tokens';
import { Imports } from './Imports';
import { ADDRESS } from './request';
import { Sheet } from './Sheet';

const PARTNERS = `/content-manager/collection-types/${PARTNER}?pageSize=100&sort=name:asc`;

interface Choice {
  documentId: string;
  name: string;
}

/** Brings in the workshops of a spreadsheet: what becomes of each is shown before anything is changed. */
export function BringPage() {
  const me = useMe();
  const [chosen, setChosen] = useState('');
  const partner = me?.partner?.documentId ?? chosen;
  return (
    <Page.Main>
      <Page.Title>Bring a spreadsheet</Page.Title>
      <Layouts.Header
        title="Bring a spreadsheet"
        subtitle="Workshops from the sheet that you keep them in, all at once"
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {me && !me.partner && <PartnerChoice value={chosen} onChange={setChosen} />}
          {partner && <Bring key={partner} partner={partner} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function PartnerChoice({ value, onChange }: { value: string; onChange: (partner: string) => void }) {
  const answer = useAllPartners();
  const partners = answer === 'failed' ? [] : answer;
  return (
    <Field.Root
      name="partner"
      error={answer === 'failed' && 'The Regional Partners could not be read just now.'}
    >
      <Field.Label>Whose workshops are they?</Field.Label>
      <SingleSelect
        value={value}
        placeholder="Choose a Regional Partner"
        onChange={(id) => onChange(String(id))}
      >
        {partners.map(({ documentId, name }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
}

/** Every Regional Partner: the CMS tells a hundred at a time. */
function useAllPartners(): Choice[] | 'failed' {
  const { get } = useFetchClient();
  const [partners, setPartners] = useState<Choice[] | 'failed'>([]);
  useEffect(() => {
    const controller = new AbortController();
    const fetchAll = async (): Promise<Choice[]> => {
      const all: Choice[] = [];
      let pageCount = 1;
      for (let page = 1; page <= pageCount; page++) {
        const { data } = await get<{ results: Choice[]; pagination: { pageCount: number } }>(
          `${PARTNERS}&page=${page}`,
          { signal: controller.signal },
        );
        all.push(...data.results);
        ({ pageCount } = data.pagination);
      }
      return all;
    };
    fetchAll()
      .then(setPartners)
      .catch(() => {
        if (!controller.signal.aborted) setPartners('failed');
      });
    return () => controller.abort();
  }, [get]);
  return partners;
}

/** A partner’s imports, and the one that is being made. */
function Bring({ partner }: { partner: string }) {
  const [file, setFile] = useState<File>();
  const [problem, setProblem] = useState('');
  const [version, setVersion] = useState(0);
  const take = (given: File): void => {
    const isTooLarge = given.size > SHEET_LIMIT;
    setProblem(isTooLarge ? tooLargeWords(given.name, given.size) : '');
    if (!isTooLarge) setFile(given);
  };
  return (
    <>
      {file ? (
        <Sheet
          partner={partner}
          file={file}
          onBrought={() => setVersion(version + 1)}
          onLeave={(words = '') => {
            setFile(undefined);
            setProblem(words);
          }}
        />
      ) : (
        <>
          <Typography role="alert" textColor="danger700">
            {problem}
          </Typography>
          <FileDrop
            label="Choose a spreadsheet, or drop it here"
            hint="Excel (.xlsx), CSV or TSV, up to 10 MB and 10,000 rows, laid out as you have it. Nothing is changed before you have seen what becomes of it."
            accept=".xlsx,.csv,.tsv,.txt"
            onFile={take}
          />
          <Downloads partner={partner} />
        </>
      )}
      <Imports partner={partner} version={version} />
      <Tokens partner={partner} />
    </>
  );
}

function Downloads({ partner }: { partner: string }) {
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const fetchAs = async (name: string, path: string): Promise<void> => {
    try {
      const { data } = await get<string>(path, { responseType: 'text' });
      download(name, data, 'text/csv');
    } catch (error) {
      const message = isFetchError(error) ? error.message : 'It could not be downloaded just now.';
      toggleNotification({ type: 'danger', message });
    }
  };
  return (
    <Flex gap={3} wrap="wrap">
      <Button variant="tertiary" onClick={() => fetchAs('workshops-template.csv', `${ADDRESS}/template`)}>
        Download an empty template
      </Button>
      <Button
        variant="tertiary"
        onClick={() => fetchAs('workshops.csv', `${ADDRESS}/export?${new URLSearchParams({ partner })}`)}
      >
        Download the workshops as they are
      </Button>
    </Flex>
  );
}
