/**
 * The map's colours. WebGL and pictures can't read the page's custom properties; these agree with them. White text on
 * `deepDive` and `intro` has a contrast above 4.5 : 1.
 */
export const colors = {
  deepDive: '#00707b',
  intro: '#6a3fa0',
  ink: '#1e2430',
  water: '#dcebf0',
  land: '#fbf8f2',
  abroad: '#eceeeb',
  border: '#c9c2b4',
  county: '#e6e0d3',
  coast: '#a3bfca',
  stateLabel: '#7d7768',
  cityLabel: '#4a5260',
  cityDot: '#717a86',
  pin: '#b3261e',
  mark: '#ffb81d',
} as const;
