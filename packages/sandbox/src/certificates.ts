// The authority behind every https endpoint of the sandbox (RFC 5280): made at start, and trusted only by
// those who get its PEM.
import { KeyObject, randomBytes, webcrypto } from 'node:crypto'
import { Integer, OctetString, Utf8String } from 'asn1js'
import {
  AltName,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CryptoEngine,
  Extension,
  ExtKeyUsage,
  GeneralName,
} from 'pkijs'
import type { TlsIdentity } from './http.ts'

/** A certificate authority of the sandbox. */
export interface Authority {
  /** Its own certificate. */
  readonly pem: string
  /** Issues a certificate for 127.0.0.1, localhost and further host names, with its key. */
  issueServer(names?: readonly string[]): Promise<TlsIdentity>
}

const OID = {
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  subjectAltName: '2.5.29.17',
  serverAuth: '1.3.6.1.5.5.7.3.1',
} as const
/** Context tags of GeneralName. */
const DNS_NAME = 2
const IP_ADDRESS = 7
const DAY_MS = 86_400_000

const engine = new CryptoEngine({ name: 'node', crypto: webcrypto })

const makePair = () =>
  webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])

const encodePem = (certificate: Certificate): string => {
  const lines = Buffer.from(certificate.toSchema(true).toBER())
    .toString('base64')
    .match(/.{1,64}/g)
  return `-----BEGIN CERTIFICATE-----\n${(lines ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
}

const nameAttribute = (text: string): AttributeTypeAndValue =>
  new AttributeTypeAndValue({ type: OID.commonName, value: new Utf8String({ value: text }) })

const extension = (extnID: string, critical: boolean, value: { toSchema(): { toBER(): ArrayBuffer } }) =>
  new Extension({ extnID, critical, extnValue: value.toSchema().toBER() })

const isCertificateAuthority = (): Extension =>
  extension(OID.basicConstraints, true, new BasicConstraints({ cA: true }))

const forServer = (names: readonly string[]): readonly Extension[] => [
  extension(OID.extendedKeyUsage, false, new ExtKeyUsage({ keyPurposes: [OID.serverAuth] })),
  extension(
    OID.subjectAltName,
    false,
    new AltName({
      altNames: [
        ...['localhost', ...names].map((value) => new GeneralName({ type: DNS_NAME, value })),
        new GeneralName({
          type: IP_ADDRESS,
          value: new OctetString({ valueHex: new Uint8Array([127, 0, 0, 1]).buffer }),
        }),
      ],
    }),
  ),
]

interface Issued {
  readonly subject: string
  readonly issuer: string
  readonly subjectKey: webcrypto.CryptoKey
  readonly issuerKey: webcrypto.CryptoKey
  readonly extensions: readonly Extension[]
}

async function issue({ subject, issuer, subjectKey, issuerKey, extensions }: Issued): Promise<string> {
  const certificate = new Certificate({
    version: 2,
    // The leading byte keeps it positive and at full length.
    serialNumber: new Integer({ valueHex: new Uint8Array([0x40, ...randomBytes(15)]).buffer }),
  })
  certificate.issuer.typesAndValues.push(nameAttribute(issuer))
  certificate.subject.typesAndValues.push(nameAttribute(subject))
  // Clocks of a container and of its host may differ.
  certificate.notBefore.value = new Date(Date.now() - DAY_MS)
  certificate.notAfter.value = new Date(Date.now() + DAY_MS)
  certificate.extensions = [...extensions]
  await certificate.subjectPublicKeyInfo.importKey(subjectKey, engine)
  await certificate.sign(issuerKey, 'SHA-256', engine)
  return encodePem(certificate)
}

const AUTHORITY_NAME = 'Open Claw sandbox authority'

/** Creates an authority, valid from a day ago to a day from now. */
export async function createAuthority(): Promise<Authority> {
  const { privateKey, publicKey } = await makePair()
  const issuer = { issuer: AUTHORITY_NAME, issuerKey: privateKey }
  return {
    pem: await issue({
      ...issuer,
      subject: AUTHORITY_NAME,
      subjectKey: publicKey,
      extensions: [isCertificateAuthority()],
    }),
    async issueServer(names = []) {
      const pair = await makePair()
      const cert = await issue({
        ...issuer,
        subject: 'localhost',
        subjectKey: pair.publicKey,
        extensions: forServer(names),
      })
      return { cert, key: String(KeyObject.from(pair.privateKey).export({ type: 'pkcs8', format: 'pem' })) }
    },
  }
}
