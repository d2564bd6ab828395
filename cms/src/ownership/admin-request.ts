import type { Ability } from './reach';

/** A request to the admin's API, as far as the door looks at it. */
export interface AdminRequest {
  method: string;
  /** The path of its route ("/content-manager/init"). */
  routerPath: string;
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown; files?: unknown };
  state: {
    route: { method: string; info: { type: string } };
    user?: { id: number; roles?: { code: string }[] };
    userAbility?: Ability;
  };
  body: unknown;
}
