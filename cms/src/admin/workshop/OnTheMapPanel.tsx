import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Link, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { unstable_useDocument as useDocument } from '@strapi/strapi/admin';
import { hasPage, whyNotListed } from '../../rules/visibility';
import { WORKSHOP } from '../../schema/uids';
import { useMe } from '../ownership/useMe';
import { type AdminWorkshop, factsOf } from './facts';

interface OnTheMapProps {
  collectionType: string;
  documentId?: string;
  document?: AdminWorkshop;
}

/** Beside a workshop’s form: whether visitors find it on the map and, if not, what to do. */
export const OnTheMapPanel: PanelComponent = ({ model, collectionType, documentId, document }) => {
  if (model !== WORKSHOP) return null;
  return {
    title: 'On the public map?',
    content: (
      <OnTheMap
        collectionType={collectionType}
        documentId={documentId}
        document={document as AdminWorkshop | undefined}
      />
    ),
  };
};

function OnTheMap({ collectionType, documentId, document }: OnTheMapProps) {
  const me = useMe();
  const neverPublished = !document || document.status === 'draft';
  const { document: published, isLoading } = useDocument(
    { collectionType, model: WORKSHOP, documentId, params: { status: 'published' } },
    { skip: !documentId || neverPublished },
  );
  if (isLoading) return <Typography textColor="neutral600">One moment…</Typography>;

  const reasons = document
    ? whyNotListed(factsOf((published as AdminWorkshop | undefined) ?? document, !neverPublished), new Date())
    : ['It is new. Save keeps it as a draft; Publish puts it on the map.'];
  const listed = reasons.length === 0;
  const live = published as AdminWorkshop | undefined;
  const address =
    me?.site && live?.slug && hasPage(factsOf(live, true)) ? `${me.site}/workshops/${live.slug}` : null;
  const Icon = listed ? CheckCircle : WarningCircle;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Flex gap={2}>
        <Icon fill={listed ? 'success600' : 'warning600'} aria-hidden />
        <Typography fontWeight="bold" textColor={listed ? 'success700' : 'neutral800'}>
          {listed ? 'Yes' : neverPublished ? 'Not yet' : 'No'}
        </Typography>
      </Flex>
      {reasons.map((reason) => (
        <Typography key={reason} variant="omega" textColor="neutral800">
          {reason}
        </Typography>
      ))}
      {address && (
        <Link href={address} isExternal>
          See its page
        </Link>
      )}
      {document?.status === 'modified' && (
        <Typography variant="omega" textColor="neutral600">
          You have changes visitors don’t see yet. Publish to show them.
        </Typography>
      )}
    </Flex>
  );
}
