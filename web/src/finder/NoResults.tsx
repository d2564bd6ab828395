import { lostPlaceAdvice, type WorkshopList } from '@deep-dive/shared-types';
import { LinkButton } from '../components/LinkButton';
import { SiteLink } from '../components/SiteLink';
import { contactHref } from '../hrefs';
import { isBeyondEnd } from './listing';
import styles from './Panel.module.css';
import { PARTNERS_PAGE } from './Partners';
import { PlaceLinks } from './PlaceLinks';
import { countFilters, type FinderState, withoutFilters } from './state';
import { decidingLoss, nearestWords } from './words';

/** What to do when nothing is listed: which of the many reasons it has, and what may help. */
export function NoResults({ finder, list }: { finder: FinderState; list: WorkshopList }) {
  const { search, listed, hrefOf } = finder;
  const { near, pageCount, partners, joinable } = list;
  const lost = decidingLoss(list, listed);
  const nearest = nearestWords(list);
  const [partner, ...others] = partners;
  const whom = {
    near: near?.status === 'found' ? (near.place.zip ?? undefined) : undefined,
    partner: others.length === 0 ? partner?.slug : undefined,
  };
  if (isBeyondEnd(list))
    return (
      <div className={styles.panel}>
        <p>
          The list ends at page {pageCount}.{' '}
          <SiteLink href={hrefOf({ ...search, page: undefined })}>Go to the first page</SiteLink>
        </p>
      </div>
    );
  return (
    <div className={styles.panel}>
      {lost && <p>{lostPlaceAdvice(lost)}</p>}
      {lost && 'didYouMean' in lost && (
        <PlaceLinks lead="Did you mean" places={lost.didYouMean} hrefOf={finder.hrefNear} />
      )}
      {nearest && <p>{nearest}</p>}
      {(!near || partners.length > 0) && (
        <>
          <p>
            Your {near ? 'Regional Partner' : <SiteLink href={PARTNERS_PAGE}>Regional Partner</SiteLink>}{' '}
            {joinable.length > 0 ? 'also' : 'may know of a private workshop near you that you can join, or'}{' '}
            can set one up if there is enough demand.
          </p>
          <p className={styles.ask}>
            {joinable.length === 0 && (
              <LinkButton href={contactHref({ purpose: 'private', ...whom })} look="link">
                Ask to join one
              </LinkButton>
            )}
            <LinkButton href={contactHref({ purpose: 'school', ...whom })} look="link">
              Ask for one at your school
            </LinkButton>
          </p>
        </>
      )}
      {listed.bbox && (!near || near.status === 'found') && (
        <p>
          <SiteLink href={hrefOf({ ...search, bbox: undefined })}>Look beyond this part of the map</SiteLink>
        </p>
      )}
      {!lost && countFilters(finder) > 0 && (
        <p>
          Fewer filters may find more:{' '}
          <SiteLink href={hrefOf(withoutFilters(search))}>clear the filters</SiteLink>
        </p>
      )}
    </div>
  );
}
