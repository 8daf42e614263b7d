import "./rolldown-runtime.mjs";
import { CHECKED_ALGORITHMS, ClawError, IN_TOTO_PAYLOAD_TYPE, SLSA_PROVENANCE_TYPE, canHaveMade, checkProvenance, isFileHash, isIdentifying, isJsonObject, parseStatement, payloadWork, preAuthEncoding, printable, sha256FromBytes, signatureWork, verifyDigest, verifyMessageInThread } from "./core.mjs";
import { createHash } from "node:crypto";
// packages/core/src/verify/provenance-facts.ts
/** npm until 2023 and the generators of slsa-github-generator write it. */
const SLSA_PROVENANCE_V0_2_TYPE = "https://slsa.dev/provenance/v0.2";
/** Predicate types with fields that are read. */
const PROVENANCE_TYPES = [SLSA_PROVENANCE_TYPE, SLSA_PROVENANCE_V0_2_TYPE];
function textAt(value, ...path) {
	let current = value;
	for (const key of path) {
		if (!isJsonObject(current) || !Object.hasOwn(current, key)) return void 0;
		current = current[key];
	}
	return typeof current === "string" && current !== "" ? current : void 0;
}
/** Returns the commit of `repository`. Builders list dependencies in any order: a commit of another repository was not built. */
function builtCommit(dependencies, repository) {
	if (repository === void 0) return void 0;
	const source = `git+${repository}`;
	return dependencies?.find(({ uri }) => uri === source || uri?.startsWith(`${source}@`) === true)?.digest?.["gitCommit"];
}
/** As GitHub, npm and we write it (https://actions.github.io/buildtypes/workflow/v1). */
function workflowSource({ buildDefinition }) {
	const { externalParameters, internalParameters, resolvedDependencies } = buildDefinition;
	const repository = textAt(externalParameters, "workflow", "repository");
	return {
		repository,
		repositoryId: textAt(internalParameters, "github", "repository_id"),
		ref: textAt(externalParameters, "workflow", "ref"),
		commit: builtCommit(resolvedDependencies, repository),
		event: textAt(internalParameters, "github", "event_name"),
		runnerEnvironment: textAt(internalParameters, "github", "runner_environment"),
		isolation: textAt(internalParameters, "isolation")
	};
}
/** `git+https://host/owner/name@refs/heads/main`, the download location of SPDX. */
const SOURCE_URI = /^git\+(?<repository>https?:\/\/[^@\s]+?)(?:\.git)?(?:@(?<ref>\S.*))?$/;
/** Variables of the job, which npm writes in capitals and the generators do not. */
const variable = (environment, name) => textAt(environment, name) ?? textAt(environment, name.toLowerCase());
function sourceFrom(uri, commit, environment) {
	const { repository, ref } = SOURCE_URI.exec(uri ?? "")?.groups ?? {};
	return {
		repository,
		repositoryId: variable(environment, "GITHUB_REPOSITORY_ID"),
		ref: ref ?? variable(environment, "GITHUB_REF"),
		commit,
		event: variable(environment, "GITHUB_EVENT_NAME"),
		runnerEnvironment: void 0,
		isolation: void 0
	};
}
/** As the builders of slsa-github-generator write it: the first dependency is the source. */
function generatorSource({ buildDefinition }) {
	const [source] = buildDefinition.resolvedDependencies ?? [];
	const commit = source?.digest?.["gitCommit"] ?? source?.digest?.["sha1"];
	return sourceFrom(source?.uri, commit, buildDefinition.internalParameters);
}
/** By build type. */
const GENERATORS = /* @__PURE__ */ new Set(["https://github.com/slsa-framework/slsa-github-generator/delegator-generic@v0", "https://slsa.dev/container-based-build/v0.1?draft"]);
function readV1Facts(predicate) {
	const provenance = checkProvenance(predicate);
	const { buildDefinition, runDetails } = provenance;
	const { buildType } = buildDefinition;
	return {
		buildType,
		builderId: runDetails.builder.id,
		invocationId: runDetails.metadata?.invocationId,
		...GENERATORS.has(buildType) ? generatorSource(provenance) : workflowSource(provenance)
	};
}
/** Fields of https://slsa.dev/spec/v0.2/provenance that mean the same; the identifier of the run is of another form. */
function readV02Facts(predicate) {
	const environment = isJsonObject(predicate) && isJsonObject(predicate["invocation"]) ? predicate["invocation"]["environment"] : void 0;
	return {
		buildType: textAt(predicate, "buildType"),
		builderId: textAt(predicate, "builder", "id"),
		invocationId: void 0,
		...sourceFrom(textAt(predicate, "invocation", "configSource", "uri"), textAt(predicate, "invocation", "configSource", "digest", "sha1"), environment)
	};
}
/** Undefined where the predicate is no provenance. Throws STATEMENT_INVALID where it says to be v1 and is not. */
function provenanceFacts(predicateType, predicate) {
	if (predicateType === "https://slsa.dev/provenance/v1") return readV1Facts(predicate);
	return predicateType === SLSA_PROVENANCE_V0_2_TYPE ? readV02Facts(predicate) : void 0;
}
// packages/core/src/verify/subject-match.ts
function indexSubjects(subjects) {
	const byDigest = /* @__PURE__ */ new Map();
	for (const subject of subjects) for (const [hash, value] of Object.entries(subject.digests)) {
		if (!isIdentifying(hash)) continue;
		const key = `${hash}:${value}`;
		const others = byDigest.get(key);
		if (others === void 0) byDigest.set(key, [subject]);
		else others.push(subject);
	}
	return {
		subjects,
		byDigest
	};
}
const subjectsWithDigest = ({ byDigest }, digests) => [...new Set([...digests].flatMap(([hash, value]) => byDigest.get(`${hash}:${value}`) ?? []))];
function contradictingHash({ digests }, known) {
	return Object.keys(digests).filter(isFileHash).find((hash) => known.has(hash) && known.get(hash) !== digests[hash]);
}
const isComparable = ({ digests }, known) => Object.keys(digests).some((name) => isIdentifying(name) && known.has(name));
/** Finds the subjects that an artifact is. */
function matchSubjects(index, digests) {
	const candidates = subjectsWithDigest(index, digests);
	const same = candidates.filter((subject) => contradictingHash(subject, digests) === void 0);
	if (same.length > 0) return {
		kind: "same",
		subjects: same
	};
	for (const subject of candidates) {
		const hash = contradictingHash(subject, digests);
		if (hash !== void 0) return {
			kind: "contradiction",
			hash
		};
	}
	const untested = index.subjects.filter((subject) => !isComparable(subject, digests));
	const hashes = new Set(untested.flatMap((subject) => Object.keys(subject.digests)));
	return hashes.size === 0 ? { kind: "other" } : {
		kind: "untested",
		hashes: [...hashes]
	};
}
/** Hashes without which no file can be compared with some of the subjects; `known` are computed already. */
function hashesToCompare({ subjects }, known) {
	return subjects.filter((subject) => !isComparable(subject, known)).flatMap(({ digests }) => Object.keys(digests).filter(isIdentifying));
}
/** Hashes that the subjects which this artifact may be give too, and that are not known of it. */
function hashesToConfirm(index, digests) {
	return subjectsWithDigest(index, digests).flatMap((subject) => Object.keys(subject.digests)).filter(isFileHash).filter((hash) => !digests.has(hash));
}
/** Collects the known digests of `artifacts`. */
function knownArtifacts(artifacts) {
	const digests = artifacts.flatMap((known) => [...known].map(([hash, value]) => `${hash}:${value}`));
	const [first, ...others] = artifacts;
	const hashes = [...first?.keys() ?? []].filter((hash) => others.every((known) => known.has(hash)));
	return {
		digests: new Set(digests),
		hashes: new Set(hashes)
	};
}
/** Whether a subject is one of the artifacts, or could turn out to be one once a further hash is computed. */
const mayBeAbout = (index, { digests, hashes }) => [...index.byDigest.keys()].some((key) => digests.has(key)) || index.subjects.some((subject) => Object.keys(subject.digests).some(isIdentifying) && !isComparable(subject, hashes));
// packages/core/src/verify/claims.ts
/** Throws STATEMENT_INVALID or JSON_INVALID. */
function bundleClaims(content) {
	if (content.kind === "message") return {
		kind: "blob",
		hash: content.hash,
		digest: content.digest.toString("hex")
	};
	const { payloadType, payload } = content;
	if (payloadType !== "application/vnd.in-toto+json") throw new ClawError("STATEMENT_INVALID", `The payload type is "${printable(payloadType)}", not ${IN_TOTO_PAYLOAD_TYPE}.`);
	const { subject, predicateType, predicate } = parseStatement(payload);
	const subjects = subject.map(({ name, digest }) => ({
		name: name ?? void 0,
		digests: digest
	}));
	return {
		kind: "statement",
		payloadDigest: sha256FromBytes(createHash("sha256").update(payload).digest()),
		predicateType,
		subjects: indexSubjects(subjects),
		provenance: provenanceFacts(predicateType, predicate)
	};
}
// packages/core/src/verify/verification-work.ts
/** Reading the claims, apart from what the size of a document costs. */
const CLAIMS = 100;
/** A certificate, its issuer and its log of issuance, each with the dearest key that a trusted root may name. */
const CERTIFICATE = 4e3;
/** The signature with the key of a certificate, which may be of any curve, tried with two hashes. */
const CERTIFIED = {
	envelope: 3200,
	message: 12e3
};
/** The signature of the authority. */
const TIMESTAMP = 2e3;
/** The promise, and the checkpoint with the few lines that may be the log's. */
const LOG_ENTRY = 1e3;
/**
* The keys with which a signature is tried, the cheapest first. The hint only orders the search: keys come
* from the caller, never from the bundle. Without one, keys that cannot have made the signature are left out.
*/
function candidateKeys(content, hint, keys) {
	const named = keys.filter(({ keyId }) => keyId === hint);
	if (named.length > 0) return named;
	return keys.filter(({ algorithm }) => canHaveMade(algorithm, content)).toSorted((a, b) => signatureWork(a.algorithm, content) - signatureWork(b.algorithm, content));
}
const TRIED_HASHES = [
	"sha256",
	"sha384",
	"sha512"
];
/** What the signature may be over: what the bundle says, or one of these files where it does not. */
function possibleContents({ content }, files = []) {
	if (content.kind !== "unidentified") return [content];
	const { signature } = content;
	return files.slice(0, 64).flatMap((known) => TRIED_HASHES.flatMap((hash) => {
		const digest = known.get(hash);
		return digest === void 0 ? [] : [{
			kind: "message",
			hash,
			digest: Buffer.from(digest, "hex"),
			signature
		}];
	})).slice(0, 64);
}
function signerWork({ signer }, content, keys) {
	if (signer.kind === "certificate") return CERTIFICATE + CERTIFIED[content.kind] + payloadWork(content);
	return candidateKeys(content, signer.hint, keys).map(({ algorithm }) => signatureWork(algorithm, content)).reduce((sum, work) => sum + work, 0);
}
/** The most that `verifyBundle` does, in units of about a microsecond; the same for the same bundle and trust. */
function verificationWork(bundle, { keys, roots, files }) {
	if (roots === void 0 && bundle.signer.kind === "certificate") return CLAIMS;
	const witnessWork = (content) => roots === void 0 ? 0 : bundle.timestamps.length * TIMESTAMP + bundle.logEntries.length * (LOG_ENTRY + payloadWork(content));
	return possibleContents(bundle, files).map((content) => signerWork(bundle, content, keys) + witnessWork(content)).reduce((sum, work) => sum + work, CLAIMS);
}
// packages/core/src/verify/signature-check.ts
/** Returns the key that made the signature, if any. The signed message is put together once for all of them. */
async function signerAmong(keys, { content }) {
	const message = content.kind === "envelope" ? preAuthEncoding(content.payloadType, content.payload) : void 0;
	for (const key of keys) if (content.kind === "message" ? CHECKED_ALGORITHMS[key.algorithm].hash === content.hash && await verifyDigest(key, content.digest, content.signature) : message !== void 0 && await verifyMessageInThread(key, message, content.signature)) return key;
}
const signsWholeMessages = ({ algorithm }) => CHECKED_ALGORITHMS[algorithm].hash === null;
/** The trusted key that made the signature. Throws SIGNATURE_INVALID, KEY_UNTRUSTED or KEY_ALGORITHM_UNSUPPORTED. */
async function findSigner(bundle, hint, keys) {
	if (keys.length === 0) throw new ClawError("KEY_UNTRUSTED", "No key is trusted, so nothing can verify.");
	const signer = await signerAmong(candidateKeys(bundle.content, hint, keys), bundle);
	if (signer !== void 0) return signer;
	const named = keys.filter(({ keyId }) => keyId === hint);
	if (bundle.content.kind === "message" && (named.length > 0 ? named : keys).every(signsWholeMessages)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", "The bundle signs a digest, and the trusted keys in question sign whole messages only.");
	throw named.length > 0 ? new ClawError("SIGNATURE_INVALID", `The signature does not verify with the key "${printable(named[0]?.name ?? "")}" that the bundle names.`) : new ClawError("KEY_UNTRUSTED", "No trusted key verifies the signature.");
}
/** Checks that the certified key made the signature. Throws SIGNATURE_INVALID or KEY_ALGORITHM_UNSUPPORTED. */
async function checkCertifiedSignature(bundle, keys) {
	if (bundle.content.kind === "message" && keys.every(signsWholeMessages)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", "The bundle signs a digest, and the key of its certificate signs whole messages only.");
	if (await signerAmong(keys, bundle) === void 0) throw new ClawError("SIGNATURE_INVALID", "The signature does not verify with the certificate of the bundle.");
}
// packages/core/src/verify/verify-bundle.ts
async function keyFacts(bundle, hint, { keys, roots }) {
	const key = await findSigner(bundle, hint, keys);
	const signer = {
		kind: "key",
		key
	};
	if (roots === void 0) return {
		signer,
		times: [],
		logged: [],
		unverified: {
			logEntries: bundle.logEntries.length,
			timestamps: bundle.timestamps.length
		}
	};
	const spki = key.key.export({
		type: "spki",
		format: "der"
	});
	return {
		signer,
		...await roots.witnesses(bundle, spki),
		unverified: NOTHING
	};
}
async function certificateFacts(bundle, roots) {
	if (roots === void 0) throw new ClawError("CERTIFICATE_UNTRUSTED", "The bundle is signed with a certificate, and no trusted root is given to judge it.");
	const { identity, keys, times, logged } = await roots.certificate(bundle);
	await checkCertifiedSignature(bundle, keys);
	return {
		signer: {
			kind: "certificate",
			identity
		},
		times,
		logged,
		unverified: NOTHING
	};
}
const NOTHING = {
	logEntries: 0,
	timestamps: 0
};
/**
* Who signed a bundle and what its witnesses say. Throws SIGNATURE_INVALID, KEY_UNTRUSTED,
* KEY_ALGORITHM_UNSUPPORTED for a message signature whose scheme needs the whole message, and what the
* trusted roots throw.
*/
const signerFacts = (bundle, trust) => bundle.signer.kind === "key" ? keyFacts(bundle, bundle.signer.hint, trust) : certificateFacts(bundle, trust.roots);
/** Refusals of a bundle that is about another file. */
const OTHER_FILE_CODES = /* @__PURE__ */ new Set([
	"SIGNATURE_INVALID",
	"KEY_UNTRUSTED",
	"LOG_ENTRY_MISMATCH"
]);
/** Establishes the facts of a bundle that does not say what it signs, by trying the files. */
async function unidentifiedFacts(bundle, trust) {
	const tried = possibleContents(bundle, trust.files);
	let last = "SIGNATURE_INVALID";
	for (const content of tried) try {
		return {
			...await signerFacts({
				...bundle,
				content
			}, trust),
			...bundleClaims(content)
		};
	} catch (error) {
		if (!(error instanceof ClawError) || !OTHER_FILE_CODES.has(error.code)) throw error;
		last = error.code;
	}
	throw new ClawError(last, `The bundle does not say which file it signs, and none of the ${tried.length} digests that were tried is the one.`);
}
/**
* Establishes the facts of a bundle with `trust` alone. `claims` spare a second reading where they were read
* before. Throws as `signerFacts`, then as `bundleClaims`.
*/
async function verifyBundle(bundle, trust, claims) {
	const { content } = bundle;
	if (content.kind === "unidentified") return unidentifiedFacts(bundle, trust);
	return {
		...await signerFacts({
			...bundle,
			content
		}, trust),
		...claims ?? bundleClaims(content)
	};
}
export { PROVENANCE_TYPES, bundleClaims, hashesToCompare, hashesToConfirm, knownArtifacts, matchSubjects, mayBeAbout, verificationWork, verifyBundle };
