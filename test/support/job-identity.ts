import type { IdentityTokens } from '@open-claw/core'
import type { Sandbox } from '@open-claw/sandbox'
import type { TokenDefect } from '../../packages/sandbox/src/services.ts'

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
      return token
    },
  }
}
