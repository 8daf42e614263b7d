// The way to the network for the libraries of Azure, which read the proxy from the environment, and NO_PROXY
// in a way of their own.
import type { KeyClientOptions } from '@azure/keyvault-keys'
import { agentsFor } from '@open-claw/net'

export type PipelinePolicy = NonNullable<KeyClientOptions['additionalPolicies']>[number]

/** Sets the agent of each request, whatever a policy of the library chose before. */
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
