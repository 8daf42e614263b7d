// What the doctor checks, in which order, and what it leaves alone once another check has failed.
import { describe, expect, test } from '@jest/globals'
import type { ErrorCode } from '@open-claw/core'
import { diagnose, type Finding } from '@open-claw/usecases'
import type { DoctorRequest } from '../../../../packages/usecases/src/doctor/request.ts'
import { REQUEST, signingStep, TIMES, type Place } from '../sign/ports.ts'

const KMS: DoctorRequest = {
  ...REQUEST,
  workspace: '/workspace',
  witnesses: { ...REQUEST.witnesses, certificateAuthority: undefined },
  ambient: false,
  trial: true,
}
const KEYLESS: DoctorRequest = { ...KMS, key: { kind: 'keyless' }, witnesses: REQUEST.witnesses }

interface Examined {
  readonly findings: readonly Finding[]
  /** Check and status, or the code of a failure. */
  readonly shown: readonly string[]
  readonly asked: readonly string[]
}

async function examine(request: DoctorRequest, failing?: Place, code?: ErrorCode): Promise<Examined> {
  const { ports, asked } = signingStep({ failing, code })
  const grant = () => ({ principal: 'the job', permission: 'sign' })
  const findings = await diagnose(request, { ...ports, grant })
  const shown = findings.map((one) => `${one.check} ${one.status === 'failed' ? one.error.code : one.status}`)
  return { findings, shown, asked }
}

describe('the checks come in the order of a signing step', () => {
  test('with a key of a key service', async () => {
    const { shown } = await examine(KMS)
    expect(shown).toEqual(
      ['event', 'identity', 'key', 'signature', 'log', 'timestamp', 'destination'].map((one) => `${one} ok`),
    )
  })
  test('with a key of this step alone, which is forgotten', async () => {
    const { shown, asked } = await examine(KEYLESS)
    expect(shown).toEqual(
      ['event', 'identity', 'certificate', 'timestamp', 'destination'].map((one) => `${one} ok`),
    )
    expect(asked).toContain('drop')
  })
  test('with each of several timestamp authorities', async () => {
    const timestampAuthorities = [TIMES, new URL('https://other.example')]
    const { findings } = await examine({ ...KMS, witnesses: { ...KMS.witnesses, timestampAuthorities } })
    expect(findings.flatMap((one) => ('authority' in one ? [one.authority] : []))).toEqual(
      timestampAuthorities,
    )
  })
})

describe('once a check has failed', () => {
  test('an event that gets no key leaves the key alone', async () => {
    const { shown, asked } = await examine(KMS, 'admit', 'EVENT_REFUSED')
    expect(shown).toEqual(['event EVENT_REFUSED', 'identity ok', 'key skipped', 'destination ok'])
    expect(asked).toEqual(['admit', 'claims', 'check', 'end'])
  })
  test('services that cannot be chosen leave everybody alone', async () => {
    const { certificateAuthority } = REQUEST.witnesses
    const { shown, asked } = await examine({ ...KMS, witnesses: { ...KMS.witnesses, certificateAuthority } })
    expect(shown).toEqual(['event ok', 'identity ok', 'services INPUT_INVALID', 'destination ok'])
    expect(asked).toEqual(['admit', 'claims', 'check', 'end'])
  })
  test('a key that does not open is asked once and signs nothing', async () => {
    const { shown, asked } = await examine(KMS, 'open', 'KEY_NOT_FOUND')
    expect(shown).toEqual([
      'event ok',
      'identity ok',
      'key KEY_NOT_FOUND',
      'signature skipped',
      'timestamp ok',
      'destination ok',
    ])
    expect(asked.filter((one) => one === 'open' || one === 'sign')).toEqual(['open'])
  })
  test('a key that may not sign is explained by what it takes', async () => {
    const { findings } = await examine(KMS, 'sign', 'KEY_FORBIDDEN')
    expect(findings.find(({ check }) => check === 'signature')).toMatchObject({
      status: 'failed',
      forbidden: {
        principal: 'the job',
        permission: 'sign',
        subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
      },
    })
  })
  test('what could not be given back comes last', async () => {
    const { shown } = await examine(KMS, 'end', 'CREDENTIALS_FAILED')
    expect(shown.at(-1)).toBe('session CREDENTIALS_FAILED')
  })
})

describe('no trial is made where none is wanted', () => {
  test.each([
    ['signature', KMS, 'sign'],
    ['certificate', KEYLESS, 'certify'],
  ])('%s', async (check, request, place) => {
    const { shown, asked } = await examine({ ...request, trial: false })
    expect(shown).toContain(`${check} skipped`)
    expect(asked).not.toContain(place)
  })
})

describe('without a job', () => {
  test('the credentials of the machine need none', async () => {
    const { shown } = await examine({ ...KMS, ambient: true }, 'claims', 'OIDC_UNAVAILABLE')
    expect(shown[1]).toBe('identity skipped')
  })
  test('those of a job fail', async () => {
    const { shown } = await examine(KMS, 'claims', 'OIDC_UNAVAILABLE')
    expect(shown[1]).toBe('identity OIDC_UNAVAILABLE')
  })
})
