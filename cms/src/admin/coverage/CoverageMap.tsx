import { Box } from '@strapi/design-system';
import { geoAlbersUsa, geoPath } from 'd3-geo';
import { useMemo } from 'react';
import styled from 'styled-components';
import type { Coverage } from '../../rules/coverage';
import { Drawing, frame } from '../map/drawing';
import { STATES } from '../map/states';

const MARGIN = 12;
const DOT = 1.6;

const Land = styled.path<{ $isUnserved: boolean }>`
  fill: ${({ theme, $isUnserved }) => ($isUnserved ? theme.colors.warning200 : theme.colors.neutral0)};
  stroke: ${({ theme }) => theme.colors.neutral400};
`;
const Dots = styled.path`
  stroke: ${({ theme }) => theme.colors.warning600};
  stroke-width: ${DOT * 2};
  stroke-linecap: round;
`;

interface CoverageMapProps extends Pick<Coverage, 'points'> {
  /** Names of the states of which nobody serves any part. */
  unserved: Set<string>;
}

/** Where nobody serves: whole states filled, and a dot for other places. The same is said in words below. */
export function CoverageMap({ points, unserved }: CoverageMapProps) {
  const { land, dots } = useMemo(() => {
    const projection = geoAlbersUsa().fitExtent(frame(MARGIN), STATES);
    const path = geoPath(projection);
    return {
      land: STATES.features.flatMap(({ properties, ...state }) => {
        const outline = path({ ...state, properties });
        return outline ? [{ name: String(properties?.name), outline }] : [];
      }),
      dots: points.flatMap((point) => {
        const at = projection(point);
        return at ? [`M${at[0].toFixed(1)},${at[1].toFixed(1)}h0`] : [];
      }),
    };
  }, [points]);
  return (
    <Box hasRadius overflow="hidden">
      <Drawing role="img" aria-label="Map of where nobody serves">
        {land.map(({ name, outline }) => (
          <Land key={name} d={outline} $isUnserved={unserved.has(name)} />
        ))}
        <Dots d={dots.join('')} />
      </Drawing>
    </Box>
  );
}
