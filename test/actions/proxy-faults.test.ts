// A proxy that fails on the way to one service, before every client: each wait ends, with one typed error, and
// nothing is published. Many steps run at once, since most of what they do is wait.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Sandbox } from '@open-claw/sandbox'
import { HOSTS, startCompany, type Company, type EndpointInput } from '../support/company.ts'
import { cloudInputs, newJob } from '../support/job.ts'
import { PROVIDERS, witnessInputs } from '../support/providers.ts'
import { TUNNEL_FAULTS, type TunnelFault } from '../support/proxy.ts'
import type { StepResult } from '../support/runner.ts'
import { testSandbox } from '../support/sandbox.ts'

interface Row {
  readonly client: string
  /** The input whose service is behind the fault. */
  readonly input: EndpointInput
  readonly code: string
  readonly action: string
  readonly inputs: (sandbox: Sandbox) => Record<string, string>
}

const signing = (
  client: string,
  input: EndpointInput,
  code: string,
  more: Readonly<Record<string, string>> = {},
): Row => ({
  client,
  input,
  code,
  action: 'actions/sign-artifact',
  inputs: (sandbox) => ({
    artifacts: 'tool',
    ...PROVIDERS.find(({ name }) => name === client)?.inputs(sandbox),
    ...witnessInputs(sandbox),
    ...more,
  }),
})

const ROWS: readonly Row[] = [
  signing('Google Cloud KMS', 'sts-endpoint', 'CREDENTIALS_FAILED'),
  signing('Google Cloud KMS', 'iam-endpoint', 'CREDENTIALS_FAILED', {
    'service-account': 'signer@demo.iam.gserviceaccount.com',
  }),
  signing('Google Cloud KMS', 'key-endpoint', 'KMS_FAILED'),
  signing('AWS KMS', 'aws-sts-endpoint', 'CREDENTIALS_FAILED'),
  signing('AWS KMS', 'key-endpoint', 'KMS_FAILED'),
  signing('Azure Key Vault', 'azure-login-endpoint', 'CREDENTIALS_FAILED'),
  signing('Azure Key Vault', 'key-endpoint', 'KMS_FAILED'),
  signing('Vault transit', 'vault-address', 'CREDENTIALS_FAILED'),
  signing('keyless', 'certificate-authority', 'CERTIFICATE_FAILED'),
  signing('keyless', 'timestamp-authority', 'TIMESTAMP_FAILED'),
  signing('keyless', 'transparency-log', 'LOG_FAILED'),
  {
    client: 'Secret Manager',
    input: 'secret-endpoint',
    code: 'SECRET_FAILED',
    action: 'actions/inject-secret',
    inputs: (sandbox) => ({
      ...cloudInputs(sandbox),
      'secret-endpoint': sandbox.secretEndpoint,
      secrets: 'DB = gcp-sm://demo/db/1',
      run: 'echo reached',
    }),
  },
]

const CELLS = TUNNEL_FAULTS.flatMap((fault) => ROWS.map((row) => ({ ...row, fault })))

/** More at once would be so slow that healthy services time out as well. */
const LANES = 14

interface Ended {
  readonly step: StepResult
  readonly files: readonly string[]
}

const sandbox = await testSandbox()
const companies: Company[] = []
const ended = new Map<string, Ended>()
const nameOf = ({ client, input, fault }: Row & { fault: TunnelFault }): string =>
  `${client}, ${HOSTS[input]}: ${fault}`

/** A company for each cell: a fault is one proxy's. */
async function run(cell: Row & { readonly fault: TunnelFault }): Promise<void> {
  const company = await startCompany(sandbox)
  companies.push(company)
  company.proxy.faults.set(HOSTS[cell.input], cell.fault)
  const { job, put, files } = newJob(sandbox)
  put('tool', 'tool')
  const env = { HTTPS_PROXY: company.proxy.url, NODE_EXTRA_CA_CERTS: company.caFile }
  const inputs = await company.behindNames(cell.inputs(sandbox))
  ended.set(nameOf(cell), { step: await job.step({ action: cell.action, inputs, env }), files: files() })
}

beforeAll(async () => {
  const waiting = [...CELLS]
  const lane = async (): Promise<void> => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) await run(cell)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}, 600_000)
afterAll(() => {
  for (const company of companies) company.stop()
})

describe('a proxy that fails', () => {
  test.each(CELLS.map((cell) => [nameOf(cell), cell] as const))('before %s', (name, { code }) => {
    const { step, files } = ended.get(name) ?? {}
    expect([step?.conclusion, step?.annotations.map(({ title }) => title)]).toEqual(['failure', [code]])
    expect(step?.outputs).toEqual({})
    expect(files).toEqual(['tool'])
    expect(step?.log).not.toContain('reached\n')
  })
})
