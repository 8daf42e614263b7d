// Every generated table of the documentation.
import { ALGORITHMS, ERRORS } from '@open-claw/core'
import { GOOGLE_ALGORITHMS } from '@open-claw/kms'
import { REASONS } from '@open-claw/policy'
import { abuseCaseTable } from './abuse-cases.ts'
import { ACTIONS, actionTables, readMetadata } from './action-metadata.ts'
import { table, type Section } from './marked-sections.ts'

const code = (text: string): string => `\`${text}\``

const CROSSES = {
  digest: 'digest',
  message: 'the whole message',
  mu: 'external mu, 64 bytes',
} as const

const actionSections = (): Section[] =>
  ACTIONS.flatMap(({ name, metadata }) => {
    const { inputs, outputs } = actionTables(readMetadata(metadata))
    const document = `docs/actions/${name}.md`
    return [
      { document, name: 'inputs', markdown: inputs },
      { document, name: 'outputs', markdown: outputs },
    ]
  })

const errorTable = (): string =>
  table(
    ['Code', 'Meaning', 'What to do', 'Exit'],
    Object.entries(ERRORS).map(([name, { meaning, remedy, exit }]) => [
      code(name),
      meaning,
      remedy,
      String(exit),
    ]),
  )

const reasonTable = (): string =>
  table(
    ['Reason', 'Meaning'],
    Object.entries(REASONS).map(([name, meaning]) => [code(name), meaning]),
  )

const algorithmTable = (): string =>
  table(
    ['Google’s name', 'Algorithm', 'What crosses to the KMS', '`PublicKeyDetails`', '`mode: per-artifact`'],
    [...GOOGLE_ALGORITHMS].map(([name, { algorithm, feed }]) => {
      const { input, hash, details } = ALGORITHMS[algorithm]
      const shown = input === 'digest' ? `${hash} ${CROSSES.digest}` : CROSSES[input]
      return [
        code(name),
        code(algorithm),
        feed === 'digest-info' ? `${shown} in a DigestInfo` : shown,
        details === null ? 'none' : String(details),
        hash === null ? 'no' : 'yes',
      ]
    }),
  )

/** All sections, made from the sources as they are now. */
export const sections = (): Section[] => [
  ...actionSections(),
  { document: 'docs/errors.md', name: 'errors', markdown: errorTable() },
  { document: 'docs/policy.md', name: 'reasons', markdown: reasonTable() },
  { document: 'docs/keys.md', name: 'algorithms', markdown: algorithmTable() },
  { document: 'docs/threat-model.md', name: 'abuse cases', markdown: abuseCaseTable() },
]
