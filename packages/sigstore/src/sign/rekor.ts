// Puts a signature into a transparency log.
import type { TransparencyLogEntry } from '@sigstore/bundle'
import { ClawError } from '@open-claw/core'
import { logAlgorithm } from './log-algorithms.ts'
import { logFailed, type LogRequest, type TransparencyLog } from './log-entry.ts'
import { rekorV1Entry } from './rekor-v1.ts'
import { rekorV2Entry } from './rekor-v2.ts'
import { RequestFailure } from '@open-claw/net'
import { answered } from './witness-request.ts'

function logError(error: unknown, log: TransparencyLog): unknown {
  if (!(error instanceof RequestFailure)) return error
  return error.refused
    ? new ClawError(
        'LOG_REFUSED',
        `The transparency log ${log.url.host} refused the entry ${answered(error)}.`,
      )
    : logFailed(log, `failed ${answered(error)}`, error.told?.remedy)
}

/**
 * Returns the entry of a signature, proven to be in the tree that the log's checkpoint names. The verifier
 * decides whether to trust the log. Throws LOG_REFUSED or LOG_FAILED.
 */
export async function rekorEntry(request: LogRequest): Promise<TransparencyLogEntry> {
  const { log, signed } = request
  const keyDetails = logAlgorithm(signed, log)
  try {
    return await (log.version === 1 ? rekorV1Entry(request) : rekorV2Entry(request, keyDetails))
  } catch (error) {
    throw logError(error, log)
  }
}
