import {
  Button,
  Dialog,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import {
  LONGEST_TOKEN_NAME,
  MOST_TOKENS,
  TOKEN_DAYS,
  type TokenEntry,
  type TokenMade,
  USUAL_DAYS,
} from '../../rules/partner-api/tokens';
import { LineButton } from '../LineButton';
import { RuledItem, RuledList } from '../RuledList';
import { useAnswer } from '../useAnswer';
import { momentInWords } from '../versions/words';
import { MadeToken } from './MadeToken';

const ADDRESS = '/partner-tokens';
const FAILED = 'That didn’t work just now. Please try again.';

const DAYS_IN_WORDS: Record<(typeof TOKEN_DAYS)[number], string> = {
  30: 'a month',
  90: 'three months',
  365: 'a year',
};

/** For who keeps workshops in a program of their own: tokens by which it brings them. Folded until somebody asks for it. */
export function Tokens({ partner }: { partner: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h2" variant="beta">
        <LineButton isOpen={isOpen} onClick={() => setIsOpen(!isOpen)}>
          For developers: bring workshops from a program
        </LineButton>
      </Typography>
      {isOpen && <TokenDesk partner={partner} />}
    </Flex>
  );
}

function TokenDesk({ partner }: { partner: string }) {
  const asked = new URLSearchParams({ partner });
  const first = useAnswer<TokenEntry[]>(`${ADDRESS}?${asked}`);
  const { del } = useFetchClient();
  const [changed, setChanged] = useState<TokenEntry[]>();
  const [made, setMade] = useState<TokenMade>();
  const [said, setSaid] = useState('');
  // Where one goes on once what was pressed is gone.
  const field = useRef<HTMLInputElement>(null);
  const tokens = changed ?? (first === 'failed' ? undefined : first);
  const end = async ({ id, name }: TokenEntry): Promise<void> => {
    try {
      setChanged((await del<TokenEntry[]>(`${ADDRESS}/${id}?${asked}`)).data);
      setMade((before) => (before?.entry.id === id ? undefined : before));
      setSaid(`“${name}” opens nothing any more.`);
      field.current?.focus();
    } catch (error) {
      setSaid(isFetchError(error) ? error.message : FAILED);
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>
        A token lets a program make, change and call off this Regional Partner’s workshops, and no others.
        Whoever has it can do that too: keep it as you keep a password.
      </Typography>
      <Typography>
        {'What it can ask: '}
        <Typography
          tag="a"
          href="/api/partner/openapi.json"
          target="_blank"
          rel="noreferrer"
          textColor="primary700"
          style={{ textDecoration: 'underline' }}
        >
          the API’s description (OpenAPI)
        </Typography>
        .
      </Typography>
      {first === 'failed' && (
        <Typography textColor="danger700">The tokens could not be read just now.</Typography>
      )}
      {tokens && tokens.length > 0 && (
        <RuledList>
          {tokens.map((token) => (
            <RuledItem key={token.id}>
              <Token token={token} onEnd={() => end(token)} />
            </RuledItem>
          ))}
        </RuledList>
      )}
      <Typography role="status">{said}</Typography>
      {made && (
        <MadeToken
          token={made.token}
          name={made.entry.name}
          onDone={() => {
            setMade(undefined);
            field.current?.focus();
          }}
        />
      )}
      {tokens && (
        <NewToken
          partner={partner}
          field={field}
          onMade={(token) => {
            setMade(token);
            setChanged([token.entry, ...tokens]);
            setSaid('');
          }}
        />
      )}
    </Flex>
  );
}

function Token({ token, onEnd }: { token: TokenEntry; onEnd: () => void }) {
  const { name, prefix, by, at, until, usedAt, ended } = token;
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography tag="h3" variant="delta">
          {name}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {`${prefix}… · made by ${by}, ${momentInWords(at)}`}
        </Typography>
        <Typography>
          {usedAt === null ? 'Not used yet.' : `Last used ${momentInWords(usedAt)}.`}
          {ended === null && ` Works until ${momentInWords(until)}.`}
        </Typography>
        {ended !== null && <Typography textColor="danger700">{`Doesn’t work any more: ${ended}`}</Typography>}
      </Flex>
      <Dialog.Root>
        <Dialog.Trigger>
          <Button variant="tertiary" aria-label={`End ${name}`}>
            End
          </Button>
        </Dialog.Trigger>
        <Dialog.Content>
          <Dialog.Header>End this token?</Dialog.Header>
          <Dialog.Body>
            {`The program that has “${name}” can bring no more workshops, at once and for good. Those that it brought stay.`}
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button variant="tertiary">Leave it</Button>
            </Dialog.Cancel>
            <Dialog.Action>
              <Button variant="danger" onClick={onEnd}>
                End it
              </Button>
            </Dialog.Action>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Flex>
  );
}

interface NewTokenProps {
  partner: string;
  field: RefObject<HTMLInputElement>;
  onMade: (made: TokenMade) => void;
}

function NewToken({ partner, field, onMade }: NewTokenProps) {
  const { post } = useFetchClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState<number>(USUAL_DAYS);
  const [problem, setProblem] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsBusy(true);
    try {
      const { data } = await post<TokenMade>(ADDRESS, { partner, name, days });
      setName('');
      setProblem('');
      onMade(data);
    } catch (error) {
      setProblem(isFetchError(error) ? error.message : FAILED);
    }
    setIsBusy(false);
  };
  return (
    <form onSubmit={make} noValidate>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography tag="h3" variant="delta">
          Make a token
        </Typography>
        <Flex gap={4} wrap="wrap" alignItems="flex-start">
          <Field.Root name="token-name" error={problem} required>
            <Field.Label>Which program is it for?</Field.Label>
            <TextInput
              ref={field}
              value={name}
              maxLength={LONGEST_TOKEN_NAME}
              placeholder="Our calendar"
              autoComplete="off"
              onChange={({ target }: { target: { value: string } }) => setName(target.value)}
            />
            <Field.Error />
          </Field.Root>
          <Field.Root name="token-days">
            <Field.Label>It works for</Field.Label>
            <SingleSelect value={String(days)} onChange={(chosen) => setDays(Number(chosen))}>
              {TOKEN_DAYS.map((each) => (
                <SingleSelectOption key={each} value={String(each)}>
                  {DAYS_IN_WORDS[each]}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Flex>
        <Button type="submit" variant="secondary" disabled={isBusy}>
          Make a token
        </Button>
        <Typography variant="pi" textColor="neutral600">
          {`Up to ${MOST_TOKENS} can work at a time. It stops working when you lose your account or no longer act for this partner.`}
        </Typography>
      </Flex>
    </form>
  );
}
