// The checks of a bundle, in their order. Sections (§) are those of the client specification of Sigstore:
// https://github.com/sigstore/architecture-docs/blob/main/client-spec.md
//
//   a bundle with a certificate                  a bundle with a key
//   1  §4.3    issuer of the certificate         1  §4.5    signature, with the verifier's own key
//   2  §4.2.1  timestamps                        2  §4.2.1  timestamps
//   3  §4.2.2  log entries: inclusion            3  §4.2.2  log entries: inclusion
//      §4.4    log entries: body                    §4.4    log entries: body
//   4  §4.2    there is a time
//   5  §4.3    validity at each time
//   6  §4.3    certificate transparency
//   7  §4.5    signature, with the certificate's key
//
// `verifyBundle` of core checks the signature and calls this for the rest. §4 establishes the time first. Here
// the certificate is read before that: a log entry has to name it, and one that no authority issued is refused
// before anything else costs work. Its validity is checked once the times are known. The policy decides which
// identities it accepts and how many witnesses it needs (§4.6, threshold).
import {
  ClawError,
  type CertifiedSigner,
  type SigstoreBundle,
  type TrustedTime,
  type WitnessFacts,
} from '@open-claw/core'
import type { TrustedLog } from '../log/trusted-log.ts'
import {
  checkAnyTransparency,
  findIssuers,
  issuersInForce,
  readSigner,
  type CertificateAuthority,
} from './certificate.ts'
import type { Authority } from './chain.ts'
import { distinctLogs, distinctTimes } from './distinct-witnesses.ts'
import { checkBody, type Verifier } from './log-body.ts'
import {
  checkInclusion,
  checkProvable,
  readEntry,
  signedFacts,
  trustedLog,
  type EntryContext,
  type ProvenEntry,
} from './log-entry.ts'
import { verifyTimestamp } from './timestamp.ts'

/** Root key material (§4.1). */
export interface TrustAnchors {
  readonly issuers: readonly CertificateAuthority[]
  readonly authorities: readonly Authority[]
  readonly logs: readonly TrustedLog[]
}

function certificateChain({ signer }: SigstoreBundle): readonly [Buffer, ...Buffer[]] {
  if (signer.kind === 'certificate') return signer.chain
  throw new ClawError('CERTIFICATE_INVALID', 'The bundle has a key and no certificate.')
}

/** Checks a bundle with a certificate. Throws as `TrustedRoots.certificate`. */
export async function checkCertificate(
  bundle: SigstoreBundle,
  trusted: TrustAnchors,
): Promise<CertifiedSigner> {
  // §4.3 Certificate: the leaf, and the authority of the trusted root that issued it.
  const signer = await readSigner(certificateChain(bundle))
  const issuers = await findIssuers(signer, trusted.issuers)
  // §4.2.1 Timestamping Service, §4.2.2 Transparency Service Timestamp, §4.4 Transparency Log Entry.
  const verifier = { kind: 'certificate', der: signer.certificate.der } as const
  const facts = await checkWitnesses(bundle, verifier, trusted)
  // §4.2 Establishing a Time for the Signature. §4.6: without one of the services, the time of the other is required.
  const times = facts.times.map(({ time }) => time)
  if (times.length === 0) {
    throw new ClawError(
      'TRUSTED_TIME_MISSING',
      'Nothing establishes when the bundle was signed, so nothing tells whether its certificate was valid.',
    )
  }
  // §4.3 Certificate: path validation at each time; then the embedded SignedCertificateTimestamp.
  const inForce = issuersInForce(signer, issuers, times)
  await checkAnyTransparency(signer, inForce)
  // §4.5 Signature Verification: core does it, with one of these keys.
  return { identity: signer.identity, keys: signer.keys, ...facts }
}

/**
 * Checks every timestamp and log entry. The bundle is refused if one does not verify: it was put there to
 * mislead, or is damaged. Throws TIMESTAMP_INVALID, LOG_ENTRY_INVALID or LOG_ENTRY_MISMATCH.
 */
export async function checkWitnesses(
  bundle: SigstoreBundle,
  verifier: Verifier,
  { authorities, logs }: Pick<TrustAnchors, 'authorities' | 'logs'>,
): Promise<WitnessFacts> {
  const { content, version } = bundle
  // §4.2.1 Timestamping Service: "with the raw bytes of the signature as the timestamped data".
  const stamped: TrustedTime[] = []
  for (const response of bundle.timestamps)
    stamped.push(await verifyTimestamp(response, content.signature, authorities))
  const context = { version, logged: { content, verifier }, logs, times: stamped.map(({ time }) => time) }
  const entries: ProvenEntry[] = []
  for (const entry of bundle.logEntries) entries.push(await checkLogEntry(entry, context))
  const logged = entries.flatMap(({ log, time }): TrustedTime[] =>
    time === undefined ? [] : [{ source: 'transparency-log', authority: log.name, time }],
  )
  return {
    times: distinctTimes([...stamped, ...logged]),
    // §4.6, threshold: entries of one log "do not both count".
    logged: distinctLogs(entries).map(({ log, index }) => ({ log: log.name, index })),
  }
}

async function checkLogEntry(json: unknown, context: EntryContext): Promise<ProvenEntry> {
  // §5 Serialization and Wire Format.
  const entry = readEntry(json)
  checkProvable(entry, context.version)
  // §4.2.2 Transparency Service Timestamp: the log's own signature, before the body is parsed. §4.6: a proof of
  // inclusion and a signed tree head do the same, and give no time.
  const { index, time } = signedFacts(entry)
  const log = trustedLog(entry, context.logs, time === undefined ? context.times : [time])
  await checkInclusion(entry, log)
  // §4.4 Transparency Log Entry: digest, signature, and certificate or key are those of the bundle.
  checkBody(entry.canonicalizedBody, entry.kindVersion, context.logged)
  return { log, index, time }
}
