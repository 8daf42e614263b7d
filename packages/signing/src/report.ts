// What a release engineer sees of a signing step: outputs for later steps, a summary for people.
import { createPublicKey, X509Certificate } from 'node:crypto'
import { ALGORITHMS, keyIdOf, type SignatureInput } from '@open-claw/core'
import { codeSpan, eventNote, markdownTable, mermaidFlow, setOutputs, writeSummary } from '@open-claw/runner'
import { readSigner } from '@open-claw/sigstore'
import { checkCommand } from './cosign-command.ts'
import type { SigningOutcome, SigningResult } from './signing-step.ts'

/** Rows before the table ends in "and N more". */
const MAX_ROWS = 50

const HOW_HASHED = {
  file: 'hashed here',
  checksums: 'from the checksums file',
  image: 'named by digest',
  announced: 'announced by an earlier step',
} as const

/** As in the documentation of keys: not every key is shown a digest alone. */
const WHAT_CROSSES = {
  digest: 'digest only',
  message: 'the whole statement',
  mu: 'external mu only',
} as const satisfies Record<SignatureInput, string>

const publicKeyPem = ({ key }: SigningResult): string =>
  createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' })
    .export({ type: 'spki', format: 'pem' })
    .toString()

const certificatePem = (certificate: Uint8Array): string => new X509Certificate(certificate).toString().trim()

function subjectTable({ selected, stored }: SigningResult): string {
  const bundleOf = new Map(
    stored.flatMap(({ path, bundle }) => bundle.subjects.map(({ name }) => [name, path] as const)),
  )
  const rows = selected.subjects
    .slice(0, MAX_ROWS)
    .map(({ name, digest, source }) => [
      codeSpan(name),
      codeSpan(`sha256:${digest}`),
      HOW_HASHED[source],
      codeSpan(bundleOf.get(name) ?? ''),
    ])
  const more = selected.subjects.length - rows.length
  const table = markdownTable(['Artifact', 'Digest', 'Digest is', 'Bundle'], rows)
  return more > 0 ? `${table}\nand ${more} more.\n` : table
}

function keyTable({ key, stored, services }: SigningResult): string {
  const { timestampAuthorities, log } = services
  const times = timestampAuthorities.map(({ host }) => codeSpan(host)).join('<br>')
  return markdownTable(
    ['Key', 'Algorithm', 'Protection', 'Signatures', 'Timestamps', 'Log'],
    [
      [
        codeSpan(key.uri),
        codeSpan(key.algorithm),
        codeSpan(key.protectionLevel),
        String(stored.length),
        times === '' ? 'none' : times,
        log === undefined ? 'none' : codeSpan(log.url.host),
      ],
    ],
  )
}

function picture({ key, selected, stored }: SigningResult): string {
  const count = selected.subjects.length
  const [first] = selected.subjects
  const [bundle] = stored
  return mermaidFlow(
    [
      { id: 'artifacts', label: count === 1 ? (first?.name ?? '') : `${count} artifacts` },
      { id: 'statement', label: bundle?.bundle.predicateType ?? 'digest of the file' },
      { id: 'key', label: `${key.protectionLevel} key, ${key.algorithm}` },
      { id: 'bundle', label: stored.length === 1 ? (bundle?.path ?? '') : `${stored.length} bundles` },
    ],
    [
      { from: 'artifacts', to: 'statement', label: 'sha256' },
      { from: 'statement', to: 'key', label: WHAT_CROSSES[ALGORITHMS[key.algorithm].input] },
      { from: 'key', to: 'bundle', label: 'signature, checked here' },
    ],
  )
}

/** Writes the outputs, all at once, and the summary. */
export async function reportSigning(title: string, result: SigningOutcome): Promise<void> {
  const { key, stored } = result
  const signer = key.certificate === undefined ? undefined : await readSigner([Buffer.from(key.certificate)])
  await writeSummary(
    [
      `## ${title}`,
      picture(result),
      keyTable(result),
      subjectTable(result),
      checkCommand(result, signer),
      eventNote(result.event),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  )
  setOutputs({
    'bundle-paths': stored.map(({ path }) => path).join('\n'),
    'key-uri': key.uri,
    'key-id': keyIdOf(key.publicKey),
    'public-key': publicKeyPem(result),
    algorithm: key.algorithm,
    certificate: key.certificate === undefined ? '' : certificatePem(key.certificate),
  })
}
