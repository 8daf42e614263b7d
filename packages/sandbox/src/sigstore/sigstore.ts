// Fulcio, an RFC 3161 authority, Rekor v1 and Rekor v2.
import type { Part, PartContext } from '../part.ts'

export interface SigstorePart extends Part<
  'fulcioEndpoint' | 'tsaEndpoint' | 'rekorEndpoint' | 'rekorTilesEndpoint' | 'trustedRoot' | 'signingConfig'
> {
  /** Digits after the second in later timestamps. */
  setFraction(digits: number): void
}

export async function listenSigstore(_context: PartContext): Promise<SigstorePart> {
  return {
    endpoints: {
      fulcioEndpoint: '',
      tsaEndpoint: '',
      rekorEndpoint: '',
      rekorTilesEndpoint: '',
      trustedRoot: '',
      signingConfig: '',
    },
    listeners: [],
    reset: () => undefined,
    setFraction: () => undefined,
  }
}
