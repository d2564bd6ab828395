import type { TeacherDemand, WorkshopList } from '@deep-dive/shared-types';
import { TellMeLink } from '../workshops/TellMeLink';
import type { FinderState } from './state';
import styles from './TellMe.module.css';

/** Where nothing was found, the way to be told once there is something; and how many want it, where that is known. */
export function TellMe({ finder, list }: { finder: FinderState; list: WorkshopList }) {
  const { near, demand, total } = list;
  const { radius, kind } = finder.listed;
  const place = near?.status === 'found' ? near.place : null;
  if (!demand && (total > 0 || (near && !place))) return null;
  return (
    <div className={styles.tell}>
      {demand && <Demand demand={demand} />}
      <TellMeLink
        about={{ near: place?.kind === 'city' ? place.label : place?.zip, radius, kind }}
        look="secondary"
      />
    </div>
  );
}

/** What has come together of what a workshop needs: in words, and as a bar for those who see it. */
function Demand({ demand: { area, teachers, needed } }: { demand: TeacherDemand }) {
  if (teachers >= needed)
    return (
      <p>
        {teachers} teachers near {area} want a workshop. Your Regional Partner knows.
      </p>
    );
  return (
    <>
      <label>
        {teachers} of {needed} teachers needed near {area}
        <progress value={teachers} max={needed} />
      </label>
      <p>Regional Partners set up workshops where enough teachers want one. Count yourself in.</p>
    </>
  );
}
