import { type FieldProblem, readAlertForm } from '@deep-dive/shared-types';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { alertIn, prefilledAlert, type TypedAlert } from '../../src/alerts/typed';
import type { Hindrance } from '../../src/forms/Hindered';
import { ALERTS_PATH } from '../../src/hrefs';
import type { AlertFormPageProps } from '../../src/pages/AlertFormPage/AlertFormPage';
import { addressOf } from '../address';
import type { AlertsCms } from './alerts-cms';
import type { Door, IntakeContext } from './door';
import { RefusedError } from './intake-cms';
import { submissionKey } from './stamp';

interface AlertAnswer {
  typed: TypedAlert;
  problems?: FieldProblem[];
  hindrance?: Hindrance;
  stamp?: string;
  done?: AlertFormPageProps['done'];
}

/** The form of who wants to be told of workshops. */
export function alertRoutes(door: Door, alerts: AlertsCms | null): Hono<{ Bindings: HttpBindings }> {
  const app = door.routes();

  const formPage = (
    c: IntakeContext,
    status: 200 | 422 | 429 | 503,
    { typed, problems = [], hindrance, stamp, done }: AlertAnswer,
  ): Promise<Response> =>
    door.page(c, status, (pages, options) =>
      pages.alertForm(options, {
        typed,
        problems,
        hindrance: hindrance ?? null,
        stamp: door.stamps && (stamp ?? door.stamps.make()),
        done: done ?? null,
      }),
    );

  app.get(ALERTS_PATH, (c) => {
    const query = new URLSearchParams(addressOf(c.env.incoming).query);
    // Whatever is asked for, one page is found by search engines.
    if (query.size > 0) c.header('x-robots-tag', 'noindex');
    const done = query.has('sent') ? 'sent' : query.has('ended') ? 'ended' : null;
    return formPage(c, 200, { typed: prefilledAlert(query), done });
  });

  app.post(ALERTS_PATH, async (c) => {
    const { form, stamp, isByPerson } = await door.readForm(c, ALERTS_PATH);
    const typed = alertIn(form);
    if (!alerts) {
      const { status, hindrance } = door.unavailable(c);
      return formPage(c, status, { typed, hindrance });
    }
    const { alert, problems } = readAlertForm(form);
    if (!alert) return formPage(c, 422, { typed, problems, stamp });
    if (!stamp || !isByPerson) return formPage(c, 422, { typed, hindrance: { why: 'again' }, stamp });
    let giveBack = async (): Promise<void> => {};
    try {
      giveBack = await door.limits.take(
        ['alertNetwork', door.network(c)],
        ['alertNetworkDaily', door.network(c)],
        ['alertEmail', alert.email.toLowerCase()],
        ['alertAll', ''],
      );
      await alerts.send({ alert, key: submissionKey(stamp, alert) });
      // What is said next is the same for everybody, and nobody's address stands in it.
      return c.redirect(`${ALERTS_PATH}?sent`, 303);
    } catch (error) {
      await giveBack();
      if (error instanceof RefusedError) return formPage(c, 422, { typed, problems: error.problems, stamp });
      const { status, hindrance } = door.hindered(c, error, 'An alert');
      return formPage(c, status, { typed, hindrance, stamp });
    }
  });

  return app;
}
