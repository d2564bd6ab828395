/** How long the link of an invitation leads in, in days. */
export const INVITATION_DAYS = 7;

/** `active` has chosen a password; of an `expired` one the link leads nowhere any more. */
export type PersonState = 'active' | 'closed' | 'invited' | 'expired';

/** Somebody who acts for a partner, or was invited to. */
export interface PartnerPerson {
  id: number;
  name: string;
  email: string;
  state: PersonState;
}

/** GET /invitations/:partner of the admin's API, and the answer to what changes it: for Super Admins. */
export interface PartnerPeople {
  people: PartnerPerson[];
}

/** POST /invitations/:partner. */
export interface Invitation {
  firstname: string;
  lastname: string;
  email: string;
}
