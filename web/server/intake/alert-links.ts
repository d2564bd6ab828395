import {
  type Alerts,
  CmsUnavailableError,
  isToken,
  NotFoundError,
  readAlertChangeForm,
} from '@deep-dive/shared-types';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { wishesIn } from '../../src/alerts/typed';
import { ALERTS_PATH } from '../../src/hrefs';
import type { AlertsPageProps } from '../../src/pages/AlertsPage/AlertsPage';
import { addressOf } from '../address';
import type { AlertsCms } from './alerts-cms';
import { type Door, type IntakeContext, PlainAnswer, privately } from './door';
import { RefusedError } from './intake-cms';

type FoundAlerts = Extract<AlertsPageProps, { found: true }>;

/** What the address of the page may say that it is about, each with the alert's id. */
const ABOUT = ['confirm', 'confirmed', 'changed', 'ended'] as const;

/** The private page of what someone asked to be told, and what stops the mails about it. */
export function alertLinkRoutes(door: Door, alerts: AlertsCms | null): Hono<{ Bindings: HttpBindings }> {
  const app = door.routes();
  const LINK = `${ALERTS_PATH}/:token`;
  const UNSUBSCRIBE = `${LINK}/:id/unsubscribe`;

  app.use(`${LINK}/*`, privately);

  const alertsPage = (
    c: IntakeContext,
    status: 200 | 404 | 422 | 429 | 503,
    props: AlertsPageProps,
  ): Promise<Response> => door.page(c, status, (pages, options) => pages.alerts(options, props));

  const keptFor = (c: IntakeContext, token: string): Promise<Alerts | undefined> =>
    door.kept(c, token, async (known) => alerts?.all(known));

  app.get(LINK, async (c) => {
    const token = c.req.param('token');
    const query = new URLSearchParams(addressOf(c.env.incoming).query);
    const about = ABOUT.find((each) => query.has(each)) ?? null;
    const kept = await keptFor(c, token).catch((error: unknown) => {
      // What was done is not to be done again because the next page can't be had.
      throw about && about !== 'confirm' && error instanceof CmsUnavailableError ? DONE : error;
    });
    if (!kept) return alertsPage(c, 404, { found: false });
    const id = about && query.get(about);
    return alertsPage(c, 200, {
      ...{ found: true, token, alerts: kept, id, attempt: null, hindrance: null },
      about: about === 'confirm' ? stateOf(kept, id) : about,
    });
  });

  app.post(LINK, async (c) => {
    const { form } = await door.readForm(c, ALERTS_PATH, true);
    const token = c.req.param('token');
    const kept = await keptFor(c, token);
    if (!kept || !alerts) return alertsPage(c, 404, { found: false });
    const id = form.get('id') ?? '';
    const action = form.get('action');
    const page: FoundAlerts = {
      found: true,
      token,
      alerts: kept,
      id,
      about: null,
      attempt: null,
      hindrance: null,
    };
    const typed = wishesIn(form);
    try {
      await door.limits.take(['alertActions', token]);
      if (action === 'confirm') {
        await alerts.confirm(token, id);
        return c.redirect(hereWith(token, 'confirmed', id), 303);
      }
      if (action === 'change') {
        const { change, problems } = readAlertChangeForm(form);
        if (!change) return alertsPage(c, 422, { ...page, attempt: { id, typed, problems } });
        await alerts.change(token, change);
        return c.redirect(hereWith(token, 'changed', id), 303);
      }
      if (action === 'end' || action === 'end-all') {
        const left = await alerts.end(token, action === 'end' ? id : null);
        return c.redirect(left.alerts.length > 0 ? hereWith(token, 'ended', id) : ALL_ENDED, 303);
      }
      return c.redirect(`${ALERTS_PATH}/${token}`, 303);
    } catch (error) {
      if (error instanceof NotFoundError) return alertsPage(c, 404, { ...page, about: 'gone' });
      if (error instanceof RefusedError)
        return alertsPage(c, 422, { ...page, attempt: { id, typed, problems: error.problems } });
      const { status, hindrance } = door.hindered(c, error, 'What was to become of an alert');
      const attempt = action === 'change' ? { id, typed, problems: [] } : null;
      return alertsPage(c, status, { ...page, attempt, hindrance });
    }
  });

  app.get(UNSUBSCRIBE, async (c) => {
    const { token, id } = c.req.param();
    const kept = await keptFor(c, token);
    const alert = kept?.alerts.find((each) => each.id === id);
    if (!alert) return alertsPage(c, 404, { found: false });
    return door.page(c, 200, (pages, options) => pages.unsubscribe(options, { done: false, token, alert }));
  });

  /**
   * Mail providers send this for a person, from anywhere and with no more than RFC 8058 tells them to. Nothing but the end of
   * that one alert can come of it, so nothing of what is sent matters, and it may be sent again.
   */
  app.post(UNSUBSCRIBE, async (c) => {
    await door.readBody(c);
    const { token, id } = c.req.param();
    if (!alerts) throw new CmsUnavailableError('The site and the CMS share no secret');
    await door.kept(c, token, (known) => alerts.end(known, id), 'machineMisses');
    if (!isToken(token)) return alertsPage(c, 404, { found: false });
    return door.page(c, 200, (pages, options) => pages.unsubscribe(options, { done: true }));
  });

  return app;
}

/** What there is to say about the one that a link would have confirmed: it may be opened again, or too late. */
function stateOf({ alerts }: Alerts, id: string | null): FoundAlerts['about'] {
  const alert = alerts.find((each) => each.id === id);
  if (!alert) return 'gone';
  return alert.state === 'unconfirmed' ? 'confirm' : 'confirmed';
}

/** Where it is said that nothing is left, of a link that ends with it. */
const ALL_ENDED = `${ALERTS_PATH}?ended`;

const hereWith = (token: string, about: (typeof ABOUT)[number], id: string): string =>
  `${ALERTS_PATH}/${token}?${new URLSearchParams({ [about]: id })}`;

const DONE = new PlainAnswer(
  503,
  'That is done',
  'How it stands can’t be shown just now. Keep the address of this page, and try it again in a minute.',
  10,
);
