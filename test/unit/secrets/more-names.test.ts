// Variables by which a tool of a build or a deployment runs a program, loads code or changes whom it trusts.
import { describe, expect, test } from '@jest/globals'
import { refusalReason } from '../../../packages/secrets/src/names/names.ts'

describe('a secret is not delivered as', () => {
  test.each(
    `FPATH TS_NODE_COMPILER JULIA_LOAD_PATH ERL_FLAGS ERL_LIBS ELIXIR_ERL_OPTIONS R_PROFILE_USER R_ENVIRON R_LIBS
     TCLLIBPATH JAVA_OPTS JRUBY_OPTS ANT_OPTS PSExecutionPolicyPreference GONOPROXY GOPRIVATE CGO_LDFLAGS CARGO
     PKG_CONFIG_PATH AR CL _CL_ LINK RSYNC_RSH CVS_RSH TAR_OPTIONS VIMINIT EXINIT RIPGREP_CONFIG_PATH GNUPGHOME
     SSH_AUTH_SOCK grpc_proxy no_grpc_proxy GRPC_DEFAULT_SSL_ROOTS_FILE_PATH NIX_SSL_CERT_FILE SIGSTORE_ROOT_FILE
     TUF_ROOT KUBE_CONFIG_PATH GH_HOST GH_CONFIG_DIR CONTAINER_HOST CONTAINERS_CONF REGISTRY_AUTH_FILE`.split(
      /\s+/,
    ),
  )('%s', (name) => {
    for (const delivery of ['exec', 'output', 'env'] as const)
      expect(refusalReason(name, delivery)).toBeDefined()
  })
})

describe('a secret keeps its usual name:', () => {
  test.each(
    `GH_TOKEN COSIGN_PASSWORD COMPOSER_AUTH POETRY_PYPI_TOKEN_PYPI TWINE_PASSWORD NPM_TOKEN ARM_CLIENT_SECRET
     PGPASSWORD SSH_PRIVATE_KEY GPG_PRIVATE_KEY KUBE LINKEDIN_TOKEN LDAP_PASSWORD CLIENT_SECRET KUBE_CONFIG
     KUBE_TOKEN SIGSTORE_ID_TOKEN`.split(/\s+/),
  )('%s', (name) => {
    expect(refusalReason(name, 'env')).toBeUndefined()
  })
})
