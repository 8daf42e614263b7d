// Reads the inputs that name what is signed or judged.
import type { GivenInput } from '@open-claw/core'
import type { SubjectSources } from '@open-claw/files'
import { ARTIFACTS, CHECKSUMS, IMAGES } from './facts/subjects.ts'
import { inputLines } from './reader.ts'

/** Reads the sources of subjects; `announced` are those that earlier steps of the job announced. */
export const subjectInputs = (given: GivenInput, announced: SubjectSources['announced']): SubjectSources => ({
  artifacts: inputLines(given, ARTIFACTS),
  images: inputLines(given, IMAGES),
  checksums: given(CHECKSUMS.name),
  announced,
})
