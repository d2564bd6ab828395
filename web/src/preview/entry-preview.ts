import { PREVIEW_STATE_ELEMENT } from './state';

const isWhole = document.getElementById(PREVIEW_STATE_ELEMENT) !== null;
await (isWhole ? import('./whole') : import('./page'));
