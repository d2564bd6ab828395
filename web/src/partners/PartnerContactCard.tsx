import type { PartnerContact } from '@deep-dive/shared-types';
import { Heading, type HeadingLevel } from '../components/Heading';
import { LinkButton } from '../components/LinkButton';
import { SiteLink } from '../components/SiteLink';
import { type ContactAbout, contactHref, safeHref, telephoneHref } from '../hrefs';
import styles from './PartnerContactCard.module.css';

interface PartnerContactCardProps {
  partner: Omit<PartnerContact, 'costNote'>;
  /** What the card is headed: a question it answers, or who it is about. */
  title: string;
  level: HeadingLevel;
  /** Leave out on the partner's own page. */
  hasPageLink?: boolean;
  /** What a message to them is about, as far as it is known. Null leaves the message out. */
  about?: ContactAbout | null;
}

/** Who to reach at a Regional Partner, and how. */
export function PartnerContactCard({
  partner,
  title,
  level,
  hasPageLink = true,
  about = {},
}: PartnerContactCardProps) {
  return (
    <div className={styles.card}>
      <Heading level={level} className={styles.title}>
        {title}
      </Heading>
      {hasPageLink && (
        <p className={styles.name}>
          <SiteLink href={`/partners/${partner.slug}`}>{partner.name}</SiteLink>
        </p>
      )}
      {partner.contactName && <p>{partner.contactName}</p>}
      <ContactLinks contact={partner} />
      {about && (
        <p className={styles.ask}>
          <LinkButton href={contactHref({ partner: partner.slug, ...about })} look="secondary">
            Send them a message
          </LinkButton>
        </p>
      )}
    </div>
  );
}

type Contact = Pick<PartnerContact, 'email' | 'phone'> & { website?: string | null; slug?: string };

/** E-mail, telephone and website, those there are. */
export function ContactLinks({ contact: { email, phone, website, slug } }: { contact: Contact }) {
  const site = safeHref(website);
  const dialled = phone && telephoneHref(phone);
  if (!email && !phone && !site) return null;
  return (
    <ul className={styles.links} data-count={`contact ${slug ? `/partners/${slug}` : '/contact'}`}>
      {email && (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {phone && <li>{dialled ? <a href={dialled}>{phone}</a> : phone}</li>}
      {site && (
        <li>
          <SiteLink href={site}>{site.replace(/^https?:\/\/(www\.)?|\/$/g, '')}</SiteLink>
        </li>
      )}
    </ul>
  );
}
