import {
  Badge,
  Box,
  Button,
  Checkbox,
  Flex,
  Searchbar,
  SearchForm,
  Tabs,
  Typography,
} from '@strapi/design-system';
import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import {
  INBOX_PAGE,
  INBOX_PARTS,
  type InboxCounts,
  type InboxItem,
  type InboxPage,
  type InboxPart,
  PURPOSES,
} from '../../rules/inbox';
import { RuledItem, RuledList } from '../RuledList';
import { useAnswer } from '../useAnswer';
import { momentInWords } from '../versions/words';
import { PersonDialog } from './PersonDialog';
import { PART_NAMES, stateInWords } from './words';

interface Query {
  part?: InboxPart;
  page?: string;
  q?: string;
  all?: string;
}

const PARTS = Object.keys(INBOX_PARTS) as InboxPart[];
const EMPTY: Record<InboxPart, string> = {
  waiting: 'Nobody waits for an answer.',
  answered: 'Nothing is answered yet.',
  closed: 'Nothing is closed.',
};

/** The inbox: what waits, what is answered, what is closed. */
export function InboxList() {
  const counts = useAnswer<InboxCounts>('/inbox/counts');
  return (
    <Page.Main>
      <Page.Title>Inbox</Page.Title>
      <Layouts.Header title="Inbox" subtitle="What teachers and schools wrote on the site" />
      <Layouts.Content>
        {counts === 'failed' && <NotYours />}
        {counts &&
          counts !== 'failed' &&
          (counts.mayRead ? <Messages counts={counts} /> : <Counts {...counts} />)}
      </Layouts.Content>
    </Page.Main>
  );
}

const NotYours = () => (
  <Typography>
    No messages reach your account. They go to the people of the Regional Partner they are for, and to the
    national desk.
  </Typography>
);

/** For whom only the numbers are. */
function Counts(counts: InboxCounts) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {PARTS.map((part) => (
        <Typography key={part}>
          {PART_NAMES[part]}: <strong>{counts[part].toLocaleString('en-US')}</strong>
        </Typography>
      ))}
      <Typography textColor="neutral600">
        Only Regional Partners and the national desk read what people wrote.
      </Typography>
    </Flex>
  );
}

function Messages({ counts }: { counts: InboxCounts }) {
  const [isAsking, setIsAsking] = useState(false);
  const [{ query }, setQuery] = useQueryParams<Query>();
  const { part = 'waiting', page = '1', q = '', all = '' } = query;
  const [typed, setTyped] = useState(q);
  const asked = new URLSearchParams({ part, page, ...(q && { q }), ...(all && { all }) });
  const answer = useAnswer<InboxPage>(`/inbox?${asked}`);
  const show = (next: Query): void => setQuery({ part, q, all, page: '1', ...next });

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <SearchForm
          onSubmit={(event: React.FormEvent) => {
            event.preventDefault();
            show({ q: typed.trim() });
          }}
        >
          <Searchbar
            name="q"
            size="S"
            value={typed}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
            onClear={() => {
              setTyped('');
              show({ q: '' });
            }}
            clearLabel="Clear"
            placeholder="Name, school, e-mail, words"
          >
            Search the inbox
          </Searchbar>
        </SearchForm>
        {counts.isNational && (
          <Flex gap={4} wrap="wrap">
            <Checkbox
              checked={all === 'true'}
              onCheckedChange={(checked: boolean) => show({ all: checked ? 'true' : '' })}
            >
              Also what Regional Partners answer
            </Checkbox>
            <Button variant="tertiary" onClick={() => setIsAsking(true)}>
              Someone’s data…
            </Button>
            {isAsking && <PersonDialog onClose={() => setIsAsking(false)} />}
          </Flex>
        )}
      </Flex>
      <Tabs.Root value={part} onValueChange={(chosen: string) => show({ part: chosen as InboxPart })}>
        <Tabs.List aria-label="Messages">
          {PARTS.map((each) => (
            <Tabs.Trigger key={each} value={each}>
              {`${PART_NAMES[each]} (${counts[each].toLocaleString('en-US')})`}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={part}>
          {answer === 'failed' && (
            <Box padding={4}>
              <Typography>The messages could not be read just now. Please try again.</Typography>
            </Box>
          )}
          {answer && answer !== 'failed' && (
            <List
              answer={answer}
              empty={q ? 'Nothing found.' : EMPTY[part]}
              onPage={(to) => show({ page: to })}
            />
          )}
        </Tabs.Content>
      </Tabs.Root>
    </Flex>
  );
}

interface ListProps {
  answer: InboxPage;
  empty: string;
  onPage: (page: string) => void;
}

function List({ answer: { items, total, page }, empty, onPage }: ListProps) {
  if (total === 0)
    return (
      <Box padding={4}>
        <Typography>{empty}</Typography>
      </Box>
    );
  const last = Math.ceil(total / INBOX_PAGE);
  return (
    <>
      <RuledList>
        {items.map((item) => (
          <RuledItem key={item.id}>
            <Item item={item} />
          </RuledItem>
        ))}
      </RuledList>
      {last > 1 && (
        <Flex gap={2} paddingTop={4} justifyContent="space-between">
          <Button variant="tertiary" disabled={page === 1} onClick={() => onPage(String(page - 1))}>
            Earlier page
          </Button>
          <Typography>{`Page ${page} of ${last}`}</Typography>
          <Button variant="tertiary" disabled={page >= last} onClick={() => onPage(String(page + 1))}>
            Next page
          </Button>
        </Flex>
      )}
    </>
  );
}

function Item({ item }: { item: InboxItem }) {
  const { id, name, school, purpose, workshop, partner, at, assigned, isLate, state } = item;
  const about = [PURPOSES[purpose], workshop].filter(Boolean).join(': ');
  const rest = [partner ?? 'National desk', momentInWords(at), assigned && `${assigned} takes care of it`];
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={4}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography tag={Link} to={String(id)} fontWeight="bold" textColor="primary700">
          {school ? `${name}, ${school}` : name}
        </Typography>
        <Typography>{about}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {rest.filter(Boolean).join(' · ')}
        </Typography>
      </Flex>
      <Badge
        active={state === 'new'}
        {...(isLate && { backgroundColor: 'danger100', textColor: 'danger700' })}
      >
        {stateInWords(item)}
      </Badge>
    </Flex>
  );
}
