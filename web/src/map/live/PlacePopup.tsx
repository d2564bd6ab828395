import {
  type Bounds,
  filtersOf,
  formatDate,
  formatTimeRange,
  type WorkshopResult,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useId, useRef } from 'react';
import type { MapRef } from 'react-map-gl/maplibre';
import { useCms } from '../../queries/cms';
import { workshopsQuery } from '../../queries/workshops';
import { countLabel, distanceLabel, formatLabels, placeLabel, placesLabel } from '../../workshops/labels';
import { PlaceButton } from '../../workshops/PlaceButton';
import { wholePriceLabel } from '../../workshops/price';
import { WorkshopTitle } from '../../workshops/WorkshopTitle';
import { grown, onMap } from '../geo/bounds';
import { Shape } from '../MapLegend';
import type { Engine } from './engines/engine';
import { boundsOf, type Spot } from './spots';

/**
 * Space kept between the popup and the map's edges, in CSS pixels: beyond the controls that stand there, which are the
 * list's button above, the zoom on the right, and the notice below. What the popup may measure is left by map.css.
 */
const MARGINS = { top: 54, right: 48, bottom: 54, left: 8 };

interface PlacePopupProps {
  engine: Engine;
  spot: Spot;
  /** Its filters tell which of the workshops there are meant, and its place how far they are. */
  search: WorkshopSearch;
  mapRef: RefObject<MapRef>;
  frameRef: RefObject<HTMLElement>;
  onClose: () => void;
  onSearchArea: (bounds: Bounds) => void;
}

/** Lists the workshops a symbol stands for. The focus moves in when it opens; the parent moves it back. */
export function PlacePopup({
  engine,
  spot,
  search,
  mapRef,
  frameRef,
  onClose,
  onSearchArea,
}: PlacePopupProps) {
  const { Popup } = engine;
  const titleId = useId();
  const dialogRef = useRef<HTMLDivElement>(null);
  const area = grown(boundsOf(spot));
  const found = useQuery(workshopsQuery(useCms(), { ...filtersOf(search), near: search.near, bbox: area }));
  const { workshops = [], total = 0 } = found.data ?? {};
  const more = total - workshops.length;

  useEffect(() => dialogRef.current?.focus({ preventScroll: true }), []);

  // The engine puts the popup in its place with its next frame, and the popup grows when it is filled.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (found.status && dialogRef.current && frameRef.current)
        bringIntoView(mapRef.current, dialogRef.current, frameRef.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [found.status, mapRef, frameRef]);

  return (
    <Popup
      className="workshop-map__popup"
      longitude={onMap(spot.longitude)}
      latitude={spot.latitude}
      anchor="bottom"
      offset={14}
      maxWidth="none"
      closeButton={false}
      closeOnClick={false}
      focusAfterOpen={false}
    >
      <div
        ref={dialogRef}
        className="workshop-map__dialog"
        role="dialog"
        aria-labelledby={titleId}
        tabIndex={-1}
      >
        <div className="workshop-map__dialog-head">
          <h3 id={titleId}>{spot.places > 1 ? `Around ${spot.name}` : spot.name}</h3>
          <button type="button" aria-label="Close" onClick={onClose}>
            ×
          </button>
        </div>
        {found.isPending && <p role="status">Looking up the workshops…</p>}
        {found.isError && (
          <p role="alert">
            The workshops here could not be loaded.{' '}
            <button type="button" className="workshop-map__link" onClick={() => void found.refetch()}>
              Try again
            </button>
          </p>
        )}
        {found.isSuccess && workshops.length === 0 && <p>There are no workshops here any more.</p>}
        <ul>
          {workshops.map((workshop) => (
            <WorkshopEntry key={workshop.id} workshop={workshop} withCity={spot.places > 1} />
          ))}
        </ul>
        {more > 0 && (
          <p>
            And {countLabel(more).replace('workshop', 'more workshop')}.{' '}
            <button
              type="button"
              className="workshop-map__link"
              onClick={() => {
                onClose();
                onSearchArea(area);
              }}
            >
              List them all
            </button>
          </p>
        )}
      </div>
    </Popup>
  );
}

function WorkshopEntry({ workshop, withCity }: { workshop: WorkshopResult; withCity: boolean }) {
  const { kind, sessions, timeZone, place, distanceMiles } = workshop;
  const details = [formatLabels[workshop.format], placesLabel(workshop)].filter(Boolean).join(' · ');
  const miles = distanceMiles === null ? null : distanceLabel(distanceMiles);
  const where = [withCity ? placeLabel(workshop) : place?.venue, miles].filter(Boolean).join(' · ');
  return (
    <li>
      <Shape mix={kind} />
      <div>
        <WorkshopTitle workshop={workshop} />
        {sessions.map((session) => (
          <p key={session.startsAt}>
            {formatDate(session.startsAt, timeZone)}
            <br />
            {formatTimeRange(session, timeZone)}
          </p>
        ))}
        {where && <p>{where}</p>}
        <p>{details}</p>
        <p>{wholePriceLabel(workshop.price)}</p>
        <p className="workshop-map__place-button">
          <PlaceButton workshop={workshop} />
        </p>
      </div>
    </li>
  );
}

function bringIntoView(map: MapRef | null, dialog: HTMLElement, frame: HTMLElement): void {
  const inner = dialog.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  const x = overflow(inner.left, inner.right, outer.left + MARGINS.left, outer.right - MARGINS.right);
  const y = overflow(inner.top, inner.bottom, outer.top + MARGINS.top, outer.bottom - MARGINS.bottom);
  if (x !== 0 || y !== 0) map?.panBy([x, y]);
}

/** How far a span sticks out of another: negative before its start, positive past its end. */
function overflow(start: number, end: number, from: number, to: number): number {
  if (start < from) return start - from;
  return end > to ? end - to : 0;
}
