import { __name, __toESM } from "./rolldown-runtime.mjs";
import { Base64Bytes, ClawError, MAX_MATERIAL_BYTES, MaterialBytes, ShortText, decodeBase64, decodePem, decodedText, exactObject, isJsonObject, optionalField, parseJson, preAuthEncoding, printable, systemClock } from "./core.mjs";
import { array, check, custom, getDotPath, integer, literal, maxLength, maxValue, minLength, minValue, nullish, number, object, optional, picklist, pipe, rawTransform, regex, safeParse, strictObject, strictTuple, string, transform, union, unknown } from "./vendor-valibot.mjs";
import { isTransientStatus, parseEndpoint, proxyFor, withRetry } from "./net.mjs";
import { DerError, Members, SUBJECT_ALTERNATIVE_NAME, TAG, booleanOf, checkAuthority, checkEndEntity, claimOf, contextTag, elementsOf, encodeDer, generalizedTimeOf, hashOf, isNamedIssuer, isSignedBy, isSignedNow, isStrong, isWithin, oidOf, parseCertificate, parseRfc3339, parseTimestampResponse, readOne, smallIntegerOf } from "./asn1.mjs";
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
/** Ed25519ph, LMS and deterministic ECDSA under its own name are in use by no log. */
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
/** The key and how it signs; undefined where the bytes are not of such a key. */
function logKeyOf(rawBytes, name) {
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
/** The public-good instance has 10 kB after five years. */
const MAX_TRUSTED_ROOT_BYTES = 1048576;
/** Periods of authorities and logs; certificates of a chain. */
const MAX_ITEMS = 64;
const Time$1 = decodedText(parseRfc3339, "is not a time of RFC 3339");
/** Without a beginning, some readers take 1970 for one: a key would be trusted before it was made. */
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
const listOf = (item) => nullish(pipe(array(item), maxLength(MAX_ITEMS)), []);
const TrustedRoot = exactObject({
	mediaType: picklist(MEDIA_TYPES, "is not a media type of a trusted root"),
	tlogs: listOf(Log),
	certificateAuthorities: listOf(Authority),
	ctlogs: listOf(Log),
	timestampAuthorities: listOf(Authority)
});
const rootError = (name, why) => new ClawError("TRUSTED_ROOT_INVALID", `The trusted root "${printable(name)}" ${why}.`);
/** The trusted root that a JSON value is. Throws TRUSTED_ROOT_INVALID. */
function trustedRootFromJson(json, name) {
	const result = safeParse(TrustedRoot, json, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		const where = printable(getDotPath(issue) ?? "its top");
		throw rootError(name, `is not valid at ${where}: ${printable(issue.message)}`);
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
/** Type of the predicate `{ roots: [TrustedRoot, …], expires: RFC 3339 }`. */
const TRUSTED_ROOTS_TYPE = "https://open-claw.github.io/predicates/trusted-roots/v1";
const Predicate = pipe(custom(isJsonObject, "is not an object"), strictObject({
	roots: pipe(array(unknown()), minLength(1), maxLength(16)),
	expires: string()
}));
const refuse$3 = /* @__PURE__ */ __name((why) => new ClawError("TRUSTED_ROOT_INVALID", `The signed bundle of trusted roots ${why}.`), "refuse");
/**
* The roots of a predicate, whose signature the caller has verified; `now` in milliseconds since the epoch.
* Throws TRUSTED_ROOT_INVALID, and TRUSTED_ROOT_UNAVAILABLE once it is over: an old one would hide who was
* taken out since.
*/
function rootsFromStatement(predicate, now) {
	const result = safeParse(Predicate, predicate, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		throw refuse$3(`is not valid at ${printable(getDotPath(issue) ?? "its top")}: ${printable(issue.message)}`);
	}
	const expires = parseRfc3339(result.output.expires);
	if (expires === void 0) throw refuse$3("has an expiry that is not a time of RFC 3339");
	if (!(now < expires)) throw new ClawError("TRUSTED_ROOT_UNAVAILABLE", `The signed bundle of trusted roots expired at ${new Date(expires).toISOString()}.`, { remedy: "Get a newer one from whoever signs it." });
	return result.output.roots.map((json, index) => trustedRootFromJson(json, `signed, number ${index + 1}`));
}
// packages/sigstore/src/verify/chain.ts
const isIssuedBy = (certificate, issuer) => isNamedIssuer(certificate, issuer) && isSignedNow(issuer.key, claimOf(certificate));
function checkLinks(chain) {
	for (const [index, certificate] of chain.entries()) {
		const issuer = chain[index + 1];
		if (issuer !== void 0 && !isIssuedBy(certificate, issuer)) throw new DerError("was not issued by the next one of its chain");
		if (isNamedIssuer(certificate, certificate) && !isSignedNow(certificate.key, claimOf(certificate))) throw new DerError("names itself as its issuer and has the signature of another");
	}
}
/** RFC 5280 §6.1, what does not depend on the time: once for each root. Throws DerError. */
function checkAuthorityChain(chain, purpose) {
	const authorities = purpose === "timeStamping" ? chain.slice(1) : chain;
	if (authorities.length === 0) throw new DerError("has no authority above it");
	for (const [below, certificate] of authorities.entries()) checkAuthority(certificate, purpose, below);
	checkLinks(chain);
}
/** Each certificate of the chain as an issuer with what stands above it: RFC 5280 §6.1 knows no first one. */
const issuersOf = (authority) => authority.chain.map((issuer, index) => ({
	...authority,
	chain: [issuer, ...authority.chain.slice(index + 1)]
}));
/** Whether the root trusts the authority at this time, and each certificate of its chain is valid. */
const isInForce = ({ chain, validFor }, time) => isWithin(time, validFor) && chain.every(({ validity }) => isWithin(time, validity));
// packages/sigstore/src/verify/identity.ts
const FULCIO = "1.3.6.1.4.1.57264.1";
const ISSUER = `${FULCIO}.1`;
const OTHER_NAME = `${FULCIO}.7`;
const ISSUER_V2 = `${FULCIO}.8`;
/** Extensions of before 2023: bare text. */
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
const utf8StringOf = (bytes) => utf8(readOne(bytes, TAG.utf8String).value);
/** IA5String of printable characters: a NUL or a line break would show one name and match another. */
function ia5Of({ value }) {
	const text = value.toString("latin1");
	if (!/^[\x21-\x7e]+$/.test(text)) throw new DerError("has a subject alternative name that is not plain ASCII");
	return text;
}
function otherNameOf(element) {
	const members = new Members(elementsOf(element, contextTag(0)));
	if (oidOf(members.take(TAG.objectIdentifier)) !== OTHER_NAME) throw new DerError("has a subject alternative name of a kind that is not known");
	const text = utf8StringOf(members.take(contextTag(0)).value);
	members.end();
	if (text === "") throw new DerError("has an empty subject alternative name");
	return text;
}
/** GeneralName (RFC 5280 §4.2.1.6) by tag: an e-mail address, a URI, or Fulcio's user name. */
const NAMES = /* @__PURE__ */ new Map([
	[contextTag(1, "primitive"), ia5Of],
	[contextTag(6, "primitive"), ia5Of],
	[contextTag(0), otherNameOf]
]);
function subjectOf({ extensions }) {
	const extension = extensions.get(SUBJECT_ALTERNATIVE_NAME);
	if (extension === void 0) throw new DerError("has no subject alternative name");
	const names = elementsOf(readOne(extension.value, TAG.sequence));
	if (names.length !== 1) throw new DerError("has other than one subject alternative name");
	const [name] = names;
	const read = NAMES.get(name?.tag ?? 0);
	if (name === void 0 || read === void 0) throw new DerError("has a subject alternative name of a kind that is not known");
	return read(name);
}
function issuerOf({ extensions }) {
	const encoded = extensions.get(ISSUER_V2);
	const raw = extensions.get(ISSUER);
	const issuers = [...encoded === void 0 ? [] : [utf8StringOf(encoded.value)], ...raw === void 0 ? [] : [utf8(raw.value)]];
	const [issuer] = issuers;
	if (issuer === void 0 || issuer === "") throw new DerError(`does not name the issuer of its identity, as Fulcio's extensions ${ISSUER_V2} or ${ISSUER} do`);
	if (issuers.some((other) => other !== issuer)) throw new DerError("names two issuers of its identity");
	return issuer;
}
function claimsOf({ extensions }, names, read) {
	return Object.entries(names).flatMap(([number, name]) => {
		const extension = extensions.get(`${FULCIO}.${number}`);
		return extension === void 0 ? [] : [[name, read(extension.value)]];
	});
}
/** Whom the certificate names. Throws DerError where it names nobody, or two. */
function identityOf(certificate) {
	return {
		issuer: issuerOf(certificate),
		subject: subjectOf(certificate),
		claims: Object.fromEntries([...claimsOf(certificate, RAW_CLAIMS, utf8), ...claimsOf(certificate, CLAIMS, utf8StringOf)])
	};
}
// packages/sigstore/src/verify/sct.ts
const SCT_LIST = "1.3.6.1.4.1.11129.2.4.2";
const VERSION_1 = 0;
/** RFC 5246 §7.4.1.4.1: SHA-256 with RSA or ECDSA, which is all that RFC 6962 §2.1.4 allows. */
const SIGNATURES = /* @__PURE__ */ new Map([[1025, "rsa"], [1027, "ec"]]);
/** Version, log, time. */
const FIXED_BYTES = 41;
/** `opaque<0..2^16-1>` at `offset`, with its length. */
function opaqueAt(bytes, offset) {
	if (offset + 2 > bytes.length) throw new DerError("is cut short");
	const end = offset + 2 + bytes.readUInt16BE(offset);
	if (end > bytes.length) throw new DerError("is cut short");
	return bytes.subarray(offset, end);
}
/** Undefined for another version, whose structure is not known. */
function signedTimestampOf(bytes) {
	if (bytes[0] !== VERSION_1) return void 0;
	if (bytes.length < FIXED_BYTES) throw new DerError("is cut short");
	const extensions = opaqueAt(bytes, FIXED_BYTES);
	const algorithmAt = FIXED_BYTES + extensions.length;
	if (algorithmAt + 2 > bytes.length) throw new DerError("is cut short");
	const signature = opaqueAt(bytes, algorithmAt + 2);
	if (algorithmAt + 2 + signature.length !== bytes.length) throw new DerError("has bytes after its end");
	return {
		logId: bytes.subarray(1, 33),
		time: bytes.subarray(33, FIXED_BYTES),
		extensions,
		keyType: SIGNATURES.get(bytes.readUInt16BE(algorithmAt)),
		signature: signature.subarray(2)
	};
}
function signedTimestampsOf({ extensions }) {
	const extension = extensions.get(SCT_LIST);
	if (extension === void 0) return [];
	const { value } = readOne(extension.value, TAG.octetString);
	const list = opaqueAt(value, 0);
	if (list.length !== value.length) throw new DerError("has bytes after its end");
	const found = [];
	for (let offset = 2; offset < list.length;) {
		const item = opaqueAt(list, offset);
		const read = signedTimestampOf(item.subarray(2));
		if (read !== void 0) found.push(read);
		offset += item.length;
	}
	return found;
}
/** RFC 6962 §3.2: the signed part without the extension that holds the timestamps. */
function precertificateOf({ tbsFields, extensions }) {
	const others = [...extensions].filter(([oid]) => oid !== SCT_LIST).map(([, { whole }]) => whole);
	const container = encodeDer(contextTag(3), [encodeDer(TAG.sequence, others)]);
	return encodeDer(TAG.sequence, [...tbsFields, container]);
}
/** `digitally-signed struct` of RFC 6962 §3.2 with certificate_timestamp(0) and precert_entry(1). */
function signedData(sct, precertificate, issuer) {
	const size = Buffer.alloc(3);
	size.writeUIntBE(precertificate.length, 0, 3);
	return Buffer.concat([
		Buffer.from([VERSION_1, 0]),
		sct.time,
		Buffer.from([0, 1]),
		createHash("sha256").update(issuer.spki).digest(),
		size,
		precertificate,
		sct.extensions
	]);
}
const refuse$2 = /* @__PURE__ */ __name((why) => new ClawError("SCT_INVALID", `The certificate ${why}; so nobody but its issuer can know that it was issued.`), "refuse");
/**
* Checks that a certificate transparency log of the trusted root took the certificate. Timestamps of
* other logs are passed over; one of a known log must verify. Throws SCT_INVALID, or DerError.
*/
async function checkTransparency(certificate, issuer, logs) {
	const timestamps = signedTimestampsOf(certificate);
	if (timestamps.length === 0) throw refuse$2("has no signed certificate timestamp");
	const precertificate = precertificateOf(certificate);
	let known = 0;
	for (const sct of timestamps) {
		const named = logs.filter(({ ids }) => ids.some((id) => id.equals(sct.logId)));
		if (named.length === 0) continue;
		known += 1;
		const time = Number(sct.time.readBigUInt64BE());
		const log = named.find(({ validFor }) => isWithin(time, validFor));
		if (log === void 0) throw refuse$2("was logged while the trusted root does not trust the log");
		const claim = {
			scheme: log.scheme,
			data: signedData(sct, precertificate, issuer),
			signature: sct.signature
		};
		if (sct.keyType !== log.scheme.type || !await isSignedBy(log.key, claim)) throw refuse$2("has a signed certificate timestamp that does not verify");
	}
	if (known === 0) throw refuse$2("is in no certificate transparency log of the trusted root");
}
// packages/sigstore/src/verify/certificate.ts
/**
* By what a key signs that says nothing of it: the hash of the curve's size, or SHA-256 as older clients use
* for every curve; PKCS #1 v1.5 for RSA, as Fulcio's clients do.
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
function signingKeysOf({ key }) {
	const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
	const kind = [key.asymmetricKeyType, namedCurve ?? modulusLength].filter((part) => part !== void 0).join(" ");
	const algorithms = ALGORITHMS.get(kind);
	if (algorithms === void 0) throw new DerError("has a key of a kind that is not supported");
	return algorithms.map((algorithm) => ({
		algorithm,
		key
	}));
}
const invalid$1 = /* @__PURE__ */ __name((why) => new ClawError("CERTIFICATE_INVALID", `The certificate of the bundle ${why}.`), "invalid");
/** `read`, with what is wrong with the bytes as CERTIFICATE_INVALID. */
async function reading(read) {
	try {
		return await read();
	} catch (error) {
		throw error instanceof DerError ? invalid$1(error.message) : error;
	}
}
/**
* Reads the certificate of a bundle, the first of its chain. The others are not looked at: "Verifiers SHOULD
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
			identity: identityOf(certificate),
			keys: signingKeysOf(certificate)
		};
	});
}
/** The authorities whose certificate issued this one. Throws CERTIFICATE_UNTRUSTED. */
async function findIssuers({ certificate }, authorities) {
	const named = authorities.filter(({ chain: [issuer] }) => isNamedIssuer(certificate, issuer));
	const found = [];
	for (const authority of named) if (await isSignedBy(authority.chain[0].key, claimOf(certificate))) found.push(authority);
	if (found.length === 0) throw new ClawError("CERTIFICATE_UNTRUSTED", "The certificate of the bundle does not lead to an authority of the trusted root.");
	return found;
}
const expired = (why) => new ClawError("CERTIFICATE_EXPIRED", `The certificate of the bundle ${why}.`);
/**
* Checks that the certificate, and one of its issuers with its chain, were valid at every established time,
* and that it is in a log of that issuer. Throws CERTIFICATE_EXPIRED, SCT_INVALID or CERTIFICATE_INVALID.
*/
async function checkIssuance({ certificate }, issuers, times) {
	if (!times.every((time) => isWithin(time, certificate.validity))) throw expired("was not valid at a time that is established for the signature");
	const inForce = issuers.filter((authority) => times.every((time) => isInForce(authority, time)));
	let refusal = expired("is of an authority that was not trusted, or not valid, at a time that is established");
	for (const { chain, ctLogs } of inForce) {
		if (ctLogs.length === 0) return;
		try {
			return await reading(() => checkTransparency(certificate, chain[0], ctLogs));
		} catch (error) {
			if (!(error instanceof ClawError)) throw error;
			refusal = error;
		}
	}
	throw refusal;
}
// packages/sigstore/src/log/canonical-json.ts
/** Members in the order of their UTF-16 code units, no blanks. Integers are given as bigint. */
function canonicalJson(members) {
	return `{${Object.keys(members).toSorted((a, b) => a < b ? -1 : 1).map((name) => {
		const value = members[name];
		return `${JSON.stringify(name)}:${typeof value === "bigint" ? value.toString() : JSON.stringify(value)}`;
	}).join(",")}}`;
}
// packages/sigstore/src/log/checkpoint.ts
const HASH_BYTES = 32;
const KEY_ID_BYTES = 4;
/** Logs and their witnesses; more than any log has. */
const MAX_SIGNATURES = 64;
/** A log signs once; the ids of two of its keys may begin alike. Each line in its name is one more to check. */
const MAX_OWN_SIGNATURES = 4;
/** Without the flag u: with it, a line of megabytes exhausts the stack of the matcher. */
const SIGNATURE_LINE = /^\u2014 (?<name>[^\s+]+) (?<signature>[A-Za-z0-9+/=]+)$/;
function signatureOf(line) {
	const { name, signature } = SIGNATURE_LINE.exec(line)?.groups ?? {};
	const bytes = signature === void 0 ? void 0 : decodeBase64(signature);
	if (name === void 0 || bytes === void 0 || bytes.length <= KEY_ID_BYTES) return void 0;
	return {
		name,
		keyId: bytes.subarray(0, KEY_ID_BYTES),
		signature: bytes.subarray(KEY_ID_BYTES)
	};
}
function signaturesOf(block) {
	if (!block.endsWith("\n")) return void 0;
	const lines = block.slice(0, -1).split("\n");
	if (lines.length > MAX_SIGNATURES) return void 0;
	const signatures = lines.map(signatureOf);
	return signatures.every((signature) => signature !== void 0) ? signatures : void 0;
}
/** The text may hold blank lines, so that the last one separates. Negative where there is none, or too much. */
const endOfText = (envelope) => envelope.length > 131072 ? -1 : envelope.lastIndexOf("\n\n");
/** Undefined for what is no checkpoint. */
function parseCheckpoint(envelope) {
	const end = endOfText(envelope);
	if (end < 0) return void 0;
	const text = envelope.slice(0, end + 1);
	const signatures = signaturesOf(envelope.slice(end + 2));
	const [origin = "", size = "", hash = ""] = text.split("\n");
	const rootHash = decodeBase64(hash);
	if (signatures === void 0 || origin === "" || !/^(?:0|[1-9]\d{0,18})$/.test(size)) return void 0;
	if (rootHash?.length !== HASH_BYTES) return void 0;
	return {
		text,
		origin,
		size: BigInt(size),
		rootHash,
		signatures
	};
}
/** `rekor.example - 42` of Rekor v1 is the origin of `rekor.example`. */
const isNameOf = (origin, name) => origin === name || origin.startsWith(`${name} - `) && /^\d+$/.test(origin.slice(name.length + 3));
/** Whether `log` signed the checkpoint in its own name. Signatures of others, as of witnesses, are passed over. */
async function isCheckpointOf(checkpoint, log) {
	const data = Buffer.from(checkpoint.text);
	const own = checkpoint.signatures.filter(({ name, keyId }) => isNameOf(checkpoint.origin, name) && log.ids.some((id) => id.subarray(0, KEY_ID_BYTES).equals(keyId)));
	for (const { signature } of own.slice(0, MAX_OWN_SIGNATURES)) if (await isSignedBy(log.key, {
		scheme: log.scheme,
		data,
		signature
	})) return true;
	return false;
}
// packages/sigstore/src/log/merkle.ts
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
/** MTH({d0}): hash of a leaf. */
const leafHash = (entry) => createHash("sha256").update(LEAF).update(entry).digest();
const nodeHash = (left, right) => createHash("sha256").update(NODE).update(left).update(right).digest();
const bitLength = (value) => value === 0n ? 0 : value.toString(2).length;
const onesOf = (value) => value.toString(2).replaceAll("0", "").length;
/**
* The root to which the path leads from `leaf`; undefined where it has another length than such a path has.
* Up to where the ways to this leaf and to the last one part, siblings stand on either side; from there on
* all of them are to the left.
*/
function rootOf(leaf, { index, size, hashes }) {
	if (index < 0n || index >= size) return void 0;
	const inner = bitLength(index ^ size - 1n);
	if (hashes.length !== inner + onesOf(index >> BigInt(inner))) return void 0;
	return hashes.reduce((node, sibling, level) => {
		return level < inner && (index >> BigInt(level) & 1n) === 0n ? nodeHash(node, sibling) : nodeHash(sibling, node);
	}, leaf);
}
// packages/sigstore/src/verify/log-body.ts
const decoded = (decode) => decodedText(decode, "cannot be decoded");
const Base64 = decoded(decodeBase64);
const Hex = decoded((text) => /^(?:[0-9a-f]{2})+$/.test(text) ? Buffer.from(text, "hex") : void 0);
/** Rekor keeps the base64 of a signature as bytes, and writes these in base64 again. */
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
const bodyOf = (spec) => object({
	kind: string(),
	apiVersion: string(),
	spec
});
/** What Rekor writes, by kind and version. Fields that are not compared are not read. */
const BODIES = {
	"hashedrekord 0.0.1": pipe(bodyOf(object({
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
	"dsse 0.0.1": pipe(bodyOf(object({
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
	"intoto 0.0.2": pipe(bodyOf(object({ content: object({
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
	"hashedrekord 0.0.2": pipe(bodyOf(object({ hashedRekordV002: object({
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
	"dsse 0.0.2": pipe(bodyOf(object({ dsseV002: object({
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
const invalid = (why) => new ClawError("LOG_ENTRY_INVALID", `A log entry of the bundle ${why}.`);
const mismatch = (what) => new ClawError("LOG_ENTRY_MISMATCH", `A log entry of the bundle is about another ${what}.`);
/** Bodies of one signature, which are the only ones that are read, hold some thirty values. */
const BODY_LIMITS = {
	bytes: MAX_MATERIAL_BYTES,
	nodes: 256
};
function jsonOf(bytes) {
	try {
		return parseJson(bytes, "A log entry of the bundle", BODY_LIMITS);
	} catch (cause) {
		throw cause instanceof ClawError ? new ClawError("LOG_ENTRY_INVALID", cause.message, { cause }) : cause;
	}
}
function readBody(bytes, { kind, version }) {
	const name = `${kind} ${version}`;
	if (!isKnown(name)) throw invalid("is of a kind that is not supported");
	const body = jsonOf(bytes);
	if (!safeParse(object({
		kind: literal(kind),
		apiVersion: literal(version)
	}), body).success) throw invalid("is of another kind than it says");
	const result = safeParse(BODIES[name], body, { abortEarly: true });
	if (!result.success) throw invalid("has a body that cannot be read");
	return result.output;
}
const digestOf$1 = /* @__PURE__ */ __name((hash, bytes) => createHash(hash).update(bytes).digest(), "digestOf");
/** The digest that the log must hold; undefined where the bundle has none of this kind. */
function expectedDigest(content, { of, hash }) {
	if (content.kind === "envelope") {
		const { payloadType, payload } = content;
		return digestOf$1(hash, of === "payload" ? payload : preAuthEncoding(payloadType, payload));
	}
	return of === "signed" && content.kind === "message" && hash === content.hash ? content.digest : void 0;
}
/**
* Checks that a body of this kind is about a signature: the same digest, signature and verifier, since a
* true entry of another artifact proves nothing. Throws LOG_ENTRY_INVALID or LOG_ENTRY_MISMATCH.
*/
function checkBody(bytes, kindVersion, { content, verifier }) {
	const body = readBody(bytes, kindVersion);
	if (expectedDigest(content, body.digest)?.equals(body.digest.value) !== true) throw mismatch("artifact");
	if (!content.signature.equals(body.signature)) throw mismatch("signature");
	if (verifier.kind !== body.verifier.kind || !body.verifier.der.equals(verifier.der)) throw mismatch("certificate or key");
}
// packages/sigstore/src/verify/log-entry.ts
/** A path in a tree of 2^63 leaves. */
const MAX_HASHES = 63;
const Hash = pipe(MaterialBytes, check(({ length }) => length === 32, "is not a SHA-256"));
/** int64 in protobuf's JSON, without a sign: nothing here is negative. Writers leave a zero out. */
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
const refuse$1 = /* @__PURE__ */ __name((why) => new ClawError("LOG_ENTRY_INVALID", `A log entry of the bundle ${why}.`), "refuse");
function readEntry(json) {
	const result = safeParse(Entry, json, { abortEarly: true });
	if (result.success) return result.output;
	throw refuse$1(`is not valid at ${printable(getDotPath(result.issues[0]) ?? "its top")}`);
}
/** Rekor's promise: the log signs when it took the entry, and its place (RFC 8785 of four members). */
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
	if (!await isSignedBy(log.key, claim)) throw refuse$1("has a signed entry timestamp that does not verify");
}
async function checkProof(entry, proof, log) {
	const { logIndex: index, treeSize: size, rootHash, hashes, checkpoint: { envelope } } = proof;
	const checkpoint = parseCheckpoint(envelope);
	if (checkpoint === void 0) throw refuse$1("has a checkpoint that cannot be read");
	if (checkpoint.size !== size || !checkpoint.rootHash.equals(rootHash)) throw refuse$1("has a proof for another tree than its checkpoint");
	if (rootOf(leafHash(entry.canonicalizedBody), {
		index,
		size,
		hashes
	})?.equals(rootHash) !== true) throw refuse$1("has a proof of inclusion that does not lead to its root");
	if (!await isCheckpointOf(checkpoint, log)) throw refuse$1("has a checkpoint that its log did not sign");
}
/** Whether the trusted root trusts the log at each of these times; without one nothing tells that a log with an end was not over. */
const isTrustedAt = ({ validFor }, times) => times.length === 0 ? validFor.end === void 0 : times.every((time) => isWithin(time, validFor));
function logOf$1({ logId }, logs, times) {
	const named = logs.filter(({ ids }) => ids.some((id) => id.equals(logId.keyId)));
	if (named.length === 0) throw refuse$1("is of no log of the trusted root");
	const log = named.find((candidate) => isTrustedAt(candidate, times));
	if (log === void 0) throw refuse$1("is of a log that the trusted root did not trust at the time");
	return log;
}
__name(logOf$1, "logOf");
/** sigstore_bundle.proto: before 0.2 the promise of the log suffices; from then on the proof must be there. */
function checkProvable({ inclusionPromise, inclusionProof }, version) {
	if (!(inclusionProof !== void 0 || version === "0.1" && inclusionPromise !== void 0)) throw refuse$1("has no proof of inclusion");
}
async function checkInclusion(entry, log) {
	const { inclusionPromise, inclusionProof } = entry;
	if (inclusionPromise !== void 0) await checkPromise(entry, inclusionPromise.signedEntryTimestamp, log);
	if (inclusionProof !== void 0) await checkProof(entry, inclusionProof, log);
}
/** Time and index at the top are signed by the promise alone; without it, the index in the tree is proven. */
function factsOf(entry) {
	if (entry.inclusionPromise === void 0) return {
		index: String(entry.inclusionProof?.logIndex),
		time: void 0
	};
	return {
		index: String(entry.logIndex),
		time: Number(entry.integratedTime) * 1e3
	};
}
/** Verifies an entry of a bundle. Throws LOG_ENTRY_INVALID or LOG_ENTRY_MISMATCH. */
async function verifyLogEntry(json, context) {
	const entry = readEntry(json);
	checkProvable(entry, context.version);
	const { index, time } = factsOf(entry);
	const log = logOf$1(entry, context.logs, time === void 0 ? context.times : [time]);
	await checkInclusion(entry, log);
	checkBody(entry.canonicalizedBody, entry.kindVersion, context.logged);
	return {
		log,
		index,
		time
	};
}
// packages/sigstore/src/verify/timestamp.ts
function checkExtensions(container) {
	if (container === void 0) return;
	for (const extension of elementsOf({
		...container,
		tag: TAG.sequence
	})) {
		const members = new Members(elementsOf(extension));
		const oid = oidOf(members.take(TAG.objectIdentifier));
		const flag = members.optional(TAG.boolean);
		if (flag !== void 0 && booleanOf(flag)) throw new DerError(`has the critical extension ${oid}, which is not understood`);
	}
}
/** TSTInfo (RFC 3161 §2.4.2). */
function contentOf(bytes) {
	const members = new Members(elementsOf(readOne(bytes, TAG.sequence)));
	if (smallIntegerOf(members.take(TAG.integer)) !== 1) throw new DerError("is not of version 1");
	members.take(TAG.objectIdentifier);
	const imprint = new Members(elementsOf(members.take(TAG.sequence)));
	const hash = hashOf(imprint.take(TAG.sequence));
	const digest = imprint.take(TAG.octetString).value;
	imprint.end();
	members.take(TAG.integer);
	const time = generalizedTimeOf(members.take(TAG.generalizedTime));
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
const digestOf = (hash, bytes) => createHash(hash).update(bytes).digest();
const refuse = (why) => new ClawError("TIMESTAMP_INVALID", `A timestamp of the bundle ${why}.`);
/** RFC 5035 §5.4: the signer's own word on which of two certificates with one key and name it used. */
function namesCertificate({ certificateDigest }, { der }) {
	if (certificateDigest === void 0) return true;
	return digestOf(certificateDigest.hash, der).equals(certificateDigest.digest);
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
	const { imprint, time } = contentOf(info.content);
	if (!digestOf(imprint.hash, signature).equals(imprint.digest)) throw refuse("is over other bytes than the signature");
	const { signer, digest } = info;
	const named = authorities.filter(({ chain: [leaf] }) => leaf.issuer.equals(signer.issuer) && leaf.serial.equals(signer.serial));
	if (named.length === 0) throw refuse("is of no authority of the trusted root");
	const trusted = named.filter((authority) => isInForce(authority, time));
	if (trusted.length === 0) throw refuse("is of an authority that the trusted root did not trust at the time, or whose certificates were not valid");
	if (!digestOf(digest.hash, info.content).equals(digest.value)) throw refuse("has a signature over another content");
	for (const authority of trusted) if (await isMadeBy(info, authority)) return {
		source: "timestamp-authority",
		authority: authority.name,
		time
	};
	throw refuse("has a signature that does not verify");
}
__name(verify$1, "verify");
/**
* The time at which an authority of the trusted root saw `signature`; `response` is DER of TimeStampResp.
* Throws TIMESTAMP_INVALID.
*/
async function verifyTimestamp(response, signature, authorities) {
	try {
		return await verify$1(response, signature, authorities);
	} catch (error) {
		throw error instanceof DerError ? refuse(error.message) : error;
	}
}
// packages/sigstore/src/verify/witnesses.ts
/** The same time of the same authority once, however often it is repeated. */
function distinctTimes(times) {
	return times.filter(({ source, authority, time }, index) => index === times.findIndex((other) => other.source === source && other.authority === authority && other.time === time));
}
/** sigstore_trustroot.proto: logs of one operator "should count as only one valid proof"; so does one log under two names. */
const isSameWitness = ({ log: one }, { log: other }) => one.key.equals(other.key) || one.operator !== "" && one.operator === other.operator;
const distinctLogs = (entries) => entries.filter((entry, index) => index === entries.findIndex((other) => isSameWitness(entry, other)));
/** Throws TIMESTAMP_INVALID, LOG_ENTRY_INVALID or LOG_ENTRY_MISMATCH. */
async function verifyWitnesses(bundle, verifier, { authorities, logs }) {
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
	for (const entry of bundle.logEntries) entries.push(await verifyLogEntry(entry, context));
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
// packages/sigstore/src/roots/trusted-roots.ts
/** The operator where the root names one: whoever counts authorities must not count two of one operator (sigstore_trustroot.proto). */
function nameOf({ operator, uri, subject: { organization, commonName } }) {
	return [
		operator,
		uri,
		[organization, commonName].filter((part) => part !== "").join(" ")
	].find((name) => name !== "") ?? "unnamed";
}
function authorityOf(json, purpose, root) {
	const name = nameOf(json);
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
		throw rootError(root, `has a certificate of the authority "${printable(name)}" that ${error.message}`);
	}
}
function logOf({ baseUrl, operator, publicKey, logId, checkpointKeyId }, root) {
	const key = logKeyOf(publicKey.rawBytes, publicKey.keyDetails);
	if (key === void 0) throw rootError(root, `has a key of the log "${printable(baseUrl)}" that is not what it says`);
	return {
		name: baseUrl,
		operator,
		ids: [logId, ...checkpointKeyId === void 0 ? [] : [checkpointKeyId]].map(({ keyId }) => keyId),
		validFor: publicKey.validFor,
		...key
	};
}
function domainOf(material) {
	const { name, certificateAuthorities, timestampAuthorities, tlogs, ctlogs } = material;
	if (certificateAuthorities.length + timestampAuthorities.length + tlogs.length === 0) throw rootError(name, "trusts nobody");
	const ctLogs = ctlogs.map((log) => logOf(log, name));
	return {
		issuers: certificateAuthorities.flatMap((json) => issuersOf(authorityOf(json, "codeSigning", name))).map((issuer) => ({
			...issuer,
			ctLogs
		})),
		authorities: timestampAuthorities.map((json) => authorityOf(json, "timeStamping", name)),
		logs: tlogs.map((log) => logOf(log, name))
	};
}
/** One key is one authority under whatever names: two roots, or two certificates of one key, are no two witnesses. */
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
function chainOf({ signer }) {
	if (signer.kind === "certificate") return signer.chain;
	throw new ClawError("CERTIFICATE_INVALID", "The bundle has a key and no certificate.");
}
/**
* What these roots establish of bundles; whoever gives several trusts each of them for everything.
* Throws TRUSTED_ROOT_INVALID where a certificate or key cannot be used.
*/
function trustedRootsOf(materials) {
	const domains = materials.map(domainOf);
	const issuers = domains.flatMap((domain) => domain.issuers);
	const witnesses = {
		authorities: namedByKey(domains.flatMap(({ authorities }) => authorities)),
		logs: domains.flatMap(({ logs }) => logs)
	};
	return {
		witnesses: (bundle, publicKey) => verifyWitnesses(bundle, {
			kind: "key",
			der: publicKey
		}, witnesses),
		certificate: async (bundle) => {
			const signer = await readSigner(chainOf(bundle));
			const found = await findIssuers(signer, issuers);
			const { identity, keys, certificate } = signer;
			const facts = await verifyWitnesses(bundle, {
				kind: "certificate",
				der: certificate.der
			}, witnesses);
			const times = facts.times.map(({ time }) => time);
			if (times.length === 0) throw new ClawError("TRUSTED_TIME_MISSING", "Nothing establishes when the bundle was signed, so nothing tells whether its certificate was valid.");
			await checkIssuance(signer, found, times);
			return {
				identity,
				keys,
				...facts
			};
		}
	};
}
// packages/sigstore/src/roots/tuf.ts
const ATTEMPT_MS = 1e4;
const TRUSTED_ROOT = "trusted_root.json";
/** Everything that led to an error, the error first. */
function causesOf(error) {
	if (!isJsonObject(error)) return [];
	const { message, statusCode } = error;
	return [{
		kind: error.constructor.name,
		text: typeof message === "string" ? message : "",
		status: typeof statusCode === "number" ? statusCode : void 0
	}, ...causesOf(error["cause"])];
}
/**
* The library turns some errors into text of others (its updater.js), so that text is what tells them: what
* was not answered, and what is over. Anything else was said by the repository and is wrong.
*/
const UNANSWERED = /(?:fetch failed|terminated|due to timeout)$/;
const OVER = /(?:Failed to download|is expired)$/;
const isUnavailable = ({ text, status }) => status !== void 0 || UNANSWERED.test(text) || OVER.test(text);
function isWorthRetrying(error) {
	return causesOf(error).some(({ text, status }) => UNANSWERED.test(text) || status !== void 0 && isTransientStatus(status));
}
const isNoTarget = (error) => isJsonObject(error) && error["code"] === "TUF_FIND_TARGET_ERROR";
function failure(error, { mirror }) {
	const refuse = (code, why) => new ClawError(code, `The TUF repository ${printable(mirror.host)} ${why}.`, { cause: error });
	if (isNoTarget(error)) return refuse("TRUSTED_ROOT_UNAVAILABLE", `has no ${TRUSTED_ROOT}`);
	const causes = causesOf(error);
	const status = causes.find((cause) => cause.status !== void 0)?.status;
	const kind = printable(status === void 0 ? causes.at(-1)?.kind ?? "unknown" : `status ${status}`);
	return causes.some(isUnavailable) ? refuse("TRUSTED_ROOT_UNAVAILABLE", `gives no ${TRUSTED_ROOT} that is in date (${kind})`) : refuse("TRUSTED_ROOT_INVALID", `does not lead from the pinned root to a ${TRUSTED_ROOT} (${kind})`);
}
/** The library asks by the global `fetch`, which knows no proxy and is told of one host's for the time of `use`. */
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
/** One attempt in a folder that nothing outlives: a cache could have been changed by another job. */
async function fetchTarget({ mirror }, folder, timeout) {
	const { initTUF } = await import("./load-sigstore-tuf.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const client = await initTUF({
		mirrorURL: mirror.href.replace(/\/+$/, ""),
		rootPath: join(folder, "pinned-root.json"),
		cachePath: join(folder, "cache"),
		forceInit: true,
		retry: false,
		timeout: Math.min(timeout, ATTEMPT_MS)
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
		return withRetry((budget) => throughProxy(repository.mirror, () => fetchTarget(repository, folder, budget)), (error) => ({
			retry: isWorthRetrying(error),
			why: `${repository.mirror.host} gives no root`
		}), repository.clock ?? systemClock);
	});
}
/**
* The `trusted_root.json` of a repository. Throws TRUSTED_ROOT_UNAVAILABLE where it is not there, not
* answered or out of date, TRUSTED_ROOT_INVALID where it is not signed as the pinned root demands.
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
/** Sigstore's public good instance. The log is the first version, whose address does not change with the year. */
const PUBLIC_GOOD = {
	certificateAuthority: new URL("https://fulcio.sigstore.dev"),
	timestampAuthority: new URL("https://timestamp.sigstore.dev/api/v1/timestamp"),
	log: {
		url: new URL("https://rekor.sigstore.dev"),
		version: 1
	}
};
/** `acme.ghe.com` of the tenant that issues tokens under such a name. */
const tenantOf = ({ hostname }) => /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(hostname)?.[1];
/** Whether GitHub certifies the jobs whose tokens `issuer` signs. It does not for servers that others run. */
const hasGithubInstance = (issuer) => issuer.hostname === "token.actions.githubusercontent.com" || tenantOf(issuer) !== void 0;
/** GitHub's instance for private repositories: github.com, or the tenant of ghe.com that issues the job's tokens. It has no public log. */
function githubInstance(issuer) {
	const domain = tenantOf(issuer) ?? "githubapp.com";
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
function urlOf(text) {
	try {
		return parseEndpoint(text, "signing-config");
	} catch {
		return;
	}
}
const Url = decodedText(urlOf, "is not an https URL");
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
/** Those in use at `now`, of the highest version that we speak, the newest of each operator, newest first. */
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
/** How many services to take: of several that would do, the newest. */
function countOf(choice, available) {
	if (choice?.selector === "ALL") return available;
	return choice?.selector === "ANY" ? 1 : choice?.count;
}
/** The services to ask. None are asked where none are named; those that are named and cannot be had are an error. */
function select(services, choice, { versions, now, refuse }) {
	if (services.length === 0) return [];
	const available = candidates(services, versions, now);
	const count = countOf(choice, available.length);
	if (count === void 0) throw refuse("does not say how many of its services are to be asked");
	if (available.length === 0 || available.length < count) throw refuse(`asks for ${count} services of a kind of which ${available.length} can be used now`);
	return available.slice(0, count);
}
/**
* The services that a signing config chooses at `now` (milliseconds since the epoch); `name` is its path, for
* messages. Throws TRUSTED_ROOT_INVALID or JSON_INVALID.
*/
function parseSigningConfig(document, name, now) {
	const refuse = (why) => new ClawError("TRUSTED_ROOT_INVALID", `The signing config "${printable(name)}" ${why}.`);
	const result = safeParse(Config, parseJson(document, `The signing config "${name}"`, { bytes: MAX_BYTES }), { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		throw refuse(`is not valid at ${printable(getDotPath(issue) ?? "its top")}: ${printable(issue.message)}`);
	}
	const { caUrls, rekorTlogUrls, rekorTlogConfig, tsaUrls, tsaConfig } = result.output;
	const [authority] = candidates(caUrls, [1], now);
	const [log, ...otherLogs] = select(rekorTlogUrls, rekorTlogConfig, {
		versions: [1, 2],
		now,
		refuse
	});
	if (otherLogs.length > 0) throw refuse("asks for several logs; one is what can be written to");
	const authorities = select(tsaUrls, tsaConfig, {
		versions: [1],
		now,
		refuse
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
export { PUBLIC_GOOD, TRUSTED_ROOTS_TYPE, checkBody, githubInstance, hasGithubInstance, leafHash, parseCheckpoint, parseSigningConfig, parseTrustedRoot, readSigner, rootOf, rootsFromStatement, trustedRootsOf, tufTrustedRoot };
