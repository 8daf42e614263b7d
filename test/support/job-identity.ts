import type { IdentityTokens } from '@open-claw/core'
import type { Sandbox } from '@open-claw/sandbox'
import type { TokenDefect } from '../../packages/sandbox/src/services.ts'
import { testClock } from './clock.ts'
import { testToken } from './token.ts'

/** ID tokens of the sandbox's job, with the audiences that were asked for and the tokens that were given. */
export interface JobIdentity extends IdentityTokens {
  readonly audiences: string[]
  readonly tokens: string[]
}

/** The identity of the sandbox's job. With `defect` its tokens are wrong in that way. */
export function jobIdentity(sandbox: Sandbox, defect?: TokenDefect): JobIdentity {
  const audiences: string[] = []
  const tokens: string[] = []
  return {
    audiences,
    tokens,
    mint: async (audience) => {
      audiences.push(audience)
      const { token = '' } = await sandbox.control({ op: 'mint', audience, defect })
      tokens.push(token)
      return testToken(token)
    },
  }
}

/** What an exchange of the job's token is given, and what it does with it. */
export interface Exchange {
  readonly identity: JobIdentity
  readonly masked: string[]
  readonly clock: ReturnType<typeof testClock>
  /** The same, as options of an exchange. */
  readonly options: {
    readonly identity: JobIdentity
    readonly mask: (value: string) => void
    readonly clock: ReturnType<typeof testClock>
  }
}

/** An exchange of the token of the sandbox's job, and how it may be watched. */
export function exchange(sandbox: Sandbox, defect?: TokenDefect): Exchange {
  const identity = jobIdentity(sandbox, defect)
  const masked: string[] = []
  const clock = testClock()
  return { identity, masked, clock, options: { identity, mask: (value) => void masked.push(value), clock } }
}

/** What can be wrong with a token that every verifier must see. */
export const TOKEN_DEFECTS = [
  'wrong-audience',
  'wrong-issuer',
  'alg-none',
  'hs256',
  'foreign-kid',
  'expired',
  'not-yet-valid',
] as const satisfies readonly TokenDefect[]
