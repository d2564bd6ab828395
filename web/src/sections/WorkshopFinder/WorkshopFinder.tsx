import { finderIds, type WorkshopFinderSection } from '@deep-dive/shared-types';
import { ActionLinks } from '../../components/ActionLink';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { RichText } from '../../components/RichText';
import { Finder } from '../../finder/Finder';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './WorkshopFinder.module.css';

/** The map of upcoming workshops and the same workshops as a list, with what to do when none is near. */
export function WorkshopFinder({ section, placement }: SectionProps<WorkshopFinderSection>) {
  const { heading, kind, body, afterword, actions } = section;
  const { level, ordinal } = placement;
  const ids = finderIds(ordinal);
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
          {afterword && <RichText text={afterword} under={level} />}
          <ActionLinks actions={actions} />
        </div>
      )}
    </Band>
  );
}
