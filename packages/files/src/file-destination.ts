// Reads where bundles go.
import nodePath, { type PlatformPath } from 'node:path'
import { ClawError, isPrintable, printable } from '@open-claw/core'
import { relativeSubjectName } from './subject-name.ts'

/** The place for bundles: a folder relative to the workspace, or beside the artifacts where it is undefined. */
export interface FileDestination {
  readonly workspace: string
  readonly folder: string | undefined
}

/** Returns the path of `folder` relative to `root`, with forward slashes; undefined where it is outside. */
export function pathInside(root: string, folder: string, paths: PlatformPath): string | undefined {
  try {
    return relativeSubjectName(root, folder, paths)
  } catch {
    return undefined
  }
}

/** Parses `file:` or `file:<folder>`. `paths` are the rules of the platform. Throws INPUT_INVALID. */
export function parseFileDestination(
  text: string,
  workspace: string,
  input: string,
  paths: PlatformPath = nodePath,
): FileDestination {
  // Two lines would be one folder with a line break in its name.
  if (!text.startsWith('file:') || !isPrintable(text)) {
    throw new ClawError(
      'INPUT_INVALID',
      `Input ${input}: "${printable(text)}" is not file: or file:<folder>.`,
    )
  }
  const folder = text.slice('file:'.length)
  if (folder === '') return { workspace, folder: undefined }
  const inside = pathInside(workspace, paths.resolve(workspace, folder), paths)
  if (inside === undefined) {
    throw new ClawError('INPUT_INVALID', `Input ${input}: "${printable(folder)}" is outside the workspace.`)
  }
  return { workspace, folder: inside }
}
