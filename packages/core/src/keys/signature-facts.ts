// The lengths of signatures of each algorithm, and the cost of checking one.
import { CHECKED_ALGORITHMS, type CheckedAlgorithm } from './algorithms.ts'
import type { BundleContent } from '../formats/bundle.ts'

interface SignatureFact {
  /** Least and greatest length. */
  readonly bytes: readonly [least: number, greatest: number]
  /** Units of checking one over a message, apart from hashing it. A unit is about a microsecond. */
  readonly message: number
  /** Units over a digest, which node:crypto cannot check for curves. */
  readonly digest: number
}

const exactly = (bytes: number, work: number): SignatureFact => ({
  bytes: [bytes, bytes],
  message: work,
  digest: work,
})
/**
 * DER of two numbers. Leading zeros make a number shorter; the chance that both together are 16 bytes shorter is
 * below 2^-100. The lengths of different curves do not overlap.
 */
const curve = (greatest: number, message: number, digest: number): SignatureFact => ({
  bytes: [greatest - 16, greatest],
  message,
  digest,
})

/** By curve, modulus or type. */
const FACTS: Readonly<Record<string, SignatureFact>> = {
  prime256v1: curve(72, 100, 4_000),
  secp256k1: curve(72, 400, 2_000),
  secp384r1: curve(104, 800, 6_000),
  secp521r1: curve(139, 1_600, 12_000),
  '2048': exactly(256, 50),
  '3072': exactly(384, 100),
  '4096': exactly(512, 100),
  ed25519: exactly(64, 150),
  'ml-dsa-44': exactly(2_420, 200),
  'ml-dsa-65': exactly(3_309, 300),
  'ml-dsa-87': exactly(4_627, 400),
  'slh-dsa-sha2-128s': exactly(7_856, 1_500),
}

function signatureFact(algorithm: CheckedAlgorithm): SignatureFact {
  const { node }: { node: { type: string; curve?: string; bits?: number } } = CHECKED_ALGORITHMS[algorithm]
  const fact = FACTS[node.curve ?? String(node.bits ?? node.type)]
  // Every algorithm has a row. An unknown one would cost as much as the dearest.
  return fact ?? { bytes: [0, Number.POSITIVE_INFINITY], message: 12_000, digest: 12_000 }
}

/** Whether a key of this algorithm can have made the signature at all. */
export function canHaveMade(algorithm: CheckedAlgorithm, content: BundleContent): boolean {
  const { hash } = CHECKED_ALGORITHMS[algorithm]
  if (content.kind === 'message' && hash !== content.hash) return false
  const [least, greatest] = signatureFact(algorithm).bytes
  return content.signature.length >= least && content.signature.length <= greatest
}

/** Units of hashing or copying a payload once: one for each KiB. */
export const payloadWork = (content: BundleContent): number =>
  content.kind === 'envelope' ? Math.ceil(content.payload.length / 1024) : 0

/** Units of checking the signature with one key of this algorithm. */
export const signatureWork = (algorithm: CheckedAlgorithm, content: BundleContent): number =>
  content.kind === 'envelope'
    ? signatureFact(algorithm).message + payloadWork(content)
    : signatureFact(algorithm).digest
