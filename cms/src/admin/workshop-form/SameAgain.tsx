import { Flex, VisuallyHidden } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import { type Repeat, repeated } from '../../rules/session-repeats';
import type { Entry } from '../../schema/model';
import { entryTitle } from '../forms/entries';
import { LineButton } from '../LineButton';
import { openField } from '../preview/open-field';

/** What the list of sessions hands to what stands below its entries. */
interface SameAgainProps {
  /** The path of the list in the form ("sessions"). */
  name: string;
  value: Entry[];
  max: number;
  disabled?: boolean;
}

const LABELS: Record<Repeat, string> = {
  'next day': 'Same again next day',
  'next week': 'Same again next week',
  'another day': 'Same hours, another day…',
};

/** Below a workshop's sessions: adds one like the last. */
export function SameAgain({ name, value, max, disabled }: SameAgainProps) {
  const addFieldRow = useForm('SameAgain', (form) => form.addFieldRow);
  const [said, setSaid] = useState('');
  const last = value.at(-1);
  if (disabled || !last || value.length >= max) return null;
  const offered = (Object.keys(LABELS) as Repeat[]).flatMap((repeat) => {
    const session = repeated(last, repeat);
    return session ? [{ repeat, session }] : [];
  });
  if (offered.length === 0) return null;
  const add = ({ repeat, session }: (typeof offered)[number]): void => {
    addFieldRow(name, session);
    if (repeat === 'another day') openField([name, value.length, 'date']);
    else setSaid(`Added: ${entryTitle('elements.session', session)}`);
  };
  return (
    <Flex wrap="wrap" gap={4} paddingLeft={6} paddingRight={6} paddingTop={3} paddingBottom={3}>
      {offered.map((each) => (
        <LineButton key={each.repeat} onClick={() => add(each)}>
          {LABELS[each.repeat]}
        </LineButton>
      ))}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Flex>
  );
}
