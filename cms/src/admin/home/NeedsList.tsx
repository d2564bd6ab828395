import { Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { Needs } from '../../rules/needs';
import { useAnswer } from '../useAnswer';

/** What waits for who acts for a partner, each a link to where it is done; nothing while nothing does. */
export function NeedsList() {
  const answer = useAnswer<Needs>('/workshop-actions/needs');
  if (!answer || answer === 'failed' || answer.needs.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="sigma" textColor="neutral700">
        Needs you
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {answer.needs.map(({ words, link }) => (
          <li key={words}>
            <Typography tag={Link} to={link} textColor="primary700">
              {words}
            </Typography>
          </li>
        ))}
      </Flex>
    </Flex>
  );
}
