import type { Core } from '@strapi/strapi';
import { SITE } from '../schema/uids';
import { rows } from '../strapi/documents';
import { environmentOf } from '../strapi/environment';
import type { Organisation } from './templates/LetterMail';

/** Whom mails are from, and who is written to where no Regional Partner is known: what is published of the Site. */
export interface SiteContact extends Organisation {
  /** Null when nobody has named one. */
  national: { name: string | null; email: string } | null;
}

/** Reads them. Without a Site the organisation has the name of its address. */
export async function siteContact(strapi: Core.Strapi): Promise<SiteContact> {
  const site: {
    name: string;
    postalAddress: string | null;
    nationalContact: { name: string | null; email: string } | null;
  } | null = await rows(strapi, SITE).findOne({
    where: { publishedAt: { $notNull: true } },
    populate: { nationalContact: true },
  });
  const url = siteUrl(strapi);
  const contact = site?.nationalContact;
  return {
    name: site?.name ?? new URL(url).host,
    postalAddress: site?.postalAddress ?? null,
    url,
    national: contact ? { name: contact.name, email: contact.email } : null,
  };
}

/** Where visitors see the site; where `npm start` shows it, when the CMS isn't told. */
export const siteUrl = (strapi: Core.Strapi): string =>
  environmentOf(strapi).PUBLIC_URL ?? 'http://localhost:3000';
