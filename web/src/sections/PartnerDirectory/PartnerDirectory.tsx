import { anchorOf, type PartnerDirectorySection, parseWorkshopSearch } from '@deep-dive/shared-types';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { RichText } from '../../components/RichText';
import { SiteLink } from '../../components/SiteLink';
import { PartnerSearch } from '../../finder/PartnerSearch';
import { LocationContext } from '../../location';
import { ContactLinks } from '../../partners/PartnerContactCard';
import { useCms } from '../../queries/cms';
import { partnersQuery } from '../../queries/partners';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import { groupByState } from './group-by-state';
import { PartnerAnswer } from './PartnerAnswer';
import styles from './PartnerDirectory.module.css';

/** The Regional Partner of wherever a visitor says they are, and every one by state, with ways to reach them. */
export function PartnerDirectory({
  section: { heading, body },
  placement,
}: SectionProps<PartnerDirectorySection>) {
  const groups = groupByState(useSuspenseQuery(partnersQuery(useCms())).data);
  const level = (placement.level + 1) as HeadingLevel;
  const { path, search } = useContext(LocationContext);
  const { near } = parseWorkshopSearch(search).search;
  return (
    <Band placement={placement}>
      <Heading level={placement.level} className={styles.heading}>
        {heading}
      </Heading>
      {body && <RichText text={body} under={placement.level} className={styles.body} />}
      <div className={styles.search}>
        <PartnerSearch key={near} path={path} near={near} />
        {near && <PartnerAnswer path={path} near={near} level={level} />}
      </div>
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
                <ContactLinks contact={partner} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </Band>
  );
}
