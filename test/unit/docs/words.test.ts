// Codes, names and limits that the prose mentions.
import { describe, expect, test } from '@jest/globals'
import { ERRORS, MAX_SUBJECTS, SIGNATURE_PREDICATE_TYPE } from '@open-claw/core'
import { MAX_SUBJECTS_PER_STATEMENT } from '../../../packages/core/src/formats/subject.ts'
import { CLIENT_READS, keyTable } from '@open-claw/wiring'
import { REASONS } from '@open-claw/policy'
import { ACTIONS, readMetadata } from '../../../scripts/docs/action-metadata.ts'
import { PAGES, pageText } from './pages.ts'

const KEY_TABLE = await keyTable()

/** Variables of the runner, of Node.js, of the loader, of bash, of Vault, of git and Maven, of terminals, and of our own tests, beside those of the clients. */
const VARIABLE =
  /^(?:GITHUB|ACTIONS|RUNNER|NODE|OPEN_CLAW|LD|OPENSSL|VAULT|BAO|GIT|MAVEN)_|^(?:NO|FORCE)_COLOR$|^BASH_ENV$/
const CLIENTS: ReadonlySet<string> = new Set(
  CLIENT_READS.flatMap(({ variables }) => variables.flatMap(({ names }) => names)),
)
const CODES: ReadonlySet<string> = new Set([
  ...Object.keys(ERRORS),
  ...Object.keys(REASONS),
  ...KEY_TABLE.map(({ kind }) => kind),
])
/** Named as refused. */
const REFUSED_ALGORITHM = 'PQ_SIGN_HASH_SLH_DSA_SHA2_128S_SHA256'

const strangers = (text: string): string[] =>
  [...text.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => !CODES.has(name) && !VARIABLE.test(name) && !CLIENTS.has(name))
    .filter((name) => name !== REFUSED_ALGORITHM)

const OURS = [...PAGES].filter(([path]) => !path.startsWith('packages/'))

describe('codes', () => {
  test.each(OURS)('%s names only codes that exist', (_, text) => {
    expect(strangers(text)).toEqual([])
  })
  test.each(['`BUNDLE_MALFORMED`', '`EVIDENCE_EXIST`', '`EC_SIGN_P256_SHA512`'])(
    '%s is a stranger',
    (text) => {
      expect(strangers(text)).toHaveLength(1)
    },
  )
})

describe('inputs and outputs', () => {
  // `name: value` in the prose of an action's page.
  test.each(ACTIONS.map(({ name, metadata }) => [name, metadata] as const))('%s', (name, metadata) => {
    const { inputs, outputs } = readMetadata(metadata)
    const known = new Set([
      ...Object.keys(inputs),
      ...Object.keys(outputs),
      'isolation',
      'id-token',
      'contents',
      'actions',
    ])
    const named = [...pageText(`docs/actions/${name}.md`).matchAll(/`([a-z]+(?:-[a-z]+)*): [^`]+`/g)]
    const wrong = named.map(([, input = '']) => input).filter((input) => !known.has(input))
    // Grammar of references and of destinations has a colon as well.
    expect(wrong.filter((input) => input !== 'file')).toEqual([])
  })
})

describe('limits', () => {
  const grouped = (limit: number): string => limit.toLocaleString('en-US')
  const page = pageText('docs/actions/sign-and-attest.md')
  test('of subjects', () => {
    expect(page).toContain(`Over ${grouped(MAX_SUBJECTS_PER_STATEMENT)} subjects`)
    expect(page).toContain(`at most ${grouped(MAX_SUBJECTS)} subjects`)
  })
  test('the predicate type of a signature', () => {
    expect(pageText('docs/actions/sign-artifact.md')).toContain(`\`${SIGNATURE_PREDICATE_TYPE}\``)
  })
})
