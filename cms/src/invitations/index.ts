import type { Core } from '@strapi/strapi';
import { mailTask } from '../email';
import type { Task } from '../jobs';
import { INVITATION_DAYS } from '../rules/invitations';
import { PARTNER } from '../schema/uids';
import { addAdminRoutes } from '../strapi/admin-routes';
import { rows } from '../strapi/documents';
import { environmentOf } from '../strapi/environment';
import type { RequestContext } from '../strapi/respond';
import { requiredNumber } from '../versions/routes';
import { type Account, invite, inviteAgain, peopleOf } from './invite';
import { EXPIRE, INVITE } from './tasks';

/** The routes of the admin's API below /invitations: what rules/invitations.ts describes. Nobody opens them but Super Admins. To be called in `register()`. */
export function addInvitationRoutes(strapi: Core.Strapi): void {
  const partner = (ctx: RequestContext) => String(ctx.params.partner);
  addAdminRoutes(strapi, 'invitations', {
    'GET /:partner': (ctx) => peopleOf(strapi, partner(ctx)),
    'POST /:partner': (ctx) => invite(strapi, partner(ctx), ctx.request.body),
    'POST /:partner/:account': (ctx) =>
      inviteAgain(strapi, partner(ctx), requiredNumber(ctx.params as Record<string, unknown>, 'account')),
  });
}

const accountOf = async (strapi: Core.Strapi, about: string): Promise<Account | null> =>
  rows(strapi, 'admin::user').findOne({ where: { id: Number(about.split(':')[1]) } });

/** The tasks of this folder. */
export const invitationTasks = (strapi: Core.Strapi): Record<string, Task> => ({
  [INVITE]: mailTask(strapi, async ({ about, data }, site) => {
    const account = await accountOf(strapi, about);
    // Taken up in the meantime, or sent again with another link.
    if (!account || account.isActive || account.registrationToken !== data.token) return null;
    const partner: { name: string } | null = await rows(strapi, PARTNER).findOne({
      where: { admins: { id: account.id } },
    });
    if (!partner) return null;
    const url = `${environmentOf(strapi).CMS_PUBLIC_URL?.replace(/\/$/, '')}/admin/auth/register?registrationToken=${account.registrationToken}`;
    return {
      to: account.email,
      letter: {
        subject: `Your account for ${partner.name}`,
        preview: 'Choose a password, and enter your workshops.',
        heading: `Welcome, ${account.firstname ?? partner.name}`,
        paragraphs: [
          `You can now act for ${partner.name} on ${site.name}: enter workshops, keep your profile, and answer what teachers write.`,
          'Choose a password to begin.',
        ],
        button: { label: 'Choose a password', url },
        closing: [
          `The link works for ${INVITATION_DAYS} days, and once. Nobody else should use it.`,
          'You expected no such mail? There is nothing to do: without a password nobody gets in.',
        ],
      },
    };
  }),
  [EXPIRE]: async ({ about, data }) => {
    const { count } = await rows(strapi, 'admin::user').updateMany({
      where: { id: Number(about.split(':')[1]), isActive: false, registrationToken: String(data.token) },
      data: { registrationToken: null },
    });
    return count === 0 ? 'dropped' : undefined;
  },
});
