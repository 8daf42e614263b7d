// Inputs of authentication that lead nowhere: what they are given to must not need a cloud.
import { parseEndpoint } from '@open-claw/net'
import type { CloudInputs } from '@open-claw/inputs'

const NOWHERE = parseEndpoint('http://127.0.0.1:1', 't')

export const NO_CLOUD: CloudInputs = {
  credentials: 'workload-identity',
  oidcIssuer: NOWHERE,
  keyEndpoint: undefined,
  keys: new Map(),
  google: { provider: undefined, serviceAccount: undefined, stsEndpoint: NOWHERE, iamEndpoint: NOWHERE },
  aws: { role: undefined, region: undefined, stsEndpoint: undefined, audience: undefined },
  azure: { tenantId: undefined, clientId: undefined, loginEndpoint: undefined },
  vault: {
    address: undefined,
    namespace: undefined,
    role: undefined,
    authPath: 'jwt',
    transitPath: 'transit',
    audience: undefined,
    tls: {},
  },
}
