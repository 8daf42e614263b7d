// JavaScript actions of a few lines, for tests of the harness itself.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RunnerJob, type JobOptions } from './runner.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An action of one file, in a folder of its own. */
export function fixture(main: string, post?: string, postIf?: string): string {
  const folder = temporaryFolder('action')
  const runs = [
    'runs:\n  using: node24\n  main: main.mjs\n',
    post === undefined ? '' : '  post: post.mjs\n',
    postIf === undefined ? '' : `  post-if: "${postIf}"\n`,
  ].join('')
  writeFileSync(
    join(folder, 'action.yml'),
    `name: x\ninputs:\n  with-default:\n    default: d\n  some input:\n    required: true\n${runs}`,
  )
  writeFileSync(join(folder, 'main.mjs'), `import { appendFileSync as put } from 'node:fs'\n${main}`)
  if (post !== undefined) writeFileSync(join(folder, 'post.mjs'), post)
  return folder
}
/** A job with an empty workspace. */
export const job = (options: Partial<JobOptions> = {}): RunnerJob =>
  new RunnerJob({ workspace: temporaryFolder('workspace'), ...options })
/** An action that prints variables as a JSON array. */
export const show = (...names: string[]): string =>
  fixture(`console.log(JSON.stringify([${names.map((name) => `process.env['${name}'] ?? null`).join()}]))`)
