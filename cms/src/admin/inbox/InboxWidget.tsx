import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import type { InboxCounts } from '../../rules/inbox';
import { useAnswer } from '../useAnswer';

/** On the home page: how many wait for an answer. */
export function InboxWidget() {
  const counts = useAnswer<InboxCounts>('/inbox/counts');
  if (!counts) return <Widget.Loading />;
  if (counts === 'failed') return <Widget.NoData>No messages reach your account.</Widget.NoData>;
  const { waiting, mayRead } = counts;
  const words =
    waiting === 0
      ? 'Nobody waits for an answer.'
      : waiting === 1
        ? 'One person waits for an answer.'
        : `${waiting.toLocaleString('en-US')} people wait for an answer.`;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="beta">{words}</Typography>
      {mayRead && (
        <Typography tag={Link} to="/inbox" textColor="primary700">
          Open the inbox
        </Typography>
      )}
    </Flex>
  );
}
