import { useState } from 'react';
import styles from './ShareButton.module.css';

interface ShareButtonProps {
  title: string;
  /** Absolute. */
  url: string;
}

/** Hands a page's address to the device's own way of sharing, or else to the clipboard. Without script it does not show. */
export function ShareButton({ title, url }: ShareButtonProps) {
  const [said, setSaid] = useState('');
  const share = async (): Promise<void> => {
    setSaid('');
    if (await isShared({ title, url })) return;
    setSaid(await copy(url));
  };
  return (
    <div className={styles.share}>
      <button type="button" className={styles.button} onClick={share}>
        Share<span className="visually-hidden">: {title}</span>
      </button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
}

/** Whether the device took it over, be it that the visitor then thought better of it. */
async function isShared(data: ShareData): Promise<boolean> {
  if (!navigator.canShare?.(data)) return false;
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/** What to tell the visitor. The clipboard may be refused, and there is none on a page without HTTPS. */
async function copy(url: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(url);
    return 'Link copied';
  } catch {
    return `Copy this link: ${url}`;
  }
}
