import {
  Badge,
  Box,
  Button,
  Link as ExternalLink,
  Field,
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { BackButton, Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router-dom';
import { type InboxInquiry, LONGEST_LINE, PURPOSES } from '../../rules/inbox';
import { useAnswer } from '../useAnswer';
import { momentInWords } from '../versions/words';
import { JoiningPanel } from './JoiningPanel';
import { MailItem } from './MailItem';
import { stateInWords } from './words';

/** One inquiry: what was written, an answer to it, and who takes care of it. */
export function InquiryView() {
  const { id = '' } = useParams();
  const answer = useAnswer<InboxInquiry>(`/inbox/${id}`);
  if (!answer) return <Page.Loading />;
  if (answer === 'failed')
    return (
      <Page.Main>
        <Layouts.Header title="No such message" navigationAction={<BackButton fallback=".." />} />
        <Layouts.Content>
          <Typography>It may have been erased, or it is for another Regional Partner.</Typography>
        </Layouts.Content>
      </Page.Main>
    );
  return <Inquiry key={id} first={answer} />;
}

function Inquiry({ first }: { first: InboxInquiry }) {
  const [inquiry, setInquiry] = useState(first);
  const { post, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const path = `/inbox/${inquiry.id}`;

  /** Asks for a change, and shows the inquiry as it is then. False when it was refused, which is said. */
  const change = async (ask: Promise<{ data: InboxInquiry }>, done: string): Promise<boolean> => {
    try {
      setInquiry((await ask).data);
      toggleNotification({ type: 'success', message: done });
      return true;
    } catch (error) {
      const { message = 'That didn’t work. Please try again.' } = error as { message?: string };
      toggleNotification({ type: 'danger', message });
      return false;
    }
  };
  const { name, purpose, workshop, state, partner, at, eraseAt } = inquiry;
  const isOver = state === 'closed' || state === 'withdrawn';
  const setState = (to: 'closed' | 'open', done: string) =>
    change(put<InboxInquiry>(`${path}/state`, { state: to }), done);

  return (
    <Page.Main>
      <Page.Title>{name}</Page.Title>
      <Layouts.Header
        title={name}
        subtitle={[PURPOSES[purpose], workshop].filter(Boolean).join(': ')}
        navigationAction={<BackButton fallback=".." />}
        primaryAction={
          <Flex gap={3}>
            <Badge active={state === 'new'}>{stateInWords(inquiry)}</Badge>
            {state !== 'withdrawn' && (
              <Button
                variant="tertiary"
                onClick={() =>
                  isOver ? setState('open', 'It waits for an answer again.') : setState('closed', 'Closed.')
                }
              >
                {isOver ? 'Take up again' : 'Close'}
              </Button>
            )}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex gap={6} alignItems="flex-start" wrap="wrap">
          <Flex direction="column" alignItems="stretch" gap={4} flex="1 1 40rem" maxWidth="60rem">
            <Conversation inquiry={inquiry} />
            {inquiry.joining && (
              <Panel title="Joining a private workshop">
                <JoiningPanel inquiry={inquiry} joining={inquiry.joining} path={path} onChange={change} />
              </Panel>
            )}
            {state !== 'withdrawn' && (
              <Write
                label={`Answer to ${name}`}
                hint="It is mailed, with your address to reply to, and stands on the page they can see."
                button="Send the answer"
                onSend={(text) =>
                  change(
                    post<InboxInquiry>(`${path}/answers`, { text }),
                    `Your answer to ${name} is on its way.`,
                  )
                }
              />
            )}
            <Write
              label="Note among colleagues"
              hint={`${name} doesn’t see it.`}
              button="Add the note"
              isQuiet
              onSend={(text) => change(post<InboxInquiry>(`${path}/notes`, { text }), 'Noted.')}
            />
          </Flex>
          <Flex direction="column" alignItems="stretch" gap={4} flex="1 1 18rem" maxWidth="28rem">
            <Panel title="About them">
              {inquiry.facts.map(([label, fact]) => (
                <Typography key={label}>
                  <strong>{label}:</strong>{' '}
                  {label === 'E-mail' ? <ExternalLink href={`mailto:${fact}`}>{fact}</ExternalLink> : fact}
                </Typography>
              ))}
              {inquiry.workshopUrl !== null && (
                <ExternalLink href={inquiry.workshopUrl} isExternal>
                  The workshop’s page
                </ExternalLink>
              )}
              <Typography variant="pi" textColor="neutral600">
                {`To ${partner ?? 'the national desk'}, ${momentInWords(at)}. It is erased on ${new Date(eraseAt).toLocaleDateString('en-US', { dateStyle: 'long' })}.`}
              </Typography>
            </Panel>
            {(inquiry.mayGive || inquiry.given !== null) && (
              <Panel title="Places">
                <GivePlaces
                  inquiry={inquiry}
                  onGive={(places) =>
                    change(post<InboxInquiry>(`${path}/places`, { places }), 'The places are given.')
                  }
                />
              </Panel>
            )}
            <Panel title="Who takes care of it">
              <SingleSelect
                aria-label="Who takes care of it"
                placeholder="Nobody in particular"
                value={inquiry.colleagues.find((colleague) => colleague.name === inquiry.assigned)?.id}
                onChange={(admin) =>
                  change(put<InboxInquiry>(`${path}/assignee`, { admin: Number(admin) }), 'Passed on.')
                }
                onClear={() => change(put<InboxInquiry>(`${path}/assignee`, { admin: null }), 'Free again.')}
                clearLabel="Nobody in particular"
              >
                {inquiry.colleagues.map((colleague) => (
                  <SingleSelectOption key={colleague.id} value={colleague.id}>
                    {colleague.name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Panel>
            <Panel title="Mails">
              {inquiry.mails.map((mail) => (
                <MailItem
                  key={mail.id}
                  mail={mail}
                  path={`${path}/mails/${mail.id}`}
                  onSendAgain={() =>
                    change(post<InboxInquiry>(`${path}/mails/${mail.id}`), 'It is sent again.')
                  }
                />
              ))}
            </Panel>
          </Flex>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="sigma" tag="h2" textColor="neutral600">
          {title}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
}

interface GivePlacesProps {
  inquiry: InboxInquiry;
  onGive: (places: number) => Promise<boolean>;
}

/** Says how many places were given, or gives them. */
function GivePlaces({ inquiry: { given, teachers }, onGive }: GivePlacesProps) {
  const [places, setPlaces] = useState<number | undefined>(teachers ?? 1);
  if (given !== null)
    return <Typography>{given === 1 ? 'One place was given.' : `${given} places were given.`}</Typography>;
  return (
    <>
      <Field.Root hint="The workshop then counts them as taken. Tell them in your answer.">
        <Field.Label>How many</Field.Label>
        <NumberInput value={places} onValueChange={setPlaces} min={1} step={1} />
        <Field.Hint />
      </Field.Root>
      <Button
        variant="secondary"
        disabled={places === undefined || places < 1}
        onClick={() => onGive(Number(places))}
      >
        Give
      </Button>
    </>
  );
}

const LINE_COLOURS = { sender: 'neutral0', answer: 'primary100', note: 'warning100' } as const;

function Conversation({ inquiry }: { inquiry: InboxInquiry }) {
  const { name, message, at } = inquiry;
  const first = { id: 0, at, kind: 'sender' as const, author: null, text: message ?? 'No message.' };
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
      {[first, ...inquiry.lines].map(({ id, at: when, kind, author, text }) => (
        <Box tag="li" key={id} background={LINE_COLOURS[kind]} hasRadius shadow="tableShadow" padding={4}>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {`${kind === 'note' ? 'Note by ' : ''}${author ?? name}, ${momentInWords(when)}`}
          </Typography>
          {text.split('\n').map((line, index) => (
            <Typography key={index} tag="p">
              {line || '\u00a0'}
            </Typography>
          ))}
        </Box>
      ))}
    </Flex>
  );
}

interface WriteProps {
  label: string;
  hint: string;
  button: string;
  isQuiet?: boolean;
  /** Resolves with whether it was taken. */
  onSend: (text: string) => Promise<boolean>;
}

/** A text to be sent. What is typed stays until it was taken. */
function Write({ label, hint, button, isQuiet = false, onSend }: WriteProps) {
  const [text, setText] = useState('');
  const [isSending, setIsSending] = useState(false);
  const send = async (): Promise<void> => {
    setIsSending(true);
    if (await onSend(text)) setText('');
    setIsSending(false);
  };
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Field.Root hint={hint}>
        <Field.Label>{label}</Field.Label>
        <Textarea
          value={text}
          maxLength={LONGEST_LINE}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Box paddingTop={3}>
        <Button
          variant={isQuiet ? 'tertiary' : 'default'}
          disabled={text.trim() === ''}
          loading={isSending}
          onClick={send}
        >
          {button}
        </Button>
      </Box>
    </Box>
  );
}
