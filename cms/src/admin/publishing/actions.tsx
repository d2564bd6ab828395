import type {
  BulkActionComponent,
  DocumentActionComponent,
  DocumentActionDescription,
} from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { useCallback, useRef } from 'react';
import { FIGURE, PAGE, PRICING, SITE } from '../../schema/uids';
import { UsesDialog, UsesList } from './UsesDialog';

/** Types that other pages lead to or quote, or that the site can't do without. */
const GUARDED = new Set([PAGE, FIGURE, SITE, PRICING]);

const TAKES_AWAY = new Set(['unpublish', 'delete']);

/** Strapi’s actions: those that take an entry from visitors say first where it is used, and publishing asks nothing. */
export const askFirst = (actions: DocumentActionComponent[]): DocumentActionComponent[] =>
  actions.map((action) => {
    if (action.type === 'publish') return publishAtOnce(action);
    return TAKES_AWAY.has(action.type ?? '') ? askFirstOne(action) : action;
  });

/** Strapi asks whether to publish without what isn’t published, which the server refuses, saying what and where. */
function publishAtOnce(action: DocumentActionComponent): DocumentActionComponent {
  const publishing: DocumentActionComponent = (props) => {
    const described = action(props);
    const { dialog } = described ?? {};
    if (!described || dialog?.type !== 'dialog') return described;
    const onClick = async (): Promise<boolean> => {
      await dialog.onConfirm?.();
      return true;
    };
    return { ...described, onClick };
  };
  return Object.assign(publishing, { type: action.type, position: action.position });
}

function askFirstOne(action: DocumentActionComponent): DocumentActionComponent {
  const asking: DocumentActionComponent = (props) => {
    const { model, documentId, document } = props;
    const ids = [documentId ?? document?.documentId ?? ''].filter(Boolean);
    return useAsking(action(props), action.type === 'delete', model, isLive(document) ? ids : []);
  };
  return Object.assign(asking, { type: action.type, position: action.position });
}

/** Strapi’s actions on several entries, with those that take them from visitors saying in their question where each is used. */
export const nameUses = (actions: BulkActionComponent[]): BulkActionComponent[] =>
  actions.map((action) => (TAKES_AWAY.has(action.type ?? '') ? nameUsesOne(action) : action));

function nameUsesOne(action: BulkActionComponent): BulkActionComponent {
  const naming: BulkActionComponent = (props) => {
    const { model, documents } = props;
    const described = action(props);
    const ids = documents.filter(isLive).map(({ documentId }) => documentId);
    if (described?.dialog?.type !== 'dialog' || ids.length === 0 || !GUARDED.has(model)) return described;
    const content = (
      <Flex direction="column" alignItems="stretch" gap={5}>
        {described.dialog.content}
        <UsesList model={model} documentIds={ids} forGood={action.type === 'delete'} />
      </Flex>
    );
    return { ...described, dialog: { ...described.dialog, content } };
  };
  return Object.assign(naming, { type: action.type });
}

const isLive = (document: { [field: string]: unknown } | undefined): boolean =>
  document?.status === 'published' || document?.status === 'modified';

type Described = Pick<DocumentActionDescription, 'label' | 'onClick' | 'dialog'>;

/** An action that, for entries visitors see, opens our dialog, in which Strapi’s own question and doing are kept. */
function useAsking<Description extends Described>(
  described: Description | null,
  forGood: boolean,
  model: string,
  documentIds: string[],
): Description | null {
  const latest = useRef({ described, documentIds });
  latest.current = { described, documentIds };
  const Content = useCallback(
    ({ onClose }: { onClose: () => void }) => {
      const { described, documentIds } = latest.current;
      const dialog = described?.dialog?.type === 'dialog' ? described.dialog : undefined;
      const doIt = async (): Promise<void> => {
        // Strapi’s action looks at no event.
        if (dialog) await dialog.onConfirm?.();
        else await described?.onClick?.(undefined as never);
      };
      return (
        <UsesDialog
          model={model}
          documentIds={documentIds}
          forGood={forGood}
          label={described?.label ?? ''}
          question={dialog?.content}
          onConfirm={doIt}
          onClose={onClose}
        />
      );
    },
    [forGood, model],
  );
  if (!described || documentIds.length === 0 || !GUARDED.has(model)) return described;
  return {
    ...described,
    onClick: undefined,
    dialog: { type: 'modal', title: `${described.label}?`, content: Content },
  };
}
