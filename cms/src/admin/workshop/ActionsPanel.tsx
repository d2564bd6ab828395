import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { unstable_useDocument as useDocument, useDocumentRBAC, useForm } from '@strapi/strapi/admin';
import { useEffect, useId, useRef, useState } from 'react';
import type { Session } from '../../rules/schedule';
import {
  ACTION_WORDS,
  type ActionRequest,
  type ActionResult,
  offeredActions,
  resultInWords,
  type WorkshopAction,
} from '../../rules/workshop-actions';
import { WORKSHOP } from '../../schema/uids';
import { ConfirmDialog } from './ConfirmDialog';
import { CopiesDialog } from './CopiesDialog';
import { type AdminWorkshop, factsOf } from './facts';
import { NewDatesDialog } from './NewDatesDialog';
import { type Acted, useActions } from './useActions';

/** Beside a workshop’s form: what can be done with it at once, and what visitors will see of that. */
export const ActionsPanel: PanelComponent = ({ model, collectionType, document }) => {
  if (model !== WORKSHOP || !document?.documentId) return null;
  return {
    title: 'Actions',
    content: <Actions collectionType={collectionType} draft={document as Draft} />,
  };
};

type Draft = AdminWorkshop & { documentId: string; sessions?: Partial<Session>[] };

function Actions({ collectionType, draft }: { collectionType: string; draft: Draft }) {
  const { documentId, status } = draft;
  const isSeen = status !== 'draft';
  const { document: published } = useDocument(
    { collectionType, model: WORKSHOP, documentId, params: { status: 'published' } },
    { skip: !isSeen },
  );
  const mayChange = useDocumentRBAC('ActionsPanel', ({ canUpdate }) => canUpdate) ?? false;
  const isModified = useForm('ActionsPanel', ({ modified }) => modified);
  const act = useActions();
  const [asking, setAsking] = useState<WorkshopAction>();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ text: string; isProblem: boolean }>();
  const line = useRef<HTMLElement>(null);
  // The button that was pressed may be gone, as there is nothing left for it to do.
  useEffect(() => {
    if (said) line.current?.focus();
  }, [said]);
  if (!mayChange)
    return <Typography textColor="neutral600">Your account may not change this workshop.</Typography>;

  const facts = factsOf(((isSeen && published) || draft) as AdminWorkshop, isSeen);
  const say = (action: WorkshopAction, result: ActionResult | undefined): void => {
    if (result) setSaid({ text: resultInWords(action, result), isProblem: result.problem !== null });
  };
  const send = async (action: WorkshopAction, more: Partial<ActionRequest> = {}): Promise<Acted> => {
    setBusy(true);
    const acted = await act(action, { documentIds: [documentId], ...more });
    setBusy(false);
    return acted;
  };
  const actAtOnce = async (action: WorkshopAction): Promise<void> => {
    const { results, problem } = await send(action);
    setAsking(undefined);
    if (problem === null) say(action, results[0]);
    else setSaid({ text: problem, isProblem: true });
  };
  const close = (): void => setAsking(undefined);
  const done = (action: WorkshopAction, result: ActionResult | undefined): void => {
    setAsking(undefined);
    say(action, result);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {isModified ? (
        <Typography textColor="neutral600">
          Save what you are writing first. It stays a draft, whatever you do here.
        </Typography>
      ) : (
        offeredActions(facts, new Date()).map((action) => (
          <ActionButton
            key={action}
            action={action}
            isSeen={isSeen}
            isBusy={isBusy}
            onPress={() => (AT_ONCE.has(action) ? actAtOnce(action) : setAsking(action))}
          />
        ))
      )}
      <Typography
        ref={line}
        tabIndex={-1}
        role={said?.isProblem ? 'alert' : 'status'}
        textColor={said?.isProblem ? 'danger700' : 'neutral800'}
      >
        {said?.text}
      </Typography>
      {(asking === 'cancel' || asking === 'unpublish') && (
        <ConfirmDialog action={asking} isBusy={isBusy} onConfirm={() => actAtOnce(asking)} onClose={close} />
      )}
      {asking === 'new-dates' && (
        <NewDatesDialog
          sessions={draft.sessions ?? []}
          isSeen={isSeen}
          onSend={(sessions) => send('new-dates', { sessions })}
          onDone={(result) => done('new-dates', result)}
          onClose={close}
        />
      )}
      {asking === 'duplicate' && (
        <CopiesDialog
          mayPublish={status === 'published'}
          onSend={(dates, publish) => send('duplicate', { dates, publish })}
          onDone={(result) => say('duplicate', result)}
          onClose={close}
        />
      )}
    </Flex>
  );
}

/** What nothing more is asked for. */
const AT_ONCE = new Set<WorkshopAction>(['full', 'places-again', 'reinstate']);

interface ActionButtonProps {
  action: WorkshopAction;
  isSeen: boolean;
  isBusy: boolean;
  onPress: () => void;
}

function ActionButton({ action, isSeen, isBusy, onPress }: ActionButtonProps) {
  const id = useId();
  const { label, seen, asksFirst } = ACTION_WORDS[action];
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Button
        fullWidth
        variant={asksFirst ? 'danger-light' : 'tertiary'}
        disabled={isBusy}
        aria-describedby={AT_ONCE.has(action) ? id : undefined}
        onClick={onPress}
      >
        {label}
      </Button>
      {AT_ONCE.has(action) && (
        <Typography id={id} variant="pi" textColor="neutral600">
          {isSeen ? seen : 'It is a draft: visitors see nothing of this before it is published.'}
        </Typography>
      )}
    </Flex>
  );
}
