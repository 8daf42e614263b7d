// AWS KMS: Sign, GetPublicKey and DescribeKey in AWS JSON 1.1.
import * as v from 'valibot'
import type { FaultKind, SERVICES } from '../services.ts'
import type { CallContext, Operation } from '../gateway.ts'
import type { Route } from '../http.ts'
import { AwsFailure, inJson, jsonAnswer } from './failure.ts'
import { SIGNING_ALGORITHMS, type KeySpec } from './key-specs.ts'
import { ACCOUNT, REGION, type AwsKey, type AwsKeyStore } from './key-store.ts'
import { allows } from './session-policy.ts'
import type { SessionBook } from './sessions.ts'
import { signingInput, signRequest, type SignMessage } from './signing-input.ts'
import { authenticate } from './sigv4.ts'

type KmsMethod = (typeof SERVICES)['aws-kms']['methods'][number]

const httpRequest = v.object({ headers: v.record(v.string(), v.string()), body: v.instance(Uint8Array) })
const keyRequest = v.object({ KeyId: v.pipe(v.string(), v.nonEmpty()) })
function parse<T extends v.GenericSchema>(schema: T, body: Uint8Array): v.InferOutput<T> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    return v.parse(schema, parsed)
  } catch {
    throw new AwsFailure('ValidationException', 'The request is missing a member or has one that is invalid.')
  }
}

function checkEnabled(key: AwsKey, fault: FaultKind | undefined): void {
  if (!key.enabled || fault === 'disabled')
    throw new AwsFailure('DisabledException', `${key.arn} is disabled.`)
}

function checkAsymmetric({ arn, spec }: AwsKey): void {
  if (spec === 'SYMMETRIC_DEFAULT')
    throw new AwsFailure('UnsupportedOperationException', `${arn} is a symmetric key.`)
}

const otherArn = (arn: string): string => arn.replace(/.$/, (last) => (last === 'f' ? '0' : 'f'))
const shownArn = (key: AwsKey, fault: FaultKind | undefined): string =>
  fault === 'wrong-version-name' ? otherArn(key.arn) : key.arn

/** Returns the spec to show; as a fault, a plausible other one, for a client that does not look at the key. */
const shownSpec = (key: AwsKey, fault: FaultKind | undefined): KeySpec =>
  fault !== 'wrong-algorithm' ? key.spec : key.spec === 'RSA_4096' ? 'ECC_NIST_P256' : 'RSA_4096'

const keyUsage = (spec: KeySpec): string => (spec === 'SYMMETRIC_DEFAULT' ? 'ENCRYPT_DECRYPT' : 'SIGN_VERIFY')

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function describe(key: AwsKey, fault: FaultKind | undefined, started: number): object {
  const spec = shownSpec(key, fault)
  const enabled = key.enabled && fault !== 'disabled'
  return {
    KeyMetadata: {
      AWSAccountId: ACCOUNT,
      KeyId: key.id,
      Arn: shownArn(key, fault),
      CreationDate: Math.floor(started / 1000),
      Enabled: enabled,
      Description: '',
      KeyUsage: keyUsage(spec),
      KeyState: enabled ? 'Enabled' : 'Disabled',
      Origin: 'AWS_KMS',
      KeyManager: 'CUSTOMER',
      CustomerMasterKeySpec: spec,
      KeySpec: spec,
      SigningAlgorithms: SIGNING_ALGORITHMS[spec],
      MultiRegion: key.multiRegion,
    },
  }
}

async function publicKey(keys: AwsKeyStore, key: AwsKey, fault: FaultKind | undefined): Promise<object> {
  checkAsymmetric(key)
  checkEnabled(key, fault)
  const spec = shownSpec(key, fault)
  return {
    KeyId: shownArn(key, fault),
    PublicKey: base64((await keys.material(key, fault === 'wrong-key')).spki),
    CustomerMasterKeySpec: spec,
    KeySpec: spec,
    KeyUsage: keyUsage(spec),
    SigningAlgorithms: SIGNING_ALGORITHMS[spec],
  }
}

const flipBit = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))

async function sign(
  keys: AwsKeyStore,
  key: AwsKey,
  message: SignMessage,
  fault: FaultKind | undefined,
): Promise<object> {
  checkAsymmetric(key)
  checkEnabled(key, fault)
  const input = signingInput(key.spec, message)
  const made = (await keys.material(key, fault === 'wrong-key')).sign(input)
  return {
    KeyId: shownArn(key, fault),
    Signature: base64(fault === 'corrupt-signature' ? flipBit(made) : made),
    SigningAlgorithm: fault === 'wrong-algorithm' ? 'RSASSA_PSS_SHA_512' : input.algorithm,
  }
}

/** `POST /` with the method in X-Amz-Target. */
export function kmsAwsRoutes(keys: AwsKeyStore, sessions: SessionBook): readonly Route[] {
  const started = Date.now()
  const guarded = (
    method: KmsMethod,
    answer: (key: AwsKey, body: Uint8Array, context: CallContext) => Promise<object> | object,
  ): Route => {
    const operation: Operation = inJson(async (request, context) => {
      const http = v.safeParse(httpRequest, request)
      if (!http.success) throw new AwsFailure('SerializationException', 'The body is not AWS JSON 1.1.')
      const { headers, body } = http.output
      const session = authenticate({ headers, body }, { region: REGION, service: 'kms' }, sessions)
      const key = keys.find(parse(keyRequest, body).KeyId)
      const call = { action: `kms:${method}`, resource: key.arn, aliases: keys.aliasesFor(key) }
      if (!allows(session.policy, call)) {
        throw new AwsFailure(
          'AccessDeniedException',
          `User: ${session.principal} is not authorized to perform: ${call.action} on resource: ${key.arn} because no session policy allows the ${call.action} action`,
        )
      }
      return jsonAnswer(await answer(key, body, context))
    })
    const target = `TrentService.${method}`
    const when = (headers: Readonly<Record<string, string>>): boolean => headers['x-amz-target'] === target
    return { verb: 'POST', path: /^\/$/, when, service: 'aws-kms', method, operation }
  }
  return [
    guarded('Sign', (key, body, { fault }) => sign(keys, key, parse(signRequest, body), fault)),
    guarded('GetPublicKey', (key, _, { fault }) => publicKey(keys, key, fault)),
    guarded('DescribeKey', (key, _, { fault }) => describe(key, fault, started)),
  ]
}
