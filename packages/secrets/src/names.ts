// Names that a secret must not be delivered under: a secret store is often written by more people
// than the workflow, and whoever writes such a variable decides what later programs do.
import { ClawError } from '@open-claw/core'

/** `exec`: one child process · `output`: step outputs · `env`: the environment of all later steps. */
export type Delivery = 'exec' | 'output' | 'env'

interface NameFact {
  /** Exact names, and prefixes that end in `*`; upper case, because Windows ignores case. */
  readonly names: readonly string[]
  readonly reason: string
}

const REFUSED = [
  {
    names: ['PATH', 'PATHEXT', 'COMSPEC', 'SHELL', 'CDPATH'],
    reason: 'it decides which program runs',
  },
  {
    names: [
      'LD_*',
      'DYLD_*',
      'GCONV_PATH',
      'GLIBC_TUNABLES',
      'LOCPATH',
      'NLSPATH',
      'MALLOC_*',
      'GETCONF_DIR',
    ],
    reason: 'the dynamic linker or the C library loads code or data that it names',
  },
  {
    names: ['BASH_*', 'ENV', 'IFS', 'PS4', 'PROMPT_COMMAND', 'SHELLOPTS', 'ZDOTDIR', 'FPATH', 'INPUTRC'],
    reason: 'a shell runs or splits commands by it',
  },
  {
    names: [
      'NODE_*',
      'NPM_CONFIG_*',
      'YARN_*',
      'COREPACK_*',
      'BUN_*',
      'DENO_*',
      'TS_NODE_*',
      'ELECTRON_RUN_AS_NODE',
    ],
    reason: 'Node.js and its package tools load code, certificates or registries by it',
  },
  {
    names: ['PYTHON*', 'PIP_*', 'UV_*', 'VIRTUAL_ENV', 'CONDA_*'],
    reason: 'Python and its package tools load code or indexes by it',
  },
  {
    names: [
      'PERL5*',
      'PERLLIB',
      'PERL_*',
      'RUBYOPT',
      'RUBYLIB',
      'BUNDLE_*',
      'GEM_*',
      'PHPRC',
      'PHP_INI_*',
      'LUA_*',
      'JULIA_*',
      'ERL_*',
      'ELIXIR_ERL_OPTIONS',
      'R_PROFILE*',
      'R_ENVIRON*',
      'R_LIBS*',
      'TCLLIBPATH',
    ],
    reason: 'an interpreter loads code by it',
  },
  {
    names: [
      'JAVA_TOOL_OPTIONS',
      'JDK_JAVA_OPTIONS',
      '_JAVA_OPTIONS',
      'JAVA_HOME',
      'JAVA_OPTS',
      'JRUBY_OPTS',
      'ANT_*',
      'CLASSPATH',
      'MAVEN_*',
      'MVN_*',
      'GRADLE_*',
      'SBT_OPTS',
    ],
    reason: 'a Java program loads code by it',
  },
  {
    names: [
      'DOTNET_*',
      'COMPLUS_*',
      'CORECLR_*',
      'COR_*',
      'NUGET_*',
      'MSBUILD*',
      'PSMODULEPATH',
      'PSEXECUTIONPOLICYPREFERENCE',
    ],
    reason: '.NET or PowerShell loads code by it',
  },
  {
    names: [
      'GOFLAGS',
      'GOPROXY',
      'GOENV',
      'GOROOT',
      'GOPATH',
      'GONOSUM*',
      'GOSUMDB',
      'GONOPROXY',
      'GOPRIVATE',
      'CGO_*',
      'CARGO',
      'GOINSECURE',
      'GOTOOLCHAIN',
      'CARGO_*',
      'RUSTC*',
      'RUSTFLAGS',
      'RUSTUP_*',
    ],
    reason: 'a compiler runs programs or trusts downloads by it',
  },
  {
    names: [
      'CC',
      'CXX',
      'CFLAGS',
      'CXXFLAGS',
      'CPPFLAGS',
      'LDFLAGS',
      'MAKEFLAGS',
      'MAKEFILES',
      'CMAKE_*',
      'PKG_CONFIG*',
      'AR',
      'CL',
      '_CL_',
      'LINK',
    ],
    reason: 'a build tool runs programs by it',
  },
  {
    names: [
      'GIT_*',
      'SSH_ASKPASS',
      'SUDO_*',
      'EDITOR',
      'VISUAL',
      'PAGER',
      'MANPAGER',
      'LESSOPEN',
      'LESSCLOSE',
      'RSYNC_RSH',
      'CVS_RSH',
      'TAR_OPTIONS',
      'VIMINIT',
      'EXINIT',
      'RIPGREP_CONFIG_PATH',
      'GNUPGHOME',
      'SSH_AUTH_SOCK',
      'BROWSER',
    ],
    reason: 'git and other tools run programs by it',
  },
  {
    names: [
      'HTTP_PROXY',
      'HTTPS_PROXY',
      'ALL_PROXY',
      'NO_PROXY',
      'FTP_PROXY',
      'NO_GRPC_PROXY',
      'RES_OPTIONS',
      'HOSTALIASES',
      'RESOLV_*',
    ],
    reason: 'it diverts network traffic',
  },
  {
    names: [
      'SSL_CERT_*',
      'SSLKEYLOGFILE',
      'OPENSSL_*',
      'CURL_CA_BUNDLE',
      'CURL_HOME',
      'REQUESTS_CA_BUNDLE',
      'WGETRC',
      'GRPC_*',
      'NIX_*',
      'SIGSTORE_ROOT_*',
      'TUF_ROOT',
    ],
    reason: 'it changes which servers are trusted or writes out session keys',
  },
  {
    names: [
      'DOCKER_*',
      'BUILDKIT_*',
      'KUBECONFIG',
      'KUBE_CONFIG_PATH*',
      'GH_HOST',
      'GH_CONFIG_DIR',
      'CONTAINER_HOST',
      'CONTAINERS_*',
      'REGISTRY_AUTH_FILE',
      'HELM_*',
      'TF_*',
      'TERRAFORM_*',
      'ANSIBLE_*',
    ],
    reason: 'a deployment tool is led to another server or runs programs by it',
  },
  {
    names: ['AWS_*', 'GOOGLE_*', 'CLOUDSDK_*', 'GCLOUD_*', 'GCE_*', 'AZURE_*', 'VAULT_*', 'BAO_*', 'BOTO_*'],
    reason: 'it changes the cloud identity or endpoint of later programs',
  },
  {
    names: ['GITHUB_*', 'RUNNER_*', 'ACTIONS_*', 'INPUT_*', 'STATE_*', 'CI'],
    reason: 'it belongs to the runner',
  },
  {
    names: [
      'HOME',
      'USERPROFILE',
      'HOMEDRIVE',
      'HOMEPATH',
      'APPDATA',
      'LOCALAPPDATA',
      'XDG_*',
      'TMP',
      'TEMP',
      'TMPDIR',
      'PWD',
      'OLDPWD',
      'SYSTEMROOT',
      'WINDIR',
      'PROGRAMFILES',
      'PROGRAMDATA',
      'USER',
      'LOGNAME',
      'TERM',
      'TERMINFO',
      'TERMCAP',
      'LANG',
      'LANGUAGE',
      'LC_*',
      'TZ',
    ],
    reason: 'programs find their configuration and files by it',
  },
] as const satisfies readonly NameFact[]

/**
 * Credentials that one child process may be given under their usual names: they are what `exec` is
 * for. Nothing that names a file, a program or an endpoint is here.
 */
const CHILD_CREDENTIALS: ReadonlySet<string> = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AZURE_CLIENT_SECRET',
  'CARGO_REGISTRY_TOKEN',
  'GITHUB_TOKEN',
  'NODE_AUTH_TOKEN',
  'TF_API_TOKEN',
  'VAULT_TOKEN',
])

const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

/** Why `name` must not be delivered so, or undefined where it may be. Case is ignored. */
export function refusalOf(name: string, delivery: Delivery): string | undefined {
  const folded = name.toUpperCase()
  if (delivery === 'exec' && CHILD_CREDENTIALS.has(folded)) return undefined
  return REFUSED.find(({ names }) => names.some((pattern) => matches(folded, pattern)))?.reason
}

/** Throws SECRET_NAME_REFUSED for a name that could change how programs run, or that belongs to the runner. */
export function checkName(name: string, delivery: Delivery): void {
  const reason = refusalOf(name, delivery)
  if (reason !== undefined) {
    throw new ClawError(
      'SECRET_NAME_REFUSED',
      `The name ${name} is refused for delivery ${delivery}: ${reason}. Choose another name.`,
    )
  }
}
