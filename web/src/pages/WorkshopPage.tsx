import type { WorkshopDetail } from '@deep-dive/shared-types';
import { formatDate, formatTimeRange } from '@deep-dive/shared-types';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCms } from '../cms';
import { feeLabel } from '../components/fee';
import { LinkButton } from '../components/LinkButton';
import { safeHref } from '../components/links';
import { Paragraphs } from '../components/Paragraphs';
import { PartnerContactCard } from '../components/PartnerContactCard';
import { useNow } from '../components/useNow';
import { KindMark } from '../finder/KindMark';
import { workshopQuery } from '../queries/workshops';
import { formatLabels, isOver, seatsLabel, timeZoneLabel } from '../workshops/labels';
import { PageBody } from './PageBody';
import { PageHead } from './PageHead';
import styles from './WorkshopPage.module.css';

/** One workshop: when, where, for how much, and how to come. */
export function WorkshopPage({ slug }: { slug: string }) {
  const { data: workshop, dataUpdatedAt } = useSuspenseQuery(workshopQuery(useCms(), slug));
  const isPast = isOver(workshop, useNow(dataUpdatedAt));
  const { title, kind, format, status, sessions, timeZone, contact, fee, notes } = workshop;
  const seats = status === 'scheduled' ? seatsLabel(workshop) : '';
  return (
    <>
      <PageHead title={title} parent={{ href: '/workshops', label: 'All upcoming workshops' }} />
      <PageBody
        aside={
          <>
            <Registration workshop={workshop} isPast={isPast} />
            <PartnerContactCard partner={contact} title="Questions? Ask the partner" level={2} />
          </>
        }
      >
        <Standing workshop={workshop} isPast={isPast} />
        <dl className={styles.facts}>
          <Fact name="What">
            <KindMark kind={kind} /> <span className={styles.format}>{formatLabels[format]}</span>
          </Fact>
          <Fact name="When">
            <ul className={styles.sessions}>
              {sessions.map((session) => (
                <li key={session.startsAt}>
                  <strong>{formatDate(session.startsAt, timeZone)}</strong>
                  <br />
                  {formatTimeRange(session, timeZone)}
                </li>
              ))}
            </ul>
            {/* Browsers may know a zone by a newer name than the server does. */}
            <p className={styles.hint} suppressHydrationWarning>
              {`${workshop.place ? 'Times are local to the venue' : 'Time zone'}: ${timeZoneLabel(timeZone)}`}
            </p>
          </Fact>
          <Fact name="Where">
            <Where workshop={workshop} />
          </Fact>
          <Fact name="Cost">
            <p>{feeLabel(fee)}</p>
            {contact.costNote && <Paragraphs text={contact.costNote} />}
          </Fact>
          {seats && <Fact name="Seats">{seats}</Fact>}
          {notes && (
            <Fact name="Good to know">
              <Paragraphs text={notes} />
            </Fact>
          )}
        </dl>
      </PageBody>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Where({ workshop: { place, street, directions, format } }: { workshop: WorkshopDetail }) {
  if (!place) return <p>Online. The partner sends you the link.</p>;
  return (
    <>
      <address className={styles.address}>
        {place.venue && (
          <>
            <strong>{place.venue}</strong>
            <br />
          </>
        )}
        {street && (
          <>
            {street}
            <br />
          </>
        )}
        {place.city}, {place.state} {place.zip}
      </address>
      {format === 'hybrid' && <p>You can also take part online. Ask the partner for the link.</p>}
      {directions && <Paragraphs text={directions} />}
    </>
  );
}

/** What a visitor must know before anything else. */
function Standing({ workshop: { status }, isPast }: { workshop: WorkshopDetail; isPast: boolean }) {
  const text = standingOf(status, isPast);
  return text && <p className={styles.standing}>{text}</p>;
}

function standingOf(status: WorkshopDetail['status'], isPast: boolean): string | null {
  if (status === 'cancelled')
    return 'This workshop has been cancelled. The partner can tell you about the next one.';
  if (isPast) return 'This workshop is over. The partner can tell you about the next one.';
  if (status === 'full')
    return 'This workshop is full. Ask the partner whether a seat may come free, or about the next one.';
  return null;
}

function Registration({ workshop, isPast }: { workshop: WorkshopDetail; isPast: boolean }) {
  if (isPast || workshop.status !== 'scheduled') return null;
  const href = safeHref(workshop.registrationUrl);
  return (
    <div className={styles.register}>
      <h2>Save your seat</h2>
      {href ? (
        <p>
          <LinkButton href={href} look="primary">
            Register for this workshop
          </LinkButton>
        </p>
      ) : (
        <p>Get in touch with the partner to register.</p>
      )}
    </div>
  );
}
