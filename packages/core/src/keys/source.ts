import type { Algorithm } from './algorithms.ts'
import type { KeyUri } from './key-uri.ts'
import type { PublishedKey } from '../ports.ts'

/** Public keys by their URIs, for verifiers. `wanted` chooses where a key allows several algorithms. */
export type PublicKeySource = (uri: KeyUri, wanted?: Algorithm) => Promise<PublishedKey>
