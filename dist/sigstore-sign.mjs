import { __name } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, KEYLESS, decodeBase64, isJsonObject, parseJson, preAuthEncoding, printable } from "./core.mjs";
import { array, check, literal, maxLength, minValue, nonEmpty, number, object, optional, parse, pipe, regex, safeInteger, safeParse, string, transform, union } from "./vendor-valibot.mjs";
import { ServiceFailure, askJson, askWitness, below } from "./net.mjs";
import { DerError, Members, TAG, elementsOf, encodeDer, generalizedTimeOf, hashOf, isWithin, parseCertificate, parseTimestampResponse, pemOf, readOne, smallIntegerOf } from "./asn1.mjs";
import { checkBody, leafHash, parseCheckpoint, readSigner, rootOf } from "./sigstore.mjs";
import { createHash, randomBytes } from "node:crypto";
// packages/sigstore/src/sign/ephemeral-key.ts
/** SubjectPublicKeyInfo of P-256 up to the point (RFC 5480 §2). */
const P256_SPKI_HEADER = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");
/** A new key. */
async function ephemeralKey() {
	const { p256 } = await import("./load-noble-curves.mjs");
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
// packages/sigstore/src/sign/fulcio.ts
/** Audience of the tokens that Fulcio takes. */
const FULCIO_AUDIENCE = "sigstore";
/** How far the clock of the runner may be from that of the authority. */
const SKEW_MS = 6e4;
const Chain = object({ chain: object({ certificates: pipe(array(string()), nonEmpty()) }) });
/** Without a certificate transparency log, an authority answers in the second form. */
const Answer = union([pipe(object({ signedCertificateEmbeddedSct: Chain }), transform((answer) => answer.signedCertificateEmbeddedSct)), pipe(object({ signedCertificateDetachedSct: Chain }), transform((answer) => answer.signedCertificateDetachedSct))]);
/** Claims of our own token, for the proof and for the message that a person compares with the authority's configuration. */
function subjectOf(token) {
	let claims;
	try {
		claims = parseJson(Buffer.from(token.split(".")[1] ?? "", "base64url"), "The token");
	} catch {}
	const { sub, iss } = isJsonObject(claims) ? claims : {};
	if (typeof sub === "string" && sub !== "" && typeof iss === "string") return {
		subject: sub,
		issuer: iss
	};
	throw new ClawError("OIDC_TOKEN_INVALID", "The token for the certificate authority has no sub and iss.");
}
const failed = ({ host }, why, remedy) => new ClawError("CERTIFICATE_FAILED", `The certificate authority ${host} ${why}.`, { remedy });
function certificateError(error, url, { issuer, subject }) {
	if (!(error instanceof ServiceFailure)) return failed(url, "failed");
	if (!error.refused) return failed(url, `failed (${error.why})`);
	return new ClawError("CERTIFICATE_REFUSED", `The certificate authority ${url.host} did not certify the job (${error.why}). It must trust the issuer "${printable(issuer)}" for the audience ${FULCIO_AUDIENCE}; the sub of the job is "${printable(subject)}".`);
}
const PEM_CERTIFICATE = /^-----BEGIN CERTIFICATE-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END CERTIFICATE-----\s*$/;
/** DER of the first certificate of the chain. */
function leafOf(answer, url) {
	try {
		const [leaf = ""] = parse(Answer, parseJson(answer, "The answer")).chain.certificates;
		const der = decodeBase64(PEM_CERTIFICATE.exec(leaf)?.[1]?.replaceAll(/[\r\n]/g, "") ?? "");
		if (der !== void 0 && der.length > 0) return der;
	} catch {}
	throw failed(url, "gave no certificate that can be read");
}
/** As a verifier reads it: what is published under this certificate must be verifiable. */
async function certificateOf(leaf, url) {
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
	const claims = subjectOf(token);
	const digest = createHash("sha256").update(claims.subject).digest();
	const proof = await key.sign({
		input: "digest",
		hash: "sha256",
		digest
	});
	const request = {
		credentials: { oidcIdentityToken: token },
		publicKeyRequest: {
			publicKey: {
				algorithm: "ECDSA",
				content: pemOf("PUBLIC KEY", key.publicKey)
			},
			proofOfPossession: Buffer.from(proof).toString("base64")
		}
	};
	const certificate = await certificateOf(leafOf(await askJson(below(url, "api/v2/signingCert"), request, clock).catch((error) => {
		throw certificateError(error, url, claims);
	}), url), url);
	checkCertificate(certificate, key, options);
	return certificate;
}
/** What is signed later no trusted time could place within the certificate: it would be published and verify nowhere. */
function checkEnd({ validity: { end } }, { url, clock }) {
	if (end === void 0 || clock.now() <= end) return;
	throw failed(url, `gave a certificate that ended at ${new Date(end).toISOString()}, before everything was signed`, "Sign fewer artifacts in one step, or use mode: statement.");
}
/**
* A new key and a certificate that says whose it is. Throws CERTIFICATE_REFUSED, CERTIFICATE_FAILED,
* OIDC_TOKEN_INVALID, and what `identity` throws.
*/
async function fulcioKey(options) {
	const ephemeral = await ephemeralKey();
	const drop = () => ephemeral.drop();
	try {
		const certificate = await certify(ephemeral, options);
		return {
			key: {
				uri: KEYLESS,
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
/** DER of the AlgorithmIdentifier of SHA-256. */
const SHA256 = Buffer.from("300b0609608648016503040201", "hex");
const NONCE_BYTES = 8;
const digestOf$1 = /* @__PURE__ */ __name((hash, bytes) => createHash(hash).update(bytes).digest(), "digestOf");
/** Positive and without leading zeros, so that it is echoed byte by byte. */
function newNonce() {
	const nonce = randomBytes(NONCE_BYTES);
	nonce[0] = 64 | (nonce[0] ?? 0) & 63;
	return nonce;
}
/** TimeStampReq (RFC 3161 §2.4.1), with the certificate of the signer asked for. */
const queryFor = (digest, nonce) => encodeDer(TAG.sequence, [
	encodeDer(TAG.integer, [Buffer.from([1])]),
	encodeDer(TAG.sequence, [SHA256, encodeDer(TAG.octetString, [digest])]),
	encodeDer(TAG.integer, [nonce]),
	encodeDer(TAG.boolean, [Buffer.from([255])])
]);
/** RFC 3161 §2.4.2: what is granted must be what was asked for. Throws DerError. */
function checkContent(content, { digest, nonce, within }) {
	const members = new Members(elementsOf(readOne(content, TAG.sequence)));
	if (smallIntegerOf(members.take(TAG.integer)) !== 1) throw new DerError("is not of version 1");
	members.take(TAG.objectIdentifier);
	const imprint = new Members(elementsOf(members.take(TAG.sequence)));
	if (hashOf(imprint.take(TAG.sequence)) !== "sha256" || !imprint.take(TAG.octetString).value.equals(digest)) throw new DerError("is over other bytes");
	members.take(TAG.integer);
	const time = generalizedTimeOf(members.take(TAG.generalizedTime));
	if (within !== void 0 && !isWithin(time, within)) throw new DerError(`has a time outside of the certificate, ${new Date(time).toISOString()}: one of the two clocks is wrong`);
	members.optional(TAG.sequence);
	members.optional(TAG.boolean);
	if (members.optional(TAG.integer)?.value.equals(nonce) !== true) throw new DerError("does not repeat the nonce of the request");
}
function checkResponse(response, question) {
	const { content, digest: signed } = parseTimestampResponse(response);
	checkContent(content, question);
	if (!digestOf$1(signed.hash, content).equals(signed.value)) throw new DerError("has a signature over another content");
}
/**
* DER of a TimeStampResp over `signature`, from the authority at `url` (with the path of its endpoint).
* Whether it is to be trusted is for the verifier to say: a signer has no trusted root. Throws TIMESTAMP_FAILED.
*/
async function timestamp(url, signature, { clock, within }) {
	const digest = digestOf$1("sha256", signature);
	const nonce = newNonce();
	const failed = (why) => new ClawError("TIMESTAMP_FAILED", `The timestamp authority ${url.host} ${why}.`);
	const body = {
		type: "application/timestamp-query",
		bytes: queryFor(digest, nonce)
	};
	const response = await askWitness({
		url,
		body,
		accept: "application/timestamp-reply",
		clock
	}).catch((error) => {
		throw failed(`failed (${error instanceof ServiceFailure ? error.why : "no answer"})`);
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
/** The registry of both versions: names of `PublicKeyDetails` in sigstore_common.proto. PSS is not in it. */
const REGISTERED = {
	"ecdsa-p256-sha256": "PKIX_ECDSA_P256_SHA_256",
	"ecdsa-p384-sha384": "PKIX_ECDSA_P384_SHA_384",
	"ecdsa-p521-sha512": "PKIX_ECDSA_P521_SHA_512",
	"rsa-pkcs1-2048-sha256": "PKIX_RSA_PKCS1V15_2048_SHA256",
	"rsa-pkcs1-3072-sha256": "PKIX_RSA_PKCS1V15_3072_SHA256",
	"rsa-pkcs1-4096-sha256": "PKIX_RSA_PKCS1V15_4096_SHA256"
};
const isRegistered = (algorithm) => Object.hasOwn(REGISTERED, algorithm);
/** Where a signature cannot go, and why. */
function obstacleOf(algorithm, version, kind) {
	if (version === 1 && kind === "envelope") {
		if (algorithm === "ed25519") return void 0;
		if (!isRegistered(algorithm)) return "its registry does not have this algorithm";
		return ALGORITHMS[algorithm].hash === "sha256" ? void 0 : "it checks envelopes with SHA-256 alone";
	}
	if (algorithm === "ed25519") return "it takes Ed25519 over a digest (Ed25519ph) alone, which this key does not make";
	return isRegistered(algorithm) ? void 0 : "its registry does not have this algorithm";
}
/** The name of the key's algorithm in the log's registry; empty where an entry needs none. Throws LOG_REFUSED. */
function logAlgorithm({ key: { algorithm }, content: { kind } }, { url, version }) {
	const obstacle = obstacleOf(algorithm, version, kind);
	if (obstacle === void 0) return isRegistered(algorithm) ? REGISTERED[algorithm] : "";
	const what = kind === "envelope" ? "an envelope" : "a file";
	throw new ClawError("LOG_REFUSED", `The log ${url.host} (Rekor v${version}) cannot hold the signature of ${what} by ${algorithm}: ${obstacle}.`, { remedy: "Use a key of ecdsa-p256-sha256, or transparency-log: none." });
}
// packages/sigstore/src/sign/log-entry.ts
/** Bytes in base64 or hexadecimal. Logs write them canonically; that the bundle is read again is checked elsewhere. */
const bytesIn = (encoding) => pipe(string(), check((text) => Buffer.from(text, encoding).toString(encoding) === text), transform((text) => Buffer.from(text, encoding)));
const logFailed = ({ url }, why) => new ClawError("LOG_FAILED", `The transparency log ${url.host} ${why}.`);
function checkInclusion({ canonicalizedBody, inclusionProof }) {
	if (inclusionProof === void 0) return "without a proof of inclusion";
	const { logIndex, treeSize, rootHash, hashes, checkpoint } = inclusionProof;
	const signed = parseCheckpoint(checkpoint?.envelope ?? "");
	const path = {
		index: BigInt(logIndex),
		size: BigInt(treeSize),
		hashes
	};
	if (rootOf(leafHash(canonicalizedBody), path)?.equals(rootHash) !== true) return "with a proof of inclusion that does not lead to its root";
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
/** The entry, if it is about this signature and in the tree that it names. Throws LOG_FAILED. */
function checkedEntry(entry, { log, signed }) {
	const refuse = (why) => logFailed(log, `answered ${why}`);
	if (!isAbout(entry, signed)) throw refuse("with an entry about another signature");
	if (log.version === 1 && (entry.inclusionPromise?.signedEntryTimestamp.length ?? 0) === 0) throw refuse("without a signed time");
	const problem = checkInclusion(entry);
	if (problem !== void 0) throw refuse(problem);
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
function proposalOf({ content, key }) {
	const verifier = base64$1(key.certificate === void 0 ? pemOf("PUBLIC KEY", key.publicKey) : pemOf("CERTIFICATE", key.certificate));
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
/** One entry under a name of the log's own choice. */
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
/** Where the log says that the entry is; nowhere else is asked. */
function existingEntry({ location }, log) {
	const [id] = /[0-9a-f]{64,80}$/.exec(location ?? "") ?? [];
	if (id === void 0) throw logFailed(log, "has the entry already and does not say where");
	return below(log.url, `${ENTRIES}/${id}`);
}
/** The answer to the proposal, or what the log has of it: of a deterministic signature, or where an answer was lost. */
async function answerOf(request, proposal) {
	const { log, clock } = request;
	try {
		return await askJson(below(log.url, ENTRIES), proposal, clock);
	} catch (error) {
		if (!(error instanceof ServiceFailure) || error.status !== 409) throw error;
		return askWitness({
			url: existingEntry(error, log),
			accept: "application/json",
			clock
		});
	}
}
/** Throws LOG_FAILED or ServiceFailure. */
async function rekorV1Entry(request) {
	const { kind, spec } = proposalOf(request.signed);
	return checkedEntry(parseEntry$1(await answerOf(request, {
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
/** int64 in protobuf's JSON; a zero is left out. */
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
function digestOf({ content, key }) {
	if (content.kind === "message") return content.digest;
	const { hash } = ALGORITHMS[key.algorithm];
	const encoded = preAuthEncoding(content.payloadType, content.payload);
	return createHash(hash ?? "sha256").update(encoded).digest();
}
function requestOf(signed, keyDetails) {
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
		digest: base64(digestOf(signed)),
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
/** It tells the number of the entry and proves nothing, and its id cannot be had without its key. */
function knownSignature({ log, signed }) {
	if (ALGORITHMS[signed.key.algorithm].padding !== "pkcs1") return logFailed(log, "took the entry, whose answer was lost, and does not prove it a second time");
	return new ClawError("LOG_REFUSED", `The transparency log ${log.url.host} has this very signature already, and does not prove it a second time.`, { remedy: "Use a key of ecdsa-p256-sha256, whose signatures differ, or transparency-log: none." });
}
/** Throws LOG_FAILED, LOG_REFUSED or ServiceFailure. */
async function rekorV2Entry(request, keyDetails) {
	const { log, signed, clock } = request;
	const url = below(log.url, "api/v2/log/entries");
	return checkedEntry(parseEntry(await askJson(url, requestOf(signed, keyDetails), clock).catch((error) => {
		throw error instanceof ServiceFailure && error.status === 409 ? knownSignature(request) : error;
	}), log), request);
}
// packages/sigstore/src/sign/rekor.ts
function logError(error, log) {
	if (!(error instanceof ServiceFailure)) return error;
	return error.refused ? new ClawError("LOG_REFUSED", `The transparency log ${log.url.host} refused the entry (${error.why}).`) : logFailed(log, `failed (${error.why})`);
}
/**
* The entry of a signature, proven to be in the tree that the log's checkpoint names. Whether the log is
* to be trusted is for the verifier to say. Throws LOG_REFUSED or LOG_FAILED.
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
/** A witness for whom one failure is the failure of all: a bundle is complete or it is not written. */
function witnessOf({ timestampAuthorities, log, clock }) {
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
export { fulcioKey, timestamp, witnessOf };
