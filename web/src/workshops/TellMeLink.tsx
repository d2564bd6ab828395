import { LinkButton } from '../components/LinkButton';
import { type AlertAbout, alertHref } from '../hrefs';

/** The way to be told of workshops, where there is none to come to. */
export function TellMeLink({ about }: { about: AlertAbout }) {
  return (
    <LinkButton href={alertHref(about)} look="link">
      Tell me when there is one near me
    </LinkButton>
  );
}
