// Who is asked beside the key, and that nothing private goes to a public log unless asked.
import { describe, expect, test } from '@jest/globals'
import type { SigningServices } from '@open-claw/sigstore'
import {
  chooseServices,
  needsVisibility,
  type ServiceContext,
} from '../../../../packages/usecases/src/sign/services.ts'
import type { WitnessChoice } from '@open-claw/usecases'
import { codeOf, refusal } from '../../../support/errors.ts'

const ISSUER = new URL('https://token.actions.githubusercontent.com')
const OWN = new URL('https://sigstore.corp.example')
const NOTHING: WitnessChoice = {
  certificateAuthority: undefined,
  timestampAuthorities: undefined,
  log: undefined,
  logVersion: undefined,
  allowPublicLog: false,
  signingConfig: undefined,
}
const choose = (inputs: Partial<WitnessChoice>, context: Partial<ServiceContext> = {}): SigningServices =>
  chooseServices(
    { ...NOTHING, ...inputs },
    { keyless: false, visibility: 'private', issuer: ISSUER, configured: undefined, ...context },
  )
const shown = ({ certificateAuthority, timestampAuthorities, log }: SigningServices) => [
  certificateAuthority?.host,
  timestampAuthorities.map(({ host }) => host),
  log && [log.url.host, log.version],
]

describe('a key of a key service', () => {
  test('is asked alone unless more is named', () => {
    expect(shown(choose({}))).toEqual([undefined, [], undefined])
  })
  test('each authority that is named is asked, and the log', () => {
    const services = choose({ timestampAuthorities: [OWN, 'github', 'public'], log: OWN })
    expect(shown(services)).toEqual([
      undefined,
      ['sigstore.corp.example', 'timestamp.githubapp.com', 'timestamp.sigstore.dev'],
      ['sigstore.corp.example', 2],
    ])
  })
  test('a log by URL speaks the version that is named', () => {
    expect(choose({ log: OWN, logVersion: 1 }).log?.version).toBe(1)
  })
  test.each<[string, WitnessChoice['timestampAuthorities']]>([
    ['by name', ['public', OWN, 'public']],
    ['by URL', [OWN, new URL(OWN)]],
    ['by both', ['public', new URL('https://timestamp.sigstore.dev/api/v1/timestamp')]],
  ])('an authority that is named twice is refused: %s', async (_, timestampAuthorities) => {
    const error = await refusal(() => choose({ timestampAuthorities }))
    expect([error.code, error.message]).toEqual(['INPUT_INVALID', expect.stringContaining('twice')])
  })
})

describe('keyless', () => {
  test.each([
    ['public', ['fulcio.sigstore.dev', ['timestamp.sigstore.dev'], ['rekor.sigstore.dev', 1]]],
    ['private', ['fulcio.githubapp.com', ['timestamp.githubapp.com'], undefined]],
    ['internal', ['fulcio.githubapp.com', ['timestamp.githubapp.com'], undefined]],
    [undefined, ['fulcio.githubapp.com', ['timestamp.githubapp.com'], undefined]],
  ])('in a repository that is %s', (visibility, expected) => {
    expect(shown(choose({}, { keyless: true, visibility }))).toEqual(expected)
  })
  test('on a tenant of ghe.com, at the services of the tenant', () => {
    const issuer = new URL('https://token.actions.acme.ghe.com')
    expect(shown(choose({}, { keyless: true, issuer }))).toEqual([
      'fulcio.acme.ghe.com',
      ['timestamp.acme.ghe.com'],
      undefined,
    ])
  })
  test('on a server that GitHub runs no instance for, an authority has to be named', async () => {
    const issuer = new URL('https://ghes.example/_services/token')
    for (const visibility of ['public', 'private']) {
      const error = await refusal(() => choose({}, { keyless: true, issuer, visibility }))
      expect([error.code, error.message]).toEqual([
        'INPUT_INVALID',
        expect.stringMatching(/certificate-authority.*ghes\.example/),
      ])
    }
    expect(
      shown(choose({ certificateAuthority: OWN, timestampAuthorities: [OWN] }, { keyless: true, issuer })),
    ).toEqual(['sigstore.corp.example', ['sigstore.corp.example'], undefined])
  })
  test.each<[string, Partial<WitnessChoice>]>([
    ['an authority of its own and no time', { certificateAuthority: OWN }],
    ['time refused', { timestampAuthorities: [] }],
    ['time refused, and a log that vouches for none', { timestampAuthorities: [], log: OWN, logVersion: 2 }],
  ])('without a trusted time is refused: %s', async (_, inputs) => {
    const error = await refusal(() => choose(inputs, { keyless: true }))
    expect([error.code, error.message]).toEqual(['INPUT_INVALID', expect.stringContaining('trusted time')])
  })
  test('a log of version 1 vouches for the time', () => {
    const services = choose({ certificateAuthority: OWN, log: OWN, logVersion: 1 }, { keyless: true })
    expect(services.timestampAuthorities).toEqual([])
  })
})

describe('a public log', () => {
  const NAMES: [string, Partial<WitnessChoice>, boolean][] = [
    ['by name', { log: 'public' }, false],
    ['by URL', { log: new URL('https://log2025-1.rekor.sigstore.dev') }, false],
    ['by URL with the dot of the root', { log: new URL('https://rekor.sigstore.dev./') }, false],
    ['by URL in capitals', { log: new URL('https://REKOR.SIGSTORE.DEV') }, false],
    ['of the staging instance', { log: new URL('https://rekor.sigstage.dev') }, false],
    ['of the authority', { certificateAuthority: 'public' }, true],
    [
      'of an authority by URL',
      { certificateAuthority: new URL('https://fulcio.sigstore.dev/'), timestampAuthorities: [OWN] },
      true,
    ],
  ]
  test.each(NAMES)('%s is refused to a repository that is not public', async (_, inputs, keyless) => {
    for (const visibility of ['private', 'internal', undefined, '', 'PUBLIC'])
      expect(await codeOf(() => choose(inputs, { keyless, visibility }))).toBe('PUBLIC_LOG_REFUSED')
  })
  test.each(NAMES)(
    '%s is refused to what is public on a server of its own alone',
    async (_, inputs, keyless) => {
      for (const host of ['https://ghes.example/_services/token', 'https://token.actions.acme.ghe.com']) {
        const context = { keyless, visibility: 'public', issuer: new URL(host) }
        const error = await refusal(() => choose(inputs, context))
        expect([error.code, error.message]).toEqual([
          'PUBLIC_LOG_REFUSED',
          expect.stringContaining(new URL(host).host),
        ])
      }
    },
  )
  test.each(NAMES)('%s is asked when it was allowed, or the repository is public', (_, inputs, keyless) => {
    expect(() => choose({ ...inputs, allowPublicLog: true }, { keyless })).not.toThrow()
    expect(() => choose(inputs, { keyless, visibility: 'public' })).not.toThrow()
  })
  test.each(NAMES)('%s: the visibility is asked for', (_, inputs, keyless) => {
    expect(needsVisibility({ ...NOTHING, ...inputs }, keyless)).toBe(true)
  })
  test('a host that only looks like it is not taken for it', () => {
    expect(choose({ log: new URL('https://notsigstore.dev') }).log?.url.host).toBe('notsigstore.dev')
    expect(needsVisibility({ ...NOTHING, log: OWN }, false)).toBe(false)
  })
  test('is named in the refusal, with the way out', async () => {
    const { message, remedy } = await refusal(() => choose({ log: 'public' }))
    expect(`${message} ${remedy}`).toMatch(/rekor\.sigstore\.dev.*private.*allow-public-log: true/)
  })
})

describe('a signing config', () => {
  const configured: SigningServices = {
    certificateAuthority: OWN,
    timestampAuthorities: [OWN],
    log: { url: OWN, version: 2 },
  }
  test('names all services of a keyless signature', () => {
    expect(choose({ signingConfig: 'c.json' }, { keyless: true, configured })).toBe(configured)
  })
  test('certifies no key', () => {
    const services = choose({ signingConfig: 'c.json' }, { configured })
    expect(shown(services)).toEqual([undefined, ['sigstore.corp.example'], ['sigstore.corp.example', 2]])
  })
  test('without a certificate authority serves no keyless signature', async () => {
    const poor = { ...configured, certificateAuthority: undefined }
    expect(await codeOf(() => choose({ signingConfig: 'c.json' }, { keyless: true, configured: poor }))).toBe(
      'INPUT_INVALID',
    )
  })
  test('that names a public log is refused like an input that does', async () => {
    const open: SigningServices = {
      ...configured,
      log: { url: new URL('https://rekor.sigstore.dev'), version: 1 },
    }
    expect(await codeOf(() => choose({ signingConfig: 'c.json' }, { configured: open }))).toBe(
      'PUBLIC_LOG_REFUSED',
    )
  })
})
