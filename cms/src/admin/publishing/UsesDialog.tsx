import { Box, Button, Flex, Link, Modal, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { type ReactNode, useState } from 'react';
import { useHref } from 'react-router-dom';
import { useAnswer } from '../useAnswer';
import { headingOf, type Need, placesNamed } from './uses';

interface UsesDialogProps {
  model: string;
  documentIds: string[];
  /** Whether the entries are to be deleted, not only unpublished. */
  forGood: boolean;
  /** What the button that goes on says: “Unpublish”. */
  label: string;
  /** What Strapi itself would ask, if anything. */
  question: ReactNode;
  onConfirm: () => Promise<void> | void;
  onClose: () => void;
}

/** Asks before entries are taken from visitors: says where they meet them, with links, and goes on unless that can't be. */
export function UsesDialog({
  model,
  documentIds,
  forGood,
  label,
  question,
  onConfirm,
  onClose,
}: UsesDialogProps) {
  const answer = useNeeds(model, documentIds.join());
  const [busy, setBusy] = useState(false);
  if (!answer)
    return (
      <Modal.Body>
        <Typography>One moment…</Typography>
      </Modal.Body>
    );
  const needs = answer === 'failed' ? [] : answer;
  const refused = needs.some(({ refusal }) => refusal);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    await onConfirm();
    onClose();
  };
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {answer === 'failed' && <Unknown />}
          {answer.length === 0 && (
            <Typography>No other page, menu or text that visitors see leads here or quotes it.</Typography>
          )}
          {needs.map((need) => (
            <NeedSection key={need.documentId} need={need} forGood={forGood} />
          ))}
          {!refused && question}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {refused ? 'Close' : 'Cancel'}
        </Button>
        {!refused && (
          <Button variant="danger" onClick={confirm} loading={busy}>
            {needs.length > 0 ? `${label} all the same` : label}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
}

function Unknown() {
  return (
    <Typography>
      Where visitors meet this could not be looked up just now. What they can’t do without is kept all the
      same.
    </Typography>
  );
}

function NeedSection({ need, forGood }: { need: Need; forGood: boolean }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} alignItems="flex-start">
        <Box paddingTop={1}>
          <WarningCircle fill={need.refusal ? 'danger600' : 'warning600'} aria-hidden />
        </Box>
        <Typography fontWeight="bold">{headingOf(need, forGood)}</Typography>
      </Flex>
      <UseItems uses={need.uses} />
    </Flex>
  );
}

/** Entries in which something is used, with links, and where in them. */
export function UseItems({ uses }: Pick<Need, 'uses'>) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {uses.map((use) => (
        <Box tag="li" key={use.link} padding={3} background="neutral100" hasRadius>
          <UseLink to={use.link}>{use.name}</UseLink>
          <Box paddingTop={1}>
            <Typography variant="pi" textColor="neutral700">
              {placesNamed(use)}
            </Typography>
          </Box>
        </Box>
      ))}
    </Flex>
  );
}

interface UsesListProps {
  model: string;
  documentIds: string[];
  forGood: boolean;
}

/** Where visitors meet entries, for a question about several of them; nothing while that is not known, or is nowhere. */
export function UsesList({ model, documentIds, forGood }: UsesListProps) {
  const needs = useNeeds(model, documentIds.join());
  if (needs === 'failed') return <Unknown />;
  if (!needs?.length) return null;
  return (
    // Strapi's question doesn't scroll by itself, and its buttons must stay in reach.
    <Box maxHeight="45vh" overflow="auto" tabIndex={0} role="region" aria-label="Where visitors meet them">
      <Flex direction="column" alignItems="stretch" gap={5}>
        {needs.map((need) => (
          <NeedSection key={need.documentId} need={need} forGood={forGood} />
        ))}
      </Flex>
    </Box>
  );
}

/** In a tab of its own: what is being asked stays open. */
function UseLink({ to, children }: { to: string; children: string }) {
  return (
    <Link href={useHref(to)} target="_blank" isExternal>
      {children}
    </Link>
  );
}

/** What is known of the entries; nothing while it is being asked. The CMS refuses by itself, so a failure holds up nobody. */
export const useNeeds = (model: string, documents: string): Need[] | 'failed' | undefined =>
  useAnswer<Need[]>(`/publishing/uses/${model}?documents=${documents}`);
