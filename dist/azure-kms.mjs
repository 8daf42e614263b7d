import "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, arrivesAs, chooseAlgorithm, fitsAlgorithm, printable, systemCode } from "./core.mjs";
import { CONNECTION_CAUSES, HTTP_STATUS, RequestFailure, ask, corrupt, isLoopback, isTransientStatus, knownCause } from "./net.mjs";
import { AZURE_PERMISSIONS, azureKeyName, azureKeyUri } from "./start.mjs";
import { azureCloudAt, callAuthorization, keyVaultPolicies } from "./azure.mjs";
import { createPublicKey } from "node:crypto";
// packages/azure/src/kms/algorithms.ts
const row = (alg, signatureBytes) => ({
	alg,
	signatureBytes
});
const AZURE_ALGORITHMS = /* @__PURE__ */ new Map([
	["ecdsa-p256-sha256", row("ES256", 64)],
	["ecdsa-p384-sha384", row("ES384", 96)],
	["ecdsa-p521-sha512", row("ES512", 132)],
	["ecdsa-secp256k1-sha256", row("ES256K", 64)],
	["rsa-pkcs1-2048-sha256", row("RS256", 256)],
	["rsa-pkcs1-2048-sha384", row("RS384", 256)],
	["rsa-pkcs1-2048-sha512", row("RS512", 256)],
	["rsa-pkcs1-3072-sha256", row("RS256", 384)],
	["rsa-pkcs1-3072-sha384", row("RS384", 384)],
	["rsa-pkcs1-3072-sha512", row("RS512", 384)],
	["rsa-pkcs1-4096-sha256", row("RS256", 512)],
	["rsa-pkcs1-4096-sha384", row("RS384", 512)],
	["rsa-pkcs1-4096-sha512", row("RS512", 512)],
	["rsa-pss-2048-sha256", row("PS256", 256)],
	["rsa-pss-2048-sha384", row("PS384", 256)],
	["rsa-pss-2048-sha512", row("PS512", 256)],
	["rsa-pss-3072-sha256", row("PS256", 384)],
	["rsa-pss-3072-sha384", row("PS384", 384)],
	["rsa-pss-3072-sha512", row("PS512", 384)],
	["rsa-pss-4096-sha256", row("PS256", 512)],
	["rsa-pss-4096-sha384", row("PS384", 512)],
	["rsa-pss-4096-sha512", row("PS512", 512)]
]);
/** Key types that sign, and where the private key is. */
const PROTECTION_LEVELS = /* @__PURE__ */ new Map([
	["EC", {
		kty: "EC",
		level: "SOFTWARE"
	}],
	["EC-HSM", {
		kty: "EC",
		level: "HSM"
	}],
	["RSA", {
		kty: "RSA",
		level: "SOFTWARE"
	}],
	["RSA-HSM", {
		kty: "RSA",
		level: "HSM"
	}]
]);
/** Azure's curve names, and those of JWK in node:crypto. */
const CURVES = /* @__PURE__ */ new Map([
	["P-256", "P-256"],
	["P-384", "P-384"],
	["P-521", "P-521"],
	["P-256K", "secp256k1"],
	["SECP256K1", "secp256k1"]
]);
// packages/azure/src/kms/key-rows.ts
function keyKind(algorithm) {
	const { node } = ALGORITHMS[algorithm];
	if ("curve" in node) return `EC ${node.curve}`;
	return "bits" in node ? `RSA ${node.bits}` : node.type;
}
/** Every way in which an Azure key signs. */
const AZURE_KEY_ROWS = [...AZURE_ALGORITHMS].map(([algorithm, { alg }]) => ({
	kind: keyKind(algorithm),
	algorithm,
	parameters: { alg },
	encoding: arrivesAs(algorithm, "r‖s")
}));
// packages/azure/src/kms/client.ts
/** A credential without tokens: the client asks it only after a challenge, and no challenge reaches the client. */
const NO_CREDENTIAL = { getToken: async () => null };
function requestOrigin(endpoint, host) {
	if (endpoint === void 0) return `https://${host}`;
	if (endpoint.pathname === "/") return endpoint.origin;
	throw new ClawError("INPUT_INVALID", "Input key-endpoint: it has a path, which the client of Azure would drop.", { remedy: "Name the endpoint of a vault without a path." });
}
/** Returns the key vault at `host`. Throws KEY_URI_INVALID for a host outside Azure, which would be sent the token. */
function keyVaultAt(host, { endpoint, tokens, mask, clock }) {
	const authorization = callAuthorization(tokens, azureCloudAt(host).scope, mask);
	const origin = requestOrigin(endpoint, host);
	return {
		host,
		origin,
		clock,
		clientOptions: () => ({
			retryOptions: { maxRetries: 0 },
			redirectOptions: { maxRetries: 0 },
			additionalPolicies: keyVaultPolicies(clock),
			allowInsecureConnection: origin.startsWith("http:") && isLoopback(new URL(origin))
		}),
		callOptions: async (timeout) => ({
			abortSignal: AbortSignal.timeout(timeout),
			requestOptions: { headers: await authorization() }
		})
	};
}
// packages/azure/src/kms/jwk.ts
/** Encodes a number as base64url; undefined for an absent or empty one, which node:crypto would take for zero. */
const base64url = (bytes) => bytes === void 0 || bytes.length === 0 ? void 0 : Buffer.from(bytes).toString("base64url");
function jwkMembers({ kty, crv, n, e, x, y }) {
	const family = PROTECTION_LEVELS.get(kty ?? "")?.kty;
	return family === "RSA" ? {
		kty: family,
		n: base64url(n),
		e: base64url(e)
	} : {
		kty: family,
		crv: CURVES.get(crv ?? ""),
		x: base64url(x),
		y: base64url(y)
	};
}
/** Returns the key in a JWK; undefined if its numbers do not fit its type and curve. */
function importJwk(jwk) {
	const key = jwkMembers(jwk);
	if (Object.values(key).includes(void 0)) return void 0;
	try {
		return createPublicKey({
			key,
			format: "jwk"
		});
	} catch {
		return;
	}
}
// packages/azure/src/kms/causes.ts
const KEY_VAULT_CAUSES = [
	{
		pattern: /\bForbiddenByFirewall\b|Client address is not authorized/,
		what: "the firewall of the vault keeps this machine out",
		remedy: "Allow the address of the runner in the network rules of the vault, or use a runner inside the network.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bForbiddenByConnection\b|Public network access is disabled|not an approved private link/,
		what: "the vault accepts connections only through its private link",
		remedy: "Use a runner inside the network, or allow public access from selected addresses.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bForbiddenByPolicy\b/,
		what: "the access policy is for an application that acts on behalf of a user",
		remedy: "Make an access policy for the application of the job itself, without an authorized application."
	},
	{
		pattern: /\bForbiddenByRbac\b/,
		what: "no role assignment allows it",
		remedy: "Assign Key Vault Crypto User on the key to the application of the job, and run again after a few minutes."
	},
	{
		pattern: /\bAccessDenied\b/,
		what: "the access policy of the vault does not allow it",
		remedy: "Grant get and sign on keys in the access policy of the vault, or let the vault use roles."
	},
	{
		pattern: /\bAKV10032\b|Invalid issuer/,
		what: "the token is from a tenant other than that of the vault",
		remedy: "Set azure-tenant-id to the tenant of the vault."
	},
	{
		pattern: /\bAKV10022\b|Invalid audience/,
		what: "the token is for another service, or for the vaults of another cloud",
		remedy: "Name the vault by its own host name, which identifies the cloud."
	},
	{
		pattern: /\bAKV100[0-9]{2}\b/,
		what: "the vault cannot check the token",
		remedy: "Check azure-tenant-id, and that the vault is one of the cloud that the tenant is in."
	},
	{
		pattern: /\b(?:Key|Secret)Disabled\b/,
		what: "the key version is disabled",
		remedy: "Enable it, or name another version."
	},
	{
		pattern: /\bKeyExpired\b/,
		what: "the key version has expired",
		remedy: "Name a newer version, or move its expiry date."
	},
	{
		pattern: /\bKeyNotYetValid\b/,
		what: "the key version is not valid yet",
		remedy: "Name an older version, or wait for its activation date."
	},
	{
		pattern: /\bKeyOperationForbidden\b/,
		what: "the key is not for signing",
		remedy: "Name a key whose operations include sign."
	},
	{
		pattern: /\bKeyNotFound\b|was not found in this key vault/,
		what: "there is no such key or version, or it was deleted recently",
		remedy: "Check the URI; a key that was deleted can be recovered as long as the vault keeps it."
	},
	{
		pattern: /\bBadParameter\b[^]*\balgorithm\b/,
		what: "the algorithm does not fit the key",
		remedy: "Set key-algorithm to one of the type and the curve of the key."
	},
	{
		pattern: /\bThrottled\b/,
		what: "the request rate of the vault, which is low for keys in an HSM, is used up",
		remedy: "Run again later, and sign in fewer jobs at once.",
		retry: true
	}
];
// packages/azure/src/kms/failures.ts
/** Codes that come with status 403, and that no permission mends. */
const UNUSABLE = /* @__PURE__ */ new Set([
	"KeyDisabled",
	"SecretDisabled",
	"KeyExpired",
	"KeyNotYetValid",
	"KeyOperationForbidden"
]);
const STATUS_CODES = /* @__PURE__ */ new Map([
	[HTTP_STATUS.badRequest, "KEY_UNUSABLE"],
	[HTTP_STATUS.unauthorized, "KEY_FORBIDDEN"],
	[HTTP_STATUS.forbidden, "KEY_FORBIDDEN"],
	[HTTP_STATUS.notFound, "KEY_NOT_FOUND"]
]);
function classifyAnswer(failure, status) {
	const { reason, details } = failure;
	const code = reason !== void 0 && UNUSABLE.has(reason) ? "KEY_UNUSABLE" : STATUS_CODES.get(status) ?? "KMS_FAILED";
	const passes = status === HTTP_STATUS.ok || isTransientStatus(status);
	return failure.with({
		code,
		passes,
		told: knownCause(KEY_VAULT_CAUSES, {
			reason,
			text: details
		})
	});
}
/** Reads an error of the client. It holds the request, and the request holds the token: only a bare word is taken. */
function classify(error) {
	if (error instanceof RequestFailure && error.status !== void 0) return classifyAnswer(error, error.status);
	if (!(error instanceof Error) || ["AbortError", "TimeoutError"].includes(error.name)) return new RequestFailure({ code: "KMS_FAILED" });
	const reason = systemCode(error);
	return reason === void 0 ? new RequestFailure({
		reason: "what its client cannot read",
		code: "KMS_FAILED",
		passes: false
	}) : new RequestFailure({
		reason,
		code: "KMS_FAILED",
		told: knownCause(CONNECTION_CAUSES, { reason })
	});
}
/** Calls `ask` with Azure's client. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askKeyVault(keyVault, about, call, read) {
	return ask({
		...about,
		service: "Azure Key Vault",
		clock: keyVault.clock,
		classify
	}, async (timeout) => call(await keyVault.callOptions(timeout)), read);
}
// packages/azure/src/kms/public-key.ts
const changed = (resource) => new ClawError("KEY_CHANGED", `${resource}: the answer is about another key or version.`);
const unusable = (resource, problem) => new ClawError("KEY_UNUSABLE", `${resource} ${problem}.`, { remedy: "Name a version that may sign now." });
/** Returns the version in a key identifier that starts with `prefix`. Host and key names ignore case. Throws KEY_CHANGED. */
function versionIn(kid, prefix) {
	const found = kid.toLowerCase().startsWith(prefix.toLowerCase()) ? kid.slice(prefix.length) : "";
	if (!/^[0-9a-f]{32}$/.test(found)) throw changed(prefix.slice(0, -1));
	return found;
}
/** Throws KEY_CHANGED unless `kid` is the identifier of `key`. */
function checkKeyId(kid, { resource, version }) {
	const prefix = resource.slice(0, -version.length);
	if (typeof kid !== "string" || versionIn(kid, prefix) !== version) throw changed(resource);
}
/** Returns the check of RFC 7519 §4.1.4 and §4.1.5; it fails on a bound that cannot be read. */
function timeCheck(answer, resource, keyVault) {
	const { notBefore, expiresOn } = answer.properties;
	return () => {
		const now = keyVault.clock.now();
		if (notBefore !== void 0 && !(Number(notBefore) <= now)) throw unusable(resource, "is not valid yet");
		if (expiresOn !== void 0 && !(now < Number(expiresOn))) throw unusable(resource, "has expired");
	};
}
function checkPurpose({ properties, keyOperations }, resource) {
	if (properties.enabled !== true) throw unusable(resource, "is not enabled");
	if (keyOperations?.includes("sign") !== true) throw unusable(resource, "is not for signing (key_ops)");
}
function readKey(answer, keyVault, { key: name, version: pinned }, wanted) {
	const prefix = `https://${keyVault.host}/keys/${name}/`;
	const version = versionIn(answer.id ?? "", prefix);
	const resource = prefix + version;
	if (pinned !== void 0 && version !== pinned) throw changed(prefix + pinned);
	const type = PROTECTION_LEVELS.get(answer.key?.kty ?? "");
	if (type === void 0) throw unusable(resource, `is of type ${printable(String(answer.key?.kty))}, which does not sign`);
	checkPurpose(answer, resource);
	const checkTime = timeCheck(answer, resource, keyVault);
	checkTime();
	const key = importJwk(answer.key ?? {});
	if (key === void 0) throw corrupt(resource, "the answer has no public key that can be read");
	const offered = [...AZURE_ALGORITHMS.keys()].filter((algorithm) => fitsAlgorithm(key, algorithm));
	return {
		uri: azureKeyUri({
			host: keyVault.host,
			key: name
		}, version),
		algorithm: chooseAlgorithm(resource, offered, wanted),
		publicKey: key.export({
			type: "spki",
			format: "der"
		}),
		protectionLevel: type.level,
		resource,
		name,
		version,
		checkTime
	};
}
/** Resolves the version of `uri` once, to the newest, and fetches its public key. Throws what `ask` throws, KEY_URI_INVALID, KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
async function pinKey(keyVault, uri, wanted) {
	const name = azureKeyName(uri);
	const { key, version } = name;
	return askKeyVault(keyVault, {
		resource: `https://${keyVault.host}/keys/${key}${version === void 0 ? "" : `/${version}`}`,
		permission: AZURE_PERMISSIONS.get
	}, async (options) => {
		const { KeyClient } = await import("./load-azure-keyvault-keys.mjs");
		return new KeyClient(keyVault.origin, NO_CREDENTIAL, keyVault.clientOptions()).getKey(key, version === void 0 ? options : {
			...options,
			version
		});
	}, (answer) => readKey(answer, keyVault, name, wanted));
}
/** Fetches public keys by their URIs; for verifiers. */
function azurePublicKey(options) {
	return (uri, wanted) => pinKey(keyVaultAt(azureKeyName(uri).host, options), uri, wanted);
}
export { AZURE_ALGORITHMS, AZURE_KEY_ROWS, NO_CREDENTIAL, askKeyVault, azurePublicKey, checkKeyId, keyVaultAt, pinKey };
