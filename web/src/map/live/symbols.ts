import { colors } from '../colors';
import type { Mix } from '../counts';
import { PIN_PATH } from '../pin';

/** The image of a city's dot on the base map. */
export const CITY_DOT = 'city-dot';
/** The image of the pin at the searched place; its tip is at the bottom. */
export const PIN = 'pin';

/** From how many workshops on a symbol grows, and its radius in CSS pixels. */
export const sizes = [
  { from: 1, radius: 9 },
  { from: 2, radius: 13 },
  { from: 10, radius: 16 },
  { from: 50, radius: 20 },
  { from: 200, radius: 25 },
] as const;

/** Images are drawn at twice their size, for screens with dense pixels. */
const PIXEL_RATIO = 2;
/** Width of the white rim about a symbol, in CSS pixels. */
const RIM = 2;

/** The part of a map that images are added to. */
interface ImageStore {
  hasImage(id: string): boolean;
  addImage(id: string, image: ImageData, options: { pixelRatio: number }): unknown;
}

/** The id of the symbol for a mix at one of the `sizes`. */
export function symbolId(mix: Mix, size: number): string {
  return `${mix}:${size}`;
}

/** Draws the image with this id (a `symbolId`, `CITY_DOT` or `PIN`) and adds it to the map; other ids are left alone. */
export function addSymbol(map: ImageStore, id: string): void {
  if (map.hasImage(id)) return;
  const image = id === CITY_DOT ? drawDot() : id === PIN ? drawPin() : drawSymbol(id);
  if (image) map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
}

function drawDot(): ImageData | null {
  return drawing(2.6 + RIM, (context) => {
    paint(context, [disc(2.6), colors.cityDot]);
  });
}

function drawPin(): ImageData | null {
  const reach = 16 + RIM;
  return drawing(reach, (context) => {
    context.translate(0, reach - RIM);
    paint(context, [new Path2D(PIN_PATH), colors.pin], [disc(4.5, { y: -21 }), '#fff']);
  });
}

function drawSymbol(id: string): ImageData | null {
  const [mix, index] = id.split(':');
  const size = sizes[Number(index)];
  if (!size || !(mix === 'deep-dive' || mix === 'intro' || mix === 'mixed')) return null;
  const { radius } = size;
  return drawing(radius * 1.25 + RIM, (context) => {
    const reach = radius * 1.25;
    if (mix === 'deep-dive') paint(context, [disc(radius), colors.deepDive]);
    if (mix === 'intro') paint(context, [diamond(reach), colors.intro]);
    if (mix === 'mixed') {
      paint(context, [disc(radius * 1.1), colors.deepDive]);
      paint(context, [diamond(radius * 1.1 - RIM), colors.intro]);
    }
  });
}

function disc(radius: number, { y = 0 } = {}): Path2D {
  const path = new Path2D();
  path.arc(0, y, radius, 0, 2 * Math.PI);
  path.closePath();
  return path;
}

function diamond(reach: number): Path2D {
  const path = new Path2D();
  path.lineTo(0, -reach);
  path.lineTo(reach, 0);
  path.lineTo(0, reach);
  path.lineTo(-reach, 0);
  path.closePath();
  return path;
}

/** Fills shapes in their colours, with one white rim about them all so that they stand out from the map. */
function paint(context: CanvasRenderingContext2D, ...shapes: [Path2D, string][]): void {
  context.lineJoin = 'round';
  context.lineWidth = RIM * 2;
  context.strokeStyle = '#fff';
  for (const [path] of shapes) context.stroke(path);
  for (const [path, color] of shapes) {
    context.fillStyle = color;
    context.fill(path);
  }
}

/** Draws on a square that reaches `reach` CSS pixels from its middle, which is the origin. */
function drawing(reach: number, draw: (context: CanvasRenderingContext2D) => void): ImageData | null {
  const side = Math.ceil(reach * 2) * PIXEL_RATIO;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  // Read back at once: from the graphics card that holds the page up for a tenth of a second.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.translate(side / 2, side / 2);
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  draw(context);
  return context.getImageData(0, 0, side, side);
}
