export type { ClientReads, Fate, VendorClientReads } from './client-reads.ts'
export { ClawError, ERRORS } from './errors/claw-error.ts'
export type { ErrorCode } from './errors/claw-error.ts'
export { errorAddress, errorLine, toldError } from './errors/error-line.ts'
export { systemCode } from './errors/system-code.ts'
export { decodeBase64 } from './formats/base64.ts'
export { parseBundles } from './formats/bundle-file.ts'
export type { ReadBundle } from './formats/bundle-file.ts'
export { MAX_BUNDLE_BYTES, parseBundle } from './formats/bundle.ts'
export type { SigstoreBundle } from './formats/bundle.ts'
export { checksumsText, parseChecksums } from './formats/checksums.ts'
export type { ListedDigest } from './formats/checksums.ts'
export { crc32c } from './formats/crc32c.ts'
export { FILE_HASHES, digestSet } from './formats/digest-set.ts'
export type { Digests, FileHash, HexDigest } from './formats/digest-set.ts'
export { PAE_PREFIX, preAuthEncoding } from './formats/dsse.ts'
export { isCommit, isRef, isRepository } from './formats/git-names.ts'
export { jsonLines } from './formats/json-lines.ts'
export { MAX_JSON_BYTES, isJsonObject, parseJson } from './formats/json.ts'
export { MAX_MATERIAL_BYTES } from './formats/limits.ts'
export { decodePem, encodePem } from './formats/pem.ts'
export { isPrintable, line, printable, printableText } from './formats/printable.ts'
export type { Printable } from './formats/printable.ts'
export {
  Base64Bytes,
  MaterialBytes,
  ShortText,
  decodedText,
  exactObject,
  optionalField,
} from './formats/schemas.ts'
export { parseSha256, sha256FromBytes } from './formats/sha256.ts'
export type { Sha256 } from './formats/sha256.ts'
export type { SignedBundle } from './formats/signed-bundle.ts'
export { SIGNATURE_PREDICATE_TYPE, SLSA_PROVENANCE_TYPE, parseStatement } from './formats/statement.ts'
export type { Predicate } from './formats/statement.ts'
export {
  MAX_SUBJECTS,
  checkSubjectName,
  checkSubjects,
  parseImage,
  requiredSha256,
  subjectDigests,
} from './formats/subject.ts'
export type { Subject } from './formats/subject.ts'
export { Token, bearer } from './formats/token.ts'
export type { Mask } from './formats/token.ts'
export { isUri } from './formats/uri.ts'
export { parseWorkflowRef } from './formats/workflow-ref.ts'
export type {
  AnonymousHost,
  ClaimSource,
  Host,
  HostAnswers,
  HostIdentity,
  HostProcess,
  HostRun,
  Variables,
} from './host.ts'
export { parsedInput, requiredInput } from './input-fact.ts'
export type {
  CredentialFact,
  CredentialSet,
  GivenInput,
  InputCondition,
  InputFact,
  InputNeed,
} from './input-fact.ts'
export type { AdmittedEvent, AnnouncedSubject, JobClaims, RunEvent, RunFacts, RunnerFacts } from './job.ts'
export { ALGORITHMS } from './keys/algorithms.ts'
export type { Algorithm, CheckedAlgorithm, HashName, SignatureInput } from './keys/algorithms.ts'
export { chooseAlgorithm, digestFor } from './keys/choice.ts'
export { externalMu } from './keys/external-mu.ts'
export { keyScheme, keyUriParts, keyUris, listedSchemes } from './keys/key-uri.ts'
export type { KeyUri, KeyUriGrammar, KeyUris, PinnedKeyUri } from './keys/key-uri.ts'
export {
  arrivesAs,
  credentialsMissing,
  nothingBorrowed,
  onFirstUse,
  permissionText,
  signingKey,
} from './keys/key-vendor.ts'
export type {
  KeyAccess,
  KeyClient,
  KeyJob,
  KeyPermission,
  KeyRow,
  KeyUse,
  KeyVendor,
  SigningGrant,
  VendorAccess,
} from './keys/key-vendor.ts'
export { fitsAlgorithm, isAlgorithm, publicKeyId, trustedKey } from './keys/public-key.ts'
export type { TrustedKey } from './keys/public-key.ts'
export { verifyDigest } from './keys/signature.ts'
export type { CheckedKey } from './keys/signature.ts'
export type { PublicKeySource } from './keys/source.ts'
export { keyName, requestHeaders } from './ports.ts'
export type {
  AccessToken,
  AccessTokens,
  Clock,
  EvidenceDocument,
  EvidenceStore,
  IdentityTokens,
  KeyService,
  KeylessSigningKey,
  KmsSigningKey,
  PlannedBundle,
  PublishedKey,
  RefusedDocument,
  RequestHeaders,
  SignRequest,
  SignedContent,
  SigningKey,
  StoredBundle,
  Witness,
} from './ports.ts'
export type { RunScript, Script, Shell, TakeOutput } from './script.ts'
export { blobHash, signBlobs } from './sign/blobs.ts'
export { customPredicate } from './sign/custom-predicate.ts'
export { slsaProvenance } from './sign/provenance.ts'
export type { RunDetails } from './sign/provenance.ts'
export { signMessage } from './sign/signer.ts'
export { signStatements, splitSubjects } from './sign/statements.ts'
export { bundleClaims } from './verify/claims.ts'
export type { BundleClaims } from './verify/claims.ts'
export { PROVENANCE_TYPES } from './verify/provenance-facts.ts'
export type { ProvenanceFacts } from './verify/provenance-facts.ts'
export {
  hashesToCompare,
  hashesToConfirm,
  knownArtifacts,
  matchSubjects,
  mayBeAbout,
} from './verify/subject-match.ts'
export type { KnownArtifacts, SubjectIndex } from './verify/subject-match.ts'
export type {
  CertificateIdentity,
  CertifiedSigner,
  TrustedRoots,
  TrustedTime,
  WitnessFacts,
} from './verify/trusted-roots.ts'
export { MAX_TRIED, verificationWork } from './verify/verification-work.ts'
export { verifyBundle } from './verify/verify-bundle.ts'
export type { EvidenceFacts, Trust, VerifiedSigner } from './verify/verify-bundle.ts'
