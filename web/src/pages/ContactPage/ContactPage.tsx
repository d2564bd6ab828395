import {
  type FieldProblem,
  formatWhen,
  type InquiryAddressee,
  type PartnerContact,
  type WorkshopDetail,
} from '@deep-dive/shared-types';
import { SiteLink } from '../../components/SiteLink';
import { InquiryForm } from '../../inquiry/InquiryForm';
import { Alert, ProblemSummary } from '../../inquiry/ProblemSummary';
import type { TypedInquiry } from '../../inquiry/typed';
import { addresseeWords, waitWords } from '../../inquiry/words';
import { ContactDetails } from '../../partners/NationalContact';
import { PartnerContactCard } from '../../partners/PartnerContactCard';
import { useSite } from '../../queries/site';
import { placeLabel } from '../../workshops/labels';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';

/** Why a form comes back that has nothing wrong in it. */
export type Hindrance =
  /** What the link led to can't be written about any more. */
  | { why: 'gone' }
  /** It came as programs send it: too quickly, or with what no person sees filled in. */
  | { why: 'again' }
  /** Too much was sent, in all or by somebody: in how many seconds there may be more. */
  | { why: 'busy'; seconds: number }
  /** The CMS can't take it just now. */
  | { why: 'unavailable' };

export interface ContactPageProps {
  typed: TypedInquiry;
  problems: FieldProblem[];
  hindrance: Hindrance | null;
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
        <div className="inquiry">
          {problems.length > 0 && <ProblemSummary problems={problems} />}
          {hindrance && <Hindered hindrance={hindrance} to={partner} />}
          {workshop && (
            <p className="inquiry-about">
              <SiteLink href={`/workshops/${workshop.slug}`}>{workshop.title}</SiteLink>
              <span>{`${formatWhen(workshop)} · ${placeLabel(workshop)}`}</span>
            </p>
          )}
          {isWorkshopGone && (
            <p className="inquiry-note">
              The workshop you came from can’t be found any more. You can still ask:{' '}
              <SiteLink href="/workshops">or look for another</SiteLink>.
            </p>
          )}
          {stamp === null ? (
            <p className="inquiry-note">Messages can’t be sent from here right now. Please write directly.</p>
          ) : (
            <>
              <p>
                {to
                  ? `Your message goes to ${addresseeWords(to)}.`
                  : 'Your message goes to your Regional Partner: we find out who that is from your ZIP code.'}
              </p>
              <InquiryForm typed={typed} problems={problems} stamp={stamp} />
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

function Hindered({ hindrance, to }: { hindrance: Hindrance; to: PartnerContact | null }) {
  const { nationalContact } = useSite().site;
  const isSomeoneThere = !!(to ?? nationalContact);
  const directly = isSomeoneThere && ' If it can’t wait, write directly: the address is on this page.';
  switch (hindrance.why) {
    case 'gone':
      return (
        <Alert title="Please look again, and send it once more">
          <p>
            Nothing was sent yet: what you wrote about has changed meanwhile. All that you typed is still
            there.
          </p>
        </Alert>
      );
    case 'again':
      return (
        <Alert title="Please send it once more">
          <p>
            We take care that people write here and not programs, and couldn’t tell this time. All that you
            typed is still there.{directly}
          </p>
        </Alert>
      );
    case 'busy':
      return (
        <Alert title="A great deal was sent just now">
          <p>
            Please send it again in {waitWords(hindrance.seconds)}. All that you typed is still there.
            {directly}
          </p>
        </Alert>
      );
    case 'unavailable':
      return (
        <Alert title="We couldn’t take your message just now">
          <p>
            It is our fault. All that you typed is still there: please send it again in a minute. It arrives
            only once.{directly}
          </p>
        </Alert>
      );
  }
}

/** The address for those who would rather write, or can't send the form. */
function Direct({ partner }: { partner: PartnerContact | null }) {
  const { nationalContact } = useSite().site;
  if (partner)
    return <PartnerContactCard partner={partner} title="Rather write or call?" level={2} about={null} />;
  if (!nationalContact) return null;
  return (
    <section className="inquiry-direct">
      <h2>Rather write or call?</h2>
      <ContactDetails contact={nationalContact} />
    </section>
  );
}
