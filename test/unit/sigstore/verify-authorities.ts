// Authorities and logs of tests: certificates, timestamps and log entries, each of which a test can spoil
// in one place. All times are fixed.
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

/** 2026-06-01T12:00:00Z, when everything here is signed. */
export const SIGNED_AT: number = Date.UTC(2026, 5, 1, 12)
export const MINUTE: number = 60_000
export const YEAR: number = 365 * 24 * 60 * MINUTE

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

export const seq = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
export const set = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts)
export const octets = (...parts: readonly Uint8Array[]): Buffer => der(0x04, ...parts)
export const int = (...bytes: readonly number[]): Buffer => der(0x02, Buffer.from(bytes))
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text))
export const bits = (bytes: Uint8Array): Buffer => der(0x03, Buffer.from([0]), bytes)
export const TRUE: Buffer = der(0x01, Buffer.from([0xff]))

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number)
  const arc = (value: number): number[] =>
    value < 0x80 ? [value] : [...arc(Math.floor(value / 0x80)).map((byte) => byte | 0x80), value % 0x80]
  return der(0x06, Buffer.from([first * 40 + second, ...others.flatMap(arc)]))
}

export const digitsOf = (time: number): string => new Date(time).toISOString().replaceAll(/[-:T]|\..*$/g, '')
const utcTime = (time: number): Buffer => der(0x17, Buffer.from(`${digitsOf(time).slice(2)}Z`))

export const extension = (id: string, value: Uint8Array, critical = false): Buffer =>
  seq(oid(id), ...(critical ? [TRUE] : []), octets(value))

export const CODE_SIGNING = '1.3.6.1.5.5.7.3.3'
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
export const eku = (critical: boolean, ...purposes: string[]): Buffer =>
  extension('2.5.29.37', seq(...purposes.map(oid)), critical)
export const keyUsage = (byte: number): Buffer =>
  extension('2.5.29.15', der(0x03, Buffer.from([0, byte])), true)
export const DIGITAL_SIGNATURE = 0x80
export const CERT_SIGN = 0x06
/** BasicConstraints of an authority. */
export const isAuthority = (pathLength?: number): Buffer =>
  extension('2.5.29.19', seq(TRUE, ...(pathLength === undefined ? [] : [int(pathLength)])), true)

export const nameOf = (common: string): Buffer => seq(set(seq(oid('2.5.4.3'), utf8(common))))

export interface Keys {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}
export const ecKeys = (namedCurve = 'P-256'): Keys => generateKeyPairSync('ec', { namedCurve })
export const spkiOf = (keys: Keys): Buffer => keys.publicKey.export({ type: 'spki', format: 'der' })

export const ECDSA_SHA256 = '1.2.840.10045.4.3.2'

export interface Holder extends Keys {
  readonly name: Buffer
  readonly certificate: Buffer
  readonly serial: Buffer
}

export interface CertificatePlan {
  readonly subject?: Buffer
  readonly issuer?: { readonly name: Buffer; readonly privateKey: KeyObject }
  readonly keys?: Keys
  readonly spki?: Buffer
  readonly from?: number
  readonly to?: number
  readonly extensions: readonly Buffer[]
  readonly version?: number
  /** Of the part that is signed, and outside. */
  readonly algorithms?: readonly [inner: string, outer: string]
  readonly serial?: Buffer
}

let serials = 0

/** A certificate that `issuer` signs, or that signs itself. */
export function certify(plan: CertificatePlan): Holder {
  const keys = plan.keys ?? ecKeys()
  const name = plan.subject ?? seq()
  const issuer = plan.issuer ?? { name, privateKey: keys.privateKey }
  serials += 1
  const serial = plan.serial ?? Buffer.from([0x40 + (serials >> 8), serials & 0xff])
  const [inner, outer] = plan.algorithms ?? [ECDSA_SHA256, ECDSA_SHA256]
  const body = seq(
    der(0xa0, int(plan.version ?? 2)),
    der(0x02, serial),
    seq(oid(inner)),
    issuer.name,
    seq(utcTime(plan.from ?? SIGNED_AT - YEAR), utcTime(plan.to ?? SIGNED_AT + YEAR)),
    name,
    plan.spki ?? spkiOf(keys),
    der(0xa3, seq(...plan.extensions)),
  )
  const certificate = seq(body, seq(oid(outer)), bits(sign('sha256', body, issuer.privateKey)))
  return { ...keys, name, certificate, serial }
}

/** A root or an intermediate of authorities. */
export const authority = (common: string, issuer?: Holder, plan: Partial<CertificatePlan> = {}): Holder =>
  certify({
    subject: nameOf(common),
    ...(issuer === undefined ? {} : { issuer }),
    extensions: [keyUsage(CERT_SIGN), isAuthority()],
    ...plan,
  })

export const flipped = (bytes: Uint8Array, at = 0): Buffer =>
  Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)))

export const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
