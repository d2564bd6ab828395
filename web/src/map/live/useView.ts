import type { Bounds } from '@deep-dive/shared-types';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { MapRef, ViewStateChangeEvent } from 'react-map-gl/maplibre';
import { boundsFromMap, boundsOnMap, isSame } from '../geo/bounds';
import { MAX_ZOOM } from './layers';
import { boundsOf, type Spot } from './spots';
import { areaToShow, partingZoom, type SearchedPlace } from './view';

/** Space kept about what is brought into view, in CSS pixels; more about a symbol's places, which are symbols themselves. */
const PADDING = 8;
/** About what is shown together with a searched place: for its pin and name, and the buttons in the corners. */
const PLACE_PADDING = { top: 72, right: 60, bottom: 28, left: 28 };
const SPOT_PADDING = 56;

/** How long the map flies, in milliseconds: unasked it would take many seconds to Guam. */
const FLIGHT = 1_500;

interface ViewOptions {
  bounds: Bounds | null;
  searched: SearchedPlace | null;
}

/**
 * Keeps in view what the finder asks for, and leaves the map where the visitor moved it until the finder asks for
 * something else. The engines jump instead of flying for those who prefer reduced motion.
 */
export function useView(mapRef: RefObject<MapRef>, { bounds, searched }: ViewOptions) {
  const [isMoved, setMoved] = useState(false);
  const askedFor = useRef<Bounds | null>(null);
  const wanted = useRef({ bounds, searched });
  wanted.current = { bounds, searched };

  const show = useCallback(
    (duration = FLIGHT) => {
      const map = mapRef.current;
      if (!map) return;
      setMoved(false);
      const { clientWidth, clientHeight } = map.getContainer();
      // A hidden map has no size; it is asked again when it gets one.
      if (clientHeight === 0) return;
      const { bounds, searched } = wanted.current;
      const area = areaToShow(bounds, searched, clientWidth / clientHeight);
      const padding = bounds && searched ? PLACE_PADDING : PADDING;
      const camera = map.cameraForBounds(area, { padding, maxZoom: MAX_ZOOM });
      if (!camera) return;
      const isCountry = !bounds && !searched;
      map.flyTo({ ...camera, zoom: isCountry ? partingZoom(camera.zoom ?? 0) : camera.zoom, duration });
    },
    [mapRef],
  );

  const key = JSON.stringify([bounds, searched?.longitude, searched?.latitude, searched?.radiusMiles]);
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    const { bounds } = wanted.current;
    const isInView = bounds && askedFor.current && isSame(bounds, askedFor.current);
    askedFor.current = null;
    if (!isInView) show();
  }, [key, show]);

  return {
    /** Whether the visitor has moved the map since the finder last asked for something. */
    isMoved,
    show,
    onMoveEnd: ({ originalEvent }: ViewStateChangeEvent) => {
      if (originalEvent && originalEvent.type !== 'resize') setMoved(true);
    },
    /** Goes to an area, as the map counts longitudes, because the visitor wants to. */
    goTo: (area: Bounds) => {
      mapRef.current?.fitBounds(area, { padding: PADDING, duration: FLIGHT });
      setMoved(true);
    },
    /** Comes close enough for a symbol to come apart. */
    comeCloser: (spot: Spot) => {
      const map = mapRef.current;
      const camera = map?.cameraForBounds(boundsOnMap(boundsOf(spot)), { padding: SPOT_PADDING });
      if (!map || !camera) return;
      const nextTiles = Math.floor(map.getZoom()) + 1;
      map.flyTo({
        ...camera,
        zoom: Math.min(MAX_ZOOM, Math.max(camera.zoom ?? 0, nextTiles)),
        duration: FLIGHT,
      });
      setMoved(true);
    },
    /** What is in view, to be searched. */
    takeArea: (): Bounds | null => {
      const inView = mapRef.current?.getBounds()?.toArray();
      if (!inView) return null;
      const [[west, south], [east, north]] = inView;
      askedFor.current = boundsFromMap([west, south, east, north]);
      setMoved(false);
      return askedFor.current;
    },
  };
}
