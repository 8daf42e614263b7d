// Inputs that name what is signed or judged.
import type { InputFact } from '@open-claw/core'

export const ARTIFACTS = {
  name: 'artifacts',
  type: 'list',
  description:
    'Files, one name or pattern a line, relative to the workspace. A file of exactly that name is meant before the pattern. `!pattern` excludes. A pattern that matches nothing is an error.',
} as const satisfies InputFact

export const IMAGES = {
  name: 'images',
  type: 'list',
  description: 'Images, one a line, by digest: registry/name@sha256:…',
} as const satisfies InputFact

export const CHECKSUMS = {
  name: 'checksums',
  type: 'path',
  description:
    'Path of a checksums file. When signing, its entries are subjects, by the digests that it lists; the gate hashes the files that it names, and they must have these digests.',
} as const satisfies InputFact
