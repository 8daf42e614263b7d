// What anybody may drop among the bundles, before the gate as committed in dist/.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { linkSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { KEY, keyInputs, newJob } from '../support/job.ts'
import { testSandbox } from '../support/sandbox.ts'

const sandbox = await testSandbox()
const POLICY = stringify({
  apiVersion: 'open-claw/v1',
  kind: 'ArtifactPolicy',
  metadata: { name: 'production' },
  spec: {
    attestors: [{ name: 'release', key: { uri: KEY } }],
    attestations: [
      { name: 'build', predicateType: 'https://slsa.dev/provenance/v1', attestors: ['release'] },
    ],
  },
})

test('abuse cases 45, 54 and 61: dropped files stop no deployment, and the log tells what they took', async () => {
  const job = newJob(sandbox)
  job.put('app', 'app')
  await job.job.step({ action: '.', inputs: { ...keyInputs(sandbox), key: KEY, artifacts: 'app' } })
  const good = readFileSync(join(job.workspace, 'app.provenance.sigstore.json'), 'utf8')
  const at = (name: string): string => join(job.workspace, 'evidence', name)
  job.put('policy.yml', POLICY)
  job.put('evidence/app.sigstore.json', good)
  symlinkSync('/etc/hostname', at('link'))
  symlinkSync('link-to-itself', at('link-to-itself'))
  linkSync(at('app.sigstore.json'), at('another-name'))
  execFileSync('mkfifo', [at('fifo')])
  job.put('evidence/::error::x\u001b[2J\ny', good)
  job.put('evidence/deep', '['.repeat(1_000_000))
  job.put('evidence/wide', `[${'[],'.repeat(2_000_000)}1]`)
  job.put('evidence/long', JSON.stringify({ ...JSON.parse(good), more: 'A'.repeat(8_000_000) }))
  const gate = (bundles: string) =>
    job.job.step({
      action: 'actions/verify-before-deploy',
      inputs: {
        ...keyInputs(sandbox),
        artifacts: 'app',
        bundles,
        policy: 'policy.yml',
        'policy-digest': `sha256:${createHash('sha256').update(POLICY).digest('hex')}`,
      },
    })
  const step = await gate('evidence/*')
  expect(step.annotations).toEqual([])
  expect(step.outputs['verdict']).toBe('allow')
  expect(step.rawLog).toMatch(
    /Evidence: 4 files .*, 1 files equal to others, 1 bundles verified with \d+ of 67108864/,
  )
  const without = await gate('evidence/*\n!evidence/app.sigstore.json\n!evidence/another-name')
  expect([without.exitCode, without.outputs]).toEqual([1, {}])
  expect(without.annotations).toMatchObject([{ title: 'DENIED' }])
})
