// Public keys and what the service says about them. No signing here: the deployment gate loads only this.
import { createPublicKey, type KeyObject } from 'node:crypto'
import type {
  DescribeKeyCommandOutput,
  GetPublicKeyCommandOutput,
  SigningAlgorithmSpec,
} from '@aws-sdk/client-kms'
import {
  ClawError,
  fitsAlgorithm,
  printable,
  type Algorithm,
  type Clock,
  type KeyUri,
  type PublishedKey,
  chooseAlgorithm,
  type PublicKeySource,
} from '@open-claw/core'
import { corrupt, RequestFailure } from '@open-claw/net'
import { AWS_ALGORITHMS, type AwsRows } from './algorithms.ts'
import { KEY_STATES } from './causes.ts'
import { kmsCallers, type AwsKeyOptions, type Caller } from './client.ts'
import { askAws } from './failures.ts'
import { awsKeyName, awsKeyUri, type AwsKeyName } from '../key-uri.ts'
import { checkedArn } from './key-arn.ts'
import { AWS_PERMISSIONS } from '../permissions.ts'
import { keyRegion } from '../regions.ts'

/** A pinned key. */
export interface PinnedKey extends PublishedKey {
  /** `arn:…:key/…` */
  readonly resource: string
  /** AWS's name for the algorithm. */
  readonly signingAlgorithm: SigningAlgorithmSpec
}

/** Which key is asked for, where, and for which algorithm. */
interface Wanted {
  readonly name: AwsKeyName
  readonly region: string
  readonly algorithm: Algorithm | undefined
  readonly clock: Clock
}

/** What DescribeKey adds; unknown without the permission to call it. */
interface Description {
  readonly arn: string | undefined
  readonly protectionLevel: string
}

const UNKNOWN: Description = { arn: undefined, protectionLevel: 'UNKNOWN' }

function importKey(der: Uint8Array | undefined, resource: string): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(der ?? []), format: 'der', type: 'spki' })
  } catch {
    // The parser's message is of no use to a reader.
    throw corrupt(resource, 'the answer has no public key that can be read')
  }
}

/** Checks that the answer says the key is for signing. */
function checkUsage({ KeyUsage: usage }: GetPublicKeyCommandOutput, resource: string): void {
  if (usage === 'SIGN_VERIFY') return
  throw new ClawError(
    'KEY_UNUSABLE',
    `${resource} is a key for ${printable(usage ?? 'nothing')}, not for signing.`,
  )
}

function supportedRows({ KeySpec: spec }: GetPublicKeyCommandOutput, resource: string): AwsRows {
  const rows = AWS_ALGORITHMS.get(spec ?? '')
  if (rows !== undefined) return rows
  throw new ClawError(
    'KEY_ALGORITHM_UNSUPPORTED',
    `${resource} is ${printable(spec ?? 'of no kind')}, which is not supported.`,
  )
}

/** Returns the key if it is of the kind that the answer states. All algorithms of a kind need the same kind of key. */
function checkedKey(
  { PublicKey: der, KeySpec: spec }: GetPublicKeyCommandOutput,
  { algorithm }: AwsRows[0],
  resource: string,
): KeyObject {
  const key = importKey(der, resource)
  if (fitsAlgorithm(key, algorithm)) return key
  throw corrupt(resource, `the public key is not one of ${printable(spec ?? '')}`)
}

function readPublicKey(
  answer: GetPublicKeyCommandOutput,
  { name, region, algorithm: wanted }: Wanted,
): Omit<PinnedKey, 'uri' | 'protectionLevel'> {
  const resource = checkedArn(answer.KeyId, name, region)
  checkUsage(answer, resource)
  const rows = supportedRows(answer, resource)
  const key = checkedKey(answer, rows[0], resource)
  const offered = rows.filter(({ signing }) => answer.SigningAlgorithms?.includes(signing) === true)
  const algorithm = chooseAlgorithm(
    resource,
    offered.map((row) => row.algorithm),
    wanted,
  )
  const { signing: signingAlgorithm } = rows.find((row) => row.algorithm === algorithm) ?? rows[0]
  return {
    resource,
    signingAlgorithm,
    algorithm,
    publicKey: key.export({ type: 'spki', format: 'der' }),
  }
}

const fetchPublicKey = (
  caller: Caller,
  wanted: Wanted,
): Promise<Omit<PinnedKey, 'uri' | 'protectionLevel'>> =>
  askAws(
    caller,
    { resource: wanted.name.key, permission: AWS_PERMISSIONS.getPublicKey, clock: wanted.clock },
    async (client, options) => {
      const { GetPublicKeyCommand } = await import('@aws-sdk/client-kms')
      return client.send(new GetPublicKeyCommand({ KeyId: wanted.name.key }), options)
    },
    (answer) => readPublicKey(answer, wanted),
  )

/** States in which a key signs (AWS KMS developer guide, key states); a multi-region key is `Updating` while its primary moves. */
const SIGNING_STATES: ReadonlySet<string> = new Set(['Enabled', 'Updating'])

function checkState(arn: string, state: string = 'none'): void {
  if (SIGNING_STATES.has(state)) return
  const known = KEY_STATES.get(state)
  if (known === undefined) throw new ClawError('KEY_UNUSABLE', `${arn} is in the state ${printable(state)}.`)
  const { what, remedy, retry = false } = known
  throw new RequestFailure({
    reason: `the state ${state}`,
    code: 'KEY_UNUSABLE',
    told: { what, remedy, code: undefined, retry },
  })
}

/** Reads AWS_KMS, EXTERNAL, … EXTERNAL means that the key was imported, so it also exists elsewhere. */
function readDescription({ KeyMetadata: data }: DescribeKeyCommandOutput, wanted: Wanted): Description {
  const arn = checkedArn(data?.Arn, wanted.name, wanted.region)
  checkState(arn, data?.KeyState)
  const origin: string = data?.Origin ?? ''
  if (!/^[A-Z_]{1,64}$/.test(origin)) throw corrupt(arn, 'the answer does not state the origin of the key')
  return { arn, protectionLevel: origin }
}

/** Fetches the description. The permission is optional, since signing does not need it; any other failure counts. */
async function fetchDescription(caller: Caller, wanted: Wanted): Promise<Description> {
  try {
    return await askAws(
      caller,
      { resource: wanted.name.key, permission: AWS_PERMISSIONS.describeKey, clock: wanted.clock },
      async (client, options) => {
        const { DescribeKeyCommand } = await import('@aws-sdk/client-kms')
        return client.send(new DescribeKeyCommand({ KeyId: wanted.name.key }), options)
      },
      (answer) => readDescription(answer, wanted),
    )
  } catch (error) {
    if (error instanceof ClawError && error.code === 'KEY_FORBIDDEN') return UNKNOWN
    throw error
  }
}

/** Returns both answers, or throws the failure of the first, which says more. */
async function fetchBoth(
  caller: Caller,
  wanted: Wanted,
): Promise<[Omit<PinnedKey, 'uri' | 'protectionLevel'>, Description]> {
  const [key, description] = await Promise.allSettled([
    fetchPublicKey(caller, wanted),
    fetchDescription(caller, wanted),
  ])
  if (key.status === 'rejected') throw key.reason
  if (description.status === 'rejected') throw description.reason
  return [key.value, description.value]
}

/** Resolves `uri` to the ARN of one key and fetches its public key. Throws what `ask` throws, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED, or INPUT_MISSING for a key without a region. */
export async function pinKey(caller: Caller, uri: KeyUri, wanted: Wanted): Promise<PinnedKey> {
  const [key, { arn, protectionLevel }] = await fetchBoth(caller, wanted)
  // The alias was pointed elsewhere between the two answers.
  if (arn !== undefined && arn !== key.resource)
    throw new ClawError('KEY_CHANGED', `${uri} named two keys at once; nothing was signed.`)
  return { uri: awsKeyUri(wanted.name, key.resource), ...key, protectionLevel }
}

/** Returns a function that opens a key by its URI: the caller that reaches it, and the pinned key. */
export function keyPinner(
  options: AwsKeyOptions,
): (uri: KeyUri, algorithm: Algorithm | undefined) => Promise<{ caller: Caller; key: PinnedKey }> {
  const callerFor = kmsCallers(options)
  return async (uri, algorithm) => {
    const name = awsKeyName(uri)
    const region = keyRegion(name, options.region)
    const caller = callerFor(name)
    return { caller, key: await pinKey(caller, uri, { name, region, algorithm, clock: options.clock }) }
  }
}

/** Fetches public keys by their URIs; for verifiers. */
export function awsPublicKey(options: AwsKeyOptions): PublicKeySource {
  const pin = keyPinner(options)
  return async (uri, wanted) => (await pin(uri, wanted)).key
}
