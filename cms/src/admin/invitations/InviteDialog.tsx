import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { INVITATION_DAYS, type Invitation, type PartnerPeople } from '../../rules/invitations';
import { useFocusBack } from '../useFocusBack';

interface InviteDialogProps {
  partner: string;
  onInvited: (people: PartnerPeople, email: string) => void;
  onClose: () => void;
}

/** Why it was refused: at each field, or as a whole. */
interface Refusal {
  message: string;
  errors: { path: string[]; message: string }[];
}

const FIELDS: [name: keyof Invitation, label: string, type: string][] = [
  ['firstname', 'First name', 'text'],
  ['lastname', 'Last name', 'text'],
  ['email', 'E-mail', 'email'],
];

/** Invites somebody to act for a Regional Partner. */
export function InviteDialog({ partner, onInvited, onClose }: InviteDialogProps) {
  useFocusBack();
  const { post } = useFetchClient();
  const [values, setValues] = useState<Invitation>({ firstname: '', lastname: '', email: '' });
  const [refusal, setRefusal] = useState<Refusal>();
  const [isSending, setIsSending] = useState(false);
  const problemOf = (field: string): string | undefined =>
    refusal?.errors.find(({ path }) => path[0] === field)?.message;
  const send = async (): Promise<void> => {
    setIsSending(true);
    setRefusal(undefined);
    try {
      onInvited((await post<PartnerPeople>(`/invitations/${partner}`, values)).data, values.email);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setIsSending(false);
  };
  const ofTheWhole = refusal?.errors.length === 0 && refusal.message;

  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>Invite somebody</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              {`They get a mail with a link that works for ${INVITATION_DAYS} days. With it they choose a password, and act for this Regional Partner alone.`}
            </Typography>
            {ofTheWhole && <Typography textColor="danger600">{ofTheWhole}</Typography>}
            {FIELDS.map(([name, label, type]) => (
              <Field.Root key={name} name={name} required error={problemOf(name)}>
                <Field.Label>{label}</Field.Label>
                <TextInput
                  type={type}
                  value={values[name]}
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                    setValues({ ...values, [name]: event.target.value })
                  }
                />
                <Field.Error />
              </Field.Root>
            ))}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={send} loading={isSending}>
            Send the invitation
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function refusalOf(error: unknown): Refusal {
  if (!isFetchError(error)) return { message: 'That didn’t work. Please try again.', errors: [] };
  const { errors = [] } = (error.response?.data.error?.details ?? {}) as Partial<Refusal>;
  return { message: error.message, errors };
}
