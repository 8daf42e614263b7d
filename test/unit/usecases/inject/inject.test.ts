import { describe, expect, test } from '@jest/globals'
import { ClawError, type RunEvent, type Script } from '@open-claw/core'
import { parseShell } from '@open-claw/ci'
import { admitEvent } from '../../../../packages/github/src/events/event.ts'
import { cautionText, scriptFailure, secretsOutputs, secretsSummary } from '@open-claw/reports'
import { inject, type InjectPorts, type InjectRequest, type Target } from '@open-claw/usecases'
import { parseSecretRequests, type KnownVersion } from '../../../../packages/wiring/src/secret-stores.ts'
import { WITHHELD_VARIABLES } from '../../../../packages/ci/src/github/withheld.ts'
import { PUSH, PUSH_FACTS } from '../../../support/events.ts'
import { codeOf } from '../../../support/errors.ts'

const CANARY = 'canary-5d41402abc'
const EXEC: Target = { delivery: 'exec', script: 'deploy --now', shell: parseShell('sh') }

type Request = InjectRequest<KnownVersion>

const inputs = (target: Target, ...lines: string[]): Request => ({
  requests: parseSecretRequests(
    lines.length === 0 ? ['TOKEN = gcp-sm://my-project/token/3'] : lines,
    'secrets',
  ),
  target,
  allowEvents: [],
})

interface World {
  readonly stored?: Readonly<Record<string, string>>
  readonly event?: RunEvent
  readonly command?: (script: Script) => number
  readonly environment?: Readonly<Record<string, string>>
  readonly changed?: readonly string[]
}

/** Ports that write down everything that leaves the action, in order. */
function recording({
  stored = { token: CANARY },
  event = PUSH,
  command,
  environment = {},
  changed = [],
}: World = {}) {
  const log: string[] = []
  const ports: InjectPorts<KnownVersion> = {
    store: {
      async reveal({ secret, version }) {
        log.push(`reveal ${secret}`)
        const value = stored[secret]
        if (value === undefined) throw new ClawError('SECRET_NOT_FOUND', 'There is none.')
        return { bytes: Buffer.from(value), version: version === 'latest' ? '9' : version }
      },
    },
    mask: () => log.push('mask'),
    admitEvent: (allowed) => admitEvent(event, allowed),
    environment,
    withheld: WITHHELD_VARIABLES,
    warn: (caution) => log.push(`warning ${cautionText(caution)}`),
    run: async (started) => {
      log.push(`run ${started.script} ${JSON.stringify(started.env)}`)
      return command?.(started) ?? 0
    },
    watchAnswers: () => {
      log.push('watch')
      return () => {
        log.push('put back')
        return changed
      }
    },
    print: (stream, text) => {
      log.push(`${stream} ${text}`)
    },
    setOutputs: (outputs) => log.push(`outputs ${JSON.stringify(outputs)}`),
    exportVariables: (variables) => log.push(`variables ${JSON.stringify(variables)}`),
  }
  /** Injects, and reports as the action does. */
  const run = async (request: Request): Promise<number> => {
    const injection = await inject(request, ports)
    ports.setOutputs(secretsOutputs(injection))
    log.push(`summary ${secretsSummary(injection)}`)
    const failure = scriptFailure(injection)
    if (failure !== undefined) log.push(`error ${failure.message}`)
    return injection.exitCode
  }
  return { run, ports, log, of: (kind: string) => log.filter((line) => line.startsWith(`${kind} `)) }
}

/** A comment, which anybody may write. */
const COMMENT: RunEvent = {
  facts: { ...PUSH_FACTS, eventName: 'issue_comment' },
  payload: { ...PUSH.payload, comment: { body: '/deploy' } },
}

const DELIVERIES = ['run', 'outputs', 'variables', 'summary', 'stdout', 'stderr']

test('exec gives the secret to the command alone', async () => {
  const world = recording({
    environment: { PATH: '/bin', ACTIONS_RUNTIME_TOKEN: 'x', GITHUB_OUTPUT: '/out' },
  })
  expect(await world.run(inputs(EXEC))).toBe(0)
  expect(world.of('run')).toEqual([`run deploy --now ${JSON.stringify({ PATH: '/bin', TOKEN: CANARY })}`])
  expect(world.of('outputs')).toEqual(['outputs {"exit-code":"0","versions":"{\\"TOKEN\\":\\"3\\"}"}'])
  expect(world.of('variables')).toEqual([])
  expect(world.of('warning')).toEqual([])
})
test('exec masks before it runs', async () => {
  const world = recording()
  await world.run(inputs(EXEC))
  expect(world.log.lastIndexOf('mask')).toBeLessThan(world.log.findIndex((line) => line.startsWith('run ')))
})
// Case 95.
test('exec redacts both streams, across chunks, and breaks their commands', async () => {
  const world = recording({
    command: ({ onStdout, onStderr }) => {
      void onStdout(Buffer.from(`out ${CANARY.slice(0, 9)}`))
      void onStderr(Buffer.from(`::stop-commands::x\nerr ${CANARY.toUpperCase()}`))
      void onStdout(Buffer.from(`${CANARY.slice(9)}\nrest`))
      return 0
    },
  })
  await world.run(inputs(EXEC))
  expect(world.of('stdout').join('')).toContain('out ***\n')
  expect(world.of('stdout').at(-1)).toBe('stdout rest\n')
  expect(world.of('stderr').join('')).toContain(': :stop-commands::x\n')
  expect(world.of('stderr').at(-1)).toBe('stderr err ***\n')
  const shown = world.log.filter((line) => !line.startsWith('run '))
  expect(shown.join('\n').toLowerCase()).not.toContain(CANARY)
})
test.each([1, 2, 130, 143])('exec passes on exit code %i', async (code) => {
  const world = recording({ command: () => code })
  expect(await world.run(inputs(EXEC))).toBe(code)
  expect(world.of('outputs').join('')).toContain(`"exit-code":"${code}"`)
  expect(world.of('error').join('')).toContain(`exit code ${code}`)
})
test('exec without an exit code is never a success', async () => {
  const world = recording({ command: () => Number.NaN })
  expect(await codeOf(() => world.run(inputs(EXEC)))).toBe('COMMAND_FAILED')
  expect(world.of('outputs')).toEqual([])
})
test('exec prints what is held back even where the command cannot be started or fails', async () => {
  const world = recording({
    command: ({ onStdout }) => {
      void onStdout(Buffer.from(`last words ${CANARY}`))
      throw new ClawError('COMMAND_FAILED', 'It was killed.')
    },
  })
  expect(await codeOf(() => world.run(inputs(EXEC)))).toBe('COMMAND_FAILED')
  expect(world.of('stdout').join('')).toContain('last words ***')
  expect(world.of('outputs')).toEqual([])
})
// Case 89: the step's files are put back whatever becomes of the script, and before anything of ours is in them.
test.each([0, 7])('exec that changed the step files fails, with exit code %i as well', async (code) => {
  const world = recording({ command: () => code, changed: ['GITHUB_ENV', 'GITHUB_PATH'] })
  await expect(world.run(inputs(EXEC))).rejects.toThrow(/GITHUB_ENV, GITHUB_PATH/)
  expect(await codeOf(() => world.run(inputs(EXEC)))).toBe('STEP_FILES_CHANGED')
  expect(['outputs', 'summary'].flatMap((kind) => world.of(kind))).toEqual([])
})
test('exec has its step files watched from before the script to after it', async () => {
  const world = recording()
  await world.run(inputs(EXEC))
  const order = world.log.filter((line) => /^(?:watch|run|put back|outputs)/.test(line))
  expect(order.map((line) => line.split(' ')[0])).toEqual(['watch', 'run', 'put', 'outputs'])
})
test('exec delivers what cannot be hidden, and says so without showing it', async () => {
  const world = recording({ stored: { token: '4711' } })
  await world.run(inputs(EXEC))
  expect(world.of('warning').join('')).toMatch(/TOKEN may show in the log/)
  expect(world.of('warning').join('')).not.toContain('4711')
})

describe('a part that cannot be hidden', () => {
  test.each([EXEC, { delivery: 'output' }, { delivery: 'env' }] as const)(
    'is told, not shown: %j',
    async (target) => {
      const world = recording({ stored: { token: '{"user":"application","pin":"4711"}' } })
      await world.run(inputs(target))
      expect(world.of('warning').join('')).toMatch(
        /A part of secret TOKEN may show in the log if it is printed: .*credential/,
      )
      expect(world.of('warning').join('')).not.toMatch(/4711|application/)
    },
  )
})

describe.each([
  ['output', 'outputs', /later step of the job that names the output/],
  ['env', 'variables', /Every later step of the job/],
] as const)('%s', (delivery, kind, warning) => {
  test('delivers, and says who can read the secrets', async () => {
    const world = recording()
    expect(await world.run(inputs({ delivery }))).toBe(0)
    expect(world.of(kind).join('')).toContain(CANARY)
    expect(world.of('warning').join('')).toMatch(warning)
    expect(world.of('run')).toEqual([])
  })
  test('runs no delivery of another kind', async () => {
    const world = recording()
    await world.run(inputs({ delivery }))
    const others = DELIVERIES.filter((other) => other !== kind).flatMap((other) => world.of(other))
    expect(others.join('\n')).not.toContain(CANARY)
  })
  test.each(['12345', 'production', 'ab\ncd'])('refuses what cannot be hidden: %j', async (value) => {
    const world = recording({ stored: { token: value } })
    expect(await codeOf(() => world.run(inputs({ delivery })))).toBe('SECRET_UNMASKABLE')
    expect(DELIVERIES.flatMap((other) => world.of(other))).toEqual([])
  })
  test.each(['LD_PRELOAD', 'PATH', 'github_env', 'AWS_PROFILE', 'NODE_OPTIONS'])(
    'refuses %s',
    async (name) => {
      const world = recording()
      const asked = inputs({ delivery }, `${name} = gcp-sm://my-project/token/3`)
      expect(await codeOf(() => world.run(asked))).toBe('SECRET_NAME_REFUSED')
      expect(world.log).toEqual([])
    },
  )
})

describe('nothing is delivered', () => {
  test.each([EXEC, { delivery: 'output' }, { delivery: 'env' }] as const)(
    'where one secret is missing: %j',
    async (target) => {
      const world = recording()
      const asked = inputs(target, 'A = gcp-sm://my-project/token/1', 'B = gcp-sm://my-project/missing/1')
      expect(await codeOf(() => world.run(asked))).toBe('SECRET_NOT_FOUND')
      expect(DELIVERIES.flatMap((kind) => world.of(kind))).toEqual([])
    },
  )
  // Case 93.
  test('nor fetched, for an event that strangers start', async () => {
    const world = recording({ event: COMMENT })
    expect(await codeOf(() => world.run(inputs(EXEC)))).toBe('EVENT_REFUSED')
    expect(world.log).toEqual([])
  })
  test.each(['versions', 'VERSIONS'])('nor fetched, under the name of an own output: %s', async (name) => {
    const world = recording()
    const asked = inputs({ delivery: 'output' }, `${name} = gcp-sm://my-project/token/3`)
    expect(await codeOf(() => world.run(asked))).toBe('SECRET_NAME_REFUSED')
    expect(world.log).toEqual([])
  })
})

describe('what is written about the secrets', () => {
  test('latest is warned of and its number recorded', async () => {
    const world = recording()
    await world.run(inputs(EXEC, 'TOKEN = gcp-sm://my-project/token/latest'))
    expect(world.of('warning').join('')).toMatch(/TOKEN takes the latest version/)
    expect(world.of('outputs').join('')).toContain('"versions":"{\\"TOKEN\\":\\"9\\"}"')
  })
  test.each([EXEC, { delivery: 'output' }, { delivery: 'env' }] as const)(
    'the result holds no value, no mask and no length of one: %j',
    async (target) => {
      const { ports } = recording()
      expect(await inject(inputs(target), ports)).toEqual({
        event: { name: 'push', widened: false, allowed: [] },
        delivery: target.delivery,
        secrets: [
          { name: 'TOKEN', uri: 'gcp-sm://my-project/token/3', version: '3', masks: expect.any(Number) },
        ],
        exitCode: 0,
      })
    },
  )
  test('the summary names reference, version and delivery, and holds no value', async () => {
    const world = recording()
    await world.run(inputs(EXEC))
    const summary = world.of('summary').join('')
    expect(summary).toContain('//my-project/token/3')
    expect(summary).toContain('for one script')
    expect(summary).not.toContain(CANARY)
    expect(summary).not.toContain('allow-events')
  })
  test('the summary says that the event is let through by an input alone', async () => {
    const world = recording({ event: COMMENT })
    const asked: Request = { ...inputs(EXEC), allowEvents: ['issue_comment'] }
    expect(await world.run(asked)).toBe(0)
    expect(world.of('summary').join('')).toMatch(/allow.*issue.*comment.*by that input alone/s)
  })
})
