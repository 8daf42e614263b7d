import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { injectInputs } from '@open-claw/inputs'
import { SECRET_READERS } from '@open-claw/wiring'
import { codeOf, refusal } from '../../support/errors.ts'
import { inputHost } from '../../support/input-host.ts'

const PROVIDER = 'projects/123456/locations/global/workloadIdentityPools/github/providers/actions'
const SECRET = 'TOKEN = gcp-sm://my-project/token/3'

/** Inputs as the runner would give them, with the defaults of action.yml. */
const DEFAULTS = {
  secrets: SECRET,
  delivery: 'exec',
  run: 'deploy --now',
  shell: '',
  'allow-events': '',
  'workload-identity-provider': PROVIDER,
  'service-account': '',
  credentials: 'workload-identity',
  'secret-endpoint': '',
  'sts-endpoint': 'https://sts.googleapis.com',
  'iam-endpoint': 'https://iamcredentials.googleapis.com',
  'oidc-issuer': 'https://token.actions.githubusercontent.com',
} as const

const read = (changed: Partial<Record<keyof typeof DEFAULTS, string>> = {}) =>
  injectInputs(inputHost('inject-secret', { ...DEFAULTS, ...changed }), SECRET_READERS)

test('inputs are read with their defaults', () => {
  const inputs = read()
  expect(inputs.requests.map(({ name }) => name)).toEqual(['TOKEN'])
  expect(inputs.target).toMatchObject({ delivery: 'exec', script: 'deploy --now' })
  expect(inputs.secretEndpoint).toBeUndefined()
  expect(inputs.credentials).toMatchObject({ kind: 'workload-identity', serviceAccount: undefined })
})
test('inputs each have an effect', () => {
  const inputs = read({
    secrets: `${SECRET}\n\n B = gcp-sm://my-project/b/latest#/x \n`,
    delivery: 'env',
    run: '',
    'allow-events': 'repository_dispatch\n\n issue_comment \n',
    'service-account': 'app@my-project.iam.gserviceaccount.com',
    'secret-endpoint': 'https://secretmanager.europe-west3.rep.googleapis.com',
    'sts-endpoint': 'http://127.0.0.1:1',
    'iam-endpoint': 'http://127.0.0.1:2',
    'oidc-issuer': 'http://127.0.0.1:3',
  })
  expect(inputs.requests.map(({ name }) => name)).toEqual(['TOKEN', 'B'])
  expect(inputs.target).toEqual({ delivery: 'env' })
  expect(inputs.allowEvents).toEqual(['repository_dispatch', 'issue_comment'])
  expect(inputs.secretEndpoint?.hostname).toBe('secretmanager.europe-west3.rep.googleapis.com')
  expect(inputs.credentials).toMatchObject({
    serviceAccount: 'app@my-project.iam.gserviceaccount.com',
    stsEndpoint: { port: '1' },
    iamEndpoint: { port: '2' },
    issuer: { port: '3' },
  })
})
test('inputs a shell can be named, and a template written', () => {
  const target = (shell: string) => read({ shell }).target
  expect(target('sh')).toMatchObject({ shell: { extension: '.sh' } })
  expect(target(`${process.execPath} --no-warnings {0}`)).toMatchObject({
    shell: { file: process.execPath },
  })
})
test('inputs ambient credentials need nothing else', () => {
  expect(read({ credentials: 'ambient', 'workload-identity-provider': '' }).credentials).toEqual({
    kind: 'ambient',
  })
})

test.each([
  [{ secrets: '' }, 'INPUT_MISSING'],
  [{ secrets: ' \n \n' }, 'INPUT_MISSING'],
  [{ secrets: 'TOKEN = my-secret' }, 'SECRET_REFERENCE_INVALID'],
  [{ run: '' }, 'INPUT_MISSING'],
  [{ shell: 'fish' }, 'INPUT_INVALID'],
  [{ shell: 'bash -x' }, 'INPUT_INVALID'],
  [{ delivery: 'env', run: '', shell: 'bash' }, 'INPUT_INVALID'],
  [{ delivery: 'env' }, 'INPUT_INVALID'],
  [{ delivery: 'output' }, 'INPUT_INVALID'],
  [{ delivery: 'file', run: '' }, 'INPUT_INVALID'],
  [{ delivery: 'Exec' }, 'INPUT_INVALID'],
  [{ 'allow-events': '*' }, 'INPUT_INVALID'],
  [{ 'allow-events': 'Push' }, 'INPUT_INVALID'],
  [{ 'allow-events': 'issue_comment, issues' }, 'INPUT_INVALID'],
  [{ 'allow-events': 'workflow_call' }, 'INPUT_INVALID'],
  [{ 'allow-events': 'dynamic' }, 'INPUT_INVALID'],
  [{ 'allow-events': 'constructor' }, 'INPUT_INVALID'],
  [{ credentials: 'Ambient' }, 'INPUT_INVALID'],
  [{ credentials: 'ambient' }, 'INPUT_INVALID'],
  [
    {
      credentials: 'ambient',
      'workload-identity-provider': '',
      'service-account': 'app@my-project.iam.gserviceaccount.com',
    },
    'INPUT_INVALID',
  ],
  [{ 'workload-identity-provider': '' }, 'CREDENTIALS_MISSING'],
  [{ 'workload-identity-provider': 'projects/../providers/x' }, 'INPUT_INVALID'],
  [{ 'service-account': 'not an e-mail' }, 'INPUT_INVALID'],
  [{ 'secret-endpoint': 'http://secretmanager.googleapis.com' }, 'ENDPOINT_INSECURE'],
  [{ 'secret-endpoint': 'https://user:password@host' }, 'ENDPOINT_INSECURE'],
  [{ 'secret-endpoint': 'secretmanager.googleapis.com' }, 'INPUT_INVALID'],
  [{ 'sts-endpoint': 'http://sts.googleapis.com' }, 'ENDPOINT_INSECURE'],
  [{ 'iam-endpoint': 'https://host?x=1' }, 'ENDPOINT_INSECURE'],
  [{ 'oidc-issuer': 'ftp://127.0.0.1' }, 'ENDPOINT_INSECURE'],
])('inputs %j is refused with %s', async (changed, code) => {
  expect(await codeOf(() => read(changed))).toBe(code)
})
test('inputs an error names its input', async () => {
  expect((await refusal(() => read({ 'iam-endpoint': 'http://host' }))).message).toMatch(/iam-endpoint/)
})

test('action.yml declares the inputs that are read, with these defaults, and no others', async () => {
  const manifest: unknown = parse(
    await readFile(new URL('../../../actions/inject-secret/action.yml', import.meta.url), 'utf8'),
  )
  const given = new Set(['secrets', 'run', 'workload-identity-provider'])
  const declared = Object.entries(DEFAULTS).map(([name, value]) => [
    name,
    value === '' || given.has(name) ? {} : { default: value },
  ])
  expect(manifest).toMatchObject({ inputs: Object.fromEntries(declared), runs: { using: 'node24' } })
  expect(Object.keys(Object(Object(manifest).inputs)).toSorted()).toEqual(Object.keys(DEFAULTS).toSorted())
})
