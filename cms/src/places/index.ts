/** The gazetteer: ZIP codes, cities, counties and states, what they are called and where they are. */
export { areaOf, type Town, townOf } from './areas';
export { milesBetween, nearestZip } from './geo';
export { findNear, warmUp } from './near';
export { suggestPlaces } from './suggest';
export { findZip, normalizeZip, type ZipPlace } from './zips';
