// The table of refused names: whole, told apart, and with a source for each tool.
import { describe, expect, test } from '@jest/globals'
import { REFUSED_NAMES, refusalReason } from '../../../packages/secrets/src/names/names.ts'
import { caseBytes, describeWithCases } from '../../support/cases.ts'

const DELIVERIES = ['exec', 'output', 'env'] as const
const words = (text: string): string[] => text.trim().split(/\s+/)

// Case 90.
describe('a secret is not delivered as what runs a program or loads code:', () => {
  test.each(
    words(`
      GOCACHEPROG GOAUTH GOPACKAGESDRIVER GOVCS GH_PAGER GH_EDITOR GH_BROWSER GH_PATH PSQLRC PSQL_PAGER PSQL_EDITOR
      PGSERVICEFILE MYSQL_TEST_LOGIN_FILE LIBMYSQL_PLUGINS KUBECTL_EXTERNAL_DIFF KUBE_EDITOR LESS LESSKEY_CONTENT
      LESSGLOBALTAGS SYSTEMD_PAGER BAT_PAGER MANROFFOPT GROFF_COMMAND_PREFIX SVN_SSH HGEDITOR SUDO_ASKPASS
      SSH_SK_PROVIDER SOPS_AGE_KEY_CMD RESTIC_PASSWORD_COMMAND BORG_PASSCOMMAND RCLONE_PASSWORD_COMMAND
      RSYNC_CONNECT_PROG FZF_DEFAULT_COMMAND PARALLEL_SHELL VIMRUNTIME EMACSLOADPATH PERLDB_OPTS PYTEST_ADDOPTS
      DJANGO_SETTINGS_MODULE SPEC_OPTS RUBYSHELL ESBUILD_BINARY_PATH PUPPETEER_EXECUTABLE_PATH COMPILER_PATH
      GCC_EXEC_PREFIX CCACHE_PREFIX GNUMAKEFLAGS CONFIG_SITE APT_CONFIG COSIGN_PKCS11_MODULE_PATH GTK_MODULES
      QT_PLUGIN_PATH KRB5_CONFIG AWKPATH OCAMLRUNPARAM GHC_PACKAGE_PATH ASPNETCORE_HOSTINGSTARTUPASSEMBLIES
      PULUMI_BACKEND_URL PACKER_PLUGIN_PATH KUSTOMIZE_PLUGIN_HOME ARGOCD_OPTS IDENTITY_ENDPOINT ARM_METADATA_HOST
      CONSUL_HTTP_ADDR ORACLE_HOME ODBCINI ASAN_SYMBOLIZER_PATH XDEBUG_CONFIG HOMEBREW_BOTTLE_DOMAIN PNPM_HOME
      gh_pager Psqlrc`),
  )('%s', (name) => {
    for (const delivery of DELIVERIES) expect(refusalReason(name, delivery)).toBeDefined()
  })
})

const CHILD_ONLY = words(`
  TF_VAR_db_password TF_TOKEN_app_terraform_io TF_HTTP_PASSWORD DOCKER_PASSWORD DOCKER_AUTH_CONFIG MAVEN_GPG_PASSPHRASE
  CARGO_REGISTRIES_MYREG_TOKEN UV_INDEX_PRIVATE_PASSWORD COREPACK_NPM_TOKEN BUNDLE_RUBYGEMS__PKG__GITHUB__COM
  DOCKER_CONTENT_TRUST_ROOT_PASSPHRASE HELM_KUBETOKEN NUGET_AUTH_TOKEN MVNW_PASSWORD CLOUDSDK_AUTH_ACCESS_TOKEN
  BAO_TOKEN AZURE_STORAGE_SAS_TOKEN`)

describe('a plain credential of a tool is for one process alone:', () => {
  test.each(CHILD_ONLY)('%s', (name) => {
    expect(DELIVERIES.map((delivery) => refusalReason(name, delivery) === undefined)).toEqual([
      true,
      false,
      false,
    ])
  })
  test.each(
    words(`
      TF_CLI_ARGS TF_CLI_CONFIG_FILE TF_PLUGIN_CACHE_DIR TF_HTTP_ADDRESS DOCKER_HOST DOCKER_CONFIG
      MAVEN_OPTS MAVEN_ARGS MVNW_REPOURL CARGO_REGISTRIES_MYREG_INDEX CARGO_REGISTRIES_MYREG_CREDENTIAL_PROVIDER
      CARGO_REGISTRIES_TOKEN CARGO_REGISTRY_DEFAULT UV_INDEX_URL UV_INDEX_PASSWORD BUNDLE_PATH BUNDLE_MIRROR__ALL
      BUNDLE_LOCAL__RACK HELM_PLUGINS HELM_REGISTRY_CONFIG NUGET_CREDENTIALPROVIDERS_PATH GITHUB_ENV
      ANSIBLE_VAULT_PASSWORD_FILE ANSIBLE_GALAXY_SERVER_X_URL GRADLE_OPTS YARN_RC_FILENAME NODE_OPTIONS
      AZURE_CONFIG_DIR VAULT_ADDR CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE GOOGLE_CREDENTIALS`),
  )('its neighbour %s is for none', (name) => {
    for (const delivery of DELIVERIES) expect(refusalReason(name, delivery)).toBeDefined()
  })
})

describe('a secret keeps its usual name everywhere:', () => {
  test.each(
    words(`
      USERNAME PASSWORD RUBYGEMS_API_KEY HEX_API_KEY HATCH_INDEX_AUTH PDM_PUBLISH_PASSWORD LEIN_PASSWORD TG_BOT_TOKEN
      CONSUL_HTTP_TOKEN PULUMI_ACCESS_TOKEN ARGOCD_AUTH_TOKEN SOPS_AGE_KEY RESTIC_PASSWORD BORG_PASSPHRASE
      RCLONE_CONFIG_PASS RSYNC_PASSWORD MYSQL_PWD HOMEBREW_TAP_TOKEN PLAYWRIGHT_SERVICE_ACCESS_TOKEN GITLAB_TOKEN
      FASTLANE_PASSWORD DOCKERHUB_TOKEN VAGRANT_CLOUD_TOKEN BAZELISK_GITHUB_TOKEN`),
  )('%s', (name) => {
    for (const delivery of DELIVERIES) expect(refusalReason(name, delivery)).toBeUndefined()
  })
})

describeWithCases('credentials by name, from real use', () => {
  test.each(words(caseBytes('23-names/names-refused.txt')?.toString('utf8') ?? 'none'))('%s', (name) => {
    expect(refusalReason(name, 'exec')).toBeUndefined()
  })
})

describe('the table', () => {
  const names = REFUSED_NAMES.flatMap((fact) => words(fact.names))
  test('has a source and a reason for each tool', () => {
    for (const { source, reason } of REFUSED_NAMES) {
      expect(source).toMatch(/\w{2}/)
      expect(reason).toMatch(/^[a-zA-Z.].*[^.]$/)
    }
  })
  test('names nothing twice, and no pattern that refuses everything', () => {
    expect(names.length).toBeGreaterThan(500)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(names.filter((name) => !/^[A-Z_][A-Z0-9_]{1,}(?:\*(?:_[A-Z_]+)?)?$/.test(name))).toEqual([])
  })
})
