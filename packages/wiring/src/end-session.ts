// The `post` of every action that logs in. What `main` borrowed it gives back itself; this is for a main
// that was killed. Only the accessor of the token was kept, so this logs in anew to revoke it.
import { revokeByAccessor } from '@open-claw/vault'
import { annotate, savedState } from '@open-claw/ci'
import { ClawError } from '@open-claw/core'
import { sessionInputs } from '@open-claw/inputs'
import { runAction } from './host.ts'
import { STATE, vaultLoginOptions } from './session.ts'
import { KEY_VENDORS } from './vendors.ts'

await runAction(async (host) => {
  const accessors = savedState(STATE.accessors)?.split(' ') ?? []
  if (accessors.length === 0 || savedState(STATE.ended) === 'true') return
  const cloud = sessionInputs(host, KEY_VENDORS)
  const identity = host.identity(cloud.oidcIssuer)
  for (const accessor of accessors) {
    try {
      await revokeByAccessor(vaultLoginOptions(cloud, identity), accessor)
    } catch (error) {
      // The step has its result already; what is left is a token that lives to its end.
      if (!(error instanceof ClawError)) throw error
      annotate('warning', error.code, error.message)
    }
  }
})
