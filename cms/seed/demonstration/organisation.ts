import type { Site } from '@deep-dive/shared-types';
import type { Written } from '../content/types';

/** Whom visitors can ask where no Regional Partner serves them, and what stands at the foot of mails. */
export const demonstrationOrganisation: Written<Pick<Site, 'nationalContact' | 'postalAddress'>> = {
  nationalContact: {
    name: 'The Regional Partner team',
    email: 'partners@professional-learning.example',
    phone: '(555) 010-0199',
  },
  postalAddress: '100 Example Avenue, Suite 200\nSeattle, WA 98101',
};
