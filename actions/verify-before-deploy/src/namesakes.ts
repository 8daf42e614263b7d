// Which artifacts a bundle may be about that does not say.
import { basename } from 'node:path/posix'
import type { KnownDigests } from '@open-claw/core'
import type { Artifact } from '@open-claw/policy'

/** As many as are tried. */
const MAX_FILES = 64

/**
 * Digests of artifacts, those first after which the bundle is named: `app.tgz.sigstore.json` is about
 * `app.tgz`. Artifacts are found by the beginnings of a name, since bundles may be as many as they.
 */
export function namesakesFirst(artifacts: readonly Artifact[]): (bundle: string) => readonly KnownDigests[] {
  const byName = Map.groupBy(artifacts, ({ name }) => basename(name))
  return (bundle) => {
    const name = basename(bundle)
    const beginnings = Array.from({ length: name.length }, (_, index) => name.slice(0, name.length - index))
    const namesakes = beginnings.flatMap((beginning) => byName.get(beginning) ?? [])
    const others = artifacts.slice(0, MAX_FILES).filter((artifact) => !namesakes.includes(artifact))
    return [...namesakes, ...others].slice(0, MAX_FILES).map(({ digests }) => digests)
  }
}
