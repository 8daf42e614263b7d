// Fetches a trusted root from a TUF repository (https://theupdateframework.github.io/specification/), starting
// from a root that the caller pins. The client library is loaded only when it is needed.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { setGlobalProxyFromEnv } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClawError, isJsonObject, printable, type Clock } from '@open-claw/core'
import { isTransientStatus, proxyFor, withRetry } from '@open-claw/net'
import { parseTrustedRoot, type TrustedRootMaterial } from './trusted-root.ts'

const TRUSTED_ROOT = 'trusted_root.json'

export interface TufRepository {
  /** The location of `timestamp.json` and `targets/`. */
  readonly mirror: URL
  /** The root metadata to begin with: its author is trusted for everything. */
  readonly root: Uint8Array
  readonly clock: Clock
}

interface Cause {
  /** Name of its class, which the library does not export. */
  readonly kind: string
  readonly text: string
  readonly status: number | undefined
}

/** Lists everything that led to an error, the error first. */
function causeChain(error: unknown): Cause[] {
  if (!isJsonObject(error)) return []
  const { message, statusCode } = error
  const cause: Cause = {
    kind: error.constructor.name,
    text: typeof message === 'string' ? message : '',
    status: typeof statusCode === 'number' ? statusCode : undefined,
  }
  return [cause, ...causeChain(error['cause'])]
}

/**
 * The library turns some errors into the text of others (its updater.js), so only the text tells that a server
 * did not answer or that metadata expired. Anything else means that the repository itself is wrong.
 */
const UNANSWERED = /(?:fetch failed|terminated|due to timeout)$/
const OVER = /(?:Failed to download|is expired)$/
const isUnavailable = ({ text, status }: Cause): boolean =>
  status !== undefined || UNANSWERED.test(text) || OVER.test(text)

function isWorthRetrying(error: unknown): boolean {
  return causeChain(error).some(
    ({ text, status }) => UNANSWERED.test(text) || (status !== undefined && isTransientStatus(status)),
  )
}

const isMissingTarget = (error: unknown): boolean =>
  isJsonObject(error) && error['code'] === 'TUF_FIND_TARGET_ERROR'

function failure(error: unknown, { mirror }: TufRepository): ClawError {
  const failed = (code: 'TRUSTED_ROOT_UNAVAILABLE' | 'TRUSTED_ROOT_INVALID', why: string): ClawError =>
    new ClawError(code, `The TUF repository ${printable(mirror.host)} ${why}.`, { cause: error })
  if (isMissingTarget(error)) return failed('TRUSTED_ROOT_UNAVAILABLE', `has no ${TRUSTED_ROOT}`)
  const causes = causeChain(error)
  const status = causes.find((cause) => cause.status !== undefined)?.status
  const kind = printable(status === undefined ? (causes.at(-1)?.kind ?? 'unknown') : `status ${status}`)
  return causes.some(isUnavailable)
    ? failed('TRUSTED_ROOT_UNAVAILABLE', `gives no ${TRUSTED_ROOT} that is in date (${kind})`)
    : failed('TRUSTED_ROOT_INVALID', `does not lead from the pinned root to a ${TRUSTED_ROOT} (${kind})`)
}

/** Runs `use` with the proxy for one host: the library uses the global `fetch`, which knows no proxy. */
async function throughProxy<T>(host: URL, use: () => Promise<T>): Promise<T> {
  const proxy = proxyFor(host)
  const restore =
    proxy === undefined ? undefined : setGlobalProxyFromEnv({ https_proxy: proxy.href, no_proxy: '' })
  try {
    return await use()
  } finally {
    restore?.()
  }
}

/** Makes one attempt in a folder that is deleted afterwards: another job could have changed a cache that stays. */
async function fetchTarget({ mirror }: TufRepository, folder: string, timeout: number): Promise<Uint8Array> {
  const { initTUF } = await import('@sigstore/tuf')
  const client = await initTUF({
    mirrorURL: mirror.href.replace(/\/+$/, ''),
    rootPath: join(folder, 'pinned-root.json'),
    cachePath: join(folder, 'cache'),
    forceInit: true,
    retry: false,
    timeout,
  })
  return Buffer.from(await client.getTarget(TRUSTED_ROOT))
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'open-claw-tuf-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function readTarget(repository: TufRepository): Promise<Uint8Array> {
  return withFolder(async (folder) => {
    await writeFile(join(folder, 'pinned-root.json'), repository.root)
    return withRetry(
      (timeout) => throughProxy(repository.mirror, () => fetchTarget(repository, folder, timeout)),
      (error) => ({ retry: isWorthRetrying(error), why: `${repository.mirror.host} gives no root` }),
      repository.clock,
    )
  })
}

/**
 * Fetches the `trusted_root.json` of a repository. Throws TRUSTED_ROOT_UNAVAILABLE if it is missing, not
 * served or out of date, and TRUSTED_ROOT_INVALID if it is not signed as the pinned root demands.
 */
export async function tufTrustedRoot(repository: TufRepository): Promise<TrustedRootMaterial> {
  let document: Uint8Array
  try {
    document = await readTarget(repository)
  } catch (error) {
    throw failure(error, repository)
  }
  return parseTrustedRoot(document, `${repository.mirror.host}/${TRUSTED_ROOT}`)
}
