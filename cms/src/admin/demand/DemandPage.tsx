import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { isFetchError, Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import styled from 'styled-components';
import type { DemandArea, DemandRequest, DemandPage as Wanted } from '../../rules/demand';
import { WORKSHOP } from '../../schema/uids';
import { RuledItem, RuledList } from '../RuledList';
import { useAnswer } from '../useAnswer';
import { momentInWords } from '../versions/words';
import { areaId } from './area-id';
import { demandInWords, peopleInWords } from './words';

const DemandMap = lazy(async () => ({ default: (await import('./DemandMap')).DemandMap }));

const Meter = styled.meter`
  width: 20rem;
  max-width: 100%;
  height: 1.2rem;
`;

/** Where teachers want a workshop: on a map and in a list, from which one is started. */
export function DemandPage() {
  const answer = useAnswer<Wanted>('/demand');
  return (
    <Page.Main>
      <Page.Title>Demand</Page.Title>
      <Layouts.Header
        title="Demand"
        subtitle="Where teachers want a workshop: who asked to be told of one, and who wrote to you"
      />
      <Layouts.Content>
        {answer === 'failed' && (
          <Typography>This could not be read just now, or isn’t yours to see. Please try again.</Typography>
        )}
        {answer && answer !== 'failed' && <Areas {...answer} />}
      </Layouts.Content>
    </Page.Main>
  );
}

function Areas({ areas, mayStart }: Wanted) {
  const isOfSeveral = new Set(areas.map(({ partner }) => partner?.documentId)).size > 1;
  if (areas.length === 0)
    return (
      <Typography>
        Nobody waits for a workshop. When teachers ask on the site to be told of one, they are counted here.
      </Typography>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Suspense>
        <DemandMap areas={areas} />
      </Suspense>
      <RuledList>
        {areas.map((area) => (
          <RuledItem key={area.key} id={areaId(area.key)}>
            <Area area={area} isOfSeveral={isOfSeveral} mayStart={mayStart && area.partner !== null} />
          </RuledItem>
        ))}
      </RuledList>
    </Flex>
  );
}

interface AreaProps {
  area: DemandArea;
  /** Whether there are areas of several partners, so that each is named. */
  isOfSeveral: boolean;
  mayStart: boolean;
}

function Area({ area, isOfSeveral, mayStart }: AreaProps) {
  const { teachers, needed, partner, requests } = area;
  const whose = partner ? isOfSeveral && partner.name : 'No Regional Partner serves this place.';
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap" width="100%">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography tag="h2" variant="delta">
            {area.area}
          </Typography>
          <Typography>{demandInWords(area)}</Typography>
          <Meter value={teachers} max={Math.max(needed, teachers)} aria-label={demandInWords(area)} />
          <Typography variant="pi" textColor="neutral600">
            {[peopleInWords(area), whose].filter(Boolean).join(' ')}
          </Typography>
        </Flex>
        {mayStart && <StartButton area={area} />}
      </Flex>
      {requests.length > 0 && (
        <Box tag="ul">
          {requests.map((request) => (
            <li key={request.inquiry}>
              <Request request={request} />
            </li>
          ))}
        </Box>
      )}
    </Flex>
  );
}

function Request({ request: { inquiry, name, school, teachers, at } }: { request: DemandRequest }) {
  const more = [
    teachers !== null && `${teachers} ${teachers === 1 ? 'teacher' : 'teachers'}`,
    momentInWords(at),
  ];
  return (
    <Typography>
      <Typography tag={Link} to={`/inbox/${inquiry}`} textColor="primary700">
        {school ? `${name}, ${school}` : name}
      </Typography>
      {` · ${more.filter(Boolean).join(' · ')}`}
    </Typography>
  );
}

function StartButton({ area }: { area: DemandArea }) {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();
  const [isStarting, setIsStarting] = useState(false);
  const start = async (): Promise<void> => {
    setIsStarting(true);
    try {
      const { data } = await post<{ documentId: string }>(`/demand/${area.key}/workshop`);
      navigate(`/content-manager/collection-types/${WORKSHOP}/${data.documentId}`);
    } catch (error) {
      setIsStarting(false);
      const message = isFetchError(error)
        ? error.message
        : 'The workshop could not be started. Please try again.';
      toggleNotification({ type: 'danger', message });
    }
  };
  return (
    <Button
      variant="secondary"
      loading={isStarting}
      onClick={start}
      aria-label={`Start a workshop in ${area.area}`}
    >
      Start a workshop
    </Button>
  );
}
