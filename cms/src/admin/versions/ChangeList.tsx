import { Box, Flex, Typography } from '@strapi/design-system';
import type { Change } from '../../rules/versions/changes';

/** What was changed, in words: so many of it, and how many more there are. */
export function ChangeList({ changes, most = changes.length }: { changes: Change[]; most?: number }) {
  if (changes.length === 0) return null;
  const more = changes.length - most;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {changes.slice(0, most).map(({ words }) => (
        <Box tag="li" key={words}>
          <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {words}
          </Typography>
        </Box>
      ))}
      {more > 0 && (
        <Box tag="li">
          <Typography variant="pi" textColor="neutral600">
            and {more} more
          </Typography>
        </Box>
      )}
    </Flex>
  );
}
