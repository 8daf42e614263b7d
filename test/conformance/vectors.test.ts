// Other projects' cases. The folder is named by an environment variable; without it the suites are skipped, and counted.
import { readFileSync } from 'node:fs'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { checkProvenance, checkResourceDescriptor } from '../../packages/core/src/formats/statement.ts'
import {
  ClawError,
  decodeBase64,
  parseBundle,
  parseStatement,
  preAuthEncoding,
  trustedKey,
  verifyBundle,
  type Algorithm,
} from '@open-claw/core'
import { verifyMessage } from '../../packages/core/src/keys/signature.ts'
import { codeOf } from '../support/errors.ts'
import { describeWithOracles, oracle, oraclePath } from '../support/oracles.ts'

describeWithOracles('in-toto attestation', () => {
  const readers: Record<string, (json: string) => unknown> = {
    Statement: parseStatement,
    ResourceDescriptor: (json) => checkResourceDescriptor(JSON.parse(json)),
    ProvenanceV1: (json) => checkProvenance(JSON.parse(json)),
  }
  const cases: { type: string; name: string; json: string; expected: string }[] =
    oracle('vectors/in-toto/in-toto.json')?.cases ?? []
  /** The library is stricter than the text: "predicate: object, optional. Unset is treated the same as set-but-empty." */
  const isOptional = (name: string): boolean => name === 'missing predicate'
  test.each(cases)('$type: $name is $expected', async ({ type, name, json, expected }) => {
    const code = await codeOf(() => readers[type]?.(json))
    expect(code).toBe(expected === 'valid' || isOptional(name) ? 'no error' : 'STATEMENT_INVALID')
  })
})

describeWithOracles('DSSE', () => {
  const vectors: any[] = oracle('vectors/dsse/dsse.json')?.vectors ?? []
  test.each(vectors)('$payload_utf8', ({ payloadType, payload_utf8, pae, publicKeySpkiPem, envelope }) => {
    const encoded = preAuthEncoding(payloadType, Buffer.from(payload_utf8))
    expect(encoded.toString()).toBe(pae)
    const signature = decodeBase64(envelope.signatures[0].sig)
    expect(decodeBase64(envelope.payload)?.toString()).toBe(payload_utf8)
    const key = { key: createPublicKey(publicKeySpkiPem), dsaEncoding: 'ieee-p1363' as const }
    expect(verify('sha256', encoded, key, signature ?? Buffer.alloc(0))).toBe(true)
    expect(
      verify(
        'sha256',
        preAuthEncoding(payloadType, Buffer.from(`${payload_utf8}!`)),
        key,
        signature ?? Buffer.alloc(0),
      ),
    ).toBe(false)
  })
})

describeWithOracles('Sigstore bundles signed with a managed key', () => {
  const cases: { id: string; bundle: string; expected: string; artifact: string; key?: string }[] = (
    oracle('INDEX.json')?.cases ?? []
  ).filter(({ key }: { key?: string }) => key !== undefined)
  test.each(cases)('$id is $expected', async ({ bundle, expected, artifact, key }) => {
    const digest = createHash('sha256')
      .update(readFileSync(oraclePath(artifact)))
      .digest('hex')
    const check = async (): Promise<boolean> => {
      const trusted = trustedKey('managed', readFileSync(oraclePath(key ?? ''), 'utf8'))
      const facts = await verifyBundle(parseBundle(readFileSync(oraclePath(bundle)), bundle), {
        keys: [trusted],
      })
      return facts.kind === 'blob' && facts.digest === digest
    }
    const verdict = await check().catch((error: unknown) => (error instanceof ClawError ? false : error))
    expect(verdict).toBe(expected === 'valid')
  })
})

describeWithOracles('Wycheproof', () => {
  const files: [string, Algorithm][] = [
    ['ecdsa_secp256r1_sha256_test.json', 'ecdsa-p256-sha256'],
    ['ecdsa_secp384r1_sha384_test.json', 'ecdsa-p384-sha384'],
    ['ecdsa_secp521r1_sha512_test.json', 'ecdsa-p521-sha512'],
    ['ed25519_test.json', 'ed25519'],
    ['mldsa_65_verify_test.json', 'ml-dsa-65'],
    ['rsa_pss_2048_sha256_mgf1_32_test.json', 'rsa-pss-2048-sha256'],
    ['rsa_signature_2048_sha256_test.json', 'rsa-pkcs1-2048-sha256'],
  ]
  test.each(files)('%s agrees', (file, algorithm) => {
    const { testGroups } = oracle(`vectors/wycheproof/${file}`)
    const wrong: unknown[] = []
    let checked = 0
    for (const group of testGroups) {
      for (const { msg, sig, ctx, result, tcId } of group.tests) {
        // A context is an argument that no KMS offers.
        if (ctx !== undefined && ctx !== '') continue
        checked += 1
        let accepted = false
        try {
          const spki =
            group.publicKeyDer === undefined ? group.publicKeyPem : Buffer.from(group.publicKeyDer, 'hex')
          accepted = verifyMessage(
            trustedKey('k', spki, { algorithm }),
            Buffer.from(msg, 'hex'),
            Buffer.from(sig, 'hex'),
          )
        } catch {
          accepted = false
        }
        if (result !== 'acceptable' && accepted !== (result === 'valid')) wrong.push(tcId)
      }
    }
    expect(wrong).toEqual([])
    expect(checked).toBeGreaterThan(50)
  })
})
