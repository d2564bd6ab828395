import { Button, Field, Flex, Link, Modal, TextInput, Typography } from '@strapi/design-system';
import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { type ChangeEvent, useState } from 'react';
import { useHref } from 'react-router-dom';
import type { Entry } from '../../schema/model';
import { PAGE } from '../../schema/uids';
import { asSent } from '../publishing/as-sent';
import { useAnswer } from '../useAnswer';
import { useFocusBack } from '../useFocusBack';
import { OTHER_ENTRY } from '../versions/window';
import { appended, type StoredPage, withoutKeys } from './copies';

interface CopyDialogProps {
  /** The section, as it stands in the form. */
  section: Entry;
  /** What it is called. */
  title: string;
  /** documentId of the page it stands on; undefined for one that was never saved. */
  except?: string;
  onClose: () => void;
}

const PAGES = `/content-manager/collection-types/${PAGE}`;
/** Pages shown; more are found by typing. */
const MOST = 20;

/** Where a section is to be copied: to the end of another page's draft. */
export function CopyDialog({ section, title, except, onClose }: CopyDialogProps) {
  useFocusBack();
  const { get, put } = useFetchClient();
  const [search, setSearch] = useState('');
  const [done, setDone] = useState<StoredPage>();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const inAdmin = useHref(PAGES);
  const query = new URLSearchParams({ page: '1', pageSize: String(MOST + 1), sort: 'title:ASC' });
  if (search.trim()) query.set('_q', search.trim());
  const found = useAnswer<{ results: StoredPage[] }>(`${PAGES}?${query}`);
  const pages =
    typeof found === 'object'
      ? found.results.filter(({ documentId }) => documentId !== except).slice(0, MOST)
      : [];

  const copyTo = async ({ documentId }: StoredPage): Promise<void> => {
    setBusy(true);
    setProblem('');
    setDone(undefined);
    try {
      const path = `${PAGES}/${documentId}`;
      const { data: page } = await get<{ data: StoredPage }>(path);
      const sent = asSent(withoutKeys(section) as Entry, () => true);
      await put(path, appended(page.data, sent), { headers: { [OTHER_ENTRY]: 'yes' } });
      setDone(page.data);
    } catch (error) {
      setProblem(isFetchError(error) ? error.message : 'It could not be copied just now. Try again.');
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>Copy to another page</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              A copy of “{title}” goes to the end of the page you choose, as a draft. Visitors see it once
              that page is published.
            </Typography>
            <Field.Root>
              <Field.Label>Find a page</Field.Label>
              <TextInput
                type="search"
                value={search}
                onChange={(event: ChangeEvent<HTMLInputElement>) => setSearch(event.target.value)}
              />
            </Field.Root>
            {found === 'failed' && <Typography>The pages could not be listed just now.</Typography>}
            {typeof found === 'object' && pages.length === 0 && (
              <Typography role="status">No other page is called that.</Typography>
            )}
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label="Pages">
              {pages.map((page) => (
                <Flex tag="li" key={page.documentId} justifyContent="space-between" gap={4}>
                  <Typography style={{ overflowWrap: 'anywhere' }}>{page.title}</Typography>
                  <Button
                    variant="secondary"
                    size="S"
                    disabled={isBusy}
                    aria-label={`Copy to “${page.title}”`}
                    onClick={() => copyTo(page)}
                  >
                    Copy here
                  </Button>
                </Flex>
              ))}
            </Flex>
            {typeof found === 'object' && found.results.length > MOST && (
              <Typography textColor="neutral600">There are more: type part of the name.</Typography>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <div role="status">
            {done && (
              <Typography textColor="success700">
                Copied to {/* In a tab of its own: what is written here may not be saved. */}
                <Link href={`${inAdmin}/${done.documentId}`} isExternal>
                  {done.title}
                </Link>
              </Typography>
            )}
          </div>
          <Typography role="alert" textColor="danger700">
            {problem}
          </Typography>
          <Button variant="tertiary" onClick={onClose}>
            Close
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
