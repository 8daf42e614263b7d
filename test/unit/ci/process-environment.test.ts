// What a process keeps of its environment, what it gives back on demand, and what it remembers for commands.
import { devNull } from 'node:os'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { ClientReads } from '@open-claw/core'
import { isolateEnvironment } from '../../../packages/ci/src/process/process-environment.ts'

const CLIENT: ClientReads = {
  variables: [
    { reader: 'a client', names: ['CLIENT_ENDPOINT'], decides: ['host'], fate: 'never' },
    { reader: 'a client', names: ['CLIENT_LOGIN_*'], decides: ['identity'], fate: 'ambient' },
  ],
  files: [],
  takenFromCommands: ['CLIENT_LOUD'],
}

const SET = {
  CLIENT_ENDPOINT: 'x',
  client_login_token: 'x',
  CLIENT_LOUD: 'x',
  SOMETHING_NEW: 'x',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
  INPUT_KEY: 'x',
  GITHUB_SHA: 'x',
  HTTPS_PROXY: 'x',
  HOME: '/home/user',
} as const

let before: NodeJS.ProcessEnv = {}
const replaceEnvironment = (variables: NodeJS.ProcessEnv): void => {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, variables)
}
beforeEach(() => {
  before = { ...process.env }
  replaceEnvironment(SET)
})
afterEach(() => replaceEnvironment(before))

test('only what is known to be harmless stays, and the home is none', () => {
  isolateEnvironment([CLIENT])
  expect({ ...process.env }).toEqual({
    INPUT_KEY: 'x',
    GITHUB_SHA: 'x',
    HTTPS_PROXY: 'x',
    HOME: devNull,
    USERPROFILE: devNull,
  })
})

test('credentials of the machine come back on demand, and inputs go then', () => {
  const safe = isolateEnvironment([CLIENT])
  safe.admitMachineCredentials()
  expect({ ...process.env }).toEqual({ client_login_token: 'x', GITHUB_SHA: 'x', HTTPS_PROXY: 'x' })
})

test('a home comes back where some client may look into it', () => {
  const home: ClientReads = {
    variables: [{ reader: 'a client', names: ['HOME'], decides: ['identity'], fate: 'ambient' }],
    files: [],
  }
  isolateEnvironment([home]).admitMachineCredentials()
  expect(process.env['HOME']).toBe('/home/user')
})

test('a command gets what the job set, but for what makes a client print', () => {
  const { CLIENT_LOUD: _, ...rest } = SET
  expect(isolateEnvironment([CLIENT]).environment).toEqual(rest)
})

test('a variable that a client would have heeded does not stay', () => {
  const wide: ClientReads = {
    variables: [{ reader: 'a client', names: ['SOMETHING_NEW'], decides: ['trust'], fate: 'heeded' }],
    files: [],
  }
  isolateEnvironment([wide])
  expect(process.env['SOMETHING_NEW']).toBeUndefined()
})
