/** The gazetteer: ZIP codes, cities, counties and states, what they are called and where they are. */
export { areaOf, type Town, townOf } from './areas';
export { milesBetween, milesToNearest, nearestZip } from './geo';
export { findNear, warmUp } from './near';
export { suggestPlaces } from './suggest';
export { allZips, findZip, normalizeZip, type ZipPlace } from './zips';
