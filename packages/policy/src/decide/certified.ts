// Reads what a certificate says about the build, under the names of the same fields in provenance. The platform
// vouches for the certificate; the build itself writes the provenance.
import type { CertificateIdentity, ProvenanceFacts } from '@open-claw/core'

export type Field = keyof ProvenanceFacts

export interface CertifiedValue {
  /** Name of the claim. */
  readonly claim: string
  readonly value: string
}

interface Source {
  readonly claim: string
  readonly read?: (value: string, identity: CertificateIdentity) => string
}

/** Adds the server, which certificates from before 2023 name only in the subject's workflow, not in the repository. */
const onServer = (value: string, { subject }: CertificateIdentity): string =>
  `${URL.canParse(subject) ? new URL(subject).origin : ''}/${value}`

/** Removes the name of the hash, which Fulcio allows in a digest (oid-info.md, Build Signer Digest). */
const bare = (value: string): string => value.replace(/^sha1:/, '')

/** Extensions 1.3.6.1.4.1.57264.1.9 and up; before 2023, 1.3.6.1.4.1.57264.1.2 to 6. */
const SOURCES = {
  repository: [{ claim: 'sourceRepositoryURI' }, { claim: 'githubWorkflowRepository', read: onServer }],
  repositoryId: [{ claim: 'sourceRepositoryIdentifier' }],
  ref: [{ claim: 'sourceRepositoryRef' }, { claim: 'githubWorkflowRef' }],
  commit: [{ claim: 'sourceRepositoryDigest', read: bare }, { claim: 'githubWorkflowSHA' }],
  event: [{ claim: 'buildTrigger' }, { claim: 'githubWorkflowTrigger' }],
  runnerEnvironment: [{ claim: 'runnerEnvironment' }],
  invocationId: [{ claim: 'runInvocationURI' }],
} as const satisfies Partial<Record<Field, readonly Source[]>>

const TABLE: Readonly<Partial<Record<Field, readonly Source[]>>> = SOURCES

export const certifiedClaim = ({ claims }: CertificateIdentity, name: string): string | undefined =>
  Object.hasOwn(claims, name) ? claims[name] : undefined

/** Returns all that the certificate says about `field`. */
export function certified(identity: CertificateIdentity, field: Field): CertifiedValue[] {
  return (TABLE[field] ?? []).flatMap(({ claim, read = bareValue }) => {
    const value = certifiedClaim(identity, claim)
    return value === undefined ? [] : [{ claim, value: read(value, identity) }]
  })
}

const bareValue = (value: string): string => value

export const isWorkflow = (uri: string): boolean => uri.includes('/.github/workflows/')

/** Returns the workflow that requested the certificate. GitHub repeats it in the subject; before 2023 only the subject names it. */
export function certifiedSigner(identity: CertificateIdentity): CertifiedValue | undefined {
  const signer = certifiedClaim(identity, 'buildSignerURI')
  if (signer !== undefined) return { claim: 'buildSignerURI', value: signer }
  return isWorkflow(identity.subject) ? { claim: 'subject', value: identity.subject } : undefined
}
