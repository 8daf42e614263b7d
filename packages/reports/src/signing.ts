// Reports a signing step: outputs for later steps, a summary for people.
import { createPublicKey, X509Certificate } from 'node:crypto'
import {
  keyName,
  ALGORITHMS,
  subjectDigests,
  publicKeyId,
  type SignatureInput,
  type Subject,
} from '@open-claw/core'
import {
  codeSpan,
  codeText,
  folded,
  jsonBlock,
  markdownTable,
  plural,
  shortDigest,
  shortName,
} from './markdown.ts'
import { eventNote } from './event-note.ts'
import { readSigner, type SignerCertificate } from '@open-claw/sigstore'
import { checkCommand } from './cosign-command.ts'
import type { SigningResult } from '@open-claw/usecases'

/** Limit of rows in the folded table; the bundles name every artifact. */
const MAX_ROWS = 1000

const HOW_HASHED = {
  file: 'hashed here',
  checksums: 'from the checksums file',
  image: 'named by digest',
  announced: 'announced by an earlier step',
} as const

/** What crosses to the key service, in the words of the documentation: not every key gets only a digest. */
const WHAT_CROSSES = {
  digest: 'a digest',
  message: 'the whole statement',
  mu: 'the external mu',
} as const satisfies Record<SignatureInput, string>

const publicKeyPem = ({ key }: SigningResult): string =>
  createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' })
    .export({ type: 'spki', format: 'pem' })
    .toString()

const certificatePem = (certificate: Uint8Array): string => new X509Certificate(certificate).toString().trim()

interface Row extends Pick<Subject, 'name' | 'source'> {
  /** One of its digests, hexadecimal: SHA-256 unless a checksums file has only others. */
  readonly digest: string
  readonly hash: string
  /** Path of the bundle about it. */
  readonly bundle: string
}

function artifactRows({ selected, stored }: SigningResult): Row[] {
  const paths = new Map(
    // Not by name: an image has several digests under one.
    stored.flatMap(({ path, bundle }) => bundle.subjects.map((subject) => [subject, path] as const)),
  )
  return selected.subjects.map((subject) => {
    const [hash = '', digest = ''] = [...subjectDigests(subject)][0] ?? []
    const { name, source } = subject
    return { name, source, hash, digest, bundle: paths.get(subject) ?? '' }
  })
}

/** Returns what all artifacts have in common, which is said once above the table. */
function commonLines(rows: readonly Row[]): string[] {
  const bundles = [...new Set(rows.map(({ bundle }) => bundle))]
  const sources = [...new Set(rows.map(({ source }) => source))]
  const [bundle = ''] = bundles
  return [
    `- **${bundles.length === 1 ? 'Bundle' : 'Bundles'}** ${bundles.length === 1 ? codeText(bundle) : bundles.length}`,
    `- **${plural(rows.length, 'digest')}** ${sources.map((source) => HOW_HASHED[source]).join(', or ')}`,
  ]
}

const isSha256 = ({ hash }: Pick<Row, 'hash'>): boolean => hash === 'sha256'

function artifactTable(rows: readonly Row[]): string {
  const several = new Set(rows.map(({ bundle }) => bundle)).size > 1
  const table = markdownTable(
    ['Artifact', rows.every(isSha256) ? 'SHA-256' : 'Digest', ...(several ? ['Bundle'] : [])],
    rows.map(({ name, hash, digest, bundle }) => [
      shortName(name),
      isSha256({ hash }) ? shortDigest(digest) : `${hash} ${shortDigest(digest)}`,
      ...(several ? [shortName(bundle)] : []),
    ]),
  )
  const json = jsonBlock(
    rows.map(({ name, hash, digest, source, bundle }) => ({
      name,
      digest: `${hash}:${digest}`,
      source,
      ...(several ? { bundle } : {}),
    })),
  )
  return `${table}\n\n${folded('Whole names and digests', json)}`
}

/** Describes a single artifact in lines, which no column cuts; for several, returns what they have in common. */
function artifactLines(rows: readonly Row[]): string[] {
  const [only, ...others] = rows
  return only === undefined || others.length > 0
    ? commonLines(rows)
    : [
        `- **Artifact** ${codeText(only.name)}`,
        `- **${isSha256(only) ? 'SHA-256' : `Digest (${only.hash})`}** ${codeSpan(only.digest)}, ${HOW_HASHED[only.source]}`,
        `- **Bundle** ${codeText(only.bundle)}`,
      ]
}

function artifactList(all: readonly Row[]): string {
  if (all.length === 1) return ''
  const rows = all.slice(0, MAX_ROWS)
  const more =
    all.length > rows.length ? `\n\nand ${all.length - rows.length} more, which are in the bundles.` : ''
  return folded(plural(all.length, 'artifact'), artifactTable(rows) + more)
}

function signerLines({ key, stored, services }: SigningResult): string[] {
  const { timestampAuthorities, log } = services
  const times = timestampAuthorities.map(({ host }) => codeSpan(host)).join(', ')
  return [
    `- **Key** ${codeText(keyName(key))}`,
    `- **${plural(stored.length, 'signature')}** ${codeSpan(key.algorithm)}, protection ${codeSpan(key.protectionLevel)}; ${WHAT_CROSSES[ALGORITHMS[key.algorithm].input]} crossed to the key, and each signature was checked here`,
    `- **Timestamps** ${times === '' ? 'none' : times}`,
    `- **Log** ${log === undefined ? 'none' : codeSpan(log.url.host)}`,
  ]
}

/** Returns the section of the job summary. */
export function signingSummary(
  title: string,
  result: SigningResult,
  certificate: SignerCertificate | undefined,
): string {
  const rows = artifactRows(result)
  const type = result.stored[0]?.bundle.predicateType
  return [
    `## ✅ ${title}: ${plural(rows.length, 'artifact')}`,
    [
      ...artifactLines(rows),
      `- **Statement** ${type === undefined ? 'none: the files themselves are signed' : codeText(type)}`,
      ...signerLines(result),
    ].join('\n'),
    eventNote(result.event),
    checkCommand(result, certificate),
    // Last, since a summary over its limit is cut at its end.
    artifactList(rows),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The report of a signing step: publish the summary first, then the outputs, all at once. */
export interface SigningReport {
  /** Markdown. */
  readonly summary: string
  readonly outputs: { readonly [name: string]: string }
}

/** Makes the report; `title` says what was done. */
export async function signingReport(title: string, result: SigningResult): Promise<SigningReport> {
  const { key, stored } = result
  const certified =
    key.certificate === undefined ? undefined : await readSigner([Buffer.from(key.certificate)])
  return {
    summary: signingSummary(title, result, certified),
    outputs: {
      'bundle-paths': stored.map(({ path }) => path).join('\n'),
      'key-uri': keyName(key),
      'key-id': publicKeyId(key.publicKey),
      'public-key': publicKeyPem(result),
      algorithm: key.algorithm,
      certificate: key.certificate === undefined ? '' : certificatePem(key.certificate),
    },
  }
}
