import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { MapLayerMouseEvent, MapRef } from 'react-map-gl/maplibre';
import type { Engine } from './engines/engine';
import { haloLayer, MAX_ZOOM, symbolLayer, WORKSHOPS, workshopSource } from './layers';
import { PlaceList } from './PlaceList';
import { PlacePopup } from './PlacePopup';
import { type Place, placesGeoJson, topPlace } from './places';
import { type Spot, spotOf } from './spots';
import { addSymbol } from './symbols';

type Bounds = [number, number, number, number];

/** West, south, east and north in degrees. */
const regions: { name: string; bounds: Bounds }[] = [
  { name: 'Lower 48', bounds: [-124.9, 24.4, -66.8, 49.5] },
  { name: 'Alaska', bounds: [-172, 52.5, -130, 71.4] },
  { name: 'Hawaii', bounds: [-160.4, 18.8, -154.7, 22.3] },
  { name: 'Puerto Rico', bounds: [-67.4, 17.6, -64.5, 18.6] },
];
const lower48 = regions[0]?.bounds as Bounds;

/** How far the map pans: from Guam to the Atlantic. */
const maxBounds: Bounds = [-230, -22, -35, 80];
/** An engine that has drawn nothing by then has failed; in milliseconds. */
const LOAD_TIMEOUT = 20_000;
/** A cluster that can't come apart lists this many workshops' places. */
const MEMBER_LIMIT = 200;
/** How many places the keyboard's list holds. */
const LIST_LIMIT = 60;

const gestureHints = {
  'CooperativeGesturesHandler.WindowsHelpText': 'Use Ctrl + scroll to zoom the map',
  'CooperativeGesturesHandler.MacHelpText': 'Use ⌘ + scroll to zoom the map',
  'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map',
  'Map.Title': 'Map of workshops. Arrow keys move it, plus and minus zoom.',
};

interface Selection {
  longitude: number;
  latitude: number;
  places: Place[];
}

interface MapViewProps {
  engine: Engine;
  token: string | null;
  places: Place[];
  onFailure: () => void;
  placeholder: ReactNode;
}

/** The map on one engine, with its list for the keyboard and its popup. */
export function MapView({ engine, token, places, onFailure, placeholder }: MapViewProps) {
  const { Map: EngineMap, Source, Layer, NavigationControl } = engine;
  const options = useMemo(() => engine.options(token), [engine, token]);
  const symbols = useMemo(() => symbolLayer(engine.numberFont), [engine]);
  const data = useMemo(() => placesGeoJson(places), [places]);
  const mapRef = useRef<MapRef | null>(null);
  const frameRef = useRef<HTMLDivElement>(null);
  const [spots, setSpots] = useState<Spot[] | null>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [isListOpen, setListOpen] = useState(false);
  const listId = useId();
  const listButtonRef = useRef<HTMLButtonElement>(null);
  const openerRef = useRef<Element | null>(null);
  const hover = useHover(mapRef);
  const isReady = spots !== null;

  useEffect(() => {
    if (isReady) return;
    const timer = setTimeout(onFailure, LOAD_TIMEOUT);
    return () => clearTimeout(timer);
  }, [isReady, onFailure]);

  // What was open may be gone when the workshops change.
  useEffect(() => {
    if (places) setSelection(null);
  }, [places]);

  const attachMap = useCallback(
    (ref: MapRef | null) => {
      mapRef.current = ref;
      const map = ref?.getMap();
      if (!map) return;
      map.touchZoomRotate.disableRotation();
      map.keyboard.disableRotation();
      engine.prepare(map, (id) => addSymbol(map, id));
    },
    [engine],
  );

  const onError = ({ error }: { error: Error & { status?: number } }) => {
    const isRefused = error.status === 401 || error.status === 403;
    const cannotStart = mapRef.current === null;
    if (cannotStart || (engine.name === 'mapbox' && (isRefused || !isReady))) onFailure();
  };

  const onIdle = () => {
    const map = mapRef.current;
    if (!map?.getLayer(WORKSHOPS) || !map.isSourceLoaded(WORKSHOPS)) return;
    const features = map.queryRenderedFeatures({ layers: [WORKSHOPS] });
    const byId = new Map(features.map((feature) => [Number(feature.id), spotOf(feature)]));
    setSpots([...byId.values()].sort((a, b) => b.deepDive + b.intro - (a.deepDive + a.intro)));
  };

  const select = (spot: Spot, members: Place[]) => {
    openerRef.current = document.activeElement;
    setSelection({ longitude: spot.longitude, latitude: spot.latitude, places: members });
  };

  const closePopup = useCallback(() => {
    setSelection(null);
    const opener = openerRef.current;
    const isBack = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
    (isBack ? opener : mapRef.current?.getCanvas())?.focus({ preventScroll: true });
  }, []);

  /** Shows a place's workshops; takes a cluster apart, or lists its places when the map comes no closer. */
  const open = async (spot: Spot) => {
    const map = mapRef.current?.getMap();
    if (!map) return;
    if (!spot.isCluster) {
      const place = places[spot.id];
      if (place) select(spot, [place]);
      return;
    }
    try {
      const zoom = await engine.expansionZoom(map, WORKSHOPS, spot.id);
      if (zoom <= MAX_ZOOM) {
        setSelection(null);
        map.easeTo({ center: [spot.longitude, spot.latitude], zoom: Math.min(zoom + 0.2, MAX_ZOOM) });
        return;
      }
      const ids = await engine.clusterMembers(map, WORKSHOPS, spot.id, MEMBER_LIMIT);
      select(
        spot,
        ids.flatMap((id) => places[id] ?? []),
      );
    } catch {
      // The cluster is gone: the map moved or the workshops changed between click and answer. What replaced it can be clicked.
    }
  };

  const onClick = ({ features }: MapLayerMouseEvent) => {
    const feature = features?.[0];
    if (feature) void open(spotOf(feature));
    else setSelection(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    if (selection) closePopup();
    else if (isListOpen) {
      setListOpen(false);
      listButtonRef.current?.focus();
    }
  };

  const nameOf = ({ top }: Spot): string => topPlace(places, top)?.name ?? 'this place';

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open, wherever inside the map the focus is.
    <div onKeyDown={onKeyDown}>
      <div className="workshop-map__toolbar">
        <fieldset className="workshop-map__jumps" aria-label="Go to">
          {regions.map(({ name, bounds }) => (
            <button
              type="button"
              key={name}
              onClick={() => {
                setSelection(null);
                mapRef.current?.fitBounds(bounds, { padding: 12 });
              }}
            >
              {name}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          ref={listButtonRef}
          aria-expanded={isListOpen}
          aria-controls={listId}
          onClick={() => setListOpen(!isListOpen)}
        >
          List what’s in view
        </button>
      </div>
      <div
        ref={frameRef}
        className="workshop-map__frame"
        data-engine={engine.name}
        data-map-ready={isReady}
        data-rendered={spots?.length ?? 0}
      >
        <PlaceList
          id={listId}
          isOpen={isListOpen}
          spots={(spots ?? []).slice(0, LIST_LIMIT)}
          hidden={Math.max(0, (spots?.length ?? 0) - LIST_LIMIT)}
          nameOf={nameOf}
          onOpen={open}
        />
        <EngineMap
          {...options}
          ref={attachMap}
          initialViewState={{ bounds: lower48, fitBoundsOptions: { padding: 12 } }}
          minZoom={1}
          maxZoom={MAX_ZOOM}
          maxBounds={maxBounds}
          maxPitch={0}
          dragRotate={false}
          touchPitch={false}
          pitchWithRotate={false}
          cooperativeGestures
          locale={gestureHints}
          interactiveLayerIds={[WORKSHOPS]}
          cursor={hover.isOver ? 'pointer' : ''}
          onMouseMove={hover.onMouseMove}
          onMouseOut={hover.onMouseOut}
          onClick={onClick}
          // The engines skip the first change of size, which may come between their start and the frame's layout.
          onLoad={({ target }) => target.resize()}
          onIdle={onIdle}
          onError={onError}
        >
          <NavigationControl position="top-right" showCompass={false} />
          <Source id={WORKSHOPS} {...workshopSource} data={data}>
            <Layer {...haloLayer} />
            <Layer {...symbols} />
          </Source>
          {selection && (
            <PlacePopup
              key={`${selection.longitude},${selection.latitude}`}
              engine={engine}
              {...selection}
              mapRef={mapRef}
              frameRef={frameRef}
              onClose={closePopup}
            />
          )}
        </EngineMap>
        {!isReady && (
          <div className="workshop-map__placeholder">{placeholder ?? <p>Loading the map…</p>}</div>
        )}
      </div>
    </div>
  );
}

/** Marks what the pointer is on, for the layers to highlight. */
function useHover(mapRef: { current: MapRef | null }) {
  const hovered = useRef<number | null>(null);
  const [isOver, setOver] = useState(false);

  const mark = (id: number | null) => {
    const map = mapRef.current;
    if (!map?.getSource(WORKSHOPS) || hovered.current === id) return;
    if (hovered.current !== null) map.removeFeatureState({ source: WORKSHOPS, id: hovered.current });
    if (id !== null) map.setFeatureState({ source: WORKSHOPS, id }, { hover: true });
    hovered.current = id;
    setOver(id !== null);
  };

  return {
    isOver,
    onMouseMove: ({ features }: MapLayerMouseEvent) => mark(features?.[0] ? Number(features[0].id) : null),
    onMouseOut: () => mark(null),
  };
}
