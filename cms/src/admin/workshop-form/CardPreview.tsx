import type { CardShown, CardToShow, WorkshopResult } from '@deep-dive/shared-types';
import { Box, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import type { PreviewAddress } from '../../rules/preview';
import { useAnswer } from '../useAnswer';

/** In CSS pixels: whatever the frame says, it takes no more of the form's page. */
const TALLEST = 900;
/** How long the site may take until it listens, in milliseconds. */
const PATIENCE = 10_000;

/** A workshop's card in a frame of the site's, which draws it as in its lists, and is told what to draw. */
export function CardPreview({ card }: { card: WorkshopResult | null }) {
  const address = useAnswer<PreviewAddress>('/preview/card');
  if (address === undefined) return null;
  if (address === 'failed') return <Unavailable />;
  return <Frame url={address.url} card={card} />;
}

function Frame({ url, card }: { url: string; card: WorkshopResult | null }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number>();
  const [isLate, setLate] = useState(false);
  const site = new URL(url).origin;
  const isListening = height !== undefined;

  useEffect(() => {
    const listen = ({ origin, source, data }: MessageEvent<Partial<CardShown>>): void => {
      if (origin !== site || source !== frame.current?.contentWindow) return;
      if (typeof data?.height === 'number') setHeight(Math.min(data.height, TALLEST));
    };
    window.addEventListener('message', listen);
    const late = setTimeout(() => setLate(true), PATIENCE);
    return () => {
      window.removeEventListener('message', listen);
      clearTimeout(late);
    };
  }, [site]);

  useEffect(() => {
    const shown: CardToShow | null = card && { card };
    if (isListening && shown) frame.current?.contentWindow?.postMessage(shown, site);
  }, [card, isListening, site]);

  return (
    <>
      {card === null && (
        <Typography textColor="neutral600">
          Once you have said when and where it is, its card stands here as visitors will find it.
        </Typography>
      )}
      {isLate && !isListening && <Unavailable />}
      <Box
        hasRadius
        borderColor="neutral200"
        overflow="hidden"
        style={{ display: card && isListening ? 'block' : 'none' }}
      >
        <iframe
          ref={frame}
          src={url}
          title="The workshop’s card, as visitors will see it"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it can be used, and on a telephone it stands in what scrolls by itself: Tab is to reach it, and passes it in one step.
          tabIndex={0}
          style={{ display: 'block', width: '100%', height: height || 1, border: 0 }}
        />
      </Box>
    </>
  );
}

const Unavailable = () => (
  <Typography textColor="neutral600">
    The site doesn’t show the card at the moment. Nothing you enter is lost by that.
  </Typography>
);
