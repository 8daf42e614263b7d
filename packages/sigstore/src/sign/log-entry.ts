// The answer of both versions of Rekor, checked before it is published.
import type { TransparencyLogEntry } from '@sigstore/bundle'
import { ClawError, type Clock, type SignedContent } from '@open-claw/core'
import * as v from 'valibot'
import { parseCheckpoint } from '../log/checkpoint.ts'
import { leafHash, rootFromPath } from '../log/merkle.ts'
import { checkBody } from '../verify/log-body.ts'

/** A log and its version. */
export interface TransparencyLog {
  /** Base URL. */
  readonly url: URL
  readonly version: 1 | 2
}

/** A signature on its way into a log. */
export interface LogRequest {
  readonly log: TransparencyLog
  readonly signed: SignedContent
  readonly clock: Clock
}

/** Reads bytes in base64 or hexadecimal, which logs write canonically. Another check reads the bundle back. */
export const bytesIn = (encoding: 'base64' | 'hex') =>
  v.pipe(
    v.string(),
    v.check((text) => Buffer.from(text, encoding).toString(encoding) === text),
    v.transform((text) => Buffer.from(text, encoding)),
  )

export const logFailed = ({ url }: TransparencyLog, why: string, remedy?: string): ClawError =>
  new ClawError('LOG_FAILED', `The transparency log ${url.host} ${why}.`, { remedy })

function checkInclusion({ canonicalizedBody, inclusionProof }: TransparencyLogEntry): string | undefined {
  if (inclusionProof === undefined) return 'without a proof of inclusion'
  const { logIndex, treeSize, rootHash, hashes, checkpoint } = inclusionProof
  const signed = parseCheckpoint(checkpoint?.envelope ?? '')
  const path = { index: BigInt(logIndex), size: BigInt(treeSize), hashes }
  const root = rootFromPath(leafHash(canonicalizedBody), path)
  if (root?.equals(rootHash) !== true) return 'with a proof of inclusion that does not lead to its root'
  if (signed?.rootHash.equals(rootHash) !== true || signed.size !== path.size)
    return 'with a checkpoint of another tree'
  return undefined
}

function isAbout(entry: TransparencyLogEntry, { content, key }: SignedContent): boolean {
  const { certificate, publicKey } = key
  const verifier =
    certificate === undefined
      ? ({ kind: 'key', der: publicKey } as const)
      : ({ kind: 'certificate', der: certificate } as const)
  try {
    checkBody(entry.canonicalizedBody, entry.kindVersion, { content, verifier })
    return true
  } catch (error) {
    if (error instanceof ClawError) return false
    throw error
  }
}

/** Returns the entry if it is about this signature and in the tree that it names. Throws LOG_FAILED. */
export function checkedEntry(entry: TransparencyLogEntry, { log, signed }: LogRequest): TransparencyLogEntry {
  const failed = (why: string): ClawError => logFailed(log, `answered ${why}`)
  if (!isAbout(entry, signed)) throw failed('with an entry about another signature')
  if (log.version === 1 && (entry.inclusionPromise?.signedEntryTimestamp.length ?? 0) === 0)
    throw failed('without a signed time')
  const problem = checkInclusion(entry)
  if (problem !== undefined) throw failed(problem)
  return entry
}
