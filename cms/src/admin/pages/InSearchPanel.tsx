import { pageTitle } from '@deep-dive/shared-types';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { memo } from 'react';
import styled from 'styled-components';
import { withFigures } from '../../rules/figures';
import { PAGE, SITE } from '../../schema/uids';
import { useSettled } from '../forms/useSettled';
import { useMe } from '../ownership/useMe';
import { useFigures } from '../rich-text/useFigures';
import { useAnswer } from '../useAnswer';

/** Beside a page’s form: how search engines and those who share it will show it, as one types. */
export const InSearchPanel: PanelComponent = ({ model }) =>
  model === PAGE ? { title: 'In search and when shared', content: <InSearch /> } : null;

/** What search engines show of a title and of a description before they cut them off, in characters. */
const SHOWN = { title: 60, description: 155 };

interface Values {
  title?: string | null;
  slug?: string | null;
  seo?: {
    title?: string | null;
    description?: string | null;
    image?: { url: string; alternativeText?: string | null } | null;
  } | null;
}

interface SiteAnswer {
  data: { name?: string; description?: string };
}

function InSearch() {
  return <AsShown values={useSettled(useForm('InSearchPanel', ({ values }) => values as Values))} />;
}

const AsShown = memo(function AsShown({ values: { title, slug, seo } }: { values: Values }) {
  const me = useMe();
  const site = useAnswer<SiteAnswer>(`/content-manager/single-types/${SITE}?status=published`);
  const { name = '', description = '' } = site && site !== 'failed' ? site.data : {};
  const figures = useFigures();
  const read = (text: string): string => withFigures(text, figures ?? new Map());
  const inSearch = {
    title: read(seo?.title?.trim() || pageTitle(name, title?.trim() || 'Without a title')),
    description: read(seo?.description?.trim() || description),
    host: (me?.site ?? '').replace(/^https?:\/\//, ''),
    path: slug ? ` › ${slug}` : '',
    image: seo?.image ?? null,
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Result {...inSearch} />
      <Card {...inSearch} />
      <Typography variant="pi" textColor="neutral600">
        {advice(seo, inSearch)}
      </Typography>
    </Flex>
  );
});

interface Shown {
  title: string;
  description: string;
  host: string;
  path: string;
  image: { url: string; alternativeText?: string | null } | null;
}

const Clamped = styled(Typography)<{ $lines: number }>`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: ${({ $lines }) => $lines};
  overflow: hidden;
  overflow-wrap: anywhere;
`;

const SharePicture = styled.img`
  display: block;
  width: 100%;
  aspect-ratio: 1200 / 630;
  object-fit: cover;
`;

function Result({ title, description, host, path }: Shown) {
  return (
    <Box tag="figure" margin={0}>
      <Typography tag="figcaption" variant="sigma" textColor="neutral600">
        In search results
      </Typography>
      <Box background="neutral100" hasRadius padding={3} marginTop={1}>
        <Clamped tag="p" $lines={1} variant="pi" textColor="neutral600">{`${host}${path}`}</Clamped>
        <Clamped tag="p" $lines={1} fontWeight="bold" textColor="primary700">
          {title}
        </Clamped>
        <Clamped tag="p" $lines={3} variant="pi" textColor="neutral800">
          {description}
        </Clamped>
      </Box>
    </Box>
  );
}

function Card({ title, description, host, image }: Shown) {
  return (
    <Box tag="figure" margin={0}>
      <Typography tag="figcaption" variant="sigma" textColor="neutral600">
        When shared
      </Typography>
      <Box background="neutral100" hasRadius marginTop={1} overflow="hidden">
        {image && <SharePicture src={image.url} alt={image.alternativeText ?? ''} />}
        <Box padding={3}>
          <Clamped tag="p" $lines={1} variant="pi" textColor="neutral600">
            {host}
          </Clamped>
          <Clamped tag="p" $lines={2} fontWeight="bold" textColor="neutral800">
            {title}
          </Clamped>
          <Clamped tag="p" $lines={2} variant="pi" textColor="neutral800">
            {description}
          </Clamped>
        </Box>
      </Box>
    </Box>
  );
}

/** What would make it read better; nothing to say is said as well. */
function advice(seo: Values['seo'], { title, description, image }: Shown): string {
  const said = [
    title.length > SHOWN.title &&
      `The title has ${title.length} characters; search engines show about ${SHOWN.title}.`,
    !seo?.description?.trim() && 'Without a description of its own it has the one of the whole site.',
    description.length > SHOWN.description &&
      `The description has ${description.length} characters; search engines show about ${SHOWN.description}.`,
    !image && 'A picture makes it stand out when it is shared.',
  ].filter(Boolean);
  return said.length > 0 ? `${said.join(' ')} See “Search and sharing” below.` : 'It reads well.';
}
