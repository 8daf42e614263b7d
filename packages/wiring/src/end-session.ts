// The `post` of every action that logs in. `main` itself returns what it borrowed; this is for a main that was
// killed. Only the names of leases were kept, so this logs in again to return them.
import { ClawError, printableText } from '@open-claw/core'
import { sessionInputs } from '@open-claw/inputs'
import { runAction } from './host.ts'
import { ENDED, keyJob } from './key-session.ts'
import { KEY_VENDORS } from './vendors.ts'

await runAction(async (host) => {
  const borrowed = KEY_VENDORS.flatMap(({ keyUri: { scheme }, leaseState = '' }) => {
    const names = host.savedState(leaseState)?.split(' ') ?? []
    return names.map((lease) => ({ scheme, lease }))
  })
  if (borrowed.length === 0 || host.savedState(ENDED) === 'true') return
  const cloud = sessionInputs(host, KEY_VENDORS)
  const job = keyJob(cloud, host, {
    use: 'verify',
    endpoint: undefined,
    identity: host.identity(cloud.oidcIssuer),
    // There is no later process to inform.
    borrowed: () => undefined,
  })
  for (const { scheme, lease } of borrowed) {
    try {
      await cloud.keys.get(scheme)?.access.giveBack?.(lease, job)
    } catch (error) {
      // The step has its result already; a lease that remains lives until it expires.
      if (!(error instanceof ClawError)) throw error
      host.annotate('warning', error.code, printableText(error.message))
    }
  }
})
