import { describe, expect, it } from 'vitest';
import { hostedVideo, PLAYER_ORIGINS, playerAddress, watchAddress } from './video.js';

const ID = 'dQw4w9WgXcQ';

it('is known to browsers without `URL.canParse` as well', () => {
  const { canParse } = URL;
  try {
    Reflect.deleteProperty(URL, 'canParse');
    expect(hostedVideo(`https://youtu.be/${ID}`)).toEqual({ host: 'YouTube', id: ID });
    expect(hostedVideo('a video')).toBeNull();
  } finally {
    URL.canParse = canParse;
  }
});

describe('a video’s address', () => {
  it.each([
    `https://www.youtube.com/watch?v=${ID}`,
    `http://youtube.com/watch?v=${ID}&t=42s&list=PL1`,
    `https://m.youtube.com/watch?app=desktop&v=${ID}`,
    `https://youtu.be/${ID}?si=x`,
    ` https://www.youtube-nocookie.com/embed/${ID} `,
    `https://www.youtube.com/shorts/${ID}`,
    `https://www.youtube.com/live/${ID}?feature=share`,
  ])('on YouTube: %s', (address) => {
    expect(hostedVideo(address)).toEqual({ host: 'YouTube', id: ID });
  });

  it.each([
    ['https://vimeo.com/76979871', { id: '76979871' }],
    ['https://player.vimeo.com/video/76979871?h=8272103f6e', { id: '76979871', key: '8272103f6e' }],
    ['https://vimeo.com/76979871/8272103f6e?share=copy', { id: '76979871', key: '8272103f6e' }],
  ])('on Vimeo: %s', (address, video) => {
    expect(hostedVideo(address)).toEqual({ host: 'Vimeo', ...video });
  });

  it.each([
    '',
    'a video',
    `youtube.com/watch?v=${ID}`,
    `javascript:alert(1)//www.youtube.com/watch?v=${ID}`,
    `https://youtube.com.evil.example/watch?v=${ID}`,
    `https://evil.example/?https://www.youtube.com/watch?v=${ID}`,
    'https://www.youtube.com/',
    'https://www.youtube.com/@codeorg',
    'https://www.youtube.com/playlist?list=PL1',
    'https://www.youtube.com/watch?v="><script>',
    'https://vimeo.com/channels/staffpicks',
    'https://vimeo.com/',
  ])('is none that we can play: %s', (address) => {
    expect(hostedVideo(address)).toBeNull();
  });

  it('leads to where it is watched, and to a player on one of the hosts that pages may frame', () => {
    const videos = [
      { host: 'YouTube', id: ID },
      { host: 'Vimeo', id: '76979871', key: '8272103f6e' },
    ] as const;
    for (const video of videos) {
      expect(hostedVideo(watchAddress(video))).toEqual(video);
      expect(hostedVideo(playerAddress(video))).toEqual(video);
      expect(PLAYER_ORIGINS).toContain(new URL(playerAddress(video)).origin);
    }
  });
});
