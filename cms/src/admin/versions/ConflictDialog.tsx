import { Box, Button, Field, Flex, Modal, Radio, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Meanwhile } from '../../rules/versions/history';
import { ChangeList } from './ChangeList';
import type { Touching } from './merge';
import { momentInWords, textOf } from './words';

/** A field that both changed, with its place in the form: Section 2 (Opening), “Heading”. */
export type PlacedTouching = Touching & { place: string };

interface ConflictDialogProps {
  isOpen: boolean;
  meanwhile: Meanwhile[];
  touching: PlacedTouching[];
  onClose: () => void;
  /** Called with the fields that are to be as the others wrote them. */
  onSettle: (theirs: Touching[]) => void;
}

/** Says what others changed while one was writing, and asks what is to be where both changed the same field. */
export function ConflictDialog({ isOpen, meanwhile, touching, onClose, onSettle }: ConflictDialogProps) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (path: string, takeTheirs: boolean): void => {
    const chosen = new Set(theirs);
    if (takeTheirs) chosen.add(path);
    else chosen.delete(path);
    setTheirs(chosen);
  };
  return (
    <Modal.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>Somebody else changed this while you were writing</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {meanwhile.map(({ name, at, changes }) => (
              <Flex key={at} direction="column" alignItems="stretch" gap={2}>
                <Typography fontWeight="bold">
                  {name}, {momentInWords(at)}
                </Typography>
                <ChangeList changes={changes} />
              </Flex>
            ))}
            <Typography>
              {touching.length > 0
                ? 'What only they changed is in your form now, beside what you wrote. Both of you changed what follows: choose what is to be there. Nothing is saved until you press Save.'
                : 'All of that is in your form now, with what you wrote: you changed different fields. Nothing is saved until you press Save.'}
            </Typography>
            {touching.map((each) => (
              <Choice
                key={each.path}
                touching={each}
                isTheirs={theirs.has(each.path)}
                onChoose={(takeTheirs) => choose(each.path, takeTheirs)}
              />
            ))}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            Not yet
          </Button>
          <Button onClick={() => onSettle(touching.filter(({ path }) => theirs.has(path)))}>Go on</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

interface ChoiceProps {
  touching: PlacedTouching;
  isTheirs: boolean;
  onChoose: (takeTheirs: boolean) => void;
}

function Choice({ touching: { place, mine, theirs }, isTheirs, onChoose }: ChoiceProps) {
  return (
    <Box padding={3} background="neutral100" hasRadius>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography fontWeight="bold">{place}</Typography>
        <Radio.Group
          aria-label={place}
          value={isTheirs ? 'theirs' : 'mine'}
          onValueChange={(value: string) => onChoose(value === 'theirs')}
        >
          <Radio.Item value="mine">Keep mine</Radio.Item>
          <Radio.Item value="theirs">
            {theirs === undefined ? 'Remove it, as they did' : 'Take theirs'}
          </Radio.Item>
        </Radio.Group>
        <Field.Root name={`mine ${place}`}>
          <Field.Label>Mine, to copy from</Field.Label>
          <Textarea readOnly value={textOf(mine)} />
        </Field.Root>
        {theirs !== undefined && (
          <Field.Root name={`theirs ${place}`}>
            <Field.Label>Theirs</Field.Label>
            <Textarea readOnly value={textOf(theirs)} />
          </Field.Root>
        )}
      </Flex>
    </Box>
  );
}
