import { parseUrl } from './url.js';

/** A video on a site that plays videos. */
export interface HostedVideo {
  host: 'YouTube' | 'Vimeo';
  id: string;
  /** Of a Vimeo video that is not listed, what its address ends in. */
  key?: string;
}

/** Where the players are: a page that shows one must be allowed to frame these. */
export const PLAYER_ORIGINS = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'];

const YOUTUBE = /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com$/;
const YOUTUBE_ID = /^[\w-]{11}$/;
const VIMEO = /^(?:www\.|player\.)?vimeo\.com$/;
const VIMEO_PATH = /^\/(?:video\/)?(\d{1,12})(?:\/([\da-f]{6,20}))?\/?$/;

/** The video at an address as people copy it from the browser or from “Share”; null when there is none that we can play. */
export function hostedVideo(address: string): HostedVideo | null {
  const url = parseUrl(address.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const { hostname, pathname, searchParams } = url;
  if (VIMEO.test(hostname)) {
    const [, id, hash] = VIMEO_PATH.exec(pathname) ?? [];
    const key = hash ?? searchParams.get('h') ?? '';
    return id ? { host: 'Vimeo', id, ...(/^[\da-f]{6,20}$/.test(key) && { key }) } : null;
  }
  const id = youTubeId(hostname, pathname, searchParams.get('v'));
  return id && YOUTUBE_ID.test(id) ? { host: 'YouTube', id } : null;
}

function youTubeId(hostname: string, pathname: string, v: string | null): string | null | undefined {
  if (hostname === 'youtu.be') return pathname.slice(1).replace(/\/$/, '');
  if (!YOUTUBE.test(hostname)) return null;
  return pathname === '/watch' ? v : /^\/(?:embed|shorts|live|v)\/([^/]+)\/?$/.exec(pathname)?.[1];
}

/** Where to watch it, for a link. */
export function watchAddress({ host, id, key }: HostedVideo): string {
  if (host === 'YouTube') return `https://www.youtube.com/watch?v=${id}`;
  return `https://vimeo.com/${id}${key ? `/${key}` : ''}`;
}

/** Its player, for a frame, told to begin at once and to follow nobody. */
export function playerAddress({ host, id, key }: HostedVideo): string {
  if (host === 'YouTube') return `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`;
  return `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1${key ? `&h=${key}` : ''}`;
}
