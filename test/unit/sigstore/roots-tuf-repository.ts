// A TUF repository of one key, on loopback.
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Json = any
type Role = 'root' | 'timestamp' | 'snapshot' | 'targets'

/** OLPC's canonical JSON: members sorted, no blanks, line breaks as they are. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object')
    return `{${Object.keys(value)
      .toSorted()
      .map((key) => `${canonical(key)}:${canonical(value[key])}`)
      .join(',')}}`
  return typeof value === 'string' ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"` : String(value)
}

const YEAR_MS = 365 * 24 * 3_600_000
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')

export interface RepositoryPlan {
  readonly targets: Readonly<Record<string, string>>
  /** Roles whose metadata was over an hour ago. */
  readonly expired?: readonly Role[]
  /** Roles that another key signs. */
  readonly forged?: readonly Role[]
  readonly version?: number
}

/** A key that signs for every role. */
export interface RepositoryKey {
  readonly id: string
  readonly meta: Json
  readonly privateKey: KeyObject
}

export function repositoryKey(): RepositoryKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const meta = {
    keytype: 'ecdsa',
    scheme: 'ecdsa-sha2-nistp256',
    keyval: { public: publicKey.export({ type: 'spki', format: 'pem' }) },
  }
  return { id: sha256(canonical(meta)), meta, privateKey }
}

const IMPOSTOR = repositoryKey()

/** The files of a repository by their paths. */
export function repositoryFiles(key: RepositoryKey, plan: RepositoryPlan): Map<string, Buffer> {
  const version = plan.version ?? 1
  const signed = (role: Role, content: object): Buffer => {
    const isExpired = plan.expired?.includes(role) === true
    const expires = new Date(Date.now() + (isExpired ? -3_600_000 : YEAR_MS))
      .toISOString()
      .replace(/\.\d+/, '')
    const body = { _type: role, spec_version: '1.0.31', version, expires, ...content }
    const signer = plan.forged?.includes(role) === true ? IMPOSTOR : key
    const sig = sign('sha256', Buffer.from(canonical(body)), signer.privateKey).toString('hex')
    return Buffer.from(JSON.stringify({ signed: body, signatures: [{ keyid: key.id, sig }] }))
  }
  const describe = (bytes: Buffer) => ({ length: bytes.length, hashes: { sha256: sha256(bytes) } })
  const role = { keyids: [key.id], threshold: 1 }
  const root = signed('root', {
    version: 1,
    consistent_snapshot: false,
    keys: { [key.id]: key.meta },
    roles: { root: role, timestamp: role, snapshot: role, targets: role },
  })
  const files = Object.entries(plan.targets).map(([name, text]): [string, Buffer] => [
    name,
    Buffer.from(text),
  ])
  const targets = signed('targets', {
    targets: Object.fromEntries(files.map(([name, bytes]) => [name, describe(bytes)])),
  })
  const snapshot = signed('snapshot', { meta: { 'targets.json': { version, ...describe(targets) } } })
  const timestamp = signed('timestamp', { meta: { 'snapshot.json': { version, ...describe(snapshot) } } })
  return new Map([
    ['/1.root.json', root],
    ['/timestamp.json', timestamp],
    ['/snapshot.json', snapshot],
    ['/targets.json', targets],
    ...files.map(([name, bytes]): [string, Buffer] => [`/targets/${name}`, bytes]),
  ])
}

export interface RepositoryServer extends AsyncDisposable {
  readonly mirror: URL
  /** Paths that were asked for. */
  readonly asked: readonly string[]
  /** What is served; tests replace files. */
  readonly files: Map<string, Buffer>
  /** Answered in place of a file, one for each request to its path. */
  readonly failures: Map<string, number[]>
}

/** Serves `files` below `/tuf`. */
export async function serveRepository(files: Map<string, Buffer>): Promise<RepositoryServer> {
  const asked: string[] = []
  const failures = new Map<string, number[]>()
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/tuf/, '')
    asked.push(path)
    const failure = failures.get(path)?.shift()
    const bytes = files.get(path)
    response.writeHead(failure ?? (bytes === undefined ? 404 : 200))
    response.end(failure === undefined ? bytes : '')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    mirror: new URL(`http://127.0.0.1:${port}/tuf/`),
    asked,
    files,
    failures,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
