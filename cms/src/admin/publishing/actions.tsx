import type {
  BulkActionComponent,
  DocumentActionComponent,
  DocumentActionDescription,
} from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { type FetchError, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { MADE_OF_TITLE } from '../../rules/slugs';
import { FIGURE, PAGE, PRICING, SITE, WORKSHOP } from '../../schema/uids';
import { UsesDialog, UsesList } from './UsesDialog';

/** Types that other pages lead to or quote, or that the site can't do without. */
const GUARDED = new Set([PAGE, FIGURE, SITE, PRICING]);

const TAKES_AWAY = new Set(['unpublish', 'delete']);

/** Types whose entries the server gives an address that is free. */
const FINDS_ADDRESS = new Set([WORKSHOP, ...Object.keys(MADE_OF_TITLE)]);

/** For developers: forms are what the code makes of them at each start. */
const FOR_DEVELOPERS = new Set(['edit-the-model', 'configure-the-view']);

/**
 * Strapi’s actions as writers need them: those that take an entry from visitors say first where it is used; publishing and
 * duplicating ask nothing.
 */
export const forWriters = (actions: DocumentActionComponent[]): DocumentActionComponent[] =>
  actions
    .filter(({ type }) => !FOR_DEVELOPERS.has(type ?? ''))
    .map((action) => {
      if (action.type === 'publish') return publishAtOnce(action);
      if (action.type === 'clone') return duplicateAtOnce(action);
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
  // Lists leave it out by this name, and would ask the server for each of their rows.
  Object.defineProperty(publishing, 'name', { value: action.name });
  return Object.assign(publishing, { type: action.type, position: action.position });
}

/** Strapi duplicates nothing whose address must be its own; the server makes addresses of titles, and so one for the copy. */
function duplicateAtOnce(action: DocumentActionComponent): DocumentActionComponent {
  const duplicating: DocumentActionComponent = (props) => {
    const { model, documentId } = props;
    const { post } = useFetchClient();
    const navigate = useNavigate();
    const { toggleNotification } = useNotification();
    const described = action(props);
    if (!described || !FINDS_ADDRESS.has(model)) return described;
    const onClick = async (): Promise<boolean> => {
      try {
        const { data } = await post<{ data: { documentId: string } }>(
          `/content-manager/collection-types/${model}/clone/${documentId}`,
          {},
        );
        navigate(data.data.documentId);
      } catch (error) {
        const message = (error as FetchError).response?.data.error.message ?? 'It could not be duplicated.';
        toggleNotification({ type: 'danger', message });
      }
      return true;
    };
    return { ...described, onClick };
  };
  return Object.assign(duplicating, { type: action.type, position: action.position });
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
