import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { type BlankTask, withTasks } from '../../rules/blank-tasks';
import type { Blank, PlacedSentence, ToFill } from '../../rules/to-fill';
import { FIGURE } from '../../schema/uids';
import { FieldButton } from '../preview/FieldButton';
import { useAnswer } from '../useAnswer';
import { BlankItem } from './BlankItem';

interface StillToFillProps {
  toFill: ToFill;
  /** Whether the panel says already what keeps the entry from being published. */
  isChanged: boolean;
}

/** Beside a form: the blanks that the home page lists of it as well, and how sentences read that quote figures. */
export function StillToFill({ toFill, isChanged }: StillToFillProps) {
  const [times, setTimes] = useState(0);
  const tasks = useAnswer<BlankTask[]>('/blanks/tasks', String(times));
  const blanks = toFill.blanks.filter(({ refused }) => !isChanged || !refused);
  const { listed } = withTasks(blanks, Array.isArray(tasks) ? tasks : []);
  return (
    <>
      {listed.length > 0 && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography tag="h3" fontWeight="bold" textColor="neutral800">
            {isChanged ? 'Still to fill, sooner or later' : 'Still to fill'}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {listed.map((blank) => (
              <BlankItem
                key={`${blank.link} ${blank.key}`}
                blank={blank}
                onNoted={blank.documentId ? () => setTimes((before) => before + 1) : undefined}
              >
                <FieldButton {...target(blank)}>{blank.message}</FieldButton>
              </BlankItem>
            ))}
          </Flex>
        </Flex>
      )}
      {listed.length === 0 && !isChanged && (
        <Typography textColor="neutral800">Nothing is left to fill.</Typography>
      )}
      {toFill.sentences.length > 0 && <Sentences sentences={toFill.sentences} />}
    </>
  );
}

/** A figure's field is in another form. */
const target = ({ uid, link }: Blank): { link: string; isHere: boolean } => ({
  link,
  isHere: uid !== FIGURE,
});

/** How each sentence reads with its figures' numbers, and without. */
function Sentences({ sentences }: { sentences: PlacedSentence[] }) {
  const [isOpen, setOpen] = useState(false);
  const label =
    sentences.length === 1
      ? 'How the sentence with a figure reads'
      : `How ${sentences.length} sentences with figures read`;
  return (
    <Box>
      <TextButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </TextButton>
      {isOpen && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4} paddingTop={3}>
          {sentences.map((sentence, index) => (
            <Flex tag="li" key={index} direction="column" alignItems="stretch" gap={1}>
              <Reading name="With the number" text={sentence.with} isNow={sentence.now === sentence.with} />
              <Reading name="Without it" text={sentence.without} isNow={sentence.now === sentence.without} />
              {sentence.now !== sentence.with && sentence.now !== sentence.without && (
                <Reading name="Now" text={sentence.now} isNow={false} />
              )}
            </Flex>
          ))}
        </Flex>
      )}
    </Box>
  );
}

function Reading({ name, text, isNow }: { name: string; text: string; isNow: boolean }) {
  return (
    <Typography variant="pi" textColor="neutral800">
      <strong>{`${name}${isNow ? ' (now)' : ''}: `}</strong>
      {text}
    </Typography>
  );
}
