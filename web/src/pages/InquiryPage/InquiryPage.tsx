import { formatDate, formatMoment, INQUIRY_LIMITS, type InquiryStatus } from '@deep-dive/shared-types';
import { SiteLink } from '../../components/SiteLink';
import { Field, fieldId } from '../../forms/Field';
import { Hindered, type Hindrance } from '../../forms/Hindered';
import { FormAlert } from '../../forms/ProblemSummary';
import { contactHref, INQUIRIES_PATH } from '../../hrefs';
import { addresseeWords, purposeWords } from '../../inquiry/words';
import { NationalContact } from '../../partners/NationalContact';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';

/** Nobody's own clock is known here; this zone is in the middle of the country, and is named. */
const ZONE = 'America/Chicago';
/** The last step that each state has come to; one that was taken back has come to none. */
const STEPS = ['sent', 'read', 'answered', 'closed'] as const;

/** Why something that its sender asked for was not done. */
export type InquiryHindrance = Hindrance | { why: 'problem'; message: string };

type InquiryWorkshop = NonNullable<InquiryStatus['workshop']>;

export type InquiryPageProps =
  /** It is none, or has ended. */
  | { found: false }
  | {
      found: true;
      /** As in its link: what its sender alone knows. */
      token: string;
      status: InquiryStatus;
      /** What has just been done. */
      done: 'sent' | 'added' | null;
      /** A line that could not be added, as it was typed. */
      typed: string;
      hindrance: InquiryHindrance | null;
    };

/** How an inquiry fares, for whoever has the link to it, and what they can still do. */
export function InquiryPage(props: InquiryPageProps) {
  if (!props.found) return <NoInquiry />;
  const { token, status, done, typed, hindrance } = props;
  const { state, to, purpose, workshop, accepted, until, lines } = status;
  const lastDay = formatDate(new Date(until).toISOString(), ZONE);
  // Whoever was given a place can give it back for as long as this page lasts.
  const isOpen = state !== 'withdrawn' && (state !== 'closed' || accepted);
  return (
    <>
      <PageHead title={inquiryTitle(props)} />
      <PageBody>
        <div className="intake">
          {hindrance?.why === 'problem' && (
            <FormAlert title="Please check what is marked below">
              <p>
                <a href={`#${fieldId('text')}`}>{hindrance.message}</a>
              </p>
            </FormAlert>
          )}
          {hindrance && hindrance.why !== 'problem' && <Hindered hindrance={hindrance} />}
          {done === 'sent' && <WhatHappensNext to={addresseeWords(to)} lastDay={lastDay} />}
          {done === 'added' && <p className="intake-note">Your line was added.</p>}
          <section>
            <h2>How it stands</h2>
            {accepted && workshop && <Accepted workshop={workshop} to={to.name} />}
            <Standing status={status} />
            <dl className="intake-facts">
              <div>
                <dt>About</dt>
                <dd>
                  {purposeWords[purpose]}
                  {workshop && (
                    <>
                      {': '}
                      {workshop.path ? (
                        <SiteLink href={workshop.path}>{workshop.title}</SiteLink>
                      ) : (
                        workshop.title
                      )}
                    </>
                  )}
                </dd>
              </div>
              <div>
                <dt>To</dt>
                <dd>{to.name}</dd>
              </div>
              <div>
                <dt>This page</dt>
                <dd>works until {lastDay}. Only who has its address can see it.</dd>
              </div>
            </dl>
          </section>
          {lines.length > 0 && (
            <section>
              <h2>What was written</h2>
              <ol className="intake-lines">
                {lines.map(({ from, at, text }) => (
                  <li key={`${at} ${from}`} className={from === 'sender' ? undefined : 'intake-theirs'}>
                    <p className="intake-hint">
                      <strong>{from === 'sender' ? 'You' : to.name}</strong>
                      {`, ${formatMoment(new Date(at).toISOString(), ZONE)}`}
                    </p>
                    <p className="keeps-lines">{text}</p>
                  </li>
                ))}
              </ol>
            </section>
          )}
          {isOpen ? (
            <Actions token={token} typed={typed} hindrance={hindrance} isAccepted={accepted} />
          ) : (
            <p>
              <SiteLink href={contactHref({})}>Write another message</SiteLink>
            </p>
          )}
        </div>
      </PageBody>
    </>
  );
}

export function inquiryTitle(props: InquiryPageProps): string {
  if (!props.found) return 'There is no message at this address';
  if (props.done === 'sent') return 'Thank you! Your message is on its way';
  return `Your message to ${props.status.to.name}`;
}

function NoInquiry() {
  return (
    <>
      <PageHead title={inquiryTitle({ found: false })} />
      <PageBody>
        <div className="intake">
          <p>
            The link may not be whole, or its time may be over. Look for it once more in the e-mail you got,
            and copy all of it.
          </p>
          <p>
            Or <SiteLink href={contactHref({})}>write a new message</SiteLink>: it reaches the same people.
          </p>
          <NationalContact />
        </div>
      </PageBody>
    </>
  );
}

function WhatHappensNext({ to, lastDay }: { to: string; lastDay: string }) {
  return (
    <section className="intake-next">
      <h2>What happens next</h2>
      <ol>
        <li>A receipt comes to your e-mail address. If you don’t see it, look among the unwanted mail.</li>
        <li>Your message goes to {to}. An answer usually comes within two working days, by e-mail.</li>
        <li>
          Keep the link to this page, until {lastDay}: here you see how it stands, add to it, or take it back.
        </li>
      </ol>
    </section>
  );
}

const stepWords = { sent: 'Sent', read: 'Read', answered: 'Answered', closed: 'Closed' };

function Standing({ status: { state, to, sentAt } }: { status: InquiryStatus }) {
  const sent = formatMoment(new Date(sentAt).toISOString(), ZONE);
  if (state === 'withdrawn')
    return (
      <p>
        You took it back. {to.name} won’t answer it any more. It was sent on {sent}.
      </p>
    );
  const reached = STEPS.indexOf(state);
  const words = {
    sent: `It was sent on ${sent}. Nobody at ${to.name} has opened it yet.`,
    read: `${to.name} has read it. The answer comes by e-mail.`,
    answered: `${to.name} has answered, by e-mail.`,
    closed: `${to.name} has closed it: for them, nothing is open any more.`,
  }[state];
  return (
    <>
      <ol className="intake-steps">
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={index <= reached ? 'intake-reached' : undefined}
            aria-current={index === reached ? 'step' : undefined}
          >
            {stepWords[step]}
            {index > reached && <span className="visually-hidden"> (not yet)</span>}
          </li>
        ))}
      </ol>
      <p>{words}</p>
    </>
  );
}

/** That its sender may join a private workshop, and where to read more of it. */
function Accepted({ workshop: { title, path }, to }: { workshop: InquiryWorkshop; to: string }) {
  return (
    <p className="intake-note">
      <strong>You can join</strong>{' '}
      {path ? (
        <>
          <SiteLink href={path}>{title}</SiteLink>. Its page says when it is, in which town, and whom to ask.
          Please keep its address to yourself.
        </>
      ) : (
        `${title}. Its page is not on the site just now: please ask ${to}.`
      )}
    </p>
  );
}

interface ActionsProps {
  token: string;
  typed: string;
  hindrance: InquiryHindrance | null;
  isAccepted: boolean;
}

function Actions({ token, typed, hindrance, isAccepted }: ActionsProps) {
  const action = `${INQUIRIES_PATH}/${token}`;
  const problem = hindrance?.why === 'problem' ? hindrance.message : undefined;
  return (
    <>
      <section>
        <h2>Add to it</h2>
        <form method="post" action={action} noValidate className="intake-form">
          <input type="hidden" name="action" value="line" />
          <Field name="text" label="What you would like to add" isRequired problem={problem}>
            {(attributes) => (
              <textarea
                {...attributes}
                rows={4}
                maxLength={INQUIRY_LIMITS.message}
                autoComplete="off"
                defaultValue={typed}
              />
            )}
          </Field>
          <button type="submit" className="intake-submit">
            Add
          </button>
        </form>
      </section>
      <details className="intake-withdraw">
        <summary>Take it back</summary>
        <form method="post" action={action}>
          <input type="hidden" name="action" value="withdraw" />
          <p>
            Whoever got your message is told that it needs no answer
            {isAccepted && ', and your place is free for somebody else'}. This can’t be undone.
          </p>
          <button type="submit" className="intake-submit intake-danger">
            Yes, take it back
          </button>
        </form>
      </details>
    </>
  );
}
