import type { WorkshopSummary } from '@deep-dive/shared-types';
import { formatDate, formatTimeRange } from '@deep-dive/shared-types';
import { type RefObject, useEffect, useId, useRef } from 'react';
import type { MapRef } from 'react-map-gl/maplibre';
import { formatLabels, placeLabel, seatsLabel } from '../workshops/labels';
import type { Engine } from './engines/engine';
import { Shape } from './Legend';
import type { Place } from './places';

/** Space kept between the popup and the map's edges, in CSS pixels. */
const MARGIN = 8;
/** A popup lists this many workshops; the finder lists them all. */
const WORKSHOP_LIMIT = 100;

interface PlacePopupProps {
  engine: Engine;
  longitude: number;
  latitude: number;
  /** One place, or several so close together that the map can't part them. */
  places: Place[];
  mapRef: { current: MapRef | null };
  frameRef: RefObject<HTMLElement>;
  onClose: () => void;
}

/** Lists the workshops at a place. The focus moves in when it opens; the parent moves it back. */
export function PlacePopup({
  engine,
  longitude,
  latitude,
  places,
  mapRef,
  frameRef,
  onClose,
}: PlacePopupProps) {
  const { Popup } = engine;
  const titleId = useId();
  const dialogRef = useRef<HTMLDivElement>(null);
  const workshops = places.flatMap((place) => place.workshops);
  const names = [...new Set(places.map(({ name }) => name))];

  useEffect(() => {
    const dialog = dialogRef.current;
    dialog?.focus({ preventScroll: true });
    // The engine puts the popup in its place with its next frame.
    const frame = requestAnimationFrame(() => {
      if (dialog && frameRef.current) bringIntoView(mapRef.current, dialog, frameRef.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [mapRef, frameRef]);

  return (
    <Popup
      className="workshop-map__popup"
      longitude={longitude}
      latitude={latitude}
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
          <h3 id={titleId}>{names.length > 2 ? `Around ${names[0]}` : names.join(' and ')}</h3>
          <button type="button" aria-label="Close" onClick={onClose}>
            ×
          </button>
        </div>
        <ul>
          {workshops.slice(0, WORKSHOP_LIMIT).map((workshop) => (
            <WorkshopEntry key={workshop.slug} workshop={workshop} withCity={names.length > 1} />
          ))}
        </ul>
        {workshops.length > WORKSHOP_LIMIT && (
          <p>And {workshops.length - WORKSHOP_LIMIT} more in the list.</p>
        )}
      </div>
    </Popup>
  );
}

function WorkshopEntry({ workshop, withCity }: { workshop: WorkshopSummary; withCity: boolean }) {
  const { slug, title, kind, sessions, timeZone, place } = workshop;
  const details = [formatLabels[workshop.format], seatsLabel(workshop)].filter(Boolean).join(' · ');
  const where = withCity ? placeLabel(workshop) : place?.venue;
  return (
    <li>
      <Shape mix={kind} />
      <div>
        <a href={`/workshops/${slug}`}>{title}</a>
        {sessions.map((session) => (
          <p key={session.startsAt}>
            {formatDate(session.startsAt, timeZone)}
            <br />
            {formatTimeRange(session, timeZone)}
          </p>
        ))}
        {where && <p>{where}</p>}
        <p>{details}</p>
      </div>
    </li>
  );
}

function bringIntoView(map: MapRef | null, dialog: HTMLElement, frame: HTMLElement): void {
  const inner = dialog.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  const x = overflow(inner.left, inner.right, outer.left + MARGIN, outer.right - MARGIN);
  const y = overflow(inner.top, inner.bottom, outer.top + MARGIN, outer.bottom - MARGIN);
  if (x !== 0 || y !== 0) map?.panBy([x, y]);
}

/** How far a span sticks out of another: negative before its start, positive past its end. */
function overflow(start: number, end: number, from: number, to: number): number {
  if (start < from) return start - from;
  return end > to ? end - to : 0;
}
