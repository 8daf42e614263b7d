// An AWS of somebody else: KMS and STS of ministack, over http.
import { programOf } from '../tools/table.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { freePorts, startServer, type Server } from './server.ts'

export interface AwsServer extends Server {
  readonly url: string
}

export async function startMinistack(): Promise<AwsServer> {
  const [port = 0] = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  const { stop } = await startServer({
    program: programOf('ministack'),
    args: ['-m', 'ministack'],
    env: { BIND_HOST: '127.0.0.1', GATEWAY_PORT: `${port}` },
    folder: temporaryFolder('interop-ministack'),
    readyUrl: url,
  })
  return { url, stop }
}
