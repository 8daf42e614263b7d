// A clock that is wrong: measured by the answer, told in seconds, and corrected where the client can.
import { describe, expect, test } from '@jest/globals'
import { aws, entra, google, sts, vault } from '../../support/cloud-answer-bodies.ts'
import { outcomeOf, type CloudAnswer, type CloudService } from '../../support/cloud-answers.ts'

describe('a clock that is wrong is measured by the answer', () => {
  const late = (service: CloudService, answer: CloudAnswer): readonly [CloudService, CloudAnswer] => [
    service,
    answer,
  ]
  test.each([
    late(
      'aws-kms',
      aws(
        'InvalidSignatureException',
        'Signature not yet current: 20190305T002809Z is still later than 20190304T214315Z',
      ),
    ),
    late('aws-kms', aws('SignatureDoesNotMatch', 'The request signature we calculated does not match')),
    late(
      'aws-sts',
      sts(
        'ExpiredTokenException',
        'Token expired: current date/time 1 must be before the expiration date/time 0',
      ),
    ),
    late('entra', entra(700024, 'Client assertion is not within its valid time range.', 401)),
    late('gcp-sts', google('invalid_grant', 'ID Token issued at 1 is stale to sign-in.')),
    late('vault-login', vault(400, 'error validating token: validation failed, token is expired (exp)')),
  ])('%s, ahead and behind', async (service, answer) => {
    for (const [ahead, side] of [
      [600, 'ahead of'],
      [-900, 'behind'],
    ] as const) {
      const { error, shown } = await outcomeOf(service, answer, ahead)
      expect(error.code).toBe('CLOCK_SKEWED')
      const [, seconds] =
        /clock of this machine is (\d+) s (?:ahead of|behind) that of the service/.exec(shown) ?? []
      expect(shown).toContain(` s ${side} that of the service`)
      expect(Math.abs(Number(seconds) - Math.abs(ahead))).toBeLessThan(3)
      expect(error.remedy).toMatch(/^Set the clock of the runner/)
    }
  })
  test('a date that is none measures nothing', async () => {
    const answer = {
      ...google('invalid_grant', 'ID Token issued at 1 is stale to sign-in.'),
      headers: { date: '2026' },
    }
    const { error, shown } = await outcomeOf('gcp-sts', answer, 600)
    expect(error.code).toBe('CLOCK_SKEWED')
    expect(shown).toContain('may be wrong')
    expect(shown).not.toMatch(/\d+ s /)
  })
})
