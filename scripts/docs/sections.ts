// Lists every generated section: tables of the documentation, and the inputs of each action.yml.
import { ALGORITHMS, ERRORS } from '@open-claw/core'
import { keyTable } from '@open-claw/wiring'
import { REASONS } from '@open-claw/policy'
import { EVENTS } from '@open-claw/github'
import { abuseCaseTable } from './abuse-cases.ts'
import { inputsYaml, inputTable } from './action-inputs.ts'
import { ACTIONS, outputTable, readMetadata } from './action-metadata.ts'
import { clientFileTable, clientVariableTable } from './client-inputs.ts'
import { code, table, type Section } from './marked-sections.ts'
import { ROOMS } from '../rooms.ts'

const CROSSES = {
  digest: 'digest',
  message: 'the whole message',
  mu: 'external mu, 64 bytes',
} as const

const actionSections = (): Section[] =>
  ACTIONS.flatMap(({ name, metadata }) => {
    const document = `docs/actions/${name}.md`
    return [
      { document: metadata, name: 'inputs', text: inputsYaml(name) },
      { document, name: 'inputs', text: inputTable(name) },
      { document, name: 'outputs', text: outputTable(readMetadata(metadata)) },
    ]
  })

const REASON_FACTS: Readonly<Record<string, { readonly meaning: string; readonly remedy: string }>> = REASONS

/** Makes one heading for each code: the address in a message leads to its anchor. */
const errorList = (): string =>
  Object.entries(ERRORS)
    .map(([name, { meaning, remedy, exit }]) => {
      const reason = REASON_FACTS[name]
      return [
        `### ${name}`,
        meaning,
        ...(reason === undefined ? [] : [`As a reason of a denial: ${reason.meaning} ${reason.remedy}`]),
        `**What to do:** ${remedy} *Exit ${exit}.*`,
      ].join('\n\n')
    })
    .join('\n\n')

const reasonList = (): string =>
  Object.entries(REASON_FACTS)
    .filter(([name]) => !Object.hasOwn(ERRORS, name))
    .map(([name, { meaning, remedy }]) => `### ${name}\n\n${meaning}\n\n**What to do:** ${remedy}`)
    .join('\n\n')

const reasonTable = (): string =>
  table(
    ['Reason', 'Meaning'],
    Object.entries(REASON_FACTS).map(([name, { meaning }]) => [
      `[${code(name)}](errors.md#${name.toLowerCase()})`,
      meaning,
    ]),
  )

/** The floors from the highest to the lowest, with their rooms. */
const houseTable = (): string =>
  table(
    ['Floor', 'Room', 'What is in it'],
    ROOMS.map(({ name, floor, description }) => [String(floor), code(name), description]),
  )

const STARTED_BY = {
  writers: 'writers',
  head: 'whoever owns the head',
  anyone: 'people without write access too',
} as const

const eventTable = (): string =>
  table(
    ['Event', 'Started by', 'Without `allow-events`', 'Because'],
    Object.entries(EVENTS).map(([name, { startedBy, byDefault, why }]) => [
      code(name),
      STARTED_BY[startedBy],
      byDefault ? 'allowed' : 'refused',
      why,
    ]),
  )

const KEY_ROWS = await keyTable()

const algorithmTable = (): string =>
  table(
    [
      'Service',
      'Kind of key',
      'Algorithm',
      'What crosses',
      'Parameters',
      'Signature arrives as',
      '`PublicKeyDetails`',
      '`mode: per-artifact`',
    ],
    KEY_ROWS.map(({ vendor, kind, algorithm, parameters, encoding }) => {
      const { input, hash, details } = ALGORITHMS[algorithm]
      return [
        vendor,
        code(kind),
        code(algorithm),
        input === 'digest' ? `${hash} ${CROSSES.digest}` : CROSSES[input],
        Object.entries(parameters)
          .map(([name, value]) => code(`${name}=${String(value)}`))
          .join(' '),
        encoding,
        details === null ? 'none' : String(details),
        hash === null ? 'no' : 'yes',
      ]
    }),
  )

/** Makes all sections from the current sources. */
export const sections = (): Section[] => [
  ...actionSections(),
  { document: 'docs/architecture.md', name: 'house', text: houseTable() },
  { document: 'docs/errors.md', name: 'errors', text: errorList() },
  { document: 'docs/errors.md', name: 'denials', text: reasonList() },
  { document: 'docs/policy.md', name: 'reasons', text: reasonTable() },
  { document: 'docs/events.md', name: 'events', text: eventTable() },
  { document: 'docs/keys.md', name: 'algorithms', text: algorithmTable() },
  { document: 'docs/threat-model.md', name: 'abuse cases', text: abuseCaseTable() },
  { document: 'docs/threat-model.md', name: 'client variables', text: clientVariableTable() },
  { document: 'docs/threat-model.md', name: 'client files', text: clientFileTable() },
]
