import { useEffect, useRef } from 'react';
import { Shape } from './Legend';
import { describeCounts, mixOf } from './places';
import type { Spot } from './spots';

interface PlaceListProps {
  id: string;
  isOpen: boolean;
  /** What the map shows, most workshops first. */
  spots: Spot[];
  /** How many more the map shows than the list. */
  hidden: number;
  nameOf: (spot: Spot) => string;
  onOpen: (spot: Spot) => void;
}

/** Everything in view as buttons, which do what a click on the map does: the way to the workshops without a pointer. */
export function PlaceList({ id, isOpen, spots, hidden, nameOf, onOpen }: PlaceListProps) {
  const statusRef = useRef<HTMLParagraphElement>(null);
  const keepFocus = useRef(false);

  // Opening a cluster replaces the list; the focus goes to its head rather than getting lost.
  useEffect(() => {
    if (!spots || !keepFocus.current || !isOpen) return;
    keepFocus.current = false;
    if (document.activeElement === document.body) statusRef.current?.focus();
  }, [spots, isOpen]);

  if (!isOpen) return null;
  return (
    <div id={id} className="workshop-map__list">
      <p ref={statusRef} tabIndex={-1} role="status">
        {spots.length === 0 ? 'No workshops in view.' : `${spots.length + hidden} places and areas in view`}
      </p>
      <ul>
        {spots.map((spot) => (
          <li key={spot.id}>
            <button
              type="button"
              onClick={() => {
                keepFocus.current = spot.isCluster;
                onOpen(spot);
              }}
            >
              <Shape mix={mixOf(spot)} />
              <span>
                {spot.isCluster ? `Around ${nameOf(spot)}` : nameOf(spot)}
                <small>{describeCounts(spot)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p>And {hidden} more. Zoom in to list them.</p>}
    </div>
  );
}
