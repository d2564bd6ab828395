/** Variables that must hold a secret, and how many characters each needs at least. */
const SECRETS: Record<string, number> = {
  APP_KEYS: 16,
  ADMIN_JWT_SECRET: 32,
  API_TOKEN_SALT: 16,
  TRANSFER_TOKEN_SALT: 16,
  ENCRYPTION_KEY: 32,
  INVALIDATION_SECRET: 32,
};

const WELL_KNOWN =
  /^(to[-_ ]?be[-_ ]?modified|change[-_ ]?(me|this)|your[-_ ]|secret|password|example|test)/i;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/**
 * What is wrong with the environment, one sentence for each variable, naming it and the remedy; empty when all is well.
 * APP_KEYS is a list separated by commas.
 */
export function environmentProblems(env: NodeJS.ProcessEnv): string[] {
  const problems = Object.entries(SECRETS).flatMap(([name, length]) => {
    const problem = secretProblem(
      name === 'APP_KEYS' ? (env[name] ?? '').split(',') : [env[name] ?? ''],
      length,
    );
    return problem
      ? [
          `${name} ${problem}: set it to a secret of its own, for example the output of “openssl rand -base64 32”.`,
        ]
      : [];
  });
  const host = env.HOST || '127.0.0.1';
  if (env.DEMO_MODE === 'true' && !isLoopback(host))
    problems.push(
      `DEMO_MODE is on while HOST is ${host}: demonstration accounts must not be reachable from elsewhere. Turn DEMO_MODE off, or set HOST=127.0.0.1.`,
    );
  return problems;
}

function secretProblem(values: string[], length: number): string | null {
  const trimmed = values.map((value) => value.trim());
  if (trimmed.every((value) => value === '')) return 'is missing';
  if (trimmed.some((value) => WELL_KNOWN.test(value))) return 'is a well-known default';
  if (trimmed.some((value) => value.length < length)) return `is shorter than ${length} characters`;
  if (trimmed.some((value) => new Set(value).size < 8)) return 'is too easy to guess';
  return null;
}

/** Refuses to start the CMS on an environment that isn't safe. */
export function requireSafeEnvironment(env: NodeJS.ProcessEnv): void {
  const problems = environmentProblems(env);
  if (problems.length > 0) throw new Error(`The CMS does not start:\n- ${problems.join('\n- ')}`);
}
