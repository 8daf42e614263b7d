// Ports of a signing step that note in which order they are asked.
import { ClawError, type ErrorCode, type Host, type KmsSigningKey } from '@open-claw/core'
import type { SigningPorts, SigningRequest } from '@open-claw/usecases'
import { CLAIMS } from '../../../support/claims.ts'
import { rememberingHost, type Told } from '../../../support/host.ts'
import { KEY_URI, testKey } from '../../../support/keys.ts'
import { testToken } from '../../../support/token.ts'

/** Where a step can be made to fail, or to be let wait. */
export type Place =
  | 'admit'
  | 'open'
  | 'certify'
  | 'probe'
  | 'claims'
  | 'check'
  | 'plan'
  | 'sign'
  | 'put'
  | 'end'

export interface Step {
  readonly ports: SigningPorts
  readonly told: Told
  /** What was asked, in its order. */
  readonly asked: string[]
}

const AUTHORITY = new URL('https://authority.example')
export const TIMES = new URL('https://times.example')

export const REQUEST: Omit<SigningRequest, 'workspace'> = {
  key: { kind: 'kms', uri: KEY_URI, algorithm: undefined },
  witnesses: {
    certificateAuthority: AUTHORITY,
    timestampAuthorities: [TIMES],
    log: undefined,
    logVersion: undefined,
    allowPublicLog: false,
    signingConfig: undefined,
  },
  issuer: new URL('https://token.actions.githubusercontent.com'),
  allowEvents: [],
  sources: { artifacts: ['*'], images: [], checksums: undefined, announced: [] },
  work: { mode: 'statement', predicate: { kind: 'signature' } },
}

type Meet = (place: Place) => Promise<void>

const notingKey = (meet: Meet): KmsSigningKey => {
  const key = testKey()
  return {
    ...key,
    sign: async (request) => {
      await meet('sign')
      return key.sign(request)
    },
  }
}

const host = (asked: string[], admit: () => void): Host & { readonly told: Told } =>
  rememberingHost({
    admitEvent: (allowed) => {
      admit()
      return { name: 'push', widened: false, allowed }
    },
    announce: (subjects) => {
      asked.push(`announce ${subjects.map(({ name }) => name).join(' ')}`)
      return true
    },
    claims: () => () => Promise.resolve(CLAIMS),
  })

const authorities = (asked: string[], meet: Meet): SigningPorts['authorities'] => ({
  certify: async () => {
    await meet('certify')
    const key = { ...notingKey(meet), kind: 'keyless', certificate: Buffer.from('certificate') } as const
    return { key, drop: () => void asked.push('drop') }
  },
  probe: () => meet('probe'),
  witness: () => ({
    check: () => undefined,
    attest: () => Promise.resolve({ timestamps: [], logEntries: [] }),
  }),
})

const evidence = (asked: string[], meet: Meet): SigningPorts['evidence'] => ({
  check: async () => {
    await meet('check')
    return 'here'
  },
  plan: async (planned) => {
    await meet('plan')
    asked.push(...planned.map(({ subjects }) => `planned ${subjects.map(({ name }) => name).join(' ')}`))
  },
  put: async (bundles) => {
    await meet('put')
    return bundles.map((bundle, index) => ({ path: `bundle-${index}`, bundle }))
  },
})

/** A step that fails at `failing` with `code`. `late` is a place that is reached only after a while. */
export function signingStep({
  failing,
  code = 'KMS_FAILED',
  late,
}: { failing?: Place; code?: ErrorCode; late?: Place } = {}): Step {
  const asked: string[] = []
  const note = (place: Place): void => {
    asked.push(place)
    if (place === failing) throw new ClawError(code, `${place} fails.`)
  }
  const meet: Meet = async (place) => {
    if (place === late) await new Promise((resolve) => setTimeout(resolve, 20))
    note(place)
  }
  const own = host(asked, () => note('admit'))
  const ports: SigningPorts = {
    host: own,
    openKeys: (unreturned) => ({
      identity: { mint: () => Promise.resolve(testToken('token')) },
      open: async () => {
        await meet('open')
        return notingKey(meet)
      },
      [Symbol.asyncDispose]: async () => {
        await meet('end').catch((error: unknown) => {
          if (error instanceof ClawError) unreturned(error)
        })
      },
    }),
    authorities: authorities(asked, meet),
    run: { dispatchInputs: () => undefined, details: () => Promise.resolve(undefined) },
    evidence: evidence(asked, meet),
  }
  return { ports, told: own.told, asked }
}
