// The shipped bundles: what each action loads at start, and what must never be in them.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const DIST = join(import.meta.dirname, '../../../dist')
const code = (name: string): string => readFileSync(join(DIST, name), 'utf8')
const chunks = readdirSync(DIST).filter((name) => name.endsWith('.mjs'))

/** Chunks that are loaded before the first own line runs. */
function eager(entry: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  for (const [, name] of code(entry).matchAll(/^(?:import|export)[^'"\n]*["']\.\/([\w.-]+)["']/gm))
    if (name !== undefined) eager(name, seen)
  return seen
}
/** Chunks that can be loaded at all, but for what lies behind `closed`. */
function reachable(entry: string, closed?: RegExp, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(entry) || closed?.test(entry) === true) return seen
  seen.add(entry)
  for (const [, name] of code(entry).matchAll(/["']\.\/([\w.-]+\.mjs)["']/g))
    if (name !== undefined) reachable(name, closed, seen)
  return seen
}
/** Code that signs, by the names of its chunks. */
const SIGNERS = /^(?:.*-sign|load-sigstore-bundle)\.mjs$/
/** Code and clients of key services, and of secret stores. What several clients share names them with underscores between. */
const KEYS = /-(?:kms|keys|transit)(?:-[\w-]+)?\.mjs$/
const SECRETS =
  /^(?:(?:google-)?secrets|(?:load|vendor)-google(?:-[a-z]+)*-secret-manager(?:-[a-z-]+)?)\.mjs$/
/** What the row of a vendor of keys loads on demand. Rows are in every program, since each says what its clients read. */
const KEY_ROW_DOORS = /^[a-z]+-key-(?:client|rows)\.mjs$/
const ACTIONS = [
  'sign-artifact',
  'attach-provenance',
  'sign-and-attest',
  'verify-before-deploy',
  'inject-secret',
]

describe('what an action loads', () => {
  test.each(ACTIONS)('%s: at most 0.5 MB before its first line, no cloud', (name) => {
    const loaded = eager(`${name}.mjs`)
    const bytes = [...loaded].reduce((sum, chunk) => sum + statSync(join(DIST, chunk)).size, 0)
    expect(bytes).toBeLessThanOrEqual(500_000)
    expect(
      [...loaded].filter((chunk) =>
        /^(?:vendor|load)-.*(?:google|aws|azure|github|jose|noble|sigstore|yaml|commander)/.test(chunk),
      ),
    ).toEqual([])
  })

  const signersFrom = (name: string, closed?: RegExp): string[] =>
    [...reachable(`${name}.mjs`, closed)].filter((chunk) => SIGNERS.test(chunk))

  test('inject-secret loads no signer: the rows of the vendors of keys are all that leads to one', () => {
    expect(signersFrom('inject-secret', KEY_ROW_DOORS)).toEqual([])
  })

  test('verify-before-deploy loads no signer: what a vendor opens for signing alone is all that leads to one', () => {
    expect([...eager('verify-before-deploy.mjs')].filter((chunk) => SIGNERS.test(chunk))).toEqual([])
    expect(signersFrom('verify-before-deploy', /^[a-z]+-signing\.mjs$/)).toEqual([])
    expect(signersFrom('verify-before-deploy').toSorted()).toEqual(
      ['aws', 'azure', 'google', 'vault'].map((room) => `${room}-sign.mjs`),
    )
  })

  test('inject-secret never loads the key service, and the signers never the secret store', () => {
    expect([...reachable('inject-secret.mjs', KEY_ROW_DOORS)].filter((chunk) => KEYS.test(chunk))).toEqual([])
    for (const name of ['sign-artifact', 'attach-provenance', 'sign-and-attest', 'verify-before-deploy']) {
      expect([...reachable(`${name}.mjs`)].filter((chunk) => SECRETS.test(chunk))).toEqual([])
    }
  })
})

describe('what is loaded on demand', () => {
  const doors = chunks.filter((name) => name.startsWith('load-'))
  test('each library can be loaded by itself', () => {
    const program = doors.map(
      (name) => `await import(${JSON.stringify(pathToFileURL(join(DIST, name)).href)})`,
    )
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', program.join('\n')],
      {
        encoding: 'utf8',
      },
    )
    expect([stderr, status]).toEqual(['', 0])
    expect(doors.length).toBeGreaterThan(10)
  })

  /** What a provider loads when its scheme is used: its own client, and nothing of another cloud. */
  test.each([
    ['load-google-cloud-kms-key-management-service-client.mjs', /^vendor-google/],
    ['load-aws-sdk-client-kms.mjs', /^vendor-aws/],
    ['load-aws-sdk-client-sts.mjs', /^vendor-aws/],
    ['load-azure-keyvault-keys.mjs', /^vendor-azure/],
    ['load-azure-identity.mjs', /^vendor-azure/],
    ['load-sigstore-tuf.mjs', /^vendor-sigstore/],
  ])('%s brings its own cloud alone', (door, own) => {
    const loaded = [...eager(door)].filter((name) => name.startsWith('vendor-'))
    const shared = /^vendor-azure-[\w-]+-google-/
    expect(loaded.filter((name) => !own.test(name) && !shared.test(name))).toEqual([])
    expect(loaded.length).toBeGreaterThan(0)
    // Small things that several bring: the largest of them is below 30 kB.
    for (const name of loaded.filter((one) => shared.test(one)))
      expect(statSync(join(DIST, name)).size).toBeLessThan(30_000)
  })
})

describe('what is in dist', () => {
  const PROGRAMS = [...ACTIONS, 'clawx', 'end-session'].map((name) => `${name}.mjs`)
  test('programs run when they are started, and nothing runs when a chunk is loaded', () => {
    const running = chunks.filter((name) => /^\s*await (?:runAction|clawx)\(/m.test(code(name)))
    expect(running.toSorted()).toEqual(PROGRAMS.toSorted())
  })

  test.each(chunks)('%s holds no path of a machine, no sandbox, no test', (name) => {
    const text = code(name)
    expect(text).not.toMatch(
      /\/(?:home|root|Users|work|tmp\/[a-z])\/|packages\/sandbox|test\/support|@open-claw\/sandbox/,
    )
  })

  test('is readable: our own code keeps its comments and its names', () => {
    expect(code('policy.mjs')).toContain('// packages/policy/src/decide/decide.ts')
    expect(code('policy.mjs')).toContain('Denies unless every entry of the policy is satisfied')
  })
})
