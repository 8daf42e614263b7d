import "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, arrivesAs, chooseAlgorithm, decodeBase64, fitsAlgorithm, parseJson, printable } from "./core.mjs";
import { boolean, integer, minValue, number, object, optional, pipe, record, safeParse, string, unknown } from "./vendor-valibot.mjs";
import { HTTP_STATUS, RequestFailure, answeredObject, ask, corrupt, httpClient, isTransientStatus, jsonBody, knownCause, requestOnce } from "./net.mjs";
import { parseVaultPath, vaultKeyName, vaultKeyUri, vaultPermission } from "./start.mjs";
import { importPemKey } from "./asn1.mjs";
import { VAULT_SERVER_CAUSES, standbyReason, vaultHeaders } from "./vault.mjs";
import { createPublicKey } from "node:crypto";
// packages/vault/src/transit/algorithms.ts
/** An RSA key takes every padding and hash; which one is the caller's choice. */
const rsa = (bits) => [
	`rsa-pkcs1-${bits}-sha256`,
	`rsa-pkcs1-${bits}-sha384`,
	`rsa-pkcs1-${bits}-sha512`,
	`rsa-pss-${bits}-sha256`,
	`rsa-pss-${bits}-sha384`,
	`rsa-pss-${bits}-sha512`
];
/** Algorithms by the `type` of a transit key. */
const TRANSIT_ALGORITHMS = /* @__PURE__ */ new Map([
	["ecdsa-p256", ["ecdsa-p256-sha256"]],
	["ecdsa-p384", ["ecdsa-p384-sha384"]],
	["ecdsa-p521", ["ecdsa-p521-sha512"]],
	["ed25519", ["ed25519"]],
	["rsa-2048", rsa(2048)],
	["rsa-3072", rsa(3072)],
	["rsa-4096", rsa(4096)]
]);
/** Vault accepts no JSON string above 1 MiB, and the message is one in base64. */
const MAX_MESSAGE_BYTES = 786432;
const HASHES = {
	sha256: "sha2-256",
	sha384: "sha2-384",
	sha512: "sha2-512"
};
const PADDINGS = {
	pkcs1: "pkcs1v15",
	pss: "pss"
};
/**
* Returns the parameters of a signature by `algorithm`, beside its input. All are sent, even if they are
* today's defaults. Ed25519 takes none: Vault refuses to sign a digest with it.
*/
function transitParameters(algorithm) {
	const { hash, padding } = ALGORITHMS[algorithm];
	if (hash === null) return {};
	return {
		prehashed: true,
		hash_algorithm: HASHES[hash],
		marshaling_algorithm: "asn1",
		...padding === null ? {} : { signature_algorithm: PADDINGS[padding] },
		...padding === "pss" ? { salt_length: "hash" } : {}
	};
}
// packages/vault/src/transit/key-rows.ts
/** Every way in which a transit key signs. */
const TRANSIT_KEY_ROWS = [...TRANSIT_ALGORITHMS].flatMap(([kind, algorithms]) => algorithms.map((algorithm) => ({
	kind,
	algorithm,
	parameters: transitParameters(algorithm),
	encoding: arrivesAs(algorithm, "DER")
})));
// packages/vault/src/transit/client.ts
const DEFAULT_MOUNT = "transit";
/** A key answers a kilobyte for each of its versions. */
const MAX_ANSWER_BYTES = 4194304;
/** Reads Vault's `errors`, listed over several lines. */
const readFailure = ({ body }) => {
	const { errors } = answeredObject(body);
	return { details: (Array.isArray(errors) ? errors.filter((error) => typeof error === "string") : []).join("; ").replaceAll(/\s+/g, " ") };
};
/** Parses an answer. Without JSON it is a page of a proxy, or was cut off. */
function parseAnswer(body) {
	try {
		return parseJson(body, "The answer");
	} catch {
		throw new RequestFailure({
			status: 200,
			reason: "no JSON"
		});
	}
}
/** Returns the caller for `options`. Throws INPUT_INVALID for a mount or a namespace that is not a path. */
function transitCaller({ address, namespace, mount, tls, tokens, clock }) {
	const path = parseVaultPath(mount ?? DEFAULT_MOUNT, "vault-transit-path");
	if (namespace !== void 0) parseVaultPath(namespace, "vault-namespace");
	const http = httpClient(tls);
	const base = `${address.href.replace(/\/+$/, "")}/v1/${path}/`;
	const policyPath = (below) => `${path}/${below}${namespace === void 0 ? "" : ` in namespace ${namespace}`}`;
	const call = async (asked, timeout) => {
		const headers = vaultHeaders(namespace, (await tokens.mint()).token);
		const request = {
			url: new URL(`${base}${asked.path}`),
			headers,
			body: asked.body === void 0 ? void 0 : jsonBody(asked.body),
			readFailure,
			maxBytes: MAX_ANSWER_BYTES,
			http,
			clock
		};
		return parseAnswer((await requestOnce(request, timeout)).body);
	};
	return {
		policyPath,
		clock,
		call
	};
}
// packages/vault/src/transit/causes.ts
const TRANSIT_CAUSES = [
	{
		pattern: /(?:signing|encryption) key not found/,
		what: "there is no such key",
		remedy: "Create the key, or correct the URI and vault-transit-path.",
		code: "KEY_NOT_FOUND",
		retry: false
	},
	{
		pattern: /requested version for signing is higher/,
		what: "there is no such version",
		remedy: "Name a version that exists.",
		code: "KEY_NOT_FOUND",
		retry: false
	},
	{
		pattern: /requested version for signing is (?:less|negative)/,
		what: "the version may no longer sign",
		remedy: "Name a newer version, or lower min_encryption_version of the key.",
		code: "KEY_UNUSABLE",
		retry: false
	},
	{
		pattern: /does not support signing/,
		what: "the key is not for signing",
		remedy: "Name a key of a type that signs.",
		code: "KEY_UNUSABLE",
		retry: false
	},
	{
		pattern: /missing 'context' for key derivation/,
		what: "the key derives a key for each context, which is not one key",
		remedy: "Name a key that is not derived.",
		code: "KEY_UNUSABLE",
		retry: false
	},
	{
		pattern: /JSON string value exceeds|request body too large/,
		what: "the message is over its limit",
		remedy: "Use a key that signs digests.",
		code: "KEY_MESSAGE_TOO_LARGE",
		retry: false
	},
	{
		pattern: /no handler for route/,
		what: "no engine is mounted at this path",
		remedy: "Correct vault-transit-path and vault-namespace.",
		code: "KEY_NOT_FOUND",
		retry: false
	},
	{
		pattern: /invalid token|bad token/,
		what: "the token has ended or was revoked",
		remedy: "Run again for a new token; give the role a longer token_ttl where the job signs for long.",
		code: "KEY_FORBIDDEN",
		retry: false
	},
	{
		pattern: /permission denied/,
		what: "permission denied, which Vault also says about a path or a namespace that does not exist"
	},
	...VAULT_SERVER_CAUSES
];
// packages/vault/src/transit/failures.ts
const final = (code) => ({
	code,
	passes: false
});
const passing = {
	code: "KMS_FAILED",
	passes: true
};
const STATUSES = /* @__PURE__ */ new Map([
	[HTTP_STATUS.ok, passing],
	[HTTP_STATUS.badRequest, final("KEY_UNUSABLE")],
	[HTTP_STATUS.forbidden, final("KEY_FORBIDDEN")],
	[HTTP_STATUS.notFound, final("KEY_NOT_FOUND")],
	[HTTP_STATUS.preconditionFailed, passing]
]);
const statusFact = (status) => STATUSES.get(status) ?? {
	code: "KMS_FAILED",
	passes: isTransientStatus(status)
};
function classify(error) {
	if (!(error instanceof RequestFailure)) return new RequestFailure({
		reason: "no answer",
		...final("KMS_FAILED")
	});
	const { status, details = "", location } = error;
	if (status === void 0) return error.with({
		code: "KMS_FAILED",
		details: "no answer"
	});
	const told = knownCause(TRANSIT_CAUSES, {
		reason: standbyReason(status, location),
		text: details
	});
	return error.with({
		...statusFact(status),
		details,
		told
	});
}
/** Calls `ask` with Vault. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming the capability and the path), KEY_UNUSABLE, KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askVault(caller, { resource, capability }, call, read) {
	const permission = vaultPermission(capability, caller.policyPath(call.path));
	return ask({
		resource,
		permission,
		service: "Vault",
		clock: caller.clock,
		classify
	}, (timeout) => caller.call(call, timeout), read);
}
// packages/vault/src/transit/public-key.ts
const ED25519_BYTES = 32;
const count = pipe(number(), integer(), minValue(0));
const answerSchema = object({ data: object({
	name: string(),
	type: string(),
	latest_version: pipe(count, minValue(1)),
	min_encryption_version: count,
	derived: optional(boolean(), false),
	supports_signing: boolean(),
	/** By version. A number if the type has no public key; left out for keys that make MACs. */
	keys: optional(record(string(), unknown()), {})
}) });
const versionSchema = object({ public_key: string() });
/** Returns the algorithms of the key's type. */
function offeredAlgorithms({ type, supports_signing: signs, derived }, uri) {
	if (derived) throw new ClawError("KEY_UNUSABLE", `${uri} derives a key for each context, which is not one key.`);
	const offered = TRANSIT_ALGORITHMS.get(type);
	if (offered !== void 0) return offered;
	throw signs ? new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${uri} is ${printable(type)}, which is not supported.`) : new ClawError("KEY_UNUSABLE", `${uri} is ${printable(type)}, which is not a signing key.`);
}
/** Imports SubjectPublicKeyInfo in PEM or, only for Ed25519, the bare 32 bytes in base64. */
function importKey(text, type) {
	if (type !== "ed25519") return importPemKey(text);
	const raw = decodeBase64(text);
	if (raw?.length !== ED25519_BYTES) return void 0;
	return createPublicKey({
		key: {
			kty: "OKP",
			crv: "Ed25519",
			x: raw.toString("base64url")
		},
		format: "jwk"
	});
}
function readPublicKey({ keys, type }, version, uri) {
	if (!Object.hasOwn(keys, String(version))) throw new ClawError("KEY_UNUSABLE", `${uri} is older than what Vault gives out.`, { remedy: "Lower min_decryption_version of the key, or name a newer version." });
	const entry = safeParse(versionSchema, keys[String(version)]);
	try {
		const key = entry.success ? importKey(entry.output.public_key, type) : void 0;
		if (key !== void 0) return key;
	} catch {}
	throw corrupt(uri, "the answer has no public key that can be read");
}
function readKey(answer, uri, wanted) {
	const { key: name, version: pinned } = vaultKeyName(uri);
	const parsed = safeParse(answerSchema, answer);
	if (!parsed.success) throw corrupt(uri, "the answer does not describe a key");
	const { data } = parsed.output;
	if (data.name !== name) throw new ClawError("KEY_CHANGED", `${uri}: the answer is about another key.`);
	const version = pinned === void 0 ? data.latest_version : Number(pinned);
	const resolved = vaultKeyUri(name, version);
	if (version > data.latest_version) throw new ClawError("KEY_NOT_FOUND", `${uri}: the newest version is ${data.latest_version}.`);
	const algorithm = chooseAlgorithm(resolved, offeredAlgorithms(data, resolved), wanted);
	const key = readPublicKey(data, version, resolved);
	if (!fitsAlgorithm(key, algorithm)) throw corrupt(resolved, `the public key is not one of ${data.type}`);
	return {
		uri: resolved,
		name,
		version,
		signsFrom: data.min_encryption_version,
		algorithm,
		publicKey: key.export({
			type: "spki",
			format: "der"
		}),
		protectionLevel: "SOFTWARE"
	};
}
/** Resolves the version of `uri` once and fetches its public key. Throws what `ask` throws, KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
function pinKey(caller, uri, wanted) {
	const { key } = vaultKeyName(uri);
	return askVault(caller, {
		resource: uri,
		capability: "read"
	}, { path: `keys/${key}` }, (answer) => readKey(answer, uri, wanted));
}
/** Fetches public keys by their URIs; for verifiers. Throws INPUT_INVALID at once. */
function vaultPublicKey(options) {
	const caller = transitCaller(options);
	return (uri, wanted) => pinKey(caller, uri, wanted);
}
export { MAX_MESSAGE_BYTES, TRANSIT_KEY_ROWS, askVault, pinKey, transitCaller, transitParameters, vaultPublicKey };
