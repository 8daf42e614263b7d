// What the bundled clients read by themselves: every variable and every file that their sources name. None of
// it may decide where a request goes, as whom, whom it trusts, how it travels, or run a program: an earlier
// step writes variables with a line in GITHUB_ENV, and files into the home of the user that all steps share.

/** What a variable or a file would decide. */
export type Decides = 'host' | 'identity' | 'trust' | 'transport' | 'program' | 'log' | 'nothing of these'

/**
 * `never` is taken away before a client is loaded. `ambient` is given back where `credentials: ambient` asks
 * for what the machine has. `heeded` stays: whoever runs the machine sets it.
 */
export type Fate = 'never' | 'ambient' | 'heeded'

export interface ClientVariables {
  /** Who reads them, as one knows it. */
  readonly reader: string
  /** In upper case; a name that ends in `*` stands for all that begin so. */
  readonly names: readonly string[]
  readonly decides: readonly Decides[]
  readonly fate: Fate
}

export const CLIENT_VARIABLES = [
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
  {
    reader: 'AWS clients',
    names: [
      'AWS_ENDPOINT_URL*',
      'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
      'AWS_USE_DUALSTACK_ENDPOINT',
      'AWS_USE_FIPS_ENDPOINT',
      'AWS_S3_*',
    ],
    decides: ['host'],
    fate: 'never',
  },
  {
    reader: 'AWS clients',
    names: [
      'AWS_AUTH_SCHEME_PREFERENCE',
      'AWS_BEARER_TOKEN_*',
      'AWS_SIGV4A_SIGNING_REGION_SET',
      'AWS_DISABLE_CLOCK_SKEW_CORRECTION',
    ],
    decides: ['identity'],
    fate: 'never',
  },
  {
    reader: 'AWS clients',
    names: [
      'AWS_DEFAULTS_MODE',
      'AWS_ENABLE_*',
      'AWS_EXECUTION_ENV',
      'AWS_LAMBDA_*',
      'AWS_MAX_ATTEMPTS',
      'AWS_NEW_RETRIES_*',
      'AWS_RETRY_MODE',
      'AWS_SDK_*',
      '_X_AMZN_TRACE_ID',
    ],
    decides: ['transport'],
    fate: 'never',
  },
  {
    reader: 'AWS clients',
    names: [
      'AWS_ACCESS_KEY_ID',
      'AWS_ACCOUNT_ID',
      'AWS_CREDENTIAL_EXPIRATION',
      'AWS_CREDENTIAL_SCOPE',
      'AWS_DEFAULT_REGION',
      'AWS_LOGIN_CACHE_DIRECTORY',
      'AWS_REGION',
      'AWS_ROLE_ARN',
      'AWS_ROLE_SESSION_NAME',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_SESSION_TOKEN',
      'AWS_WEB_IDENTITY_TOKEN_FILE',
    ],
    decides: ['identity'],
    fate: 'ambient',
  },
  {
    reader: 'AWS clients',
    names: ['AWS_CONFIG_FILE', 'AWS_PROFILE', 'AWS_SHARED_CREDENTIALS_FILE'],
    decides: ['identity', 'host', 'program'],
    fate: 'ambient',
  },
  {
    reader: 'AWS clients',
    names: ['AWS_CONTAINER_*', 'AWS_EC2_METADATA_*'],
    decides: ['host', 'identity'],
    fate: 'ambient',
  },
  {
    reader: 'Azure clients',
    names: ['AZURE_LOG_LEVEL', 'AZURE_IDENTITY_*'],
    decides: ['log'],
    fate: 'never',
  },
  {
    reader: '@azure/identity',
    names: [
      'AZURE_ADDITIONALLY_ALLOWED_TENANTS',
      'AZURE_CLIENT_*',
      'AZURE_CONFIG_DIR',
      'AZURE_FEDERATED_TOKEN_FILE',
      'AZURE_PASSWORD',
      'AZURE_TENANT_ID',
      'AZURE_TOKEN_CREDENTIALS',
      'AZURE_USERNAME',
    ],
    decides: ['identity', 'program'],
    fate: 'ambient',
  },
  {
    reader: '@azure/identity',
    names: [
      'AZURE_AUTHORITY_HOST',
      'AZURE_KUBERNETES_*',
      'AZURE_POD_IDENTITY_AUTHORITY_HOST',
      'AZURE_REGIONAL_AUTHORITY_NAME',
      'IDENTITY_ENDPOINT',
      'IDENTITY_HEADER',
      'IDENTITY_SERVER_THUMBPRINT',
      'IMDS_ENDPOINT',
      'MSAL_FORCE_REGION',
      'MSI_ENDPOINT',
      'MSI_SECRET',
      'REGION_NAME',
    ],
    decides: ['host', 'identity'],
    fate: 'ambient',
  },
  {
    reader: 'our own client of Vault',
    names: ['VAULT_TOKEN', 'BAO_TOKEN'],
    decides: ['identity'],
    fate: 'ambient',
  },
  {
    reader: 'all that look into the home of the user',
    names: [
      'HOME',
      'USERPROFILE',
      'HOMEDRIVE',
      'HOMEPATH',
      'APPDATA',
      'LOCALAPPDATA',
      'PROGRAMDATA',
      'PROGRAMFILES',
    ],
    decides: ['identity', 'host', 'program'],
    fate: 'ambient',
  },
  {
    reader: '@sigstore/tuf',
    names: ['XDG_DATA_HOME'],
    decides: ['trust'],
    fate: 'never',
  },
  {
    reader: 'the clients of Azure, gRPC, @actions/http-client and Node.js',
    names: ['HTTP_PROXY', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'],
    decides: ['transport'],
    fate: 'never',
  },
  {
    reader: 'debug, retry-request, readable-stream, undici, minimatch, yaml, the clients of the clouds',
    names: [
      'DEBUG*',
      'JEST_WORKER_ID',
      'LOG_STREAM',
      'LOG_TOKENS',
      'NODE_DEBUG',
      'NODE_V8_COVERAGE',
      'READABLE_STREAM',
      'UNDICI_NO_FG',
      '__MINIMATCH_TESTING_PLATFORM__',
    ],
    decides: ['log'],
    fate: 'never',
  },
  {
    reader: 'Node.js',
    names: ['NODE_TLS_REJECT_UNAUTHORIZED'],
    decides: ['trust'],
    fate: 'never',
  },
  {
    reader: 'supports-color, commander',
    names: ['CI_NAME', 'CLICOLOR_FORCE', 'TEAMCITY_VERSION', 'TERM_PROGRAM*'],
    decides: ['nothing of these'],
    fate: 'never',
  },
  {
    reader: 'supports-color, commander',
    names: ['NO_COLOR', 'FORCE_COLOR'],
    decides: ['nothing of these'],
    fate: 'heeded',
  },
  {
    reader: 'every client of ours',
    names: ['HTTPS_PROXY', 'NO_PROXY'],
    decides: ['transport'],
    fate: 'heeded',
  },
  {
    reader: 'Node.js, when the process starts',
    names: ['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
    decides: ['trust'],
    fate: 'heeded',
  },
] as const satisfies readonly ClientVariables[]
