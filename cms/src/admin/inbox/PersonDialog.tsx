import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { download } from '../download';
import { useFocusBack } from '../useFocusBack';

interface PersonalData {
  email: string;
  inquiries: unknown[];
  alerts: unknown[];
}

const messages = (count: number): string => `${count} ${count === 1 ? 'message' : 'messages'}`;
const alerts = (count: number): string =>
  `${count} ${count === 1 ? 'wish' : 'wishes'} to be told of workshops`;

/** What is kept about somebody, to be handed to them, or erased, as they ask. */
export function PersonDialog({ onClose }: { onClose: () => void }) {
  useFocusBack();
  const { post } = useFetchClient();
  const [email, setEmail] = useState('');
  const [found, setFound] = useState<PersonalData>();
  const [isSure, setIsSure] = useState(false);
  const [said, setSaid] = useState('');

  const ask = async <Answer,>(path: string, done: (answer: Answer) => void): Promise<void> => {
    try {
      done((await post<Answer>(`/inbox/personal-data${path}`, { email })).data);
    } catch (error) {
      const { message = 'That didn’t work. Please try again.' } = error as { message?: string };
      setSaid(message);
    }
  };
  const look = () =>
    ask<PersonalData>('', (data) => {
      setFound(data);
      setIsSure(false);
      setSaid(countIn(data) === 0 ? `Nothing is kept about ${data.email}.` : '');
    });
  const erase = () =>
    ask<{ erased: number; alerts: number }>('/erasure', ({ erased, alerts: ended }) => {
      setFound(undefined);
      setSaid(`Erased: ${messages(erased)} and ${alerts(ended)}, with everything about them.`);
    });

  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>Someone’s data</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              When someone asks what you keep about them, or wants it gone: look it up by their e-mail
              address.
            </Typography>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void look();
              }}
            >
              <Field.Root>
                <Field.Label>Their e-mail address</Field.Label>
                <Flex gap={2}>
                  <TextInput
                    type="email"
                    value={email}
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
                      setEmail(event.target.value);
                      setFound(undefined);
                    }}
                  />
                  <Button type="submit" size="L" disabled={email.trim() === ''}>
                    Look up
                  </Button>
                </Flex>
              </Field.Root>
            </form>
            {said && <Typography role="status">{said}</Typography>}
            {found && countIn(found) > 0 && (
              <>
                <Typography>
                  {`${messages(found.inquiries.length)}, with answers, notes and mails. ${alerts(found.alerts.length)}, with what was mailed.`}
                </Typography>
                <Flex gap={2} wrap="wrap">
                  <Button variant="secondary" onClick={() => keep(found)}>
                    Download it for them
                  </Button>
                  {!isSure && (
                    <Button variant="danger-light" onClick={() => setIsSure(true)}>
                      Erase it…
                    </Button>
                  )}
                </Flex>
                {isSure && (
                  <Flex direction="column" alignItems="flex-start" gap={2}>
                    <Typography role="alert">
                      This can’t be undone, and nobody can answer them any more.
                    </Typography>
                    <Button variant="danger" onClick={erase}>
                      Erase it for good
                    </Button>
                  </Flex>
                )}
              </>
            )}
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const countIn = ({ inquiries, alerts: asked }: PersonalData): number => inquiries.length + asked.length;

const keep = (data: PersonalData): void =>
  download('personal-data.json', JSON.stringify(data, null, 2), 'application/json');
