import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { lazy, memo, Suspense, useEffect } from 'react';
import type { WorkshopLook } from '../../rules/workshop-form';
import type { Entry } from '../../schema/model';
import { WORKSHOP } from '../../schema/uids';
import { CardPreview } from './CardPreview';
import { useFollowing } from './useFollowing';
import { useLook } from './useLook';

/** The outlines of the states come along, which no other form needs. */
const PlaceMap = lazy(async () => ({ default: (await import('../map/PlaceMap')).PlaceMap }));

/** Beside a workshop's form: its card as visitors will see it, and where it is, while all that is being typed. */
export const LookPanel: PanelComponent = ({ model, documentId, document, activeTab }) => {
  if (model !== WORKSHOP || activeTab === 'published') return null;
  const isNew = !document?.documentId;
  return {
    title: 'As visitors will see it',
    content: <Look documentId={documentId} isNew={isNew} isSeen={!isNew && document?.status !== 'draft'} />,
  };
};

interface LookProps {
  documentId: string | undefined;
  isNew: boolean;
  /** Whether visitors see some version of it. */
  isSeen: boolean;
}

function Look({ documentId, isNew, isSeen }: LookProps) {
  const values = useForm('Look', (form) => form.values) as Entry;
  const onChange = useForm('Look', (form) => form.onChange) as (field: string, value: string) => void;
  const isDisabled = useForm('Look', ({ disabled }) => disabled);
  const proposed = useFollowing(values, isDisabled ? null : onChange, { isNew, isSeen });
  const look = useLook(values, documentId, proposed);
  useEffect(() => proposed.take(look), [proposed, look]);
  useEffect(() => {
    if (isNew) beginAt('kind');
  }, [isNew]);
  return <Seen look={look} />;
}

/** Puts the focus into a field, where it is nowhere yet. */
function beginAt(field: string): void {
  if (document.activeElement !== document.body) return;
  document
    .querySelector<HTMLElement>(`[data-field="${field}"] [role="combobox"]`)
    ?.focus({ preventScroll: true });
}

/** Drawn anew once something else is said, not at each key. */
const Seen = memo(function Seen({ look }: { look: WorkshopLook | undefined }) {
  const { card = null, place = null, territory = null, problems = [] } = look ?? {};
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <CardPreview card={card} />
      {place && (
        <Suspense fallback={null}>
          <PlaceMap place={place} />
        </Suspense>
      )}
      <Flex direction="column" alignItems="stretch" gap={1} role="status">
        {place && (
          <Typography textColor="neutral800">
            {`${place.city}, ${place.state} ${place.zip} · ${place.clock}`}
          </Typography>
        )}
        {territory && (
          <Typography textColor={territory.isOwn ? 'success700' : 'warning700'}>{territory.words}</Typography>
        )}
        {problems.map((problem) => (
          <Typography key={problem} textColor="danger700">
            {problem}
          </Typography>
        ))}
      </Flex>
    </Flex>
  );
});
