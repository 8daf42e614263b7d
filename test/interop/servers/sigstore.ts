// A Sigstore of real servers: Fulcio, a timestamp authority and Rekor v2, with the trusted root and the
// signing config that cosign makes of them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sandbox } from '@open-claw/sandbox'
import type { ToolName } from '../tools/table.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { mustCosign } from './cosign.ts'
import { startFulcio, type FulcioServer } from './fulcio.ts'
import { startRekorTiles, type RekorServer } from './rekor-tiles.ts'
import type { Server } from './server.ts'
import { startTimestampServer, type TimestampServer } from './timestamp-server.ts'

export const SIGSTORE_TOOLS = [
  'cosign',
  'fulcio',
  'timestamp-server',
  'rekor-tiles',
] as const satisfies readonly ToolName[]

interface Servers {
  readonly fulcio: FulcioServer
  readonly tsa: TimestampServer
  readonly rekor: RekorServer
}

export interface SigstoreServers extends Server, Servers {
  /** Path of the trusted root. */
  readonly trustedRoot: string
  /** Path of the signing config. */
  readonly signingConfig: string
}

const SINCE = 'start-time=2024-01-01T00:00:00Z'

async function createTrustedRoot(folder: string, { fulcio, tsa, rekor }: Servers): Promise<string> {
  writeFileSync(join(folder, 'fulcio.pem'), fulcio.chain)
  writeFileSync(join(folder, 'tsa.pem'), tsa.chain)
  writeFileSync(join(folder, 'rekor.pem'), rekor.publicKey)
  const path = join(folder, 'trusted-root.json')
  await mustCosign(folder, [
    'trusted-root',
    'create',
    `--fulcio=url=${fulcio.url},certificate-chain=fulcio.pem`,
    `--tsa=url=${tsa.url},certificate-chain=tsa.pem`,
    `--rekor=url=${rekor.url},public-key=rekor.pem,${SINCE}`,
    `--out=${path}`,
  ])
  // cosign writes the SHA-256 of the public key, as for Rekor v1; entries of v2 carry the key id of the checkpoint.
  const root = JSON.parse(readFileSync(path, 'utf8'))
  root.tlogs[0].logId.keyId = rekor.logId
  writeFileSync(path, JSON.stringify(root))
  return path
}

async function createSigningConfig(
  folder: string,
  { fulcio, tsa, rekor }: Servers,
  issuer: string,
): Promise<string> {
  const path = join(folder, 'signing-config.json')
  await mustCosign(folder, [
    'signing-config',
    'create',
    `--fulcio=url=${fulcio.url},api-version=1,${SINCE},operator=local`,
    `--rekor=url=${rekor.url},api-version=2,${SINCE},operator=local`,
    '--rekor-config=EXACT:1',
    `--tsa=url=${tsa.url},api-version=1,${SINCE},operator=local`,
    '--tsa-config=EXACT:1',
    `--oidc-provider=url=${issuer},api-version=1,${SINCE},operator=local`,
    `--out=${path}`,
  ])
  return path
}

/** Starts all of them, or none. */
export async function startSigstore(sandbox: Sandbox): Promise<SigstoreServers> {
  const folder = temporaryFolder('interop-sigstore')
  const started: Server[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((server) => server.stop()))
  }
  const keep = async <S extends Server>(starting: Promise<S>): Promise<S> => {
    const server = await starting
    started.push(server)
    return server
  }
  try {
    const fulcio = await keep(startFulcio(sandbox))
    const tsa = await keep(startTimestampServer())
    const rekor = await keep(startRekorTiles())
    const servers = { fulcio, tsa, rekor }
    const trustedRoot = await createTrustedRoot(folder, servers)
    const signingConfig = await createSigningConfig(folder, servers, sandbox.oidcIssuer)
    return { ...servers, trustedRoot, signingConfig, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
