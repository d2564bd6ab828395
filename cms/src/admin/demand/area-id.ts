/** Where an area stands in the list below the map. */
export const areaId = (key: string): string => `area-${key}`;
