import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { FIGURE } from '../../schema/uids';
import { useAnswer } from '../useAnswer';

interface Figure {
  documentId: string;
  key: string;
  phrase: string;
  wordingWithout: string;
}

const FIGURES = `/content-manager/collection-types/${FIGURE}`;
const BLANKS = `${FIGURES}?filters[value][$null]=true&status=draft&sort=key:asc&pageSize=100`;

/** On the home page: the figures pages quote whose number nobody has filled in yet. */
export function BlanksWidget() {
  const found = useAnswer<{ results: Figure[] }>(BLANKS);

  if (!found) return <Widget.Loading />;
  if (found === 'failed') return <Widget.Error />;
  const blanks = found.results;
  if (blanks.length === 0)
    return <Widget.NoData>Nothing to fill in: every figure has its number.</Widget.NoData>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {blanks.map(({ documentId, key, phrase, wordingWithout }) => (
        <Box tag="li" key={documentId} padding={3} background="neutral100" hasRadius>
          <Typography
            tag={Link}
            to={FIGURES.concat('/', documentId)}
            fontWeight="bold"
            textColor="primary700"
          >
            {phrase.replace('{value}', '____')}
          </Typography>
          <Box paddingTop={1}>
            <Typography variant="pi" textColor="neutral600">
              {`{{${key}}} reads “${wordingWithout}” until you fill in the number.`}
            </Typography>
          </Box>
        </Box>
      ))}
    </Flex>
  );
}
