import {
  Box,
  Button,
  Field,
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  type Acceptance,
  type InboxInquiry,
  type Joining,
  type JoiningChoice,
  LONGEST_LINE,
} from '../../rules/inbox';

interface JoiningPanelProps {
  inquiry: InboxInquiry;
  joining: Joining;
  /** Of the inquiry, in the admin's API. */
  path: string;
  /** Asks for a change, and shows what has become of it. Resolves with whether it was made. */
  onChange: (ask: Promise<{ data: InboxInquiry }>, done: string) => Promise<boolean>;
}

/** Lets somebody join a private workshop, or tells them that they can't; says so once it is decided. */
export function JoiningPanel({ inquiry, joining, path, onChange }: JoiningPanelProps) {
  const { name, state, teachers } = inquiry;
  const { decided, workshop, choices, asked } = joining;
  const { post } = useFetchClient();
  const [isReconsidered, setIsReconsidered] = useState(false);
  const [chosen, setChosen] = useState(() => firstChoice(choices, asked));
  const [places, setPlaces] = useState<number | undefined>(teachers ?? 1);
  const [text, setText] = useState('');
  const [sending, setSending] = useState<'acceptance' | 'refusal' | null>(null);

  const send = async (what: 'acceptance' | 'refusal', body: object, done: string): Promise<void> => {
    setSending(what);
    if (await onChange(post<InboxInquiry>(`${path}/${what}`, body), done)) {
      setText('');
      setIsReconsidered(false);
    }
    setSending(null);
  };
  const accept = () =>
    send(
      'acceptance',
      {
        workshop: chosen ?? '',
        places: places ?? 0,
        text,
        afterDecline: decided === 'declined',
      } satisfies Acceptance,
      `${name} can join: the address of the page is mailed to them.`,
    );

  if (state === 'withdrawn') return <Typography>It was taken back: there is nothing to decide.</Typography>;
  if (decided === 'accepted')
    return (
      <Typography>
        {workshop === null
          ? `${name} may join.`
          : `${name} may join “${workshop}”, and has the address of its page.`}
      </Typography>
    );
  if (decided === 'declined' && !isReconsidered)
    return (
      <>
        <Typography>{`You told ${name}, kindly, that they can’t join.`}</Typography>
        {choices.length > 0 && (
          <Button variant="tertiary" onClick={() => setIsReconsidered(true)}>
            Accept after all…
          </Button>
        )}
      </>
    );
  return (
    <>
      {choices.length > 0 ? (
        <>
          <Field.Root hint="Your private workshops that are published and still to come.">
            <Field.Label>Which one</Field.Label>
            <SingleSelect
              placeholder="Choose a workshop"
              value={chosen}
              onChange={(documentId) => setChosen(String(documentId))}
            >
              {choices.map((choice) => (
                <SingleSelectOption key={choice.documentId} value={choice.documentId}>
                  {inWords(choice)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
          <Chosen choice={choices.find(({ documentId }) => documentId === chosen)} />
          <Field.Root hint="The workshop then counts them as taken.">
            <Field.Label>How many places</Field.Label>
            <NumberInput value={places} onValueChange={setPlaces} min={1} step={1} />
            <Field.Hint />
          </Field.Root>
        </>
      ) : (
        <Typography>
          There is no private workshop to choose: none is published and still to come. Answer below, or
          decline.
        </Typography>
      )}
      <Field.Root hint="May be left empty: we say yes or no in kind words, and add yours.">
        <Field.Label>Your own words</Field.Label>
        <Textarea
          value={text}
          maxLength={LONGEST_LINE}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        {choices.length > 0 && (
          <Button
            disabled={!chosen || !places || sending !== null}
            loading={sending === 'acceptance'}
            onClick={accept}
          >
            Accept and send the address
          </Button>
        )}
        {decided === null && (
          <Button
            variant="tertiary"
            disabled={sending !== null}
            loading={sending === 'refusal'}
            onClick={() => send('refusal', { text }, `A kind no to ${name} is on its way.`)}
          >
            Decline
          </Button>
        )}
      </Flex>
    </>
  );
}

/** The one that was asked about, or the only one there is. */
const firstChoice = (choices: JoiningChoice[], asked: string | null): string | undefined =>
  (choices.find(({ documentId }) => documentId === asked) ?? (choices.length === 1 ? choices[0] : undefined))
    ?.documentId;

const inWords = ({ title, isFull }: JoiningChoice): string => (isFull ? `${title} (full)` : title);

function Chosen({ choice }: { choice: JoiningChoice | undefined }) {
  if (!choice) return null;
  const { when, where, placesLeft } = choice;
  const left = placesLeft === null ? null : placesLeft === 1 ? 'one place left' : `${placesLeft} places left`;
  return (
    <Box>
      {[when, [where ?? 'Online', left].filter(Boolean).join(' · ')].map(
        (words) =>
          words && (
            <Typography key={words} variant="pi" textColor="neutral600" tag="p">
              {words}
            </Typography>
          ),
      )}
    </Box>
  );
}
