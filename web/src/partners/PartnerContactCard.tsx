import type { PartnerContact } from '@deep-dive/shared-types';
import type { ReactNode } from 'react';
import { Heading, type HeadingLevel } from '../components/Heading';
import { SiteLink } from '../components/SiteLink';
import { safeHref, telephoneHref } from '../hrefs';
import styles from './PartnerContactCard.module.css';

interface PartnerContactCardProps {
  partner: Omit<PartnerContact, 'costNote'>;
  /** What the card is headed: a question it answers, or who it is about. */
  title: string;
  level: HeadingLevel;
  /** Leave out on the partner's own page. */
  hasPageLink?: boolean;
  /** More ways to reach them. */
  children?: ReactNode;
}

/** Who to reach at a Regional Partner, and how. */
export function PartnerContactCard({
  partner,
  title,
  level,
  hasPageLink = true,
  children,
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
      {children}
    </div>
  );
}

type Contact = Pick<PartnerContact, 'email' | 'phone'> & { website?: string | null };

/** E-mail, telephone and website, those there are. */
export function ContactLinks({ contact: { email, phone, website } }: { contact: Contact }) {
  const site = safeHref(website);
  const dialled = phone && telephoneHref(phone);
  if (!email && !phone && !site) return null;
  return (
    <ul className={styles.links}>
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
