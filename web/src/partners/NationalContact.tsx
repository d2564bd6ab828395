import type { Site } from '@deep-dive/shared-types';
import { SiteLink } from '../components/SiteLink';
import { type ContactAbout, contactHref } from '../hrefs';
import { useSite } from '../queries/site';
import { ContactLinks } from './PartnerContactCard';

/** Whom to ask where no Regional Partner can be named: by a message, and directly where Site names somebody. */
export function NationalContact({ about }: { about?: ContactAbout }) {
  const { nationalContact: contact } = useSite().site;
  return (
    <div>
      {contact && <ContactDetails contact={contact} />}
      <p>
        <SiteLink href={contactHref({ purpose: 'other', ...about })}>
          {contact ? 'Send them a message' : 'Send us a message'}
        </SiteLink>
      </p>
    </div>
  );
}

/** The organisation's own people, and how to reach them directly. */
export function ContactDetails({ contact }: { contact: NonNullable<Site['nationalContact']> }) {
  return (
    <>
      <p>
        Someone to ask: <strong>{contact.name ?? 'our national team'}</strong>
      </p>
      <ContactLinks contact={contact} />
    </>
  );
}
