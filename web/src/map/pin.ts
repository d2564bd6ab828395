/** A pin as SVG path data: its tip is the origin, its head a circle of radius 11 about (0, -21). */
export const PIN_PATH = 'M0,0C-2-7-11-12-11-21a11,11 0 1 1 22,0C11-12 2-7 0,0z';
