// What a line that matches nothing is told, by the mistake that it shows.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ClawError, errorLine } from '@open-claw/core'
import { selectFiles } from '../../../packages/files/src/artifact-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const root = temporaryFolder('absence')
mkdirSync(join(root, 'dist/sub'), { recursive: true })
writeFileSync(join(root, 'dist/a.tgz'), 'a')

async function told(folder: string, pattern: string, input = 'artifacts'): Promise<string> {
  const error: unknown = await selectFiles(folder, [pattern], input).catch((cause: unknown) => cause)
  return error instanceof ClawError ? errorLine(error) : 'no error'
}

test.each<[string, string, RegExp]>([
  ['a typo', 'dist/b.tgz', /workspace\. Correct the pattern, or build the artifact before this step\. h/],
  ['a folder', 'dist', /workspace: it is a folder\. Write "dist\/\*\*" for the files in it\. h/],
  ['a folder with its slash', 'dist/sub/', /it is a folder\. Write "dist\/sub\/\*\*" for/],
  [
    'a list with commas',
    'dist/a.tgz, dist/b.tgz',
    /commas do not part names\. Write each name or pattern on a line/,
  ],
  ['commas without spaces', 'dist/x,dist/y', /commas do not part names/],
  [
    'a list with spaces',
    'dist/a.tgz dist/*.zip',
    /spaces do not part names\. Write each name or pattern on a line/,
  ],
  ['a name with a space', 'dist/My app.tgz', /workspace\. Correct the pattern, or build/],
  ['quotes', '"dist/a.tgz"', /quotes are taken for a part of the name\. Write the name without quotes\. h/],
  ['single quotes', "'dist/*.tgz'", /Write the name without quotes/],
  ['a home', '~/a.tgz', /~ is not the home of anybody here/],
])('%s', async (_, pattern, expected) => {
  const line = await told(root, pattern)
  expect(line).toMatch(/^ARTIFACT_NOT_FOUND: Input artifacts: "/)
  expect(line).toMatch(expected)
  expect(line.match(/Correct the pattern|Write |Put |actions\/checkout/g)).toHaveLength(1)
})

test.each(['dist/a.tgz', 'a, b'])(
  'a workspace without anything in it asks for a checkout: %s',
  async (pattern) => {
    const empty = temporaryFolder('empty')
    expect(await told(empty, pattern)).toMatch(
      /workspace, which is empty\. Check the repository out .*actions\/checkout\. h/,
    )
  },
)

test.each(['policy', 'checksums', 'predicate-path'])('of %s no build is told', async (input) => {
  expect(await told(root, 'deploy/policy.yaml', input)).toMatch(
    /workspace\. Correct the path, which starts at the top of the workspace, or get the file before this step\. h/,
  )
})

test('a file of such a name is found, and nothing is said', async () => {
  for (const name of ['a,b', "'q'", '~x']) {
    writeFileSync(join(root, name), name)
    expect((await selectFiles(root, [name], 'artifacts')).map((file) => file.name)).toEqual([name])
  }
})
