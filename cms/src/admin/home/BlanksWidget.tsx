import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { BlanksGroup, BlanksReport } from '../../rules/blank-tasks';
import { BlankItem } from '../blanks/BlankItem';
import { countInWords } from '../blanks/words';
import { today } from '../today';
import { useAnswer } from '../useAnswer';

/** As many as are shown before somebody asks for all. */
const GROUPS_SHOWN = 4;
const BLANKS_SHOWN = 5;

/** On the home page: all that is still to be filled in, page by page, each leading to its field. */
export function BlanksWidget() {
  const [times, setTimes] = useState(0);
  const report = useAnswer<BlanksReport>('/blanks', String(times));
  const [showsAll, setShowsAll] = useState(false);
  if (!report) return <Widget.Loading />;
  if (report === 'failed') return <Widget.Error />;
  const { groups, colleagues, more } = report;
  if (groups.length === 0)
    return <Widget.NoData>Nothing to fill in: every page has all it needs.</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography fontWeight="bold">{countInWords(groups, today())}</Typography>
      {(showsAll ? groups : groups.slice(0, GROUPS_SHOWN)).map((group) => (
        <Group
          key={group.link}
          group={group}
          colleagues={colleagues}
          onNoted={() => setTimes((before) => before + 1)}
        />
      ))}
      {!showsAll && groups.length > GROUPS_SHOWN && (
        <Button variant="tertiary" onClick={() => setShowsAll(true)}>
          {`Show all ${groups.length}`}
        </Button>
      )}
      {more > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {`${more} pages more than are looked at here: their forms say what they lack.`}
        </Typography>
      )}
    </Flex>
  );
}

interface GroupProps {
  group: BlanksGroup;
  colleagues: string[];
  onNoted: () => void;
}

function Group({ group: { name, link, blanks }, colleagues, onNoted }: GroupProps) {
  const [showsAll, setShowsAll] = useState(blanks.length <= BLANKS_SHOWN + 1);
  return (
    <Box padding={3} background="neutral100" hasRadius>
      <Flex gap={2} justifyContent="space-between">
        <Typography tag={Link} to={link} fontWeight="bold" textColor="primary700">
          {name}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {blanks.length}
        </Typography>
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={3}>
        {(showsAll ? blanks : blanks.slice(0, BLANKS_SHOWN)).map((blank) => (
          <BlankItem
            key={`${blank.link} ${blank.key}`}
            blank={blank}
            colleagues={colleagues}
            onNoted={onNoted}
          >
            <Typography tag={Link} to={blank.link} textColor="primary700">
              {blank.message}
            </Typography>
          </BlankItem>
        ))}
      </Flex>
      {!showsAll && (
        <Box paddingTop={3}>
          <Button variant="tertiary" size="S" onClick={() => setShowsAll(true)}>
            {`Show all ${blanks.length}`}
          </Button>
        </Box>
      )}
    </Box>
  );
}
