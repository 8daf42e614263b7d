// What Google's clients and gRPC read by themselves.
import type { VendorClientReads } from '@open-claw/core'

export const GOOGLE_CLIENT_READS: VendorClientReads = {
  variables: [
    {
      reader: 'Google clients (google-gax)',
      names: ['GOOGLE_API_USE_CLIENT_CERTIFICATE'],
      decides: ['program', 'identity', 'host'],
      fate: 'never',
    },
    {
      reader: 'Google clients (google-gax)',
      names: ['GOOGLE_API_USE_MTLS_ENDPOINT', 'GOOGLE_CLOUD_UNIVERSE_DOMAIN'],
      decides: ['host'],
      fate: 'never',
    },
    {
      reader: 'Google clients (google-gax)',
      names: ['GOOGLE_SDK_NODE_*', 'GCP_CLIENT_*', 'GCP_ARTIFACT', 'SERVER_ADDRESS', 'SERVER_PORT'],
      decides: ['log'],
      fate: 'never',
    },
    {
      reader: 'gRPC (@grpc/grpc-js)',
      names: ['GRPC_DEFAULT_SSL_ROOTS_FILE_PATH', 'GRPC_SSL_CIPHER_SUITES'],
      decides: ['trust'],
      fate: 'never',
    },
    {
      reader: 'gRPC (@grpc/grpc-js)',
      names: ['GRPC_PROXY', 'NO_GRPC_PROXY', 'GRPC_NODE_USE_ALTERNATIVE_RESOLVER', 'GRPC_EXPERIMENTAL_*'],
      decides: ['transport'],
      fate: 'never',
    },
    {
      reader: 'gRPC (@grpc/grpc-js)',
      names: ['GRPC_TRACE', 'GRPC_VERBOSITY', 'GRPC_NODE_TRACE', 'GRPC_NODE_VERBOSITY', 'GRPC_NODE_DEBUG_*'],
      decides: ['log'],
      fate: 'never',
    },
    {
      reader: 'google-auth-library',
      names: ['GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES'],
      decides: ['program'],
      fate: 'never',
    },
    {
      reader: 'google-auth-library',
      names: ['GOOGLE_APPLICATION_CREDENTIALS', 'GOOGLE_API_CERTIFICATE_CONFIG', 'CLOUDSDK_CONFIG'],
      decides: ['identity', 'host'],
      fate: 'ambient',
    },
    {
      reader: 'google-auth-library',
      names: ['GOOGLE_CLOUD_QUOTA_PROJECT'],
      decides: ['nothing of these'],
      fate: 'ambient',
    },
    {
      reader: 'google-auth-library',
      names: ['GOOGLE_CLOUD_PROJECT', 'GCLOUD_PROJECT', 'DEBUG_AUTH'],
      decides: ['log'],
      fate: 'never',
    },
    {
      reader: 'gcp-metadata',
      names: ['GCE_METADATA_HOST', 'GCE_METADATA_IP', 'METADATA_SERVER_DETECTION', 'DETECT_GCP_RETRIES'],
      decides: ['host', 'identity'],
      fate: 'ambient',
    },
    {
      reader: 'gcp-metadata and google-auth-library',
      names: [
        'CLOUD_RUN_*',
        'FUNCTION_NAME',
        'FUNCTION_TARGET',
        'GAE_MODULE_NAME',
        'GAE_SERVICE',
        'K_CONFIGURATION',
        'K_SERVICE',
      ],
      decides: ['identity'],
      fate: 'ambient',
    },
  ],
  files: [
    {
      path: '~/.secureConnect/context_aware_metadata.json',
      reader: 'Google clients (google-gax)',
      decides: ['program'],
      fate: 'never',
    },
    {
      path: '~/.config/gcloud/application_default_credentials.json',
      reader: 'google-auth-library',
      decides: ['identity', 'host'],
      fate: 'ambient',
    },
    {
      path: '~/.config/gcloud/certificate_config.json',
      reader: 'google-auth-library',
      decides: ['identity'],
      fate: 'ambient',
    },
    {
      path: '/sys/class/dmi/id/bios_date',
      reader: 'gcp-metadata',
      decides: ['nothing of these'],
      fate: 'heeded',
    },
  ],
  // It makes Google's clients print what they receive, secrets among it, in a form that no mask covers.
  takenFromCommands: ['GOOGLE_SDK_NODE_LOGGING'],
}
