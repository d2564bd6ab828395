import type { PreviewCard } from '@deep-dive/shared-types';
import { createRoot } from 'react-dom/client';
import { CardFrame } from './CardFrame';

/** Takes over the frame of a workshop's card, which the server sends empty. */
export function takeOverCard({ admin }: PreviewCard): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The document lacks its #root');
  createRoot(root).render(<CardFrame admin={admin} />);
}
