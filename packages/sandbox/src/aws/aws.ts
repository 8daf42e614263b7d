// AWS KMS and STS.
import { listenHttp } from '../http.ts'
import type { Part, PartContext } from '../part.ts'
import { jsonError, xmlError } from './failure.ts'
import { createAwsKeys } from './key-store.ts'
import { kmsAwsRoutes } from './kms.ts'
import { createSessions } from './sessions.ts'
import { stsAwsRoutes } from './sts.ts'

/** The open part. */
export interface AwsPart extends Part<'awsKmsEndpoint' | 'awsStsEndpoint'> {
  /** Points `alias/NAME` to a key id. Throws NOT_FOUND. */
  repoint(alias: string, key: string): void
}

/** Opens both services on loopback. KMS accepts only sessions of this STS. */
export async function listenAws({ gateway, issuer }: PartContext): Promise<AwsPart> {
  const keys = createAwsKeys()
  const sessions = createSessions()
  const [kms, sts] = await Promise.all([
    listenHttp(kmsAwsRoutes(keys, sessions), gateway, jsonError),
    listenHttp(stsAwsRoutes(issuer, sessions), gateway, xmlError),
  ])
  return {
    endpoints: { awsKmsEndpoint: kms.url, awsStsEndpoint: sts.url },
    listeners: [kms, sts],
    reset: () => keys.reset(),
    repoint: (alias, key) => keys.repoint(alias, key),
  }
}
