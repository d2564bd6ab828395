import { hydrateRoot } from 'react-dom/client';
import { Preview } from './Preview';
import { PREVIEW_STATE_ELEMENT, type PreviewState } from './state';

const root = document.getElementById('root');
const stateElement = document.getElementById(PREVIEW_STATE_ELEMENT);
if (!root || !stateElement?.textContent) throw new Error('The document lacks its #root or its state');
const state = JSON.parse(stateElement.textContent) as PreviewState;
hydrateRoot(root, <Preview state={state} />);
