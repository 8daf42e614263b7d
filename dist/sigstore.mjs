import { __name, __toESM } from "./rolldown-runtime.mjs";
import { Base64Bytes, ClawError, MAX_MATERIAL_BYTES, MaterialBytes, ShortText, decodeBase64, decodePem, decodedText, exactObject, isJsonObject, optionalField, parseJson, preAuthEncoding, printable } from "./core.mjs";
import { array, check, custom, getDotPath, integer, literal, maxLength, maxValue, minLength, minValue, nullish, number, object, optional, picklist, pipe, rawTransform, regex, safeParse, strictObject, strictTuple, string, transform, union, unknown } from "./vendor-valibot.mjs";
import { isTransientStatus, parseEndpoint, proxyFor, withRetry } from "./net.mjs";
import { DerError, Members, SUBJECT_ALTERNATIVE_NAME, TAG, checkAuthority, checkEndEntity, contextTag, encodeDer, isNamedIssuer, isSignedBy, isSignedNow, isStrong, isWithin, issuerClaim, parseCertificate, parseRfc3339, parseTimestampResponse, readBoolean, readElements, readGeneralizedTime, readHash, readOid, readOne, readSmallInteger } from "./asn1.mjs";
import { createHash, createPublicKey } from "node:crypto";
import { join } from "node:path";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { setGlobalProxyFromEnv } from "node:http";
import { tmpdir } from "node:os";
// packages/sigstore/src/roots/key-details.ts
const rsa = (format, bits) => ({
	format,
	scheme: {
		type: "rsa",
		hash: "sha256"
	},
	...bits === void 0 ? {} : { bits }
});
const pss = (format, bits) => ({
	...rsa(format, bits),
	scheme: {
		type: "rsa",
		hash: "sha256",
		padding: "pss"
	}
});
const ec = (curve, hash) => ({
	format: "spki",
	scheme: {
		type: "ec",
		hash
	},
	curve
});
/** No log uses Ed25519ph, LMS, or deterministic ECDSA under its own name. */
const KEY_DETAILS = {
	PKCS1_RSA_PKCS1V5: rsa("pkcs1"),
	PKCS1_RSA_PSS: pss("pkcs1"),
	PKIX_RSA_PKCS1V5: rsa("spki"),
	PKIX_RSA_PSS: pss("spki"),
	PKIX_RSA_PKCS1V15_2048_SHA256: rsa("spki", 2048),
	PKIX_RSA_PKCS1V15_3072_SHA256: rsa("spki", 3072),
	PKIX_RSA_PKCS1V15_4096_SHA256: rsa("spki", 4096),
	PKIX_RSA_PSS_2048_SHA256: pss("spki", 2048),
	PKIX_RSA_PSS_3072_SHA256: pss("spki", 3072),
	PKIX_RSA_PSS_4096_SHA256: pss("spki", 4096),
	PKIX_ECDSA_P256_SHA_256: ec("prime256v1", "sha256"),
	PKIX_ECDSA_P384_SHA_384: ec("secp384r1", "sha384"),
	PKIX_ECDSA_P521_SHA_512: ec("secp521r1", "sha512"),
	PKIX_ECDSA_P384_SHA_256: ec("secp384r1", "sha256"),
	PKIX_ECDSA_P521_SHA_256: ec("secp521r1", "sha256"),
	PKIX_ED25519: {
		format: "spki",
		scheme: {
			type: "ed25519",
			hash: null
		}
	}
};
const isKeyDetailsName = (name) => typeof name === "string" && Object.hasOwn(KEY_DETAILS, name);
function fits(key, { scheme, curve, bits }) {
	const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
	if (key.asymmetricKeyType !== scheme.type || !isStrong(key)) return false;
	return (curve === void 0 || curve === namedCurve) && (bits === void 0 || bits === modulusLength);
}
/** Reads a key and how it signs. Returns undefined if the bytes are not a key of the named kind. */
function readLogKey(rawBytes, name) {
	const details = KEY_DETAILS[name];
	try {
		const key = createPublicKey({
			key: rawBytes,
			format: "der",
			type: details.format
		});
		return fits(key, details) ? {
			key,
			scheme: details.scheme
		} : void 0;
	} catch {
		return;
	}
}
// packages/sigstore/src/roots/trusted-root.ts
const MEDIA_TYPES = [
	"application/vnd.dev.sigstore.trustedroot+json;version=0.1",
	"application/vnd.dev.sigstore.trustedroot.v0.1+json",
	"application/vnd.dev.sigstore.trustedroot.v0.2+json"
];
/** The root of the public-good instance has 10 kB after five years. */
const MAX_TRUSTED_ROOT_BYTES = 1048576;
/** Limits the authorities and logs of a root, and the certificates of a chain. */
const MAX_ITEMS = 64;
const Time$1 = decodedText(parseRfc3339, "is not a time of RFC 3339");
/** If the start is missing, some readers assume 1970, which would trust a key before it was made. */
const TimeRange = pipe(exactObject({
	start: Time$1,
	end: optionalField(Time$1)
}), check(({ start, end }) => end === void 0 || start <= end, "ends before it begins"), transform(({ start, end }) => ({
	start,
	end
})));
const LogId = exactObject({ keyId: Base64Bytes });
const Text = nullish(string(), "");
const Log = exactObject({
	baseUrl: string(),
	hashAlgorithm: literal("SHA2_256"),
	publicKey: exactObject({
		rawBytes: Base64Bytes,
		keyDetails: custom(isKeyDetailsName, "is a kind of key that is not supported"),
		validFor: TimeRange
	}),
	logId: LogId,
	checkpointKeyId: optionalField(LogId),
	operator: Text
});
const Authority = exactObject({
	subject: nullish(exactObject({
		organization: Text,
		commonName: Text
	}), {}),
	uri: Text,
	certChain: exactObject({ certificates: pipe(array(exactObject({ rawBytes: Base64Bytes })), minLength(1, "has no certificate"), maxLength(MAX_ITEMS)) }),
	validFor: TimeRange,
	operator: Text
});
const boundedList = (item) => nullish(pipe(array(item), maxLength(MAX_ITEMS)), []);
const TrustedRoot = exactObject({
	mediaType: picklist(MEDIA_TYPES, "is not a media type of a trusted root"),
	tlogs: boundedList(Log),
	certificateAuthorities: boundedList(Authority),
	ctlogs: boundedList(Log),
	timestampAuthorities: boundedList(Authority)
});
const rootInvalid = (message) => new ClawError("TRUSTED_ROOT_INVALID", message);
/** Reads a trusted root from a JSON value. Throws TRUSTED_ROOT_INVALID. */
function trustedRootFromJson(json, name) {
	const result = safeParse(TrustedRoot, json, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		const where = printable(getDotPath(issue) ?? "its top");
		throw rootInvalid(`The trusted root "${printable(name)}" is not valid at ${where}: ${printable(issue.message)}.`);
	}
	const { mediaType: _, ...material } = result.output;
	return {
		...material,
		name
	};
}
/** Reads a trusted root; `name` is its path, for messages. Throws TRUSTED_ROOT_INVALID. */
function parseTrustedRoot(document, name) {
	let json;
	try {
		json = parseJson(document, `The trusted root "${name}"`, { bytes: MAX_TRUSTED_ROOT_BYTES });
	} catch (cause) {
		throw cause instanceof ClawError ? new ClawError("TRUSTED_ROOT_INVALID", cause.message, { cause }) : cause;
	}
	return trustedRootFromJson(json, name);
}
// packages/sigstore/src/roots/signed-roots.ts
/** Predicate type of `{ roots: [TrustedRoot, …], expires: RFC 3339 }`. */
const TRUSTED_ROOTS_TYPE = "https://open-claw.github.io/predicates/trusted-roots/v1";
const Predicate = pipe(custom(isJsonObject, "is not an object"), strictObject({
	roots: pipe(array(unknown()), minLength(1), maxLength(16)),
	expires: string()
}));
const invalid$5 = /* @__PURE__ */ __name((message) => new ClawError("TRUSTED_ROOT_INVALID", message), "invalid");
/**
* Reads the roots in a predicate that the caller has verified; `now` is in milliseconds since the epoch. Throws
* TRUSTED_ROOT_INVALID, or TRUSTED_ROOT_UNAVAILABLE after its expiry: an old list would hide who has been
* removed since.
*/
function rootsFromStatement(predicate, now) {
	const result = safeParse(Predicate, predicate, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		throw invalid$5(`The signed bundle of trusted roots is not valid at ${printable(getDotPath(issue) ?? "its top")}: ${printable(issue.message)}.`);
	}
	const expires = parseRfc3339(result.output.expires);
	if (expires === void 0) throw invalid$5("The signed bundle of trusted roots has an expiry that is not a time of RFC 3339.");
	if (!(now < expires)) throw new ClawError("TRUSTED_ROOT_UNAVAILABLE", `The signed bundle of trusted roots expired at ${new Date(expires).toISOString()}.`, { remedy: "Get a newer one from whoever signs it." });
	return result.output.roots.map((json, index) => trustedRootFromJson(json, `signed, number ${index + 1}`));
}
// packages/sigstore/src/verify/chain.ts
const isIssuedBy = (certificate, issuer) => isNamedIssuer(certificate, issuer) && isSignedNow(issuer.key, issuerClaim(certificate));
function checkLinks(chain) {
	for (const [index, certificate] of chain.entries()) {
		const issuer = chain[index + 1];
		if (issuer !== void 0 && !isIssuedBy(certificate, issuer)) throw new DerError("was not issued by the next one of its chain");
		if (isNamedIssuer(certificate, certificate) && !isSignedNow(certificate.key, issuerClaim(certificate))) throw new DerError("names itself as its issuer and has the signature of another");
	}
}
/** Checks what does not depend on the time (RFC 5280 §6.1), once for each root. Throws DerError. */
function checkAuthorityChain(chain, purpose) {
	const authorities = purpose === "timeStamping" ? chain.slice(1) : chain;
	if (authorities.length === 0) throw new DerError("has no authority above it");
	for (const [below, certificate] of authorities.entries()) checkAuthority(certificate, purpose, below);
	checkLinks(chain);
}
/** Returns each certificate of the chain as an issuer, with the chain above it: any of them may have issued (RFC 5280 §6.1). */
const eachIssuer = (authority) => authority.chain.map((issuer, index) => ({
	...authority,
	chain: [issuer, ...authority.chain.slice(index + 1)]
}));
/** Checks whether the root trusts the authority at this time, and each certificate of its chain is valid. */
const isInForce = ({ chain, validFor }, time) => isWithin(time, validFor) && chain.every(({ validity }) => isWithin(time, validity));
// packages/sigstore/src/verify/identity.ts
/** Fulcio's arc, and the extensions and the name below it that are not claims. */
const FULCIO = "1.3.6.1.4.1.57264.1";
const ISSUER = `${FULCIO}.1`;
const OTHER_NAME = `${FULCIO}.7`;
const ISSUER_V2 = `${FULCIO}.8`;
/** Extensions from before 2023 hold plain text. */
const RAW_CLAIMS = {
	2: "githubWorkflowTrigger",
	3: "githubWorkflowSHA",
	4: "githubWorkflowName",
	5: "githubWorkflowRepository",
	6: "githubWorkflowRef"
};
/** Extensions that hold a UTF8String. */
const CLAIMS = {
	9: "buildSignerURI",
	10: "buildSignerDigest",
	11: "runnerEnvironment",
	12: "sourceRepositoryURI",
	13: "sourceRepositoryDigest",
	14: "sourceRepositoryRef",
	15: "sourceRepositoryIdentifier",
	16: "sourceRepositoryOwnerURI",
	17: "sourceRepositoryOwnerIdentifier",
	18: "buildConfigURI",
	19: "buildConfigDigest",
	20: "buildTrigger",
	21: "runInvocationURI",
	22: "sourceRepositoryVisibilityAtSigning",
	23: "deploymentEnvironment"
};
function utf8(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new DerError("has text that is not UTF-8");
	}
}
const readUtf8String = (bytes) => utf8(readOne(bytes, TAG.utf8String).value);
/** Reads an IA5String of printable characters: a NUL or a line break would show one name and match another. */
function readIa5({ value }) {
	const text = value.toString("latin1");
	if (!/^[\x21-\x7e]+$/.test(text)) throw new DerError("has a subject alternative name that is not plain ASCII");
	return text;
}
function readOtherName(element) {
	const members = new Members(readElements(element, contextTag(0)));
	if (readOid(members.take(TAG.objectIdentifier)) !== OTHER_NAME) throw new DerError("has a subject alternative name of a kind that is not known");
	const text = readUtf8String(members.take(contextTag(0)).value);
	members.end();
	if (text === "") throw new DerError("has an empty subject alternative name");
	return text;
}
/** GeneralName (RFC 5280 §4.2.1.6) by tag: an e-mail address, a URI, or Fulcio's user name. */
const NAMES = /* @__PURE__ */ new Map([
	[contextTag(1, "primitive"), readIa5],
	[contextTag(6, "primitive"), readIa5],
	[contextTag(0), readOtherName]
]);
function readSubject({ extensions }) {
	const extension = extensions.get(SUBJECT_ALTERNATIVE_NAME);
	if (extension === void 0) throw new DerError("has no subject alternative name");
	const names = readElements(readOne(extension.value, TAG.sequence));
	if (names.length !== 1) throw new DerError("has other than one subject alternative name");
	const [name] = names;
	const read = NAMES.get(name?.tag ?? 0);
	if (name === void 0 || read === void 0) throw new DerError("has a subject alternative name of a kind that is not known");
	return read(name);
}
function readIssuer({ extensions }) {
	const encoded = extensions.get(ISSUER_V2);
	const raw = extensions.get(ISSUER);
	const issuers = [...encoded === void 0 ? [] : [readUtf8String(encoded.value)], ...raw === void 0 ? [] : [utf8(raw.value)]];
	const [issuer] = issuers;
	if (issuer === void 0 || issuer === "") throw new DerError(`does not name the issuer of its identity, as Fulcio's extensions ${ISSUER_V2} or ${ISSUER} do`);
	if (issuers.some((other) => other !== issuer)) throw new DerError("names two issuers of its identity");
	return issuer;
}
function readClaims({ extensions }, names, read) {
	return Object.entries(names).flatMap(([number, name]) => {
		const extension = extensions.get(`${FULCIO}.${number}`);
		return extension === void 0 ? [] : [[name, read(extension.value)]];
	});
}
/** Reads the identity in the certificate. Throws DerError if it names none, or two. */
function certifiedIdentity(certificate) {
	return {
		issuer: readIssuer(certificate),
		subject: readSubject(certificate),
		claims: Object.fromEntries([...readClaims(certificate, RAW_CLAIMS, utf8), ...readClaims(certificate, CLAIMS, readUtf8String)])
	};
}
// packages/sigstore/src/verify/sct.ts
/** Extension that lists the timestamps (RFC 6962 §3.3). */
const SCT_LIST = "1.3.6.1.4.1.11129.2.4.2";
/** `v1(0)` of Version, `certificate_timestamp(0)` of SignatureType and `precert_entry(1)` of LogEntryType (RFC 6962 §3.1, §3.2). */
const VERSION_1 = 0;
const CERTIFICATE_TIMESTAMP = 0;
const PRECERT_ENTRY = Uint8Array.of(0, 1);
/** Tag of the extensions in a TBSCertificate (RFC 5280 §4.1). */
const EXTENSIONS = contextTag(3);
/** RFC 5246 §7.4.1.4.1: SHA-256 with RSA or ECDSA, which is all that RFC 6962 §2.1.4 allows. */
const SIGNATURES = /* @__PURE__ */ new Map([[1025, "rsa"], [1027, "ec"]]);
const VERSION_BYTES = 1;
/** The fields of fixed length (RFC 6962 §3.2): version, log, time. */
const FIXED_BYTES = 41;
/** SignatureAndHashAlgorithm (RFC 5246 §7.4.1.4.1). */
const ALGORITHM_BYTES = 2;
/** The length before an `opaque<0..2^16-1>`, and before an `ASN.1Cert` of up to 2^24-1 bytes. */
const LENGTH_BYTES = 2;
const CERTIFICATE_LENGTH_BYTES = 3;
/** Returns the `opaque<0..2^16-1>` at `offset`, with its length. */
function opaqueAt(bytes, offset) {
	if (offset + LENGTH_BYTES > bytes.length) throw new DerError("is cut short");
	const end = offset + LENGTH_BYTES + bytes.readUInt16BE(offset);
	if (end > bytes.length) throw new DerError("is cut short");
	return bytes.subarray(offset, end);
}
/** Returns undefined for another version: its structure is not known. */
function parseSignedTimestamp(bytes) {
	if (bytes[0] !== VERSION_1) return void 0;
	if (bytes.length < FIXED_BYTES) throw new DerError("is cut short");
	const extensions = opaqueAt(bytes, FIXED_BYTES);
	const algorithmAt = FIXED_BYTES + extensions.length;
	const signatureAt = algorithmAt + ALGORITHM_BYTES;
	if (signatureAt > bytes.length) throw new DerError("is cut short");
	const signature = opaqueAt(bytes, signatureAt);
	if (signatureAt + signature.length !== bytes.length) throw new DerError("has bytes after its end");
	return {
		logId: bytes.subarray(VERSION_BYTES, 33),
		time: bytes.subarray(33, FIXED_BYTES),
		extensions,
		keyType: SIGNATURES.get(bytes.readUInt16BE(algorithmAt)),
		signature: signature.subarray(LENGTH_BYTES)
	};
}
function embeddedTimestamps({ extensions }) {
	const extension = extensions.get(SCT_LIST);
	if (extension === void 0) return [];
	const { value } = readOne(extension.value, TAG.octetString);
	const list = opaqueAt(value, 0);
	if (list.length !== value.length) throw new DerError("has bytes after its end");
	const found = [];
	for (let offset = LENGTH_BYTES; offset < list.length;) {
		const item = opaqueAt(list, offset);
		const read = parseSignedTimestamp(item.subarray(LENGTH_BYTES));
		if (read !== void 0) found.push(read);
		offset += item.length;
	}
	return found;
}
/** Returns the signed part without the extension that holds the timestamps (RFC 6962 §3.2). */
function withoutTimestamps({ tbsFields, extensions }) {
	const others = [...extensions].filter(([oid]) => oid !== SCT_LIST).map(([, { whole }]) => whole);
	const container = encodeDer(EXTENSIONS, [encodeDer(TAG.sequence, others)]);
	return encodeDer(TAG.sequence, [...tbsFields, container]);
}
/** Encodes the `digitally-signed struct` of RFC 6962 §3.2 with certificate_timestamp(0) and precert_entry(1). */
function signedData(sct, precertificate, issuer) {
	const size = Buffer.alloc(CERTIFICATE_LENGTH_BYTES);
	size.writeUIntBE(precertificate.length, 0, CERTIFICATE_LENGTH_BYTES);
	return Buffer.concat([
		Uint8Array.of(VERSION_1, CERTIFICATE_TIMESTAMP),
		sct.time,
		PRECERT_ENTRY,
		createHash("sha256").update(issuer.spki).digest(),
		size,
		precertificate,
		sct.extensions
	]);
}
const invalid$4 = /* @__PURE__ */ __name((message) => new ClawError("SCT_INVALID", message), "invalid");
/**
* Checks that a certificate transparency log of the trusted root accepted the certificate. Timestamps of other
* logs are ignored; one of a known log must verify. Throws SCT_INVALID, or DerError.
*/
async function checkTransparency(certificate, issuer, logs) {
	const timestamps = embeddedTimestamps(certificate);
	if (timestamps.length === 0) throw invalid$4("The certificate has no signed certificate timestamp; so nobody but its issuer can know that it was issued.");
	const precertificate = withoutTimestamps(certificate);
	let known = 0;
	for (const sct of timestamps) {
		const named = logs.filter(({ ids }) => ids.some((id) => id.equals(sct.logId)));
		if (named.length === 0) continue;
		known += 1;
		const time = Number(sct.time.readBigUInt64BE());
		const log = named.find(({ validFor }) => isWithin(time, validFor));
		if (log === void 0) throw invalid$4("The certificate was logged while the trusted root does not trust the log; so nobody but its issuer can know that it was issued.");
		const claim = {
			scheme: log.scheme,
			data: signedData(sct, precertificate, issuer),
			signature: sct.signature
		};
		if (sct.keyType !== log.scheme.type || !await isSignedBy(log.key, claim)) throw invalid$4("The certificate has a signed certificate timestamp that does not verify; so nobody but its issuer can know that it was issued.");
	}
	if (known === 0) throw invalid$4("The certificate is in no certificate transparency log of the trusted root; so nobody but its issuer can know that it was issued.");
}
// packages/sigstore/src/verify/certificate.ts
/**
* The algorithms that a certified key may sign with; the certificate does not say. The hash has the size of
* the curve, or is SHA-256, which older clients use for every curve; RSA is PKCS #1 v1.5, as in Fulcio's clients.
*/
const ALGORITHMS = /* @__PURE__ */ new Map([
	["ec prime256v1", ["ecdsa-p256-sha256"]],
	["ec secp384r1", ["ecdsa-p384-sha384", "ecdsa-p384-sha256"]],
	["ec secp521r1", ["ecdsa-p521-sha512", "ecdsa-p521-sha256"]],
	["rsa 2048", ["rsa-pkcs1-2048-sha256"]],
	["rsa 3072", ["rsa-pkcs1-3072-sha256"]],
	["rsa 4096", ["rsa-pkcs1-4096-sha256"]],
	["ed25519", ["ed25519"]]
]);
function signingKeys({ key }) {
	const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
	const kind = [key.asymmetricKeyType, namedCurve ?? modulusLength].filter((part) => part !== void 0).join(" ");
	const algorithms = ALGORITHMS.get(kind);
	if (algorithms === void 0) throw new DerError("has a key of a kind that is not supported");
	return algorithms.map((algorithm) => ({
		algorithm,
		key
	}));
}
const invalid$3 = /* @__PURE__ */ __name((message) => new ClawError("CERTIFICATE_INVALID", message), "invalid");
/** Runs `read`, and throws CERTIFICATE_INVALID for bytes that it cannot read. */
async function reading(read) {
	try {
		return await read();
	} catch (error) {
		throw error instanceof DerError ? invalid$3(`The certificate of the bundle ${error.message}.`) : error;
	}
}
/**
* Reads the certificate of a bundle, the first of its chain. The others are ignored: "Verifiers SHOULD
* handle old or non-complying bundles that have superfluous intermediate and/or root CA certificates by either
* ignoring them or explicitly considering them untrusted" (sigstore_bundle.proto, VerificationMaterial).
* Throws CERTIFICATE_INVALID.
*/
function readSigner([leaf]) {
	return reading(() => {
		const certificate = parseCertificate(leaf);
		checkEndEntity(certificate, "codeSigning");
		return {
			certificate,
			identity: certifiedIdentity(certificate),
			keys: signingKeys(certificate)
		};
	});
}
/** Finds the authorities that issued this certificate. Throws CERTIFICATE_UNTRUSTED. */
async function findIssuers({ certificate }, authorities) {
	const named = authorities.filter(({ chain: [issuer] }) => isNamedIssuer(certificate, issuer));
	const found = [];
	for (const authority of named) if (await isSignedBy(authority.chain[0].key, issuerClaim(certificate))) found.push(authority);
	if (found.length === 0) throw new ClawError("CERTIFICATE_UNTRUSTED", "The certificate of the bundle does not lead to an authority of the trusted root.");
	return found;
}
const expired = (message) => new ClawError("CERTIFICATE_EXPIRED", message);
/**
* Returns the issuers that were trusted, with valid certificates, at every established time. Throws
* CERTIFICATE_EXPIRED if there is none, or if the certificate itself was not valid.
*/
function issuersInForce({ certificate }, issuers, times) {
	if (!times.every((time) => isWithin(time, certificate.validity))) throw expired("The certificate of the bundle was not valid at a time that is established for the signature.");
	const inForce = issuers.filter((authority) => times.every((time) => isInForce(authority, time)));
	if (inForce.length === 0) throw expired("The certificate of the bundle is of an authority that was not trusted, or not valid, at a time that is established.");
	return inForce;
}
/** Checks that a log of one of the issuers accepted the certificate. Throws SCT_INVALID or CERTIFICATE_INVALID. */
async function checkAnyTransparency({ certificate }, issuers) {
	let refusal;
	for (const { chain, ctLogs } of issuers) {
		if (ctLogs.length === 0) return;
		try {
			return await reading(() => checkTransparency(certificate, chain[0], ctLogs));
		} catch (error) {
			if (!(error instanceof ClawError)) throw error;
			refusal = error;
		}
	}
	if (refusal !== void 0) throw refusal;
}
// packages/sigstore/src/verify/distinct-witnesses.ts
/** Keeps the same time of the same authority once. */
function distinctTimes(times) {
	return times.filter(({ source, authority, time }, index) => index === times.findIndex((other) => other.source === source && other.authority === authority && other.time === time));
}
/** sigstore_trustroot.proto: logs of one operator "should count as only one valid proof"; so does one log under two names. */
const isSameWitness = ({ log: one }, { log: other }) => one.key.equals(other.key) || one.operator !== "" && one.operator === other.operator;
/** Keeps the first entry of each log. */
const distinctLogs = (entries) => entries.filter((entry, index) => index === entries.findIndex((other) => isSameWitness(entry, other)));
// packages/sigstore/src/verify/log-body.ts
const decoded = (decode) => decodedText(decode, "cannot be decoded");
const Base64 = decoded(decodeBase64);
const Hex = decoded((text) => /^(?:[0-9a-f]{2})+$/.test(text) ? Buffer.from(text, "hex") : void 0);
/** Rekor keeps the base64 of a signature as bytes, and encodes these in base64 again. */
const TwiceBase64 = decoded((text) => {
	const once = decodeBase64(text);
	return once === void 0 ? void 0 : decodeBase64(once.toString("latin1")) ?? once;
});
const KINDS = /* @__PURE__ */ new Map([["CERTIFICATE", "certificate"], ["PUBLIC KEY", "key"]]);
/** One PEM block in base64. Undefined for anything else. */
const PemVerifier = pipe(Base64, rawTransform(({ dataset, addIssue, NEVER }) => {
	const { label, der } = decodePem(dataset.value.toString("latin1")) ?? {};
	const kind = KINDS.get(label);
	if (kind !== void 0 && der !== void 0) return {
		kind,
		der
	};
	addIssue({ message: "is no certificate or public key" });
	return NEVER;
}));
const RawVerifier = pipe(union([object({ x509Certificate: object({ rawBytes: Base64 }) }), object({ publicKey: object({ rawBytes: Base64 }) })]), transform((verifier) => "publicKey" in verifier ? {
	kind: "key",
	der: verifier.publicKey.rawBytes
} : {
	kind: "certificate",
	der: verifier.x509Certificate.rawBytes
}));
const HashV1 = object({
	algorithm: picklist([
		"sha256",
		"sha384",
		"sha512"
	]),
	value: Hex
});
const HASHES = {
	SHA2_256: "sha256",
	SHA2_384: "sha384",
	SHA2_512: "sha512"
};
const HashV2 = object({
	algorithm: picklist([
		"SHA2_256",
		"SHA2_384",
		"SHA2_512"
	]),
	digest: Base64
});
const SignatureV2 = object({
	content: Base64,
	verifier: RawVerifier
});
const bodyWith = (spec) => object({
	kind: string(),
	apiVersion: string(),
	spec
});
/** The bodies that Rekor writes, by kind and version. Fields that are not compared are not read. */
const BODIES = {
	"hashedrekord 0.0.1": pipe(bodyWith(object({
		data: object({ hash: HashV1 }),
		signature: object({
			content: Base64,
			publicKey: object({ content: PemVerifier })
		})
	})), transform(({ spec: { data, signature } }) => ({
		digest: {
			of: "signed",
			hash: data.hash.algorithm,
			value: data.hash.value
		},
		signature: signature.content,
		verifier: signature.publicKey.content
	}))),
	"dsse 0.0.1": pipe(bodyWith(object({
		payloadHash: HashV1,
		signatures: strictTuple([object({
			signature: Base64,
			verifier: PemVerifier
		})])
	})), transform(({ spec: { payloadHash, signatures: [{ signature, verifier }] } }) => ({
		digest: {
			of: "payload",
			hash: payloadHash.algorithm,
			value: payloadHash.value
		},
		signature,
		verifier
	}))),
	"intoto 0.0.2": pipe(bodyWith(object({ content: object({
		payloadHash: HashV1,
		envelope: object({ signatures: strictTuple([object({
			sig: TwiceBase64,
			publicKey: PemVerifier
		})]) })
	}) })), transform(({ spec: { content: { payloadHash, envelope: { signatures: [{ sig, publicKey }] } } } }) => ({
		digest: {
			of: "payload",
			hash: payloadHash.algorithm,
			value: payloadHash.value
		},
		signature: sig,
		verifier: publicKey
	}))),
	"hashedrekord 0.0.2": pipe(bodyWith(object({ hashedRekordV002: object({
		data: HashV2,
		signature: SignatureV2
	}) })), transform(({ spec: { hashedRekordV002: { data, signature } } }) => ({
		digest: {
			of: "signed",
			hash: HASHES[data.algorithm],
			value: data.digest
		},
		signature: signature.content,
		verifier: signature.verifier
	}))),
	"dsse 0.0.2": pipe(bodyWith(object({ dsseV002: object({
		payloadHash: HashV2,
		signatures: strictTuple([SignatureV2])
	}) })), transform(({ spec: { dsseV002: { payloadHash, signatures: [signature] } } }) => ({
		digest: {
			of: "payload",
			hash: HASHES[payloadHash.algorithm],
			value: payloadHash.digest
		},
		signature: signature.content,
		verifier: signature.verifier
	})))
};
const isKnown = (name) => Object.hasOwn(BODIES, name);
const invalid$2 = /* @__PURE__ */ __name((message) => new ClawError("LOG_ENTRY_INVALID", message), "invalid");
const mismatch = (message) => new ClawError("LOG_ENTRY_MISMATCH", message);
/** Only bodies of one signature are read; they hold some thirty values. */
const BODY_LIMITS = {
	bytes: MAX_MATERIAL_BYTES,
	nodes: 256
};
function parseBody(bytes) {
	try {
		return parseJson(bytes, "A log entry of the bundle", BODY_LIMITS);
	} catch (cause) {
		throw cause instanceof ClawError ? new ClawError("LOG_ENTRY_INVALID", cause.message, { cause }) : cause;
	}
}
function readBody(bytes, { kind, version }) {
	const name = `${kind} ${version}`;
	if (!isKnown(name)) throw invalid$2("A log entry of the bundle is of a kind that is not supported.");
	const body = parseBody(bytes);
	if (!safeParse(object({
		kind: literal(kind),
		apiVersion: literal(version)
	}), body).success) throw invalid$2("A log entry of the bundle is of another kind than it says.");
	const result = safeParse(BODIES[name], body, { abortEarly: true });
	if (!result.success) throw invalid$2("A log entry of the bundle has a body that cannot be read.");
	return result.output;
}
const computeDigest$1 = /* @__PURE__ */ __name((hash, bytes) => createHash(hash).update(bytes).digest(), "computeDigest");
/** Returns the digest that the log must hold; undefined if the bundle has none of this kind. */
function expectedDigest(content, { of, hash }) {
	if (content.kind === "envelope") {
		const { payloadType, payload } = content;
		return computeDigest$1(hash, of === "payload" ? payload : preAuthEncoding(payloadType, payload));
	}
	return of === "signed" && content.kind === "message" && hash === content.hash ? content.digest : void 0;
}
/**
* Checks that a body of this kind is about a signature: the same digest, signature and verifier, since a valid
* entry of another artifact proves nothing. Throws LOG_ENTRY_INVALID or LOG_ENTRY_MISMATCH.
*/
function checkBody(bytes, kindVersion, { content, verifier }) {
	const body = readBody(bytes, kindVersion);
	if (expectedDigest(content, body.digest)?.equals(body.digest.value) !== true) throw mismatch("A log entry of the bundle is about another artifact.");
	if (!content.signature.equals(body.signature)) throw mismatch("A log entry of the bundle is about another signature.");
	if (verifier.kind !== body.verifier.kind || !body.verifier.der.equals(verifier.der)) throw mismatch("A log entry of the bundle is about another certificate or key.");
}
// packages/sigstore/src/log/canonical-json.ts
/** Writes members in the order of their UTF-16 code units, without blanks. Integers are passed as bigint. */
function canonicalJson(members) {
	return `{${Object.keys(members).toSorted((a, b) => a < b ? -1 : 1).map((name) => {
		const value = members[name];
		return `${JSON.stringify(name)}:${typeof value === "bigint" ? value.toString() : JSON.stringify(value)}`;
	}).join(",")}}`;
}
// packages/sigstore/src/log/checkpoint.ts
const HASH_BYTES$1 = 32;
const KEY_ID_BYTES = 4;
/** Logs and their witnesses; more than any log has. */
const MAX_SIGNATURES = 64;
/** A log signs once, but the ids of two of its keys may begin alike. Each line in its name costs one more check. */
const MAX_OWN_SIGNATURES = 4;
/** Lacks the flag u: with it, a line of megabytes exhausts the matcher's stack. */
const SIGNATURE_LINE = /^\u2014 (?<name>[^\s+]+) (?<signature>[A-Za-z0-9+/=]+)$/;
function parseSignature(line) {
	const { name, signature } = SIGNATURE_LINE.exec(line)?.groups ?? {};
	const bytes = signature === void 0 ? void 0 : decodeBase64(signature);
	if (name === void 0 || bytes === void 0 || bytes.length <= KEY_ID_BYTES) return void 0;
	return {
		name,
		keyId: bytes.subarray(0, KEY_ID_BYTES),
		signature: bytes.subarray(KEY_ID_BYTES)
	};
}
function parseSignatures(block) {
	if (!block.endsWith("\n")) return void 0;
	const lines = block.slice(0, -1).split("\n");
	if (lines.length > MAX_SIGNATURES) return void 0;
	const signatures = lines.map(parseSignature);
	return signatures.every((signature) => signature !== void 0) ? signatures : void 0;
}
/** The text may hold blank lines, so the last one separates. Negative if there is none, or the envelope is too long. */
const endOfText = (envelope) => envelope.length > 131072 ? -1 : envelope.lastIndexOf("\n\n");
/** Returns undefined for anything that is not a checkpoint. */
function parseCheckpoint(envelope) {
	const end = endOfText(envelope);
	if (end < 0) return void 0;
	const text = envelope.slice(0, end + 1);
	const signatures = parseSignatures(envelope.slice(end + 2));
	const [origin = "", size = "", hash = ""] = text.split("\n");
	const rootHash = decodeBase64(hash);
	if (signatures === void 0 || origin === "" || !/^(?:0|[1-9]\d{0,18})$/.test(size)) return void 0;
	if (rootHash?.length !== HASH_BYTES$1) return void 0;
	return {
		text,
		origin,
		size: BigInt(size),
		rootHash,
		signatures
	};
}
/** Rekor v1 writes the origin of `rekor.example` as `rekor.example - 42`. */
const isOriginName = (origin, name) => origin === name || origin.startsWith(`${name} - `) && /^\d+$/.test(origin.slice(name.length + 3));
/** Checks whether `log` signed the checkpoint in its own name. Signatures by others, such as witnesses, are ignored. */
async function isSignedByLog(checkpoint, log) {
	const data = Buffer.from(checkpoint.text);
	const own = checkpoint.signatures.filter(({ name, keyId }) => isOriginName(checkpoint.origin, name) && log.ids.some((id) => id.subarray(0, KEY_ID_BYTES).equals(keyId)));
	for (const { signature } of own.slice(0, MAX_OWN_SIGNATURES)) if (await isSignedBy(log.key, {
		scheme: log.scheme,
		data,
		signature
	})) return true;
	return false;
}
// packages/sigstore/src/log/merkle.ts
/** Prefixes that keep a leaf from passing for a node (RFC 6962 §2.1). */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
/** MTH({d0}): hash of a leaf. */
const leafHash = (entry) => createHash("sha256").update(LEAF).update(entry).digest();
const nodeHash = (left, right) => createHash("sha256").update(NODE).update(left).update(right).digest();
const bitLength = (value) => value === 0n ? 0 : value.toString(2).length;
const countOnes = (value) => value.toString(2).replaceAll("0", "").length;
/**
* Computes the root from `leaf` and its path. Returns undefined if a path in a tree of this size has another
* length. Below the node where the paths to this leaf and to the last leaf part, siblings are on either side;
* above it, all of them are on the left.
*/
function rootFromPath(leaf, { index, size, hashes }) {
	if (index < 0n || index >= size) return void 0;
	const inner = bitLength(index ^ size - 1n);
	if (hashes.length !== inner + countOnes(index >> BigInt(inner))) return void 0;
	return hashes.reduce((node, sibling, level) => {
		return level < inner && (index >> BigInt(level) & 1n) === 0n ? nodeHash(node, sibling) : nodeHash(sibling, node);
	}, leaf);
}
// packages/sigstore/src/verify/log-entry.ts
/** A SHA-256, with which logs build their trees (RFC 6962 §2.1). */
const HASH_BYTES = 32;
/** A path in a tree of 2^63 leaves. */
const MAX_HASHES = 63;
const Hash = pipe(MaterialBytes, check(({ length }) => length === HASH_BYTES, "is not a SHA-256"));
/** int64 in protobuf's JSON, without a sign: nothing here is negative. Writers omit a zero. */
const Int64 = pipe(nullish(string(), "0"), regex(/^(?:0|[1-9]\d{0,18})$/), transform((digits) => BigInt(digits)));
const Entry = exactObject({
	logIndex: Int64,
	logId: exactObject({ keyId: MaterialBytes }),
	kindVersion: exactObject({
		kind: ShortText,
		version: ShortText
	}),
	integratedTime: Int64,
	inclusionPromise: optionalField(exactObject({ signedEntryTimestamp: MaterialBytes })),
	inclusionProof: optionalField(exactObject({
		logIndex: Int64,
		rootHash: Hash,
		treeSize: Int64,
		hashes: nullish(pipe(array(Hash), maxLength(MAX_HASHES)), []),
		checkpoint: exactObject({ envelope: pipe(string(), maxLength(MAX_MATERIAL_BYTES)) })
	})),
	canonicalizedBody: MaterialBytes
});
const invalid$1 = /* @__PURE__ */ __name((message) => new ClawError("LOG_ENTRY_INVALID", message), "invalid");
/** Reads an entry of the bundle. Throws LOG_ENTRY_INVALID. */
function readEntry(json) {
	const result = safeParse(Entry, json, { abortEarly: true });
	if (result.success) return result.output;
	throw invalid$1(`A log entry of the bundle is not valid at ${printable(getDotPath(result.issues[0]) ?? "its top")}.`);
}
/** Checks Rekor's promise: the log signs when it accepted the entry, and its place (RFC 8785 of four members). */
async function checkPromise(entry, promise, log) {
	const payload = canonicalJson({
		body: entry.canonicalizedBody.toString("base64"),
		integratedTime: entry.integratedTime,
		logID: entry.logId.keyId.toString("hex"),
		logIndex: entry.logIndex
	});
	const claim = {
		scheme: log.scheme,
		data: Buffer.from(payload),
		signature: promise
	};
	if (!await isSignedBy(log.key, claim)) throw invalid$1("A log entry of the bundle has a signed entry timestamp that does not verify.");
}
async function checkProof(entry, proof, log) {
	const { logIndex: index, treeSize: size, rootHash, hashes, checkpoint: { envelope } } = proof;
	const checkpoint = parseCheckpoint(envelope);
	if (checkpoint === void 0) throw invalid$1("A log entry of the bundle has a checkpoint that cannot be read.");
	if (checkpoint.size !== size || !checkpoint.rootHash.equals(rootHash)) throw invalid$1("A log entry of the bundle has a proof for another tree than its checkpoint.");
	if (rootFromPath(leafHash(entry.canonicalizedBody), {
		index,
		size,
		hashes
	})?.equals(rootHash) !== true) throw invalid$1("A log entry of the bundle has a proof of inclusion that does not lead to its root.");
	if (!await isSignedByLog(checkpoint, log)) throw invalid$1("A log entry of the bundle has a checkpoint that its log did not sign.");
}
/** Checks whether the root trusts the log at each of these times. Without a time, a log with an end may have been closed. */
const isTrustedAt = ({ validFor }, times) => times.length === 0 ? validFor.end === void 0 : times.every((time) => isWithin(time, validFor));
/** Finds the log of the trusted root that the entry names, trusted at these times. Throws LOG_ENTRY_INVALID. */
function trustedLog({ logId }, logs, times) {
	const named = logs.filter(({ ids }) => ids.some((id) => id.equals(logId.keyId)));
	if (named.length === 0) throw invalid$1("A log entry of the bundle is of no log of the trusted root.");
	const log = named.find((candidate) => isTrustedAt(candidate, times));
	if (log === void 0) throw invalid$1("A log entry of the bundle is of a log that the trusted root did not trust at the time.");
	return log;
}
/** Checks that the entry has a proof. Before 0.2 the promise of the log suffices (sigstore_bundle.proto). */
function checkProvable({ inclusionPromise, inclusionProof }, version) {
	if (!(inclusionProof !== void 0 || version === "0.1" && inclusionPromise !== void 0)) throw invalid$1("A log entry of the bundle has no proof of inclusion.");
}
/** Checks what the log signed for the entry: its promise, its tree, or both. Throws LOG_ENTRY_INVALID. */
async function checkInclusion(entry, log) {
	const { inclusionPromise, inclusionProof } = entry;
	if (inclusionPromise !== void 0) await checkPromise(entry, inclusionPromise.signedEntryTimestamp, log);
	if (inclusionProof !== void 0) await checkProof(entry, inclusionProof, log);
}
/** Returns the proven time and index. Only the promise signs those at the top; without it, the index in the tree is proven. */
function signedFacts(entry) {
	if (entry.inclusionPromise === void 0) return {
		index: String(entry.inclusionProof?.logIndex),
		time: void 0
	};
	return {
		index: String(entry.logIndex),
		time: Number(entry.integratedTime) * 1e3
	};
}
// packages/sigstore/src/verify/timestamp.ts
function checkExtensions(container) {
	if (container === void 0) return;
	for (const extension of readElements({
		...container,
		tag: TAG.sequence
	})) {
		const members = new Members(readElements(extension));
		const oid = readOid(members.take(TAG.objectIdentifier));
		const flag = members.optional(TAG.boolean);
		if (flag !== void 0 && readBoolean(flag)) throw new DerError(`has the critical extension ${oid}, which is not understood`);
	}
}
/** TSTInfo (RFC 3161 §2.4.2). */
function parseTimestampInfo(bytes) {
	const members = new Members(readElements(readOne(bytes, TAG.sequence)));
	if (readSmallInteger(members.take(TAG.integer)) !== 1) throw new DerError("is not of version 1");
	members.take(TAG.objectIdentifier);
	const imprint = new Members(readElements(members.take(TAG.sequence)));
	const hash = readHash(imprint.take(TAG.sequence));
	const digest = imprint.take(TAG.octetString).value;
	imprint.end();
	members.take(TAG.integer);
	const time = readGeneralizedTime(members.take(TAG.generalizedTime));
	members.optional(TAG.sequence);
	members.optional(TAG.boolean);
	members.optional(TAG.integer);
	members.optional(contextTag(0));
	checkExtensions(members.optional(contextTag(1)));
	members.end();
	return {
		imprint: {
			hash,
			digest
		},
		time
	};
}
const computeDigest = (hash, bytes) => createHash(hash).update(bytes).digest();
const invalid = (message) => new ClawError("TIMESTAMP_INVALID", message);
/** RFC 5035 §5.4: the signer says which of two certificates with one key and name it used. */
function namesCertificate({ certificateDigest }, { der }) {
	if (certificateDigest === void 0) return true;
	return computeDigest(certificateDigest.hash, der).equals(certificateDigest.digest);
}
async function isMadeBy(info, authority) {
	const [leaf] = authority.chain;
	checkEndEntity(leaf, "timeStamping");
	const { scheme, signedAttributes: data, signature } = info;
	return namesCertificate(info, leaf) && await isSignedBy(leaf.key, {
		scheme,
		data,
		signature
	});
}
async function verify$1(response, signature, authorities) {
	const info = parseTimestampResponse(response);
	const { imprint, time } = parseTimestampInfo(info.content);
	if (!computeDigest(imprint.hash, signature).equals(imprint.digest)) throw invalid("A timestamp of the bundle is over other bytes than the signature.");
	const { signer, digest } = info;
	const named = authorities.filter(({ chain: [leaf] }) => leaf.issuer.equals(signer.issuer) && leaf.serial.equals(signer.serial));
	if (named.length === 0) throw invalid("A timestamp of the bundle is of no authority of the trusted root.");
	const trusted = named.filter((authority) => isInForce(authority, time));
	if (trusted.length === 0) throw invalid("A timestamp of the bundle is of an authority that the trusted root did not trust at the time, or whose certificates were not valid.");
	if (!computeDigest(digest.hash, info.content).equals(digest.value)) throw invalid("A timestamp of the bundle has a signature over another content.");
	for (const authority of trusted) if (await isMadeBy(info, authority)) return {
		source: "timestamp-authority",
		authority: authority.name,
		time
	};
	throw invalid("A timestamp of the bundle has a signature that does not verify.");
}
__name(verify$1, "verify");
/**
* Returns the time at which an authority of the trusted root saw `signature`; `response` is the DER of a
* TimeStampResp. Throws TIMESTAMP_INVALID.
*/
async function verifyTimestamp(response, signature, authorities) {
	try {
		return await verify$1(response, signature, authorities);
	} catch (error) {
		throw error instanceof DerError ? invalid(`A timestamp of the bundle ${error.message}.`) : error;
	}
}
// packages/sigstore/src/verify/bundle-checks.ts
function certificateChain({ signer }) {
	if (signer.kind === "certificate") return signer.chain;
	throw new ClawError("CERTIFICATE_INVALID", "The bundle has a key and no certificate.");
}
/** Checks a bundle with a certificate. Throws as `TrustedRoots.certificate`. */
async function checkCertificate(bundle, trusted) {
	const signer = await readSigner(certificateChain(bundle));
	const issuers = await findIssuers(signer, trusted.issuers);
	const facts = await checkWitnesses(bundle, {
		kind: "certificate",
		der: signer.certificate.der
	}, trusted);
	const times = facts.times.map(({ time }) => time);
	if (times.length === 0) throw new ClawError("TRUSTED_TIME_MISSING", "Nothing establishes when the bundle was signed, so nothing tells whether its certificate was valid.");
	await checkAnyTransparency(signer, issuersInForce(signer, issuers, times));
	return {
		identity: signer.identity,
		keys: signer.keys,
		...facts
	};
}
/**
* Checks every timestamp and log entry. The bundle is refused if one does not verify: it was put there to
* mislead, or is damaged. Throws TIMESTAMP_INVALID, LOG_ENTRY_INVALID or LOG_ENTRY_MISMATCH.
*/
async function checkWitnesses(bundle, verifier, { authorities, logs }) {
	const { content, version } = bundle;
	const stamped = [];
	for (const response of bundle.timestamps) stamped.push(await verifyTimestamp(response, content.signature, authorities));
	const context = {
		version,
		logged: {
			content,
			verifier
		},
		logs,
		times: stamped.map(({ time }) => time)
	};
	const entries = [];
	for (const entry of bundle.logEntries) entries.push(await checkLogEntry(entry, context));
	const logged = entries.flatMap(({ log, time }) => time === void 0 ? [] : [{
		source: "transparency-log",
		authority: log.name,
		time
	}]);
	return {
		times: distinctTimes([...stamped, ...logged]),
		logged: distinctLogs(entries).map(({ log, index }) => ({
			log: log.name,
			index
		}))
	};
}
async function checkLogEntry(json, context) {
	const entry = readEntry(json);
	checkProvable(entry, context.version);
	const { index, time } = signedFacts(entry);
	const log = trustedLog(entry, context.logs, time === void 0 ? context.times : [time]);
	await checkInclusion(entry, log);
	checkBody(entry.canonicalizedBody, entry.kindVersion, context.logged);
	return {
		log,
		index,
		time
	};
}
// packages/sigstore/src/roots/trusted-roots.ts
/** Prefers the operator: a count of authorities must not count two of one operator (sigstore_trustroot.proto). */
function authorityName({ operator, uri, subject: { organization, commonName } }) {
	return [
		operator,
		uri,
		[organization, commonName].filter((part) => part !== "").join(" ")
	].find((name) => name !== "") ?? "unnamed";
}
function readAuthority(json, purpose, root) {
	const name = authorityName(json);
	try {
		const [first, ...others] = json.certChain.certificates.map(({ rawBytes }) => parseCertificate(rawBytes));
		if (first === void 0) throw new DerError("is missing");
		const authority = {
			name,
			chain: [first, ...others],
			validFor: json.validFor
		};
		checkAuthorityChain(authority.chain, purpose);
		return authority;
	} catch (error) {
		if (!(error instanceof DerError)) throw error;
		throw rootInvalid(`The trusted root "${printable(root)}" has a certificate of the authority "${printable(name)}" that ${error.message}.`);
	}
}
function readLog({ baseUrl, operator, publicKey, logId, checkpointKeyId }, root) {
	const key = readLogKey(publicKey.rawBytes, publicKey.keyDetails);
	if (key === void 0) throw rootInvalid(`The trusted root "${printable(root)}" has a key of the log "${printable(baseUrl)}" that is not what it says.`);
	return {
		name: baseUrl,
		operator,
		ids: [logId, ...checkpointKeyId === void 0 ? [] : [checkpointKeyId]].map(({ keyId }) => keyId),
		validFor: publicKey.validFor,
		...key
	};
}
/** The certificate transparency logs of a root apply to its own authorities only: another root may have none. */
function trustAnchors(material) {
	const { name, certificateAuthorities, timestampAuthorities, tlogs, ctlogs } = material;
	if (certificateAuthorities.length + timestampAuthorities.length + tlogs.length === 0) throw rootInvalid(`The trusted root "${printable(name)}" trusts nobody.`);
	const ctLogs = ctlogs.map((log) => readLog(log, name));
	return {
		issuers: certificateAuthorities.flatMap((json) => eachIssuer(readAuthority(json, "codeSigning", name))).map((issuer) => ({
			...issuer,
			ctLogs
		})),
		authorities: timestampAuthorities.map((json) => readAuthority(json, "timeStamping", name)),
		logs: tlogs.map((log) => readLog(log, name))
	};
}
/** Gives one name to each key: one key in two roots, or in two certificates, is still a single witness. */
function namedByKey(authorities) {
	const names = /* @__PURE__ */ new Map();
	return authorities.map((authority) => {
		const key = authority.chain[0].spki.toString("base64");
		const name = names.get(key) ?? authority.name;
		names.set(key, name);
		return {
			...authority,
			name
		};
	});
}
/**
* Reads the certificates and keys of roots. Each of several roots is trusted for everything.
* Throws TRUSTED_ROOT_INVALID if a certificate or key cannot be used.
*/
function readTrustedRoots(materials) {
	const roots = materials.map(trustAnchors);
	const trusted = {
		issuers: roots.flatMap(({ issuers }) => issuers),
		authorities: namedByKey(roots.flatMap(({ authorities }) => authorities)),
		logs: roots.flatMap(({ logs }) => logs)
	};
	return {
		witnesses: (bundle, publicKey) => checkWitnesses(bundle, {
			kind: "key",
			der: publicKey
		}, trusted),
		certificate: (bundle) => checkCertificate(bundle, trusted)
	};
}
// packages/sigstore/src/roots/tuf.ts
const TRUSTED_ROOT = "trusted_root.json";
/** Lists everything that led to an error, the error first. */
function causeChain(error) {
	if (!isJsonObject(error)) return [];
	const { message, statusCode } = error;
	return [{
		kind: error.constructor.name,
		text: typeof message === "string" ? message : "",
		status: typeof statusCode === "number" ? statusCode : void 0
	}, ...causeChain(error["cause"])];
}
/**
* The library turns some errors into the text of others (its updater.js), so only the text tells that a server
* did not answer or that metadata expired. Anything else means that the repository itself is wrong.
*/
const UNANSWERED = /(?:fetch failed|terminated|due to timeout)$/;
const OVER = /(?:Failed to download|is expired)$/;
const isUnavailable = ({ text, status }) => status !== void 0 || UNANSWERED.test(text) || OVER.test(text);
function isWorthRetrying(error) {
	return causeChain(error).some(({ text, status }) => UNANSWERED.test(text) || status !== void 0 && isTransientStatus(status));
}
const isMissingTarget = (error) => isJsonObject(error) && error["code"] === "TUF_FIND_TARGET_ERROR";
function failure(error, { mirror }) {
	const failed = (code, why) => new ClawError(code, `The TUF repository ${printable(mirror.host)} ${why}.`, { cause: error });
	if (isMissingTarget(error)) return failed("TRUSTED_ROOT_UNAVAILABLE", `has no ${TRUSTED_ROOT}`);
	const causes = causeChain(error);
	const status = causes.find((cause) => cause.status !== void 0)?.status;
	const kind = printable(status === void 0 ? causes.at(-1)?.kind ?? "unknown" : `status ${status}`);
	return causes.some(isUnavailable) ? failed("TRUSTED_ROOT_UNAVAILABLE", `gives no ${TRUSTED_ROOT} that is in date (${kind})`) : failed("TRUSTED_ROOT_INVALID", `does not lead from the pinned root to a ${TRUSTED_ROOT} (${kind})`);
}
/** Runs `use` with the proxy for one host: the library uses the global `fetch`, which knows no proxy. */
async function throughProxy(host, use) {
	const proxy = proxyFor(host);
	const restore = proxy === void 0 ? void 0 : setGlobalProxyFromEnv({
		https_proxy: proxy.href,
		no_proxy: ""
	});
	try {
		return await use();
	} finally {
		restore?.();
	}
}
/** Makes one attempt in a folder that is deleted afterwards: another job could have changed a cache that stays. */
async function fetchTarget({ mirror }, folder, timeout) {
	const { initTUF } = await import("./load-sigstore-tuf.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const client = await initTUF({
		mirrorURL: mirror.href.replace(/\/+$/, ""),
		rootPath: join(folder, "pinned-root.json"),
		cachePath: join(folder, "cache"),
		forceInit: true,
		retry: false,
		timeout
	});
	return Buffer.from(await client.getTarget(TRUSTED_ROOT));
}
async function withFolder(use) {
	const folder = await mkdtemp(join(tmpdir(), "open-claw-tuf-"));
	try {
		return await use(folder);
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
function readTarget(repository) {
	return withFolder(async (folder) => {
		await writeFile(join(folder, "pinned-root.json"), repository.root);
		return withRetry((timeout) => throughProxy(repository.mirror, () => fetchTarget(repository, folder, timeout)), (error) => ({
			retry: isWorthRetrying(error),
			why: `${repository.mirror.host} gives no root`
		}), repository.clock);
	});
}
/**
* Fetches the `trusted_root.json` of a repository. Throws TRUSTED_ROOT_UNAVAILABLE if it is missing, not
* served or out of date, and TRUSTED_ROOT_INVALID if it is not signed as the pinned root demands.
*/
async function tufTrustedRoot(repository) {
	let document;
	try {
		document = await readTarget(repository);
	} catch (error) {
		throw failure(error, repository);
	}
	return parseTrustedRoot(document, `${repository.mirror.host}/${TRUSTED_ROOT}`);
}
// packages/sigstore/src/services/instances.ts
/** Sigstore's public good instance. Its log is Rekor v1, since that address does not change with the year. */
const PUBLIC_GOOD = {
	certificateAuthority: new URL("https://fulcio.sigstore.dev"),
	timestampAuthority: new URL("https://timestamp.sigstore.dev/api/v1/timestamp"),
	log: {
		url: new URL("https://rekor.sigstore.dev"),
		version: 1
	}
};
/** Returns the domain of the tenant that issues tokens, such as `acme.ghe.com`. */
const githubTenant = ({ hostname }) => /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(hostname)?.[1];
/** Checks whether GitHub certifies jobs that have tokens of `issuer`. It does not for servers that others run. */
const hasGithubInstance = (issuer) => issuer.hostname === "token.actions.githubusercontent.com" || githubTenant(issuer) !== void 0;
/**
* Returns GitHub's instance for private repositories: that of github.com, or of the ghe.com tenant that issues
* the job's tokens. It has no public log.
*/
function githubInstance(issuer) {
	const domain = githubTenant(issuer) ?? "githubapp.com";
	return {
		certificateAuthority: new URL(`https://fulcio.${domain}`),
		timestampAuthority: new URL(`https://timestamp.${domain}/api/v1/timestamp`)
	};
}
// packages/sigstore/src/services/signing-config.ts
const MEDIA_TYPE = "application/vnd.dev.sigstore.signingconfig.v0.2+json";
const MAX_BYTES = 1048576;
/** More than any instance runs. */
const MAX_SERVICES = 64;
const Time = decodedText(parseRfc3339, "is not a time");
function parseUrl(text) {
	try {
		return parseEndpoint(text, "signing-config");
	} catch {
		return;
	}
}
const Url = decodedText(parseUrl, "is not an https URL");
const Service = exactObject({
	url: Url,
	majorApiVersion: pipe(number(), integer(), minValue(1)),
	validFor: exactObject({
		start: Time,
		end: optional(Time)
	}),
	operator: optional(string(), "")
});
const Services = optional(pipe(array(Service), maxLength(MAX_SERVICES)), []);
const Choice = optional(exactObject({
	selector: picklist([
		"ALL",
		"ANY",
		"EXACT"
	]),
	count: optional(pipe(number(), integer(), minValue(1), maxValue(MAX_SERVICES)))
}));
const Config = exactObject({
	mediaType: literal(MEDIA_TYPE),
	caUrls: Services,
	oidcUrls: Services,
	rekorTlogUrls: Services,
	rekorTlogConfig: Choice,
	tsaUrls: Services,
	tsaConfig: Choice
});
/** Returns the services in use at `now`, of the highest version that we speak: the newest of each operator, newest first. */
function candidates(services, versions, now) {
	const valid = services.filter(({ majorApiVersion }) => versions.includes(majorApiVersion)).filter(({ validFor: { start, end } }) => isWithin(now, {
		start,
		end
	})).toSorted((one, other) => other.validFor.start - one.validFor.start);
	const highest = Math.max(...valid.map(({ majorApiVersion }) => majorApiVersion));
	const newest = /* @__PURE__ */ new Map();
	for (const service of valid) if (service.majorApiVersion === highest && !newest.has(service.operator)) newest.set(service.operator, service);
	return [...newest.values()];
}
/** Returns how many services to use: where any of several will do, the newest. */
function serviceCount(choice, available) {
	if (choice?.selector === "ALL") return available;
	return choice?.selector === "ANY" ? 1 : choice?.count;
}
/** Returns the services to use: none if none are named. A named service that cannot be used is an error. */
function select(services, choice, { versions, now, invalid }) {
	if (services.length === 0) return [];
	const available = candidates(services, versions, now);
	const count = serviceCount(choice, available.length);
	if (count === void 0) throw invalid("does not say how many of its services are to be asked");
	if (available.length === 0 || available.length < count) throw invalid(`asks for ${count} services of a kind of which ${available.length} can be used now`);
	return available.slice(0, count);
}
/**
* Reads the services that a signing config chooses at `now` (milliseconds since the epoch); `name` is its path,
* for messages. Throws TRUSTED_ROOT_INVALID or JSON_INVALID.
*/
function parseSigningConfig(document, name, now) {
	const invalid = (why) => new ClawError("TRUSTED_ROOT_INVALID", `The signing config "${printable(name)}" ${why}.`);
	const result = safeParse(Config, parseJson(document, `The signing config "${name}"`, { bytes: MAX_BYTES }), { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		throw invalid(`is not valid at ${printable(getDotPath(issue) ?? "its top")}: ${printable(issue.message)}`);
	}
	const { caUrls, rekorTlogUrls, rekorTlogConfig, tsaUrls, tsaConfig } = result.output;
	const [authority] = candidates(caUrls, [1], now);
	const [log, ...otherLogs] = select(rekorTlogUrls, rekorTlogConfig, {
		versions: [1, 2],
		now,
		invalid
	});
	if (otherLogs.length > 0) throw invalid("asks for several logs; one is what can be written to");
	const authorities = select(tsaUrls, tsaConfig, {
		versions: [1],
		now,
		invalid
	});
	return {
		certificateAuthority: authority?.url,
		timestampAuthorities: authorities.map(({ url }) => url),
		log: log === void 0 ? void 0 : {
			url: log.url,
			version: log.majorApiVersion === 1 ? 1 : 2
		}
	};
}
export { PUBLIC_GOOD, TRUSTED_ROOTS_TYPE, checkBody, githubInstance, hasGithubInstance, leafHash, parseCheckpoint, parseSigningConfig, parseTrustedRoot, readSigner, readTrustedRoots, rootFromPath, rootsFromStatement, tufTrustedRoot };
