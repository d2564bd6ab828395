import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { BulletList, Plus } from '@strapi/icons';
import { Widget } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { placesInWords } from '../../rules/places-left';
import { standing } from '../../rules/visibility';
import { PARTNER, WORKSHOP } from '../../schema/uids';
import { useMe } from '../ownership/useMe';
import { useAnswer } from '../useAnswer';
import { type AdminWorkshop, factsOf } from '../workshop/facts';
import { NeedsList } from './NeedsList';

interface NextWorkshop extends AdminWorkshop {
  documentId: string;
  title: string | null;
  /** In words, on the clock of the venue. */
  when: string | null;
}

const WORKSHOPS = `/content-manager/collection-types/${WORKSHOP}`;
const PARTNERS = `/content-manager/collection-types/${PARTNER}`;
const SHOWN = 5;

/** Those that aren't over, drafts without dates last. */
const nextWorkshops = (now: Date): string =>
  `${WORKSHOPS}?${new URLSearchParams({
    status: 'draft',
    sort: 'startsAt:asc',
    pageSize: String(SHOWN),
    'filters[$or][0][endsAt][$gt]': now.toISOString(),
    'filters[$or][1][endsAt][$null]': 'true',
  })}`;

/** On the home page: for whom one acts, the way to add a workshop, what waits, the next ones and how each stands. */
export function WorkshopsWidget() {
  const me = useMe();
  const [now] = useState(() => new Date());
  const answer = useAnswer<{ results: NextWorkshop[] }>(nextWorkshops(now));

  if (!answer) return <Widget.Loading />;
  if (answer === 'failed') return <Widget.Error />;
  const found = answer.results;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography fontWeight="bold">{me?.partner?.name}</Typography>
        <Flex gap={2} wrap="wrap">
          {me?.partner && (
            <LinkButton tag={Link} to={`${PARTNERS}/${me.partner.documentId}`} variant="tertiary" size="S">
              Edit your profile
            </LinkButton>
          )}
          <LinkButton
            tag={Link}
            to="/bring-a-spreadsheet"
            startIcon={<BulletList />}
            variant="tertiary"
            size="S"
          >
            Bring a spreadsheet
          </LinkButton>
          <LinkButton tag={Link} to={`${WORKSHOPS}/create`} startIcon={<Plus />} size="S">
            Add a workshop
          </LinkButton>
        </Flex>
      </Flex>
      {me?.partner && <NeedsList />}
      {found.length === 0 && <Typography textColor="neutral600">No workshop is planned yet.</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {found.map((workshop) => (
          <Box tag="li" key={workshop.documentId} padding={3} background="neutral100" hasRadius>
            <Typography
              tag={Link}
              to={WORKSHOPS.concat('/', workshop.documentId)}
              fontWeight="bold"
              textColor="primary700"
            >
              {workshop.title || 'Untitled'}
            </Typography>
            <Box paddingTop={1}>
              <Typography variant="pi" textColor="neutral600">
                {[
                  workshop.when,
                  placesInWords(workshop),
                  standing(factsOf(workshop, workshop.status !== 'draft'), now),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Box>
          </Box>
        ))}
      </Flex>
    </Flex>
  );
}
