import styled from 'styled-components';

/** Of a map, in its own units. */
export const WIDTH = 640;
export const HEIGHT = 400;

/** A map of the states, as wide as there is room for. */
export const Drawing = styled.svg.attrs({ viewBox: `0 0 ${WIDTH} ${HEIGHT}` })`
  display: block;
  width: 100%;
  max-width: 64rem;
  max-height: 60vh;
  background: ${({ theme }) => theme.colors.neutral100};
`;

/** Within so many units of its edges nothing is drawn. */
export const frame = (margin: number): [[number, number], [number, number]] => [
  [margin, margin],
  [WIDTH - margin, HEIGHT - margin],
];
