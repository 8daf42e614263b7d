// Rekor v2 with its tiles in a folder.
import { createHash, generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programOf } from '../tools/table.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { freePorts, startServer, type Server } from './server.ts'

export interface RekorServer extends Server {
  readonly url: string
  /** PEM. */
  readonly publicKey: string
  /** Key id of its checkpoints, base64. */
  readonly logId: string
}

/** The origin of the checkpoints: verifiers expect the host of the log's URL, without the port. */
const ORIGIN = '127.0.0.1'

export async function startRekorTiles(): Promise<RekorServer> {
  const [port = 0, grpc = 0, metrics = 0] = await freePorts(3)
  const url = `http://127.0.0.1:${port}`
  const folder = temporaryFolder('interop-rekor-tiles')
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = join(folder, 'key.pem')
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const { stop } = await startServer({
    program: programOf('rekor-tiles'),
    args: [
      'serve',
      '--http-address=127.0.0.1',
      `--http-port=${port}`,
      '--grpc-address=127.0.0.1',
      `--grpc-port=${grpc}`,
      `--http-metrics-port=${metrics}`,
      `--hostname=${ORIGIN}`,
      `--storage-dir=${join(folder, 'tiles')}`,
      `--signer-filepath=${key}`,
      // Entries are answered once they are in a checkpoint.
      '--checkpoint-interval=1s',
    ],
    folder,
    readyUrl: `${url}/healthz`,
  })
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  return {
    url,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    // Signed note: SHA-256(name, newline, type of the signature, key), of which 1 is Ed25519.
    logId: createHash('sha256')
      .update(`${ORIGIN}\n`)
      .update(Buffer.from([1]))
      .update(raw)
      .digest('base64'),
    stop,
  }
}
