import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Typography } from '@strapi/design-system';
import { FIGURE } from '../../schema/uids';
import { UseItems, useNeeds } from './UsesDialog';

/** Beside a figure's form: where visitors read it, with links. */
export const UsesPanel: PanelComponent = ({ model, documentId, activeTab }) => {
  if (model !== FIGURE || !documentId || activeTab === 'published') return null;
  return { title: 'Where it is used', content: <Uses documentId={documentId} /> };
};

function Uses({ documentId }: { documentId: string }) {
  const needs = useNeeds(FIGURE, documentId);
  if (!needs) return <Typography textColor="neutral600">One moment…</Typography>;
  if (needs === 'failed')
    return <Typography textColor="neutral600">It could not be looked up just now.</Typography>;
  const uses = needs.flatMap((need) => need.uses);
  return uses.length > 0 ? (
    <UseItems uses={uses} />
  ) : (
    <Typography textColor="neutral800">Nothing that visitors see quotes it yet.</Typography>
  );
}
