import { __name } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, decodePem, encodePem, isJsonObject, parseJson, preAuthEncoding, printable } from "./core.mjs";
import { array, check, literal, maxLength, minValue, nonEmpty, number, object, optional, parse, pipe, regex, safeInteger, safeParse, string, transform, union } from "./vendor-valibot.mjs";
import { HTTP_STATUS, RequestFailure, below, jsonBody, request, tokenClaims } from "./net.mjs";
import { DerError, Members, TAG, encodeDer, isWithin, parseCertificate, parseTimestampResponse, readElements, readGeneralizedTime, readHash, readOne, readSmallInteger } from "./asn1.mjs";
import { checkBody, leafHash, parseCheckpoint, readSigner, rootFromPath } from "./sigstore.mjs";
import { createHash, randomBytes } from "node:crypto";
// packages/sigstore/src/sign/ephemeral-key.ts
/** SubjectPublicKeyInfo of P-256 up to the point (RFC 5480 §2). */
const P256_SPKI_HEADER = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");
/** Makes a new key. */
async function ephemeralKey() {
	const { p256 } = await import("./load-noble-curves-nist.mjs");
	const { secretKey, publicKey } = p256.keygen();
	const point = p256.Point.fromBytes(publicKey).toBytes(false);
	let isDropped = false;
	return {
		publicKey: Buffer.concat([P256_SPKI_HEADER, point]),
		async sign(request) {
			if (isDropped) throw new ClawError("INTERNAL", "The key of this step is gone already.");
			if (request.input !== "digest" || request.hash !== "sha256") throw new ClawError("INTERNAL", "The key of this step signs SHA-256 digests.");
			return p256.sign(request.digest, secretKey, {
				prehash: false,
				format: "der"
			});
		},
		drop() {
			isDropped = true;
			secretKey.fill(0);
		}
	};
}
// packages/sigstore/src/sign/witness-request.ts
const MAX_ANSWER_BYTES = 1048576;
/** Rekor v2 answers after its next checkpoint; its authors ask clients to wait at least 20 s. */
const ATTEMPT_MS = 25e3;
const readFailure = ({ status }) => status >= 300 && status < 400 ? { reason: "a redirect, which is not followed" } : {};
/** Sends a request and returns the body of the answer. Throws RequestFailure. */
async function requestWitness({ url, body, accept, clock }) {
	return (await request({
		url,
		headers: { accept },
		body,
		wished: [200, 201],
		readFailure,
		maxBytes: MAX_ANSWER_BYTES,
		attemptMs: ATTEMPT_MS,
		clock
	})).body;
}
/** Calls `requestWitness` with JSON both ways. */
function requestWitnessJson(url, value, clock) {
	return requestWitness({
		url,
		body: jsonBody(value),
		accept: "application/json",
		clock
	});
}
/** Describes a failure: `(status 503)`, `(no usable answer: ENOTFOUND): its name cannot be resolved here`. */
function answered({ status, reason, told }) {
	const what = status === void 0 ? "no usable answer" : `status ${status}`;
	const shown = reason === void 0 ? `(${what})` : `(${what}: ${reason})`;
	return told === void 0 ? shown : `${shown}: ${told.what}`;
}
// packages/sigstore/src/sign/fulcio.ts
/** Audience of the tokens that Fulcio accepts. */
const FULCIO_AUDIENCE = "sigstore";
/** The largest difference allowed between the clocks of the runner and the authority. */
const SKEW_MS = 6e4;
const Chain = object({ chain: object({ certificates: pipe(array(string()), nonEmpty()) }) });
/** An authority without a certificate transparency log answers in the second form. */
const Answer = union([pipe(object({ signedCertificateEmbeddedSct: Chain }), transform((answer) => answer.signedCertificateEmbeddedSct)), pipe(object({ signedCertificateDetachedSct: Chain }), transform((answer) => answer.signedCertificateDetachedSct))]);
/** Reads the claims of our own token, for the proof and for a message to compare with the authority's configuration. */
function tokenSubject(token) {
	const { sub, iss } = tokenClaims(token);
	if (typeof sub === "string" && sub !== "" && typeof iss === "string") return {
		subject: sub,
		issuer: iss
	};
	throw new ClawError("OIDC_TOKEN_INVALID", "The token for the certificate authority has no sub and iss.");
}
const failed = ({ host }, why, remedy) => new ClawError("CERTIFICATE_FAILED", `The certificate authority ${host} ${why}.`, { remedy });
function certificateError(error, url, { issuer, subject }) {
	if (!(error instanceof RequestFailure)) return failed(url, "failed");
	if (!error.refused) return failed(url, `failed ${answered(error)}`, error.told?.remedy);
	return new ClawError("CERTIFICATE_REFUSED", `The certificate authority ${url.host} did not certify the job ${answered(error)}. It must trust the issuer "${printable(issuer)}" for the audience ${FULCIO_AUDIENCE}; the sub of the job is "${printable(subject)}".`);
}
/** DER of the first certificate of the chain. */
function readLeaf(answer, url) {
	try {
		const [leaf = ""] = parse(Answer, parseJson(answer, "The answer")).chain.certificates;
		const block = decodePem(leaf);
		if (block?.label === "CERTIFICATE") return block.der;
	} catch {}
	throw failed(url, "gave no certificate that can be read");
}
/** Reads the certificate as a verifier does: what is published under it must be verifiable. */
async function readCertificate(leaf, url) {
	try {
		return (await readSigner([leaf])).certificate;
	} catch (error) {
		if (!(error instanceof ClawError)) throw error;
		throw failed(url, "gave a certificate that no verifier takes for one of a signer");
	}
}
function checkCertificate({ spki, validity: { start, end } }, key, { url, clock }) {
	if (!spki.equals(key.publicKey)) throw failed(url, "certified another key");
	const now = clock.now();
	if (isWithin(now, {
		start: start - SKEW_MS,
		end: (end ?? now) + SKEW_MS
	})) return;
	const [from, to] = [start, end ?? now].map((time) => new Date(time).toISOString());
	throw failed(url, `gave a certificate that is valid from ${from} to ${to}, not now; check the clock of the runner`);
}
async function certify(key, options) {
	const { url, identity, clock } = options;
	const token = await identity.mint(FULCIO_AUDIENCE);
	const claims = tokenSubject(token);
	const digest = createHash("sha256").update(claims.subject).digest();
	const proof = await key.sign({
		input: "digest",
		hash: "sha256",
		digest
	});
	const request = {
		credentials: { oidcIdentityToken: token.reveal() },
		publicKeyRequest: {
			publicKey: {
				algorithm: "ECDSA",
				content: encodePem("PUBLIC KEY", key.publicKey)
			},
			proofOfPossession: Buffer.from(proof).toString("base64")
		}
	};
	const certificate = await readCertificate(readLeaf(await requestWitnessJson(below(url, "api/v2/signingCert"), request, clock).catch((error) => {
		throw certificateError(error, url, claims);
	}), url), url);
	checkCertificate(certificate, key, options);
	return certificate;
}
/** Refuses to sign after the certificate ended: no trusted time could place such a signature within it, so it would verify nowhere. */
function checkEnd({ validity: { end } }, { url, clock }) {
	if (end === void 0 || clock.now() <= end) return;
	throw failed(url, `gave a certificate that ended at ${new Date(end).toISOString()}, before everything was signed`, "Sign fewer artifacts in one step, or use mode: statement.");
}
/**
* Makes a new key and has the authority certify its owner. Throws CERTIFICATE_REFUSED, CERTIFICATE_FAILED,
* OIDC_TOKEN_INVALID, and what `identity` throws.
*/
async function fulcioKey(options) {
	const ephemeral = await ephemeralKey();
	const drop = () => ephemeral.drop();
	try {
		const certificate = await certify(ephemeral, options);
		return {
			key: {
				kind: "keyless",
				algorithm: "ecdsa-p256-sha256",
				publicKey: ephemeral.publicKey,
				protectionLevel: "EPHEMERAL",
				maxMessage: 0,
				certificate: certificate.der,
				async sign(request) {
					checkEnd(certificate, options);
					return ephemeral.sign(request);
				}
			},
			drop
		};
	} catch (error) {
		drop();
		throw error;
	}
}
// packages/sigstore/src/sign/timestamp.ts
/** The version of TimeStampReq and of TSTInfo (RFC 3161 §2.4.1, §2.4.2). */
const VERSION_1 = 1;
/** A BOOLEAN that is true (X.690 §11.1). */
const TRUE = Uint8Array.of(255);
/** DER of the AlgorithmIdentifier of SHA-256. */
const SHA256 = Buffer.from("300b0609608648016503040201", "hex");
const NONCE_BYTES = 8;
/** In the first byte of a nonce: not the sign, and no zero before it (X.690 §8.3). */
const FIRST_SET = 64;
const FIRST_RANDOM = 63;
const computeDigest = (hash, bytes) => createHash(hash).update(bytes).digest();
/** Makes a nonce that is positive and without leading zeros, so that it is echoed byte by byte. */
function newNonce() {
	const nonce = randomBytes(NONCE_BYTES);
	nonce[0] = FIRST_SET | (nonce[0] ?? 0) & FIRST_RANDOM;
	return nonce;
}
/** Encodes a TimeStampReq (RFC 3161 §2.4.1) that asks for the certificate of the signer. */
const queryFor = (digest, nonce) => encodeDer(TAG.sequence, [
	encodeDer(TAG.integer, [Uint8Array.of(VERSION_1)]),
	encodeDer(TAG.sequence, [SHA256, encodeDer(TAG.octetString, [digest])]),
	encodeDer(TAG.integer, [nonce]),
	encodeDer(TAG.boolean, [TRUE])
]);
/** RFC 3161 §2.4.2: checks that the answer matches the request. Throws DerError. */
function checkContent(content, { digest, nonce, within }) {
	const members = new Members(readElements(readOne(content, TAG.sequence)));
	if (readSmallInteger(members.take(TAG.integer)) !== VERSION_1) throw new DerError("is not of version 1");
	members.take(TAG.objectIdentifier);
	const imprint = new Members(readElements(members.take(TAG.sequence)));
	if (readHash(imprint.take(TAG.sequence)) !== "sha256" || !imprint.take(TAG.octetString).value.equals(digest)) throw new DerError("is over other bytes");
	members.take(TAG.integer);
	const time = readGeneralizedTime(members.take(TAG.generalizedTime));
	if (within !== void 0 && !isWithin(time, within)) throw new DerError(`has a time outside of the certificate, ${new Date(time).toISOString()}: one of the two clocks is wrong`);
	members.optional(TAG.sequence);
	members.optional(TAG.boolean);
	if (members.optional(TAG.integer)?.value.equals(nonce) !== true) throw new DerError("does not repeat the nonce of the request");
}
function checkResponse(response, question) {
	const { content, digest: signed } = parseTimestampResponse(response);
	checkContent(content, question);
	if (!computeDigest(signed.hash, content).equals(signed.value)) throw new DerError("has a signature over another content");
}
/**
* Returns the DER of a TimeStampResp over `signature`, from the authority at `url` (with the path of its endpoint).
* The verifier decides whether to trust it: a signer has no trusted root. Throws TIMESTAMP_FAILED.
*/
async function timestamp(url, signature, { clock, within }) {
	const digest = computeDigest("sha256", signature);
	const nonce = newNonce();
	const failed = (why, remedy) => new ClawError("TIMESTAMP_FAILED", `The timestamp authority ${url.host} ${why}.`, { remedy });
	const response = await requestWitness({
		url,
		body: {
			type: "application/timestamp-query",
			bytes: queryFor(digest, nonce)
		},
		accept: "application/timestamp-reply",
		clock
	}).catch((error) => {
		if (!(error instanceof RequestFailure)) throw failed("failed (no answer)");
		throw failed(`failed ${answered(error)}`, error.told?.remedy);
	});
	try {
		checkResponse(response, {
			digest,
			nonce,
			within
		});
	} catch (error) {
		throw failed(`gave an answer that ${error instanceof DerError ? error.message : "cannot be read"}`);
	}
	return response;
}
// packages/sigstore/src/sign/log-algorithms.ts
/** The registry of both versions: names of `PublicKeyDetails` in sigstore_common.proto. It lacks PSS. */
const REGISTERED = {
	"ecdsa-p256-sha256": "PKIX_ECDSA_P256_SHA_256",
	"ecdsa-p384-sha384": "PKIX_ECDSA_P384_SHA_384",
	"ecdsa-p521-sha512": "PKIX_ECDSA_P521_SHA_512",
	"rsa-pkcs1-2048-sha256": "PKIX_RSA_PKCS1V15_2048_SHA256",
	"rsa-pkcs1-3072-sha256": "PKIX_RSA_PKCS1V15_3072_SHA256",
	"rsa-pkcs1-4096-sha256": "PKIX_RSA_PKCS1V15_4096_SHA256"
};
const isRegistered = (algorithm) => Object.hasOwn(REGISTERED, algorithm);
/** Says why a log cannot hold a signature; undefined if it can. */
function loggingObstacle(algorithm, version, kind) {
	if (version === 1 && kind === "envelope") {
		if (algorithm === "ed25519") return void 0;
		if (!isRegistered(algorithm)) return "its registry does not have this algorithm";
		return ALGORITHMS[algorithm].hash === "sha256" ? void 0 : "it checks envelopes with SHA-256 alone";
	}
	if (algorithm === "ed25519") return "it takes Ed25519 over a digest (Ed25519ph) alone, which this key does not make";
	return isRegistered(algorithm) ? void 0 : "its registry does not have this algorithm";
}
/** Returns the name of the key's algorithm in the log's registry; empty if an entry needs none. Throws LOG_REFUSED. */
function logAlgorithm({ key: { algorithm }, content: { kind } }, { url, version }) {
	const obstacle = loggingObstacle(algorithm, version, kind);
	if (obstacle === void 0) return isRegistered(algorithm) ? REGISTERED[algorithm] : "";
	const what = kind === "envelope" ? "an envelope" : "a file";
	throw new ClawError("LOG_REFUSED", `The log ${url.host} (Rekor v${version}) cannot hold the signature of ${what} by ${algorithm}: ${obstacle}.`, { remedy: "Use a key of ecdsa-p256-sha256, or transparency-log: none." });
}
// packages/sigstore/src/sign/log-entry.ts
/** Reads bytes in base64 or hexadecimal, which logs write canonically. Another check reads the bundle back. */
const bytesIn = (encoding) => pipe(string(), check((text) => Buffer.from(text, encoding).toString(encoding) === text), transform((text) => Buffer.from(text, encoding)));
const logFailed = ({ url }, why, remedy) => new ClawError("LOG_FAILED", `The transparency log ${url.host} ${why}.`, { remedy });
function checkInclusion({ canonicalizedBody, inclusionProof }) {
	if (inclusionProof === void 0) return "without a proof of inclusion";
	const { logIndex, treeSize, rootHash, hashes, checkpoint } = inclusionProof;
	const signed = parseCheckpoint(checkpoint?.envelope ?? "");
	const path = {
		index: BigInt(logIndex),
		size: BigInt(treeSize),
		hashes
	};
	if (rootFromPath(leafHash(canonicalizedBody), path)?.equals(rootHash) !== true) return "with a proof of inclusion that does not lead to its root";
	if (signed?.rootHash.equals(rootHash) !== true || signed.size !== path.size) return "with a checkpoint of another tree";
}
function isAbout(entry, { content, key }) {
	const { certificate, publicKey } = key;
	const verifier = certificate === void 0 ? {
		kind: "key",
		der: publicKey
	} : {
		kind: "certificate",
		der: certificate
	};
	try {
		checkBody(entry.canonicalizedBody, entry.kindVersion, {
			content,
			verifier
		});
		return true;
	} catch (error) {
		if (error instanceof ClawError) return false;
		throw error;
	}
}
/** Returns the entry if it is about this signature and in the tree that it names. Throws LOG_FAILED. */
function checkedEntry(entry, { log, signed }) {
	const failed = (why) => logFailed(log, `answered ${why}`);
	if (!isAbout(entry, signed)) throw failed("with an entry about another signature");
	if (log.version === 1 && (entry.inclusionPromise?.signedEntryTimestamp.length ?? 0) === 0) throw failed("without a signed time");
	const problem = checkInclusion(entry);
	if (problem !== void 0) throw failed(problem);
	return entry;
}
// packages/sigstore/src/sign/rekor-v1.ts
const ENTRIES = "api/v1/log/entries";
const VERSION = "0.0.1";
const index = pipe(number(), safeInteger(), minValue(0), transform(String));
/** A SHA-256 path of 63 levels is in a tree of 2^63 leaves. */
const hashes = pipe(array(bytesIn("hex")), maxLength(63));
const Entry$1 = object({
	body: bytesIn("base64"),
	integratedTime: index,
	logID: bytesIn("hex"),
	logIndex: index,
	verification: object({
		inclusionProof: object({
			checkpoint: string(),
			hashes,
			logIndex: index,
			rootHash: bytesIn("hex"),
			treeSize: index
		}),
		signedEntryTimestamp: bytesIn("base64")
	})
});
const base64$1 = /* @__PURE__ */ __name((bytes) => Buffer.from(bytes).toString("base64"), "base64");
function entryProposal({ content, key }) {
	const verifier = base64$1(key.certificate === void 0 ? encodePem("PUBLIC KEY", key.publicKey) : encodePem("CERTIFICATE", key.certificate));
	if (content.kind === "message") {
		const { hash: algorithm, digest, signature } = content;
		return {
			kind: "hashedrekord",
			spec: {
				data: { hash: {
					algorithm,
					value: digest.toString("hex")
				} },
				signature: {
					content: base64$1(signature),
					publicKey: { content: verifier }
				}
			}
		};
	}
	return {
		kind: "dsse",
		spec: { proposedContent: {
			envelope: JSON.stringify({
				payload: base64$1(content.payload),
				payloadType: content.payloadType,
				signatures: [{ sig: base64$1(content.signature) }]
			}),
			verifiers: [verifier]
		} }
	};
}
/** Reads the one entry, under a name that the log chose. */
function parseEntry$1(answer, kind, log) {
	let entries;
	try {
		entries = parseJson(answer, "The answer");
	} catch {}
	const [first, ...others] = isJsonObject(entries) ? Object.values(entries) : [];
	const result = safeParse(Entry$1, first);
	if (!result.success || others.length > 0) throw logFailed(log, "gave an answer that cannot be read");
	const { body, integratedTime, logID, logIndex, verification } = result.output;
	const { checkpoint, ...proof } = verification.inclusionProof;
	return {
		logIndex,
		logId: { keyId: logID },
		kindVersion: {
			kind,
			version: VERSION
		},
		integratedTime,
		inclusionPromise: { signedEntryTimestamp: verification.signedEntryTimestamp },
		inclusionProof: {
			...proof,
			checkpoint: { envelope: checkpoint }
		},
		canonicalizedBody: body
	};
}
__name(parseEntry$1, "parseEntry");
/** Returns the place of the entry that the log names; no other server is asked. */
function existingEntry({ location }, log) {
	const [id] = /[0-9a-f]{64,80}$/.exec(location ?? "") ?? [];
	if (id === void 0) throw logFailed(log, "has the entry already and does not say where");
	return below(log.url, `${ENTRIES}/${id}`);
}
/**
* Posts the proposal and returns the answer. Returns the entry that the log has already if the signature is
* deterministic, or if an earlier answer was lost.
*/
async function postProposal(request, proposal) {
	const { log, clock } = request;
	try {
		return await requestWitnessJson(below(log.url, ENTRIES), proposal, clock);
	} catch (error) {
		if (!(error instanceof RequestFailure) || error.status !== HTTP_STATUS.conflict) throw error;
		return requestWitness({
			url: existingEntry(error, log),
			accept: "application/json",
			clock
		});
	}
}
/** Puts a signature into the log. Throws LOG_FAILED or RequestFailure. */
async function rekorV1Entry(request) {
	const { kind, spec } = entryProposal(request.signed);
	return checkedEntry(parseEntry$1(await postProposal(request, {
		apiVersion: VERSION,
		kind,
		spec
	}), kind, request.log), request);
}
// packages/sigstore/src/sign/rekor-v2.ts
const KIND_VERSION = {
	kind: "hashedrekord",
	version: "0.0.2"
};
/** int64 in protobuf's JSON, which omits a zero. */
const int64 = optional(pipe(string(), regex(/^(?:0|[1-9]\d{0,18})$/)), "0");
const Entry = object({
	logIndex: int64,
	logId: object({ keyId: bytesIn("base64") }),
	kindVersion: object({
		kind: literal(KIND_VERSION.kind),
		version: literal(KIND_VERSION.version)
	}),
	inclusionProof: object({
		logIndex: int64,
		rootHash: bytesIn("base64"),
		treeSize: int64,
		hashes: optional(pipe(array(bytesIn("base64")), maxLength(63)), []),
		checkpoint: object({ envelope: string() })
	}),
	canonicalizedBody: bytesIn("base64")
});
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
function contentDigest({ content, key }) {
	if (content.kind === "message") return content.digest;
	const { hash } = ALGORITHMS[key.algorithm];
	const encoded = preAuthEncoding(content.payloadType, content.payload);
	return createHash(hash ?? "sha256").update(encoded).digest();
}
function entryRequest(signed, keyDetails) {
	const { content, key } = signed;
	const verifier = key.certificate === void 0 ? { publicKey: { rawBytes: base64(key.publicKey) } } : { x509Certificate: { rawBytes: base64(key.certificate) } };
	const signature = {
		content: base64(content.signature),
		verifier: {
			...verifier,
			keyDetails
		}
	};
	return { hashedRekordRequestV002: {
		digest: base64(contentDigest(signed)),
		signature
	} };
}
function parseEntry(answer, log) {
	let json;
	try {
		json = parseJson(answer, "The answer");
	} catch {}
	const result = safeParse(Entry, json);
	if (!result.success) throw logFailed(log, "gave an answer that cannot be read");
	return {
		...result.output,
		integratedTime: "0",
		inclusionPromise: void 0
	};
}
/** Such an answer has the number of the entry and proves nothing, and the log's id is unknown without its key. */
function knownSignature({ log, signed }) {
	if (ALGORITHMS[signed.key.algorithm].padding !== "pkcs1") return logFailed(log, "took the entry, whose answer was lost, and does not prove it a second time");
	return new ClawError("LOG_REFUSED", `The transparency log ${log.url.host} has this very signature already, and does not prove it a second time.`, { remedy: "Use a key of ecdsa-p256-sha256, whose signatures differ, or transparency-log: none." });
}
/** Puts a signature into the log. Throws LOG_FAILED, LOG_REFUSED or RequestFailure. */
async function rekorV2Entry(request, keyDetails) {
	const { log, signed, clock } = request;
	return checkedEntry(parseEntry(await requestWitnessJson(below(log.url, "api/v2/log/entries"), entryRequest(signed, keyDetails), clock).catch((error) => {
		throw error instanceof RequestFailure && error.status === HTTP_STATUS.conflict ? knownSignature(request) : error;
	}), log), request);
}
// packages/sigstore/src/sign/rekor.ts
function logError(error, log) {
	if (!(error instanceof RequestFailure)) return error;
	return error.refused ? new ClawError("LOG_REFUSED", `The transparency log ${log.url.host} refused the entry ${answered(error)}.`) : logFailed(log, `failed ${answered(error)}`, error.told?.remedy);
}
/**
* Returns the entry of a signature, proven to be in the tree that the log's checkpoint names. The verifier
* decides whether to trust the log. Throws LOG_REFUSED or LOG_FAILED.
*/
async function rekorEntry(request) {
	const { log, signed } = request;
	const keyDetails = logAlgorithm(signed, log);
	try {
		return await (log.version === 1 ? rekorV1Entry(request) : rekorV2Entry(request, keyDetails));
	} catch (error) {
		throw logError(error, log);
	}
}
// packages/sigstore/src/sign/witness.ts
/** Combines services into one witness that fails if any of them fails: a bundle is complete or it is not written. */
function combinedWitness({ timestampAuthorities, log, clock }) {
	return {
		check(key, kind) {
			if (log !== void 0) logAlgorithm({
				key,
				content: { kind }
			}, log);
		},
		async attest(signed) {
			const { certificate } = signed.key;
			const within = certificate === void 0 ? void 0 : parseCertificate(Buffer.from(certificate)).validity;
			const [timestamps, logEntries] = await Promise.all([Promise.all(timestampAuthorities.map((url) => timestamp(url, signed.content.signature, {
				clock,
				within
			}))), Promise.all((log === void 0 ? [] : [log]).map((one) => rekorEntry({
				log: one,
				signed,
				clock
			})))]);
			return {
				timestamps,
				logEntries
			};
		}
	};
}
export { combinedWitness, fulcioKey, timestamp };
