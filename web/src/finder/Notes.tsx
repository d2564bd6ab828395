import type { WorkshopList } from '@deep-dive/shared-types';
import styles from './Notes.module.css';
import { PlaceLinks } from './PlaceLinks';
import type { FinderState } from './state';
import { orderCaveat, placeCaveat } from './words';

/** What is not as the visitor asked for, above what is listed all the same. */
export function Notes({ finder, list }: { finder: FinderState; list: WorkshopList }) {
  const { near } = list;
  const place = placeCaveat(list, finder);
  const order = orderCaveat(list, finder);
  return (
    <>
      {place && <p className={styles.note}>{place}</p>}
      {place && near && 'didYouMean' in near && (
        <PlaceLinks lead="Did you mean" places={near.didYouMean} hrefOf={finder.hrefNear} />
      )}
      {order && <p className={styles.note}>{order}</p>}
    </>
  );
}
