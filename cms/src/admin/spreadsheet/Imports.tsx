import { Button, Dialog, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { isFetchError, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import type { ImportEntry, Undone } from '../../rules/spreadsheet/imports';
import { WORKSHOP } from '../../schema/uids';
import { RuledItem, RuledList } from '../RuledList';
import { momentInWords } from '../versions/words';
import { ADDRESS } from './request';
import { counted, isMoving, stateInWords } from './words';

/** How often an import that is under way is asked after. */
const EVERY_MS = 1_000;

interface ImportsProps {
  partner: string;
  /** When it changes, they are asked for again. */
  version: number;
}

/** What was brought in before, how it stands, and the way to undo it. */
export function Imports({ partner, version }: ImportsProps) {
  const { get } = useFetchClient();
  const [imports, setImports] = useState<ImportEntry[]>();
  const [asked, setAsked] = useState(0);
  const moving = imports?.some(isMoving) ?? false;
  useEffect(() => {
    const controller = new AbortController();
    get<ImportEntry[]>(`${ADDRESS}?${new URLSearchParams({ partner })}`, { signal: controller.signal })
      .then(({ data }) => setImports(data))
      .catch(() => undefined);
    return () => controller.abort();
  }, [get, partner, version, asked]);
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => setAsked((before) => before + 1), EVERY_MS);
    return () => clearInterval(timer);
  }, [moving]);

  if (!imports || imports.length === 0) return null;
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h2" variant="beta">
        Brought in so far
      </Typography>
      <RuledList>
        {imports.map((entry) => (
          <RuledItem key={entry.id}>
            <Import entry={entry} onUndone={() => setAsked((before) => before + 1)} />
          </RuledItem>
        ))}
      </RuledList>
    </Flex>
  );
}

function Import({ entry, onUndone }: { entry: ImportEntry; onUndone: () => void }) {
  const { name, at, who, state, done, total, kept, mayUndoUntil } = entry;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography tag="h3" variant="delta">
            {name}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {`${momentInWords(at)} · ${who}`}
          </Typography>
          <Typography role={isMoving(entry) ? 'status' : undefined}>{stateInWords(entry)}</Typography>
        </Flex>
        <Flex gap={2} wrap="wrap">
          {state === 'done' && (
            <Typography
              tag={Link}
              to={`/content-manager/collection-types/${WORKSHOP}?sort=updatedAt:DESC`}
              textColor="primary700"
            >
              See the workshops
            </Typography>
          )}
          {mayUndoUntil !== null && <UndoButton entry={entry} until={mayUndoUntil} onUndone={onUndone} />}
        </Flex>
      </Flex>
      {isMoving(entry) && total > 0 && (
        <ProgressBar value={Math.round((100 * done) / total)} aria-label={`${done} of ${total} steps`} />
      )}
      {kept.length > 0 && (
        <ul>
          {kept.map(({ documentId, title, why }) => (
            <li key={documentId}>
              <Typography>
                <Typography
                  tag={Link}
                  to={`/content-manager/collection-types/${WORKSHOP}/${documentId}`}
                  textColor="primary700"
                >
                  {title}
                </Typography>
                {` stays: ${why}`}
              </Typography>
            </li>
          ))}
        </ul>
      )}
    </Flex>
  );
}

interface UndoButtonProps {
  entry: ImportEntry;
  until: number;
  onUndone: () => void;
}

function UndoButton({ entry, until, onUndone }: UndoButtonProps) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const undo = async (): Promise<void> => {
    try {
      const { data } = await post<Undone>(`${ADDRESS}/${entry.id}/undo`);
      const keeps =
        data.kept.length > 0 ? ` ${counted(data.kept.length, 'workshop')} changed since, and stay.` : '';
      toggleNotification({
        type: 'success',
        message: `${counted(data.undone.length, 'workshop')} will be as before.${keeps}`,
      });
    } catch (error) {
      toggleNotification({
        type: 'danger',
        message: isFetchError(error) ? error.message : 'It could not be undone just now.',
      });
    }
    onUndone();
  };
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant="tertiary" aria-label={`Undo ${entry.name}`}>
          Undo
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>Undo this import?</Dialog.Header>
        <Dialog.Body>
          {`New workshops are removed, and changed ones are as they were before. What somebody changed since stays. You can undo it until ${momentInWords(until)}.`}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary">Leave it</Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button variant="danger" onClick={undo}>
              Undo it
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
