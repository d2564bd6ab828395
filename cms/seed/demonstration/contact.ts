import type { Contact } from '@deep-dive/shared-types';
import type { Written } from '../content/types';

/** Whom visitors can ask where no Regional Partner serves them. */
export const demonstrationContact: Written<Contact> = {
  name: 'The Regional Partner team',
  email: 'partners@professional-learning.example',
  phone: '(555) 010-0199',
};
