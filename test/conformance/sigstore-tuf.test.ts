// Real TUF repositories: every step until they end must succeed.
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, test } from '@jest/globals'
import { tufTrustedRoot } from '@open-claw/sigstore'
import { testClock } from '../support/clock.ts'
import { refusal } from '../support/errors.ts'
import { describeWithOracles, oraclePath } from '../support/oracles.ts'
import { serveRepository, type RepositoryServer } from '../unit/sigstore/roots-tuf-repository.ts'

const servers: RepositoryServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]()
})

describeWithOracles('TUF repositories of other projects', () => {
  async function askOf(name: string, first: string) {
    const folder = oraclePath(`tuf/${name}`)
    const files = new Map(
      readdirSync(`${folder}/metadata`).map((file) => [
        `/${file}`,
        readFileSync(`${folder}/metadata/${file}`),
      ]),
    )
    const server = await serveRepository(files)
    servers.push(server)
    const root = readFileSync(`${folder}/${first}`)
    const error = await refusal(() => tufTrustedRoot({ mirror: server.mirror, root, clock: testClock() }))
    return { error, asked: server.asked }
  }

  test.each([5, 8, 11, 12])(
    'root %d of Sigstore leads to the last one, and to a timestamp that is over',
    async (start) => {
      const { error, asked } = await askOf('sigstore-root-signing', `metadata/${start}.root.json`)
      expect(error).toMatchObject({ code: 'TRUSTED_ROOT_UNAVAILABLE' })
      expect(error.message).toContain('ExpiredMetadataError')
      const roots = Array.from({ length: 13 - start }, (_, index) => `/${start + 1 + index}.root.json`)
      expect(asked.slice(0, -1)).toEqual(roots)
    },
  )

  test('a repository of tuf-on-ci is followed to its targets, and has no trusted root', async () => {
    const { error, asked } = await askOf('tuf-on-ci-0.11', 'initial_root.json')
    expect(error).toMatchObject({ code: 'TRUSTED_ROOT_UNAVAILABLE' })
    expect(error.message).toContain('has no trusted_root.json')
    expect(asked.at(-1)).toMatch(/targets\.json$/)
  })
})
