import regularFont from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import semiBoldFont from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import counties from '../../../../generated/basemap/counties.json?url&no-inline';
import labels from '../../../../generated/basemap/labels.json?url&no-inline';
import neighbours from '../../../../generated/basemap/neighbours.json?url&no-inline';
import towns from '../../../../generated/basemap/towns.json?url&no-inline';
import unitedStates from '../../../../generated/basemap/us.json?url&no-inline';

/** Where MapLibre finds its worker, and our base map its shapes and fonts. */
export const files = { worker, neighbours, unitedStates, labels, regularFont, semiBoldFont, counties, towns };

/**
 * Has the browser fetch what MapLibre asks for once it runs, while MapLibre itself is on its way: one after the other they
 * take three round trips more. Counties and towns are seen close up alone. What fails is asked for again by MapLibre, which says so.
 */
export function fetchAhead(): void {
  const { counties: _counties, towns: _towns, ...first } = files;
  for (const url of Object.values(first)) fetch(url).catch(() => undefined);
}
