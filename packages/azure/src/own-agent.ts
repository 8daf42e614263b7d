// Gives Azure's libraries our agents: by themselves they read the proxy from the environment, and interpret
// NO_PROXY differently.
import type { KeyClientOptions } from '@azure/keyvault-keys'
import { agentsFor } from '@open-claw/net'

export type PipelinePolicy = NonNullable<KeyClientOptions['additionalPolicies']>[number]

/** Returns a policy that sets the agent of each request, whatever the library chose before. */
export function ownAgent(): PipelinePolicy {
  const agentFor = agentsFor()
  return {
    position: 'perRetry',
    policy: {
      name: 'ownAgent',
      sendRequest(request, next) {
        request.agent = agentFor(new URL(request.url))
        return next(request)
      },
    },
  }
}
