// cosign as a user runs it, apart from the user's own configuration.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { programOf } from '../tools/table.ts'
import { peerEnvironment } from './server.ts'

const execute = promisify(execFile)

export interface CosignResult {
  readonly ok: boolean
  /** Both streams. */
  readonly output: string
}

/** Runs cosign in `cwd`, which is its home as well. */
export async function cosign(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CosignResult> {
  const environment = peerEnvironment(cwd, { COSIGN_YES: 'true', ...env })
  try {
    const { stdout, stderr } = await execute(programOf('cosign'), args, { cwd, env: environment })
    return { ok: true, output: stdout + stderr }
  } catch (error: any) {
    if (typeof error.code !== 'number') throw error
    return { ok: false, output: `${error.stdout}${error.stderr}` }
  }
}

/** The same, where a failure is none of the answers. */
export async function mustCosign(...call: Parameters<typeof cosign>): Promise<string> {
  const { ok, output } = await cosign(...call)
  if (!ok) throw new Error(`cosign ${call[1].join(' ')}:\n${output}`)
  return output
}
