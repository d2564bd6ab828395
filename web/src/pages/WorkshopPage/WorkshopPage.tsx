import type { WorkshopDetail } from '@deep-dive/shared-types';
import { formatDate, formatTimeRange } from '@deep-dive/shared-types';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Calculator } from '../../calculator/Calculator';
import { LinkButton } from '../../components/LinkButton';
import { Paragraphs } from '../../components/Paragraphs';
import { ShareButton } from '../../components/ShareButton';
import { SiteLink } from '../../components/SiteLink';
import { useConfig } from '../../config';
import { useNow } from '../../hooks/useNow';
import { contactHref, safeHref } from '../../hrefs';
import { PartnerContactCard } from '../../partners/PartnerContactCard';
import { useCms } from '../../queries/cms';
import { workshopQuery } from '../../queries/workshops';
import { AboutKind } from '../../workshops/AboutKind';
import { CalendarMenu } from '../../workshops/CalendarMenu';
import { directionsUrl } from '../../workshops/directions';
import { KindMark } from '../../workshops/KindMark';
import { formatLabels, isOver, nearOf, placesLabel, timeZoneLabel } from '../../workshops/labels';
import { OtherWorkshops } from '../../workshops/OtherWorkshops';
import { wholePriceLabel } from '../../workshops/price';
import { TellMeLink } from '../../workshops/TellMeLink';
import { VisitorTime } from '../../workshops/VisitorTime';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';
import styles from './WorkshopPage.module.css';

/** The page that tells about scholarships, as the CMS is first filled. */
const SCHOLARSHIPS_PAGE = '/scholarships';

/** One workshop: when, where, for how much, and how to come. */
export function WorkshopPage({ slug }: { slug: string }) {
  const { data: workshop, dataUpdatedAt } = useSuspenseQuery(workshopQuery(useCms(), slug));
  const isPast = isOver(workshop, useNow(dataUpdatedAt));
  const isOff = isPast || workshop.status === 'cancelled';
  const { title, kind, format, status, timeZone, contact, price, hasScholarship, notes } = workshop;
  const places = !isOff && status === 'scheduled' ? placesLabel(workshop) : '';
  const standing = standingOf(workshop, isPast);
  const others = <OtherWorkshops workshop={workshop} isOff={isOff} />;
  return (
    <>
      <PageHead title={title} parent={{ href: '/workshops', label: 'All upcoming workshops' }} />
      <PageBody
        aside={
          <div id="contact">
            <PartnerContactCard
              partner={contact}
              title="Questions? Ask the partner"
              level={2}
              about={isOff ? {} : { purpose: 'workshop', workshop: slug, partner: undefined }}
            />
          </div>
        }
      >
        <div className={styles.parts}>
          {standing && <p className={`${styles.standing} ${isOff ? styles.off : ''}`}>{standing}</p>}
          {(isOff || status === 'full') && (
            <p>
              <TellMeLink about={{ near: nearOf(workshop), kind }} />
            </p>
          )}
          {isOff ? others : <Actions workshop={workshop} />}
          <dl className={styles.facts}>
            <Fact name="What">
              <p>
                <KindMark kind={kind} /> <span className={styles.format}>{formatLabels[format]}</span>
              </p>
              <AboutKind kind={kind} />
            </Fact>
            <Fact name="When">
              <Sessions workshop={workshop} />
              {/* Browsers may know a zone by a newer name than the server does. */}
              <p className={styles.hint} suppressHydrationWarning>
                {`${workshop.place ? 'Times are local to the venue' : 'Time zone'}: ${timeZoneLabel(timeZone)}`}
              </p>
            </Fact>
            <Fact name="Where">
              <Where workshop={workshop} isOff={isOff} />
            </Fact>
            <Fact name="Cost">
              <p>{wholePriceLabel(price)}</p>
              {contact.costNote && <Paragraphs text={contact.costNote} />}
              {!isOff && <Calculator title="What would it cost for your group?" workshop={slug} />}
              {hasScholarship && !isOff && (
                <p>
                  <strong>Scholarships are available.</strong>{' '}
                  <SiteLink href={SCHOLARSHIPS_PAGE}>See who can get one, and how</SiteLink>
                </p>
              )}
            </Fact>
            {places && <Fact name="Places">{places}</Fact>}
            {notes && (
              <Fact name="Good to know">
                <Paragraphs text={notes} />
              </Fact>
            )}
          </dl>
        </div>
      </PageBody>
      {!isOff && <div className={styles.after}>{others}</div>}
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

/** What a visitor must know before anything else. */
function standingOf({ status, visibility }: WorkshopDetail, isPast: boolean): string | null {
  if (status === 'cancelled')
    return 'This workshop has been cancelled. If you signed up, the Regional Partner can tell you more.';
  if (isPast) return 'This workshop is over.';
  if (status === 'full')
    return 'This workshop is full. Ask the Regional Partner whether a place may come free.';
  if (visibility === 'private')
    return 'This is a private workshop. Ask the Regional Partner whether you can join.';
  return null;
}

/** What one can do about a workshop that is still to come. */
function Actions({ workshop }: { workshop: WorkshopDetail }) {
  const { siteUrl } = useConfig();
  const { slug, title, status, visibility, registrationUrl } = workshop;
  const url = `${siteUrl}/workshops/${slug}`;
  const isPublic = visibility === 'public';
  const registration = isPublic && status === 'scheduled' ? safeHref(registrationUrl) : null;
  return (
    <div className={styles.actions}>
      {registration ? (
        <LinkButton href={registration} look="primary" counted={`register /workshops/${slug}`}>
          Register for this workshop
        </LinkButton>
      ) : (
        <LinkButton
          href={contactHref({ purpose: isPublic ? 'place' : 'private', workshop: slug })}
          look="primary"
        >
          {isPublic && status === 'scheduled' ? 'Ask the partner to register' : 'Ask the partner for a place'}
        </LinkButton>
      )}
      {status === 'full' && (
        <LinkButton href="#others" look="secondary">
          See other workshops
        </LinkButton>
      )}
      {isPublic && (
        <>
          <CalendarMenu workshop={workshop} url={url} />
          <ShareButton title={title} url={url} />
        </>
      )}
    </div>
  );
}

function Sessions({ workshop }: { workshop: WorkshopDetail }) {
  const { sessions, timeZone } = workshop;
  return (
    <ul className={styles.sessions}>
      {sessions.map((session) => (
        <li key={session.startsAt}>
          <strong>{formatDate(session.startsAt, timeZone)}</strong>
          <br />
          {formatTimeRange(session, timeZone)}
          <VisitorTime workshop={{ ...workshop, sessions: [session] }} />
        </li>
      ))}
    </ul>
  );
}

function Where({ workshop, isOff }: { workshop: WorkshopDetail; isOff: boolean }) {
  const { slug, place, street, directions, format } = workshop;
  if (!place) return <p>Online. The partner sends you the link.</p>;
  const directionsHref = isOff ? null : directionsUrl(workshop);
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
      {directionsHref && (
        <p className={styles.directions}>
          <SiteLink href={directionsHref}>Get directions</SiteLink>
        </p>
      )}
      {directions && <Paragraphs text={directions} />}
      {format === 'hybrid' && <p>You can also take part online. Ask the partner for the link.</p>}
      {place.latitude !== null && (
        <img
          className={styles.map}
          src={`/workshops/${slug}.svg`}
          width="480"
          height="300"
          alt={`Map with ${place.city}, ${place.state} marked.`}
        />
      )}
    </>
  );
}
