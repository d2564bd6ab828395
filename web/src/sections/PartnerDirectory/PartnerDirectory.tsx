import { anchorOf, type PartnerDirectorySection } from '@deep-dive/shared-types';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { RichText } from '../../components/RichText';
import { SiteLink } from '../../components/SiteLink';
import { ContactLinks } from '../../partners/PartnerContactCard';
import { useCms } from '../../queries/cms';
import { partnersQuery } from '../../queries/partners';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import { groupByState } from './group-by-state';
import styles from './PartnerDirectory.module.css';

/** Every Regional Partner by state, with ways to reach them. */
export function PartnerDirectory({
  section: { heading, body },
  placement,
}: SectionProps<PartnerDirectorySection>) {
  const groups = groupByState(useSuspenseQuery(partnersQuery(useCms())).data);
  const level = (placement.level + 1) as HeadingLevel;
  return (
    <Band placement={placement}>
      <Heading level={placement.level} className={styles.heading}>
        {heading}
      </Heading>
      {body && <RichText text={body} under={placement.level} className={styles.body} />}
      {groups.length > 1 && (
        <nav aria-label="Go to a state" className={styles.states}>
          <ul>
            {groups.map(({ title }) => (
              <li key={title}>
                <a href={`#${anchorOf(title)}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className={styles.groups}>
        {groups.map(({ title, partners }) => (
          <div key={title} id={anchorOf(title)} className={styles.group}>
            <Heading level={level}>{title}</Heading>
            {partners.map((partner) => (
              <div key={partner.slug} className={styles.partner}>
                <p className={styles.name}>
                  <SiteLink href={`/partners/${partner.slug}`}>{partner.name}</SiteLink>
                </p>
                {partner.contactName && <p>{partner.contactName}</p>}
                <ContactLinks partner={partner} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </Band>
  );
}
