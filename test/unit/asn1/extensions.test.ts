// Extensions of certificates: what RFC 5280 and RFC 3161 demand, and no more.
import { describe, expect, test } from '@jest/globals'
import { codeOf, refusal } from '../../support/errors.ts'
import {
  authority,
  CERT_SIGN,
  certify,
  CODE_SIGNING,
  der,
  DIGITAL_SIGNATURE,
  eku,
  extension,
  isAuthority,
  keyUsage,
  nameOf,
  octets,
  oid,
  seq,
  TIME_STAMPING,
  type Holder,
} from '../sigstore/verify-authorities.ts'
import { stamp } from '../sigstore/verify-witness-makers.ts'
import {
  authorityJson,
  bundleJson,
  fulcioRoot,
  judge,
  leaf,
  rootJson,
  tsaRoot,
  type Json,
} from '../sigstore/verify-world.ts'

const NON_REPUDIATION = 0x40
const KEY_ENCIPHERMENT = 0x20
const ANY_PURPOSE = '2.5.29.37.0'
const critical = (id: string, value: Buffer = octets()) => extension(id, value, true)
const policy = (qualifier?: string) =>
  critical(
    '2.5.29.32',
    seq(
      seq(
        oid('1.3.6.1.4.1.99999.1'),
        ...(qualifier === undefined
          ? []
          : [seq(seq(oid(qualifier), der(0x16, Buffer.from('https://x.example'))))]),
      ),
    ),
  )

/** What cannot change what a certificate may do. */
const HARMLESS: readonly (readonly [string, Buffer])[] = [
  ['an authority key identifier', critical('2.5.29.35')],
  ['a subject key identifier', critical('2.5.29.14')],
  ['another name of the issuer', critical('2.5.29.18')],
  ['an end to anyPolicy', critical('2.5.29.54')],
  ['the address of its issuer', critical('1.3.6.1.5.5.7.1.1')],
  ['the address of its subject', critical('1.3.6.1.5.5.7.1.11')],
  ['a policy', policy()],
  ['a policy with the address of a statement', policy('1.3.6.1.5.5.7.2.1')],
  ['a policy with a notice', policy('1.3.6.1.5.5.7.2.2')],
]

const HARMFUL: readonly (readonly [string, Buffer])[] = [
  ['constraints on names', critical('2.5.29.30')],
  ['constraints on policies', critical('2.5.29.36')],
  ['mappings of policies', critical('2.5.29.33')],
  ['where revocation must be asked for', critical('2.5.29.31')],
  ['the freshest revocations', critical('2.5.29.46')],
  ['a period of the private key', critical('2.5.29.16')],
  ['the poison of a precertificate', critical('1.3.6.1.4.1.11129.2.4.3')],
  ['a statement of a qualified certificate', critical('1.3.6.1.5.5.7.1.3')],
  ["another vendor's purposes", critical('1.3.6.1.4.1.311.21.10')],
  ['a policy with a qualifier that is not known', policy('1.3.6.1.5.5.7.2.3')],
  ['a malformed policy', critical('2.5.29.32', octets())],
]

const judgeLeaf = (...extra: Buffer[]) => judge(bundleJson({ leaf: leaf({ extra }) }))

/** A timestamp of an authority with these extensions, alone. */
function judgeStamp(extensions: readonly Buffer[], issuer: Holder = tsaRoot) {
  const holder = certify({ subject: nameOf('stamps'), issuer, extensions })
  const root = rootJson()
  root.timestampAuthorities = [authorityJson(holder, issuer)]
  const stamps = (signature: Buffer) => [stamp(signature, holder, issuer)]
  return judge(bundleJson({ stamps, entries: () => [] }), root)
}
const STAMPS = eku(true, TIME_STAMPING)

describe('critical extensions that are understood', () => {
  test.each(HARMLESS)('%s, of a signer', async (_, extra) => {
    expect(await judgeLeaf(extra)).toMatchObject({ signer: { kind: 'certificate' } })
  })

  test.each(HARMLESS)('%s, of a timestamp authority', async (_, extra) => {
    expect(await judgeStamp([keyUsage(DIGITAL_SIGNATURE), STAMPS, extra])).toMatchObject({
      times: [{ source: 'timestamp-authority' }],
    })
  })

  test.each(HARMLESS)('%s, of what stands above', async (_, extra) => {
    const above = authority('above', undefined, { extensions: [keyUsage(CERT_SIGN), isAuthority(), extra] })
    expect(await judgeStamp([keyUsage(DIGITAL_SIGNATURE), STAMPS], above)).toMatchObject({ times: [{}] })
  })
})

describe('critical extensions that are not', () => {
  test.each(HARMFUL)('%s, of a signer', async (_, extra) => {
    expect(await codeOf(() => judgeLeaf(extra))).toBe('CERTIFICATE_INVALID')
  })

  test.each(HARMFUL)('%s, of a timestamp authority', async (_, extra) => {
    expect(await codeOf(() => judgeStamp([keyUsage(DIGITAL_SIGNATURE), STAMPS, extra]))).toBe(
      'TIMESTAMP_INVALID',
    )
  })

  test.each(HARMFUL)('%s, of what stands above', async (_, extra) => {
    const above = authority('above', undefined, { extensions: [keyUsage(CERT_SIGN), isAuthority(), extra] })
    expect(await codeOf(() => judgeStamp([keyUsage(DIGITAL_SIGNATURE), STAMPS], above))).toBe(
      'TRUSTED_ROOT_INVALID',
    )
  })

  test('are named', async () => {
    expect((await refusal(() => judgeLeaf(critical('2.5.29.30')))).message).toContain('2.5.29.30')
  })
})

describe('the usage of a key', () => {
  test.each<[string, readonly Buffer[]]>([
    ['is not said', [STAMPS]],
    ['is digitalSignature', [keyUsage(DIGITAL_SIGNATURE), STAMPS]],
    ['is nonRepudiation', [keyUsage(NON_REPUDIATION), STAMPS]],
    ['is both', [keyUsage(DIGITAL_SIGNATURE | NON_REPUDIATION), STAMPS]],
    ['comes with the word that it is no authority', [STAMPS, extension('2.5.29.19', seq(), true)]],
  ])('of a timestamp authority may be so that it %s', async (_, extensions) => {
    expect(await judgeStamp(extensions)).toMatchObject({ times: [{ source: 'timestamp-authority' }] })
  })

  test.each<[string, readonly Buffer[]]>([
    ['nothing', [keyUsage(0), STAMPS]],
    ['another one', [keyUsage(KEY_ENCIPHERMENT), STAMPS]],
    ['certificates', [keyUsage(CERT_SIGN), STAMPS]],
    ['that of an authority', [keyUsage(NON_REPUDIATION), STAMPS, isAuthority()]],
    ['any purpose', [keyUsage(DIGITAL_SIGNATURE), eku(true, ANY_PURPOSE)]],
    ['its purpose and any', [keyUsage(DIGITAL_SIGNATURE), eku(true, TIME_STAMPING, ANY_PURPOSE)]],
    ['a purpose that is not critical', [eku(false, TIME_STAMPING)]],
  ])('of a timestamp authority must not be %s', async (_, extensions) => {
    expect(await codeOf(() => judgeStamp(extensions))).toBe('TIMESTAMP_INVALID')
  })

  test.each<[string, Buffer | undefined]>([
    ['is not said', undefined],
    ['is nonRepudiation', keyUsage(NON_REPUDIATION)],
  ])('of a signer must not be so that it %s', async (_, usage) => {
    const json = bundleJson({ leaf: leaf({ extensions: { usage } }) })
    expect(await codeOf(() => judge(json))).toBe('CERTIFICATE_INVALID')
  })
})

describe('the purpose of an authority', () => {
  const rootOf = (...purposes: string[]): Json => {
    const middle = authority('middle', fulcioRoot, {
      extensions: [keyUsage(CERT_SIGN), isAuthority(), eku(false, ...purposes)],
    })
    const root = rootJson()
    root.certificateAuthorities = [authorityJson(middle, fulcioRoot)]
    root.ctlogs = []
    return { root, middle }
  }

  test.each([[[ANY_PURPOSE]], [[TIME_STAMPING, ANY_PURPOSE]], [[CODE_SIGNING]]])(
    'may be %j',
    async (purposes) => {
      const { root, middle } = rootOf(...purposes)
      const json = bundleJson({ leaf: leaf({ issuer: middle, scts: () => [] }) })
      expect(await judge(json, root)).toMatchObject({ signer: { kind: 'certificate' } })
    },
  )

  test('must not be another', async () => {
    expect(await codeOf(() => judge(bundleJson(), rootOf(TIME_STAMPING).root))).toBe('TRUSTED_ROOT_INVALID')
  })
})
