// Rekor v1: entries with a signed promise (SET), an inclusion proof and a checkpoint.
import { RawAnswer, type Answer, type Operation } from '../gateway.ts'
import type { Route } from '../http.ts'
import type { FaultKind } from '../services.ts'
import { StatusError } from '../status.ts'
import { canonicalJson } from './canonical-json.ts'
import { leafHash } from './merkle.ts'
import { entryBody } from './rekor-entries.ts'
import type { Inclusion, TransparencyLog } from './transparency-log.ts'

/** The active tree. The log had earlier ones, so its indices differ from those of the tree. */
export const TREE_ID = '1193050959916656506'
const TREE_PREFIX = BigInt(TREE_ID).toString(16).padStart(16, '0')
const EARLIER_ENTRIES = 4_163_431

const ENTRIES = '/api/v1/log/entries'

interface Kept {
  readonly body: Buffer
  readonly index: number
  /** Seconds since the epoch. */
  readonly integratedTime: number
}

const proofAnswer = ({ index, size, root, hashes, checkpoint }: Inclusion): Answer => ({
  checkpoint,
  hashes: hashes.map((hash) => hash.toString('hex')),
  logIndex: index,
  rootHash: root.toString('hex'),
  treeSize: size,
})

function entryAnswer(
  log: TransparencyLog,
  { body, index, integratedTime }: Kept,
  fault: FaultKind | undefined,
): Answer {
  const key = log.key(fault)
  const promised = {
    body: body.toString('base64'),
    integratedTime,
    logID: key.id.toString('hex'),
    logIndex: index + EARLIER_ENTRIES,
  }
  const proof = proofAnswer(log.inclusion(index, fault))
  return {
    ...promised,
    verification: {
      ...(fault === 'no-proof' ? {} : { inclusionProof: proof }),
      signedEntryTimestamp: key.sign(Buffer.from(canonicalJson(promised))).toString('base64'),
    },
  }
}

const flipped = (signature: Buffer): Buffer =>
  Buffer.from(signature.map((byte, index) => (index === signature.length - 1 ? byte ^ 1 : byte)))

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): RawAnswer =>
  new RawAnswer(JSON.stringify(body), { contentType: 'application/json', status, headers })

/** Routes `POST /api/v1/log/entries`, and `GET` for the entry that it names if it already exists. */
export function rekorRoutes(log: TransparencyLog, kept: Map<string, Kept>): readonly Route[] {
  const create: Operation = async (request, { fault }) => {
    const body = await entryBody(request, fault === 'wrong-entry' ? flipped : (signature) => signature)
    const id = `${TREE_PREFIX}${leafHash(body).toString('hex')}`
    const location = { location: `${ENTRIES}/${id}` }
    const known = kept.has(id)
    const entry = kept.get(id) ?? {
      body,
      index: log.add(body),
      integratedTime: Math.floor(Date.now() / 1000),
    }
    kept.set(id, entry)
    if (known || fault === 'exists') {
      const message = `an equivalent entry already exists in the transparency log with UUID ${id}`
      return json(409, { code: 409, message }, location)
    }
    return json(201, { [id]: entryAnswer(log, entry, fault) }, { ...location, etag: id })
  }
  const get: Operation = (request, { fault }) => {
    const id = String(Object(Object(request).path).id)
    const entry = kept.get(id)
    if (entry === undefined) throw new StatusError('NOT_FOUND', 'There is no such entry.')
    return json(200, { [id]: entryAnswer(log, entry, fault) })
  }
  return [
    {
      verb: 'POST',
      path: /^\/api\/v1\/log\/entries$/,
      service: 'rekor',
      method: 'CreateEntry',
      operation: create,
    },
    {
      verb: 'GET',
      path: /^\/api\/v1\/log\/entries\/(?<id>[0-9a-f]{80})$/,
      service: 'rekor',
      method: 'GetEntry',
      operation: get,
    },
  ]
}

/** Entries by their id. */
export type KeptEntries = Parameters<typeof rekorRoutes>[1]
