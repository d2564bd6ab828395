import { Box, Typography } from '@strapi/design-system';
import { useMemo } from 'react';
import styled from 'styled-components';
import type { DemandArea } from '../../rules/demand';
import { Drawing } from '../map/drawing';
import { STATES } from '../map/states';
import { areaId } from './area-id';
import { demandMap, READABLE } from './demand-map';
import { demandInWords } from './words';

const Land = styled.path`
  fill: ${({ theme }) => theme.colors.neutral0};
  stroke: ${({ theme }) => theme.colors.neutral300};
`;
const Circle = styled.circle`
  fill: ${({ theme }) => theme.colors.primary600};
  fill-opacity: 0.85;
  stroke: ${({ theme }) => theme.colors.neutral0};
  stroke-width: 1.5;
  a:focus-visible > & {
    stroke-width: 4;
  }
`;
const Teachers = styled.text`
  fill: ${({ theme }) => theme.colors.neutral0};
  font-size: 13px;
  font-weight: 600;
  text-anchor: middle;
  dominant-baseline: central;
`;

/** Where workshops are wanted. A circle leads to its area in the list. */
export function DemandMap({ areas }: { areas: DemandArea[] }) {
  const { states, marks } = useMemo(() => demandMap(areas, STATES), [areas]);
  const isMissing = marks.length < areas.length;
  return (
    <Box hasRadius overflow="hidden">
      <Drawing role="group" aria-label="Map of where workshops are wanted">
        {states.map((outline) => (
          <Land key={outline} d={outline} />
        ))}
        {marks.map(({ area, x, y, radius }) => (
          <a key={area.key} href={`#${areaId(area.key)}`} aria-label={`${area.area}: ${demandInWords(area)}`}>
            <title>{`${area.area}: ${demandInWords(area)}`}</title>
            <Circle cx={x} cy={y} r={radius} />
            {radius >= READABLE && (
              <Teachers x={x} y={y}>
                {area.teachers}
              </Teachers>
            )}
          </a>
        ))}
      </Drawing>
      {isMissing && (
        <Typography variant="pi" textColor="neutral600">
          Some places lie beyond this map. They are in the list.
        </Typography>
      )}
    </Box>
  );
}
