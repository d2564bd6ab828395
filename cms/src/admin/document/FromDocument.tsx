import { Button, Flex, Grid, Typography } from '@strapi/design-system';
import { isFetchError, Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import styled from 'styled-components';
import type { Choices, ReadDocument } from '../../rules/document/document';
import type { Understood } from '../../rules/document/page';
import { PAGE } from '../../schema/uids';
import { Chooser } from './Chooser';
import { GUESSES, GuessList } from './GuessList';
import { Outline } from './Outline';

/** Documents as the CMS reads them, and the pages it would make of them. */
interface Answer {
  document: ReadDocument;
  understood: Understood;
}

const ADDRESS = '/imports/document';

const wordsOf = (error: unknown): string =>
  isFetchError(error) ? error.message : 'That didn’t work. Please try again.';

/** Makes a draft of a page from a document: what would become of it, beside everything that was guessed. */
export function FromDocument() {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();
  const [answer, setAnswer] = useState<Answer>();
  const [choices, setChoices] = useState<Choices>({});
  const [problem, setProblem] = useState('');
  const [isBusy, setIsBusy] = useState(false);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      setProblem(wordsOf(error));
    }
    setIsBusy(false);
  };
  const read = (form: FormData): Promise<void> =>
    attempt(async () => {
      setAnswer((await post<Answer>(ADDRESS, form)).data);
      setChoices({});
    });
  const choose = (id: string, value: string): Promise<void> =>
    attempt(async () => {
      if (!answer) return;
      const chosen = { ...choices, [id]: value };
      const { data } = await post<Understood>(`${ADDRESS}/outline`, {
        document: answer.document,
        choices: chosen,
      });
      setChoices(chosen);
      setAnswer({ ...answer, understood: data });
    });
  const make = (): Promise<void> =>
    attempt(async () => {
      const { data } = await post<{ documentId: string }>(`${ADDRESS}/page`, {
        document: answer?.document,
        choices,
      });
      toggleNotification({
        type: 'success',
        message: 'The draft is made. Visitors don’t see it until you publish it.',
      });
      navigate(`/content-manager/collection-types/${PAGE}/${data.documentId}`);
    });

  return (
    <Page.Main aria-busy={isBusy}>
      <Page.Title>From a document</Page.Title>
      <Layouts.Header
        title="From a document"
        subtitle="A page in the words of a document, as a draft that only colleagues see"
        primaryAction={
          answer && (
            <Flex gap={2} wrap="wrap">
              <Button variant="tertiary" onClick={() => setAnswer(undefined)} disabled={isBusy}>
                Another document
              </Button>
              <Button onClick={make} loading={isBusy}>
                Make the draft
              </Button>
            </Flex>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Typography role="alert" textColor="danger700">
            {problem}
          </Typography>
          {answer ? (
            <Result understood={answer.understood} isBusy={isBusy} onChoose={choose} />
          ) : (
            <Chooser isBusy={isBusy} onRead={read} onProblem={setProblem} />
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** To what stands below the page where there is no room beside it. */
const Jump = styled.a`
  display: none;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.primary700};
  @media (max-width: 1079px) {
    display: block;
  }
`;

interface ResultProps {
  understood: Understood;
  isBusy: boolean;
  onChoose: (id: string, value: string) => void;
}

function Result({ understood: { page, kinds, figures, guesses }, isBusy, onChoose }: ResultProps) {
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <Grid.Root gap={6} gridCols={12}>
      <Grid.Item col={7} s={12} xs={12} direction="column" alignItems="stretch">
        <Flex tag="section" direction="column" alignItems="stretch" gap={4}>
          <Typography tag="h2" variant="beta" tabIndex={-1} ref={top}>
            {`The page: ${page.title}`}
          </Typography>
          <Jump href={`#${GUESSES}`}>{`What we made of it: ${guesses.length} things to look at`}</Jump>
          <Outline page={page} kinds={kinds} />
        </Flex>
      </Grid.Item>
      <Grid.Item col={5} s={12} xs={12} direction="column" alignItems="stretch">
        <GuessList guesses={guesses} figures={figures} isBusy={isBusy} onChoose={onChoose} />
      </Grid.Item>
    </Grid.Root>
  );
}
