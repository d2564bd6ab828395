import {
  type FieldProblem,
  formatWhen,
  type InquiryAddressee,
  type PartnerContact,
  type WorkshopDetail,
} from '@deep-dive/shared-types';
import { SiteLink } from '../../components/SiteLink';
import { Hindered, type Hindrance } from '../../forms/Hindered';
import { PrivacyNote } from '../../forms/PrivacyNote';
import { FormAlert, ProblemSummary } from '../../forms/ProblemSummary';
import { INQUIRY_ORDER, InquiryForm } from '../../inquiry/InquiryForm';
import type { TypedInquiry } from '../../inquiry/typed';
import { addresseeWords } from '../../inquiry/words';
import { ContactDetails } from '../../partners/NationalContact';
import { PartnerContactCard } from '../../partners/PartnerContactCard';
import { useSite } from '../../queries/site';
import { placeLabel } from '../../workshops/labels';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';

/** Why a message comes back that has nothing wrong in it. */
export type ContactHindrance =
  | Hindrance
  /** What the link led to can't be written about any more. */
  | { why: 'gone' };

export interface ContactPageProps {
  typed: TypedInquiry;
  problems: FieldProblem[];
  hindrance: ContactHindrance | null;
  /** Null where nothing can be sent, since the site and the CMS share no secret. */
  stamp: string | null;
  /** The one it is about. */
  workshop: WorkshopDetail | null;
  /** The link named one that visitors can't see. */
  isWorkshopGone: boolean;
  /** Null as long as nobody can say. */
  to: InquiryAddressee | null;
  /** Whom one could write to instead; null leaves the organisation's own people. */
  partner: PartnerContact | null;
}

/** Whom a message reaches and the form to write it, with all that was typed before. */
export function ContactPage(props: ContactPageProps) {
  const { typed, problems, hindrance, stamp, workshop, isWorkshopGone, to, partner } = props;
  const direct = <Direct partner={partner} />;
  return (
    <>
      <PageHead title={titleOf(props)} />
      <PageBody aside={direct}>
        <div className="intake">
          {problems.length > 0 && <ProblemSummary problems={problems} order={INQUIRY_ORDER} />}
          {hindrance && <HinderedMessage hindrance={hindrance} to={partner} />}
          {workshop && (
            <p className="intake-about">
              <SiteLink href={`/workshops/${workshop.slug}`}>{workshop.title}</SiteLink>
              <span>{`${formatWhen(workshop)} · ${placeLabel(workshop)}`}</span>
            </p>
          )}
          {isWorkshopGone && (
            <p className="intake-note">
              The workshop you came from can’t be found any more. You can still ask:{' '}
              <SiteLink href="/workshops">or look for another</SiteLink>.
            </p>
          )}
          {stamp === null ? (
            <p className="intake-note">Messages can’t be sent from here right now. Please write directly.</p>
          ) : (
            <>
              <p>
                {to
                  ? `Your message goes to ${addresseeWords(to)}.`
                  : 'Your message goes to your Regional Partner: we find out who that is from your ZIP code.'}
              </p>
              <InquiryForm typed={typed} problems={problems} stamp={stamp} />
              <PrivacyNote />
            </>
          )}
        </div>
      </PageBody>
    </>
  );
}

export function titleOf({ typed, to }: Pick<ContactPageProps, 'typed' | 'to'>): string {
  if (typed.purpose === 'place') return 'Ask for a place';
  return to ? `Write to ${to.name}` : 'Write to us';
}

function HinderedMessage({ hindrance, to }: { hindrance: ContactHindrance; to: PartnerContact | null }) {
  const { nationalContact } = useSite().site;
  if (hindrance.why === 'gone')
    return (
      <FormAlert title="Please look again, and send it once more">
        <p>
          Nothing was sent yet: what you wrote about has changed meanwhile. All that you typed is still there.
        </p>
      </FormAlert>
    );
  return (
    <Hindered hindrance={hindrance} what="take your message">
      {hindrance.why === 'unavailable' && ' It arrives only once.'}
      {(to ?? nationalContact) && ' If it can’t wait, write directly: the address is on this page.'}
    </Hindered>
  );
}

/** The address for those who would rather write, or can't send the form. */
function Direct({ partner }: { partner: PartnerContact | null }) {
  const { nationalContact } = useSite().site;
  if (partner)
    return <PartnerContactCard partner={partner} title="Rather write or call?" level={2} about={null} />;
  if (!nationalContact) return null;
  return (
    <section className="intake-direct">
      <h2>Rather write or call?</h2>
      <ContactDetails contact={nationalContact} />
    </section>
  );
}
