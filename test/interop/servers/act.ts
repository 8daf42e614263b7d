// act, which runs workflows on this machine as GitHub would: our actions in a repository of their own.
import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { programOf } from '../tools/table.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { peerEnvironment } from './server.ts'

const execute = promisify(execFile)
const ROOT = resolve(import.meta.dirname, '../../..')
/** What a workflow needs of ours, in the folder that its `uses:` names. */
const SHIPPED = ['action.yml', 'actions', 'dist'] as const
export const ACTIONS = './open-claw'
/** As the token of the sandbox has it. */
const REPOSITORY_ID = '456789'

export interface ActResult {
  readonly ok: boolean
  readonly log: string
}

function git(cwd: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...identity, ...args], { cwd, stdio: 'ignore', env: peerEnvironment(cwd) })
}

/** A repository with `files`, our actions and one commit. */
export function createRepository(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder('interop-act')
  for (const name of SHIPPED) cpSync(join(ROOT, name), join(folder, ACTIONS, name), { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'remote', 'add', 'origin', 'https://github.com/octo-org/octo-repo.git')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message=all')
  return folder
}

/** The commit that HEAD names. */
export const headOf = (repository: string): string =>
  execFileSync('git', ['rev-parse', 'HEAD'], { cwd: repository, env: peerEnvironment(repository) })
    .toString()
    .trim()

/**
 * The event of a push to main, as GitHub writes it. act makes up one that holds next to nothing, and sets no
 * id of the repository.
 */
function pushEvent(repository: string): string {
  const id = headOf(repository)
  return JSON.stringify({
    ref: 'refs/heads/main',
    before: '0'.repeat(40),
    after: id,
    forced: false,
    head_commit: { id, message: 'all' },
    repository: { id: Number(REPOSITORY_ID), full_name: 'octo-org/octo-repo', default_branch: 'main' },
  })
}

/** Runs the workflows of `repository` for a push, on this machine and without containers. */
export async function act(
  repository: string,
  variables: Readonly<Record<string, string>>,
): Promise<ActResult> {
  const home = temporaryFolder('interop-act-home')
  writeFileSync(join(home, 'event.json'), pushEvent(repository))
  const given = Object.entries({ ...variables, GITHUB_REPOSITORY_ID: REPOSITORY_ID }).flatMap(
    ([name, value]) => ['--env', `${name}=${value}`],
  )
  const event = ['push', '--eventpath', join(home, 'event.json')]
  const args = [...event, '--platform', 'ubuntu-latest=-self-hosted', '--pull=false', ...given]
  // The first `node` of the path runs the actions, whatever they ask for.
  const env = { ...peerEnvironment(home), PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` }
  try {
    const { stdout, stderr } = await execute(programOf('act'), args, {
      cwd: repository,
      env,
      maxBuffer: 2 ** 26,
    })
    return { ok: true, log: stdout + stderr }
  } catch (error: any) {
    if (typeof error.code !== 'number') throw error
    return { ok: false, log: `${error.stdout}${error.stderr}` }
  }
}
