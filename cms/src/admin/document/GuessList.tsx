import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { Guess, KnownFigure } from '../../rules/document/document';

/** Where the list begins, for links. */
export const GUESSES = 'guesses';

interface GuessListProps {
  guesses: Guess[];
  /** Figures that are made with the page. */
  figures: KnownFigure[];
  isBusy: boolean;
  onChoose: (id: string, value: string) => void;
}

/** Everything that was guessed: what can be chosen otherwise, and what can’t. */
export function GuessList({ guesses, figures, isBusy, onChoose }: GuessListProps) {
  const open = guesses.filter(({ choices }) => choices.length > 1);
  const told = guesses.filter(({ choices }) => choices.length === 1);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
        <Typography tag="h2" variant="beta" id={GUESSES} tabIndex={-1}>
          What we made of it
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {open.length === 0
            ? 'Nothing had to be guessed.'
            : 'Change what isn’t meant so: the page beside it follows. What you leave is confirmed.'}
        </Typography>
        {figures.length > 0 && (
          <Typography textColor="neutral600">
            {`Made with the page: ${figures.map(({ key }) => `the figure “${key}”`).join(', ')}. Fill in its number, and publish it, before the page.`}
          </Typography>
        )}
        <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
          {open.map((guess) => (
            <Box tag="li" key={guess.id} padding={4} background="neutral0" hasRadius>
              <Choice guess={guess} isBusy={isBusy} onChoose={onChoose} />
            </Box>
          ))}
        </Flex>
      </Flex>
      {told.length > 0 && (
        <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
          <Typography tag="h2" variant="beta">
            To know
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
            {told.map(({ id, section, found, choices }) => (
              <Box tag="li" key={id} padding={4} background="neutral0" hasRadius>
                <Found section={section} found={found} />
                <Typography tag="p">{choices[0]?.label}</Typography>
              </Box>
            ))}
          </Flex>
        </Flex>
      )}
    </Flex>
  );
}

interface ChoiceProps {
  guess: Guess;
  isBusy: boolean;
  onChoose: (id: string, value: string) => void;
}

function Choice({ guess: { id, section, found, choices, chosen }, isBusy, onChoose }: ChoiceProps) {
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Found section={section} found={found} />
      <SingleSelect
        aria-label={`${placeOf(section)}: ${quoted(found)}`}
        value={chosen}
        // Disabled, it would lose the focus while the page follows.
        aria-disabled={isBusy}
        onChange={(value) => {
          if (!isBusy) onChoose(id, String(value));
        }}
      >
        {choices.map(({ value, label }) => (
          <SingleSelectOption key={value} value={value}>
            {label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Flex>
  );
}

const LONGEST = 120;

const quoted = (words: string): string =>
  `“${words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}”`;

const placeOf = (section: number | null): string =>
  section === null ? 'The whole page' : `Section ${section + 1}`;

/** The document's own words, and where they went. */
function Found({ section, found }: Pick<Guess, 'section' | 'found'>) {
  return (
    <div>
      <Typography variant="pi" textColor="neutral600">
        {placeOf(section)}
      </Typography>
      <Typography tag="p" fontWeight="bold">
        {quoted(found)}
      </Typography>
    </div>
  );
}
