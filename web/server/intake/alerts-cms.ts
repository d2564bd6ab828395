import {
  ALERT_MOST_TEACHERS,
  ALERTS_API_PATH,
  type AlertChange,
  type AlertReceipt,
  type AlertSubmission,
  type Alerts,
  NotFoundError,
  RADII,
} from '@deep-dive/shared-types';
import * as z from 'zod';
import { type IntakeCms, instant } from './intake-cms';

const receipt: z.ZodType<AlertReceipt> = z.object({ place: z.string().min(1) });
const alerts: z.ZodType<Alerts> = z.object({
  email: z.string(),
  alerts: z.array(
    z.object({
      id: z.string().regex(/^[\w-]{1,64}$/),
      state: z.enum(['unconfirmed', 'active']),
      place: z.string().min(1),
      radius: z.literal(RADII),
      kinds: z.array(z.enum(['intro', 'deep-dive'])).min(1),
      virtual: z.boolean(),
      teachers: z.int().min(1).max(ALERT_MOST_TEACHERS),
      until: instant,
    }),
  ),
});

/** What the CMS is asked about who wants to be told of workshops. */
export class AlertsCms {
  readonly #cms: IntakeCms;

  constructor(cms: IntakeCms) {
    this.#cms = cms;
  }

  /** Hands on what someone asks for. Rejects with `RefusedError` or `CmsUnavailableError`. */
  send(submission: AlertSubmission): Promise<AlertReceipt> {
    return this.#cms.ask(ALERTS_API_PATH, receipt, { shown: ALERTS_API_PATH, body: submission });
  }

  /** All that is kept for a link. Rejects with `NotFoundError` or `CmsUnavailableError`. */
  all(token: string): Promise<Alerts> {
    return this.#askAbout(token, '');
  }

  /** Rejects with `NotFoundError` or `CmsUnavailableError`. */
  confirm(token: string, id: string): Promise<Alerts> {
    return this.#askAbout(token, '/confirmation', { id });
  }

  /** Rejects with `RefusedError`, `NotFoundError` or `CmsUnavailableError`. */
  change(token: string, change: AlertChange): Promise<Alerts> {
    return this.#askAbout(token, '/change', change);
  }

  /**
   * Ends one, or all. Answers with what is left. Rejects with `NotFoundError` or `CmsUnavailableError`.
   * @param id null ends all
   */
  async end(token: string, id: string | null): Promise<Alerts> {
    const left = await this.#askAbout(token, '/end', { id });
    // Of a link that leads nowhere the CMS says that nothing is left: that is nobody's.
    if (!left.email) throw new NotFoundError('Nothing is kept at this link');
    return left;
  }

  #askAbout(token: string, what: string, body?: unknown): Promise<Alerts> {
    return this.#cms.ask(`${ALERTS_API_PATH}/${token}${what}`, alerts, {
      shown: `${ALERTS_API_PATH}/:token${what}`,
      body,
    });
  }
}
