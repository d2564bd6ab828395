export const SECRETS = {
  APP_KEYS: 'k3JmZ0q8uT1vXw9yB2cD,p7LsN4eR6gH5iA0oQ1zE',
  ADMIN_JWT_SECRET: 'Zq8uT1vXw9yB2cDk3JmZ0p7LsN4eR6gH',
  API_TOKEN_SALT: 'Xw9yB2cDk3JmZ0p7LsN4',
  TRANSFER_TOKEN_SALT: 'B2cDk3JmZ0p7LsN4eR6g',
  ENCRYPTION_KEY: 'J5iA0oQ1zEk3JmZ0q8uT1vXw9yB2cDxY',
  INVALIDATION_SECRET: 'N4eR6gH5iA0oQ1zEk3JmZ0q8uT1vXw9y',
};

/** The environment of a CMS that is safe to start. An empty address means SQLite in the data folder. */
export function environment({ dataDir, databaseUrl = '' }: { dataDir: string; databaseUrl?: string }) {
  return {
    ...SECRETS,
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    DEMO_MODE: '',
    WEB_URLS: '',
    REDIS_URL: '',
    TRUST_PROXY: '',
    S3_BUCKET: '',
    CMS_PUBLIC_URL: '',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
    LOG_LEVEL: 'error',
  };
}
