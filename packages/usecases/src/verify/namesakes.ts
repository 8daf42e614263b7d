// Guesses from its name which artifacts a bundle may be about, if the bundle does not say.
import { basename } from 'node:path/posix'
import { MAX_TRIED, type Digests } from '@open-claw/core'
import type { Artifact } from '@open-claw/policy'

/**
 * Returns digests of the artifacts that the bundle is named after: `app.tgz.sigstore.json` is about `app.tgz`. If
 * there are none, artifacts that its name begins with come first, and then any. Trying 64 for each bundle of a
 * large release would cost more work than all of them get. Artifacts are found by the beginnings of a name, since
 * there may be as many bundles as artifacts.
 */
export function namesakesFirst(artifacts: readonly Artifact[]): (bundle: string) => readonly Digests[] {
  const byName = Map.groupBy(artifacts, ({ name }) => basename(name))
  return (bundle) => {
    const name = basename(bundle)
    const beginnings = Array.from({ length: name.length }, (_, index) => name.slice(0, name.length - index))
    const called = beginnings.filter((beginning) => name[beginning.length] === '.')
    const namesakes = called.flatMap((beginning) => byName.get(beginning) ?? [])
    if (namesakes.length > 0) return namesakes.slice(0, MAX_TRIED).map(({ digests }) => digests)
    const similar = beginnings.flatMap((beginning) => byName.get(beginning) ?? [])
    const others = artifacts.slice(0, MAX_TRIED).filter((artifact) => !similar.includes(artifact))
    return [...similar, ...others].slice(0, MAX_TRIED).map(({ digests }) => digests)
  }
}
