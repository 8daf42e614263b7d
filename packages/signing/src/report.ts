// What a release engineer sees of a signing step: outputs for later steps, a summary for people.
import { createPublicKey } from 'node:crypto'
import { keyIdOf, SLSA_PROVENANCE_TYPE } from '@open-claw/core'
import { codeSpan, markdownTable, mermaidFlow, setOutputs, writeSummary } from '@open-claw/runner'
import type { SigningResult } from './signing-step.ts'

/** Rows before the table ends in "and N more". */
const MAX_ROWS = 50

const HOW_HASHED = {
  file: 'hashed here',
  checksums: 'from the checksums file',
  image: 'named by digest',
  announced: 'announced by an earlier step',
} as const

const publicKeyPem = ({ key }: SigningResult): string =>
  createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' })
    .export({ type: 'spki', format: 'pem' })
    .toString()

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

function keyTable({ key, stored }: SigningResult): string {
  return markdownTable(
    ['Key', 'Algorithm', 'Protection', 'Signatures'],
    [[codeSpan(key.uri), codeSpan(key.algorithm), codeSpan(key.protectionLevel), String(stored.length)]],
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
      { from: 'statement', to: 'key', label: 'digest only' },
      { from: 'key', to: 'bundle', label: 'signature, checked here' },
    ],
  )
}

/** A name that a shell takes literally without quotes. */
const isShellPlain = (text: string): boolean => /^[A-Za-z0-9_./][A-Za-z0-9_./+@:-]*$/.test(text)

function checkCommand({ stored }: SigningResult): string {
  const [first] = stored
  const subject = first?.bundle.subjects.find(({ source }) => source === 'file')
  if (first === undefined || subject === undefined) return ''
  const { predicateType } = first.bundle
  const type = predicateType === SLSA_PROVENANCE_TYPE ? 'slsaprovenance1' : predicateType
  if (![first.path, subject.name, type ?? 'none'].every(isShellPlain)) return ''
  const verb = type === undefined ? 'verify-blob' : `verify-blob-attestation --type ${type}`
  return `\nCheck it anywhere, with the public key of this step in \`key.pem\`:\n\n\`\`\`sh\ncosign ${verb} --key key.pem --bundle ${first.path} --insecure-ignore-tlog ${subject.name}\n\`\`\`\n`
}

/** Writes the outputs, all at once, and the summary. */
export async function reportSigning(title: string, result: SigningResult): Promise<void> {
  const { key, stored } = result
  await writeSummary(
    [`## ${title}`, picture(result), keyTable(result), subjectTable(result), checkCommand(result)].join(
      '\n\n',
    ),
  )
  setOutputs({
    'bundle-paths': stored.map(({ path }) => path).join('\n'),
    'key-uri': key.uri,
    'key-id': keyIdOf(key.publicKey),
    'public-key': publicKeyPem(result),
    algorithm: key.algorithm,
  })
}
