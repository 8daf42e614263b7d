// A certificate vouches for the build that asked for it; the provenance was written by that build. Where
// both name the same thing they must agree: otherwise any repository whose certificate a broad rule
// admits could sign provenance that names another one.
import { printable, type CertificateIdentity, type ProvenanceFacts } from '@open-claw/core'

/** What the provenance says, by the name of the claim that says the same. */
const SAME: readonly (readonly [claim: string, field: keyof ProvenanceFacts])[] = [
  ['buildSignerURI', 'builderId'],
  ['sourceRepositoryURI', 'repository'],
  ['sourceRepositoryIdentifier', 'repositoryId'],
  ['sourceRepositoryRef', 'ref'],
  ['sourceRepositoryDigest', 'commit'],
  ['buildTrigger', 'event'],
  ['runnerEnvironment', 'runnerEnvironment'],
]

/** The first disagreement, or undefined. What one of them leaves out contradicts nothing: a policy that needs it asks for it. */
export function disagreement({ claims }: CertificateIdentity, facts: ProvenanceFacts): string | undefined {
  for (const [claim, field] of SAME) {
    const certified = Object.hasOwn(claims, claim) ? claims[claim] : undefined
    const said = facts[field]
    if (certified !== undefined && said !== undefined && certified !== said)
      return `${claim}: the certificate says ${printable(certified)}, the provenance ${printable(said)}`
  }
  return undefined
}
