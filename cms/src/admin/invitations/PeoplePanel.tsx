import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { PartnerPeople, PartnerPerson } from '../../rules/invitations';
import { PARTNER } from '../../schema/uids';
import { useAnswer } from '../useAnswer';
import { InviteDialog } from './InviteDialog';

/** Beside a Regional Partner's form, for Super Admins: who acts for it, and the way to invite somebody. */
export const PeoplePanel: PanelComponent = ({ model, documentId }) => {
  const roles = useAuth('PeoplePanel', ({ user }) => user?.roles);
  if (model !== PARTNER || !documentId) return null;
  if (!roles?.some(({ code }) => code === 'strapi-super-admin')) return null;
  return { title: 'People', content: <People partner={documentId} /> };
};

const STATES: Record<PartnerPerson['state'], string> = {
  active: '',
  closed: 'account closed',
  invited: 'invited, not here yet',
  expired: 'the invitation has ended',
};

function People({ partner }: { partner: string }) {
  const { post } = useFetchClient();
  const first = useAnswer<PartnerPeople>(`/invitations/${partner}`);
  const [changed, setChanged] = useState<PartnerPeople>();
  const [isInviting, setIsInviting] = useState(false);
  const [said, setSaid] = useState('');
  const answer = changed ?? first;
  if (!answer) return null;
  if (answer === 'failed') return <Typography>Who acts for it could not be read just now.</Typography>;
  const again = async ({ id, name }: PartnerPerson): Promise<void> => {
    try {
      setChanged((await post<PartnerPeople>(`/invitations/${partner}/${id}`)).data);
      setSaid(`${name} is invited again.`);
    } catch (error) {
      setSaid((error as { message?: string }).message ?? 'That didn’t work. Please try again.');
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {answer.people.length === 0 && <Typography>Nobody acts for it yet.</Typography>}
      {answer.people.map((person) => (
        <Flex key={person.id} direction="column" alignItems="flex-start">
          <Typography>{person.name}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {[person.email, STATES[person.state]].filter(Boolean).join(', ')}
          </Typography>
          {(person.state === 'invited' || person.state === 'expired') && (
            <Button variant="ghost" size="S" onClick={() => again(person)}>
              Invite again
            </Button>
          )}
        </Flex>
      ))}
      {said && <Typography role="status">{said}</Typography>}
      <Button variant="secondary" onClick={() => setIsInviting(true)}>
        Invite somebody…
      </Button>
      {isInviting && (
        <InviteDialog
          partner={partner}
          onInvited={(people, email) => {
            setChanged(people);
            setSaid(`The invitation to ${email} is on its way.`);
            setIsInviting(false);
          }}
          onClose={() => setIsInviting(false)}
        />
      )}
    </Flex>
  );
}
