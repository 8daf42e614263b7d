// Steps of every action, with as little as it takes, and values of every input.
import {
  attachProvenanceInputs,
  gateInputs,
  injectInputs,
  signAndAttestInputs,
  signArtifactInputs,
  type ActionName,
} from '@open-claw/inputs'
import { inputHost, type InputTexts, type TestInputHost } from '../../support/input-host.ts'
import { KEY_VENDORS, SECRET_READERS } from '@open-claw/wiring'
import { awsInputs } from '../../../packages/aws/src/inputs.ts'
import { azureInputs } from '../../../packages/azure/src/inputs.ts'
import { googleInputs } from '../../../packages/google/src/inputs.ts'
import { vaultInputs } from '../../../packages/vault/src/inputs.ts'
import { selfSigned } from '../aws/certificate.ts'

const READERS = {
  'sign-and-attest': (host) => signAndAttestInputs(host, KEY_VENDORS),
  'sign-artifact': (host) => signArtifactInputs(host, KEY_VENDORS),
  'attach-provenance': (host) => attachProvenanceInputs(host, KEY_VENDORS),
  'verify-before-deploy': (host) => gateInputs(host, KEY_VENDORS),
  'inject-secret': (host) => injectInputs(host, SECRET_READERS),
} as const satisfies Record<ActionName, (host: TestInputHost) => unknown>

export const NAMES = [
  'sign-and-attest',
  'sign-artifact',
  'attach-provenance',
  'verify-before-deploy',
  'inject-secret',
] as const
export const SIGNING = NAMES.slice(0, 3)

export const PROVIDER = 'projects/1/locations/global/workloadIdentityPools/pool/providers/github'
export const GOOGLE_KEY = { key: 'gcpkms://projects/demo/locations/global/keyRings/release/cryptoKeys/own' }
export const AWS_KEY = { key: 'awskms:///alias/release' }
export const AZURE_KEY = { key: 'azurekms://sandbox.vault.azure.net/release' }
export const VAULT_KEY = { key: 'hashivault://release' }
export const KEYLESS = { key: 'keyless' }

/** What an action must be given at least. */
const LEAST: Readonly<Record<ActionName, InputTexts>> = {
  'sign-and-attest': GOOGLE_KEY,
  'sign-artifact': GOOGLE_KEY,
  'attach-provenance': GOOGLE_KEY,
  'verify-before-deploy': { bundles: '*.sigstore.json', policy: 'policy.yaml' },
  'inject-secret': {
    secrets: 'A = gcp-sm://demo/a/1',
    run: 'true',
    'workload-identity-provider': PROVIDER,
  },
}

/** What the readers of the vendors make of the inputs. An action holds them as functions that reach a service. */
function vendorInputs(host: TestInputHost): unknown {
  const given = (name: string): string | undefined => host.input(name) || undefined
  return [googleInputs, awsInputs, azureInputs, vaultInputs].map((reader) => reader(given))
}

export function read(action: ActionName, values: InputTexts): unknown {
  const host = inputHost(action, { ...LEAST[action], ...values })
  const own = READERS[action](host)
  return action === 'inject-secret' ? own : [own, vendorInputs(host)]
}

export const { cert, key } = selfSigned()
const LOG = { 'transparency-log': 'https://rekor.example' }

/** A value that differs from the default, and beside what it has an effect. */
export const EFFECTIVE: Readonly<Record<string, readonly [value: string, beside?: InputTexts]>> = {
  key: [AWS_KEY.key],
  'key-algorithm': ['rsa-pss-3072-sha256'],
  artifacts: ['release/*'],
  images: [`registry.example/app@sha256:${'0'.repeat(64)}`],
  checksums: ['SHA256SUMS'],
  mode: ['per-artifact'],
  'predicate-type': ['https://cyclonedx.org/bom', { 'predicate-path': 'bom.json' }],
  'predicate-path': ['bom.json', { 'predicate-type': 'https://cyclonedx.org/bom' }],
  bundles: ['other.sigstore.json'],
  policy: ['other.yaml'],
  'policy-digest': [`sha256:${'0'.repeat(64)}`],
  'allow-events': ['repository_dispatch'],
  'push-to': ['file:evidence'],
  'github-token': ['ghs_token'],
  'github-api': ['https://github.example/api/v3'],
  'certificate-authority': ['https://fulcio.example', KEYLESS],
  'timestamp-authority': ['https://tsa.example'],
  'transparency-log': ['https://rekor.example'],
  'transparency-log-version': ['1', LOG],
  'allow-public-log': ['true', LOG],
  'signing-config': ['services.json'],
  credentials: ['ambient', { 'workload-identity-provider': '' }],
  'oidc-issuer': ['https://issuer.example'],
  'key-endpoint': ['https://kms.example'],
  'workload-identity-provider': [PROVIDER.replace('pool/', 'other/')],
  'service-account': ['app@demo.iam.gserviceaccount.com'],
  'sts-endpoint': ['https://sts.example'],
  'iam-endpoint': ['https://iam.example'],
  'aws-role': ['arn:aws:iam::111122223333:role/release', AWS_KEY],
  'aws-region': ['eu-central-1', AWS_KEY],
  'aws-audience': ['https://else.example', AWS_KEY],
  'aws-sts-endpoint': ['https://sts.example', AWS_KEY],
  'azure-tenant-id': ['11111111-2222-3333-4444-555555555555', AZURE_KEY],
  'azure-client-id': ['66666666-7777-8888-9999-aaaaaaaaaaaa', AZURE_KEY],
  'azure-login-endpoint': ['https://login.example', AZURE_KEY],
  'vault-address': ['https://vault.example', VAULT_KEY],
  'vault-namespace': ['team', VAULT_KEY],
  'vault-role': ['release', VAULT_KEY],
  'vault-auth-path': ['github', VAULT_KEY],
  'vault-audience': ['https://else.example', VAULT_KEY],
  'vault-transit-path': ['keys', VAULT_KEY],
  'vault-ca': [cert, VAULT_KEY],
  'vault-client-certificate': [cert, { ...VAULT_KEY, 'vault-client-key': key }],
  'vault-client-key': [key, { ...VAULT_KEY, 'vault-client-certificate': cert }],
  secrets: ['B = gcp-sm://demo/b/1'],
  delivery: ['env', { run: '' }],
  run: ['false'],
  shell: ['sh'],
  'secret-endpoint': ['https://secrets.example'],
}
