import type { FieldProblem } from '@deep-dive/shared-types';
import { ALERT_ORDER, AlertForm } from '../../alerts/AlertForm';
import type { TypedAlert } from '../../alerts/typed';
import { SiteLink } from '../../components/SiteLink';
import { Hindered, type Hindrance } from '../../forms/Hindered';
import { PrivacyNote } from '../../forms/PrivacyNote';
import { ProblemSummary } from '../../forms/ProblemSummary';
import { ALERTS_PATH } from '../../hrefs';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';

export interface AlertFormPageProps {
  typed: TypedAlert;
  problems: FieldProblem[];
  hindrance: Hindrance | null;
  /** Null where nothing can be sent, since the site and the CMS share no secret. */
  stamp: string | null;
  /** What has just been done: asked for, or ended for good. */
  done: 'sent' | 'ended' | null;
}

/** Asks to be told of workshops near a place, and says what comes of it. */
export function AlertFormPage(props: AlertFormPageProps) {
  const { typed, problems, hindrance, stamp, done } = props;
  return (
    <>
      <PageHead title={alertFormTitle(props)} />
      <PageBody>
        <div className="intake">
          {done === 'sent' ? (
            <CheckMail />
          ) : (
            <>
              {problems.length > 0 && <ProblemSummary problems={problems} order={ALERT_ORDER} />}
              {hindrance && <Hindered hindrance={hindrance} what="note that" />}
              {done === 'ended' && (
                <p className="intake-note">
                  Nothing is kept for your address any more. Should you change your mind, begin anew here.
                </p>
              )}
              {stamp === null ? (
                <p className="intake-note">
                  We can’t take this right now.{' '}
                  <SiteLink href="/workshops">See all upcoming workshops</SiteLink>
                </p>
              ) : (
                <>
                  <p>
                    We mail you when a workshop is planned near you. You can stop it with one click, and it
                    ends by itself after a year. Regional Partners see how many teachers want a workshop, and
                    set one up where there are enough.
                  </p>
                  <AlertForm typed={typed} problems={problems} stamp={stamp} />
                  <PrivacyNote />
                </>
              )}
            </>
          )}
        </div>
      </PageBody>
    </>
  );
}

export function alertFormTitle({ done }: Pick<AlertFormPageProps, 'done'>): string {
  if (done === 'sent') return 'Check your e-mail';
  return done === 'ended'
    ? 'You will get no more mails about workshops'
    : 'Tell me when there is a workshop near me';
}

/** The same for everybody: whether an address is known is nobody else's business. */
function CheckMail() {
  return (
    <>
      <section className="intake-next">
        <h2>One more step</h2>
        <ol>
          <li>We sent you a link. It works for 3 days.</li>
          <li>Open it, and say yes there: so nobody but you can ask for mails to your address.</li>
          <li>From then on we tell you when there is a workshop near you.</li>
        </ol>
      </section>
      <p>
        No mail after some minutes? Look among the unwanted mail, or{' '}
        <SiteLink href={ALERTS_PATH}>ask once more</SiteLink>: the address may have had a mistake in it.
      </p>
      <p>
        <SiteLink href="/workshops">See all upcoming workshops</SiteLink>
      </p>
    </>
  );
}
