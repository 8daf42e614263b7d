// The shipped bundles: what each action loads at start, and what must never be in them.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
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
/** Chunks that can be loaded at all. */
function reachable(entry: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  for (const [, name] of code(entry).matchAll(/["']\.\/([\w.-]+\.mjs)["']/g))
    if (name !== undefined) reachable(name, seen)
  return seen
}
const ACTIONS = [
  'sign-artifact',
  'attach-provenance',
  'sign-and-attest',
  'verify-before-deploy',
  'inject-secret',
]

describe('what an action loads', () => {
  test.each(ACTIONS)('%s: at most 0.4 MB before its first line, no cloud', (name) => {
    const loaded = eager(`${name}.mjs`)
    const bytes = [...loaded].reduce((sum, chunk) => sum + statSync(join(DIST, chunk)).size, 0)
    expect(bytes).toBeLessThanOrEqual(400_000)
    expect([...loaded].filter((chunk) => /google|github|jose|noble|sigstore|yaml/.test(chunk))).toEqual([])
  })

  test.each(['verify-before-deploy', 'inject-secret'])('%s never loads a signer', (name) => {
    const signers = [...reachable(`${name}.mjs`)].filter((chunk) =>
      ['core-sign.mjs', 'kms-sign.mjs', 'signing.mjs', 'evidence.mjs', 'vendor-sigstore.mjs'].includes(chunk),
    )
    expect(signers).toEqual([])
  })

  test('inject-secret never loads the key service, and the signers never the secret store', () => {
    expect([...reachable('inject-secret.mjs')].filter((chunk) => /kms/.test(chunk))).toEqual([])
    for (const name of ['sign-artifact', 'attach-provenance', 'sign-and-attest', 'verify-before-deploy']) {
      expect([...reachable(`${name}.mjs`)].filter((chunk) => /secret/.test(chunk))).toEqual([])
    }
  })
})

describe('what is in dist', () => {
  test.each(chunks)('%s holds no path of a machine, no sandbox, no test', (name) => {
    const text = code(name)
    expect(text).not.toMatch(
      /\/(?:home|root|Users|work|tmp\/[a-z])\/|packages\/sandbox|test\/support|@open-claw\/sandbox/,
    )
  })

  test('is readable: our own code keeps its comments and its names', () => {
    expect(code('policy.mjs')).toContain('// packages/policy/src/decide.ts')
    expect(code('policy.mjs')).toContain('Denies unless every entry of the policy is satisfied')
  })
})
