// Scripts in workflows of the documentation, run by the shell that the runner would use.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { blocks, pageText } from './pages.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

interface Step {
  readonly run?: string
}

/** The script of the page that contains `text`. */
function scriptOf(page: string, text: string): string {
  const steps = blocks(pageText(page), 'yaml').flatMap((block): Step[] => {
    const workflow: { steps?: Step[]; jobs?: Record<string, { steps: Step[] }> } = parse(block)
    return workflow.steps ?? Object.values(workflow.jobs ?? {}).flatMap((job) => job.steps)
  })
  const script = steps.find((step) => step.run?.includes(text) === true)?.run
  if (script === undefined) throw new Error(`${page} has no script with ${text}`)
  return script
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function bash(script: string, folder: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], GITHUB_OUTPUT: join(folder, 'output'), ...env },
    },
  )
  return { status, out: stdout + stderr }
}

function release(): string {
  const folder = temporaryFolder('docs')
  mkdirSync(join(folder, 'release'))
  writeFileSync(join(folder, 'release/app.tgz'), 'app')
  writeFileSync(join(folder, 'release/tool.tgz'), 'tool')
  return folder
}

describe('docs/two-jobs.md', () => {
  const page = 'docs/two-jobs.md'
  function hashed(): { folder: string; DIGESTS: string } {
    const folder = release()
    expect(bash(scriptOf(page, 'END_OF_DIGESTS'), folder).status).toBe(0)
    const [, digests = ''] = /^digests<<END_OF_DIGESTS\n([^]*)\nEND_OF_DIGESTS\n$/.exec(
      readFileSync(join(folder, 'output'), 'utf8'),
    ) ?? ['']
    return { folder, DIGESTS: digests }
  }
  test('what was built is what is signed', () => {
    const { folder, DIGESTS } = hashed()
    expect(DIGESTS).toContain(`${sha256('app')}  release/app.tgz`)
    expect(bash(scriptOf(page, '--check'), folder, { DIGESTS }).status).toBe(0)
  })
  test.each([
    ['a file that was replaced', 'release/app.tgz', 'evil', undefined],
    ['no digests', 'release/app.tgz', 'app', ''],
  ])('%s ends the job', (_, name, body, digests) => {
    const { folder, DIGESTS } = hashed()
    writeFileSync(join(folder, name), body)
    expect(bash(scriptOf(page, '--check'), folder, { DIGESTS: digests ?? DIGESTS }).status).not.toBe(0)
  })
})

const hasJq = spawnSync('jq', ['--version']).status === 0
;(hasJq ? describe : describe.skip)('docs/deploying.md', () => {
  const script = scriptOf('docs/deploying.md', 'allowed.sha256')
  const allowed = (text: string): string =>
    JSON.stringify([{ name: 'release/app.tgz', digest: `sha256:${sha256(text)}` }])
  function deployed(digests: string): { status: number | null; out: string } {
    const folder = release()
    writeFileSync(join(folder, 'deploy'), '#!/bin/sh\necho "deployed $1"\n')
    chmodSync(join(folder, 'deploy'), 0o755)
    return bash(script, folder, { DIGESTS: digests })
  }
  test('what the gate allowed is deployed, and nothing else', () => {
    const { status, out } = deployed(allowed('app'))
    expect([status, out.includes('deployed release/app.tgz'), out.includes('tool')]).toEqual([0, true, false])
  })
  test.each([
    ['a file that changed since', allowed('before')],
    ['a gate that was skipped', ''],
    ['nothing allowed', '[]'],
  ])('%s deploys nothing', (_, digests) => {
    const { status, out } = deployed(digests)
    expect([status === 0, out.includes('deployed')]).toEqual([false, false])
  })
})
