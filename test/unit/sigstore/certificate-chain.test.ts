// Chains of certificates, and the time at which each of them counts.
import { expect, test } from '@jest/globals'
import { codeOf } from '../../support/errors.ts'
import { judgeLeaf } from './verify-parts.ts'
import {
  authority,
  CERT_SIGN,
  certify,
  CODE_SIGNING,
  DIGITAL_SIGNATURE,
  ecKeys,
  eku,
  extension,
  flipped,
  int,
  isAuthority,
  keyUsage,
  MINUTE,
  nameOf,
  seq,
  SIGNED_AT,
  TIME_STAMPING,
  TRUE,
  YEAR,
  type Holder,
} from './verify-authorities.ts'
import {
  authorityJson,
  bundleJson,
  fulcio,
  fulcioRoot,
  judge,
  leaf,
  rootJson,
  type Json,
  type LeafPlan,
} from './verify-world.ts'

const impostor = authority('fulcio', authority('fulcio root'))
const stranger = authority('stranger')
test.each<[string, LeafPlan]>([
  ['of an authority with the right name and another key', { issuer: impostor }],
  ['of an authority that is not known', { issuer: stranger }],
  [
    'that names another issuer than signed it',
    { issuer: { name: fulcio.name, privateKey: stranger.privateKey } },
  ],
  [
    'signed by itself',
    { issuer: { name: nameOf('self'), privateKey: ecKeys().privateKey }, subject: nameOf('self') },
  ],
])('the chain of a certificate %s is refused', async (_, plan) => {
  expect(await codeOf(() => judgeLeaf(plan))).toBe('CERTIFICATE_UNTRUSTED')
})

test('the chain of a certificate is not trusted for coming with the bundle', async () => {
  const json = bundleJson({ leaf: leaf({ issuer: stranger }) })
  const { certificate, ...material } = json.verificationMaterial
  const middle = certify({
    subject: nameOf('stranger'),
    issuer: fulcioRoot,
    keys: stranger,
    extensions: [],
  })
  json.verificationMaterial = {
    ...material,
    x509CertificateChain: {
      certificates: [certificate, { rawBytes: middle.certificate.toString('base64') }],
    },
  }
  expect(await codeOf(() => judge(json))).toBe('CERTIFICATE_UNTRUSTED')
})

test('the chain of a certificate a certificate with a changed signature is of nobody', async () => {
  const json = bundleJson()
  const holder = leaf()
  json.verificationMaterial.certificate.rawBytes = flipped(
    holder.certificate,
    holder.certificate.length - 1,
  ).toString('base64')
  expect(await codeOf(() => judge(json))).toBe('CERTIFICATE_UNTRUSTED')
})

test('the chain of a certificate a certificate with a bit changed anywhere is refused', async () => {
  const json = bundleJson()
  const der = Buffer.from(json.verificationMaterial.certificate.rawBytes, 'base64')
  const codes = new Set<string>()
  for (let at = 0; at < der.length; at += 1) {
    json.verificationMaterial.certificate.rawBytes = flipped(der, at).toString('base64')
    codes.add(await codeOf(() => judge(json)))
  }
  expect(codes).toEqual(new Set(['CERTIFICATE_INVALID', 'CERTIFICATE_UNTRUSTED']))
})

test('the chain of a certificate another root does not lend its authority', async () => {
  const root = rootJson()
  root.certificateAuthorities = [authorityJson(stranger)]
  expect(await codeOf(() => judgeLeaf({}, root))).toBe('CERTIFICATE_UNTRUSTED')
  expect(await judgeLeaf({}, root, rootJson())).toMatchObject({ signer: { kind: 'certificate' } })
})

const short = (from: number, to: number): LeafPlan => ({ from, to })
test.each<[string, LeafPlan]>([
  ['its first second', short(SIGNED_AT, SIGNED_AT + MINUTE)],
  ['its last second', short(SIGNED_AT - MINUTE, SIGNED_AT)],
])('the time of a certificate may be %s', async (_, plan) => {
  expect(await judgeLeaf(plan)).toMatchObject({ signer: { kind: 'certificate' } })
})

test.each<[string, LeafPlan]>([
  ['over', short(SIGNED_AT - MINUTE, SIGNED_AT - 1000)],
  ['not yet come', short(SIGNED_AT + 1000, SIGNED_AT + MINUTE)],
  ['a year ago', short(SIGNED_AT - YEAR, SIGNED_AT - YEAR + MINUTE)],
  ['reversed', short(SIGNED_AT + MINUTE, SIGNED_AT - MINUTE)],
])('the time of a certificate must not be %s', async (_, plan) => {
  expect(await codeOf(() => judgeLeaf(plan))).toBe('CERTIFICATE_EXPIRED')
})

const expiring = (plan: Partial<Json>): Json => {
  const root = rootJson()
  root.certificateAuthorities[0] = { ...root.certificateAuthorities[0], ...plan }
  return root
}
const day = (time: number): string => new Date(time).toISOString()
test('the time of a certificate may be the last at which the root trusts its authority', async () => {
  const validFor = { start: day(SIGNED_AT), end: day(SIGNED_AT) }
  expect(await judgeLeaf({}, expiring({ validFor }))).toMatchObject({ signer: { kind: 'certificate' } })
})

test.each([
  ['before', { start: day(SIGNED_AT + 1000) }],
  ['after', { start: day(SIGNED_AT - YEAR), end: day(SIGNED_AT - 1000) }],
])('the time of a certificate must not be %s the root trusts its authority', async (_, validFor) => {
  expect(await codeOf(() => judgeLeaf({}, expiring({ validFor })))).toBe('CERTIFICATE_EXPIRED')
})

test.each([
  ['intermediate', (from: number, to: number) => authority('short', fulcioRoot, { from, to })],
  ['root', (from: number, to: number) => authority('short', undefined, { from, to })],
])('the time of a certificate must be within that of the %s', async (kind, make) => {
  for (const [from, to] of [
    [SIGNED_AT - YEAR, SIGNED_AT - 1000],
    [SIGNED_AT + 1000, SIGNED_AT + YEAR],
  ] as const) {
    const issuer = make(from, to)
    const root = rootJson()
    root.certificateAuthorities = [
      kind === 'root' ? authorityJson(issuer) : authorityJson(issuer, fulcioRoot),
    ]
    root.ctlogs = []
    expect(await codeOf(() => judgeLeaf({ issuer, scts: () => [] }, root))).toBe('CERTIFICATE_EXPIRED')
  }
})

test('the time of a certificate is each time that is established, not one of them', async () => {
  const time = new Date(SIGNED_AT + 3_600_000).toISOString().replaceAll(/[-:T]|\..*$/g, '')
  expect(await codeOf(() => judge(bundleJson({ stamp: { time: `${time}Z` } })))).toBe('CERTIFICATE_EXPIRED')
})

test('the time of a certificate must be established', async () => {
  expect(await codeOf(() => judge(bundleJson({ stamps: [], entries: () => [] })))).toBe(
    'TRUSTED_TIME_MISSING',
  )
})

const use = (...holders: Holder[]) => {
  const root = rootJson()
  root.certificateAuthorities = [authorityJson(...holders)]
  return codeOf(() => judgeLeaf({}, root))
}
const plan = (...extensions: Buffer[]) => ({ extensions })
const root = authority('root')
const narrow = authority('narrow', undefined, plan(keyUsage(CERT_SIGN), isAuthority(0)))
test.each<[string, Holder[]]>([
  ['an authority that is none', [authority('none', root, plan(keyUsage(CERT_SIGN))), root]],
  [
    'an authority without the right to sign certificates',
    [authority('weak', root, plan(keyUsage(DIGITAL_SIGNATURE), isAuthority())), root],
  ],
  [
    'an authority for another purpose',
    [authority('stamps', root, plan(keyUsage(CERT_SIGN), isAuthority(), eku(false, TIME_STAMPING))), root],
  ],
  ['an authority below one that allows none', [authority('below', narrow), narrow]],
  [
    'a critical extension',
    [
      authority(
        'critical',
        root,
        plan(keyUsage(CERT_SIGN), isAuthority(), extension('2.5.29.30', seq(), true)),
      ),
      root,
    ],
  ],
  ['a chain in the wrong order', [fulcioRoot, fulcio]],
  ['a chain with a gap', [authority('leaf', authority('gap', root)), root]],
  [
    'a root that another key signed',
    [
      fulcio,
      certify({
        ...plan(keyUsage(CERT_SIGN), isAuthority()),
        subject: nameOf('fulcio root'),
        issuer: { name: nameOf('fulcio root'), privateKey: root.privateKey },
        keys: fulcioRoot,
      }),
    ],
  ],
  ['a chain with another root', [fulcio, authority('fulcio root')]],
  ['a chain with the root twice', [fulcio, fulcioRoot, root]],
  [
    'a malformed constraint',
    [authority('odd', root, plan(keyUsage(CERT_SIGN), extension('2.5.29.19', seq(TRUE, int(0, 200))))), root],
  ],
])('authorities of a root with %s are refused', async (_, holders) => {
  expect(await use(...holders)).toBe('TRUSTED_ROOT_INVALID')
})

test('authorities of a root may end in a certificate that is not self-signed', async () => {
  const anchored = rootJson()
  anchored.certificateAuthorities = [authorityJson(fulcio)]
  expect(await judgeLeaf({}, anchored)).toMatchObject({ signer: { kind: 'certificate' } })
})

test('authorities of a root with as many authorities below as allowed are used', async () => {
  const wide = authority('wide', undefined, plan(keyUsage(CERT_SIGN), isAuthority(1)))
  const middle = authority(
    'middle',
    wide,
    plan(keyUsage(CERT_SIGN), isAuthority(0), eku(false, CODE_SIGNING)),
  )
  expect(await use(middle, wide)).toBe('CERTIFICATE_UNTRUSTED')
})
