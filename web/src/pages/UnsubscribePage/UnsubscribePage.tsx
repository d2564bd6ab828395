import type { Alert } from '@deep-dive/shared-types';
import { alertWords } from '../../alerts/words';
import { SiteLink } from '../../components/SiteLink';
import { ALERTS_PATH } from '../../hrefs';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';

export type UnsubscribePageProps =
  | { done: true }
  | {
      done: false;
      /** As in the link: what its owner alone knows. */
      token: string;
      alert: Alert;
    };

/** Stops the mails about one place, with one click. */
export function UnsubscribePage(props: UnsubscribePageProps) {
  return (
    <>
      <PageHead title={unsubscribeTitle(props)} />
      <PageBody>
        <div className="intake">
          {props.done ? (
            <p>
              It was ended. Should you change your mind,{' '}
              <SiteLink href={ALERTS_PATH}>ask anew to be told of workshops near you</SiteLink>.
            </p>
          ) : (
            <>
              <p>We tell you of {alertWords(props.alert)}.</p>
              <form method="post" action={`${ALERTS_PATH}/${props.token}/${props.alert.id}/unsubscribe`}>
                <input type="hidden" name="List-Unsubscribe" value="One-Click" />
                <button type="submit" className="intake-submit">
                  Stop these mails
                </button>
              </form>
              <p>
                <SiteLink href={`${ALERTS_PATH}/${props.token}`}>
                  Change what we tell you about instead
                </SiteLink>
              </p>
            </>
          )}
        </div>
      </PageBody>
    </>
  );
}

export function unsubscribeTitle({ done }: UnsubscribePageProps): string {
  return done ? 'You will get no more of these mails' : 'Stop these mails?';
}
