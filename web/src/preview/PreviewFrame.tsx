import { useEffect, useRef } from 'react';
import styles from './Preview.module.css';

interface PreviewFrameProps {
  /** "Phone" */
  label: string;
  /** How wide the page's window is, in pixels. */
  width: number;
  src: string;
  onLoad: (frame: HTMLIFrameElement) => void;
}

/** A page in a window of a width of its own, drawn smaller where there is not so much room. */
export function PreviewFrame({ label, width, src, onLoad }: PreviewFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const room = entry?.contentRect.width ?? width;
      element.style.setProperty('--scale', String(Math.min(1, room / width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [width]);

  return (
    <section className={width < 800 ? styles.phone : styles.desktop} aria-label={label}>
      <p className={styles.label}>
        {label} <span>{width} pixels wide</span>
      </p>
      <div ref={box} className={styles.window}>
        <iframe
          src={src}
          title={`The page on a ${label.toLowerCase()}`}
          className={styles.page}
          onLoad={({ currentTarget }) => onLoad(currentTarget)}
        />
      </div>
    </section>
  );
}
