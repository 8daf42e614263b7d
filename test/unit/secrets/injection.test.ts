import { describe, expect, test } from '@jest/globals'
import { ClawError } from '@open-claw/core'
import { checkMaskable, checkNames, fetchMasked, type Delivery, type SecretStore } from '@open-claw/secrets'
import { parseSecretRequests, type KnownVersion } from '../../../packages/wiring/src/secret-stores.ts'
import { rejection } from './codes.ts'

type Stored = Readonly<Record<string, string | Uint8Array | ClawError>>

/** A store by secret name that writes down what happened, in order, with the masks. */
function recorded(stored: Stored) {
  const events: string[] = []
  const store: SecretStore<KnownVersion> = {
    async reveal({ secret, version }) {
      events.push(`reveal ${secret}`)
      const value = stored[secret]
      if (value === undefined) throw new ClawError('SECRET_NOT_FOUND', 'none')
      if (value instanceof ClawError) throw value
      return { bytes: Buffer.from(value), version: version === 'latest' ? '7' : version }
    },
  }
  return { store, events, mask: (value: string) => events.push(`mask ${value}`) }
}

const line = (name: string, secret: string, version = '1', pointer = '') =>
  `${name} = gcp-sm://my-project/${secret}/${version}${pointer}`

const fetching = (stored: Stored, delivery: Delivery, ...lines: string[]) => {
  const ports = recorded(stored)
  const requests = parseSecretRequests(lines, 'secrets')
  const deliverable = async () => {
    checkNames(requests, delivery)
    const secrets = await fetchMasked(requests, ports)
    checkMaskable(secrets, delivery)
    return secrets
  }
  return { ...ports, result: deliverable() }
}

describe('secrets are fetched', () => {
  test('in the order of the requests, with value, version and masks', async () => {
    const { result } = fetching(
      { db: '{"user":"app-user","pass":"p4ssw0rd-canary"}', key: 'other-canary\n' },
      'env',
      line('KEY', 'key', 'latest'),
      line('PASS', 'db', '3', '#/pass'),
    )
    const [key, pass] = await result
    expect(key).toMatchObject({ value: 'other-canary\n', version: '7', unmaskable: undefined })
    expect(pass).toMatchObject({ value: 'p4ssw0rd-canary', version: '3' })
    expect(pass?.masks).toContain('p4ssw0rd-canary')
  })
  test('all before the first mask, which is before anything is delivered', async () => {
    const { result, events } = fetching(
      { a: 'canary-aaa', b: 'canary-bbb' },
      'env',
      line('A', 'a'),
      line('B', 'b'),
    )
    await result
    expect(events.slice(0, 2)).toEqual(['reveal a', 'reveal b'])
    expect(events).toEqual(expect.arrayContaining(['mask canary-aaa', 'mask canary-bbb']))
  })
  test('with exec even where they cannot be hidden', async () => {
    const [secret] = await fetching({ pin: '4711' }, 'exec', line('PIN', 'pin')).result
    expect(secret).toMatchObject({ value: '4711', unmaskable: expect.stringContaining('6 characters') })
  })
  test('and a mask never holds a line break', async () => {
    const { result, events } = fetching({ a: 'line-one-canary\r\nline-two-canary' }, 'env', line('A', 'a'))
    await result
    expect(events.filter((event) => /[\r\n]/.test(event))).toEqual([])
  })
})

// Cases 89 and 91.
const cases: readonly (readonly [string, string | Uint8Array, Delivery, string])[] = [
  ['an empty value', '', 'exec', 'SECRET_UNUSABLE'],
  ['white space', ' \n\t', 'exec', 'SECRET_UNUSABLE'],
  ['NUL', 'canary\0-value', 'exec', 'SECRET_UNUSABLE'],
  ['bytes that are not UTF-8', Uint8Array.of(0xff, 0xfe, 0x41, 0x42, 0x43, 0x44), 'exec', 'SECRET_UNUSABLE'],
  ['a short value as env', '12345', 'env', 'SECRET_UNMASKABLE'],
  ['a short value as output', '12345', 'output', 'SECRET_UNMASKABLE'],
  ['a common word as env', 'production', 'env', 'SECRET_UNMASKABLE'],
  ['a number as output', '86400000', 'output', 'SECRET_UNMASKABLE'],
  ['short lines alone as env', 'ab\ncd\nef\ngh', 'env', 'SECRET_UNMASKABLE'],
  [
    'a value that takes too many masks as env',
    `${'canary-'.repeat(9)}\n`
      .repeat(3)
      .concat(Array.from({ length: 400 }, (_, index) => `line-${index}-canary`).join('\n')),
    'env',
    'SECRET_UNMASKABLE',
  ],
]
test.each(cases)('nothing is delivered %s', async (_, value, delivery, code) => {
  expect(await rejection(fetching({ a: value }, delivery, line('A', 'a')).result)).toBe(code)
})

test('nothing is delivered if one of several fails, and the others are hidden all the same', async () => {
  const { result, events } = fetching(
    { a: 'canary-aaa', b: new ClawError('SECRET_FORBIDDEN', 'no'), c: 'canary-ccc' },
    'env',
    line('A', 'a'),
    line('B', 'b'),
    line('C', 'c'),
  )
  expect(await rejection(result)).toBe('SECRET_FORBIDDEN')
  expect(events).toEqual(expect.arrayContaining(['mask canary-aaa', 'mask canary-ccc']))
})
test('nothing is delivered and nothing is fetched under a name that is refused', async () => {
  const { result, events } = fetching({ a: 'canary-aaa' }, 'env', line('A', 'a'), line('LD_PRELOAD', 'a'))
  expect(await rejection(result)).toBe('SECRET_NAME_REFUSED')
  expect(events).toEqual([])
})
test('nothing is delivered where a pointer leads nowhere', async () => {
  expect(await rejection(fetching({ a: '{"b":1}' }, 'exec', line('A', 'a', '1', '#/c')).result)).toBe(
    'SECRET_NOT_FOUND',
  )
})
test('nothing is delivered and the error names the secret, never its value', async () => {
  const { result } = fetching({ a: '98765' }, 'env', line('PIN', 'a'))
  await expect(result).rejects.toThrow(/PIN/)
  await expect(result).rejects.not.toThrow(/98765/)
})
