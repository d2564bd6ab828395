import {
  hostedVideo,
  type Media,
  playerAddress,
  type VideoSection,
  watchAddress,
} from '@deep-dive/shared-types';
import { type MouseEvent, type SyntheticEvent, useRef, useState } from 'react';
import { Disclosure } from '../../components/Disclosure';
import { Heading } from '../../components/Heading';
import { Picture } from '../../components/Picture';
import { RichText } from '../../components/RichText';
import { SiteLink } from '../../components/SiteLink';
import { safeHref } from '../../hrefs';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Video.module.css';

/** A video. Before somebody presses play none of it is fetched, and nothing at all from another site. */
export function Video({ section, placement }: SectionProps<VideoSection>) {
  const { heading, body, url, file, captions, poster, transcript } = section;
  return (
    <Band placement={placement}>
      <Heading level={placement.level} className={styles.heading}>
        {heading}
      </Heading>
      {body && <RichText text={body} under={placement.level} className={styles.body} />}
      {file ? (
        <OwnVideo title={heading} file={file} captions={captions} poster={poster} />
      ) : (
        <HostedVideo title={heading} url={url ?? ''} poster={poster} />
      )}
      {transcript && (
        <div className={styles.transcript}>
          <Disclosure summary="Transcript">
            <RichText text={transcript} under={placement.level} />
          </Disclosure>
        </div>
      )}
    </Band>
  );
}

interface OwnVideoProps {
  title: string;
  file: Media;
  captions: Media | null;
  poster: Media | null;
}

/** A file of the media library, in the browser's own player, which needs no script. */
function OwnVideo({ title, file, captions, poster }: OwnVideoProps) {
  const hasPlayed = useRef(false);
  const href = safeHref(file.url);
  if (!href) return null;
  // Browsers fetch captions as soon as they are to be shown: not before. Whoever switches them off later has them off.
  const showCaptions = ({ currentTarget: { textTracks } }: SyntheticEvent<HTMLVideoElement>): void => {
    const [track] = textTracks;
    if (track && !hasPlayed.current) track.mode = 'showing';
    hasPlayed.current = true;
  };
  return (
    <>
      <div className={styles.frame}>
        {/* biome-ignore lint/a11y/useMediaCaption: none is published without. */}
        <video
          controls
          playsInline
          preload="none"
          poster={poster ? smallest(poster) : undefined}
          aria-label={title}
          onPlay={showCaptions}
          className={styles.player}
        >
          <source src={href} type={file.mime} />
          {captions && <track kind="captions" srcLang="en" label="English" src={captions.url} />}
          <a href={href}>Download the video</a>
        </video>
      </div>
      <p className={styles.onPaper}>
        <SiteLink href={href}>Watch the video</SiteLink>
      </p>
    </>
  );
}

/** Pixels that a still is wide enough to be shown with. */
const WIDE_ENOUGH = 900;

const smallest = ({ url, sizes }: Media): string =>
  sizes.find(({ width }) => width >= WIDE_ENOUGH)?.url ?? url;

/** One function for all times: React calls a new one each time a page is drawn again, and whoever types elsewhere would be led away. */
const focus = (frame: HTMLIFrameElement | null): void => frame?.focus();

interface HostedVideoProps {
  title: string;
  url: string;
  poster: Media | null;
}

/** A video of YouTube or Vimeo: a link to it, and once that is pressed its player in a frame. */
function HostedVideo({ title, url, poster }: HostedVideoProps) {
  const [isPlaying, setPlaying] = useState(false);
  const video = hostedVideo(url);
  if (!video) return null;
  if (isPlaying)
    return (
      <div className={styles.frame}>
        <iframe
          ref={focus}
          src={playerAddress(video)}
          title={title}
          allow="autoplay; fullscreen; picture-in-picture; encrypted-media"
          // Both refuse to play for a page that doesn't say where it stands.
          referrerPolicy="strict-origin-when-cross-origin"
          className={styles.player}
        />
      </div>
    );
  const play = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setPlaying(true);
  };
  return (
    <div className={styles.frame}>
      <SiteLink href={watchAddress(video)} onClick={play} className={styles.play}>
        {poster && (
          <Picture
            image={{ ...poster, alternativeText: '' }}
            sizes="(min-width: 60rem) 56rem, 92vw"
            className={styles.poster}
          />
        )}
        <span className={styles.button}>
          <span className={styles.triangle} />
          <span>
            Play<span className="visually-hidden"> “{title}”</span>{' '}
            <span className={styles.host}>from {video.host}</span>
          </span>
        </span>
      </SiteLink>
    </div>
  );
}
