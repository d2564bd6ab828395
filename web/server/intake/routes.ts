import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { ALERTS_PATH, CONTACT_PATH, INQUIRIES_PATH } from '../../src/hrefs';
import type { Upstream } from '../upstream/upstream';
import { alertLinkRoutes } from './alert-links';
import { alertRoutes } from './alerts';
import { AlertsCms } from './alerts-cms';
import { contactRoutes } from './contact';
import { Door, type DoorOptions } from './door';
import { InquiriesCms } from './inquiries-cms';
import { inquiryRoutes } from './inquiry-status';
import { IntakeCms } from './intake-cms';

export interface IntakeOptions extends DoorOptions {
  upstream: Upstream;
}

/** Whether this is where visitors send something, or see what became of it. */
export const isIntakePath = (path: string): boolean =>
  [CONTACT_PATH, ALERTS_PATH].includes(path) ||
  [INQUIRIES_PATH, ALERTS_PATH].some((above) => path.startsWith(`${above}/`));

/**
 * The one door for what visitors send: the forms, and the private pages that say what became of it. No cache is met in
 * here, no answer may be kept, and no log says what was typed or a private link.
 */
export function intakeRoutes({ upstream, ...options }: IntakeOptions): Hono<{ Bindings: HttpBindings }> {
  const { invalidationSecret: secret } = options.config;
  const door = new Door(options);
  const asked = secret ? new IntakeCms(upstream, secret) : null;
  const inquiries = asked && new InquiriesCms(asked);
  const alerts = asked && new AlertsCms(asked);
  return new Hono<{ Bindings: HttpBindings }>()
    .route('/', contactRoutes(door, inquiries, options.cms))
    .route('/', inquiryRoutes(door, inquiries))
    .route('/', alertRoutes(door, alerts))
    .route('/', alertLinkRoutes(door, alerts));
}
