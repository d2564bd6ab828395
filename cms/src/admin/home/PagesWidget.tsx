import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Widget } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { PAGE } from '../../schema/uids';
import { NextScheduled } from '../scheduled/NextScheduled';
import { useAnswer } from '../useAnswer';

interface ListedPage {
  documentId: string;
  title: string | null;
  slug: string | null;
  status: 'draft' | 'published' | 'modified';
}

const PAGES = `/content-manager/collection-types/${PAGE}`;
const SHOWN = 100;

const STANDING: Record<ListedPage['status'], string> = {
  draft: 'Draft: visitors don’t see it',
  published: 'Live',
  modified: 'Live · changed since',
};

/** On the home page: every page and how it stands, and the way to add one. */
export function PagesWidget() {
  const answer = useAnswer<{ results: ListedPage[]; pagination: { total: number } }>(
    `${PAGES}?${new URLSearchParams({ sort: 'title:asc', pageSize: String(SHOWN) })}`,
  );
  if (!answer) return <Widget.Loading />;
  if (answer === 'failed') return <Widget.Error />;
  const { results, pagination } = answer;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="flex-end" gap={2} wrap="wrap">
        <LinkButton tag={Link} to="/from-a-document" variant="tertiary" size="S">
          From a document
        </LinkButton>
        <LinkButton tag={Link} to={`${PAGES}/create`} startIcon={<Plus />} size="S">
          Add a page
        </LinkButton>
      </Flex>
      {results.length === 0 && <Typography textColor="neutral600">There is no page yet.</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {results.map(({ documentId, title, slug, status }) => (
          <Box tag="li" key={documentId} padding={3} background="neutral100" hasRadius>
            <Typography
              tag={Link}
              to={PAGES.concat('/', documentId)}
              fontWeight="bold"
              textColor="primary700"
            >
              {title || 'Untitled'}
            </Typography>
            <Box paddingTop={1}>
              <Typography variant="pi" textColor="neutral600">
                {[slug && `/${slug}`, STANDING[status]].filter(Boolean).join(' · ')}
              </Typography>
            </Box>
            <NextScheduled documentId={documentId} />
          </Box>
        ))}
      </Flex>
      {pagination.total > results.length && (
        <Typography tag={Link} to={PAGES} textColor="primary700">
          {`All ${pagination.total} pages`}
        </Typography>
      )}
    </Flex>
  );
}
