// Trusted roots from a TUF repository (https://theupdateframework.github.io/specification/), from a first
// root that the caller pins. The client comes with its library, which is loaded when it is needed.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClawError, isTransientStatus, printable, systemClock, withRetry, type Clock } from '@open-claw/core'
import { parseTrustedRoot, type TrustedRootMaterial } from './trusted-root.ts'

const ATTEMPT_MS = 10_000
const TRUSTED_ROOT = 'trusted_root.json'
const SIGNING_CONFIG = 'signing_config.v0.2.json'

export interface TufRepository {
  /** Where `timestamp.json` and `targets/` are. */
  readonly mirror: URL
  /** The root metadata to begin with: whoever wrote it is trusted for everything. */
  readonly root: Uint8Array
  /**
   * Kept between runs, so that an older repository than the one seen last is refused. Without it a temporary
   * folder serves, and nothing is left behind.
   */
  readonly cacheDir?: string | undefined
  readonly clock?: Clock | undefined
}

/** Everything that led to an error, the error first. */
function* causesOf(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause
}

/** By the names of the classes, which the library does not export. The rest is said by the repository, and is wrong. */
const UNAVAILABLE: ReadonlySet<string> = new Set(['DownloadHTTPError', 'ExpiredMetadataError'])

const isNetworkError = (error: Error): boolean =>
  error.name === 'TimeoutError' || error.name === 'AbortError' || error.message === 'fetch failed'

const isUnavailable = (error: Error): boolean =>
  UNAVAILABLE.has(error.constructor.name) || isNetworkError(error)

function statusOf(error: Error): number | undefined {
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined
}

function isWorthRetrying(error: unknown): boolean {
  return [...causesOf(error)].some((cause) => {
    const status = statusOf(cause)
    return status === undefined ? isNetworkError(cause) : isTransientStatus(status)
  })
}

const isNoTarget = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'TUF_FIND_TARGET_ERROR'

function failure(error: unknown, { mirror }: TufRepository): ClawError {
  const causes = [...causesOf(error)]
  const status = causes.map(statusOf).find((found) => found !== undefined)
  const last = causes.at(-1)
  const kind = status === undefined ? (last?.constructor.name ?? 'Error') : `status ${status}`
  const [code, what] =
    isNoTarget(error) || causes.some(isUnavailable)
      ? (['TRUSTED_ROOT_UNAVAILABLE', 'has no valid'] as const)
      : (['TRUSTED_ROOT_INVALID', 'does not lead from the pinned root to a'] as const)
  return new ClawError(
    code,
    `The TUF repository ${printable(mirror.host)} ${what} trusted root or signing config (${printable(kind)}).`,
    { cause: error },
  )
}

/** One attempt in folders of the caller. A cached root is replaced by the pinned one, which another job could have changed. */
async function fetchTarget(
  { mirror, cacheDir }: TufRepository,
  target: string,
  folder: string,
  timeout: number,
): Promise<Uint8Array> {
  const { initTUF } = await import('@sigstore/tuf')
  const client = await initTUF({
    mirrorURL: mirror.href.replace(/\/+$/, ''),
    rootPath: join(folder, 'pinned-root.json'),
    cachePath: cacheDir ?? join(folder, 'cache'),
    forceInit: true,
    retry: false,
    timeout: Math.min(timeout, ATTEMPT_MS),
  })
  return Buffer.from(await client.getTarget(target))
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'open-claw-tuf-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function readTarget(repository: TufRepository, target: string): Promise<Uint8Array> {
  return withFolder(async (folder) => {
    await writeFile(join(folder, 'pinned-root.json'), repository.root)
    return withRetry(
      (budget) => fetchTarget(repository, target, folder, budget),
      (error) => ({ retry: isWorthRetrying(error) }),
      repository.clock ?? systemClock,
    )
  })
}

/**
 * The `trusted_root.json` of a repository. Throws TRUSTED_ROOT_UNAVAILABLE where it is not there, not
 * answered or out of date, TRUSTED_ROOT_INVALID where it is not signed as the pinned root demands.
 */
export async function tufTrustedRoot(repository: TufRepository): Promise<TrustedRootMaterial> {
  let document: Uint8Array
  try {
    document = await readTarget(repository, TRUSTED_ROOT)
  } catch (error) {
    throw failure(error, repository)
  }
  return parseTrustedRoot(document, `${repository.mirror.host}/${TRUSTED_ROOT}`)
}

/** The JSON of `signing_config.v0.2.json`; undefined where the repository has none. Throws as `tufTrustedRoot`. */
export async function tufSigningConfig(repository: TufRepository): Promise<Uint8Array | undefined> {
  try {
    return await readTarget(repository, SIGNING_CONFIG)
  } catch (error) {
    if (isNoTarget(error)) return undefined
    throw failure(error, repository)
  }
}
