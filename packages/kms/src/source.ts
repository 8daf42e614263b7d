import type { Algorithm, KeyUri, PublishedKey } from '@open-claw/core'

/** Public keys by their URIs, for verifiers. `wanted` chooses where a key allows several algorithms. */
export type PublicKeySource = (uri: KeyUri, wanted?: Algorithm) => Promise<PublishedKey>
