// What stands behind a certificate: in its bundle, where nothing is believed, and in the trusted root.
import { expect, test } from '@jest/globals'
import { codeOf } from '../../support/errors.ts'
import { judgeLeaf } from './verify-parts.ts'
import { authority, MINUTE, SIGNED_AT, YEAR } from './verify-authorities.ts'
import { sct } from './verify-witness-makers.ts'
import {
  authorityJson,
  bundleJson,
  ctLog,
  fulcio,
  fulcioRoot,
  judge,
  leaf,
  rootJson,
  type Json,
  type LeafPlan,
} from './verify-world.ts'

const stranger = authority('stranger')

/** The bundle with these behind its certificate, as older clients wrote them. */
const withChain = (json: Json, ...others: Buffer[]): Json => {
  const { certificate, ...material } = json.verificationMaterial
  const certificates = [certificate, ...others.map((der) => ({ rawBytes: der.toString('base64') }))]
  json.verificationMaterial = { ...material, x509CertificateChain: { certificates } }
  return json
}
test.each([
  ['its root', [fulcioRoot.certificate]],
  ['all that stand above it', [fulcio.certificate, fulcioRoot.certificate]],
  ['them in another order', [fulcioRoot.certificate, fulcio.certificate]],
  ['the root of somebody else', [authority('other root').certificate]],
  ['what is no certificate', [Buffer.from('x')]],
])('a certificate may come with %s, which is not looked at', async (_, others) => {
  expect(await judge(withChain(bundleJson(), ...others))).toEqual(await judge(bundleJson()))
})

test('a certificate is not trusted for coming with the root that is trusted', async () => {
  const json = withChain(bundleJson({ leaf: leaf({ issuer: stranger }) }), fulcioRoot.certificate)
  expect(await codeOf(() => judge(json))).toBe('CERTIFICATE_UNTRUSTED')
})

test('a certificate is the first one: another signer behind it signs nothing', async () => {
  const json = bundleJson()
  const own = Buffer.from(json.verificationMaterial.certificate.rawBytes, 'base64')
  json.verificationMaterial.certificate.rawBytes = leaf().certificate.toString('base64')
  expect(await codeOf(() => judge(withChain(json, own)))).toBe('LOG_ENTRY_MISMATCH')
})

const byRoot = (plan: LeafPlan = {}): LeafPlan => ({
  issuer: fulcioRoot,
  scts: (body) => [sct(body, fulcioRoot, ctLog)],
  ...plan,
})
test('a certificate may lead to a root that stands behind an intermediate', async () => {
  expect(await judgeLeaf(byRoot())).toMatchObject({ signer: { kind: 'certificate' } })
})

test('a certificate may lead to an authority in the middle', async () => {
  const root = rootJson()
  const below = authority('below', fulcio)
  root.certificateAuthorities = [authorityJson(below, fulcio, fulcioRoot)]
  expect(await judgeLeaf({}, root)).toMatchObject({ signer: { kind: 'certificate' } })
})

test.each<[string, LeafPlan, string]>([
  ['is logged as of the intermediate', { scts: (body) => [sct(body, fulcio, ctLog)] }, 'SCT_INVALID'],
  ['is not logged', { scts: () => [] }, 'SCT_INVALID'],
  ['is over', { from: SIGNED_AT - YEAR, to: SIGNED_AT - MINUTE }, 'CERTIFICATE_EXPIRED'],
  [
    'has its name alone',
    { issuer: { name: fulcioRoot.name, privateKey: fulcio.privateKey } },
    'CERTIFICATE_UNTRUSTED',
  ],
])('a certificate of such a root that %s is refused', async (_, plan, code) => {
  expect(await codeOf(() => judgeLeaf(byRoot(plan)))).toBe(code)
})

test('a certificate of a root that was over is refused though the intermediate was not', async () => {
  const old = authority('old', undefined, { to: SIGNED_AT - MINUTE })
  const root = rootJson()
  root.certificateAuthorities = [authorityJson(authority('middle', old), old)]
  root.ctlogs = []
  expect(await codeOf(() => judgeLeaf({ issuer: old, scts: () => [] }, root))).toBe('CERTIFICATE_EXPIRED')
})
