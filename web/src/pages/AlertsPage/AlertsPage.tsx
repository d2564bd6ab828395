import { type Alert, type Alerts, type FieldProblem, formatDate } from '@deep-dive/shared-types';
import type { ReactNode } from 'react';
import { type TypedWishes, wishesOf } from '../../alerts/typed';
import { WISHES_ORDER, WishFields } from '../../alerts/WishFields';
import { alertWords, kindsWords, nowHref } from '../../alerts/words';
import { SiteLink } from '../../components/SiteLink';
import { Hindered, type Hindrance } from '../../forms/Hindered';
import { ProblemSummary } from '../../forms/ProblemSummary';
import { ALERTS_PATH } from '../../hrefs';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';

/** Nobody's own clock is known here; this zone is in the middle of the country. */
const ZONE = 'America/Chicago';

/** What was to be changed of an alert, and could not be. */
export interface AlertAttempt {
  id: string;
  typed: TypedWishes;
  problems: FieldProblem[];
}

export type AlertsPageProps =
  /** Nothing is kept at this link, or any more. */
  | { found: false }
  | {
      found: true;
      /** As in the link: what its owner alone knows. */
      token: string;
      alerts: Alerts;
      /** The one the link in a mail asks about, or that something was just done with. */
      id: string | null;
      /** What is asked, or has just been done; `gone` when that one had ended before. */
      about: 'confirm' | 'confirmed' | 'changed' | 'ended' | 'gone' | null;
      attempt: AlertAttempt | null;
      hindrance: Hindrance | null;
    };

/** What someone asked to be told of, for whoever has the link, and what they can do about it. */
export function AlertsPage(props: AlertsPageProps) {
  if (!props.found) return <NoAlerts />;
  const { token, alerts, about, attempt, hindrance } = props;
  const pending = pendingIn(props);
  const confirmed = about === 'confirmed' && alerts.alerts.find(({ id }) => id === props.id);
  return (
    <>
      <PageHead title={alertsTitle(props)} />
      <PageBody>
        <div className="intake">
          {attempt && attempt.problems.length > 0 && (
            <ProblemSummary problems={attempt.problems} order={WISHES_ORDER} part={attempt.id} />
          )}
          {hindrance && <Hindered hindrance={hindrance} />}
          {pending && (
            <section className="intake-next">
              <p>
                You asked us to tell you of {alertWords(pending)}. Shall we mail you at{' '}
                <strong>{alerts.email}</strong>?
              </p>
              <Action token={token} action="confirm" id={pending.id}>
                Yes, tell me
              </Action>
              <p className="intake-hint">
                You did not ask for this? Then do nothing: no more mail comes, and it is forgotten after 3
                days.
              </p>
            </section>
          )}
          {confirmed && (
            <p className="intake-note">
              We will mail you at {alerts.email}.{' '}
              <SiteLink href={nowHref(confirmed)}>See what there is near {confirmed.place} already</SiteLink>
            </p>
          )}
          {about === 'changed' && <p className="intake-note">Your change is kept.</p>}
          {about === 'ended' && <p className="intake-note">That one has ended. What is left stands below.</p>}
          {about === 'gone' && <p className="intake-note">That one has ended already.</p>}
          {alerts.alerts.length > 0 ? (
            <p>
              Mails go to <strong>{alerts.email}</strong>. Only who has the address of this page can see it.
            </p>
          ) : (
            <p>
              Nothing is kept for your address any more. <SiteLink href={ALERTS_PATH}>Begin anew</SiteLink>
            </p>
          )}
          {alerts.alerts.map((alert) => (
            <OneAlert
              key={alert.id}
              token={token}
              alert={alert}
              attempt={attempt?.id === alert.id ? attempt : null}
              isAsked={alert === pending}
            />
          ))}
          {alerts.alerts.length > 1 && (
            <details className="intake-withdraw">
              <summary>End all of them</summary>
              <p>No more mails come about any workshop, and your address is forgotten.</p>
              <Action token={token} action="end-all" isDanger>
                Yes, end all
              </Action>
            </details>
          )}
        </div>
      </PageBody>
    </>
  );
}

export function alertsTitle(props: AlertsPageProps): string {
  if (!props.found) return 'This link leads nowhere any more';
  if (props.alerts.alerts.length === 0) return 'You will get no more mails about workshops';
  if (pendingIn(props)) return 'Shall we tell you?';
  return props.about === 'confirmed' ? 'Thank you! We will tell you' : 'What we tell you about';
}

/** The one that is still to be confirmed, where the link asks for that. */
function pendingIn({ alerts, about, id }: Extract<AlertsPageProps, { found: true }>): Alert | undefined {
  return about === 'confirm' ? alerts.alerts.find((alert) => alert.id === id) : undefined;
}

function NoAlerts() {
  return (
    <>
      <PageHead title={alertsTitle({ found: false })} />
      <PageBody>
        <div className="intake">
          <p>
            Such links end: after 3 days when nobody said yes, after a year, or when what they were for was
            ended. No mails come from this one.
          </p>
          <p>
            It should still work? Copy all of it from the mail, once more. Or{' '}
            <SiteLink href={ALERTS_PATH}>ask anew to be told of workshops near you</SiteLink>.
          </p>
        </div>
      </PageBody>
    </>
  );
}

interface OneAlertProps {
  token: string;
  alert: Alert;
  attempt: AlertAttempt | null;
  /** Whether it is confirmed above. */
  isAsked: boolean;
}

function OneAlert({ token, alert, attempt, isAsked }: OneAlertProps) {
  const { id, place, state, radius, kinds, virtual, teachers, until } = alert;
  const lastDay = formatDate(new Date(until).toISOString(), ZONE);
  const problemOf = (name: string): string | undefined =>
    attempt?.problems.find(({ field }) => field === name)?.message;
  return (
    <section>
      <h2>{place}</h2>
      <dl className="intake-facts">
        <Fact name="How it stands">
          {state === 'active'
            ? `We tell you, until ${lastDay}`
            : `Not confirmed yet: we tell you nothing until you say yes, and forget it after ${lastDay}`}
        </Fact>
        <Fact name="How far">Within {radius} miles</Fact>
        <Fact name="Which">{virtual ? `${kindsWords(kinds)}, virtual ones too` : kindsWords(kinds)}</Fact>
        <Fact name="How many">{teachers === 1 ? '1 teacher' : `${teachers} teachers`}</Fact>
      </dl>
      {state === 'unconfirmed' && !isAsked && (
        <Action token={token} action="confirm" id={id}>
          Yes, tell me<span className="visually-hidden"> of workshops near {place}</span>
        </Action>
      )}
      <p>
        <SiteLink href={nowHref(alert)}>See what there is near {place} now</SiteLink>
      </p>
      <details className="intake-withdraw" open={attempt !== null}>
        <summary>
          Change it<span className="visually-hidden">: {place}</span>
        </summary>
        <form method="post" action={`${ALERTS_PATH}/${token}`} noValidate className="intake-form">
          <input type="hidden" name="action" value="change" />
          <input type="hidden" name="id" value={id} />
          <WishFields typed={attempt?.typed ?? wishesOf(alert)} problemOf={problemOf} part={id} />
          <button type="submit" className="intake-submit">
            Keep the change
          </button>
        </form>
      </details>
      <Action token={token} action="end" id={id} isDanger>
        End this one<span className="visually-hidden">: {place}</span>
      </Action>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface ActionProps {
  token: string;
  action: 'confirm' | 'end' | 'end-all';
  id?: string;
  isDanger?: boolean;
  children: ReactNode;
}

/** A button that does one thing. Opening the page does nothing, for mail programs open every link. */
function Action({ token, action, id, isDanger = false, children }: ActionProps) {
  return (
    <form method="post" action={`${ALERTS_PATH}/${token}`}>
      <input type="hidden" name="action" value={action} />
      {id && <input type="hidden" name="id" value={id} />}
      <button type="submit" className={isDanger ? 'intake-submit intake-danger' : 'intake-submit'}>
        {children}
      </button>
    </form>
  );
}
