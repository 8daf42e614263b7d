// Measures reading and verifying bundles, from the bytes of the document to the verified facts.
import { createPublicKey } from 'node:crypto'
import { bundleFromJSON } from '@sigstore/bundle'
import { PublicKeyDetails, type TrustedRoot } from '@sigstore/protobuf-specs'
import { toSignedEntity, toTrustMaterial, Verifier, type KeyFinderFunc } from '@sigstore/verify'
import {
  parseBundle,
  sha256FromBytes,
  signStatements,
  trustedKey,
  verifyBundle,
  type TrustedKey,
} from '@open-claw/core'
import { testKey } from '../test/support/keys.ts'
import { clocked, race } from './rounds.ts'
import { speed, type Figure } from './table.ts'

const BUNDLES = 1000
const ROUNDS = 15
/** Number of bundles that the gate verifies at a time. */
const LANES = 16

const NO_AUTHORITIES: TrustedRoot = {
  mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
  tlogs: [],
  ctlogs: [],
  certificateAuthorities: [],
  timestampAuthorities: [],
}
const NO_THRESHOLDS = { tlogThreshold: 0, ctlogThreshold: 0, tsaThreshold: 0 } as const

type Verification = (documents: readonly Buffer[]) => Promise<void>

async function signedBundles(key: ReturnType<typeof testKey>): Promise<Buffer[]> {
  const documents: Buffer[] = []
  for (let index = 0; index < BUNDLES; index += 1) {
    const digest = Buffer.alloc(32)
    digest.writeUInt32BE(index)
    const [bundle] = await signStatements(
      key,
      [{ name: `dist/file-${index}`, digest: sha256FromBytes(digest), source: 'file' }],
      { type: 'https://sigstore.dev/cosign/sign/v1', body: {} },
    )
    if (bundle === undefined) throw new Error('Nothing was signed.')
    documents.push(Buffer.from(bundle.json))
  }
  return documents
}

const ours =
  (keys: readonly TrustedKey[]): Verification =>
  async (documents) => {
    const lane = async (start: number): Promise<void> => {
      for (const document of documents.filter((_, index) => index % LANES === start))
        await verifyBundle(parseBundle(document, 'bundle'), { keys })
    }
    await Promise.all(Array.from({ length: LANES }, (_, start) => lane(start)))
  }

function peer(keys: Parameters<typeof toTrustMaterial>[1]): Verification {
  const verifier = new Verifier(toTrustMaterial(NO_AUTHORITIES, keys), NO_THRESHOLDS)
  return async (documents) => {
    for (const document of documents)
      verifier.verify(toSignedEntity(bundleFromJSON(JSON.parse(document.toString()))))
  }
}

/** Checks that a contestant does the work: it must not accept a signature over something else. */
async function expectRefusal(who: string, verification: Verification, document: Buffer): Promise<void> {
  const bundle = JSON.parse(document.toString())
  bundle.dsseEnvelope.payload = Buffer.from('{}').toString('base64')
  const accepted = await verification([Buffer.from(JSON.stringify(bundle))]).then(
    () => true,
    () => false,
  )
  if (accepted) throw new Error(`${who} accepted a changed payload.`)
}

/** Times the verification of 1,000 bundles by one key, next to the peer with its plain API and with a key parsed once. */
export async function verificationFigures(): Promise<Figure[]> {
  const key = testKey()
  const documents = await signedBundles(key)
  const trusted = trustedKey('release', key.publicKey)
  const rawBytes = Buffer.from(key.publicKey)
  const parsed: ReturnType<KeyFinderFunc> = {
    publicKey: createPublicKey({ key: rawBytes, format: 'der', type: 'spki' }),
    validFor: () => true,
  }
  const contestants = {
    ours: ours([trusted]),
    peer: peer({
      [trusted.keyId]: {
        rawBytes,
        keyDetails: PublicKeyDetails.PKIX_ECDSA_P256_SHA_256,
        validFor: undefined,
      },
    }),
    peerParsedOnce: peer(() => parsed),
  }
  const [sample] = documents
  if (sample === undefined) throw new Error('Nothing was signed.')
  for (const [who, verification] of Object.entries(contestants))
    await expectRefusal(who, verification, sample)
  const timing = await race(ROUNDS, {
    ours: clocked(() => contestants.ours(documents)),
    peer: clocked(() => contestants.peer(documents)),
    peerParsedOnce: clocked(() => contestants.peerParsedOnce(documents)),
  })
  const what = '1,000 bundles verified, speed'
  return [
    speed({
      what,
      ours: timing('ours'),
      peer: timing('peer'),
      peerName: '`@sigstore/verify`',
      budget: { atLeast: 1.5 },
    }),
    speed({
      what,
      ours: timing('ours'),
      peer: timing('peerParsedOnce'),
      peerName: '`@sigstore/verify`, key parsed once',
    }),
  ]
}
