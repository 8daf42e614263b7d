import type { PlatformPath } from 'node:path'
import { ClawError, printable } from '@open-claw/core'

/**
 * The subject name of the file at `path`: relative to `root`, with forward slashes. `paths` are the rules
 * of the platform, a parameter so that those of Windows are tested everywhere. Throws ARTIFACT_REFUSED
 * for what is outside, another drive and a device name included.
 */
export function relativeSubjectName(root: string, path: string, paths: PlatformPath): string {
  const inside = paths.relative(root, path)
  if (paths.isAbsolute(inside) || inside.split(paths.sep)[0] === '..') {
    throw new ClawError('ARTIFACT_REFUSED', `"${printable(path)}" is outside the workspace.`)
  }
  return paths.sep === '/' ? inside : inside.replaceAll(paths.sep, '/')
}
