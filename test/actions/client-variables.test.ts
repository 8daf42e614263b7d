// The tables of what bundled clients read, compared with the clients as they are in dist/: a new version that
// reads another variable fails here until somebody has decided about it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { CLIENT_READS } from '@open-claw/wiring'

const CLIENT_VARIABLES = CLIENT_READS.flatMap(({ variables }) => variables)
const CLIENT_FILES = CLIENT_READS.flatMap(({ files }) => files)

const DIST = 'dist'
/** `process.env.X`, `env["X"]`, and constants that look like a variable of one of the clients. */
const READ =
  /\benv\??\.([A-Za-z_][A-Za-z0-9_]*)|\benv\[\s*["'`]([A-Za-z_][A-Za-z0-9_]*)["'`]\s*\]|["'`]((?:AWS|AZURE|BAO|CLOUDSDK|CLOUD_RUN|FUNCTION|GAE|GCE|GCLOUD|GOOGLE|GRPC|IDENTITY|IMDS|K|MSAL|MSI|NODE|REGION|VAULT|XDG)_[A-Z0-9_]+)["'`]/g

/** Constants of the APIs, names of fields, and variables that a client sets for a program that it no longer runs. */
const NO_VARIABLES =
  /^(?:AWS_CLOUDHSM|AWS_KMS|GOOGLE_(?:INITIATED|RESPONSE|SYMMETRIC)_\w+|GOOGLE_EXTERNAL_ACCOUNT_(?!ALLOW)\w+|js|nodeEnables)$/
/** What an action is told by the runner and what a process needs; no client is led anywhere by it. */
const HARMLESS =
  /^(?:(?:ACTIONS|GITHUB|RUNNER|INPUT|STATE)_|(?:CI|PATH|PATHEXT|COMSPEC|SYSTEMROOT|TERM|COLORTERM|NO_COLOR|FORCE_COLOR)$)/

const inTable = (name: string): boolean =>
  CLIENT_VARIABLES.flatMap(({ names }): readonly string[] => names).some((known) =>
    known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known,
  )

const chunks = readdirSync(DIST).filter((name) => /^vendor-.*\.mjs$/.test(name))
const textOf = (chunk: string): string => readFileSync(join(DIST, chunk), 'utf8')

describe('what the bundled clients read', () => {
  test('variables are in the table, each of them', () => {
    const found = chunks.flatMap((chunk) =>
      [...textOf(chunk).matchAll(READ)].map(([, dotted, bracketed, constant]) =>
        String(dotted ?? bracketed ?? constant),
      ),
    )
    expect(found.length).toBeGreaterThan(100)
    const unknown = found.filter(
      (name) =>
        !NO_VARIABLES.test(name) && !HARMLESS.test(name.toUpperCase()) && !inTable(name.toUpperCase()),
    )
    expect([...new Set(unknown)]).toEqual([])
  })

  test('files of the home are in the table, each of them', () => {
    const folders = new Set(
      chunks.flatMap((chunk) =>
        [...textOf(chunk).matchAll(/["'`](\.(?:aws|azure|config|secureConnect)|gcloud)["'`]/g)].map(
          ([, folder]) => String(folder),
        ),
      ),
    )
    const listed = CLIENT_FILES.map(({ path }) => path).join(' ')
    expect([...folders].filter((folder) => !listed.includes(`${folder}/`) && folder !== '.config')).toEqual(
      [],
    )
    expect(folders.size).toBeGreaterThan(2)
  })

  test.each(['host', 'trust', 'transport', 'program'] as const)(
    'what decides the %s alone is given back to nobody',
    (decided) => {
      const rows = CLIENT_VARIABLES.filter(({ decides }) => decides.every((one) => one === decided))
      expect(rows.filter(({ fate }) => fate === 'ambient')).toEqual([])
    },
  )
})
