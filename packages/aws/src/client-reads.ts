// What the clients of AWS read by themselves.
import type { VendorClientReads } from '@open-claw/core'

export const AWS_CLIENT_READS: VendorClientReads = {
  variables: [
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
  ],
  files: [
    {
      path: '~/.aws/config',
      reader: 'AWS clients',
      decides: ['identity', 'host', 'program'],
      fate: 'ambient',
    },
    {
      path: '~/.aws/credentials',
      reader: 'AWS clients',
      decides: ['identity', 'host', 'program'],
      fate: 'ambient',
    },
    { path: '~/.aws/sso/cache/*.json', reader: 'AWS clients', decides: ['identity'], fate: 'ambient' },
    { path: '~/.aws/login/cache/*.json', reader: 'AWS clients', decides: ['identity'], fate: 'ambient' },
  ],
}
