import { useEffect, useRef } from 'react';
import { describeCounts, mixOf } from '../counts';
import { Shape } from '../MapLegend';
import { keyOf, namesOf, type Spot } from './spots';

/** The list names this many symbols. */
const LIMIT = 60;

interface PlaceListProps {
  id: string;
  /** What the map shows, most workshops first. */
  spots: Spot[];
  /** A symbol's button has the focus or the pointer, or none has. */
  onPoint: (spot: Spot | null) => void;
  onOpen: (spot: Spot) => void;
}

/** Everything in view as buttons, which do what a click on the map does: the way to the workshops without a pointer. */
export function PlaceList({ id, spots, onPoint, onOpen }: PlaceListProps) {
  const headRef = useRef<HTMLParagraphElement>(null);
  const hadFocus = useRef(false);
  const listed = spots.slice(0, LIMIT);
  const names = namesOf(listed);
  const hidden = spots.length - listed.length;

  // Taking a symbol apart replaces the list; the focus goes to its head rather than getting lost.
  useEffect(() => {
    if (!spots || !hadFocus.current) return;
    hadFocus.current = false;
    if (document.activeElement === document.body) headRef.current?.focus();
  }, [spots]);

  return (
    <div id={id} className="workshop-map__list">
      <p ref={headRef} tabIndex={-1} role="status">
        {headline(spots.length)}
      </p>
      <ul>
        {listed.map((spot, i) => (
          <li key={keyOf(spot)}>
            <button
              type="button"
              onClick={() => {
                hadFocus.current = true;
                onOpen(spot);
              }}
              onFocus={() => onPoint(spot)}
              onBlur={() => onPoint(null)}
              onMouseEnter={() => onPoint(spot)}
              onMouseLeave={() => onPoint(null)}
            >
              <Shape mix={mixOf(spot)} />
              <span>
                {names[i]}
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

function headline(count: number): string {
  if (count === 0) return 'No workshops in view.';
  return count === 1 ? 'One place in view' : `${count} places and areas in view`;
}
