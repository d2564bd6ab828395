import type { Action } from '@deep-dive/shared-types';
import { LinkButton } from '../components/LinkButton';
import { type AlertAbout, alertHref } from '../hrefs';

/** The way to be told of workshops, where there is none to come to. */
export function TellMeLink({ about, look = 'link' }: { about: AlertAbout; look?: Action['style'] }) {
  return (
    <LinkButton href={alertHref(about)} look={look}>
      Tell me when there is one near me
    </LinkButton>
  );
}
