import { takeOverCard } from './card';
import { takeOverPage } from './page';
import { CARD_STATE_ELEMENT, PREVIEW_STATE_ELEMENT } from './state';
import { takeOverWhole } from './whole';

const stateOf = (id: string) => document.getElementById(id)?.textContent;

const whole = stateOf(PREVIEW_STATE_ELEMENT);
const card = stateOf(CARD_STATE_ELEMENT);
if (whole) takeOverWhole(JSON.parse(whole));
else if (card) takeOverCard(JSON.parse(card));
else takeOverPage();
