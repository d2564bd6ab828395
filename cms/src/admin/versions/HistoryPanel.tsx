import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { VERSIONED } from '../../rules/versions/content';
import type { History } from '../../rules/versions/history';
import { useAnswer } from '../useAnswer';
import { HistoryDialog } from './HistoryDialog';
import { HistoryItem } from './HistoryItem';

/** Beside the form: who changed the entry last, when and how, and the way to all of its versions. */
export const HistoryPanel: PanelComponent = ({ model, collectionType, document }) => {
  if (!VERSIONED.has(model) || !document?.documentId) return null;
  return {
    title: 'History',
    content: (
      <LastChanges
        model={model}
        collectionType={collectionType}
        documentId={document.documentId}
        // What is asked again once the entry has changed.
        as={`${document.updatedAt} ${document.status}`}
      />
    ),
  };
};

interface LastChangesProps {
  model: string;
  collectionType: string;
  documentId: string;
  as: string;
}

const SHOWN = 3;
const CHANGES_SHOWN = 3;

function LastChanges({ model, collectionType, documentId, as }: LastChangesProps) {
  const history = useAnswer<History>(`/versions/${model}/${documentId}`, as);
  const [isOpen, setOpen] = useState(false);
  if (!history) return <Typography textColor="neutral600">One moment…</Typography>;
  if (history === 'failed')
    return <Typography textColor="neutral600">The history could not be read just now.</Typography>;
  if (history.entries.length === 0)
    return <Typography textColor="neutral600">From the next change on, every version is kept.</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {history.entries.slice(0, SHOWN).map((entry) => (
          <HistoryItem key={entry.number} entry={entry} most={CHANGES_SHOWN} />
        ))}
      </Flex>
      <Button variant="tertiary" fullWidth onClick={() => setOpen(true)}>
        All versions
      </Button>
      {isOpen && (
        <HistoryDialog
          model={model}
          collectionType={collectionType}
          documentId={documentId}
          first={history}
          onClose={() => setOpen(false)}
        />
      )}
    </Flex>
  );
}
