import {
  Box,
  Button,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import {
  unstable_useDocument as useDocument,
  useDocumentRBAC,
  useFetchClient,
  useForm,
  useNotification,
  useQueryParams,
} from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Comparison, History, Restored } from '../../rules/versions/history';
import { useOpenPreview } from '../preview/useOpenPreview';
import { useFocusBack } from '../useFocusBack';
import { ChangeList } from './ChangeList';
import { HistoryItem } from './HistoryItem';
import { goneInWords, momentInWords } from './words';

interface HistoryDialogProps {
  model: string;
  collectionType: string;
  documentId: string;
  /** Its last versions. */
  first: History;
  onClose: () => void;
}

/** All versions of an entry: what each changed, any two compared, and any of them taken back. */
export function HistoryDialog({ model, collectionType, documentId, first, onClose }: HistoryDialogProps) {
  useFocusBack();
  const path = `/versions/${model}/${documentId}`;
  const { get } = useFetchClient();
  const [{ entries, more }, setHistory] = useState(first);
  const [problem, setProblem] = useState('');
  const openPreview = useOpenPreview(model, documentId);
  const { restore, mayRestore, isModified } = useRestore(
    path,
    { model, collectionType, documentId },
    onClose,
  );

  const goOn = async (): Promise<void> => {
    try {
      const { data } = await get<History>(`${path}?before=${entries.at(-1)?.number}`);
      setHistory({ entries: [...entries, ...data.entries], more: data.more });
      setProblem('');
    } catch {
      setProblem('Earlier versions could not be read just now.');
    }
  };

  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>All versions</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {entries.length > 1 && <Compare path={path} entries={entries} />}
            {mayRestore && isModified && (
              <Typography textColor="neutral800">
                To take a version back, save what you are writing first, or discard it.
              </Typography>
            )}
            <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
              {entries.map((entry, index) => (
                <HistoryItem key={entry.number} entry={entry}>
                  <Flex gap={2} paddingTop={1}>
                    <Button
                      variant="tertiary"
                      size="S"
                      aria-label={`Preview version ${entry.number}`}
                      onClick={async () => setProblem(await openPreview(entry.number))}
                    >
                      Preview
                    </Button>
                    {mayRestore && !isModified && index > 0 && (
                      <Button
                        variant="secondary"
                        size="S"
                        aria-label={`Restore version ${entry.number}`}
                        onClick={async () => setProblem(await restore(entry.number))}
                      >
                        Restore
                      </Button>
                    )}
                  </Flex>
                </HistoryItem>
              ))}
            </Flex>
            {more && (
              <Button variant="tertiary" onClick={goOn}>
                Earlier versions
              </Button>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
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

interface RestoredEntry {
  model: string;
  collectionType: string;
  documentId: string;
}

/** Taking a version back: it becomes the draft. Resolves to what stood in the way, in words. */
function useRestore(path: string, entry: RestoredEntry, onDone: () => void) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const mayRestore = useDocumentRBAC('useRestore', ({ canUpdate }) => canUpdate) ?? false;
  const isModified = useForm('useRestore', ({ modified }) => modified);
  const [{ query }] = useQueryParams();
  const { refetch } = useDocument({ ...entry, params: query });
  const restore = async (number: number): Promise<string> => {
    try {
      const { data } = await post<Restored>(`${path}/restore`, { version: number });
      await refetch();
      const gone = goneInWords(data.gone);
      toggleNotification({
        type: gone ? 'warning' : 'success',
        message: [`Version ${number} is in the form again, saved.`, gone].filter(Boolean).join(' '),
        timeout: gone ? 30_000 : undefined,
      });
      onDone();
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : 'The version could not be restored just now.';
    }
  };
  return { restore, mayRestore, isModified };
}

function Compare({ path, entries }: { path: string; entries: History['entries'] }) {
  const { get } = useFetchClient();
  const [from, setFrom] = useState(entries[1]?.number ?? 0);
  const [to, setTo] = useState(entries[0]?.number ?? 0);
  const [found, setFound] = useState<Comparison | 'failed'>();
  const compare = async (): Promise<void> => {
    try {
      const { data } = await get<Comparison>(`${path}/compare?from=${from}&to=${to}`);
      setFound(data);
    } catch {
      setFound('failed');
    }
  };
  return (
    <Box padding={4} background="neutral100" hasRadius>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="delta" tag="h3">
          Compare two versions
        </Typography>
        <Flex
          direction={{ initial: 'column', medium: 'row' }}
          alignItems={{ initial: 'stretch', medium: 'flex-end' }}
          gap={3}
        >
          <VersionSelect label="From version" entries={entries} value={from} onChange={setFrom} />
          <VersionSelect label="To version" entries={entries} value={to} onChange={setTo} />
          <Button variant="secondary" onClick={compare}>
            Compare
          </Button>
        </Flex>
        <div role="status">
          {found === 'failed' && <Typography>They could not be compared just now.</Typography>}
          {found !== 'failed' && found?.changes.length === 0 && <Typography>They say the same.</Typography>}
          {found && found !== 'failed' && <ChangeList changes={found.changes} />}
        </div>
      </Flex>
    </Box>
  );
}

interface VersionSelectProps {
  label: string;
  entries: History['entries'];
  value: number;
  onChange: (number: number) => void;
}

function VersionSelect({ label, entries, value, onChange }: VersionSelectProps) {
  return (
    <Box flex="1">
      <SingleSelect aria-label={label} value={value} onChange={(number) => onChange(Number(number))}>
        {entries.map(({ number, at }) => (
          <SingleSelectOption key={number} value={number}>
            {`Version ${number}, ${momentInWords(at)}`}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}
