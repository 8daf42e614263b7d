// The subjects that the steps of a job tell each other.
import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import { ClawError, parseJson, type AnnouncedSubject } from '@open-claw/core'
import * as v from 'valibot'

/** Limits of GITHUB_ARTIFACTS: subjects of a job, bytes of a step. */
const MAX_ANNOUNCED = 500
const MAX_ANNOUNCED_BYTES = 1024 * 1024

const Announced = v.object({
  version: v.literal(1),
  subjects: v.array(
    v.object({
      name: v.pipe(v.string(), v.nonEmpty()),
      digest: v.pipe(v.string(), v.nonEmpty()),
      kind: v.picklist(['file', 'oci']),
    }),
  ),
})

/** Subjects that earlier steps announced: none where the runner does not offer the list. Throws RUNNER_CONTRACT. */
export function announcedSubjects(): AnnouncedSubject[] {
  const path = process.env['GITHUB_ARTIFACTS_LIST']
  if (path === undefined || path === '' || !existsSync(path) || statSync(path).size === 0) return []
  const result = v.safeParse(Announced, parseJson(readFileSync(path), 'GITHUB_ARTIFACTS_LIST'))
  if (!result.success) {
    throw new ClawError('RUNNER_CONTRACT', 'GITHUB_ARTIFACTS_LIST has a form that is not known.', {
      remedy: 'Name the artifacts by input.',
    })
  }
  return result.output.subjects
}

/** With its scheme, so that a file cannot be named like an image or like a comment. */
const announcement = ({ name, digest, kind }: AnnouncedSubject): string =>
  kind === 'oci' ? `oci://${name}@${digest}` : `file://${name}`

/** The runner knows a file by the last part of its path alone. */
const announcedName = ({ name, kind }: AnnouncedSubject): string =>
  kind === 'oci' ? name : posix.basename(name)

/** Whether the runner will take `subjects` beside `known`: it fails a step that goes over its limits or gives one name two digests. */
function canAnnounce(subjects: readonly AnnouncedSubject[], known: Map<string, string>): boolean {
  for (const subject of subjects) {
    const name = announcedName(subject)
    if ((known.get(name) ?? subject.digest) !== subject.digest) return false
    known.set(name, subject.digest)
  }
  const text = subjects.map(announcement).join('\n')
  return (
    known.size <= MAX_ANNOUNCED &&
    Buffer.byteLength(text) < MAX_ANNOUNCED_BYTES &&
    subjects.every((subject) => !/[\r\n=]|\s$/.test(announcement(subject)))
  )
}

/**
 * Announces what was signed to later steps, where the runner offers it: all of it or, where the runner
 * would not take all, none, since a later step would take a part for the whole. Says whether it did.
 */
export function announceSubjects(subjects: readonly AnnouncedSubject[]): boolean {
  const path = process.env['GITHUB_ARTIFACTS']
  if (path === undefined || path === '' || subjects.length === 0) return false
  const known = new Map(announcedSubjects().map((subject) => [announcedName(subject), subject.digest]))
  if (!canAnnounce(subjects, known)) return false
  appendFileSync(path, `${subjects.map(announcement).join('\n')}\n`)
  return true
}
