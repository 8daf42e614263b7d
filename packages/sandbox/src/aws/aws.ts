// AWS KMS and STS.
import type { Part, PartContext } from '../part.ts'

export interface AwsPart extends Part<'awsKmsEndpoint' | 'awsStsEndpoint'> {
  /** Points `alias/NAME` to a key id. Throws NOT_FOUND. */
  repoint(alias: string, key: string): void
}

export async function listenAws(_context: PartContext): Promise<AwsPart> {
  return {
    endpoints: { awsKmsEndpoint: '', awsStsEndpoint: '' },
    listeners: [],
    reset: () => undefined,
    repoint: () => undefined,
  }
}
