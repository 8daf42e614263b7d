// Fulcio with an authority in memory, which certifies jobs of the sandbox's issuer as the public one certifies GitHub's.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sandbox } from '@open-claw/sandbox'
import { stringify } from 'yaml'
import { programOf } from '../tools/table.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { freePorts, startServer, type Server } from './server.ts'

export interface FulcioServer extends Server {
  readonly url: string
  /** PEM of its certificates, leaf first. */
  readonly chain: string
}

/** `extension-templates` of the public instance (fulcio, config/identity/config.yaml). */
const EXTENSIONS = {
  'github-workflow-trigger': 'event_name',
  'github-workflow-sha': 'sha',
  'github-workflow-name': 'workflow',
  'github-workflow-repository': 'repository',
  'github-workflow-ref': 'ref',
  'build-signer-uri': '{{ .url }}/{{ .job_workflow_ref }}',
  'build-signer-digest': 'job_workflow_sha',
  'runner-environment': 'runner_environment',
  'source-repository-uri': '{{ .url }}/{{ .repository }}',
  'source-repository-digest': 'sha',
  'source-repository-ref': 'ref',
  'source-repository-identifier': 'repository_id',
  'source-repository-owner-uri': '{{ .url }}/{{ .repository_owner }}',
  'source-repository-owner-identifier': 'repository_owner_id',
  'build-config-uri': '{{ .url }}/{{ .workflow_ref }}',
  'build-config-digest': 'workflow_sha',
  'build-trigger': 'event_name',
  'run-invocation-uri': '{{ .url }}/{{ .repository }}/actions/runs/{{ .run_id }}/attempts/{{ .run_attempt }}',
  'source-repository-visibility-at-signing': 'repository_visibility',
}

const configuration = (issuer: string): string =>
  stringify({
    'oidc-issuers': {
      [issuer]: {
        'issuer-url': issuer,
        'client-id': 'sigstore',
        type: 'ci-provider',
        'ci-provider': 'github-workflow',
      },
    },
    'ci-issuer-metadata': {
      'github-workflow': {
        // The issuer stands for the server, as on GitHub Enterprise: provenance and certificate name one server.
        'default-template-values': { url: issuer },
        'extension-templates': EXTENSIONS,
        'subject-alternative-name-template': '{{ .url }}/{{ .job_workflow_ref }}',
      },
    },
  })

async function chainOf(url: string): Promise<string> {
  const response = await fetch(`${url}/api/v2/trustBundle`)
  const { chains }: any = await response.json()
  return chains[0].certificates.map((pem: string) => `${pem.trim()}\n`).join('')
}

export async function startFulcio({ oidcIssuer }: Sandbox): Promise<FulcioServer> {
  const [port = 0, grpc = 0, metrics = 0] = await freePorts(3)
  const url = `http://127.0.0.1:${port}`
  const folder = temporaryFolder('interop-fulcio')
  const config = join(folder, 'fulcio.yaml')
  writeFileSync(config, configuration(oidcIssuer))
  const { stop } = await startServer({
    program: programOf('fulcio'),
    args: [
      'serve',
      '--host=127.0.0.1',
      `--port=${port}`,
      '--grpc-host=127.0.0.1',
      `--grpc-port=${grpc}`,
      `--metrics-port=${metrics}`,
      // Its default is one name for the whole machine, so that two could not run side by side.
      `--legacy-unix-domain-socket=${join(folder, 'grpc.sock')}`,
      '--ca=ephemeralca',
      // No certificate transparency: verifiers are told that there is none.
      '--ct-log-url=',
      `--config-path=${config}`,
    ],
    folder,
    readyUrl: `${url}/api/v2/trustBundle`,
  })
  return { url, chain: await chainOf(url), stop }
}
