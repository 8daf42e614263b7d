// Reads what is signed or judged.
import type { GivenInput } from '@open-claw/core'
import type { SubjectSources } from '@open-claw/files'
import { ARTIFACTS, CHECKSUMS, IMAGES } from './facts/subjects.ts'
import { inputLines } from './reader.ts'

/** `announced` are the subjects that earlier steps of the job announced. */
export const subjectInputs = (given: GivenInput, announced: SubjectSources['announced']): SubjectSources => ({
  artifacts: inputLines(given, ARTIFACTS),
  images: inputLines(given, IMAGES),
  checksums: given(CHECKSUMS.name),
  announced,
})
