import { beforeAll, describe, expect, it } from 'vitest';
import { buildBasemap } from '../../../basemap/build';

let render: typeof import('./locator').renderLocatorSvg;
beforeAll(async () => {
  await buildBasemap();
  ({ renderLocatorSvg: render } = await import('./locator'));
});

const denver = { latitude: 39.7392, longitude: -104.9903, label: 'Denver, CO' };

describe('renderLocatorSvg', () => {
  it('is a self-contained picture that names its place and the cities about it', () => {
    const picture = render(denver);
    expect(picture).toContain('<title id="title">Map of the region about Denver, CO</title>');
    expect(picture).toMatch(/>Boulder<\/text>/);
    expect(picture).not.toMatch(/<script|style=|href|undefined|NaN/);
    expect(picture.length).toBeLessThan(60_000);
  });

  it.each([
    ['Anchorage', 61.22, -149.9],
    ['Attu, west of the antimeridian', 52.9, 173.1],
    ['Adak, east of it', 51.88, -176.65],
    ['Honolulu', 21.31, -157.86],
    ['San Juan', 18.47, -66.11],
    ['Hagåtña', 13.47, 144.75],
    ['Pago Pago', -14.28, -170.7],
  ])('draws the land about %s', (_, latitude, longitude) => {
    const land = /<path fill="#fbf8f2" fill-rule="evenodd" d="([^"]*)"/.exec(
      render({ latitude, longitude, label: 'here' }),
    );
    expect(land?.[1]).toMatch(/^M/);
  });

  it('keeps what it is told from being markup, and a long label from running out of the picture', () => {
    const picture = render({ ...denver, label: `<script>"&${'x'.repeat(200)}` });
    expect(picture).not.toContain('<script>');
    expect(picture).toMatch(/>[^<>]{1,60}xxx…<\/text>/);
  });
});
