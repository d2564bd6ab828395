import { useSite } from '../queries/site';
import { ContactLinks } from './PartnerContactCard';

/** Whom to ask where no Regional Partner can be named. Nothing is shown while Site names nobody. */
export function NationalContact() {
  const { nationalContact: contact } = useSite().site;
  if (!contact) return null;
  return (
    <div>
      <p>
        Someone to ask: <strong>{contact.name ?? 'our national team'}</strong>
      </p>
      <ContactLinks contact={contact} />
    </div>
  );
}
