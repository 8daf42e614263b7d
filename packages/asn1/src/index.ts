export { parseTimestampResponse, readHash } from './cms.ts'
export type { SignedTimestampInfo } from './cms.ts'
export {
  DerError,
  Members,
  TAG,
  contextTag,
  encodeDer,
  readBoolean,
  readElements,
  readOid,
  readOne,
  readSmallInteger,
} from './der.ts'
export type { Der } from './der.ts'
export { derSignature } from './ecdsa-signature.ts'
export { SUBJECT_ALTERNATIVE_NAME, checkAuthority, checkEndEntity } from './extensions.ts'
export type { Purpose } from './extensions.ts'
export { isSignedBy, isSignedNow, isStrong } from './signature.ts'
export type { Scheme } from './signature.ts'
export { importPemKey, importRawKey } from './spki.ts'
export { isWithin, parseRfc3339, readGeneralizedTime } from './time.ts'
export type { Period } from './time.ts'
export { isNamedIssuer, issuerClaim, parseCertificate } from './x509.ts'
export type { Certificate } from './x509.ts'
