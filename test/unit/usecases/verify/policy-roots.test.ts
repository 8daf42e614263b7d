// Trusted roots in files of the workspace, as the tools that print them leave them.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parseBundle, verifyBundle } from '@open-claw/core'
import { systemClock } from '@open-claw/net'
import { policyRoots } from '../../../../packages/usecases/src/verify/policy-roots.ts'
import { codeOf } from '../../../support/errors.ts'
import { edit, parsePolicy } from '../../../support/policies.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { bundleJson, rootJson } from '../../sigstore/verify-world.ts'

async function rootsIn(text: string) {
  const folder = temporaryFolder('roots')
  writeFileSync(join(folder, 'roots.json'), text)
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
  const policy = await parsePolicy(
    edit((json) => (json['spec'].trustedRoots = [{ path: 'roots.json', digest }])),
  )
  return policyRoots(policy, { workspace: folder, keys: [], clock: systemClock })
}
const kindOf = async (text: string) => {
  const bundle = parseBundle(Buffer.from(JSON.stringify(bundleJson())), 'bundle.json')
  return (await verifyBundle(bundle, { keys: [], roots: await rootsIn(text) })).signer.kind
}

const authorities = { ...rootJson(), tlogs: [], timestampAuthorities: [] }
const witnesses = { ...rootJson(), certificateAuthorities: [], ctlogs: [] }
const lines = (...roots: readonly unknown[]): string =>
  roots.map((one) => `${JSON.stringify(one)}\n`).join('')

describe('a pinned file of trusted roots', () => {
  test.each([
    ['one', lines(rootJson())],
    ['one over several lines', JSON.stringify(rootJson(), undefined, 2)],
    ['one a line, as gh prints them', lines(authorities, witnesses)],
    ['one, with a byte order mark', `\ufeff${lines(rootJson())}`],
    ['one a line, with a byte order mark', `\ufeff${lines(authorities, witnesses)}`],
    ['one a line, as Windows writes them', lines(authorities, witnesses).replaceAll('\n', '\r\n')],
  ])('is read: %s', async (_, text) => {
    expect(await kindOf(text)).toBe('certificate')
  })

  test.each([
    ['a line that is no root', lines(authorities, {})],
    ['a line that is no JSON', `${lines(authorities, witnesses)}x\n`],
    ['two on one line', lines(authorities, witnesses).replace('\n', '')],
    ['a list', JSON.stringify([authorities, witnesses])],
    ['nothing', '\n'],
  ])('is refused whole with %s', async (_, text) => {
    expect(await codeOf(() => rootsIn(text))).toBe('TRUSTED_ROOT_INVALID')
  })
})
