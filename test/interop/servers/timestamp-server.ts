// Sigstore's timestamp authority, with a signer in memory.
import { programOf } from '../tools/table.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { freePorts, startServer, type Server } from './server.ts'

export interface TimestampServer extends Server {
  readonly url: string
  /** PEM of its certificates, leaf first. */
  readonly chain: string
}

export async function startTimestampServer(): Promise<TimestampServer> {
  const [port = 0] = await freePorts(1)
  const url = `http://127.0.0.1:${port}/api/v1/timestamp`
  const { stop } = await startServer({
    program: programOf('timestamp-server'),
    args: [
      'serve',
      '--host=127.0.0.1',
      `--port=${port}`,
      '--timestamp-signer=memory',
      // Its clock is compared with servers of the internet otherwise.
      '--disable-ntp-monitoring',
    ],
    folder: temporaryFolder('interop-timestamp-server'),
    readyUrl: `${url}/certchain`,
  })
  const response = await fetch(`${url}/certchain`)
  return { url, chain: await response.text(), stop }
}
