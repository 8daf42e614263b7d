// gRPC on loopback with the protos of the genuine clients, so that nothing on the wire is our invention.
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createRequire } from 'node:module'
import { Metadata, Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js'
import { fromJSON, type AnyDefinition, type ServiceDefinition } from '@grpc/proto-loader'
import type { Gateway, Operation, Outcome } from './gateway.ts'
import { isAddress, type Listener } from './http.ts'
import type { Service } from './services.ts'
import { STATUSES } from './status.ts'

/** A service of a protobuf.js descriptor and its operations. */
export interface GrpcService {
  readonly service: Service
  /** Module path of the protobuf.js descriptor inside the client's package. */
  readonly protos: string
  /** Full name of the service in it. */
  readonly name: string
  /** Operations by method; the other methods of the service answer UNIMPLEMENTED. */
  readonly operations: Readonly<Record<string, Operation>>
}

/** Bytes that encode no message: field number 0 is reserved. */
const GARBAGE: Buffer = Buffer.from([0x07, 0xff, 0xff])

const isServiceDefinition = (definition: AnyDefinition | undefined): definition is ServiceDefinition =>
  definition !== undefined && typeof definition['format'] !== 'string'

function loadService({ protos, name, operations }: GrpcService): ServiceDefinition {
  const definition = fromJSON(createRequire(import.meta.url)(protos), { longs: String, enums: String })[name]
  if (!isServiceDefinition(definition)) throw new Error(`${name} is not in ${protos}.`)
  return Object.fromEntries(
    Object.keys(operations).map((method) => {
      const known = definition[method]
      if (known === undefined) throw new Error(`${name} has no ${method}.`)
      const responseSerialize = (value: object): Buffer =>
        Buffer.isBuffer(value) ? value : known.responseSerialize(value)
      return [method, { ...known, responseSerialize }]
    }),
  )
}

const authorizationIn = (metadata: Metadata): string | undefined => {
  const value = metadata.get('authorization')[0]
  return typeof value === 'string' ? value : undefined
}

/** Makes a google.rpc.Status with one google.rpc.RetryInfo, in the wire format of protobuf: fields under 128 bytes. */
function retryMetadata(seconds: number | undefined): Metadata {
  const metadata = new Metadata()
  if (seconds === undefined) return metadata
  const field = (tag: number, bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from([tag, bytes.length]), bytes])
  const delay = field(0x0a, Buffer.from([0x08, seconds]))
  const type = field(0x0a, Buffer.from('type.googleapis.com/google.rpc.RetryInfo'))
  const detail = field(0x1a, Buffer.concat([type, field(0x12, delay)]))
  metadata.set('grpc-status-details-bin', detail)
  return metadata
}

function reply(outcome: Outcome, callback: sendUnaryData<object>, reset: () => void): void {
  switch (outcome.kind) {
    case 'answer':
      callback(null, outcome.answer)
      return
    case 'status':
      callback({
        code: STATUSES[outcome.status].grpc,
        details: outcome.message,
        metadata: retryMetadata(outcome.retryAfter),
      })
      return
    case 'malformed':
      callback(null, GARBAGE)
      return
    case 'reset':
      reset()
      return
    case 'hang':
    case 'slow-body':
      return
  }
}

/** Serves the operations on a free port of 127.0.0.1 without TLS. */
export async function listenGrpc(served: GrpcService, gateway: Gateway): Promise<Listener> {
  const server = new Server()
  const sockets = new Set<Socket>()
  // All connections at once: grpc-js does not say which one carries a call.
  const reset = (): void => sockets.forEach((socket) => socket.resetAndDestroy())
  const handler =
    (method: string, operation: Operation) =>
    (call: ServerUnaryCall<unknown, object>, callback: sendUnaryData<object>): void => {
      const authorization = authorizationIn(call.metadata)
      // The gateway never rejects; anything that `reply` throws ends the call as UNKNOWN.
      void gateway({ service: served.service, method, operation, request: call.request, authorization }).then(
        (outcome) => reply(outcome, callback, reset),
      )
    }
  const handlers = Object.entries(served.operations).map(([method, operation]) => [
    method,
    handler(method, operation),
  ])
  server.addService(loadService(served), Object.fromEntries(handlers))
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure())
  const listener = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    injector.injectConnection(socket)
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  if (!isAddress(address)) throw new Error('The listener has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      listener.close()
      injector.destroy()
      server.forceShutdown()
      reset()
    },
  }
}
