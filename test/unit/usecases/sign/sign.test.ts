// The order of a signing step: what is done before the first signature, what only after the last, and what is
// given back whatever happens.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { sign, type SigningRequest } from '@open-claw/usecases'
import { codeOf } from '../../../support/errors.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { REQUEST, signingStep, type Place } from './ports.ts'

const workspace = temporaryFolder('sign')
for (const name of ['a', 'b']) writeFileSync(join(workspace, name), name)

const STATEMENT: SigningRequest = {
  ...REQUEST,
  workspace,
  witnesses: { ...REQUEST.witnesses, certificateAuthority: undefined },
}
const PER_ARTIFACT: SigningRequest = { ...STATEMENT, work: { mode: 'per-artifact' } }
const KEYLESS: SigningRequest = { ...REQUEST, workspace, key: { kind: 'keyless' } }
const EARLY = ['check', 'open', 'probe']

describe('a statement', () => {
  test('is planned before it is signed, and announced once it is put', async () => {
    const { ports, asked } = signingStep()
    const { stored, selected } = await sign(STATEMENT, ports)
    expect(asked[0]).toBe('admit')
    expect(asked.slice(1, 4).toSorted()).toEqual(EARLY)
    expect(asked.slice(4)).toEqual(['plan', 'planned a b', 'sign', 'put', 'announce a b', 'end'])
    expect([stored.length, selected.subjects.length]).toEqual([1, 2])
  })
  test('is signed for the event that was let through', async () => {
    const { ports } = signingStep()
    const { event } = await sign({ ...STATEMENT, allowEvents: ['issues'] }, ports)
    expect(event).toEqual({ name: 'push', widened: false, allowed: ['issues'] })
  })
})

test('each artifact is signed by itself, with a hash that its key decides', async () => {
  const { ports, told, asked } = signingStep({ late: 'open' })
  const { stored } = await sign(PER_ARTIFACT, ports)
  expect(asked.slice(4)).toEqual([
    'plan',
    'planned a',
    'planned b',
    'sign',
    'sign',
    'put',
    'announce a b',
    'end',
  ])
  expect(stored.map(({ bundle }) => bundle.predicateType)).toEqual([undefined, undefined])
  const lines = told.lines.map((line) => line.split(' ')[0])
  expect(lines.indexOf('Key')).toBeLessThan(lines.indexOf('Hashing'))
})

describe('nothing is put and nothing announced', () => {
  test.each<Place>(['open', 'probe', 'check', 'plan', 'sign', 'put'])(
    'where %s fails, and the session ends',
    async (failing) => {
      for (const request of [STATEMENT, PER_ARTIFACT]) {
        const { ports, asked } = signingStep({ failing })
        expect(await codeOf(() => sign(request, ports))).toBe('KMS_FAILED')
        expect(asked.filter((one) => one.startsWith('announce'))).toEqual([])
        expect(asked.filter((one) => one === 'put')).toEqual(failing === 'put' ? ['put'] : [])
        expect(asked.at(-1)).toBe('end')
      }
    },
  )
  test('where the event may use no key, which is opened for nobody', async () => {
    const { ports, asked } = signingStep({ failing: 'admit', code: 'EVENT_REFUSED' })
    expect(await codeOf(() => sign(STATEMENT, ports))).toBe('EVENT_REFUSED')
    expect(asked).toEqual(['admit'])
  })
})

test.each<Place>(['open', 'probe', 'check', 'plan'])('nothing is signed where %s fails', async (failing) => {
  const { ports, asked } = signingStep({ failing })
  expect(await codeOf(() => sign(STATEMENT, ports))).toBe('KMS_FAILED')
  expect(asked).not.toContain('sign')
})

describe('a key of this step alone', () => {
  test('is forgotten before the session ends', async () => {
    const { ports, asked } = signingStep()
    await sign(KEYLESS, ports)
    expect(asked).not.toContain('open')
    expect(asked.filter((one) => one === 'drop')).toEqual(['drop'])
  })
  test.each<Place>(['probe', 'check'])(
    'that comes after %s has failed is forgotten once it is there',
    async (failing) => {
      const { ports, asked } = signingStep({ failing, late: 'certify' })
      expect(await codeOf(() => sign(KEYLESS, ports))).toBe('KMS_FAILED')
      expect(asked).not.toContain('drop')
      await new Promise((resolve) => setTimeout(resolve, 60))
      expect(asked).toContain('drop')
    },
  )
})

test('what cannot be given back is a warning, and the step has its result', async () => {
  const { ports, told } = signingStep({ failing: 'end', code: 'CREDENTIALS_FAILED' })
  const { stored } = await sign(STATEMENT, ports)
  expect(stored).toHaveLength(1)
  expect(told.annotations).toEqual([{ level: 'warning', title: 'CREDENTIALS_FAILED', message: 'end fails.' }])
})
