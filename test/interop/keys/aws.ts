// AWS KMS and STS of ministack. It takes any web identity, so only the sandbox shows who is let in.
import { CreateKeyCommand, KMSClient, type KeySpec } from '@aws-sdk/client-kms'
import type { Algorithm } from '@open-claw/core'
import { startMinistack } from '../servers/ministack.ts'
import type { KeyKind } from './kind.ts'

const REGION = 'us-east-1'

const SPECS: ReadonlyMap<Algorithm, KeySpec> = new Map([
  ['ecdsa-p256-sha256', 'ECC_NIST_P256'],
  ['ecdsa-p384-sha384', 'ECC_NIST_P384'],
  ['ecdsa-p521-sha512', 'ECC_NIST_P521'],
  ['rsa-pkcs1-2048-sha256', 'RSA_2048'],
  ['rsa-pkcs1-3072-sha256', 'RSA_3072'],
  ['rsa-pss-2048-sha256', 'RSA_2048'],
  ['rsa-pss-4096-sha512', 'RSA_4096'],
] satisfies readonly (readonly [Algorithm, KeySpec])[])

export const AWS: KeyKind = {
  name: 'AWS KMS of ministack',
  tools: ['ministack'],
  algorithms: [...SPECS.keys()],
  async start(sandbox) {
    const aws = await startMinistack()
    const client = new KMSClient({
      region: REGION,
      endpoint: aws.url,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    })
    return {
      inputs: async (algorithm) => {
        const { KeyMetadata } = await client.send(
          new CreateKeyCommand({ KeySpec: SPECS.get(algorithm), KeyUsage: 'SIGN_VERIFY' }),
        )
        return {
          key: `awskms:///${KeyMetadata?.Arn}`,
          'key-algorithm': algorithm,
          'key-endpoint': aws.url,
          'oidc-issuer': sandbox.oidcIssuer,
          'aws-role': 'arn:aws:iam::000000000000:role/release',
          'aws-sts-endpoint': aws.url,
        }
      },
      stop: async () => {
        client.destroy()
        await aws.stop()
      },
    }
  },
}
