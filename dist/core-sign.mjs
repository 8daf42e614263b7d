import { __toESM } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, IN_TOTO_PAYLOAD_TYPE, MAX_JSON_BYTES, MAX_SUBJECTS_PER_STATEMENT, SLSA_PROVENANCE_TYPE, checkProvenance, encodePem, externalMu, isJsonObject, isUri, isUtf16, keyName, parseJson, parseStatement, parseWorkflowRef, preAuthEncoding, printable, publicKeyId, verifyDigest, verifyMessage, writeStatement } from "./core.mjs";
import { createHash, createPublicKey } from "node:crypto";
// packages/core/src/sign/bundle-writer.ts
/** `HashAlgorithm` of sigstore_common.proto. */
const HASH_ALGORITHM = {
	sha256: 1,
	sha384: 2,
	sha512: 3
};
async function writeBundle(bundle, { timestamps, logEntries }) {
	const { bundleToJSON } = await import("./load-sigstore-bundle.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const material = bundle.verificationMaterial;
	material.tlogEntries = [...logEntries];
	if (timestamps.length > 0) material.timestampVerificationData = { rfc3161Timestamps: timestamps.map((bytes) => ({ signedTimestamp: Buffer.from(bytes) })) };
	return `${JSON.stringify(bundleToJSON(bundle))}\n`;
}
/** The key or the certificate that a signature came with, as sigstore-js writes it into a bundle. */
function verificationMaterial({ key }) {
	if (key.$case === "x509Certificate") return { certificate: Buffer.from(key.certificate.replaceAll(/-----[A-Z ]+-----|\s/g, ""), "base64") };
	if (key.hint === void 0) throw new ClawError("INTERNAL", "The signature names no public key.");
	return { keyHint: key.hint };
}
/** Writes a bundle of one DSSE envelope as JSON. */
async function writeEnvelopeBundle(envelope, signature, witness) {
	const { toDSSEBundle } = await import("./load-sigstore-bundle.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const bundle = toDSSEBundle({
		artifact: envelope.payload,
		artifactType: envelope.payloadType,
		signature: signature.signature,
		...verificationMaterial(signature)
	});
	for (const entry of bundle.content.dsseEnvelope.signatures) entry.keyid = "";
	return writeBundle(bundle, witness);
}
/** Writes a bundle of one message signature as JSON, like `cosign sign-blob`. */
async function writeMessageBundle(message, signature, witness) {
	const { toMessageSignatureBundle } = await import("./load-sigstore-bundle.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const bundle = toMessageSignatureBundle({
		digest: message.digest,
		signature: signature.signature,
		...verificationMaterial(signature)
	});
	bundle.content.messageSignature.messageDigest.algorithm = HASH_ALGORITHM[message.hash];
	return writeBundle(bundle, witness);
}
// packages/core/src/sign/lanes.ts
/** Enough to hide the latency of a key service, far below any provider's quota. */
const PARALLEL = 8;
/** Runs `work` on each of `items` and returns the results in their order. After a failure no further one is begun: its result would not be published. */
async function inLanes(items, work) {
	const results = [];
	const queue = items.entries();
	let hasFailed = false;
	const lane = async () => {
		for (const [index, item] of queue) {
			try {
				results[index] = await work(item);
			} catch (error) {
				hasFailed = true;
				throw error;
			}
			if (hasFailed) return;
		}
	};
	await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, lane));
	return results;
}
// packages/core/src/sign/signer.ts
/** Bytes before the encoded key in ML-DSA's SubjectPublicKeyInfo (RFC 9881 §4). */
const ML_DSA_SPKI_HEADER = 22;
/** What the key is asked to sign for `message`. */
function requestFor(key, message) {
	const { input, hash } = ALGORITHMS[key.algorithm];
	if (input === "mu") return {
		input,
		mu: externalMu(key.publicKey.subarray(ML_DSA_SPKI_HEADER), message)
	};
	if (input === "digest") return {
		input,
		hash,
		digest: createHash(hash).update(message).digest()
	};
	return {
		input,
		message
	};
}
const corrupt = (key) => new ClawError("SIGNATURE_CORRUPT", `The signature that came back for ${keyName(key)} does not verify with its public key; nothing was published.`);
const keyObject = (key) => createPublicKey({
	key: Buffer.from(key.publicKey),
	format: "der",
	type: "spki"
});
function sigstoreSignature(key, signature) {
	const { certificate } = key;
	if (certificate !== void 0) return {
		signature: Buffer.from(signature),
		key: {
			$case: "x509Certificate",
			certificate: encodePem("CERTIFICATE", certificate)
		}
	};
	const publicKey = keyObject(key).export({
		type: "spki",
		format: "pem"
	}).toString();
	return {
		signature: Buffer.from(signature),
		key: {
			$case: "publicKey",
			publicKey,
			hint: publicKeyId(key.publicKey)
		}
	};
}
/** Throws KEY_MESSAGE_TOO_LARGE where `size` bytes are more than the key takes, before it is asked. */
function checkMessageSize(key, size) {
	if (ALGORITHMS[key.algorithm].input === "message" && size > key.maxMessage) throw new ClawError("KEY_MESSAGE_TOO_LARGE", `${keyName(key)} (${key.algorithm}) signs whole messages of at most ${key.maxMessage} bytes; this one has ${size}.`);
}
/** A verified signature over `message`. Throws KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT, and what the key service throws. */
async function signMessage(key, message) {
	checkMessageSize(key, message.length);
	const signature = await key.sign(requestFor(key, message));
	if (!verifyMessage({
		algorithm: key.algorithm,
		key: keyObject(key)
	}, message, signature)) throw corrupt(key);
	return sigstoreSignature(key, signature);
}
/** A verified signature over the message with this digest. The key must be one that signs digests. */
async function signDigest(key, digest) {
	const { hash } = ALGORITHMS[key.algorithm];
	if (hash === null) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${keyName(key)} (${key.algorithm}) signs whole messages, so files cannot be signed one by one.`, { remedy: "Use mode: statement, or a key that signs digests." });
	const signature = await key.sign({
		input: "digest",
		hash,
		digest
	});
	if (!await verifyDigest({
		algorithm: key.algorithm,
		key: keyObject(key)
	}, digest, signature)) throw corrupt(key);
	return sigstoreSignature(key, signature);
}
// packages/core/src/sign/witness.ts
/** No witness: the bundle carries the signature alone, which a policy can see. */
const NO_WITNESS = { attest: () => Promise.resolve({
	timestamps: [],
	logEntries: []
}) };
// packages/core/src/sign/blobs.ts
/** Returns the hash with which this key signs files. Throws KEY_ALGORITHM_UNSUPPORTED where it signs whole messages. */
function blobHash(key) {
	const { hash } = ALGORITHMS[key.algorithm];
	if (hash !== null) return hash;
	throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${keyName(key)} (${key.algorithm}) signs whole messages, so files cannot be signed one by one.`, { remedy: "Use mode: statement, or a key that signs digests." });
}
/** Signs each subject that was hashed here. `digests` by subject name. Throws ARTIFACT_NOT_FOUND and what `signDigest` and `witness` throw. */
async function signBlobs(key, subjects, digests, witness = NO_WITNESS) {
	const hash = blobHash(key);
	return inLanes(subjects.map((subject) => {
		const digest = digests.get(subject.name)?.get(hash);
		if (digest === void 0) throw new ClawError("ARTIFACT_NOT_FOUND", `"${printable(subject.name)}" is known by its digest alone, and mode: per-artifact signs files.`, { remedy: "Use mode: statement." });
		return {
			subject,
			digest: Buffer.from(digest, "hex")
		};
	}), async ({ subject, digest }) => {
		const signature = await signDigest(key, digest);
		const message = {
			hash,
			digest
		};
		const content = {
			kind: "message",
			...message,
			signature: signature.signature
		};
		return {
			json: await writeMessageBundle(message, signature, await witness.attest({
				content,
				key
			})),
			subjects: [subject],
			predicateType: void 0
		};
	});
}
// packages/core/src/sign/custom-predicate.ts
/** Predicate types, of any version, with fields that the platform vouches for. A build may not supply them. */
const RESERVED = [
	"slsa.dev/provenance/",
	"slsa.dev/verification_summary/",
	"in-toto.io/provenance/"
];
/** A viewer that makes a link of the type would run these. */
const SCRIPTS = /^(?:javascript|vbscript|data):/;
/** Host and path as a careless reader would compare them: a port, an escape or a slash more hides nothing. */
function plainName(type) {
	const url = URL.parse(type);
	if (url === null) return type;
	const path = url.pathname.replaceAll(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
	return `${url.hostname.replace(/\.$/, "")}${path.replaceAll(/\/+/g, "/")}/`.toLowerCase();
}
function checkType(type) {
	const refusal = (why, remedy) => new ClawError("PREDICATE_INVALID", `Input predicate-type: "${printable(type)}" ${why}.`, { remedy });
	if (RESERVED.some((reserved) => plainName(type).startsWith(reserved))) throw refusal("is made from the identity of the job", "Leave predicate-type and predicate-path out for provenance.");
	if (!isUri(type) || SCRIPTS.test(type)) throw refusal("is not an absolute URI, such as https://example.com/my-type/v1 or urn:example:my-type");
	const [head = "", authority = ""] = /^[^:]+:(?:\/\/([^/?#]*))?/.exec(type) ?? [];
	if (head !== head.toLowerCase() || /^https?:/.test(type) && authority === "") throw refusal("needs a scheme and, for an address, a host, both in lower case");
}
/** One level less than a statement may have, which is a level itself. */
const MAX_DEPTH = 63;
/** Finds values that readers of the signed statement cannot hold: theirs are doubles and Unicode. */
function leafProblem(value, path) {
	if (typeof value === "number" && !Number.isFinite(value)) return `the number at "${printable(path)}" is larger than readers can hold; write it as a string`;
	if (typeof value === "string" && !value.isWellFormed()) return `the text at "${printable(path)}" holds half of a pair of surrogates, which is no character`;
}
function findProblem(value, path, depth) {
	if (typeof value !== "object" || value === null) return leafProblem(value, path);
	if (depth > MAX_DEPTH) return `it is nested deeper than ${MAX_DEPTH} levels`;
	for (const [key, member] of Object.entries(value)) {
		const inside = `${path}/${key}`;
		const problem = leafProblem(key, inside) ?? findProblem(member, inside, depth + 1);
		if (problem !== void 0) return problem;
	}
}
/**
* A predicate from a file of the build, such as an SBOM. Provenance and verification summaries are
* refused: their builder and source would be what the build says of itself. Throws PREDICATE_INVALID or JSON_INVALID.
*/
function customPredicate(type, document) {
	checkType(type);
	const refusal = (why, remedy) => new ClawError("PREDICATE_INVALID", `Input predicate-path: ${why}.`, { remedy });
	if (isUtf16(document)) throw refusal("the file is in UTF-16", "Save it in UTF-8.");
	const body = parseJson(document, "The predicate");
	if (!isJsonObject(body)) throw refusal("the predicate is not a JSON object");
	const problem = findProblem(body, "", 1);
	if (problem !== void 0) throw refusal(problem);
	return {
		type,
		text: new TextDecoder().decode(document).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "")
	};
}
// packages/core/src/sign/parameters.ts
const SECRET_NAME = /secret|token|passw|passphrase|credential|private|api[-_]?key|access[-_]?key/i;
/** Shapes of credentials that providers document. */
const SECRET_VALUES = [
	/-----BEGIN [A-Z ]*PRIVATE KEY/,
	/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\./,
	/\b(?:gh[opsur]_|github_pat_)[A-Za-z0-9_]{16,}/,
	/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
	/\bAIza[A-Za-z0-9_-]{30,}/,
	/\bya29\.[A-Za-z0-9_-]{16,}/,
	/\bxox[abposr]-[A-Za-z0-9-]{10,}/,
	/\bhv[sb]\.[A-Za-z0-9_-]{16,}/,
	/\b(?:sk|rk)[-_](?:live|test|proj)?[-_]?[A-Za-z0-9]{16,}/,
	/:\/\/[^/\s:@]+:[^/\s@]+@/,
	/\bglpat-[A-Za-z0-9_-]{16,}/,
	/\bnpm_[A-Za-z0-9]{30,}/,
	/\bpypi-[A-Za-z0-9_-]{30,}/,
	/\bdckr_pat_[A-Za-z0-9_-]{16,}/,
	/(?:secret|token|passw(?:or)?d|passphrase|api[-_]?key|access[-_]?key)["']?\s*[:=]\s*["']?[^\s"'$,;}]{4,}/i
];
const REDACTED = "[redacted]";
const looksSecret = (name, value) => SECRET_NAME.test(name) || SECRET_VALUES.some((shape) => shape.test(typeof value === "string" ? value : JSON.stringify(value)));
/** Returns the parameters with secrets redacted, and the names of those. */
function redactParameters(parameters) {
	const entries = Object.entries(parameters);
	const redacted = new Set(entries.filter(([name, value]) => looksSecret(name, value)).map(([name]) => name));
	return {
		values: Object.fromEntries(entries.map(([name, value]) => [name, redacted.has(name) ? REDACTED : value])),
		redacted: [...redacted]
	};
}
// packages/core/src/sign/provenance.ts
/** GitHub's build type must be used for these events only (actions/buildtypes, workflow/v1). */
const GITHUB_BUILD_TYPE_EVENTS = /* @__PURE__ */ new Set([
	"create",
	"release",
	"push",
	"workflow_dispatch"
]);
const GITHUB_BUILD_TYPE = "https://actions.github.io/buildtypes/workflow/v1";
const OWN_BUILD_TYPE = "https://open-claw.github.io/buildtypes/github-actions/v1";
/** Returns the web address of the GitHub instance that issued the token, without trust in the environment. */
function serverUrl(issuer) {
	const url = new URL(issuer);
	if (url.hostname === "token.actions.githubusercontent.com") return "https://github.com";
	const dataResidency = /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(url.hostname);
	return dataResidency?.[1] === void 0 ? url.origin : `https://${dataResidency[1]}`;
}
/** Throws OIDC_TOKEN_INVALID. */
function workflowFile(text) {
	const file = parseWorkflowRef(text);
	if (file === void 0) throw new ClawError("OIDC_TOKEN_INVALID", `The claim "${printable(text)}" is not owner/name/path@ref.`);
	return file;
}
function dependencies(server, claims, referenced) {
	const workflows = [
		{
			path: claims.workflowRef,
			sha: claims.workflowSha
		},
		{
			path: claims.jobWorkflowRef,
			sha: claims.jobWorkflowSha
		},
		...referenced
	];
	const source = {
		uri: `git+${server}/${claims.repository}${claims.ref === "" ? "" : `@${claims.ref}`}`,
		digest: { gitCommit: claims.sha }
	};
	const files = workflows.map(({ path, sha }) => {
		const file = workflowFile(path);
		return {
			name: file.path,
			uri: `git+${server}/${file.repository}@${file.ref}`,
			digest: { gitCommit: sha }
		};
	});
	return [source, ...new Map(files.map((file) => [`${file.uri} ${file.name} ${file.digest.gitCommit}`, file])).values()];
}
function internalParameters(sources, redacted) {
	const { claims, runner, isolation } = sources;
	return {
		github: {
			event_name: claims.eventName,
			repository_id: claims.repositoryId,
			repository_owner_id: claims.repositoryOwnerId,
			runner_environment: claims.runnerEnvironment
		},
		isolation,
		runner: {
			os: runner.os,
			arch: runner.arch,
			...runner.image === void 0 ? {} : { image: runner.image },
			...runner.imageVersion === void 0 ? {} : { imageVersion: runner.imageVersion },
			...runner.uid === void 0 ? {} : { uid: runner.uid },
			dockerSocket: runner.dockerSocket,
			...claims.runnerEnvironment === "github-hosted" ? { ephemeral: true } : {}
		},
		...redacted.length > 0 ? { redactedInputs: redacted } : {}
	};
}
/** Makes the provenance predicate of the job. Throws OIDC_TOKEN_INVALID where a claim cannot be read. */
function slsaProvenance(sources) {
	const { claims, run } = sources;
	const server = serverUrl(claims.issuer);
	const workflow = workflowFile(claims.workflowRef);
	const { values, redacted } = redactParameters(sources.inputs ?? {});
	const body = {
		buildDefinition: {
			buildType: GITHUB_BUILD_TYPE_EVENTS.has(claims.eventName) ? GITHUB_BUILD_TYPE : OWN_BUILD_TYPE,
			externalParameters: {
				workflow: {
					ref: workflow.ref,
					repository: `${server}/${workflow.repository}`,
					path: workflow.path
				},
				...sources.inputs === void 0 ? {} : { inputs: values }
			},
			internalParameters: internalParameters(sources, redacted),
			resolvedDependencies: dependencies(server, claims, run?.referencedWorkflows ?? [])
		},
		runDetails: {
			builder: { id: `${server}/${claims.jobWorkflowRef}` },
			metadata: {
				invocationId: `${server}/${claims.repository}/actions/runs/${claims.runId}/attempts/${claims.runAttempt}`,
				...run === void 0 ? {} : { startedOn: run.startedOn }
			}
		}
	};
	checkProvenance(body);
	return {
		type: SLSA_PROVENANCE_TYPE,
		body
	};
}
// packages/core/src/sign/statements.ts
/** `subjects` in as few and as even groups as the limit of one statement allows: one bundle each. */
function splitSubjects(subjects) {
	const groups = Math.ceil(subjects.length / MAX_SUBJECTS_PER_STATEMENT);
	const size = Math.ceil(subjects.length / groups);
	return Array.from({ length: groups }, (_, index) => subjects.slice(index * size, (index + 1) * size));
}
/**
* Signs `predicate` for all subjects. Every statement is made and measured before the first signature,
* so that nothing is signed that could not be completed. Throws SUBJECT_MISSING, PREDICATE_INVALID, JSON_INVALID and
* what `signMessage` and `witness` throw.
*/
async function signStatements(key, subjects, predicate, witness = NO_WITNESS) {
	if (subjects.length === 0) throw new ClawError("SUBJECT_MISSING", "A statement needs a subject.");
	const statements = splitSubjects(subjects).map((group) => {
		const payload = writeStatement(group, predicate);
		if (payload.length > 16777216) throw new ClawError("PREDICATE_INVALID", `The statement would have ${payload.length} bytes; the limit is ${MAX_JSON_BYTES}.`);
		parseStatement(payload);
		return {
			group,
			payload,
			encoded: preAuthEncoding(IN_TOTO_PAYLOAD_TYPE, payload)
		};
	});
	for (const { encoded } of statements) checkMessageSize(key, encoded.length);
	return inLanes(statements, async ({ group, payload, encoded }) => {
		const signature = await signMessage(key, encoded);
		const envelope = {
			payload,
			payloadType: IN_TOTO_PAYLOAD_TYPE
		};
		const content = {
			kind: "envelope",
			...envelope,
			signature: signature.signature
		};
		return {
			json: await writeEnvelopeBundle(envelope, signature, await witness.attest({
				content,
				key
			})),
			subjects: group,
			predicateType: predicate.type
		};
	});
}
export { blobHash, customPredicate, signBlobs, signMessage, signStatements, slsaProvenance, splitSubjects };
