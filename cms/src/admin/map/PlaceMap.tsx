import { Box } from '@strapi/design-system';
import { useMemo } from 'react';
import styled from 'styled-components';
import type { LookedPlace } from '../../rules/workshop-form';
import { Drawing, WIDTH } from './drawing';
import { placeOnMap } from './place-map';
import { STATES } from './states';

const RADIUS = 13;

const Land = styled.path<{ $isOwn?: boolean }>`
  fill: ${({ theme, $isOwn }) => ($isOwn ? theme.colors.neutral0 : theme.colors.neutral150)};
  stroke: ${({ theme }) => theme.colors.neutral300};
  stroke-width: 2;
`;
const Pin = styled.circle`
  fill: ${({ theme }) => theme.colors.primary600};
  stroke: ${({ theme }) => theme.colors.neutral0};
  stroke-width: 4;
`;
const Name = styled.text`
  fill: ${({ theme }) => theme.colors.neutral800};
  stroke: ${({ theme }) => theme.colors.neutral0};
  stroke-width: 6;
  paint-order: stroke;
  font-size: 32px;
  font-weight: 600;
  dominant-baseline: central;
`;

/** A place in its state: enough to see that it is the right town. */
export function PlaceMap({ place }: { place: LookedPlace }) {
  const { longitude, latitude, city, state } = place;
  const { own, others, x, y } = useMemo(
    () => placeOnMap({ longitude, latitude }, STATES),
    [longitude, latitude],
  );
  const isRight = x > WIDTH / 2;
  return (
    <Box hasRadius overflow="hidden">
      <Drawing role="img" aria-label={`Map: ${city} in ${state}`}>
        {others.map((outline) => (
          <Land key={outline} d={outline} />
        ))}
        {own && <Land $isOwn d={own} />}
        <Pin cx={x} cy={y} r={RADIUS} />
        <Name
          x={isRight ? x - 2 * RADIUS : x + 2 * RADIUS}
          y={y}
          textAnchor={isRight ? 'end' : 'start'}
          aria-hidden
        >
          {city}
        </Name>
      </Drawing>
    </Box>
  );
}
