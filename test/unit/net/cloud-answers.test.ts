// Answers whose cause is not a permission, from real use: the message names the cause and what mends it.
import { expect, test } from '@jest/globals'
import { outcomeOf, TOKEN, type CloudAnswer, type CloudService } from '../../support/cloud-answers.ts'
import { errorInfo, rpc } from '../../support/cloud-answer-bodies.ts'
import { caseBytes, caseJson, describeWithCases } from '../../support/cases.ts'

const textOf = (name: string): string => caseBytes(`22-answers/${name}`)?.toString('utf8') ?? ''

/** `details "…"` of a description in words. */
const detailsIn = (name: string): string => /details "([^"]*)"/.exec(textOf(name))?.[1] ?? ''

/** What is shown, with the code and whether it was asked again. */
async function told(service: CloudService, answer: CloudAnswer): Promise<[string, boolean, string]> {
  const { error, shown, retried } = await outcomeOf(service, answer)
  expect(`${shown} ${String(error.cause)}`).not.toContain(TOKEN)
  return [error.code, retried, shown]
}
const says = (pattern: RegExp): unknown => expect.stringMatching(pattern)

describeWithCases('situations from real use', () => {
  test('a key that is being generated is asked for again', async () => {
    const answer = rpc('FAILED_PRECONDITION', `projects/p ${detailsIn('gcp-pending-generation.txt')}`)
    expect(await told('gcp-kms', answer)).toEqual([
      'KEY_UNUSABLE',
      true,
      says(/FAILED_PRECONDITION.*still being generated.*Run again in a few minutes/),
    ])
  })
  test.each(['gcp-secret-manager', 'gcp-kms'] as const)('an API that is off, of %s', async (service) => {
    const details = detailsIn('gcp-service-disabled.txt')
    const answer = rpc('PERMISSION_DENIED', details, errorInfo('SERVICE_DISABLED'))
    expect(await told(service, answer)).toEqual([
      'SERVICE_REFUSED',
      false,
      says(/SERVICE_DISABLED.*project 123456789012.*Enable the API/),
    ])
  })
  test('a firewall', async () => {
    const answer = { status: 403, body: caseJson('22-answers/azure-firewall-403.json') }
    expect(await told('azure-key-vault', answer)).toEqual([
      'SERVICE_REFUSED',
      false,
      says(/ForbiddenByFirewall.*Allow the address of the runner/),
    ])
  })
  test('a clock', async () => {
    const answer = {
      status: 400,
      headers: { date: 'Sun, 29 Nov 2020 08:10:00 GMT' },
      body: caseJson('22-answers/kms-clock-400.json'),
    }
    expect(await told('aws-kms', answer)).toEqual([
      'CLOCK_SKEWED',
      true,
      says(/InvalidSignatureException.*clock of this machine is \d+ s ahead of.*NTP/),
    ])
  })
  test.each(['vault-login', 'vault-transit'] as const)('a standby server, to %s', async (service) => {
    const [, status = '', location = ''] =
      /^HTTP\/1.1 (\d+)[^]*Location: (\S+)/.exec(textOf('vault-standby.txt')) ?? []
    const answer = { status: Number(status), headers: { location }, body: '' }
    expect(await told(service, answer)).toEqual([
      'SERVICE_REFUSED',
      false,
      says(/status 307.*standby.*active\.vault\.example:8200.*Set vault-address/),
    ])
  })
})
