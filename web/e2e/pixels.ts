import type { Page } from 'playwright-core';

/** How many pixels of a picture are near our two pin colours, and how many different colours it has (in steps of 16). */
export function countPixels(
  page: Page,
  png: Buffer,
): Promise<{ teal: number; purple: number; colours: number }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('No canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set<number>();
    let [teal, purple] = [0, 0];
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      colours.add(((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4));
      if (red < 60 && green > 80 && green < 160 && blue > 90 && blue < 180) teal++;
      if (red > 70 && red < 140 && green < 110 && blue > 110 && blue < 190 && blue > red) purple++;
    }
    return { teal, purple, colours: colours.size };
  }, png.toString('base64'));
}
