// A self-signed certificate for 127.0.0.1 and names (RFC 5280), made anew for each run.
import { generateKeyPairSync, sign } from 'node:crypto'

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const hex = (text: string): Buffer => Buffer.from(text, 'hex')
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts)
const time = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`))

const ECDSA_WITH_SHA256 = sequence(hex('06082a8648ce3d040302'))
const NAME = sequence(der(0x31, sequence(hex('0603550403'), der(0x0c, Buffer.from('loopback')))))
const IS_CA = sequence(hex('0603551d13'), der(0x04, sequence(hex('0101ff'))))
const alternativeNames = (names: readonly string[]): Buffer => {
  const dns = names.map((name) => der(0x82, Buffer.from(name)))
  return sequence(hex('0603551d11'), der(0x04, sequence(hex('87047f000001'), ...dns)))
}
const DAY_MS = 86_400_000

export function selfSigned(...names: readonly string[]): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const now = Date.now()
  const body = sequence(
    der(0xa0, hex('020102')),
    hex('020101'),
    ECDSA_WITH_SHA256,
    NAME,
    sequence(time(new Date(now - DAY_MS)), time(new Date(now + DAY_MS))),
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(IS_CA, alternativeNames(names))),
  )
  const signature = sign('sha256', body, privateKey)
  const certificate = sequence(body, ECDSA_WITH_SHA256, der(0x03, Buffer.from([0]), signature))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}
