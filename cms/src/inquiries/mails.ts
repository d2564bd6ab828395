import type { Core } from '@strapi/strapi';
import { type Composed, mailTask, type SiteContact } from '../email';
import { type Job, jobsAbout, type Task } from '../jobs';
import { PURPOSES } from '../rules/inbox';
import { environmentOf } from '../strapi/environment';
import { partnerWith, workshopNamed, workshopOf } from './addressee';
import { cancelledNow } from './called-off';
import { aboutInquiry, change, inquiryWhere, lineAt, type StoredInquiry, type StoredLine } from './store';
import {
  ACCEPTED,
  ADDED,
  ANSWERED,
  ARRIVED,
  CALLED_OFF,
  RECEIPT,
  REMINDER,
  UNANSWERED,
  WITHDRAWN,
} from './tasks';
import { factsOf } from './words';

/** Where the sender sees how it fares. */
const statusUrl = (site: SiteContact, { token }: StoredInquiry): string => `${site.url}/inquiries/${token}`;

/** Where those who are asked answer. */
const inboxUrl = (strapi: Core.Strapi, id: number): string | undefined => {
  const { CMS_PUBLIC_URL } = environmentOf(strapi);
  return CMS_PUBLIC_URL && `${CMS_PUBLIC_URL.replace(/\/$/, '')}/admin/inbox/${id}`;
};

/** The tasks of mailing. Each reads anew what it tells of: what was erased or withdrawn in the meantime is told to nobody. */
export const inquiryMails = (strapi: Core.Strapi): Record<string, Task> => {
  const about = (
    compose: (inquiry: StoredInquiry, site: SiteContact, job: Job) => Promise<Composed | null>,
    ofWithdrawn = false,
  ): Task =>
    mailTask(strapi, async (job, site) => {
      const id = Number(job.about.split(':')[1]);
      const inquiry = await inquiryWhere(strapi, { id });
      return inquiry && (inquiry.state === 'withdrawn') === ofWithdrawn ? compose(inquiry, site, job) : null;
    });
  return {
    [ARRIVED]: about((inquiry, site) => arrived(strapi, inquiry, site)),
    [RECEIPT]: about((inquiry, site) => receipt(strapi, inquiry, site)),
    [WITHDRAWN]: about((inquiry, site) => withdrawn(strapi, inquiry, site), true),
    [ADDED]: about((...told) => added(strapi, ...told)),
    [ANSWERED]: about((...told) => answered(strapi, ...told)),
    [ACCEPTED]: about((...told) => accepted(strapi, ...told)),
    [CALLED_OFF]: about((...told) => calledOff(strapi, ...told)),
    [REMINDER]: about((...told) => reminder(strapi, ...told)),
    [UNANSWERED]: about((...told) => unanswered(strapi, ...told)),
  };
};

/** Whom an inquiry's mails go to, and how they are called; null when nobody has an address. */
async function asked(
  strapi: Core.Strapi,
  { partner: documentId }: StoredInquiry,
  { national, name }: SiteContact,
): Promise<{ name: string; address: string } | null> {
  const partner = await partnerWith(strapi, documentId);
  if (partner?.email) return { name: partner.name, address: partner.email };
  return national && { name: national.name ?? name, address: national.email };
}

async function arrived(
  strapi: Core.Strapi,
  inquiry: StoredInquiry,
  site: SiteContact,
): Promise<Composed | null> {
  const to = await asked(strapi, inquiry, site);
  if (!to) return null;
  const workshop = await workshopOf(strapi, inquiry);
  const subject = `${PURPOSES[inquiry.purpose]}: ${inquiry.name}`;
  return {
    to: to.address,
    replyTo: { name: inquiry.name, address: inquiry.email },
    letter: {
      subject,
      preview: inquiry.school ?? subject,
      heading: PURPOSES[inquiry.purpose],
      paragraphs: [`${inquiry.name} wrote to ${to.name} on the site.`],
      ...(inquiry.message !== null && { quote: inquiry.message }),
      facts: factsOf(inquiry, workshop?.title ?? null),
      ...answering(strapi, inquiry),
    },
  };
}

/** How to answer: in the admin where its address is known, by mail in any case. */
function answering(
  strapi: Core.Strapi,
  { id, name }: StoredInquiry,
): Pick<Composed['letter'], 'button' | 'closing'> {
  const url = inboxUrl(strapi, id);
  return {
    ...(url && { button: { label: 'Answer', url } }),
    closing: [`Or reply to this mail: your reply goes to ${name}.`],
  };
}

async function receipt(strapi: Core.Strapi, inquiry: StoredInquiry, site: SiteContact): Promise<Composed> {
  const partner = await partnerWith(strapi, inquiry.partner);
  const to = partner?.name ?? site.national?.name ?? site.name;
  const workshop = await workshopOf(strapi, inquiry);
  // Nothing of what was typed is repeated: whoever typed it need not be who gets this mail.
  return {
    to: inquiry.email,
    letter: {
      subject: `Your message to ${to}`,
      preview: 'We have passed it on. Here is what happens next.',
      heading: 'Your message is on its way',
      paragraphs: [
        `We have passed it on to ${to}${workshop ? `. It is about “${workshop.title}”` : ''}. Most answers come within two working days.`,
        'You can see how it fares, add something, or take it back at any time:',
      ],
      button: { label: 'See your message', url: statusUrl(site, inquiry) },
      closing: [
        'Keep this link to yourself: it shows what you wrote.',
        'You didn’t write to us? Someone may have mistyped their address. You can take the message back with the link above.',
      ],
    },
  };
}

async function added(
  strapi: Core.Strapi,
  inquiry: StoredInquiry,
  site: SiteContact,
  { data }: Job,
): Promise<Composed | null> {
  const to = await asked(strapi, inquiry, site);
  const line = await lineAt(strapi, Number(data.line));
  if (!to || !line) return null;
  return {
    to: to.address,
    replyTo: { name: inquiry.name, address: inquiry.email },
    letter: {
      subject: `${PURPOSES[inquiry.purpose]}: ${inquiry.name} added something`,
      preview: line.text,
      heading: `${inquiry.name} added something`,
      paragraphs: [],
      quote: line.text,
      ...answering(strapi, inquiry),
    },
  };
}

async function withdrawn(
  strapi: Core.Strapi,
  inquiry: StoredInquiry,
  site: SiteContact,
): Promise<Composed | null> {
  const to = await asked(strapi, inquiry, site);
  const mails = await jobsAbout(strapi, aboutInquiry(inquiry.id));
  const wasTold = mails.some(({ task, state }) => task === ARRIVED && state === 'done');
  if (!to || !wasTold) return null;
  return {
    to: to.address,
    letter: {
      subject: `Taken back: ${PURPOSES[inquiry.purpose]}: ${inquiry.name}`,
      preview: 'It needs no answer.',
      heading: 'Taken back: it needs no answer',
      paragraphs: [`${inquiry.name} has taken back what they wrote to ${to.name}.`],
    },
  };
}

async function answered(
  strapi: Core.Strapi,
  inquiry: StoredInquiry,
  site: SiteContact,
  { data }: Job,
): Promise<Composed | null> {
  const line = await lineAt(strapi, Number(data.line));
  if (!line) return null;
  const { from, author, ...signed } = await signature(strapi, inquiry, site, line, data);
  return {
    to: inquiry.email,
    ...signed,
    letter: {
      subject: `An answer from ${from}`,
      preview: line.text,
      heading: `${line.author ?? from} answered`,
      paragraphs: [],
      quote: line.text,
      facts: [['From', author]],
      button: { label: 'See your message and the answer', url: statusUrl(site, inquiry) },
      closing: ['You can reply to this mail, or add something on that page.'],
    },
  };
}

/** Who wrote a line to the sender: in whose name, how they are called, and where a reply goes. */
async function signature(
  strapi: Core.Strapi,
  { partner: documentId }: StoredInquiry,
  site: SiteContact,
  { author }: StoredLine,
  data: Job['data'],
): Promise<{ from: string; author: string } & Pick<Composed, 'replyTo'>> {
  const partner = await partnerWith(strapi, documentId);
  const from = data.national ? site.name : (partner?.name ?? site.name);
  return {
    from,
    author: author === null ? from : `${author}, ${from}`,
    replyTo: { name: author ?? from, address: String(data.replyTo) },
  };
}

async function accepted(
  strapi: Core.Strapi,
  inquiry: StoredInquiry,
  site: SiteContact,
  { data }: Job,
): Promise<Composed | null> {
  const line = await lineAt(strapi, Number(data.line));
  const workshop = inquiry.joins === null ? null : await workshopOf(strapi, inquiry);
  if (!line || !workshop) return null;
  const { title, path } = workshop;
  const { from, author, ...signed } = await signature(strapi, inquiry, site, line, data);
  const status = statusUrl(site, inquiry);
  return {
    to: inquiry.email,
    ...signed,
    letter: {
      subject: `You can join: ${title}`,
      preview: `${from} says yes. Here is the workshop’s page.`,
      heading: 'You can join',
      paragraphs: [
        `${from} says yes: you can join “${title}”.`,
        path === null
          ? 'Its page is not on the site just now. Please reply to this mail to ask when and where it is.'
          : 'Its page says when it is, in which town, and whom to ask. Only who has its address can see it, so please keep it to yourself.',
      ],
      quote: line.text,
      facts: [['From', author]],
      button:
        path === null
          ? { label: 'See your message and the answer', url: status }
          : { label: 'See the workshop', url: site.url + path },
      closing: [
        `Can’t you come after all? Please take your message back, so that somebody else gets the place: ${status}`,
      ],
    },
  };
}

async function calledOff(
  strapi: Core.Strapi,
  inquiry: StoredInquiry,
  site: SiteContact,
  { data }: Job,
): Promise<Composed | null> {
  const documentId = String(data.workshop);
  const workshop = await workshopNamed(strapi, documentId);
  const cancelled = await cancelledNow(strapi, documentId);
  if (!workshop || !cancelled) return null;
  const to = await asked(strapi, inquiry, site);
  const { title, path } = workshop;
  const { when } = cancelled;
  return {
    to: inquiry.email,
    ...(to && { replyTo: to }),
    letter: {
      subject: `Cancelled: ${title}`,
      preview: 'The workshop you asked about doesn’t take place.',
      heading: 'The workshop you asked about is cancelled',
      paragraphs: [
        `“${title}”${when === null ? '' : `, ${when},`} doesn’t take place. We are sorry.`,
        to ? `Reply to this mail to ask ${to.name} about another one.` : 'There may be another one near you.',
      ],
      button:
        path === null
          ? { label: 'See your message', url: statusUrl(site, inquiry) }
          : { label: 'See its page, and others nearby', url: site.url + path },
    },
  };
}

/** Nobody is reminded of what was answered, or of what waits anew since. */
const stillWaits = ({ waitingSince }: StoredInquiry, { data }: Job): boolean => waitingSince === data.since;

async function reminder(
  strapi: Core.Strapi,
  inquiry: StoredInquiry,
  site: SiteContact,
  job: Job,
): Promise<Composed | null> {
  const to = await asked(strapi, inquiry, site);
  if (!to || !stillWaits(inquiry, job)) return null;
  return {
    to: to.address,
    replyTo: { name: inquiry.name, address: inquiry.email },
    letter: {
      subject: `${inquiry.name} waits for your answer`,
      preview: `${PURPOSES[inquiry.purpose]}, two working days ago.`,
      heading: `${inquiry.name} waits for your answer`,
      paragraphs: [
        `${inquiry.name} wrote to ${to.name} two working days ago. After five, our national team is told.`,
      ],
      ...(inquiry.message !== null && { quote: inquiry.message }),
      ...answering(strapi, inquiry),
    },
  };
}

async function unanswered(
  strapi: Core.Strapi,
  inquiry: StoredInquiry,
  site: SiteContact,
  job: Job,
): Promise<Composed | null> {
  if (!stillWaits(inquiry, job)) return null;
  await change(strapi, { id: inquiry.id }, { escalated: true });
  const { national } = site;
  if (!national) return null;
  const partner = await partnerWith(strapi, inquiry.partner);
  const who = partner?.name ?? 'Nobody';
  return {
    to: national.email,
    replyTo: { name: inquiry.name, address: inquiry.email },
    letter: {
      subject: `Unanswered for five working days: ${inquiry.name}`,
      preview: `${who} has not answered yet.`,
      heading: 'Unanswered for five working days',
      paragraphs: [
        partner
          ? `${inquiry.name} wrote to ${partner.name}, who has not answered yet.`
          : `${inquiry.name} wrote to you, and nobody has answered yet.`,
      ],
      ...(inquiry.message !== null && { quote: inquiry.message }),
      facts: factsOf(inquiry, (await workshopOf(strapi, inquiry))?.title ?? null),
      ...answering(strapi, inquiry),
    },
  };
}
