import { finderIds, parseWorkshopSearch, type WorkshopFinderSection } from '@deep-dive/shared-types';
import { useContext } from 'react';
import { ActionLinks } from '../../components/ActionLink';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { RichText } from '../../components/RichText';
import { Finder } from '../../finder/Finder';
import { PartnerSearch } from '../../finder/PartnerSearch';
import { LocationContext } from '../../location';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './WorkshopFinder.module.css';

/** The map of upcoming workshops and the same workshops as a list, with what to do when none is near. */
export function WorkshopFinder({ section, placement }: SectionProps<WorkshopFinderSection>) {
  const { heading, kind, body, afterword, actions } = section;
  const { level, ordinal } = placement;
  const ids = finderIds(ordinal);
  const { near } = parseWorkshopSearch(useContext(LocationContext).search).search;
  return (
    <Band placement={placement} alias={ids.landing}>
      <Heading level={level} className={styles.heading}>
        {heading}
      </Heading>
      {body && <RichText text={body} under={level} className={styles.body} />}
      <div className={styles.finder}>
        <Finder
          id={ids.finder}
          landing={ids.landing}
          kind={kind}
          level={(level + 1) as HeadingLevel}
          growth="show-more"
        />
      </div>
      {(afterword || actions.length > 0) && (
        <div className={styles.afterword}>
          {afterword && (
            <div className={styles.words}>
              <RichText text={afterword} under={level} />
              <PartnerSearch key={near} near={near} />
            </div>
          )}
          <ActionLinks actions={actions} />
        </div>
      )}
    </Band>
  );
}
