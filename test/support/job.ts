// A job with a workspace and a sandboxed cloud, for tests that run the committed dist/.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Sandbox } from '@open-claw/sandbox'
import { RunnerJob, type JobOptions, type StepResult } from './runner.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const PROVIDER = 'projects/1/locations/global/workloadIdentityPools/pool/providers/github'
export const KEY =
  'gcpkms://projects/demo/locations/global/keyRings/release/cryptoKeys/ec-sign-p256-sha256/cryptoKeyVersions/1'

export interface TestJob {
  readonly job: RunnerJob
  readonly workspace: string
  readonly put: (name: string, content: string | Uint8Array) => void
  /** Workspace-relative paths of all files. */
  readonly files: () => string[]
}

export function newJob(sandbox: Sandbox, options: Partial<JobOptions> = {}): TestJob {
  const workspace = temporaryFolder('workspace')
  const job = new RunnerJob({
    workspace,
    oidc: { url: sandbox.oidcRequestUrl, token: sandbox.oidcRequestToken },
    ...options,
  })
  return {
    job,
    workspace,
    put: (name, content) => {
      mkdirSync(dirname(join(workspace, name)), { recursive: true })
      writeFileSync(join(workspace, name), content)
    },
    files: () =>
      readdirSync(workspace, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(workspace, name)).isFile())
        .toSorted(),
  }
}

/** Inputs that reach the sandbox as a user reaches a private endpoint. */
export const cloudInputs = (sandbox: Sandbox): Record<string, string> => ({
  'workload-identity-provider': PROVIDER,
  'sts-endpoint': sandbox.stsEndpoint,
  'iam-endpoint': sandbox.iamEndpoint,
  'oidc-issuer': sandbox.oidcIssuer,
})
export const keyInputs = (sandbox: Sandbox): Record<string, string> => ({
  ...cloudInputs(sandbox),
  'key-endpoint': sandbox.kmsEndpoint,
})

/** Everything that a step left behind for others: what it printed except the masks themselves, and every file. */
export function traces({ job, workspace }: TestJob, steps: readonly StepResult[]): string {
  const printed = steps.flatMap(({ rawLog, rawSummary, outputs, env }) => [
    rawLog
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n'),
    rawSummary,
    JSON.stringify(outputs),
    JSON.stringify(env),
  ])
  const files = [workspace, job.temp].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile() && statSync(path).size < 8 * 1024 * 1024)
      .map((path) => `${path}\n${readFileSync(path, 'latin1')}`),
  )
  return [...printed, ...files].join('\n')
}

/** Values that the steps asked to mask. */
export const maskedValues = (steps: readonly StepResult[]): string[] =>
  steps.flatMap(({ rawLog }) => [...rawLog.matchAll(/^::add-mask::(.*)$/gm)].map((match) => match[1] ?? ''))
