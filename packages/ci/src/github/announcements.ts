// The subjects that the steps of a job announce to each other.
import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import { ClawError, parseJson, type AnnouncedSubject } from '@open-claw/core'
import * as v from 'valibot'

/** Limits of GITHUB_ARTIFACTS: subjects per job, bytes per step. */
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

/** Returns the subjects that earlier steps announced: none if the runner does not offer the list. Throws RUNNER_CONTRACT. */
export function announcedSubjects(): AnnouncedSubject[] {
  const path = process.env['GITHUB_ARTIFACTS_LIST']
  if (path === undefined || path === '' || !existsSync(path) || statSync(path).size === 0) return []
  const result = v.safeParse(Announced, parseJson(readFileSync(path), 'GITHUB_ARTIFACTS_LIST'))
  if (!result.success) {
    throw new ClawError('RUNNER_CONTRACT', 'GITHUB_ARTIFACTS_LIST has an unknown format.', {
      remedy: 'Name the artifacts by input.',
    })
  }
  return result.output.subjects
}

/** Returns the line of a subject, with its scheme, so that a file cannot look like an image or a comment. */
const announcement = ({ name, digest, kind }: AnnouncedSubject): string =>
  kind === 'oci' ? `oci://${name}@${digest}` : `file://${name}`

/** Returns the runner's name of a subject: for a file, only the last part of its path. */
const announcedName = ({ name, kind }: AnnouncedSubject): string =>
  kind === 'oci' ? name : posix.basename(name)

/** Says whether the runner will take `subjects` beside `known`: it fails a step that exceeds its limits or gives one name two digests. */
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
 * Announces what was signed to later steps, if the runner offers it: all or, if the runner would not take all,
 * nothing, since a later step would take a part for the whole. Returns whether it did.
 */
export function announceSubjects(subjects: readonly AnnouncedSubject[]): boolean {
  const path = process.env['GITHUB_ARTIFACTS']
  if (path === undefined || path === '' || subjects.length === 0) return false
  const known = new Map(announcedSubjects().map((subject) => [announcedName(subject), subject.digest]))
  if (!canAnnounce(subjects, known)) return false
  appendFileSync(path, `${subjects.map(announcement).join('\n')}\n`)
  return true
}
