import type { Core } from '@strapi/strapi';
import { UPLOAD_LIMIT } from '../src/rules/uploads';

export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  upload: {
    config: {
      ...(env('S3_BUCKET', '') ? objectStorage(env) : { provider: 'local' }),
      sizeLimit: UPLOAD_LIMIT,
      breakpoints: { large: 1600, medium: 960, small: 480 },
      // What may be uploaded is decided in src/uploads: Strapi's own list lets names decide, and leaves out a file in silence.
      security: { deniedTypes: [] },
    },
  },
});

/** Any S3-compatible storage; pictures are read from S3_PUBLIC_URL. */
function objectStorage(env: Core.Config.Shared.ConfigParams['env']) {
  return {
    provider: 'aws-s3',
    providerOptions: {
      baseUrl: env('S3_PUBLIC_URL'),
      s3Options: {
        endpoint: env('S3_ENDPOINT'),
        region: env('S3_REGION', 'us-east-1'),
        // Most S3-compatible stores know the bucket by its path, not by a host name of its own.
        forcePathStyle: true,
        credentials: {
          accessKeyId: env('S3_ACCESS_KEY_ID'),
          secretAccessKey: env('S3_SECRET_ACCESS_KEY'),
        },
        params: { Bucket: env('S3_BUCKET') },
      },
    },
  };
}
