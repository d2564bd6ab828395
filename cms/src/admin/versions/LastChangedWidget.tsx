import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { doneInWords, type Recent, writerInWords } from '../../rules/versions/history';
import { useAnswer } from '../useAnswer';
import { momentInWords } from './words';

/** On the home page: what was changed last, by whom, of what one may read. */
export function LastChangedWidget() {
  const recent = useAnswer<Recent>('/versions/recent');
  if (!recent) return <Widget.Loading />;
  if (recent === 'failed') return <Widget.Error />;
  if (recent.length === 0) return <Widget.NoData>Nothing has been changed yet.</Widget.NoData>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {recent.map((change) => (
        <Box tag="li" key={`${change.title} ${change.at}`} padding={3} background="neutral100" hasRadius>
          {change.link ? (
            <Typography tag={Link} to={change.link} fontWeight="bold" textColor="primary700">
              {change.title}
            </Typography>
          ) : (
            <Typography fontWeight="bold">{change.title}</Typography>
          )}
          <Box paddingTop={1}>
            <Typography variant="pi" textColor="neutral600">
              {[doneInWords(change), writerInWords(change), momentInWords(change.at)]
                .filter(Boolean)
                .join(', ')}
            </Typography>
          </Box>
        </Box>
      ))}
    </Flex>
  );
}
