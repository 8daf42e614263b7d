import { __name } from "./rolldown-runtime.mjs";
import { constants, createPublicKey, verify } from "node:crypto";
// packages/asn1/src/der.ts
/** Tags of X.690 §8 with their class and form. */
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
const contextTag = (number, form = "constructed") => (form === "constructed" ? 160 : 128) | number;
/** Bytes that are not what was expected. Whoever reads a document turns it into an error that names the document. */
var DerError = class extends Error {};
/** Up to 16 MiB, which is more than a bundle has. */
const MAX_LENGTH_BYTES = 3;
/**
* In one SEQUENCE or SET. Nothing that is read here has 32: neither the extensions of a certificate nor the
* attributes of a timestamp. Two bytes are an element, so that a megabyte would make a million of them.
*/
const MAX_ELEMENTS = 256;
/** No object identifier in use has half of it; a longer one would fill the message that names it. */
const MAX_OID_BYTES = 64;
/** X.690 §10.1: the definite form, with the fewest bytes. */
function lengthAt(bytes, offset) {
	const first = bytes[offset];
	if (first === void 0) throw new DerError("is cut short");
	if (first < 128) return {
		length: first,
		start: offset + 1
	};
	const count = first & 127;
	if (count === 0 || count > MAX_LENGTH_BYTES) throw new DerError("has a length that DER does not allow");
	if (offset + 1 + count > bytes.length) throw new DerError("is cut short");
	const length = bytes.readUIntBE(offset + 1, count);
	if (length < 128 || length < 2 ** (8 * (count - 1))) throw new DerError("has a length that is not minimal");
	return {
		length,
		start: offset + 1 + count
	};
}
function elementAt(bytes, offset) {
	const tag = bytes[offset];
	if (tag === void 0) throw new DerError("is cut short");
	if ((tag & 31) === 31) throw new DerError("has a tag of more than one byte");
	const { length, start } = lengthAt(bytes, offset + 1);
	const end = start + length;
	if (end > bytes.length) throw new DerError("is cut short");
	return {
		tag,
		value: bytes.subarray(start, end),
		whole: bytes.subarray(offset, end)
	};
}
/** The elements that `bytes` are made of, with nothing left over. Throws DerError. */
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
/** The one element that `bytes` are, with this tag. Throws DerError. */
function readOne(bytes, tag) {
	const element = elementAt(bytes, 0);
	if (element.whole.length !== bytes.length) throw new DerError("has bytes after its end");
	return expectTag(element, tag);
}
/** `element`, if it is there and has this tag. Throws DerError. */
function expectTag(element, tag) {
	if (element?.tag !== tag) throw new DerError("has another structure");
	return element;
}
/** What a SEQUENCE or SET holds. Throws DerError. */
const elementsOf = (element, tag = TAG.sequence) => readAll(expectTag(element, tag).value);
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
	/** The next member where it has this tag. */
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
/** Dotted form. Throws DerError for what is no OBJECT IDENTIFIER or has a padded or huge arc. */
function oidOf(element) {
	const { value } = expectTag(element, TAG.objectIdentifier);
	if (value.length > MAX_OID_BYTES) throw new DerError("has an object identifier that is too long");
	const arcs = [];
	let arc = 0;
	let isOpen = false;
	for (const byte of value) {
		if (!isOpen && byte === 128) throw new DerError("has an object identifier that is not minimal");
		arc = arc * 128 + (byte & 127);
		if (!Number.isSafeInteger(arc)) throw new DerError("has an object identifier that is too long");
		isOpen = (byte & 128) !== 0;
		if (!isOpen) {
			arcs.push(arc);
			arc = 0;
		}
	}
	const [first, ...rest] = arcs;
	if (first === void 0 || isOpen) throw new DerError("has an object identifier that is cut short");
	const root = Math.min(Math.floor(first / 40), 2);
	return [
		root,
		first - root * 40,
		...rest
	].join(".");
}
/** Bytes of an INTEGER in two's complement, without needless ones (X.690 §8.3.2). Throws DerError. */
function integerOf(element) {
	const { value } = expectTag(element, TAG.integer);
	const [first, second] = value;
	if (first === void 0) throw new DerError("has an empty integer");
	const sign = (second ?? 0) & 128;
	if (value.length > 1 && (first === 0 && sign === 0 || first === 255 && sign !== 0)) throw new DerError("has an integer that is not minimal");
	return value;
}
/** A number from 0 to 127, as versions and path lengths are. Throws DerError. */
function smallIntegerOf(element) {
	const [byte, ...rest] = integerOf(element);
	if (byte === void 0 || byte > 127 || rest.length > 0) throw new DerError("has a number out of range");
	return byte;
}
/** X.690 §11.1: 00 or FF. Throws DerError. */
function booleanOf(element) {
	const { value } = expectTag(element, TAG.boolean);
	if (value.length !== 1 || value[0] !== 0 && value[0] !== 255) throw new DerError("has a malformed boolean");
	return value[0] === 255;
}
/** A BIT STRING of whole bytes: keys and signatures. Throws DerError. */
function bytesOfBits(element) {
	const { value } = expectTag(element, TAG.bitString);
	if (value[0] !== 0) throw new DerError("has a bit string of other than whole bytes");
	return value.subarray(1);
}
function encodedLength(length) {
	if (length < 128) return Buffer.from([length]);
	const count = length < 256 ? 1 : length < 65536 ? 2 : MAX_LENGTH_BYTES;
	const bytes = Buffer.alloc(1 + count, 128 | count);
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
/** Signature algorithms of certificates and timestamps by object identifier. SHA-1 is not among them. */
const SCHEMES = /* @__PURE__ */ new Map([
	["1.2.840.10045.4.3.2", ecdsa("sha256")],
	["1.2.840.10045.4.3.3", ecdsa("sha384")],
	["1.2.840.10045.4.3.4", ecdsa("sha512")],
	["1.2.840.113549.1.1.11", rsa("sha256")],
	["1.2.840.113549.1.1.12", rsa("sha384")],
	["1.2.840.113549.1.1.13", rsa("sha512")],
	["1.3.101.112", {
		type: "ed25519",
		hash: null
	}]
]);
const schemeOf = (oid) => SCHEMES.get(oid);
const CURVES = /* @__PURE__ */ new Set([
	"prime256v1",
	"secp384r1",
	"secp521r1"
]);
const MIN_RSA_BITS = 2048;
/** Whether keys of this kind are long enough to be trusted at all. */
function isStrong({ asymmetricKeyType: type, asymmetricKeyDetails: details }) {
	if (type === "ec") return CURVES.has(details?.namedCurve ?? "");
	return type === "ed25519" || type === "rsa" && (details?.modulusLength ?? 0) >= MIN_RSA_BITS;
}
function inputOf(key, { padding }) {
	if (padding === void 0) return key;
	return {
		key,
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength: constants.RSA_PSS_SALTLEN_DIGEST
	};
}
/** Whether `key` signed; in libuv's threads, so that many bundles are checked on all cores. */
function isSignedBy(key, { scheme, data, signature }) {
	if (key.asymmetricKeyType !== scheme.type) return Promise.resolve(false);
	return new Promise((resolve) => {
		try {
			verify(scheme.hash, data, inputOf(key, scheme), signature, (error, isValid) => {
				resolve(error === null && isValid);
			});
		} catch {
			resolve(false);
		}
	});
}
/** The same at once, for what is checked a single time. */
function isSignedNow(key, { scheme, data, signature }) {
	if (key.asymmetricKeyType !== scheme.type) return false;
	try {
		return verify(scheme.hash, data, inputOf(key, scheme), signature);
	} catch {
		return false;
	}
}
// packages/asn1/src/cms.ts
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
const HASHES = /* @__PURE__ */ new Map([
	["2.16.840.1.101.3.4.2.1", "sha256"],
	["2.16.840.1.101.3.4.2.2", "sha384"],
	["2.16.840.1.101.3.4.2.3", "sha512"]
]);
/** The hash that an AlgorithmIdentifier names: SHA-256, SHA-384 or SHA-512. Throws DerError. */
function hashOf(algorithm) {
	const hash = HASHES.get(oidOf(elementsOf(algorithm)[0]));
	if (hash === void 0) throw new DerError("uses a hash that is not supported");
	return hash;
}
/** The token of a response that grants one. */
function tokenOf(response) {
	const members = new Members(elementsOf(readOne(response, TAG.sequence)));
	if (smallIntegerOf(elementsOf(members.take(TAG.sequence))[0]) > 1) throw new DerError("is a refusal");
	const token = members.take(TAG.sequence);
	members.end();
	return token;
}
function signedDataOf(token) {
	const outer = new Members(elementsOf(token));
	if (oidOf(outer.take(TAG.objectIdentifier)) !== SIGNED_DATA) throw new DerError("is not signed");
	const members = new Members(elementsOf(readOne(outer.take(contextTag(0)).value, TAG.sequence)));
	outer.end();
	members.take(TAG.integer);
	members.take(TAG.set);
	const encapsulated = new Members(elementsOf(members.take(TAG.sequence)));
	if (oidOf(encapsulated.take(TAG.objectIdentifier)) !== TST_INFO) throw new DerError("is no timestamp");
	const content = readOne(encapsulated.take(contextTag(0)).value, TAG.octetString).value;
	encapsulated.end();
	members.optional(contextTag(0));
	members.optional(contextTag(1));
	const signers = elementsOf(members.take(TAG.set), TAG.set);
	members.end();
	const [signerInfo] = signers;
	if (signerInfo === void 0 || signers.length !== 1) throw new DerError("has other than one signer");
	return {
		content,
		signerInfo
	};
}
/** Each attribute once, with its one value. */
function attributesOf(container) {
	const elements = elementsOf(container, contextTag(0));
	const attributes = /* @__PURE__ */ new Map();
	for (const element of elements) {
		const [type, values] = elementsOf(element);
		const [value, ...others] = elementsOf(values, TAG.set);
		if (value === void 0 || others.length > 0) throw new DerError("has an attribute of other than one value");
		attributes.set(oidOf(type), value);
	}
	if (attributes.size !== elements.length) throw new DerError("has an attribute twice");
	return attributes;
}
/** ESSCertID (RFC 2634 §5.4.1): of SHA-1. */
function firstForm(attribute) {
	const [identifier] = elementsOf(elementsOf(attribute)[0]);
	return {
		hash: "sha1",
		digest: new Members(elementsOf(identifier)).take(TAG.octetString).value
	};
}
/** ESSCertIDv2 (RFC 5816 §2.2.1): SHA-256 unless it says otherwise. */
function secondForm(attribute) {
	const [identifier] = elementsOf(elementsOf(attribute)[0]);
	const members = new Members(elementsOf(identifier));
	const algorithm = members.optional(TAG.sequence);
	const digest = members.take(TAG.octetString).value;
	return {
		hash: algorithm === void 0 ? "sha256" : hashOf(algorithm),
		digest
	};
}
function certificateDigestOf(attributes) {
	const second = attributes.get(SIGNING_CERTIFICATE_V2);
	if (second !== void 0) return secondForm(second);
	const first = attributes.get(SIGNING_CERTIFICATE);
	return first === void 0 ? void 0 : firstForm(first);
}
/** RFC 3370 §3.2: an RSA signer may name its key alone and leave the hash to the digest. */
function schemeOfSigner(algorithm, hash) {
	const oid = oidOf(elementsOf(algorithm)[0]);
	const scheme = oid === RSA_ENCRYPTION ? {
		type: "rsa",
		hash
	} : schemeOf(oid);
	if (scheme === void 0) throw new DerError("is signed with an algorithm that is not supported");
	return scheme;
}
function signerOf(element) {
	const members = new Members(elementsOf(element));
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
	const { content, signerInfo } = signedDataOf(tokenOf(response));
	const members = new Members(elementsOf(signerInfo));
	members.take(TAG.integer);
	const signer = signerOf(members.take(TAG.sequence));
	const hash = hashOf(members.take(TAG.sequence));
	const container = members.take(contextTag(0));
	const attributes = attributesOf(container);
	const contentType = attributes.get(CONTENT_TYPE);
	const digest = attributes.get(MESSAGE_DIGEST);
	if (contentType === void 0 || oidOf(contentType) !== TST_INFO || digest?.tag !== TAG.octetString) throw new DerError("does not sign its content");
	const scheme = schemeOfSigner(members.take(TAG.sequence), hash);
	const signature = members.take(TAG.octetString).value;
	members.optional(contextTag(1));
	members.end();
	return {
		content,
		signer,
		digest: {
			hash,
			value: digest.value
		},
		certificateDigest: certificateDigestOf(attributes),
		signedAttributes: encodeDer(TAG.set, [container.value]),
		scheme,
		signature
	};
}
// packages/asn1/src/ecdsa-signature.ts
const derOf$1 = /* @__PURE__ */ __name((tag, content) => {
	const { length } = content;
	return Buffer.concat([Buffer.from(length < 128 ? [tag, length] : [
		tag,
		129,
		length
	]), content]);
}, "derOf");
/** A positive INTEGER: as short as it can be, and not taken for a negative one (X.690 §8.3). */
function derInteger(bytes) {
	const from = bytes.findIndex((byte) => byte !== 0);
	const significant = from === -1 ? Uint8Array.of(0) : bytes.subarray(from);
	const isNegative = (significant[0] ?? 0) >= 128;
	return derOf$1(2, isNegative ? Buffer.concat([Uint8Array.of(0), significant]) : significant);
}
/** ECDSA-Sig-Value (RFC 3279 §2.2.3) of r and s side by side, as RFC 7518 §3.4 has them; at most 132 bytes. */
function derSignature(raw) {
	const half = raw.length / 2;
	return derOf$1(48, Buffer.concat([derInteger(raw.subarray(0, half)), derInteger(raw.subarray(half))]));
}
// packages/asn1/src/extensions.ts
const KEY_USAGE = "2.5.29.15";
const SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
const BASIC_CONSTRAINTS = "2.5.29.19";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const CERTIFICATE_POLICIES = "2.5.29.32";
/**
* What is understood here; a critical extension that is not must make a certificate useless (RFC 5280 §4.2).
* Those of the second part ask for nothing: nobody demands a policy here (§6.1.1 (c) to (f)), and names or
* addresses that help to find something decide nothing. What can narrow a certificate without being judged
* is not among them: constraints on names (§4.2.1.10) and policies (§4.2.1.11), mappings, which can be
* wrong (§4.2.1.5), and where revocation must be asked for (§4.2.1.13, X.509 §9.6.2.1).
*/
const UNDERSTOOD = /* @__PURE__ */ new Set([
	KEY_USAGE,
	SUBJECT_ALTERNATIVE_NAME,
	BASIC_CONSTRAINTS,
	EXTENDED_KEY_USAGE,
	CERTIFICATE_POLICIES,
	"2.5.29.35",
	"2.5.29.14",
	"2.5.29.18",
	"2.5.29.54",
	"1.3.6.1.5.5.7.1.1",
	"1.3.6.1.5.5.7.1.11"
]);
/** Where a statement of practice is, and a notice for people (RFC 5280 §4.2.1.4). */
const QUALIFIERS = /* @__PURE__ */ new Set(["1.3.6.1.5.5.7.2.1", "1.3.6.1.5.5.7.2.2"]);
/** Bits of the first byte of KeyUsage. */
const DIGITAL_SIGNATURE = 128;
const KEY_CERT_SIGN = 4;
const PURPOSES = {
	codeSigning: "1.3.6.1.5.5.7.3.3",
	timeStamping: "1.3.6.1.5.5.7.3.8"
};
/** An authority with it "does not wish to restrict usages of the key" (RFC 5280 §4.2.1.12). */
const ANY_PURPOSE = "2.5.29.37.0";
function keyUsageOf({ value }) {
	const [, bits = 0] = readOne(value, TAG.bitString).value;
	return bits;
}
const purposesOf = ({ value }) => elementsOf(readOne(value, TAG.sequence)).map(oidOf);
function basicConstraintsOf({ extensions }) {
	const extension = extensions.get(BASIC_CONSTRAINTS);
	if (extension === void 0) return {
		isAuthority: false,
		pathLength: void 0
	};
	const members = new Members(elementsOf(readOne(extension.value, TAG.sequence)));
	const flag = members.optional(TAG.boolean);
	const length = members.optional(TAG.integer);
	members.end();
	return {
		isAuthority: flag !== void 0 && booleanOf(flag),
		pathLength: length === void 0 ? void 0 : smallIntegerOf(length)
	};
}
/** "Including the optional qualifier, or MUST reject the certificate" (RFC 5280 §4.2.1.4). */
function checkPolicies({ value }) {
	for (const information of elementsOf(readOne(value, TAG.sequence))) {
		const [, qualifiers] = elementsOf(information);
		if (!(qualifiers === void 0 ? [] : elementsOf(qualifiers)).every((qualifier) => QUALIFIERS.has(oidOf(elementsOf(qualifier)[0])))) throw new DerError("has a critical policy with a qualifier that is not understood");
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
* RFC 5280 §4.2.1.12 has timestamps go with either bit, and RFC 3161 asks for none: without the extension the
* key is not restricted (§4.2.1.3). Fulcio's specification of certificates demands digitalSignature.
*/
function checkUsage({ extensions }, purpose) {
	const usage = extensions.get(KEY_USAGE);
	const isOptional = purpose === "timeStamping";
	if (usage === void 0 && isOptional) return;
	const fitting = isOptional ? 192 : DIGITAL_SIGNATURE;
	if (usage === void 0 || (keyUsageOf(usage) & fitting) === 0) throw new DerError("is not for digital signatures");
}
/** Throws DerError unless the certificate is of someone who signs for `purpose` alone, and of no authority. */
function checkEndEntity(certificate, purpose) {
	checkCritical(certificate);
	if (basicConstraintsOf(certificate).isAuthority) throw new DerError("is one of an authority");
	checkUsage(certificate, purpose);
	const extended = certificate.extensions.get(EXTENDED_KEY_USAGE);
	const purposes = extended === void 0 ? [] : purposesOf(extended);
	if (purposes.length !== 1 || purposes[0] !== PURPOSES[purpose]) throw new DerError(`is not for ${purpose} alone`);
	if (purpose === "timeStamping" && extended?.critical !== true) throw new DerError("does not make its purpose critical");
}
/** Throws DerError unless the certificate is of an authority for `purpose`, with `below` authorities under it. */
function checkAuthority(certificate, purpose, below) {
	checkCritical(certificate);
	const { isAuthority, pathLength } = basicConstraintsOf(certificate);
	if (!isAuthority) throw new DerError("is not one of an authority");
	if (pathLength !== void 0 && pathLength < below) throw new DerError("has more authorities under it than it may");
	const usage = certificate.extensions.get(KEY_USAGE);
	if (usage !== void 0 && (keyUsageOf(usage) & KEY_CERT_SIGN) === 0) throw new DerError("may not sign certificates");
	const extended = certificate.extensions.get(EXTENDED_KEY_USAGE);
	const purposes = extended === void 0 ? [ANY_PURPOSE] : purposesOf(extended);
	if (!purposes.includes(PURPOSES[purpose]) && !purposes.includes(ANY_PURPOSE)) throw new DerError(`may not certify for ${purpose}`);
}
// packages/asn1/src/pem.ts
/** 64 characters a line, as Rekor writes it again: what it holds must equal what was sent. */
function pemOf(label, der) {
	return `-----BEGIN ${label}-----\n${(Buffer.from(der).toString("base64").match(/.{1,64}/g) ?? []).join("\n")}\n-----END ${label}-----\n`;
}
// packages/asn1/src/spki.ts
/** Arcs of the algorithm identifiers below 2.16.840.1.101.3.4.3 (RFC 9881, RFC 9909), by type of node:crypto. */
const NIST_SIGNATURE_ARCS = /* @__PURE__ */ new Map([
	["ml-dsa-44", 17],
	["ml-dsa-65", 18],
	["ml-dsa-87", 19],
	["slh-dsa-sha2-128s", 20]
]);
const derLength = (length) => length < 128 ? Buffer.from([length]) : length < 256 ? Buffer.from([129, length]) : Buffer.from([
	130,
	length >> 8,
	length & 255
]);
const derOf = (tag, content) => Buffer.concat([
	Buffer.from([tag]),
	derLength(content.length),
	content
]);
/**
* The key around the raw bytes of FIPS 204 and 205; undefined where `type` of node:crypto is none of
* theirs. Throws what node:crypto throws for bytes that are not a key of the type.
*/
function importRawKey(raw, type) {
	const arc = NIST_SIGNATURE_ARCS.get(type);
	if (arc === void 0) return void 0;
	const oid = derOf(6, Buffer.from([
		96,
		134,
		72,
		1,
		101,
		3,
		4,
		3,
		arc
	]));
	const bits = derOf(3, Buffer.concat([Buffer.from([0]), raw]));
	const key = derOf(48, Buffer.concat([derOf(48, oid), bits]));
	return createPublicKey({
		key,
		format: "der",
		type: "spki"
	});
}
/** The key in a PEM block; undefined for any other block: createPublicKey takes private keys and certificates too. */
function importPemKey(pem) {
	return pem.startsWith("-----BEGIN PUBLIC KEY-----") ? createPublicKey(pem) : void 0;
}
// packages/asn1/src/time.ts
const isWithin = (time, { start, end }) => time >= start && (end === void 0 || time <= end);
/** RFC 5280 §4.1.2.5.1: two digits, 1950 to 2049. */
const UTC_TIME = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
/** X.690 §11.7: seconds always, Z always, no fraction that ends in zero. */
const GENERALIZED_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d*[1-9]))?Z$/;
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
/** Undefined for a day or an hour that does not exist, which Date.UTC would carry over. A leap second is none. */
function timeOf(fields) {
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
const numbersOf = (match) => match.slice(1, 7).map(Number);
/** What the digits after the second are in milliseconds, cut off. */
const millisecondsOf = (fraction) => Number((fraction ?? "").padEnd(3, "0").slice(0, 3));
/** GeneralizedTime with a fraction of any legal length, as in timestamps (RFC 3161 §2.4.2). Throws DerError. */
function generalizedTimeOf({ tag, value }) {
	const match = tag === TAG.generalizedTime ? GENERALIZED_TIME.exec(value.toString("latin1")) : null;
	const time = match === null ? void 0 : timeOf(numbersOf(match));
	if (match === null || time === void 0) throw new DerError("has a time that cannot be read");
	return time + millisecondsOf(match[7]);
}
/** A time of a certificate: whole seconds (RFC 5280 §4.1.2.5). Throws DerError. */
function certificateTimeOf(element) {
	if (element.tag !== TAG.utcTime) {
		if (element.value.length !== 15) throw new DerError("has a time with a fraction");
		return generalizedTimeOf(element);
	}
	const match = UTC_TIME.exec(element.value.toString("latin1"));
	const [year = 0, ...rest] = match === null ? [] : numbersOf(match);
	const time = timeOf([year < 50 ? 2e3 + year : 1900 + year, ...rest]);
	if (match === null || time === void 0) throw new DerError("has a time that cannot be read");
	return time;
}
/** An RFC 3339 time; undefined for anything else. Date.parse alone takes almost anything for one. */
function parseRfc3339(text) {
	const match = RFC_3339.exec(text);
	const time = match === null ? void 0 : timeOf(numbersOf(match));
	if (match === null || time === void 0) return void 0;
	const [hours, minutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
	if (hours > 23 || minutes > 59) return void 0;
	const offset = (match[8] === "-" ? -1 : 1) * (hours * 60 + minutes) * 6e4;
	return time + millisecondsOf(match[7]) - offset;
}
// packages/asn1/src/x509.ts
const VERSION_3 = 2;
function extensionOf(element) {
	const members = new Members(elementsOf(element));
	const oid = oidOf(members.take(TAG.objectIdentifier));
	const flag = members.optional(TAG.boolean);
	const { value } = members.take(TAG.octetString);
	members.end();
	return [oid, {
		critical: flag !== void 0 && booleanOf(flag),
		value,
		whole: element.whole
	}];
}
function extensionsOf(container) {
	const elements = elementsOf(readOne(container.value, TAG.sequence));
	const extensions = new Map(elements.map(extensionOf));
	if (extensions.size !== elements.length) throw new DerError("has an extension twice");
	return extensions;
}
function validityOf(element) {
	const [notBefore, notAfter, ...rest] = elementsOf(element);
	if (notBefore === void 0 || notAfter === void 0 || rest.length > 0) throw new DerError("has another structure");
	return {
		start: certificateTimeOf(notBefore),
		end: certificateTimeOf(notAfter)
	};
}
function keyOf(spki) {
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
function signatureSchemeOf(inner, outer) {
	if (outer === void 0 || !inner.whole.equals(outer.whole)) throw new DerError("names two signature algorithms");
	const scheme = schemeOf(oidOf(elementsOf(inner)[0]));
	if (scheme === void 0) throw new DerError("is signed with an algorithm that is not supported");
	return scheme;
}
/** Reads a certificate. Throws DerError. */
function parseCertificate(der) {
	const [tbs, outerAlgorithm, signature, ...rest] = elementsOf(readOne(der, TAG.sequence));
	if (tbs === void 0 || rest.length > 0) throw new DerError("has another structure");
	const fields = elementsOf(tbs);
	const members = new Members(fields);
	if (smallIntegerOf(readOne(members.take(contextTag(0)).value, TAG.integer)) !== VERSION_3) throw new DerError("is not of version 3");
	const serial = integerOf(members.take(TAG.integer));
	const algorithm = members.take(TAG.sequence);
	const issuer = members.take(TAG.sequence).whole;
	const validity = validityOf(members.take(TAG.sequence));
	const subject = members.take(TAG.sequence).whole;
	const spki = members.take(TAG.sequence).whole;
	const container = members.take(contextTag(3));
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
		key: keyOf(spki),
		extensions: extensionsOf(container),
		scheme: signatureSchemeOf(algorithm, outerAlgorithm),
		signature: bytesOfBits(expectTag(signature, TAG.bitString))
	};
}
/** What the issuer of a certificate signed. */
const claimOf = ({ scheme, tbs, signature }) => ({
	scheme,
	data: tbs,
	signature
});
/** Whether `issuer` carries the name of the issuer of `certificate`. */
const isNamedIssuer = (certificate, issuer) => certificate.issuer.equals(issuer.subject);
export { DerError, Members, SUBJECT_ALTERNATIVE_NAME, TAG, booleanOf, checkAuthority, checkEndEntity, claimOf, contextTag, derSignature, elementsOf, encodeDer, generalizedTimeOf, hashOf, importPemKey, importRawKey, isNamedIssuer, isSignedBy, isSignedNow, isStrong, isWithin, oidOf, parseCertificate, parseRfc3339, parseTimestampResponse, pemOf, readOne, smallIntegerOf };
