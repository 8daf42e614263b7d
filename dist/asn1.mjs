import { __name } from "./rolldown-runtime.mjs";
import { constants, createPublicKey, verify } from "node:crypto";
// packages/asn1/src/der.ts
/** Identifier octets (X.690 §8.1.2.2, §8.1.2.4, §8.1.2.5). */
const CONTEXT_SPECIFIC = 128;
const CONSTRUCTED = 32;
/** Where the tag number itself would be, this says that it follows in further bytes. */
const HIGH_TAG_NUMBER = 31;
/** Length octets (X.690 §8.1.3.5): with this bit, the others count the bytes that hold the length. */
const LONG_FORM = 128;
const LENGTH_COUNT = 127;
/** Subidentifiers of an OBJECT IDENTIFIER (X.690 §8.19.2): seven bits a byte, and this one where more follow. */
const MORE_FOLLOW = 128;
const SUBIDENTIFIER_BITS = 127;
const SUBIDENTIFIER_BASE = 128;
/** The first subidentifier holds two arcs, `root * 40 + second` (X.690 §8.19.4), and there are three roots (X.660). */
const SECOND_ARCS = 40;
const LAST_ROOT = 2;
/** X.690 §11.1. */
const FALSE = 0;
const TRUE = 255;
/** Identifiers of the universal types (X.680 §8.6), with the form that DER gives them. */
const TAG = {
	boolean: 1,
	integer: 2,
	bitString: 3,
	octetString: 4,
	objectIdentifier: 6,
	utf8String: 12,
	utcTime: 23,
	generalizedTime: 24,
	sequence: 48,
	set: 49
};
/** `[number]`, constructed unless it holds a value of a primitive type implicitly. */
const contextTag = (number, form = "constructed") => CONTEXT_SPECIFIC | (form === "constructed" ? CONSTRUCTED : 0) | number;
/** Bytes that are not what they should be. The reader of a document turns it into an error that names the document. */
var DerError = class extends Error {};
/** Lengths up to 16 MiB, which no bundle reaches. */
const MAX_LENGTH_BYTES = 3;
/**
* In one SEQUENCE or SET. Certificates have fewer than 32 extensions and timestamps fewer than 32 attributes.
* An element can have two bytes, so that without a limit a megabyte would make half a million of them.
*/
const MAX_ELEMENTS = 256;
/** Twice the longest object identifier in use. A longer one would fill the message that names it. */
const MAX_OID_BYTES = 64;
/** X.690 §10.1: the definite form, with the fewest bytes. */
function lengthAt(bytes, offset) {
	const first = bytes[offset];
	if (first === void 0) throw new DerError("is cut short");
	if ((first & LONG_FORM) === 0) return {
		length: first,
		start: offset + 1
	};
	const count = first & LENGTH_COUNT;
	if (count === 0 || count > MAX_LENGTH_BYTES) throw new DerError("has a length that DER does not allow");
	if (offset + 1 + count > bytes.length) throw new DerError("is cut short");
	const length = bytes.readUIntBE(offset + 1, count);
	if (length < LONG_FORM || length < 2 ** (8 * (count - 1))) throw new DerError("has a length that is not minimal");
	return {
		length,
		start: offset + 1 + count
	};
}
function elementAt(bytes, offset) {
	const tag = bytes[offset];
	if (tag === void 0) throw new DerError("is cut short");
	if ((tag & HIGH_TAG_NUMBER) === HIGH_TAG_NUMBER) throw new DerError("has a tag of more than one byte");
	const { length, start } = lengthAt(bytes, offset + 1);
	const end = start + length;
	if (end > bytes.length) throw new DerError("is cut short");
	return {
		tag,
		value: bytes.subarray(start, end),
		whole: bytes.subarray(offset, end)
	};
}
/** All elements in `bytes`, with nothing left over. Throws DerError. */
function readAll(bytes) {
	const elements = [];
	for (let offset = 0; offset < bytes.length;) {
		if (elements.length === MAX_ELEMENTS) throw new DerError(`has over ${MAX_ELEMENTS} elements in one`);
		const element = elementAt(bytes, offset);
		elements.push(element);
		offset += element.whole.length;
	}
	return elements;
}
/** The one element in `bytes`, which must have this tag. Throws DerError. */
function readOne(bytes, tag) {
	const element = elementAt(bytes, 0);
	if (element.whole.length !== bytes.length) throw new DerError("has bytes after its end");
	return expectTag(element, tag);
}
/** Returns `element`, which must be there and have this tag. Throws DerError. */
function expectTag(element, tag) {
	if (element?.tag !== tag) throw new DerError("has another structure");
	return element;
}
/** The elements of a SEQUENCE or SET. Throws DerError. */
const readElements = (element, tag = TAG.sequence) => readAll(expectTag(element, tag).value);
/** A walk over the members of a sequence, some of which are optional. */
var Members = class {
	#elements;
	#next = 0;
	constructor(elements) {
		this.#elements = elements;
	}
	/** The next member, which must have this tag. Throws DerError. */
	take(tag) {
		return expectTag(this.optional(tag), tag);
	}
	/** The next member, or undefined where it has another tag. */
	optional(tag) {
		const element = this.#elements[this.#next];
		if (element?.tag !== tag) return void 0;
		this.#next += 1;
		return element;
	}
	/** Throws DerError where a member is left. */
	end() {
		if (this.#next < this.#elements.length) throw new DerError("has another structure");
	}
};
/** An OBJECT IDENTIFIER in dotted form. Throws DerError, also for a padded or huge arc. */
function readOid(element) {
	const { value } = expectTag(element, TAG.objectIdentifier);
	if (value.length > MAX_OID_BYTES) throw new DerError("has an object identifier that is too long");
	const arcs = [];
	let arc = 0;
	let isOpen = false;
	for (const byte of value) {
		if (!isOpen && byte === MORE_FOLLOW) throw new DerError("has an object identifier that is not minimal");
		arc = arc * SUBIDENTIFIER_BASE + (byte & SUBIDENTIFIER_BITS);
		if (!Number.isSafeInteger(arc)) throw new DerError("has an object identifier that is too long");
		isOpen = (byte & MORE_FOLLOW) !== 0;
		if (!isOpen) {
			arcs.push(arc);
			arc = 0;
		}
	}
	const [first, ...rest] = arcs;
	if (first === void 0 || isOpen) throw new DerError("has an object identifier that is cut short");
	const root = Math.min(Math.floor(first / SECOND_ARCS), LAST_ROOT);
	return [
		root,
		first - root * SECOND_ARCS,
		...rest
	].join(".");
}
/** The bytes of an INTEGER in two's complement, which must be as few as possible (X.690 §8.3.2). Throws DerError. */
function readInteger(element) {
	const { value } = expectTag(element, TAG.integer);
	const [first, second] = value;
	if (first === void 0) throw new DerError("has an empty integer");
	const sign = (second ?? 0) & 128;
	if (value.length > 1 && (first === 0 && sign === 0 || first === 255 && sign !== 0)) throw new DerError("has an integer that is not minimal");
	return value;
}
/** An INTEGER from 0 to 127, such as a version or a path length. Throws DerError. */
function readSmallInteger(element) {
	const [byte, ...rest] = readInteger(element);
	if (byte === void 0 || (byte & 128) !== 0 || rest.length > 0) throw new DerError("has a number out of range");
	return byte;
}
/** A BOOLEAN, in the one encoding that DER has for each value. Throws DerError. */
function readBoolean(element) {
	const { value } = expectTag(element, TAG.boolean);
	if (value.length !== 1 || value[0] !== FALSE && value[0] !== TRUE) throw new DerError("has a malformed boolean");
	return value[0] === TRUE;
}
/** A BIT STRING of whole bytes, such as a key or a signature: its first byte counts unused bits (X.690 §8.6.2.2). Throws DerError. */
function readBitString(element) {
	const { value } = expectTag(element, TAG.bitString);
	if (value[0] !== 0) throw new DerError("has a bit string of other than whole bytes");
	return value.subarray(1);
}
function encodedLength(length) {
	if (length < LONG_FORM) return Buffer.from([length]);
	const count = length < 256 ? 1 : length < 65536 ? 2 : MAX_LENGTH_BYTES;
	const bytes = Buffer.alloc(1 + count, LONG_FORM | count);
	bytes.writeUIntBE(length, 1, count);
	return bytes;
}
/** An element around `parts`. */
function encodeDer(tag, parts) {
	const value = Buffer.concat(parts);
	return Buffer.concat([
		Buffer.from([tag]),
		encodedLength(value.length),
		value
	]);
}
// packages/asn1/src/signature.ts
const rsa = (hash) => ({
	type: "rsa",
	hash
});
const ecdsa = (hash) => ({
	type: "ec",
	hash
});
/** Object identifiers of signature algorithms: RFC 5758 §3.2, RFC 4055 §5 and RFC 8410 §3. */
const OID = {
	ecdsaWithSha256: "1.2.840.10045.4.3.2",
	ecdsaWithSha384: "1.2.840.10045.4.3.3",
	ecdsaWithSha512: "1.2.840.10045.4.3.4",
	sha256WithRsaEncryption: "1.2.840.113549.1.1.11",
	sha384WithRsaEncryption: "1.2.840.113549.1.1.12",
	sha512WithRsaEncryption: "1.2.840.113549.1.1.13",
	ed25519: "1.3.101.112"
};
/** Signature algorithms of certificates and timestamps. SHA-1 is not among them. */
const SCHEMES = /* @__PURE__ */ new Map([
	[OID.ecdsaWithSha256, ecdsa("sha256")],
	[OID.ecdsaWithSha384, ecdsa("sha384")],
	[OID.ecdsaWithSha512, ecdsa("sha512")],
	[OID.sha256WithRsaEncryption, rsa("sha256")],
	[OID.sha384WithRsaEncryption, rsa("sha384")],
	[OID.sha512WithRsaEncryption, rsa("sha512")],
	[OID.ed25519, {
		type: "ed25519",
		hash: null
	}]
]);
const namedScheme = (oid) => SCHEMES.get(oid);
const CURVES = /* @__PURE__ */ new Set([
	"prime256v1",
	"secp384r1",
	"secp521r1"
]);
const MIN_RSA_BITS = 2048;
/** Whether a key is of a kind and length that can be trusted at all. */
function isStrong({ asymmetricKeyType: type, asymmetricKeyDetails: details }) {
	if (type === "ec") return CURVES.has(details?.namedCurve ?? "");
	return type === "ed25519" || type === "rsa" && (details?.modulusLength ?? 0) >= MIN_RSA_BITS;
}
function verifierKey(key, { padding }) {
	if (padding === void 0) return key;
	return {
		key,
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength: constants.RSA_PSS_SALTLEN_DIGEST
	};
}
/** Whether `key` made the signature. Works in libuv's threads, so that many bundles are checked on all cores. */
function isSignedBy(key, { scheme, data, signature }) {
	if (key.asymmetricKeyType !== scheme.type) return Promise.resolve(false);
	return new Promise((resolve) => {
		try {
			verify(scheme.hash, data, verifierKey(key, scheme), signature, (error, isValid) => {
				resolve(error === null && isValid);
			});
		} catch {
			resolve(false);
		}
	});
}
/** Does the same synchronously, for a signature that is checked only once. */
function isSignedNow(key, { scheme, data, signature }) {
	if (key.asymmetricKeyType !== scheme.type) return false;
	try {
		return verify(scheme.hash, data, verifierKey(key, scheme), signature);
	} catch {
		return false;
	}
}
// packages/asn1/src/cms.ts
/** id-signedData (RFC 5652 §5.1). */
const SIGNED_DATA = "1.2.840.113549.1.7.2";
/** id-ct-TSTInfo (RFC 3161 §2.4.2). */
const TST_INFO = "1.2.840.113549.1.9.16.1.4";
/** id-contentType (RFC 5652 §11.1). */
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
/** id-messageDigest (RFC 5652 §11.2). */
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
/** id-aa-signingCertificate (RFC 2634 §5.4). */
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
/** id-aa-signingCertificateV2 (RFC 5816 §2.2.1). */
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
/** rsaEncryption (RFC 8017 appendix C). */
const RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
/** PKIStatus (RFC 3161 §2.4.2) of the answers that hold a token. */
const GRANTED = 0;
const GRANTED_WITH_MODS = 1;
/** Tags of ContentInfo (RFC 5652 §3), EncapsulatedContentInfo (§5.2), SignedData (§5.1) and SignerInfo (§5.3). */
const CMS_TAG = {
	content: contextTag(0),
	encapsulatedContent: contextTag(0),
	certificates: contextTag(0),
	revocationLists: contextTag(1),
	signedAttributes: contextTag(0),
	unsignedAttributes: contextTag(1)
};
/** id-sha256, id-sha384 and id-sha512 (RFC 5754 §2). */
const HASHES = /* @__PURE__ */ new Map([
	["2.16.840.1.101.3.4.2.1", "sha256"],
	["2.16.840.1.101.3.4.2.2", "sha384"],
	["2.16.840.1.101.3.4.2.3", "sha512"]
]);
/** The hash that an AlgorithmIdentifier names: SHA-256, SHA-384 or SHA-512. Throws DerError. */
function readHash(algorithm) {
	const hash = HASHES.get(readOid(readElements(algorithm)[0]));
	if (hash === void 0) throw new DerError("uses a hash that is not supported");
	return hash;
}
/** The token in a response. Throws DerError where the response refuses one. */
function readToken(response) {
	const members = new Members(readElements(readOne(response, TAG.sequence)));
	const status = readSmallInteger(readElements(members.take(TAG.sequence))[0]);
	if (status !== GRANTED && status !== GRANTED_WITH_MODS) throw new DerError("is a refusal");
	const token = members.take(TAG.sequence);
	members.end();
	return token;
}
function readSignedData(token) {
	const outer = new Members(readElements(token));
	if (readOid(outer.take(TAG.objectIdentifier)) !== SIGNED_DATA) throw new DerError("is not signed");
	const members = new Members(readElements(readOne(outer.take(CMS_TAG.content).value, TAG.sequence)));
	outer.end();
	members.take(TAG.integer);
	members.take(TAG.set);
	const encapsulated = new Members(readElements(members.take(TAG.sequence)));
	if (readOid(encapsulated.take(TAG.objectIdentifier)) !== TST_INFO) throw new DerError("is no timestamp");
	const content = readOne(encapsulated.take(CMS_TAG.encapsulatedContent).value, TAG.octetString).value;
	encapsulated.end();
	members.optional(CMS_TAG.certificates);
	members.optional(CMS_TAG.revocationLists);
	const signers = readElements(members.take(TAG.set), TAG.set);
	members.end();
	const [signerInfo] = signers;
	if (signerInfo === void 0 || signers.length !== 1) throw new DerError("has other than one signer");
	return {
		content,
		signerInfo
	};
}
/** Attributes by their types. Throws DerError for a type that occurs twice or has several values. */
function readAttributes(container) {
	const elements = readElements(container, CMS_TAG.signedAttributes);
	const attributes = /* @__PURE__ */ new Map();
	for (const element of elements) {
		const [type, values] = readElements(element);
		const [value, ...others] = readElements(values, TAG.set);
		if (value === void 0 || others.length > 0) throw new DerError("has an attribute of other than one value");
		attributes.set(readOid(type), value);
	}
	if (attributes.size !== elements.length) throw new DerError("has an attribute twice");
	return attributes;
}
/** ESSCertID (RFC 2634 §5.4.1), always a SHA-1. */
function firstForm(attribute) {
	const [identifier] = readElements(readElements(attribute)[0]);
	return {
		hash: "sha1",
		digest: new Members(readElements(identifier)).take(TAG.octetString).value
	};
}
/** ESSCertIDv2 (RFC 5816 §2.2.1): SHA-256 unless it says otherwise. */
function secondForm(attribute) {
	const [identifier] = readElements(readElements(attribute)[0]);
	const members = new Members(readElements(identifier));
	const algorithm = members.optional(TAG.sequence);
	const digest = members.take(TAG.octetString).value;
	return {
		hash: algorithm === void 0 ? "sha256" : readHash(algorithm),
		digest
	};
}
function readCertificateDigest(attributes) {
	const second = attributes.get(SIGNING_CERTIFICATE_V2);
	if (second !== void 0) return secondForm(second);
	const first = attributes.get(SIGNING_CERTIFICATE);
	return first === void 0 ? void 0 : firstForm(first);
}
/** RFC 3370 §3.2: an RSA signer may name its key alone and leave the hash to the digest. */
function readScheme$1(algorithm, hash) {
	const oid = readOid(readElements(algorithm)[0]);
	const scheme = oid === RSA_ENCRYPTION ? {
		type: "rsa",
		hash
	} : namedScheme(oid);
	if (scheme === void 0) throw new DerError("is signed with an algorithm that is not supported");
	return scheme;
}
__name(readScheme$1, "readScheme");
function readSigner(element) {
	const members = new Members(readElements(element));
	const issuer = members.take(TAG.sequence).whole;
	const serial = members.take(TAG.integer).value;
	members.end();
	return {
		issuer,
		serial
	};
}
/** Reads a DER TimeStampResp. Throws DerError. */
function parseTimestampResponse(response) {
	const { content, signerInfo } = readSignedData(readToken(response));
	const members = new Members(readElements(signerInfo));
	members.take(TAG.integer);
	const signer = readSigner(members.take(TAG.sequence));
	const hash = readHash(members.take(TAG.sequence));
	const container = members.take(CMS_TAG.signedAttributes);
	const attributes = readAttributes(container);
	const contentType = attributes.get(CONTENT_TYPE);
	const digest = attributes.get(MESSAGE_DIGEST);
	if (contentType === void 0 || readOid(contentType) !== TST_INFO || digest?.tag !== TAG.octetString) throw new DerError("does not sign its content");
	const scheme = readScheme$1(members.take(TAG.sequence), hash);
	const signature = members.take(TAG.octetString).value;
	members.optional(CMS_TAG.unsignedAttributes);
	members.end();
	return {
		content,
		signer,
		digest: {
			hash,
			value: digest.value
		},
		certificateDigest: readCertificateDigest(attributes),
		signedAttributes: encodeDer(TAG.set, [container.value]),
		scheme,
		signature
	};
}
// packages/asn1/src/ecdsa-signature.ts
/** A positive INTEGER, as short as possible and with a zero before it where it would be negative (X.690 §8.3). */
function encodePositive(bytes) {
	const from = bytes.findIndex((byte) => byte !== 0);
	const significant = from === -1 ? Uint8Array.of(0) : bytes.subarray(from);
	const isNegative = ((significant[0] ?? 0) & 128) !== 0;
	return encodeDer(TAG.integer, isNegative ? [Uint8Array.of(0), significant] : [significant]);
}
/** ECDSA-Sig-Value (RFC 3279 §2.2.3) of r and s side by side, as RFC 7518 §3.4 has them; at most 132 bytes. */
function derSignature(raw) {
	const half = raw.length / 2;
	return encodeDer(TAG.sequence, [encodePositive(raw.subarray(0, half)), encodePositive(raw.subarray(half))]);
}
// packages/asn1/src/extensions.ts
/** §4.2.1.1 */
const AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
/** §4.2.1.2 */
const SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
/** §4.2.1.3 */
const KEY_USAGE = "2.5.29.15";
/** §4.2.1.4 */
const CERTIFICATE_POLICIES = "2.5.29.32";
/** §4.2.1.6 */
const SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
/** §4.2.1.7 */
const ISSUER_ALTERNATIVE_NAME = "2.5.29.18";
/** §4.2.1.9 */
const BASIC_CONSTRAINTS = "2.5.29.19";
/** §4.2.1.12 */
const EXTENDED_KEY_USAGE = "2.5.29.37";
/**
* Extensions that are understood here. Any other one makes a certificate useless where it is critical (RFC 5280
* §4.2). Those of the second part ask for nothing: nobody demands a policy here (§6.1.1 (c) to (f)), and names or
* addresses that help to find something decide nothing. Extensions that narrow a certificate in a way that is
* not judged here are left out: name constraints (§4.2.1.10), policy constraints (§4.2.1.11), policy mappings,
* which can be wrong (§4.2.1.5), and the places to ask about revocation (§4.2.1.13, X.509 §9.6.2.1).
*/
const UNDERSTOOD = /* @__PURE__ */ new Set([
	KEY_USAGE,
	SUBJECT_ALTERNATIVE_NAME,
	BASIC_CONSTRAINTS,
	EXTENDED_KEY_USAGE,
	CERTIFICATE_POLICIES,
	AUTHORITY_KEY_IDENTIFIER,
	SUBJECT_KEY_IDENTIFIER,
	ISSUER_ALTERNATIVE_NAME,
	"2.5.29.54",
	"1.3.6.1.5.5.7.1.1",
	"1.3.6.1.5.5.7.1.11"
]);
const QUALIFIERS = /* @__PURE__ */ new Set(["1.3.6.1.5.5.7.2.1", "1.3.6.1.5.5.7.2.2"]);
/** Bits 0, 1 and 5 of KeyUsage (RFC 5280 §4.2.1.3), as they stand in its first byte. */
const DIGITAL_SIGNATURE = 128;
const KEY_CERT_SIGN = 4;
/** id-kp-codeSigning and id-kp-timeStamping (RFC 5280 §4.2.1.12). */
const PURPOSES = {
	codeSigning: "1.3.6.1.5.5.7.3.3",
	timeStamping: "1.3.6.1.5.5.7.3.8"
};
/** anyExtendedKeyUsage: the authority "does not wish to restrict usages of the key" (RFC 5280 §4.2.1.12). */
const ANY_PURPOSE = "2.5.29.37.0";
function readKeyUsage({ value }) {
	const [, bits = 0] = readOne(value, TAG.bitString).value;
	return bits;
}
const readPurposes = ({ value }) => readElements(readOne(value, TAG.sequence)).map(readOid);
function readBasicConstraints({ extensions }) {
	const extension = extensions.get(BASIC_CONSTRAINTS);
	if (extension === void 0) return {
		isAuthority: false,
		pathLength: void 0
	};
	const members = new Members(readElements(readOne(extension.value, TAG.sequence)));
	const flag = members.optional(TAG.boolean);
	const length = members.optional(TAG.integer);
	members.end();
	return {
		isAuthority: flag !== void 0 && readBoolean(flag),
		pathLength: length === void 0 ? void 0 : readSmallInteger(length)
	};
}
/** "Including the optional qualifier, or MUST reject the certificate" (RFC 5280 §4.2.1.4). */
function checkPolicies({ value }) {
	for (const information of readElements(readOne(value, TAG.sequence))) {
		const [, qualifiers] = readElements(information);
		if (!(qualifiers === void 0 ? [] : readElements(qualifiers)).every((qualifier) => QUALIFIERS.has(readOid(readElements(qualifier)[0])))) throw new DerError("has a critical policy with a qualifier that is not understood");
	}
}
function checkCritical({ extensions }) {
	for (const [oid, extension] of extensions) {
		if (!extension.critical) continue;
		if (!UNDERSTOOD.has(oid)) throw new DerError(`has the critical extension ${oid}, which is not understood`);
		if (oid === CERTIFICATE_POLICIES) checkPolicies(extension);
	}
}
/**
* RFC 5280 §4.2.1.12 allows timestamps with either bit, and RFC 3161 asks for none: a key without the extension
* is not restricted (§4.2.1.3). Fulcio's certificate specification demands digitalSignature.
*/
function checkUsage({ extensions }, purpose) {
	const usage = extensions.get(KEY_USAGE);
	const isOptional = purpose === "timeStamping";
	if (usage === void 0 && isOptional) return;
	const fitting = isOptional ? 192 : DIGITAL_SIGNATURE;
	if (usage === void 0 || (readKeyUsage(usage) & fitting) === 0) throw new DerError("is not for digital signatures");
}
/** Throws DerError unless the certificate may sign for `purpose` alone and is not one of an authority. */
function checkEndEntity(certificate, purpose) {
	checkCritical(certificate);
	if (readBasicConstraints(certificate).isAuthority) throw new DerError("is one of an authority");
	checkUsage(certificate, purpose);
	const extended = certificate.extensions.get(EXTENDED_KEY_USAGE);
	const purposes = extended === void 0 ? [] : readPurposes(extended);
	if (purposes.length !== 1 || purposes[0] !== PURPOSES[purpose]) throw new DerError(`is not for ${purpose} alone`);
	if (purpose === "timeStamping" && extended?.critical !== true) throw new DerError("does not make its purpose critical");
}
/** Throws DerError unless the certificate belongs to an authority for `purpose` that may have `below` authorities under it. */
function checkAuthority(certificate, purpose, below) {
	checkCritical(certificate);
	const { isAuthority, pathLength } = readBasicConstraints(certificate);
	if (!isAuthority) throw new DerError("is not one of an authority");
	if (pathLength !== void 0 && pathLength < below) throw new DerError("has more authorities under it than it may");
	const usage = certificate.extensions.get(KEY_USAGE);
	if (usage !== void 0 && (readKeyUsage(usage) & KEY_CERT_SIGN) === 0) throw new DerError("may not sign certificates");
	const extended = certificate.extensions.get(EXTENDED_KEY_USAGE);
	const purposes = extended === void 0 ? [ANY_PURPOSE] : readPurposes(extended);
	if (!purposes.includes(PURPOSES[purpose]) && !purposes.includes(ANY_PURPOSE)) throw new DerError(`may not certify for ${purpose}`);
}
// packages/asn1/src/spki.ts
/** The contents octets of 2.16.840.1.101.3.4.3, the arc of NIST for signature algorithms. */
const NIST_SIGNATURES = [
	96,
	134,
	72,
	1,
	101,
	3,
	4,
	3
];
/** Arcs below it: id-ml-dsa-44 and so on (RFC 9881 §2), id-slh-dsa-sha2-128s (RFC 9909 §3), by types of node:crypto. */
const NIST_SIGNATURE_ARCS = /* @__PURE__ */ new Map([
	["ml-dsa-44", 17],
	["ml-dsa-65", 18],
	["ml-dsa-87", 19],
	["slh-dsa-sha2-128s", 20]
]);
/** The first byte of a BIT STRING, which counts its unused bits (X.690 §8.6.2.2). */
const NO_UNUSED_BITS = Uint8Array.of(0);
/**
* A key from its raw bytes (FIPS 204, FIPS 205). Undefined where `type`, a type of node:crypto, is of neither
* standard. Throws what node:crypto throws for bytes that are not a key of the type.
*/
function importRawKey(raw, type) {
	const arc = NIST_SIGNATURE_ARCS.get(type);
	if (arc === void 0) return void 0;
	const algorithm = encodeDer(TAG.objectIdentifier, [Uint8Array.of(...NIST_SIGNATURES, arc)]);
	const key = encodeDer(TAG.sequence, [encodeDer(TAG.sequence, [algorithm]), encodeDer(TAG.bitString, [NO_UNUSED_BITS, raw])]);
	return createPublicKey({
		key,
		format: "der",
		type: "spki"
	});
}
/** The key in a PEM block of a public key. Undefined for any other text: createPublicKey takes private keys and certificates too. */
function importPemKey(pem) {
	return pem.startsWith("-----BEGIN PUBLIC KEY-----") ? createPublicKey(pem) : void 0;
}
// packages/asn1/src/time.ts
const isWithin = (time, { start, end }) => time >= start && (end === void 0 || time <= end);
/** RFC 5280 §4.1.2.5.1: a year of two digits, from 1950 to 2049. */
const FIRST_YEAR_OF_1900 = 50;
const UTC_TIME = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
/** X.690 §11.7: seconds always, Z always, no fraction that ends in zero. */
const GENERALIZED_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d*[1-9]))?Z$/;
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
/** Undefined for a day or an hour that does not exist, which Date.UTC would carry over. Leap seconds count as such. */
function existingTime(fields) {
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
	const date = /* @__PURE__ */ new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	date.setUTCHours(hour, minute, second);
	return [
		date.getUTCFullYear(),
		date.getUTCMonth() + 1,
		date.getUTCDate(),
		date.getUTCHours(),
		date.getUTCMinutes(),
		date.getUTCSeconds()
	].every((value, index) => value === fields[index]) ? date.getTime() : void 0;
}
const dateFields = (match) => match.slice(1, 7).map(Number);
/** Milliseconds from the digits after the second, without rounding. */
const fractionMilliseconds = (fraction) => Number((fraction ?? "").padEnd(3, "0").slice(0, 3));
/** A GeneralizedTime with a fraction of any legal length, as in timestamps (RFC 3161 §2.4.2). Throws DerError. */
function readGeneralizedTime({ tag, value }) {
	const match = tag === TAG.generalizedTime ? GENERALIZED_TIME.exec(value.toString("latin1")) : null;
	const time = match === null ? void 0 : existingTime(dateFields(match));
	if (match === null || time === void 0) throw new DerError("has a time that cannot be read");
	return time + fractionMilliseconds(match[7]);
}
/** A time of a certificate, in whole seconds (RFC 5280 §4.1.2.5). Throws DerError. */
function readCertificateTime(element) {
	if (element.tag !== TAG.utcTime) {
		if (element.value.length !== 15) throw new DerError("has a time with a fraction");
		return readGeneralizedTime(element);
	}
	const match = UTC_TIME.exec(element.value.toString("latin1"));
	const [year = 0, ...rest] = match === null ? [] : dateFields(match);
	const time = existingTime([year < FIRST_YEAR_OF_1900 ? 2e3 + year : 1900 + year, ...rest]);
	if (match === null || time === void 0) throw new DerError("has a time that cannot be read");
	return time;
}
/** Milliseconds from an RFC 3339 time. Undefined for anything else: Date.parse alone takes almost any text. */
function parseRfc3339(text) {
	const match = RFC_3339.exec(text);
	const time = match === null ? void 0 : existingTime(dateFields(match));
	if (match === null || time === void 0) return void 0;
	const [hours, minutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
	if (hours > 23 || minutes > 59) return void 0;
	const offset = (match[8] === "-" ? -1 : 1) * (hours * 60 + minutes) * 6e4;
	return time + fractionMilliseconds(match[7]) - offset;
}
// packages/asn1/src/x509.ts
/** `v3(2)` of Version (RFC 5280 §4.1.2.1). */
const VERSION_3 = 2;
/** Explicit tags of TBSCertificate (RFC 5280 §4.1). */
const TBS_TAG = {
	version: contextTag(0),
	extensions: contextTag(3)
};
function readExtension(element) {
	const members = new Members(readElements(element));
	const oid = readOid(members.take(TAG.objectIdentifier));
	const flag = members.optional(TAG.boolean);
	const { value } = members.take(TAG.octetString);
	members.end();
	return [oid, {
		critical: flag !== void 0 && readBoolean(flag),
		value,
		whole: element.whole
	}];
}
function readExtensions(container) {
	const elements = readElements(readOne(container.value, TAG.sequence));
	const extensions = new Map(elements.map(readExtension));
	if (extensions.size !== elements.length) throw new DerError("has an extension twice");
	return extensions;
}
function readValidity(element) {
	const [notBefore, notAfter, ...rest] = readElements(element);
	if (notBefore === void 0 || notAfter === void 0 || rest.length > 0) throw new DerError("has another structure");
	return {
		start: readCertificateTime(notBefore),
		end: readCertificateTime(notAfter)
	};
}
function readKey(spki) {
	let key;
	try {
		key = createPublicKey({
			key: spki,
			format: "der",
			type: "spki"
		});
	} catch {
		throw new DerError("has a key that cannot be read");
	}
	if (!isStrong(key)) throw new DerError("has a key of a kind that is not supported");
	return key;
}
function readScheme(inner, outer) {
	if (outer === void 0 || !inner.whole.equals(outer.whole)) throw new DerError("names two signature algorithms");
	const scheme = namedScheme(readOid(readElements(inner)[0]));
	if (scheme === void 0) throw new DerError("is signed with an algorithm that is not supported");
	return scheme;
}
/** Reads a certificate. Throws DerError. */
function parseCertificate(der) {
	const [tbs, outerAlgorithm, signature, ...rest] = readElements(readOne(der, TAG.sequence));
	if (tbs === void 0 || rest.length > 0) throw new DerError("has another structure");
	const fields = readElements(tbs);
	const members = new Members(fields);
	if (readSmallInteger(readOne(members.take(TBS_TAG.version).value, TAG.integer)) !== VERSION_3) throw new DerError("is not of version 3");
	const serial = readInteger(members.take(TAG.integer));
	const algorithm = members.take(TAG.sequence);
	const issuer = members.take(TAG.sequence).whole;
	const validity = readValidity(members.take(TAG.sequence));
	const subject = members.take(TAG.sequence).whole;
	const spki = members.take(TAG.sequence).whole;
	const container = members.take(TBS_TAG.extensions);
	members.end();
	return {
		der,
		tbs: tbs.whole,
		tbsFields: fields.slice(0, -1).map(({ whole }) => whole),
		serial,
		issuer,
		subject,
		validity,
		spki,
		key: readKey(spki),
		extensions: readExtensions(container),
		scheme: readScheme(algorithm, outerAlgorithm),
		signature: readBitString(expectTag(signature, TAG.bitString))
	};
}
/** The signature that the issuer made on a certificate. */
const issuerClaim = ({ scheme, tbs, signature }) => ({
	scheme,
	data: tbs,
	signature
});
/** Whether the subject of `issuer` is the issuer that `certificate` names. */
const isNamedIssuer = (certificate, issuer) => certificate.issuer.equals(issuer.subject);
export { DerError, Members, SUBJECT_ALTERNATIVE_NAME, TAG, checkAuthority, checkEndEntity, contextTag, derSignature, encodeDer, importPemKey, importRawKey, isNamedIssuer, isSignedBy, isSignedNow, isStrong, isWithin, issuerClaim, parseCertificate, parseRfc3339, parseTimestampResponse, readBoolean, readElements, readGeneralizedTime, readHash, readOid, readOne, readSmallInteger };
