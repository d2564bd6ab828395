import type { CardShown, CardToShow, WorkshopResult } from '@deep-dive/shared-types';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import '../styles/index.css';
import { WorkshopItem } from '../workshops/WorkshopItem';
import styles from './CardFrame.module.css';

/**
 * A workshop as lists show it, while it is being written: the CMS's admin, in whose page this stands, says what to show, and
 * nobody else is listened to. Nothing of it leads anywhere: there is nothing there yet.
 * @param admin the origin of the admin
 */
export function CardFrame({ admin }: { admin: string }) {
  const [card, setCard] = useState<WorkshopResult | null>(null);
  const box = useRef<HTMLElement>(null);

  useEffect(() => {
    const listen = ({ origin, source, data }: MessageEvent<Partial<CardToShow>>): void => {
      if (origin === admin && source === window.parent && data?.card) setCard(data.card);
    };
    const tell = (): void => {
      const shown: CardShown = { height: Math.ceil(box.current?.getBoundingClientRect().height ?? 0) };
      window.parent.postMessage(shown, admin);
    };
    window.addEventListener('message', listen);
    const observer = new ResizeObserver(tell);
    if (box.current) observer.observe(box.current);
    tell();
    return () => {
      window.removeEventListener('message', listen);
      observer.disconnect();
    };
  }, [admin]);

  // Each time anew: React writes an address again when it changes.
  useLayoutEffect(() => {
    if (card) for (const link of box.current?.querySelectorAll('a') ?? []) link.removeAttribute('href');
  }, [card]);

  return (
    <main ref={box} className={styles.card}>
      {card && <WorkshopItem workshop={card} level={1} />}
    </main>
  );
}
