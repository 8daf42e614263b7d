import { readdir } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { readTrustedRoots, tufTrustedRoot } from '@open-claw/sigstore'
import type { TufRepository } from '../../../packages/sigstore/src/roots/tuf.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import {
  repositoryFiles,
  repositoryKey,
  serveRepository,
  type RepositoryPlan,
  type RepositoryServer,
} from './roots-tuf-repository.ts'
import { rootJson } from './verify-world.ts'

const KEY = repositoryKey()
const TARGETS = { 'trusted_root.json': JSON.stringify(rootJson()) }
const ROOT = repositoryFiles(KEY, { targets: TARGETS }).get('/1.root.json') ?? Buffer.alloc(0)

const servers: RepositoryServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]()
})

async function serve(plan: Partial<RepositoryPlan> = {}): Promise<RepositoryServer> {
  const server = await serveRepository(repositoryFiles(KEY, { targets: TARGETS, ...plan }))
  servers.push(server)
  return server
}
const from = ({ mirror }: RepositoryServer, options: Partial<TufRepository> = {}): TufRepository => ({
  mirror,
  root: ROOT,
  clock: testClock(),
  ...options,
})
const leftovers = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('open-claw-tuf-'))

test('a trusted root from a TUF repository is read, and nothing is left behind', async () => {
  const before = await leftovers()
  const server = await serve()
  const material = await tufTrustedRoot(from(server))
  expect(readTrustedRoots([material])).toHaveProperty('certificate')
  expect(server.asked).toContain('/targets/trusted_root.json')
  expect(await leftovers()).toEqual(before)
})

test('a trusted root from a TUF repository is fetched again after a failure that passes', async () => {
  const server = await serve()
  server.failures.set('/timestamp.json', [503, 429])
  expect(await tufTrustedRoot(from(server))).toMatchObject({ tlogs: [{}, {}] })
})

test.each<[string, Partial<RepositoryPlan>]>([
  ['whose timestamp is over', { expired: ['timestamp'] }],
  ['whose snapshot is over', { expired: ['snapshot'] }],
  ['whose targets are over', { expired: ['targets'] }],
  ['without a trusted root', { targets: { 'other.json': '{}' } }],
])('a trusted root from a TUF repository of a repository %s is not available', async (_, plan) => {
  expect(await codeOf(async () => tufTrustedRoot(from(await serve(plan))))).toBe('TRUSTED_ROOT_UNAVAILABLE')
})

test('a trusted root from a TUF repository abuse case 59: whose root is over is not available', async () => {
  const root = repositoryFiles(KEY, { targets: TARGETS, expired: ['root'] }).get('/1.root.json')
  expect(await codeOf(async () => tufTrustedRoot(from(await serve(), { root: root ?? ROOT })))).toBe(
    'TRUSTED_ROOT_UNAVAILABLE',
  )
})

test.each<[string, string]>([
  ['timestamp', '/timestamp.json'],
  ['snapshot', '/snapshot.json'],
  ['targets', '/targets.json'],
  ['trusted root', '/targets/trusted_root.json'],
])(
  'a trusted root from a TUF repository of a repository that does not give its %s is not available',
  async (_, path) => {
    const server = await serve()
    server.files.delete(path)
    expect(await codeOf(() => tufTrustedRoot(from(server)))).toBe('TRUSTED_ROOT_UNAVAILABLE')
  },
)

test.each([401, 403, 500, 503])(
  'a trusted root from a TUF repository answered with %d is not available',
  async (status) => {
    const server = await serve()
    server.failures.set(
      '/timestamp.json',
      Array.from({ length: 20 }, () => status),
    )
    const error = await refusal(() => tufTrustedRoot(from(server)))
    expect(error).toMatchObject({ code: 'TRUSTED_ROOT_UNAVAILABLE' })
    expect(error.message).toContain(`status ${status}`)
    expect(server.asked.filter((path) => path === '/timestamp.json').length > 1).toBe(status >= 500)
  },
)

test('a trusted root from a TUF repository that nobody serves is not available', async () => {
  const server = await serveRepository(new Map())
  await server[Symbol.asyncDispose]()
  expect(await codeOf(() => tufTrustedRoot(from(server)))).toBe('TRUSTED_ROOT_UNAVAILABLE')
})

test.each<[string, Partial<RepositoryPlan>]>([
  ['timestamp', { forged: ['timestamp'] }],
  ['snapshot', { forged: ['snapshot'] }],
  ['targets', { forged: ['targets'] }],
])(
  'a trusted root from a TUF repository of a repository whose %s another key signed is refused',
  async (_, plan) => {
    expect(await codeOf(async () => tufTrustedRoot(from(await serve(plan))))).toBe('TRUSTED_ROOT_INVALID')
  },
)

test.each<[string, Buffer]>([
  ['is of another repository', repositoryFiles(repositoryKey(), { targets: {} }).get('/1.root.json') ?? ROOT],
  [
    'is not signed by itself',
    repositoryFiles(KEY, { targets: {}, forged: ['root'] }).get('/1.root.json') ?? ROOT,
  ],
  ['is no metadata', Buffer.from('{}')],
  ['is no JSON', Buffer.from('root')],
  ['is empty', Buffer.alloc(0)],
])('a trusted root from a TUF repository from a first root that %s is refused', async (_, root) => {
  const server = await serve()
  expect(await codeOf(() => tufTrustedRoot(from(server, { root })))).toBe('TRUSTED_ROOT_INVALID')
})

test.each<[string, (files: Map<string, Buffer>) => unknown]>([
  [
    'changed target',
    (files) =>
      files.set(
        '/targets/trusted_root.json',
        Buffer.from(TARGETS['trusted_root.json'].replace('rekor', 'rogue')),
      ),
  ],
  [
    'longer target',
    (files) => files.set('/targets/trusted_root.json', Buffer.from(`${TARGETS['trusted_root.json']} `)),
  ],
  [
    'other targets',
    (files) =>
      files.set(
        '/targets.json',
        repositoryFiles(KEY, { targets: { 'trusted_root.json': '{}' } }).get('/targets.json') ?? ROOT,
      ),
  ],
  ['metadata that is no JSON', (files) => files.set('/timestamp.json', Buffer.from('timestamp'))],
  [
    'next root of another key',
    (files) =>
      files.set(
        '/2.root.json',
        repositoryFiles(repositoryKey(), { targets: {} }).get('/1.root.json') ?? ROOT,
      ),
  ],
])('a trusted root from a TUF repository of a repository with a %s is refused', async (_, change) => {
  const server = await serve()
  change(server.files)
  expect(await codeOf(() => tufTrustedRoot(from(server)))).toBe('TRUSTED_ROOT_INVALID')
})

test.each([
  ['not JSON', 'root'],
  ['of another media type', '{"mediaType":"application/json"}'],
])('a trusted root from a TUF repository that is signed and %s is refused', async (_, text) => {
  const server = await serve({ targets: { 'trusted_root.json': text } })
  expect(await codeOf(() => tufTrustedRoot(from(server)))).toBe('TRUSTED_ROOT_INVALID')
})

test('a trusted root from a TUF repository writes nothing of its own into the home of the user', async () => {
  const home = async (): Promise<string[]> => readdir(join(homedir(), '.local', 'share')).catch(() => [])
  const before = await home()
  await tufTrustedRoot(from(await serve()))
  expect(await home()).toEqual(before)
})
