import { TILE_MAX_ZOOM } from '@deep-dive/shared-types';
import {
  Fragment,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { MapLayerMouseEvent, MapRef } from 'react-map-gl/maplibre';
import { useStored } from '../../hooks/useStored';
import { useCms } from '../../queries/cms';
import { MAP_EXTENT } from '../geo/bounds';
import type { Engine } from './engines/engine';
import {
  haloLayer,
  highlightLayer,
  MARKS,
  MAX_ZOOM,
  pinLayer,
  radiusEdgeLayer,
  radiusLayer,
  ringLayer,
  symbolLayer,
  WORKSHOPS,
} from './layers';
import { whenLostForGood } from './lost-context';
import { marksFor } from './marks';
import { PlaceList } from './PlaceList';
import { PlacePopup } from './PlacePopup';
import type { WorkshopMapProps } from './props';
import { boundsOf, isSameSpots, isWorthParting, keyOf, type Spot, spotAt, spotOf, spotsOf } from './spots';
import { addSymbol } from './symbols';
import { useSettled } from './useSettled';
import { useView } from './useView';
import { regions } from './view';

/** An engine that has drawn nothing by then has failed; in milliseconds. */
const LOAD_TIMEOUT = 20_000;

/**
 * How long the map waits for the next choice before it draws what was chosen, in milliseconds: drawing it for each of
 * several quick ones keeps the visitor and the CMS busy with what is gone at once.
 */
const CHOICE = 300;

const gestureHints = {
  'CooperativeGesturesHandler.WindowsHelpText': 'Use Ctrl + scroll to zoom the map',
  'CooperativeGesturesHandler.MacHelpText': 'Use ⌘ + scroll to zoom the map',
  'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map',
  'Map.Title': 'Map of workshops. Arrow keys move it, plus and minus zoom.',
};

type MapViewProps = Omit<WorkshopMapProps, 'mapboxToken'> & { engine: Engine; token: string | null };

/** The map on one engine, with its list for the keyboard and its popup. */
export function MapView({ engine, token, search, searched, marked, ...props }: MapViewProps) {
  const { bounds, onMark, onSearchArea, onFollow, onFailure } = props;
  const { Map: EngineMap, Source, Layer, NavigationControl } = engine;
  const options = useMemo(() => engine.options(token), [engine, token]);
  const symbols = useMemo(() => symbolLayer(engine.numberFont), [engine]);
  const pin = useMemo(() => pinLayer(engine.numberFont), [engine]);
  // The engines' workers resolve addresses against their own, so they get them whole.
  const tilesUrl = useSettled(location.origin + useCms().workshopTilesUrl(search), CHOICE);
  const tiles = useMemo(() => [tilesUrl], [tilesUrl]);
  const mapRef = useRef<MapRef | null>(null);
  const frameRef = useRef<HTMLDivElement>(null);
  const [spots, setSpots] = useState<Spot[] | null>(null);
  const [selected, setSelected] = useState<Spot | null>(null);
  const [pointed, setPointed] = useState<Spot | null>(null);
  const [isListOpen, setListOpen] = useState(false);
  const [areTilesMissing, setTilesMissing] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const listId = useId();
  const listButtonRef = useRef<HTMLButtonElement>(null);
  const openerRef = useRef<Element | null>(null);
  const view = useView(mapRef, { bounds, searched });
  const isReady = spots !== null;
  const [isFollowed, setFollowed] = useStored('list-follows-map', false);
  const highlighted = pointed ?? (marked && spots && spotAt(spots, marked)) ?? null;
  const marks = useMemo(() => marksFor({ searched, marked, highlighted }), [searched, marked, highlighted]);

  useEffect(() => {
    if (isReady) return;
    const timer = setTimeout(onFailure, LOAD_TIMEOUT);
    return () => clearTimeout(timer);
  }, [isReady, onFailure]);

  const point = useCallback(
    (spot: Spot | null) => {
      setPointed(spot);
      onMark(spot && boundsOf(spot));
    },
    [onMark],
  );

  // MapLibre never asks again for a tile that failed; a new source does.
  const loadAnew = useCallback(() => {
    setTilesMissing(false);
    setAttempt((attempts) => attempts + 1);
  }, []);

  // What was open or pointed at may be gone when other workshops are shown.
  const shownTiles = useRef(tiles);
  useEffect(() => {
    if (shownTiles.current === tiles) return;
    shownTiles.current = tiles;
    setSelected(null);
    if (areTilesMissing) loadAnew();
    point(null);
  }, [tiles, point, areTilesMissing, loadAnew]);

  const { show } = view;
  const attachMap = useCallback(
    (ref: MapRef | null) => {
      mapRef.current = ref;
      const map = ref?.getMap();
      if (!map) return;
      map.touchZoomRotate.disableRotation();
      map.keyboard.disableRotation();
      engine.prepare(map, (id) => addSymbol(map, id));
      whenLostForGood(map, onFailure);
      show(0);
    },
    [engine, show, onFailure],
  );

  const onError = ({ error, ...event }: { error: Error & { status?: number }; sourceId?: string }) => {
    if (event.sourceId === WORKSHOPS) {
      setTilesMissing(true);
      return;
    }
    const isRefused = error.status === 401 || error.status === 403;
    const cannotStart = mapRef.current === null;
    if (cannotStart || (engine.name === 'mapbox' && (isRefused || !isReady))) onFailure();
  };

  const onIdle = () => {
    const map = mapRef.current;
    if (!map?.getLayer(WORKSHOPS) || !map.isSourceLoaded(WORKSHOPS)) return;
    const inView = spotsOf(map.queryRenderedFeatures({ layers: [WORKSHOPS] }));
    if (!spots || !isSameSpots(spots, inView)) setSpots(inView);
    if (pointed && !inView.some((spot) => keyOf(spot) === keyOf(pointed))) point(null);
    if (isFollowed && view.isMoved && !selected) follow();
  };

  const follow = () => {
    const area = view.takeArea();
    if (area) onFollow(area);
  };

  /** Shows a symbol's workshops, or comes closer when it stands for places that the map can part. */
  const open = (spot: Spot) => {
    if (isWorthParting(spot, mapRef.current?.getZoom() ?? 0)) {
      setSelected(null);
      view.comeCloser(spot);
      return;
    }
    openerRef.current = document.activeElement;
    setSelected(spot);
  };

  const closePopup = useCallback(() => {
    // What had the focus may be hidden while the popup is there.
    flushSync(() => setSelected(null));
    const opener = openerRef.current;
    const isBack = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
    (isBack ? opener : mapRef.current?.getCanvas())?.focus({ preventScroll: true });
  }, []);

  // A button that goes when it has been pressed must not take the focus with it.
  const focusMap = () => mapRef.current?.getCanvas().focus({ preventScroll: true });

  const searchArea = () => {
    const area = view.takeArea();
    focusMap();
    if (area) onSearchArea(area);
  };

  const tryAgain = () => {
    focusMap();
    loadAnew();
  };

  const onMouseMove = ({ features }: MapLayerMouseEvent) => {
    const spot = features?.[0] ? spotOf(features[0]) : null;
    if ((spot && keyOf(spot)) !== (pointed && keyOf(pointed))) point(spot);
  };

  const onClick = ({ features }: MapLayerMouseEvent) => {
    if (features?.[0]) open(spotOf(features[0]));
    else setSelected(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    if (selected) closePopup();
    else if (isListOpen) {
      setListOpen(false);
      listButtonRef.current?.focus();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open, wherever inside the map the focus is.
    <div onKeyDown={onKeyDown}>
      <div className="workshop-map__bar">
        <label className="workshop-map__follow">
          <input
            type="checkbox"
            checked={isFollowed}
            onChange={({ target }) => {
              setFollowed(target.checked);
              if (target.checked && isReady && view.isMoved) follow();
            }}
          />
          Search as I move the map
        </label>
        <fieldset className="workshop-map__jumps" aria-label="Go to">
          {regions.map(({ name, bounds: area }) => (
            <button
              type="button"
              key={name}
              onClick={() => {
                setSelected(null);
                view.goTo(area);
              }}
            >
              {name}
            </button>
          ))}
        </fieldset>
      </div>
      <div
        ref={frameRef}
        className="workshop-map__frame"
        data-engine={engine.name}
        data-map-ready={isReady}
        data-rendered={spots?.length ?? 0}
      >
        <button
          type="button"
          ref={listButtonRef}
          className="workshop-map__button workshop-map__list-button"
          aria-expanded={isListOpen}
          aria-controls={listId}
          onClick={() => setListOpen(!isListOpen)}
        >
          List what’s in view
        </button>
        {isListOpen && <PlaceList id={listId} spots={spots ?? []} onPoint={point} onOpen={open} />}
        <EngineMap
          {...options}
          ref={attachMap}
          minZoom={1}
          maxZoom={MAX_ZOOM}
          maxBounds={MAP_EXTENT}
          maxPitch={0}
          dragRotate={false}
          touchPitch={false}
          pitchWithRotate={false}
          cooperativeGestures
          // Symbols that fade in would have the map drawn over and over while the visitor waits for it.
          fadeDuration={0}
          locale={gestureHints}
          interactiveLayerIds={[WORKSHOPS]}
          cursor={pointed ? 'pointer' : ''}
          onMouseMove={onMouseMove}
          onMouseOut={() => point(null)}
          onClick={onClick}
          // The engines skip the first change of size, which may come between their start and the frame's layout.
          onLoad={({ target }) => target.resize()}
          onResize={() => {
            if (!view.isMoved && !selected) show(0);
          }}
          onMoveEnd={view.onMoveEnd}
          onIdle={onIdle}
          onError={onError}
        >
          <NavigationControl position="top-right" showCompass={false} />
          <Source id={MARKS} type="geojson" data={marks}>
            <Layer {...radiusLayer} />
            <Layer {...radiusEdgeLayer} />
            <Layer {...pin} />
            <Layer {...highlightLayer} />
          </Source>
          <Fragment key={attempt}>
            <Source id={WORKSHOPS} type="vector" tiles={tiles} minzoom={0} maxzoom={TILE_MAX_ZOOM}>
              <Layer {...haloLayer} />
              <Layer {...symbols} />
            </Source>
            <Layer {...ringLayer} source={MARKS} />
          </Fragment>
          {selected && (
            <PlacePopup
              key={keyOf(selected)}
              engine={engine}
              spot={selected}
              search={search}
              mapRef={mapRef}
              frameRef={frameRef}
              onClose={closePopup}
              onSearchArea={onSearchArea}
            />
          )}
        </EngineMap>
        <div className="workshop-map__notice" role="status">
          {areTilesMissing && (
            <p>
              Some workshops could not be loaded.{' '}
              <button type="button" className="workshop-map__link" onClick={tryAgain}>
                Try again
              </button>
            </p>
          )}
          {isReady && view.isMoved && !isFollowed && !areTilesMissing && (
            <button type="button" className="workshop-map__button" onClick={searchArea}>
              Search this area
            </button>
          )}
        </div>
        {!isReady && <p className="workshop-map__placeholder">Loading the map…</p>}
      </div>
    </div>
  );
}
