import {
  addressPasswordProblem,
  parseTrustProxy,
  SECRET_LENGTHS,
  type SecretName,
  secretProblem,
} from '@deep-dive/shared-types/environment';
import { passwordProblem } from '../rules/passwords';

/** The site's alone. */
const NOT_HERE: SecretName = 'CMS_TOKEN';

const SECRETS = (Object.keys(SECRET_LENGTHS) as SecretName[]).filter((name) => name !== NOT_HERE);

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/**
 * What is wrong with the environment, one sentence for each variable, naming it and the remedy; empty when all is well.
 * Secrets and passwords are never repeated.
 */
export function environmentProblems(env: NodeJS.ProcessEnv): string[] {
  const problems: [name: string, problem: string | null][] = [
    ...SECRETS.map((name): [string, string | null] => [name, secretProblem(name, env[name])]),
    ['TRUST_PROXY', trustProxyProblem(env.TRUST_PROXY)],
  ];
  if (env.NODE_ENV === 'production')
    for (const name of ['DATABASE_URL', 'REDIS_URL'])
      problems.push([name, addressPasswordProblem(env[name])]);
  if (env.DEMO_MODE === 'true')
    problems.push(
      ['DEMO_MODE', demonstrationProblem(env.HOST || '127.0.0.1')],
      ['DEMO_PASSWORD', demonstrationPasswordProblem(env.DEMO_PASSWORD)],
    );
  return problems.flatMap(([name, problem]) => (problem ? [`${name} ${problem}.`] : []));
}

function trustProxyProblem(value: string | undefined): string | null {
  try {
    parseTrustProxy(value);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

const demonstrationProblem = (host: string): string | null =>
  isLoopback(host)
    ? null
    : `is on while HOST is ${host}: demonstration accounts must not be reachable from elsewhere. Turn DEMO_MODE off, or set HOST=127.0.0.1`;

function demonstrationPasswordProblem(password: string | undefined): string | null {
  if (!password)
    return 'is missing while DEMO_MODE is on: set it to the password of the demonstration accounts';
  const problem = passwordProblem(password);
  return problem && `cannot be the password of the demonstration accounts. ${problem.replace(/\.$/, '')}`;
}

/** Refuses to start the CMS on an environment that isn't safe. */
export function requireSafeEnvironment(env: NodeJS.ProcessEnv): void {
  const problems = environmentProblems(env);
  if (problems.length > 0) throw new Error(`The CMS does not start:\n- ${problems.join('\n- ')}`);
}
