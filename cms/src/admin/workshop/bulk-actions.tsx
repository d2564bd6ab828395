import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { useTable } from '@strapi/strapi/admin';
import { useCallback, useRef } from 'react';
import { WORKSHOP } from '../../schema/uids';
import { ManyDialog } from './ManyDialog';

/** Strapi’s actions on several entries, and ours on several workshops, in which unpublishing is one. */
export const actOnMany = (actions: BulkActionComponent[]): BulkActionComponent[] => [
  WorkshopsBulkAction,
  ...actions.map((action) => (action.type === 'unpublish' ? notForWorkshops(action) : action)),
];

/** Strapi’s own does all of them or none. */
function notForWorkshops(action: BulkActionComponent): BulkActionComponent {
  const others: BulkActionComponent = (props) => {
    const described = action(props);
    return props.model === WORKSHOP ? null : described;
  };
  return Object.assign(others, { type: action.type });
}

const WorkshopsBulkAction: BulkActionComponent = ({ model, documents }) => {
  const selectRow = useTable('WorkshopsBulkAction', (state) => state.selectRow);
  const latest = useRef({ documents, selectRow });
  latest.current = { documents, selectRow };
  const Content = useCallback(
    ({ onClose }: { onClose: () => void }) => (
      <ManyDialog
        documentIds={latest.current.documents.map(({ documentId }) => documentId)}
        onClose={(isDone) => {
          onClose();
          if (isDone) latest.current.selectRow([]);
        }}
      />
    ),
    [],
  );
  if (model !== WORKSHOP) return null;
  return {
    label: 'Full, cancelled…',
    variant: 'secondary',
    dialog: { type: 'modal', title: 'What is to be done with them?', content: Content },
  };
};
