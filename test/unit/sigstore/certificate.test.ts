// Certificates that differ in one place from one that is accepted.
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { codeOf, refusal } from '../../support/errors.ts'
import {
  authority,
  CERT_SIGN,
  certify,
  CODE_SIGNING,
  der,
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
  oid,
  seq,
  SIGNED_AT,
  spkiOf,
  TIME_STAMPING,
  TRUE,
  utf8,
  YEAR,
  type Holder,
  type Keys,
} from './verify-authorities.ts'
import { sct } from './verify-witness-makers.ts'
import {
  authorityJson,
  bundleJson,
  ctLog,
  fulcio,
  fulcioRoot,
  judge,
  leaf,
  LEAF_EXTENSIONS,
  rootJson,
  san,
  SUBJECT,
  uriName,
  type Json,
  type LeafExtensions,
  type LeafPlan,
} from './verify-world.ts'

const judgeLeaf = (plan: LeafPlan, ...roots: Json[]) => judge(bundleJson({ leaf: leaf(plan) }), ...roots)
const whyOf = async (plan: LeafPlan): Promise<string> => {
  const { code, message } = await refusal(() => judgeLeaf(plan))
  return `${code} ${message}`
}
const rsaKeys = (modulusLength: number): Keys => generateKeyPairSync('rsa', { modulusLength })

describe('a certificate', () => {
  test('tells whom its authority certified', async () => {
    const facts = await judgeLeaf({})
    expect(facts.signer).toEqual({
      kind: 'certificate',
      identity: {
        issuer: 'https://token.example',
        subject: SUBJECT,
        claims: { githubWorkflowTrigger: 'push', sourceRepositoryIdentifier: '456789' },
      },
    })
    expect(facts.times.map(({ source }) => source)).toEqual(['timestamp-authority', 'transparency-log'])
    expect(facts.logged).toEqual([{ log: 'https://rekor.example', index: '25579' }])
  })

  const email = der(0x81, Buffer.from('signer@example.com'))
  const other = (id: string, ...text: Buffer[]) => der(0xa0, oid(id), der(0xa0, ...text))
  test.each<[string, LeafExtensions, string]>([
    ['an e-mail address', { san: san(email) }, 'signer@example.com'],
    [
      'a user name',
      { san: san(other('1.3.6.1.4.1.57264.1.7', utf8('signer!example.com'))) },
      'signer!example.com',
    ],
    ['no issuer of the first form', { issuer: undefined }, SUBJECT],
    ['no issuer of the second form', { issuerV2: undefined }, SUBJECT],
    ['an extension that is not known', { extra: extension('1.2.3.4', Buffer.from('x')) }, SUBJECT],
  ])('with %s is accepted', async (_, extensions, subject) => {
    const { signer } = await judgeLeaf({ extensions })
    expect(signer).toMatchObject({ identity: { issuer: 'https://token.example', subject } })
  })

  test.each<[string, LeafExtensions, string]>([
    ['two names', { san: san(uriName(SUBJECT), uriName('https://evil.example')) }, 'other than one subject'],
    ['no names', { san: san() }, 'other than one subject'],
    ['no list of names', { san: undefined }, 'no subject alternative name'],
    ['a DNS name', { san: san(der(0x82, Buffer.from('example.com'))) }, 'of a kind that is not known'],
    ['a name of another kind', { san: san(other('1.2.3', utf8('me'))) }, 'of a kind that is not known'],
    ['an empty user name', { san: san(other('1.3.6.1.4.1.57264.1.7', utf8(''))) }, 'an empty subject'],
    ['an empty name', { san: san(uriName('')) }, 'not plain ASCII'],
    ['a NUL in its name', { san: san(uriName(`${SUBJECT}\0.evil`)) }, 'not plain ASCII'],
    ['a look-alike in its name', { san: san(uriName(SUBJECT.replace('o', 'о'))) }, 'not plain ASCII'],
    ['a line break in its name', { san: san(uriName(`${SUBJECT}\nx`)) }, 'not plain ASCII'],
    ['no issuer', { issuer: undefined, issuerV2: undefined }, 'does not name the issuer'],
    [
      'an empty issuer',
      { issuer: undefined, issuerV2: extension('1.3.6.1.4.1.57264.1.8', utf8('')) },
      'does not name the issuer',
    ],
    [
      'two issuers',
      { issuer: extension('1.3.6.1.4.1.57264.1.1', Buffer.from('https://evil.example')) },
      'names two issuers',
    ],
    [
      'an issuer that is not UTF-8',
      { issuer: extension('1.3.6.1.4.1.57264.1.1', Buffer.from([0xff])) },
      'not UTF-8',
    ],
    [
      'a claim of another type',
      { repository: extension('1.3.6.1.4.1.57264.1.15', int(1)) },
      'another structure',
    ],
    [
      'a claim with more after it',
      { repository: extension('1.3.6.1.4.1.57264.1.15', Buffer.concat([utf8('1'), utf8('2')])) },
      'bytes after its end',
    ],
    ['an extension twice', { again: LEAF_EXTENSIONS.trigger }, 'an extension twice'],
    [
      'a critical extension that is not known',
      { extra: extension('1.2.3.4', Buffer.from('x'), true) },
      'critical extension 1.2.3.4',
    ],
    [
      'critical name constraints',
      { extra: extension('2.5.29.30', seq(), true) },
      'critical extension 2.5.29.30',
    ],
    ['no usage', { usage: undefined }, 'not for digital signatures'],
    ['another usage', { usage: keyUsage(CERT_SIGN) }, 'not for digital signatures'],
    ['no purpose', { purpose: undefined }, 'not for codeSigning alone'],
    ['another purpose', { purpose: eku(false, TIME_STAMPING) }, 'not for codeSigning alone'],
    ['two purposes', { purpose: eku(false, CODE_SIGNING, TIME_STAMPING) }, 'not for codeSigning alone'],
    ['any purpose', { purpose: eku(false, '2.5.29.37.0') }, 'not for codeSigning alone'],
    ['the rights of an authority', { extra: isAuthority() }, 'one of an authority'],
    [
      'a boolean that is not DER',
      { extra: extension('2.5.29.19', seq(der(0x01, Buffer.from([1])))) },
      'malformed boolean',
    ],
  ])('with %s is refused', async (_, extensions, why) => {
    expect(await whyOf({ extensions })).toMatch(
      new RegExp(`^CERTIFICATE_INVALID .*${why.replaceAll('.', '\\.')}`),
    )
  })

  test.each<[string, LeafPlan, string]>([
    ['of version 1', { version: 0 }, 'not of version 3'],
    [
      'whose algorithms differ',
      { algorithms: ['1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3'] },
      'two signature algorithms',
    ],
    ['signed with SHA-1', { algorithms: ['1.2.840.10045.4.1', '1.2.840.10045.4.1'] }, 'not supported'],
    [
      'with a key that cannot be read',
      { spki: seq(seq(oid('1.2.3')), der(0x03, Buffer.from([0, 1]))) },
      'cannot be read',
    ],
    [
      'with a key of another curve',
      { keys: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }) },
      'not supported',
    ],
    ['with a short RSA key', { keys: rsaKeys(1024) }, 'not supported'],
    ['with an RSA key of an odd size', { keys: rsaKeys(2056) }, 'not supported'],
    ['with a key of another kind', { spki: spkiOf(generateKeyPairSync('x25519')) }, 'not supported'],
    ['with a serial number that is not minimal', { serial: Buffer.from([0, 1]) }, 'not minimal'],
  ])('%s is refused', async (_, plan, why) => {
    expect(await codeOf(() => judgeLeaf(plan))).toBe('CERTIFICATE_INVALID')
    expect(await whyOf(plan)).toContain(why)
  })

  test.each<[string, (holder: Holder) => Buffer]>([
    ['cut short', ({ certificate }) => certificate.subarray(0, -1)],
    ['with bytes after it', ({ certificate }) => Buffer.concat([certificate, Buffer.from([0])])],
    ['of nothing but a header', () => Buffer.from([0x30, 0])],
    ['that is no DER', () => Buffer.from('certificate')],
    [
      'with an indefinite length',
      ({ certificate }) =>
        Buffer.concat([Buffer.from([0x30, 0x80]), certificate.subarray(4), Buffer.alloc(2)]),
    ],
    [
      'with a longer form of its length',
      ({ certificate }) => Buffer.concat([Buffer.from([0x30, 0x83, 0]), certificate.subarray(2)]),
    ],
  ])('%s is refused', async (_, spoil) => {
    const json = bundleJson()
    const bytes = spoil(leaf())
    json.verificationMaterial.certificate.rawBytes = bytes.toString('base64')
    expect(await codeOf(() => judge(json))).toBe('CERTIFICATE_INVALID')
  })

  test('of each supported kind of key is read', async () => {
    const kinds: Keys[] = [ecKeys('P-384'), ecKeys('P-521'), rsaKeys(2048), generateKeyPairSync('ed25519')]
    // The signature is one for SHA-256 of P-256: what is reached is the check of it, with another key.
    for (const keys of kinds) {
      const holder = leaf({ keys })
      const json = bundleJson({ entries: () => [] })
      json.verificationMaterial.certificate.rawBytes = holder.certificate.toString('base64')
      expect(await codeOf(() => judge(json))).toBe('SIGNATURE_INVALID')
    }
  })
})

describe('the chain of a certificate', () => {
  const impostor = authority('fulcio', authority('fulcio root'))
  const stranger = authority('stranger')
  test.each<[string, LeafPlan]>([
    ['of an authority with the right name and another key', { issuer: impostor }],
    ['of an authority that is not known', { issuer: stranger }],
    ['of the root behind its authority', { issuer: fulcioRoot }],
    [
      'that names another issuer than signed it',
      { issuer: { name: fulcio.name, privateKey: stranger.privateKey } },
    ],
    [
      'signed by itself',
      { issuer: { name: nameOf('self'), privateKey: ecKeys().privateKey }, subject: nameOf('self') },
    ],
  ])('%s is refused', async (_, plan) => {
    expect(await codeOf(() => judgeLeaf(plan))).toBe('CERTIFICATE_UNTRUSTED')
  })

  test('is not trusted for coming with the bundle', async () => {
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

  test('with a self-signed certificate in the bundle is refused', async () => {
    const json = bundleJson()
    const { certificate, ...material } = json.verificationMaterial
    const root = { rawBytes: fulcioRoot.certificate.toString('base64') }
    json.verificationMaterial = { ...material, x509CertificateChain: { certificates: [certificate, root] } }
    expect(await codeOf(() => judge(json))).toBe('CERTIFICATE_INVALID')
  })

  test('a certificate with a changed signature is of nobody', async () => {
    const json = bundleJson()
    const holder = leaf()
    json.verificationMaterial.certificate.rawBytes = flipped(
      holder.certificate,
      holder.certificate.length - 1,
    ).toString('base64')
    expect(await codeOf(() => judge(json))).toBe('CERTIFICATE_UNTRUSTED')
  })

  test('another root does not lend its authority', async () => {
    const root = rootJson()
    root.certificateAuthorities = [authorityJson(stranger)]
    expect(await codeOf(() => judgeLeaf({}, root))).toBe('CERTIFICATE_UNTRUSTED')
    expect(await judgeLeaf({}, root, rootJson())).toMatchObject({ signer: { kind: 'certificate' } })
  })
})

describe('the time of a certificate', () => {
  const short = (from: number, to: number): LeafPlan => ({ from, to })
  test.each<[string, LeafPlan]>([
    ['its first second', short(SIGNED_AT, SIGNED_AT + MINUTE)],
    ['its last second', short(SIGNED_AT - MINUTE, SIGNED_AT)],
  ])('may be %s', async (_, plan) => {
    expect(await judgeLeaf(plan)).toMatchObject({ signer: { kind: 'certificate' } })
  })

  test.each<[string, LeafPlan]>([
    ['over', short(SIGNED_AT - MINUTE, SIGNED_AT - 1000)],
    ['not yet come', short(SIGNED_AT + 1000, SIGNED_AT + MINUTE)],
    ['a year ago', short(SIGNED_AT - YEAR, SIGNED_AT - YEAR + MINUTE)],
    ['reversed', short(SIGNED_AT + MINUTE, SIGNED_AT - MINUTE)],
  ])('must not be %s', async (_, plan) => {
    expect(await codeOf(() => judgeLeaf(plan))).toBe('CERTIFICATE_EXPIRED')
  })

  const expiring = (plan: Partial<Json>): Json => {
    const root = rootJson()
    root.certificateAuthorities[0] = { ...root.certificateAuthorities[0], ...plan }
    return root
  }
  const day = (time: number): string => new Date(time).toISOString()
  test('may be the last at which the root trusts its authority', async () => {
    const validFor = { start: day(SIGNED_AT), end: day(SIGNED_AT) }
    expect(await judgeLeaf({}, expiring({ validFor }))).toMatchObject({ signer: { kind: 'certificate' } })
  })

  test.each([
    ['before', { start: day(SIGNED_AT + 1000) }],
    ['after', { start: day(SIGNED_AT - YEAR), end: day(SIGNED_AT - 1000) }],
  ])('must not be %s the root trusts its authority', async (_, validFor) => {
    expect(await codeOf(() => judgeLeaf({}, expiring({ validFor })))).toBe('CERTIFICATE_EXPIRED')
  })

  test.each([
    ['intermediate', (from: number, to: number) => authority('short', fulcioRoot, { from, to })],
    ['root', (from: number, to: number) => authority('short', undefined, { from, to })],
  ])('must be within that of the %s', async (kind, make) => {
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

  test('is each time that is established, not one of them', async () => {
    const time = new Date(SIGNED_AT + 3_600_000).toISOString().replaceAll(/[-:T]|\..*$/g, '')
    expect(await codeOf(() => judge(bundleJson({ stamp: { time: `${time}Z` } })))).toBe('CERTIFICATE_EXPIRED')
  })

  test('must be established', async () => {
    expect(await codeOf(() => judge(bundleJson({ stamps: [], entries: () => [] })))).toBe(
      'TRUSTED_TIME_MISSING',
    )
  })
})

describe('certificate transparency', () => {
  const other = ecKeys()
  const known = (precertificate: Buffer) => sct(precertificate, fulcio, ctLog)
  test('timestamps of logs that are not known are passed over, where one is known', async () => {
    const scts = (body: Buffer) => [
      sct(body, fulcio, other),
      known(body),
      sct(body, fulcio, other, { version: 1 }),
    ]
    expect(await judgeLeaf({ scts })).toMatchObject({ signer: { kind: 'certificate' } })
  })

  test('extensions of a timestamp are signed', async () => {
    expect(await judgeLeaf({ sct: { extensions: Buffer.from([1, 2, 3]) } })).toMatchObject({
      signer: { kind: 'certificate' },
    })
  })

  test.each<[string, LeafPlan, string]>([
    ['none', { scts: () => [] }, 'has no signed certificate timestamp'],
    [
      'an empty list',
      { scts: () => [], extra: [extension('1.3.6.1.4.1.11129.2.4.2', der(0x04, Buffer.from([0, 0])))] },
      'has no signed',
    ],
    ['one of another log', { scts: (body) => [sct(body, fulcio, other)] }, 'no certificate transparency log'],
    [
      'one of another log in the name of a known one',
      { scts: (body) => [sct(body, fulcio, other, { logId: knownId })] },
      'does not verify',
    ],
    [
      'a bad one beside a good one',
      { scts: (body) => [known(body), sct(body, fulcio, ctLog, { data: (data) => flipped(data) })] },
      'does not verify',
    ],
    ['one for another issuer', { scts: (body) => [sct(body, fulcioRoot, ctLog)] }, 'does not verify'],
    [
      'one for another certificate',
      { scts: (body) => [known(flipped(body, body.length - 1))] },
      'does not verify',
    ],
    ['one that says RSA', { sct: { algorithm: 0x0401 } }, 'does not verify'],
    ['one of SHA-1', { sct: { algorithm: 0x0203 } }, 'does not verify'],
    ['one of before the log was trusted', { sct: { time: SIGNED_AT - 2 * YEAR } }, 'does not trust the log'],
    ['one of another version', { sct: { version: 1 } }, 'has no signed certificate timestamp'],
  ])('with %s is refused', async (_, plan, why) => {
    expect(await whyOf(plan)).toMatch(new RegExp(`^SCT_INVALID .*${why}`))
  })

  test.each<[string, (list: Buffer) => Buffer]>([
    ['cut short', (list) => list.subarray(0, -1)],
    ['with bytes after it', (list) => Buffer.concat([list, Buffer.from([0])])],
    ['with an item cut short', () => Buffer.from([0, 3, 0, 1, 0])],
    ['with an item longer than the list', () => Buffer.from([0, 3, 0, 9, 0])],
  ])('a list %s is refused', async (_, spoil) => {
    const scts = (body: Buffer) => {
      const item = known(body)
      const list = Buffer.concat([Buffer.from([item.length >> 8, item.length & 0xff]), item])
      return [spoil(Buffer.concat([Buffer.from([list.length >> 8, list.length & 0xff]), list]))]
    }
    const holder = leaf({
      scts: () => [],
      extra: [
        extension('1.3.6.1.4.1.11129.2.4.2', der(0x04, scts(Buffer.from('body'))[0] ?? Buffer.alloc(0))),
      ],
    })
    expect(await codeOf(() => judge(bundleJson({ leaf: holder })))).toBe('CERTIFICATE_INVALID')
  })

  test('is asked for by the root of the authority alone', async () => {
    const without = rootJson()
    without.ctlogs = []
    expect(await judgeLeaf({ scts: () => [] }, without)).toMatchObject({ signer: { kind: 'certificate' } })
    const elsewhere = rootJson()
    elsewhere.certificateAuthorities = []
    expect(await judgeLeaf({ scts: () => [] }, elsewhere, without)).toMatchObject({
      signer: { kind: 'certificate' },
    })
    expect(await codeOf(() => judgeLeaf({ scts: () => [] }, rootJson()))).toBe('SCT_INVALID')
  })

  test('a root that lists the log suffices, where another lists the authority without it', async () => {
    const older = rootJson()
    older.ctlogs[0].logId.keyId = Buffer.alloc(32).toString('base64')
    expect(await codeOf(() => judgeLeaf({}, older))).toBe('SCT_INVALID')
    expect(await judgeLeaf({}, older, rootJson())).toMatchObject({ signer: { kind: 'certificate' } })
  })
})

const knownId = Buffer.from(rootJson().ctlogs[0].logId.keyId, 'base64')

describe('authorities of a root', () => {
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
    ['a chain without its root', [fulcio]],
    ['a chain with another root', [fulcio, authority('fulcio root')]],
    ['a chain with the root twice', [fulcio, fulcioRoot, root]],
    [
      'a malformed constraint',
      [
        authority('odd', root, plan(keyUsage(CERT_SIGN), extension('2.5.29.19', seq(TRUE, int(0, 200))))),
        root,
      ],
    ],
  ])('with %s are refused', async (_, holders) => {
    expect(await use(...holders)).toBe('TRUSTED_ROOT_INVALID')
  })

  test('with as many authorities below as allowed are used', async () => {
    const wide = authority('wide', undefined, plan(keyUsage(CERT_SIGN), isAuthority(1)))
    const middle = authority(
      'middle',
      wide,
      plan(keyUsage(CERT_SIGN), isAuthority(0), eku(false, CODE_SIGNING)),
    )
    expect(await use(middle, wide)).toBe('CERTIFICATE_UNTRUSTED')
  })
})
