// inject-secret, as committed in dist/.
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { ControlRequest } from '../../packages/sandbox/src/control-request.ts'
import { cloudInputs, maskedValues, newJob, traces } from '../support/job.ts'
import { testSandbox, putSecret } from '../support/sandbox.ts'

const sandbox = await testSandbox()
const CANARY = 'canary-Pa55w0rd/with+specials="1"'
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
  await putSecret(sandbox, 'db', JSON.stringify({ password: CANARY, user: 'app-user-canary' }))
})
const ACTION = 'actions/inject-secret'
const SECRETS = 'DB_PASSWORD = gcp-sm://demo/db/1#/password'
const inputs = (more: Record<string, string>) => ({
  ...cloudInputs(sandbox),
  'secret-endpoint': sandbox.secretEndpoint,
  secrets: SECRETS,
  ...more,
})
/** `node -e` with a script that holds no double quote. */
const node = (script: string): string => `"${process.execPath}" -e "${script}"`
const CANARIES = [
  CANARY,
  Buffer.from(CANARY).toString('base64'),
  encodeURIComponent(CANARY),
  JSON.stringify(CANARY).slice(1, -1),
]

test('exec the command has the secret, whole; the log has none of its forms', async () => {
  const job = newJob(sandbox)
  const script =
    "const s=process.env.DB_PASSWORD;console.log(s.length,s,Buffer.from(s).toString('base64'),encodeURIComponent(s),JSON.stringify(s));process.stdout.write(s.slice(0,9));setTimeout(()=>console.log(s.slice(9)),200);console.error(s)"
  const step = await job.job.step({ action: ACTION, inputs: inputs({ run: node(script) }) })
  expect([step.conclusion, step.annotations]).toEqual(['success', []])
  expect(step.outputs).toEqual({ 'exit-code': '0', versions: '{"DB_PASSWORD":"1"}' })
  expect(step.log).toContain(`${CANARY.length} ***`)
  const left = traces(job, [step])
  for (const form of CANARIES) expect(left.includes(form)).toBe(false)
})

test('exec the command has no OIDC request, no runtime token, no inputs, no file commands', async () => {
  const job = newJob(sandbox)
  const script =
    "console.log(Object.keys(process.env).filter(n=>/^(ACTIONS_|INPUT_|STATE_|GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$)/.test(n)).join()+'|')"
  const step = await job.job.step({ action: ACTION, inputs: inputs({ run: node(script) }) })
  expect(step.log).toMatch(/^\|$/m)
})

test.each([
  '::add-mask::x',
  '::set-output name=a::b',
  '##[error]forged',
  '::stop-commands::t',
  '  ::warning::x',
])('exec abuse case 107: the workflow command %j of the child does nothing', async (command) => {
  const job = newJob(sandbox)
  const step = await job.job.step({
    action: ACTION,
    inputs: inputs({ run: node(`console.log('${command}');console.log(process.env.DB_PASSWORD)`) }),
  })
  expect(step.annotations).toEqual([])
  expect(step.log).toContain('***')
  expect(step.rawLog).not.toMatch(new RegExp(`^\\s*${command.replaceAll(/[[\]]/g, '\\$&')}$`, 'm'))
})

test('exec the exit code is passed on, and a signal is no success', async () => {
  const job = newJob(sandbox)
  const failed = await job.job.step({ action: ACTION, inputs: inputs({ run: node('process.exit(3)') }) })
  expect([failed.exitCode, failed.outputs['exit-code']]).toEqual([3, '3'])
  const killed = await job.job.step({
    action: ACTION,
    inputs: inputs({ run: node("process.kill(process.pid,'SIGTERM')") }),
  })
  expect(killed.exitCode).toBe(143)
})

test('exec run is a script: each line of it is run, and the first that fails ends the step', async () => {
  const job = newJob(sandbox)
  job.put('deploy.sh', 'echo "deployed $1 with $DB_PASSWORD" | tee deployed\n')
  const done = await job.job.step({
    action: ACTION,
    inputs: inputs({ run: 'echo starting the deployment\nsh ./deploy.sh production' }),
  })
  expect([done.exitCode, job.files()]).toEqual([0, ['deploy.sh', 'deployed']])
  expect(done.log).toContain('starting the deployment\ndeployed production with ***')
  const failed = await job.job.step({
    action: ACTION,
    inputs: inputs({ run: 'false | cat\ntouch reached', shell: 'bash' }),
  })
  expect([failed.exitCode, job.files()]).toEqual([1, ['deploy.sh', 'deployed']])
})

test.each([
  ['python', 'import os\nprint(len(os.environ["DB_PASSWORD"]), os.environ["DB_PASSWORD"])'],
  ['sh', 'echo ${#DB_PASSWORD} $DB_PASSWORD'],
  [`${process.execPath} {0}`, 'const s = process.env.DB_PASSWORD\nconsole.log(s.length, s)'],
])('exec shell %s', async (shell, run) => {
  const step = await newJob(sandbox).job.step({ action: ACTION, inputs: inputs({ run, shell }) })
  expect([step.exitCode, step.log.includes(`${CANARY.length} ***`)]).toEqual([0, true])
})

test.each(['set_env_', 'add_path_', 'set_output_', 'save_state_', 'step_summary_', 'artifacts_'])(
  'exec abuse case 89: a line that the script appends to %s… fails the step and steers nothing',
  async (prefix) => {
    const job = newJob(sandbox)
    const step = await job.job.step({
      action: ACTION,
      inputs: inputs({
        run: `for file in "$RUNNER_TEMP"/_runner_file_commands/${prefix}*; do echo "A=$DB_PASSWORD" >> "$file"; done`,
      }),
    })
    expect(step.annotations.map(({ title }) => title)).toEqual(['STEP_FILES_CHANGED'])
    expect([step.exitCode, step.outputs, step.env, step.path, step.state]).toEqual([1, {}, {}, [], {}])
    expect(step.rawSummary).toMatch(/^## ❌ Open Claw: \[STEP_FILES_CHANGED\]/)
    expect(step.rawSummary).not.toContain('A=')
    expect(traces(job, [step]).includes(CANARY)).toBe(false)
  },
)

test('exec a cancelled step cancels its command', async () => {
  const job = newJob(sandbox)
  const script =
    "process.on('SIGINT',()=>{console.log('cancelled');process.exit(7)});console.log('ready');require('fs').writeFileSync('ready','');setInterval(()=>{},1000)"
  const step = await job.job.step({
    action: ACTION,
    inputs: inputs({ run: node(script) }),
    onStart: (kill) => {
      const look = (): void => {
        if (job.files().includes('ready')) kill('SIGINT')
        else setTimeout(look, 20)
      }
      look()
    },
  })
  expect([step.exitCode, step.log.includes('cancelled')]).toEqual([7, true])
})

describe('output and env', () => {
  test.each(['output', 'env'])('%s delivers, loudly, and later lines are masked', async (delivery) => {
    const job = newJob(sandbox)
    const step = await job.job.step({ action: ACTION, inputs: inputs({ delivery }) })
    expect(step.annotations.some(({ level }) => level === 'warning')).toBe(true)
    expect(delivery === 'env' ? step.env['DB_PASSWORD'] : step.outputs['DB_PASSWORD']).toBe(CANARY)
    for (const form of CANARIES) expect(step.log.includes(form) || step.rawSummary.includes(form)).toBe(false)
    expect(job.job.masker.mask(`x ${CANARY} y`)).toBe('x *** y')
  })
})

const REFUSALS: [string, Record<string, string>, string, ControlRequest[]][] = [
  [
    'abuse case 90: a dangerous name',
    { secrets: 'LD_PRELOAD = gcp-sm://demo/db/1' },
    'SECRET_NAME_REFUSED',
    [],
  ],
  ['abuse case 90: PATH', { secrets: 'PATH = gcp-sm://demo/db/1' }, 'SECRET_NAME_REFUSED', []],
  ['abuse case 94: traversal', { secrets: 'A = gcp-sm://demo/../db/1' }, 'SECRET_REFERENCE_INVALID', []],
  ['no secrets', { secrets: '' }, 'INPUT_MISSING', []],
  ['one of two is missing', { secrets: `${SECRETS}\nB = gcp-sm://demo/absent/1` }, 'SECRET_NOT_FOUND', []],
  ['a pointer to nothing', { secrets: 'A = gcp-sm://demo/db/1#/absent' }, 'SECRET_NOT_FOUND', []],
  ['no command', { run: '' }, 'INPUT_MISSING', []],
  ['forbidden', {}, 'SECRET_FORBIDDEN', [{ op: 'fault', service: 'secrets', kind: 'forbidden' }]],
  ['throttled', {}, 'SECRET_FAILED', [{ op: 'fault', service: 'secrets', kind: '429' }]],
  [
    'a corrupt checksum',
    {},
    'SECRET_CORRUPT',
    [{ op: 'fault', service: 'secrets', kind: 'corrupt-data-crc' }],
  ],
  ['no checksum', {}, 'SECRET_CORRUPT', [{ op: 'fault', service: 'secrets', kind: 'no-data-crc' }]],
  [
    'another version',
    {},
    'SECRET_CORRUPT',
    [{ op: 'fault', service: 'secrets', kind: 'wrong-secret-version' }],
  ],
  ['disabled', {}, 'SECRET_UNUSABLE', [{ op: 'fault', service: 'secrets', kind: 'disabled' }]],
  ['an insecure endpoint', { 'secret-endpoint': 'http://sm.example' }, 'ENDPOINT_INSECURE', []],
  [
    'abuse case 26: another issuer',
    { 'oidc-issuer': 'https://token.actions.githubusercontent.com' },
    'OIDC_HOST_REFUSED',
    [],
  ],
]

describe('refusals', () => {
  test.each(REFUSALS)('%s: nothing is delivered, nothing runs', async (_, more, code, controls) => {
    const job = newJob(sandbox)
    for (const control of controls) await sandbox.control(control)
    const step = await job.job.step({
      action: ACTION,
      inputs: inputs({ run: node("require('fs').writeFileSync('ran','')"), ...more }),
    })
    expect(step.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)).toEqual([
      code,
    ])
    expect([step.exitCode, step.outputs, step.env, job.files()]).toEqual([1, {}, {}, []])
    const left = traces(job, [step])
    for (const form of [...CANARIES, ...maskedValues([step])]) expect(left.includes(form)).toBe(false)
  })

  test('abuse case 95: killed while the command runs, the secret is in no file', async () => {
    const job = newJob(sandbox)
    const step = await job.job.step({
      action: ACTION,
      inputs: inputs({
        run: node("require('fs').writeFileSync('ready',String(process.pid));setTimeout(()=>{},3000)"),
      }),
      onStart: (kill) => {
        const look = (): void => {
          if (job.files().includes('ready')) kill('SIGKILL')
          else setTimeout(look, 20)
        }
        look()
      },
    })
    expect([step.exitCode, step.outputs]).toEqual([137, {}])
    const left = traces(job, [step])
    for (const form of CANARIES) expect(left.includes(form)).toBe(false)
  })
})
