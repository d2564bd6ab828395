import { takeOverPage } from './page';
import { PREVIEW_STATE_ELEMENT } from './state';
import { takeOverWhole } from './whole';

const state = document.getElementById(PREVIEW_STATE_ELEMENT)?.textContent;
if (state) takeOverWhole(JSON.parse(state));
else takeOverPage();
