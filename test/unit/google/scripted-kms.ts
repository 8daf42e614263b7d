// A key service that answers what a test tells it to, however absurd, to the genuine client.
import { createRequire } from 'node:module'
import { Metadata, Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js'
import { fromJSON, type ServiceDefinition } from '@grpc/proto-loader'

const SERVICE = 'google.cloud.kms.v1.KeyManagementService'

type Request = Record<string, any>
type Script = Record<string, (request: Request) => object>

/** Thrown by a script to end a call with a status. */
export class Refusal extends Error {
  readonly code: number
  readonly metadata: Metadata
  constructor(code: number, message: string, details?: Buffer) {
    super(message)
    this.code = code
    this.metadata = new Metadata()
    if (details !== undefined) this.metadata.set('grpc-status-details-bin', details)
  }
}

export interface ScriptedKms {
  readonly port: number
  /** Requests by method, in their order. */
  readonly asked: [method: string, request: Request][]
  /** Authorization metadata, in the order of requests. */
  readonly authorizations: string[]
  play(script: Script): void
  stop(): void
}

export async function startScriptedKms(tls?: { cert: string; key: string }): Promise<ScriptedKms> {
  const protos = createRequire(import.meta.url)('@google-cloud/kms/build/protos/protos.json')
  const definition = fromJSON(protos, { longs: String, enums: String })[SERVICE] as ServiceDefinition
  let script: Script = {}
  const asked: ScriptedKms['asked'] = []
  const authorizations: string[] = []
  const handler =
    (method: string) =>
    (call: ServerUnaryCall<Request, object>, callback: sendUnaryData<object>): void => {
      asked.push([method, call.request])
      authorizations.push(String(call.metadata.get('authorization')[0]))
      try {
        callback(null, script[method]?.(call.request) ?? {})
      } catch (error) {
        callback(error as Refusal)
      }
    }
  const server = new Server()
  server.addService(
    definition,
    Object.fromEntries(Object.keys(definition).map((method) => [method, handler(method)])),
  )
  const credentials =
    tls === undefined
      ? ServerCredentials.createInsecure()
      : ServerCredentials.createSsl(null, [
          { cert_chain: Buffer.from(tls.cert), private_key: Buffer.from(tls.key) },
        ])
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentials, (error, bound) => {
      if (error === null) resolve(bound)
      else reject(error)
    })
  })
  return {
    port,
    asked,
    authorizations,
    play(played) {
      script = played
      asked.length = 0
      authorizations.length = 0
    },
    stop: () => server.forceShutdown(),
  }
}
