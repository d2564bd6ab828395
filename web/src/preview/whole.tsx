import { hydrateRoot } from 'react-dom/client';
import { Preview } from './Preview';
import type { PreviewState } from './state';

/** Takes over a preview as a whole, which the server has rendered. */
export function takeOverWhole(state: PreviewState): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The document lacks its #root');
  hydrateRoot(root, <Preview state={state} />);
}
