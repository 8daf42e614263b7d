// Every service of the sandbox: its methods, by the names under which calls are counted, and its possible
// faults.

/** Defects of an OIDC token that still looks valid. */
export const TOKEN_DEFECTS = [
  'wrong-audience',
  'wrong-issuer',
  'alg-none',
  'hs256',
  'foreign-kid',
  'foreign-key',
  'expired',
  'not-yet-valid',
  'missing-claim',
] as const

/** A defect of a minted token. */
export type TokenDefect = (typeof TOKEN_DEFECTS)[number]

const ANYWHERE = ['429', '500', '503', 'slow', 'hang', 'reset', 'malformed', 'forbidden'] as const
/** Faults over HTTP add a body that begins and does not end; gRPC sends whole messages. */
const OVER_HTTP = [...ANYWHERE, 'slow-body'] as const
const KEY_FAULTS = [
  'corrupt-signature',
  'corrupt-signature-crc',
  'no-signature-crc',
  'no-verified-crc',
  'corrupt-data-crc',
  'wrong-key',
  'wrong-version-name',
  'wrong-algorithm',
  'disabled',
] as const
/** Faults of key services without checksums. */
const PLAIN_KEY_FAULTS = [
  'corrupt-signature',
  'wrong-key',
  'wrong-version-name',
  'wrong-algorithm',
  'disabled',
] as const

/** The services. */
export const SERVICES = {
  kms: {
    methods: [
      'AsymmetricSign',
      'GetPublicKey',
      'GetCryptoKey',
      'GetCryptoKeyVersion',
      'ListCryptoKeyVersions',
    ],
    faults: [...ANYWHERE, ...KEY_FAULTS],
  },
  secrets: {
    methods: ['AccessSecretVersion', 'GetSecretVersion'],
    faults: [...ANYWHERE, 'corrupt-data-crc', 'no-data-crc', 'wrong-secret-version', 'disabled'],
  },
  sts: { methods: ['ExchangeToken'], faults: OVER_HTTP },
  iam: { methods: ['GenerateAccessToken'], faults: OVER_HTTP },
  oidc: { methods: ['RequestToken', 'GetConfiguration'], faults: [...OVER_HTTP, ...TOKEN_DEFECTS] },
  jwks: { methods: ['GetKeys'], faults: [...OVER_HTTP, 'wrong-key', 'no-keys'] },
  github: { methods: ['GetRunAttempt'], faults: OVER_HTTP },
  'aws-kms': {
    methods: ['Sign', 'GetPublicKey', 'DescribeKey'],
    /** `throttled` is AWS's answer with status 400. */
    faults: [...OVER_HTTP, ...PLAIN_KEY_FAULTS, 'throttled'],
  },
  'aws-sts': { methods: ['AssumeRoleWithWebIdentity'], faults: [...OVER_HTTP, 'throttled'] },
  'azure-vault': { methods: ['GetKey', 'Sign'], faults: [...OVER_HTTP, ...PLAIN_KEY_FAULTS] },
  'azure-login': { methods: ['GetToken'], faults: OVER_HTTP },
  vault: {
    methods: ['Login', 'ReadKey', 'Sign', 'RevokeSelf', 'RevokeAccessor', 'LookupSelf'],
    faults: [...OVER_HTTP, ...PLAIN_KEY_FAULTS, 'sealed'],
  },
  fulcio: {
    methods: ['CreateSigningCertificate', 'GetTrustBundle'],
    faults: [...OVER_HTTP, 'wrong-key', 'expired', 'not-yet-valid', 'foreign-key', 'no-sct'],
  },
  tsa: {
    methods: ['Timestamp'],
    faults: [...OVER_HTTP, 'rejected', 'wrong-digest', 'wrong-nonce', 'foreign-key', 'skewed'],
  },
  rekor: {
    methods: ['CreateEntry', 'GetEntry'],
    faults: [...OVER_HTTP, 'wrong-entry', 'wrong-proof', 'no-proof', 'foreign-key', 'exists'],
  },
  'rekor-tiles': {
    methods: ['CreateEntry'],
    faults: [...OVER_HTTP, 'wrong-entry', 'wrong-proof', 'no-proof', 'foreign-key'],
  },
} as const satisfies Record<
  string,
  { readonly methods: readonly string[]; readonly faults: readonly string[] }
>

/** A service that can be called and can fail. */
export type Service = keyof typeof SERVICES

/** A fault on demand. */
export type FaultKind = (typeof SERVICES)[Service]['faults'][number]

const isService = (name: string): name is Service => Object.hasOwn(SERVICES, name)

/** The names of all services. */
export const SERVICE_NAMES: readonly Service[] = Object.keys(SERVICES).filter(isService)

/** Every kind of fault of any service. */
export const FAULT_KINDS: readonly FaultKind[] = [
  ...new Set(SERVICE_NAMES.flatMap((name): readonly FaultKind[] => SERVICES[name].faults)),
]
