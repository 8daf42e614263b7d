export { ALGORITHMS } from './algorithms.ts'
export type { Algorithm, CheckedAlgorithm, HashName, SignatureInput } from './algorithms.ts'
export { findFiles, selectFile, selectFiles, subjectNameOf } from './artifact-files.ts'
export type { ArtifactFile, RefusedFile } from './artifact-files.ts'
export { decodeBase64 } from './base64.ts'
export { boundedBytes } from './bounded-bytes.ts'
export { MAX_BUNDLE_BYTES, parseBundle } from './bundle.ts'
export { MAX_BUNDLES_PER_FILE, parseBundles } from './bundle-file.ts'
export type { ReadBundle } from './bundle-file.ts'
export type { BundleContent, BundleSigner, SigstoreBundle } from './bundle.ts'
export { checksumsText, parseChecksums } from './checksums.ts'
export { crc32c } from './crc32c.ts'
export { isFileHash } from './digest-set.ts'
export type { FileHash } from './digest-set.ts'
export { hashDeployment, selectDeployment } from './deployment.ts'
export { digestFile, readFailure } from './digest.ts'
export type { Digests } from './digest.ts'
export { digestFiles } from './digest-pool.ts'
export { readDocument } from './document.ts'
export { preAuthEncoding } from './dsse.ts'
export { clockSkew } from './clock-skew.ts'
export { isLoopback, parseEndpoint } from './endpoint.ts'
export { errorAddress, errorLine, toldError } from './error-line.ts'
export { ClawError, ERRORS } from './errors.ts'
export type { ErrorCode } from './errors.ts'
export { externalMu } from './external-mu.ts'
export { agentsFor, connectionWord, httpClient, HttpFailure, tlsAgent } from './http-client.ts'
export { CONNECTION_CAUSES } from './connection-causes.ts'
export { checkProxy, grpcProxyOption, proxyFor } from './proxy.ts'
export type { HttpAnswer, HttpClient, HttpRequest, TlsOptions } from './http-client.ts'
export type { AnnouncedSubject, JobClaims, RunnerFacts } from './job.ts'
export { GOOGLE_CAUSES, googleReasons, googleRetryDelay } from './google-causes.ts'
export { causeOf } from './known-cause.ts'
export type { Answered, KnownCause, ToldCause } from './known-cause.ts'
export { standbyOf, VAULT_SERVER_CAUSES } from './vault-causes.ts'
export { isJsonObject, MAX_JSON_BYTES, MAX_JSON_NODES, parseJson } from './json.ts'
export { jsonLines } from './json-lines.ts'
export {
  awsKeyName,
  azureKeyName,
  gcpKeyName,
  isPinned,
  KEYLESS,
  keyScheme,
  nearKeyUri,
  parseKeyUri,
  vaultKeyName,
} from './key-uri.ts'
export type { AwsKeyName, AzureKeyName, GcpKeyName, KeyScheme, KeyUri, VaultKeyName } from './key-uri.ts'
export { MAX_MATERIAL_BYTES } from './limits.ts'
export { maskingOnce } from './masking-once.ts'
export { isExampleKey } from './near-key-uri.ts'
export { decodePem } from './pem.ts'
export { requestHeaders, systemClock } from './ports.ts'
export type {
  AccessToken,
  AccessTokens,
  Clock,
  IdentityTokens,
  KeyService,
  Mask,
  RequestHeaders,
  PublishedKey,
  SessionCredentials,
  SessionTokens,
  SigningKey,
  SignedContent,
  SignRequest,
  Witness,
  WitnessMaterial,
} from './ports.ts'
export { isPrintable, printable, printableText } from './printable.ts'
export { PROVENANCE_TYPES } from './provenance-facts.ts'
export type { ProvenanceFacts } from './provenance-facts.ts'
export { fitsAlgorithm, isAlgorithm, keyIdOf, trustedKey } from './public-key.ts'
export type { TrustedKey } from './public-key.ts'
export { isTransientStatus, retryAfter, withRetry } from './retry.ts'
export type { RetryHint } from './retry.ts'
export { Base64Bytes, decodedText, exactObject, optionalField, MaterialBytes, ShortText } from './schemas.ts'
export { parseSha256, sha256FromBytes } from './sha256.ts'
export type { Sha256 } from './sha256.ts'
export { blobHash, signBlobs } from './sign/blobs.ts'
export { customPredicate } from './sign/custom-predicate.ts'
export { parseWorkflowRef } from './workflow-ref.ts'
export { serverOf, slsaProvenance } from './sign/provenance.ts'
export type { ProvenanceSources, ReferencedWorkflow } from './sign/provenance.ts'
export { signMessage } from './sign/signer.ts'
export { signStatements, splitSubjects } from './sign/statements.ts'
export type { SignedBundle } from './sign/statements.ts'
export { verifyDigest, verifyMessage } from './signature.ts'
export type { CheckedKey } from './signature.ts'
export {
  checkProvenance,
  checkResourceDescriptor,
  parseStatement,
  SIGNATURE_PREDICATE_TYPE,
  SLSA_PROVENANCE_TYPE,
} from './statement.ts'
export type { Predicate, PredicateValue, ProvenanceV1, ResourceDescriptor, Statement } from './statement.ts'
export {
  checkSubjects,
  digestsOf,
  MAX_SUBJECTS,
  MAX_SUBJECTS_PER_STATEMENT,
  parseImage,
  sha256Of,
} from './subject.ts'
export type { Subject, SubjectSource } from './subject.ts'
export { selectSubjects } from './subject-selection.ts'
export type { SelectedSubjects, SubjectSources } from './subject-selection.ts'
export type {
  CertificateIdentity,
  CertifiedSigner,
  LoggedEntry,
  TrustedRoots,
  TrustedTime,
  WitnessFacts,
} from './trusted-roots.ts'
export {
  hashesToCompare,
  hashesToConfirm,
  indexSubjects,
  knownArtifacts,
  matchSubjects,
  mayBeAbout,
} from './subject-match.ts'
export type { KnownArtifacts, KnownDigests, KnownSubject, SubjectIndex } from './subject-match.ts'
export { isUri } from './uri.ts'
export { parseVaultPath } from './vault-names.ts'
export { MAX_TRIED, verificationWork } from './verification-work.ts'
export { verifyBundle } from './verify.ts'
export { claimsOf } from './claims.ts'
export type { BundleClaims } from './claims.ts'
export type { BlobFacts, EvidenceFacts, StatementFacts, Trust, VerifiedSigner } from './verify.ts'
export { MACHINE_MS, within } from './within.ts'
