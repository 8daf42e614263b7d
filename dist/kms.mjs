import { __name, __toESM } from "./rolldown-runtime.mjs";
import { ALGORITHMS, CONNECTION_CAUSES, ClawError, GOOGLE_CAUSES, HttpFailure, MACHINE_MS, VAULT_SERVER_CAUSES, agentsFor, awsKeyName, azureKeyName, boundedBytes, causeOf, clockSkew, connectionWord, crc32c, decodeBase64, fitsAlgorithm, gcpKeyName, googleReasons, googleRetryDelay, grpcProxyOption, httpClient, isJsonObject, isLoopback, isTransientStatus, maskingOnce, parseJson, parseKeyUri, parseVaultPath, printable, requestHeaders, retryAfter, standbyOf, tlsAgent, vaultKeyName, withRetry, within } from "./core.mjs";
import { boolean, integer, minValue, number, object, optional, pipe, record, safeParse, string, unknown } from "./vendor-valibot.mjs";
import { createPublicKey } from "node:crypto";
import { getCACertificates } from "node:tls";
// packages/kms/src/azure/algorithms.ts
const of = (alg, signatureBytes) => ({
	alg,
	signatureBytes
});
const AZURE_ALGORITHMS = /* @__PURE__ */ new Map([
	["ecdsa-p256-sha256", of("ES256", 64)],
	["ecdsa-p384-sha384", of("ES384", 96)],
	["ecdsa-p521-sha512", of("ES512", 132)],
	["ecdsa-secp256k1-sha256", of("ES256K", 64)],
	["rsa-pkcs1-2048-sha256", of("RS256", 256)],
	["rsa-pkcs1-2048-sha384", of("RS384", 256)],
	["rsa-pkcs1-2048-sha512", of("RS512", 256)],
	["rsa-pkcs1-3072-sha256", of("RS256", 384)],
	["rsa-pkcs1-3072-sha384", of("RS384", 384)],
	["rsa-pkcs1-3072-sha512", of("RS512", 384)],
	["rsa-pkcs1-4096-sha256", of("RS256", 512)],
	["rsa-pkcs1-4096-sha384", of("RS384", 512)],
	["rsa-pkcs1-4096-sha512", of("RS512", 512)],
	["rsa-pss-2048-sha256", of("PS256", 256)],
	["rsa-pss-2048-sha384", of("PS384", 256)],
	["rsa-pss-2048-sha512", of("PS512", 256)],
	["rsa-pss-3072-sha256", of("PS256", 384)],
	["rsa-pss-3072-sha384", of("PS384", 384)],
	["rsa-pss-3072-sha512", of("PS512", 384)],
	["rsa-pss-4096-sha256", of("PS256", 512)],
	["rsa-pss-4096-sha384", of("PS384", 512)],
	["rsa-pss-4096-sha512", of("PS512", 512)]
]);
/** Types of keys that sign, by where their private half is. */
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
/** Curves by Azure's names, to those of JWK in node:crypto. */
const CURVES = /* @__PURE__ */ new Map([
	["P-256", "P-256"],
	["P-384", "P-384"],
	["P-521", "P-521"],
	["P-256K", "secp256k1"],
	["SECP256K1", "secp256k1"]
]);
// packages/kms/src/azure/clouds.ts
const PUBLIC = {
	login: "https://login.microsoftonline.com",
	audience: "api://AzureADTokenExchange"
};
const CHINA = {
	login: "https://login.chinacloudapi.cn",
	audience: "api://AzureADTokenExchangeChina"
};
const US_GOVERNMENT = {
	login: "https://login.microsoftonline.us",
	audience: "api://AzureADTokenExchangeUSGov"
};
const CLOUDS = /* @__PURE__ */ new Map([
	["vault.azure.net", {
		...PUBLIC,
		scope: "https://vault.azure.net/.default"
	}],
	["managedhsm.azure.net", {
		...PUBLIC,
		scope: "https://managedhsm.azure.net/.default"
	}],
	["vault.azure.cn", {
		...CHINA,
		scope: "https://vault.azure.cn/.default"
	}],
	["managedhsm.azure.cn", {
		...CHINA,
		scope: "https://managedhsm.azure.cn/.default"
	}],
	["vault.usgovcloudapi.net", {
		...US_GOVERNMENT,
		scope: "https://vault.usgovcloudapi.net/.default"
	}],
	["managedhsm.usgovcloudapi.net", {
		...US_GOVERNMENT,
		scope: "https://managedhsm.usgovcloudapi.net/.default"
	}]
]);
/** The cloud of a vault or managed HSM by its host. Throws KEY_URI_INVALID for a host that is none of Azure's. */
function azureCloudOf(host) {
	const suffix = /^[a-z0-9-]{3,64}\.(?<suffix>[a-z0-9.-]+)$/.exec(host)?.groups?.["suffix"];
	const cloud = suffix === void 0 ? void 0 : CLOUDS.get(suffix);
	if (cloud !== void 0) return cloud;
	throw new ClawError("KEY_URI_INVALID", `"${printable(host)}" is no host of Azure Key Vault; the host of a key URI is NAME and one of ${[...CLOUDS.keys()].join(", ")}.`);
}
// packages/kms/src/ask.ts
/** One attempt; leaves room for others within the 30 s of all attempts. */
const ATTEMPT_MS = 1e4;
/** Corruption that happens three times in a row is no accident on the way. */
const MAX_CORRUPT = 3;
const SECRET_LIKE = /Bearer \S+|\bya29\.\S+|\beyJ\S+|\bhv[sb]\.\S+|\b(?:AKIA|ASIA)\w+/gi;
/** `failure`, as the first of `causes` that the answer names tells it. */
function explained(failure, causes, answered) {
	const cause = causeOf(causes, answered);
	if (cause === void 0) return failure;
	return {
		...failure,
		cause,
		code: cause.code ?? failure.code,
		retry: cause.retry ?? failure.retry
	};
}
/** A state of the key that an answer tells as a result, and that is a failure here. */
var KeyState = class extends Error {
	failure;
	constructor(failure) {
		super(failure.name);
		this.name = "KeyState";
		this.failure = failure;
	}
};
/** A new error: the client's own carries the request, and the request holds credentials. */
function readable(failure, { service, resource, permission }) {
	const { name, code, details, cause: known } = failure;
	const what = known === void 0 ? "" : `: ${known.what}`;
	const remedy = code === "KEY_FORBIDDEN" ? `Grant the identity of the job ${permission}.` : void 0;
	const cause = /* @__PURE__ */ new Error(`${name}: ${printable((details ?? "no details").replace(SECRET_LIKE, "[redacted]"))}`);
	return new ClawError(code, `${resource}: ${service} answers ${printable(name)}${what}.`, {
		cause,
		remedy: known?.remedy ?? remedy
	});
}
/** An answer that fails its checksum or is about something else. Asked for again: most corruption is on the way. */
const corrupt = (resource, problem) => new ClawError("SIGNATURE_CORRUPT", `${resource}: ${problem}; nothing was published.`);
/**
* Makes `call` and checks its answer with `read`, again where that can help. `call` gets its time in
* milliseconds. Throws a ClawError: what `classify` says, SIGNATURE_CORRUPT, or what `read` throws.
*/
async function ask(question, call, read) {
	const classify = (error) => error instanceof KeyState ? error.failure : question.classify(error);
	let corrupted = 0;
	const hint = (error) => {
		if (!(error instanceof ClawError)) {
			const { retry, after, name } = classify(error);
			return {
				retry,
				after,
				why: `${question.service} answers ${printable(name)}`
			};
		}
		if (error.code === "SIGNATURE_CORRUPT") corrupted += 1;
		return { retry: error.code === "SIGNATURE_CORRUPT" && corrupted < MAX_CORRUPT };
	};
	try {
		return await withRetry(async (budget) => read(await call(Math.min(budget, ATTEMPT_MS))), hint, question.clock);
	} catch (error) {
		throw error instanceof ClawError ? error : readable(classify(error), question);
	}
}
// packages/kms/src/choice.ts
/** The one algorithm that `offered` and `wanted` agree on. Throws KEY_ALGORITHM_UNSUPPORTED. */
function chooseAlgorithm(resource, offered, wanted) {
	const list = offered.join(", ");
	if (wanted !== void 0) {
		if (offered.includes(wanted)) return wanted;
		throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} does not sign with ${wanted}; it offers ${list === "" ? "nothing that is known here" : list}.`);
	}
	const [only] = offered;
	if (only !== void 0 && offered.length === 1) return only;
	throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", only === void 0 ? `${resource} offers no algorithm that is known here.` : `${resource} can sign in several ways.`, { remedy: only === void 0 ? void 0 : `Set key-algorithm to one of ${list}.` });
}
const DIGEST_BYTES = {
	sha256: 32,
	sha384: 48,
	sha512: 64
};
/**
* The digest of a request, if it is one that `algorithm` signs. Services that do not check the length
* would sign the digest of another hash. Throws KEY_ALGORITHM_UNSUPPORTED.
*/
function digestFor(resource, algorithm, request) {
	const { hash } = ALGORITHMS[algorithm];
	const { digest } = request;
	if (request.input !== "digest" || hash === null || request.hash !== hash || digest?.length !== DIGEST_BYTES[hash]) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} (${algorithm}) cannot sign this kind of input.`);
	return digest;
}
// packages/kms/src/azure/own-agent.ts
/** Sets the agent of each request, whatever a policy of the library chose before. */
function ownAgent() {
	const agentFor = agentsFor();
	return {
		position: "perRetry",
		policy: {
			name: "ownAgent",
			sendRequest(request, next) {
				request.agent = agentFor(new URL(request.url));
				return next(request);
			}
		}
	};
}
// packages/kms/src/azure/authorization.ts
/** What the libraries throw where none of the ways that they know gives credentials. */
const ABSENT = /* @__PURE__ */ new Set(["CredentialUnavailableError", "AggregateAuthenticationError"]);
/** The library's own error may quote the answer of a token service. */
function ambientFailure(error) {
	return error instanceof Error && ABSENT.has(error.name) ? new ClawError("CREDENTIALS_MISSING", "credentials: ambient was asked for, but this machine has no credentials for Azure.") : new ClawError("CREDENTIALS_FAILED", "credentials: ambient was asked for, but the credentials of this machine gave no token.");
}
function ambient(scope, mask) {
	const hide = maskingOnce(mask);
	const open = async () => {
		const { DefaultAzureCredential } = await import("./load-azure-identity.mjs");
		return new DefaultAzureCredential({ additionalPolicies: [ownAgent()] });
	};
	let credential;
	return async () => {
		credential ??= open();
		const given = (await credential.catch((error) => {
			throw ambientFailure(error);
		})).getToken(scope).catch((error) => {
			throw ambientFailure(error);
		});
		const { token } = await within(MACHINE_MS, given, () => ambientFailure(void 0));
		hide(token);
		return { authorization: `Bearer ${token}` };
	};
}
/** Authorises calls with `tokens`, or with what the machine has for `scope`. */
function authorizationOf(tokens, scope, mask) {
	if (tokens === "ambient") return ambient(scope, mask);
	return async () => ({ authorization: `Bearer ${(await tokens.mint()).token}` });
}
// packages/kms/src/azure/vault-failure.ts
/** An answer with another status than 200, or one that is no JSON object. Holds nothing of the request. */
var VaultFailure = class extends Error {
	status;
	/** The service's own code, the inner one where there is one: `Forbidden`, `KeyDisabled`. */
	reason;
	details;
	/** Milliseconds that the service asked to wait. */
	after;
	constructor(status, told, after) {
		super(`status ${status}`);
		this.name = "VaultFailure";
		this.status = status;
		this.reason = told.reason;
		this.details = told.details;
		this.after = after;
	}
};
// packages/kms/src/azure/pipeline.ts
/** Above any public key, signature or error that the API gives. */
const MAX_ANSWER_BYTES$3 = 262144;
/** The client's stream gives text where an encoding was set, which it is not. */
async function* bytesOf({ readableStreamBody }) {
	for await (const chunk of readableStreamBody ?? []) yield Buffer.from(chunk);
}
function objectIn(body) {
	try {
		const parsed = parseJson(body, "The answer");
		return isJsonObject(parsed) ? parsed : void 0;
	} catch {
		return;
	}
}
const wordOf = (value) => typeof value === "string" && /^[A-Za-z]{1,40}$/.test(value) ? value : void 0;
/** What is wrong with a token is told by a number alone: `AKV10032: Invalid issuer. …` */
function numbered(word, message) {
	const number = typeof message === "string" ? /^AKV[0-9]{4,6}(?=:)/.exec(message)?.[0] : void 0;
	return number === void 0 ? void 0 : `${word ?? "refused"} (${number})`;
}
/** `{"error":{"code":"Forbidden","message":"…","innererror":{"code":"KeyDisabled"}}}` */
function failureOf(response, body, clock) {
	const error = objectIn(body)?.["error"];
	const { code, message, innererror } = isJsonObject(error) ? {
		code: error["code"],
		message: error["message"],
		innererror: error["innererror"]
	} : {};
	const inner = isJsonObject(innererror) ? wordOf(innererror["code"]) : void 0;
	return new VaultFailure(response.status, {
		reason: numbered(wordOf(code), message) ?? inner ?? wordOf(code),
		details: typeof message === "string" ? message : void 0
	}, retryAfter(response.headers.get("retry-after"), clock));
}
/** Policies of one client. */
function vaultPolicies(clock) {
	const bodies = /* @__PURE__ */ new WeakMap();
	return [
		ownAgent(),
		{
			position: "perCall",
			policy: {
				name: "keepBody",
				sendRequest(request, next) {
					bodies.set(request, request.body);
					return next(request);
				}
			}
		},
		{
			position: "perRetry",
			policy: {
				name: "readAnswer",
				async sendRequest(request, next) {
					const sent = bodies.get(request);
					if (sent !== void 0) request.body = sent;
					request.streamResponseStatusCodes = /* @__PURE__ */ new Set([Number.POSITIVE_INFINITY]);
					const response = await next(request);
					const tooLarge = () => new VaultFailure(response.status, { reason: "TooLarge" });
					const body = await boundedBytes(bytesOf(response), MAX_ANSWER_BYTES$3, tooLarge);
					if (response.status !== 200) throw failureOf(response, body, clock);
					if (objectIn(body) === void 0) throw new VaultFailure(200, { reason: "Malformed" });
					const { readableStreamBody: _, ...rest } = response;
					return {
						...rest,
						bodyAsText: body.toString("utf8")
					};
				}
			}
		}
	];
}
// packages/kms/src/azure/client.ts
/** The client asks it for tokens after a challenge alone, and no challenge gets that far. */
const NO_CREDENTIAL = { getToken: async () => null };
function originOf(endpoint, host) {
	if (endpoint === void 0) return `https://${host}`;
	if (endpoint.pathname === "/") return endpoint.origin;
	throw new ClawError("INPUT_INVALID", "Input key-endpoint: it has a path, which the client of Azure would drop.", { remedy: "Name the endpoint of a vault without a path." });
}
/** The vault at `host`. Throws KEY_URI_INVALID for a host that is none of Azure's: it would be sent the token. */
function vaultAt(host, { endpoint, tokens, mask, clock }) {
	const authorization = authorizationOf(tokens, azureCloudOf(host).scope, mask);
	const origin = originOf(endpoint, host);
	return {
		host,
		origin,
		clock,
		clientOptions: () => ({
			retryOptions: { maxRetries: 0 },
			redirectOptions: { maxRetries: 0 },
			additionalPolicies: vaultPolicies(clock),
			allowInsecureConnection: origin.startsWith("http:") && isLoopback(new URL(origin))
		}),
		callOptions: async (timeout) => ({
			abortSignal: AbortSignal.timeout(timeout),
			requestOptions: { headers: await authorization() }
		})
	};
}
// packages/kms/src/azure/der.ts
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
/** base64url, or undefined for no number: node:crypto takes an empty one for zero. */
const text = (bytes) => bytes === void 0 || bytes.length === 0 ? void 0 : Buffer.from(bytes).toString("base64url");
function membersOf({ kty, crv, n, e, x, y }) {
	const family = PROTECTION_LEVELS.get(kty ?? "")?.kty;
	return family === "RSA" ? {
		kty: family,
		n: text(n),
		e: text(e)
	} : {
		kty: family,
		crv: CURVES.get(crv ?? ""),
		x: text(x),
		y: text(y)
	};
}
/** The key in a JWK; undefined where its numbers are none of its type and curve. */
function importJwk(jwk) {
	const key = membersOf(jwk);
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
// packages/kms/src/azure/causes.ts
const VAULT_CAUSES = [
	{
		pattern: /\bForbiddenByFirewall\b|Client address is not authorized/,
		what: "the firewall of the vault keeps this machine out",
		remedy: "Allow the address of the runner in the network rules of the vault, or use a runner inside of the network.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bForbiddenByConnection\b|Public network access is disabled|not an approved private link/,
		what: "the vault takes connections through its private link alone",
		remedy: "Use a runner inside of the network, or allow public access from selected addresses.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bForbiddenByPolicy\b/,
		what: "the access policy is for an application that acts on behalf of somebody",
		remedy: "Make an access policy for the application of the job itself, without an authorized application."
	},
	{
		pattern: /\bForbiddenByRbac\b/,
		what: "no role assignment allows it",
		remedy: "Assign Key Vault Crypto User on the key to the application of the job, and run again after some minutes."
	},
	{
		pattern: /\bAccessDenied\b/,
		what: "the access policy of the vault does not allow it",
		remedy: "Grant get and sign on keys in the access policy of the vault, or let the vault use roles."
	},
	{
		pattern: /\bAKV10032\b|Invalid issuer/,
		what: "the token is of another tenant than the vault",
		remedy: "Set azure-tenant-id to the tenant of the vault."
	},
	{
		pattern: /\bAKV10022\b|Invalid audience/,
		what: "the token is for another service, or for the vaults of another cloud",
		remedy: "Name the vault by its own host name, which tells the cloud."
	},
	{
		pattern: /\bAKV100[0-9]{2}\b/,
		what: "the token is none that the vault can check",
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
		what: "there is no such key or version, or it was deleted a short time ago",
		remedy: "Check the URI; a key that was deleted can be recovered as long as the vault keeps it."
	},
	{
		pattern: /\bBadParameter\b[^]*\balgorithm\b/,
		what: "the algorithm does not fit the key",
		remedy: "Set key-algorithm to one of the type and the curve of the key."
	},
	{
		pattern: /\bThrottled\b/,
		what: "the rate of requests of the vault is used up, which is low for keys in an HSM",
		remedy: "Run again later, and sign in fewer jobs at once.",
		retry: true
	}
];
// packages/kms/src/azure/failures.ts
/** All of these are status 403, and none is mended by a permission. */
const UNUSABLE = /* @__PURE__ */ new Set([
	"KeyDisabled",
	"SecretDisabled",
	"KeyExpired",
	"KeyNotYetValid",
	"KeyOperationForbidden"
]);
const STATUS_CODES = /* @__PURE__ */ new Map([
	[400, "KEY_UNUSABLE"],
	[401, "KEY_FORBIDDEN"],
	[403, "KEY_FORBIDDEN"],
	[404, "KEY_NOT_FOUND"]
]);
function classifyAnswer({ status, reason, details, after }) {
	const code = reason !== void 0 && UNUSABLE.has(reason) ? "KEY_UNUSABLE" : STATUS_CODES.get(status) ?? "KMS_FAILED";
	const retry = status === 200 || isTransientStatus(status);
	return explained({
		name: reason ?? `status ${status}`,
		code,
		retry,
		after,
		details
	}, VAULT_CAUSES, {
		reason,
		text: details
	});
}
/** Errors of the client hold the request, and the request holds the token: only a bare word is taken. */
function classify$2(error) {
	if (error instanceof VaultFailure) return classifyAnswer(error);
	if (!(error instanceof Error) || ["AbortError", "TimeoutError"].includes(error.name)) return {
		name: "nothing in time",
		code: "KMS_FAILED",
		retry: true
	};
	const word = connectionWord(error);
	return word === void 0 ? {
		name: "what its client cannot read",
		code: "KMS_FAILED",
		retry: false
	} : explained({
		name: word,
		code: "KMS_FAILED",
		retry: true
	}, CONNECTION_CAUSES, { reason: word });
}
__name(classify$2, "classify");
/** `ask` with a call on the client of Azure. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askVault$1(vault, about, call, read) {
	return ask({
		...about,
		service: "Azure Key Vault",
		clock: vault.clock,
		classify: classify$2
	}, async (timeout) => call(await vault.callOptions(timeout)), read);
}
__name(askVault$1, "askVault");
// packages/kms/src/azure/public-key.ts
const changed = (resource) => new ClawError("KEY_CHANGED", `${resource}: the answer is about another key or version.`);
const unusable = (resource, problem) => new ClawError("KEY_UNUSABLE", `${resource} ${problem}.`, { remedy: "Name a version that may sign now." });
/** The version in a key identifier, if it is one of `prefix`. Names of hosts and keys have no case. */
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
/** RFC 7519 §4.1.4 and §4.1.5; a bound that cannot be read is not passed. */
function timeCheck(answer, resource, vault) {
	const { notBefore, expiresOn } = answer.properties;
	return () => {
		const now = vault.clock.now();
		if (notBefore !== void 0 && !(Number(notBefore) <= now)) throw unusable(resource, "is not valid yet");
		if (expiresOn !== void 0 && !(now < Number(expiresOn))) throw unusable(resource, "has expired");
	};
}
function checkPurpose({ properties, keyOperations }, resource) {
	if (properties.enabled !== true) throw unusable(resource, "is not enabled");
	if (keyOperations?.includes("sign") !== true) throw unusable(resource, "is not for signing (key_ops)");
}
function readKey$1(answer, vault, { key: name, version: pinned }, wanted) {
	const prefix = `https://${vault.host}/keys/${name}/`;
	const version = versionIn(answer.id ?? "", prefix);
	const resource = prefix + version;
	if (pinned !== void 0 && version !== pinned) throw changed(prefix + pinned);
	const type = PROTECTION_LEVELS.get(answer.key?.kty ?? "");
	if (type === void 0) throw unusable(resource, `is of type ${printable(String(answer.key?.kty))}, which does not sign`);
	checkPurpose(answer, resource);
	const checkTime = timeCheck(answer, resource, vault);
	checkTime();
	const key = importJwk(answer.key ?? {});
	if (key === void 0) throw corrupt(resource, "the answer has no public key that can be read");
	const offered = [...AZURE_ALGORITHMS.keys()].filter((algorithm) => fitsAlgorithm(key, algorithm));
	return {
		uri: parseKeyUri(`azurekms://${vault.host}/${name}/${version}`, "key"),
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
__name(readKey$1, "readKey");
/** Resolves the version of `uri` once, to the newest, and fetches its public key. Throws as `ask`, and KEY_URI_INVALID, KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
async function pinKey$3(vault, uri, wanted) {
	const name = azureKeyName(uri);
	const { key, version } = name;
	return askVault$1(vault, {
		resource: `https://${vault.host}/keys/${key}${version === void 0 ? "" : `/${version}`}`,
		permission: "keys/get, as in the role Key Vault Crypto User"
	}, async (options) => {
		const { KeyClient } = await import("./load-azure-keyvault-keys.mjs");
		return new KeyClient(vault.origin, NO_CREDENTIAL, vault.clientOptions()).getKey(key, version === void 0 ? options : {
			...options,
			version
		});
	}, (answer) => readKey$1(answer, vault, name, wanted));
}
__name(pinKey$3, "pinKey");
/** Fetches public keys by their URIs; for verifiers. */
function azurePublicKey(options) {
	return (uri, wanted) => pinKey$3(vaultAt(azureKeyName(uri).host, options), uri, wanted);
}
// packages/kms/src/aws/algorithms.ts
const rsa$1 = /* @__PURE__ */ __name((bits) => [
	{
		signing: "RSASSA_PKCS1_V1_5_SHA_256",
		algorithm: `rsa-pkcs1-${bits}-sha256`
	},
	{
		signing: "RSASSA_PKCS1_V1_5_SHA_384",
		algorithm: `rsa-pkcs1-${bits}-sha384`
	},
	{
		signing: "RSASSA_PKCS1_V1_5_SHA_512",
		algorithm: `rsa-pkcs1-${bits}-sha512`
	},
	{
		signing: "RSASSA_PSS_SHA_256",
		algorithm: `rsa-pss-${bits}-sha256`
	},
	{
		signing: "RSASSA_PSS_SHA_384",
		algorithm: `rsa-pss-${bits}-sha384`
	},
	{
		signing: "RSASSA_PSS_SHA_512",
		algorithm: `rsa-pss-${bits}-sha512`
	}
], "rsa");
/**
* By KeySpec. ED25519_PH_SHA_512 is left out: it would hash twice what is a digest already. ML-DSA keys
* take messages of 4,096 bytes and mu; mu makes the same signature over a message of any size, so a key
* opens as one for mu alone.
*/
const AWS_ALGORITHMS = /* @__PURE__ */ new Map([
	["ECC_NIST_P256", [{
		signing: "ECDSA_SHA_256",
		algorithm: "ecdsa-p256-sha256"
	}]],
	["ECC_NIST_P384", [{
		signing: "ECDSA_SHA_384",
		algorithm: "ecdsa-p384-sha384"
	}]],
	["ECC_NIST_P521", [{
		signing: "ECDSA_SHA_512",
		algorithm: "ecdsa-p521-sha512"
	}]],
	["ECC_SECG_P256K1", [{
		signing: "ECDSA_SHA_256",
		algorithm: "ecdsa-secp256k1-sha256"
	}]],
	["ECC_NIST_EDWARDS25519", [{
		signing: "ED25519_SHA_512",
		algorithm: "ed25519"
	}]],
	["RSA_2048", rsa$1(2048)],
	["RSA_3072", rsa$1(3072)],
	["RSA_4096", rsa$1(4096)],
	["ML_DSA_44", [{
		signing: "ML_DSA_SHAKE_256",
		algorithm: "ml-dsa-44-external-mu"
	}]],
	["ML_DSA_65", [{
		signing: "ML_DSA_SHAKE_256",
		algorithm: "ml-dsa-65-external-mu"
	}]],
	["ML_DSA_87", [{
		signing: "ML_DSA_SHAKE_256",
		algorithm: "ml-dsa-87-external-mu"
	}]]
]);
/** `MessageType` of the API by what crosses. */
const MESSAGE_TYPES = {
	digest: "DIGEST",
	message: "RAW",
	mu: "EXTERNAL_MU"
};
/** Limit of the API on `Message`, in bytes. */
const MAX_MESSAGE_BYTES$1 = 4096;
// packages/kms/src/aws/client.ts
/** Above any public key or signature that the API gives. */
const MAX_ANSWER_BYTES$2 = 262144;
/** The region of a key. Throws INPUT_MISSING or INPUT_INVALID. */
function regionOf({ key, region: named }, input) {
	const region = named ?? input;
	if (region === void 0) throw new ClawError("INPUT_MISSING", `Input aws-region is empty, and ${key} does not name its region.`);
	if (/^[a-z]{2,8}(?:-[a-z0-9]{1,16}){2,4}$/.test(region)) return region;
	throw new ClawError("INPUT_INVALID", `Input aws-region: "${printable(region)}" is not a region.`);
}
const collectAnswer = async (stream) => new Uint8Array(await boundedBytes(stream, MAX_ANSWER_BYTES$2, () => /* @__PURE__ */ new Error("The answer is larger than any that is expected.")));
/** Everything that the client would otherwise look up for itself; each of these is a variable or a line of a profile. */
const NOTHING_LOOKED_UP = {
	useDualstackEndpoint: false,
	useFipsEndpoint: false,
	authSchemePreference: ["aws.auth#sigv4"],
	defaultsMode: "standard",
	retryMode: "standard",
	maxAttempts: 1,
	disableClockSkewCorrection: false,
	userAgentAppId: "open-claw"
};
/**
* Credentials for the client. Those of a session end for it before they were given, so that it keeps
* none: renewing is done by `tokens`, on their own clock.
*/
const credentialsOf = (tokens) => {
	const expiration = /* @__PURE__ */ new Date(0);
	return async () => {
		const { accessKeyId, secretAccessKey, sessionToken } = await tokens.mint();
		return {
			accessKeyId,
			secretAccessKey,
			sessionToken,
			expiration
		};
	};
};
/**
* Where AWS KMS is in a region: in the partition that the client knows for it. A client that is given no
* endpoint would look for one in variables and profiles first.
*/
async function awsKmsEndpoint(region) {
	const { KMSClient: Client } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const { config } = new Client({
		...NOTHING_LOOKED_UP,
		region
	});
	return config.endpointProvider({
		Region: region,
		UseFIPS: false,
		UseDualStack: false
	}).url;
}
async function openClient$1(credentials, region, endpoint) {
	const { KMSClient: Client } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const target = endpoint === void 0 ? await awsKmsEndpoint(region) : new URL(endpoint);
	return new Client({
		...NOTHING_LOOKED_UP,
		region,
		endpoint: target.href,
		requestHandler: { httpsAgent: tlsAgent(target) },
		streamCollector: collectAnswer,
		...credentials === "ambient" ? {} : { credentials: credentialsOf(credentials) }
	});
}
__name(openClient$1, "openClient");
/** Before the client is asked, which would add to an error of ours what it knows of the request. */
async function checkCredentials(client, credentials, hide) {
	if (credentials !== "ambient") {
		await credentials.mint();
		return;
	}
	const none = () => new ClawError("CREDENTIALS_MISSING", "credentials: ambient was asked for, but this machine has no credentials for AWS.");
	const given = client.config.credentials().catch(() => {
		throw none();
	});
	const found = await within(MACHINE_MS, given, none);
	for (const value of [
		found.accessKeyId,
		found.secretAccessKey,
		found.sessionToken
	]) if (value !== void 0) hide(value);
}
/** Callers by key: one client for each region and endpoint. Throws INPUT_MISSING or INPUT_INVALID for a key without a region. */
function callersOf({ endpoint, region: input, credentials, mask }) {
	const clients = /* @__PURE__ */ new Map();
	const hide = maskingOnce(mask);
	return (name) => {
		const region = regionOf(name, input);
		const host = name.host === void 0 ? void 0 : `https://${name.host}`;
		const target = endpoint?.href ?? host;
		const place = `${region} ${target ?? ""}`;
		return async (call, timeout) => {
			const pending = clients.get(place) ?? openClient$1(credentials, region, target);
			clients.set(place, pending);
			const client = await pending;
			await checkCredentials(client, credentials, hide);
			return call(client, { abortSignal: AbortSignal.timeout(timeout) });
		};
	};
}
// packages/kms/src/aws/causes.ts
const forbidden = (pattern, what, remedy) => ({
	pattern,
	what,
	remedy
});
const KMS_CAUSES$1 = [
	{
		pattern: /Signature (?:expired|not yet current)|^(?:RequestExpired|RequestTimeTooSkewed)\b/,
		what: "it does not take the time of the request",
		remedy: "Run again: the request was on its way for too long.",
		clock: true,
		retry: true
	},
	forbidden(/^(?:InvalidSignatureException|SignatureDoesNotMatch)\b/, "the signature of the request does not fit its credentials", "Check the credentials of the machine, and that no proxy changes the headers of requests."),
	forbidden(/^ExpiredToken/, "the session has ended", "Run again for a new session; sign in a step of its own where the job runs for long."),
	forbidden(/^(?:UnrecognizedClientException|InvalidClientTokenId)\b/, "it does not know the credentials: they are wrong or of another partition, or the region is not enabled for their account", "Check the region of the key, and that it is enabled for the account of the role."),
	forbidden(/with an explicit deny in an? (?<where>[a-z -]{1,40}policy)/, "a policy denies it explicitly", "Change the statement of that policy that denies the call."),
	forbidden(/no resource-based policy allows/, "the policy of the key does not allow it, as it must for a role of another account", "Allow kms:Sign, kms:GetPublicKey and kms:DescribeKey to the role in the policy of the key."),
	forbidden(/no session policy allows/, "the session was narrowed to another key than the one that was asked for", "Name the key by its ARN, or by an alias that it bears now."),
	forbidden(/no (?:service control|resource control) policy allows|no permissions boundary allows|no VPC endpoint policy allows/, "a policy of the organisation, of the boundary or of the endpoint does not allow it", "Have whoever administers the account allow kms:Sign, kms:GetPublicKey and kms:DescribeKey there."),
	{
		pattern: /^(?:OptInRequired|SubscriptionRequiredException)\b/,
		what: "the account is not signed up for the service or the region",
		remedy: "Enable the region for the account, or finish its registration.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /^KMSInvalidStateException\n.*\bpending (?:replica )?deletion/,
		what: "the key is to be deleted",
		remedy: "Find out who scheduled it; cancel the deletion and enable the key, or name another one."
	},
	{
		pattern: /^KMSInvalidStateException\n.*\bpending import/,
		what: "the key has no key material yet, or it has expired",
		remedy: "Import the key material, or name another key."
	},
	{
		pattern: /^KMSInvalidStateException\n.*\b(?:creating|updating|unavailable)/i,
		what: "the key is being made or its store is not connected at the moment",
		remedy: "Run again in a few minutes; a custom key store has to be connected.",
		retry: true
	},
	{
		pattern: /^(?:DisabledException|KMSInvalidStateException)\b.*\n.*\bdisabled/,
		what: "the key is disabled",
		remedy: "Enable it, or name another key."
	},
	{
		pattern: /^(?:NotFoundException|InvalidArnException)\b/,
		what: "there is no such key or alias in this region of this account",
		remedy: "Check region, account and id; a key of another account has to be named by its ARN."
	},
	{
		pattern: /^(?:ThrottlingException|TooManyRequestsException|LimitExceededException)\b/,
		what: "the rate of requests of the account in this region is used up",
		remedy: "Run again later, or have the quota for asymmetric keys raised.",
		retry: true
	}
];
/** Key states (AWS KMS developer guide) in which a key cannot sign, and whether they pass. */
const KEY_STATES = /* @__PURE__ */ new Map([
	["Creating", {
		what: "it is still being made",
		remedy: "Run again in a few minutes.",
		retry: true
	}],
	["Unavailable", {
		what: "its custom key store is not connected",
		remedy: "Connect the key store, and run again.",
		retry: true
	}],
	["Disabled", {
		what: "it is disabled",
		remedy: "Enable it, or name another key."
	}],
	["PendingImport", {
		what: "it has no key material",
		remedy: "Import the key material, or name another key."
	}],
	["PendingDeletion", {
		what: "it is to be deleted",
		remedy: "Find out who scheduled it; cancel the deletion and enable the key, or name another one."
	}],
	["PendingReplicaDeletion", {
		what: "it is to be deleted once its replicas are",
		remedy: "Find out who scheduled it; cancel the deletion and enable the key, or name another one."
	}]
]);
// packages/kms/src/aws/failures.ts
const final$1 = /* @__PURE__ */ __name((code) => ({
	code,
	retry: false,
	shown: true
}), "final");
const passing$1 = {
	code: "KMS_FAILED",
	retry: true,
	shown: true
};
/** A refused signature: AWS quotes the canonical request in its message, session token included. */
const unsigned = {
	code: "KEY_FORBIDDEN",
	retry: false,
	shown: false
};
/** By the name of the exception. The status says little: AWS throttles with 400. */
const NAMES = /* @__PURE__ */ new Map([
	["NotFoundException", final$1("KEY_NOT_FOUND")],
	["InvalidArnException", final$1("KEY_NOT_FOUND")],
	["AccessDeniedException", final$1("KEY_FORBIDDEN")],
	["OptInRequired", final$1("KEY_FORBIDDEN")],
	["SubscriptionRequiredException", final$1("KEY_FORBIDDEN")],
	["UnrecognizedClientException", unsigned],
	["InvalidClientTokenId", unsigned],
	["ExpiredTokenException", unsigned],
	["RequestExpired", unsigned],
	["RequestTimeTooSkewed", unsigned],
	["MissingAuthenticationTokenException", unsigned],
	["IncompleteSignatureException", unsigned],
	["InvalidSignatureException", unsigned],
	["SignatureDoesNotMatch", unsigned],
	["DisabledException", final$1("KEY_UNUSABLE")],
	["KMSInvalidStateException", final$1("KEY_UNUSABLE")],
	["InvalidKeyUsageException", final$1("KEY_UNUSABLE")],
	["UnsupportedOperationException", final$1("KEY_UNUSABLE")],
	["ValidationException", final$1("KEY_UNUSABLE")],
	["KeyUnavailableException", passing$1],
	["DependencyTimeoutException", passing$1],
	["KMSInternalException", passing$1],
	["ServiceUnavailableException", passing$1],
	["ThrottlingException", passing$1],
	["TooManyRequestsException", passing$1],
	["LimitExceededException", passing$1]
]);
/** AWS takes five minutes; the client corrects what is over four. */
const REFUSED_SKEW_SECONDS = 240;
/** What the client keeps of the answer beside the error itself. */
function answeredWith(error) {
	const response = isJsonObject(error) ? error["$response"] : void 0;
	if (!isJsonObject(response)) return {
		status: void 0,
		retryAfter: void 0,
		date: void 0
	};
	const { statusCode, headers } = response;
	const header = (name) => {
		const value = isJsonObject(headers) ? headers[name] : void 0;
		return typeof value === "string" ? value : void 0;
	};
	return {
		status: typeof statusCode === "number" ? statusCode : void 0,
		retryAfter: header("retry-after"),
		date: header("date")
	};
}
const isCut = (status) => status >= 200 && status < 300;
function withoutAnswer(error) {
	const reason = connectionWord(error);
	return explained({
		name: reason ?? "nothing in time",
		code: "KMS_FAILED",
		retry: true
	}, CONNECTION_CAUSES, { reason });
}
/** An answer without a name that is known: one that cannot be read, or a status. */
function byStatus(status) {
	if (isCut(status)) return {
		name: "an answer that cannot be read",
		code: "KMS_FAILED",
		retry: true
	};
	return {
		name: `status ${status}`,
		code: status === 401 || status === 403 ? "KEY_FORBIDDEN" : "KMS_FAILED",
		retry: isTransientStatus(status)
	};
}
/** The client's own error carries the answer and, for some, the request: name, status and message alone are taken. */
const classifyAt = (clock) => (error) => {
	const { status, retryAfter: wait, date } = answeredWith(error);
	if (status === void 0) return withoutAnswer(error);
	const after = retryAfter(wait, clock);
	const fact = error instanceof Error ? NAMES.get(error.name) : void 0;
	if (fact === void 0 || !(error instanceof Error)) return {
		...byStatus(status),
		after
	};
	const { code, retry, shown } = fact;
	const failure = {
		name: error.name,
		code,
		retry,
		after,
		details: shown ? error.message : void 0
	};
	const skew = clockSkew(date, clock);
	const reason = !shown && Math.abs(skew ?? 0) > REFUSED_SKEW_SECONDS ? `RequestExpired ${error.name}` : error.name;
	return explained(failure, KMS_CAUSES$1, {
		reason,
		text: error.message,
		skew
	});
};
/** `ask` with a call on the client of AWS. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askAws(caller, about, call, read) {
	return ask({
		...about,
		service: "AWS KMS",
		classify: classifyAt(about.clock)
	}, (timeout) => caller(call, timeout), read);
}
// packages/kms/src/aws/key-arn.ts
const KEY_ARN = /^(?<place>arn:aws[a-z-]{0,20}:kms:(?<region>[a-z0-9-]{1,32}):[0-9]{12}:)key\/(?<id>[0-9a-f-]{36}|mrk-[0-9a-f]{32})$/;
function parseKeyArn(text) {
	const groups = typeof text === "string" ? KEY_ARN.exec(text)?.groups : void 0;
	if (groups === void 0 || typeof text !== "string") return void 0;
	const { place = "", region = "", id = "" } = groups;
	return {
		arn: text,
		place,
		region,
		id
	};
}
/** Whether the URI can mean the key of the ARN, by as much as it says. */
function canMean({ key }, { arn, place, id }) {
	if (key.startsWith("arn:")) return key.includes(":alias/") ? key.startsWith(`${place}alias/`) : key === arn;
	return key.startsWith("alias/") || key === id;
}
/** The ARN in an answer of the service, if the URI can mean it in `region`. Throws KEY_CHANGED. */
function checkedArn(answered, name, region) {
	const arn = parseKeyArn(answered);
	if (arn !== void 0 && arn.region === region && canMean(name, arn)) return arn.arn;
	throw new ClawError("KEY_CHANGED", `${name.key}: the answer is about another key, account or region.`);
}
/** The URI of a key that was pinned. */
const pinnedUri = ({ host = "" }, arn) => parseKeyUri(`awskms://${host}/${arn}`, "key");
// packages/kms/src/aws/public-key.ts
const UNKNOWN$1 = {
	arn: void 0,
	protectionLevel: "UNKNOWN"
};
function importKey$2(der, resource) {
	try {
		return createPublicKey({
			key: Buffer.from(der ?? []),
			format: "der",
			type: "spki"
		});
	} catch {
		throw corrupt(resource, "the answer has no public key that can be read");
	}
}
__name(importKey$2, "importKey");
/** Only where the answer says so: a key for anything else is no signing key. */
function checkUsage({ KeyUsage: usage }, resource) {
	if (usage === "SIGN_VERIFY") return;
	throw new ClawError("KEY_UNUSABLE", `${resource} is a key for ${printable(usage ?? "nothing")}, not for signing.`);
}
function rowsOf({ KeySpec: spec }, resource) {
	const rows = AWS_ALGORITHMS.get(spec ?? "");
	if (rows !== void 0) return rows;
	throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} is ${printable(spec ?? "of no kind")}, which is not supported.`);
}
/** The key, if it is of the kind that the answer says. All algorithms of a kind want the same. */
function checkedKey({ PublicKey: der, KeySpec: spec }, { algorithm }, resource) {
	const key = importKey$2(der, resource);
	if (fitsAlgorithm(key, algorithm)) return key;
	throw corrupt(resource, `the public key is not one of ${printable(spec ?? "")}`);
}
function readPublicKey$1(answer, { name, region, algorithm: wanted }) {
	const resource = checkedArn(answer.KeyId, name, region);
	checkUsage(answer, resource);
	const rows = rowsOf(answer, resource);
	const key = checkedKey(answer, rows[0], resource);
	const algorithm = chooseAlgorithm(resource, rows.filter(({ signing }) => answer.SigningAlgorithms?.includes(signing) === true).map((row) => row.algorithm), wanted);
	const { signing: signingAlgorithm } = rows.find((row) => row.algorithm === algorithm) ?? rows[0];
	return {
		resource,
		signingAlgorithm,
		algorithm,
		publicKey: key.export({
			type: "spki",
			format: "der"
		})
	};
}
__name(readPublicKey$1, "readPublicKey");
const fetchPublicKey$1 = /* @__PURE__ */ __name((caller, wanted) => askAws(caller, {
	resource: wanted.name.key,
	permission: "kms:GetPublicKey",
	clock: wanted.clock
}, async (client, options) => {
	const { GetPublicKeyCommand } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	return client.send(new GetPublicKeyCommand({ KeyId: wanted.name.key }), options);
}, (answer) => readPublicKey$1(answer, wanted)), "fetchPublicKey");
/** A key signs in these (AWS KMS developer guide, key states); a multi-region key is updated while its primary moves. */
const SIGNS = /* @__PURE__ */ new Set(["Enabled", "Updating"]);
function checkState(arn, state = "none") {
	if (SIGNS.has(state)) return;
	const known = KEY_STATES.get(state);
	if (known === void 0) throw new ClawError("KEY_UNUSABLE", `${arn} is in the state ${printable(state)}.`);
	const { what, remedy, retry = false } = known;
	throw new KeyState({
		name: `the state ${state}`,
		code: "KEY_UNUSABLE",
		retry,
		cause: {
			what,
			remedy,
			code: void 0,
			retry
		}
	});
}
/** AWS_KMS, EXTERNAL, … EXTERNAL means that the key was imported, so that it exists elsewhere too. */
function readDescription({ KeyMetadata: data }, wanted) {
	const arn = checkedArn(data?.Arn, wanted.name, wanted.region);
	checkState(arn, data?.KeyState);
	const origin = data?.Origin ?? "";
	if (!/^[A-Z_]{1,64}$/.test(origin)) throw corrupt(arn, "the answer does not tell the origin of the key");
	return {
		arn,
		protectionLevel: origin
	};
}
/** The permission is optional, for a signature does not need it. Any other failure is one. */
async function fetchDescription(caller, wanted) {
	try {
		return await askAws(caller, {
			resource: wanted.name.key,
			permission: "kms:DescribeKey",
			clock: wanted.clock
		}, async (client, options) => {
			const { DescribeKeyCommand } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
			return client.send(new DescribeKeyCommand({ KeyId: wanted.name.key }), options);
		}, (answer) => readDescription(answer, wanted));
	} catch (error) {
		if (error instanceof ClawError && error.code === "KEY_FORBIDDEN") return UNKNOWN$1;
		throw error;
	}
}
/** Both answers, or the failure of the first: it is the one that says more. */
async function fetchBoth(caller, wanted) {
	const [key, description] = await Promise.allSettled([fetchPublicKey$1(caller, wanted), fetchDescription(caller, wanted)]);
	if (key.status === "rejected") throw key.reason;
	if (description.status === "rejected") throw description.reason;
	return [key.value, description.value];
}
/** Resolves `uri` to the ARN of one key and fetches its public key. Throws as `ask`, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED, or INPUT_MISSING for a key without a region. */
async function pinKey$2(caller, uri, wanted) {
	const [key, { arn, protectionLevel }] = await fetchBoth(caller, wanted);
	if (arn !== void 0 && arn !== key.resource) throw new ClawError("KEY_CHANGED", `${uri} named two keys at once; nothing was signed.`);
	return {
		uri: pinnedUri(wanted.name, key.resource),
		...key,
		protectionLevel
	};
}
__name(pinKey$2, "pinKey");
/** Opens a key by its URI: the caller that reaches it, and the key as it was pinned. */
function pinnerOf(options) {
	const callerFor = callersOf(options);
	return async (uri, algorithm) => {
		const name = awsKeyName(uri);
		const region = regionOf(name, options.region);
		const caller = callerFor(name);
		return {
			caller,
			key: await pinKey$2(caller, uri, {
				name,
				region,
				algorithm,
				clock: options.clock
			})
		};
	};
}
/** Fetches public keys by their URIs; for verifiers. */
function awsPublicKey(options) {
	const pin = pinnerOf(options);
	return async (uri, wanted) => (await pin(uri, wanted)).key;
}
// packages/kms/src/gcp/client.ts
/** Scope of Cloud KMS alone; the clients' default is every API of Google Cloud. */
const KMS_SCOPE = "https://www.googleapis.com/auth/cloudkms";
const GOOGLE = new URL("https://cloudkms.googleapis.com");
/** Above any public key, signature or page of versions that the API gives. */
const MAX_ANSWER_BYTES$1 = 4194304;
async function openClient(endpoint) {
	const [{ KeyManagementServiceClient: Client }, { PassThroughClient }, { grpc }] = await Promise.all([
		import("./load-google-cloud-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1)),
		import("./load-google-auth-library.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1)),
		import("./load-google-gax.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1))
	]);
	const target = endpoint ?? GOOGLE;
	const insecure = target.protocol === "http:" && isLoopback(target);
	const roots = Buffer.from(getCACertificates("default").join("\n"));
	return new Client({
		universeDomain: "googleapis.com",
		apiEndpoint: target.hostname,
		port: Number(target.port === "" ? "443" : target.port),
		...grpcProxyOption(target),
		sslCreds: insecure ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(roots),
		authClient: new PassThroughClient(),
		"grpc.max_receive_message_length": MAX_ANSWER_BYTES$1
	});
}
/** The caller for `options`. Throws what the client throws, and the ClawErrors of the credentials. */
function callerOf$1({ endpoint, tokens }) {
	const authorization = requestHeaders(tokens);
	let client;
	return async (call, timeout) => {
		client ??= openClient(endpoint);
		const [opened, headers] = await Promise.all([client, authorization()]);
		return call(opened, {
			timeout,
			retry: { retryCodes: [] },
			otherArgs: { headers }
		});
	};
}
__name(callerOf$1, "callerOf");
// packages/kms/src/gcp/algorithms.ts
const plain = (algorithm) => ({
	algorithm,
	feed: "as-algorithm"
});
const raw = (algorithm) => ({
	algorithm,
	feed: "digest-info"
});
const GOOGLE_ALGORITHMS = /* @__PURE__ */ new Map([
	["EC_SIGN_P256_SHA256", plain("ecdsa-p256-sha256")],
	["EC_SIGN_P384_SHA384", plain("ecdsa-p384-sha384")],
	["EC_SIGN_SECP256K1_SHA256", plain("ecdsa-secp256k1-sha256")],
	["EC_SIGN_ED25519", plain("ed25519")],
	["RSA_SIGN_PSS_2048_SHA256", plain("rsa-pss-2048-sha256")],
	["RSA_SIGN_PSS_3072_SHA256", plain("rsa-pss-3072-sha256")],
	["RSA_SIGN_PSS_4096_SHA256", plain("rsa-pss-4096-sha256")],
	["RSA_SIGN_PSS_4096_SHA512", plain("rsa-pss-4096-sha512")],
	["RSA_SIGN_PKCS1_2048_SHA256", plain("rsa-pkcs1-2048-sha256")],
	["RSA_SIGN_PKCS1_3072_SHA256", plain("rsa-pkcs1-3072-sha256")],
	["RSA_SIGN_PKCS1_4096_SHA256", plain("rsa-pkcs1-4096-sha256")],
	["RSA_SIGN_PKCS1_4096_SHA512", plain("rsa-pkcs1-4096-sha512")],
	["RSA_SIGN_RAW_PKCS1_2048", raw("rsa-pkcs1-2048-sha256")],
	["RSA_SIGN_RAW_PKCS1_3072", raw("rsa-pkcs1-3072-sha256")],
	["RSA_SIGN_RAW_PKCS1_4096", raw("rsa-pkcs1-4096-sha256")],
	["PQ_SIGN_ML_DSA_44", plain("ml-dsa-44")],
	["PQ_SIGN_ML_DSA_65", plain("ml-dsa-65")],
	["PQ_SIGN_ML_DSA_87", plain("ml-dsa-87")],
	["PQ_SIGN_ML_DSA_44_EXTERNAL_MU", plain("ml-dsa-44-external-mu")],
	["PQ_SIGN_ML_DSA_65_EXTERNAL_MU", plain("ml-dsa-65-external-mu")],
	["PQ_SIGN_ML_DSA_87_EXTERNAL_MU", plain("ml-dsa-87-external-mu")],
	["PQ_SIGN_SLH_DSA_SHA2_128S", plain("slh-dsa-sha2-128s")]
]);
/** Signs, but Node has no call that checks it here, and what is not checked is not published. */
const UNCHECKABLE_ALGORITHMS = /* @__PURE__ */ new Set(["PQ_SIGN_HASH_SLH_DSA_SHA2_128S_SHA256"]);
/** Google's limit on `data`. */
const MAX_DATA_BYTES = 65536;
// packages/kms/src/gcp/causes.ts
const state = (name) => new RegExp(`\\bKEY_${name}\\b|current state is: ${name}\\b`);
const KMS_CAUSES = [
	{
		pattern: state("PENDING_GENERATION"),
		what: "the key version is still being generated",
		remedy: "Run again in a few minutes.",
		retry: true
	},
	{
		pattern: state("PENDING_IMPORT"),
		what: "the key version is still being imported",
		remedy: "Run again in a few minutes.",
		retry: true
	},
	{
		pattern: state("(?:GENERATION|IMPORT)_FAILED"),
		what: "the key version could not be made",
		remedy: "Create another version and name it."
	},
	{
		pattern: state("DESTROY_SCHEDULED"),
		what: "the key version is to be destroyed",
		remedy: "Find out who scheduled it; restore and enable the version, or name another one."
	},
	{
		pattern: state("DESTROYED"),
		what: "the key version is destroyed",
		remedy: "Name another version."
	},
	{
		pattern: state("DISABLED"),
		what: "the key version is disabled",
		remedy: "Enable it, or name another version."
	},
	{
		pattern: /digest (?:type|length)|does not match the (?:algorithm|key version algorithm)/i,
		what: "the digest is none of the algorithm of the key version",
		remedy: "Name the key version again: its algorithm is not what it was when it was read."
	},
	...GOOGLE_CAUSES,
	{
		pattern: /Permission '(?<where>[\w.]{1,80})' denied on resource/,
		what: "the identity of the job lacks a permission, or there is no such key, which Google does not tell apart"
	}
];
// packages/kms/src/gcp/failures.ts
/** google.rpc.Code. What is not here failed for a reason that trying again does not mend. */
const RPC_CODES = /* @__PURE__ */ new Map([
	[3, {
		name: "INVALID_ARGUMENT",
		code: "KEY_UNUSABLE",
		retry: false
	}],
	[4, {
		name: "DEADLINE_EXCEEDED",
		code: "KMS_FAILED",
		retry: true
	}],
	[5, {
		name: "NOT_FOUND",
		code: "KEY_NOT_FOUND",
		retry: false
	}],
	[7, {
		name: "PERMISSION_DENIED",
		code: "KEY_FORBIDDEN",
		retry: false
	}],
	[8, {
		name: "RESOURCE_EXHAUSTED",
		code: "KMS_FAILED",
		retry: true
	}],
	[9, {
		name: "FAILED_PRECONDITION",
		code: "KEY_UNUSABLE",
		retry: false
	}],
	[13, {
		name: "INTERNAL",
		code: "KMS_FAILED",
		retry: true
	}],
	[14, {
		name: "UNAVAILABLE",
		code: "KMS_FAILED",
		retry: true
	}],
	[16, {
		name: "UNAUTHENTICATED",
		code: "KEY_FORBIDDEN",
		retry: false
	}]
]);
const UNKNOWN = {
	code: "KMS_FAILED",
	retry: false
};
/** The google.rpc.Code of an error of the client. */
function rpcCode(error) {
	return error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : void 0;
}
/** The client's own error carries metadata, which holds the headers of the request: only its details are taken. */
function classify$1(error) {
	const number = rpcCode(error);
	const fact = number === void 0 ? void 0 : RPC_CODES.get(number);
	const details = error instanceof Error && "details" in error ? String(error.details) : void 0;
	const { name, code, retry } = fact ?? {
		name: `status ${number ?? "none"}`,
		...UNKNOWN
	};
	const reason = error instanceof Error && "statusDetails" in error ? googleReasons(error.statusDetails) : void 0;
	return explained({
		name: reason === void 0 ? name : `${name} (${reason})`,
		code,
		retry,
		after: googleRetryDelay(error),
		details
	}, KMS_CAUSES, {
		reason,
		text: details
	});
}
__name(classify$1, "classify");
/** `ask` with a call on the client of Google. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askGoogle(caller, about, call, read) {
	return ask({
		...about,
		service: "Cloud KMS",
		classify: classify$1
	}, (timeout) => caller(call, timeout), read);
}
// packages/kms/src/gcp/spki.ts
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
// packages/kms/src/gcp/public-key.ts
const INVALID_ARGUMENT = 3;
/** Bytes as FIPS 204 and 205 encode them. */
const RAW_FORMAT = "NIST_PQC";
function algorithmOf(name, resource) {
	const known = GOOGLE_ALGORITHMS.get(name);
	if (known !== void 0) return known.algorithm;
	if (UNCHECKABLE_ALGORITHMS.has(name)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} is ${name}, whose signatures cannot be checked here before they are published.`);
	if (/(?:^|_)SIGN_|^[0-9]+$/.test(name)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} is ${printable(name)}, which is not supported.`);
	throw new ClawError("KEY_UNUSABLE", `${resource} is ${printable(name)}, which is not a signing key.`);
}
/** Bytes that fit their checksum. int64 values come as numbers, strings or Longs. */
function checkedBytes(data, checksum, resource) {
	if (String(checksum?.value) !== String(crc32c(data))) throw corrupt(resource, "the CRC32C of the public key is missing or wrong");
	return data;
}
function importKey$1(answer, algorithm, resource) {
	const { pem, pemCrc32c, publicKey, publicKeyFormat } = answer;
	try {
		const key = typeof pem === "string" && pem !== "" ? importPemKey(checkedBytes(Buffer.from(pem), pemCrc32c, resource).toString("utf8")) : publicKey?.data instanceof Uint8Array && publicKeyFormat === RAW_FORMAT ? importRawKey(checkedBytes(Buffer.from(publicKey.data), publicKey.crc32cChecksum, resource), ALGORITHMS[algorithm].node.type) : void 0;
		if (key !== void 0) return key;
	} catch (error) {
		if (error instanceof ClawError) throw error;
	}
	throw corrupt(resource, "the answer has no public key that can be read");
}
__name(importKey$1, "importKey");
/** SOFTWARE, HSM, … An answer that does not say it would let the level change unseen. */
function protectionLevelOf(answer, resource) {
	const level = answer.protectionLevel;
	if (typeof level === "string" && /^[A-Z_]{1,64}$/.test(level) && level !== "PROTECTION_LEVEL_UNSPECIFIED") return level;
	throw corrupt(resource, "the answer does not tell the protection level");
}
function readPublicKey(answer, resource) {
	if (answer.name !== resource) throw new ClawError("KEY_CHANGED", `${resource}: the answer is about another key or version.`);
	const googleAlgorithm = String(answer.algorithm);
	const algorithm = algorithmOf(googleAlgorithm, resource);
	const key = importKey$1(answer, algorithm, resource);
	if (!fitsAlgorithm(key, algorithm)) throw corrupt(resource, `the public key is not one of ${googleAlgorithm}`);
	return {
		resource,
		googleAlgorithm,
		algorithm,
		publicKey: key.export({
			type: "spki",
			format: "der"
		}),
		protectionLevel: protectionLevelOf(answer, resource)
	};
}
/** PEM first: it serves every key but post-quantum ones, which have to be asked for by their own format. */
async function fetchPublicKey(caller, resource, clock) {
	return askGoogle(caller, {
		resource,
		permission: "cloudkms.cryptoKeyVersions.viewPublicKey, as in roles/cloudkms.publicKeyViewer",
		clock
	}, async (client, options) => {
		try {
			return (await client.getPublicKey({ name: resource }, options))[0];
		} catch (error) {
			if (rpcCode(error) !== INVALID_ARGUMENT) throw error;
			return (await client.getPublicKey({
				name: resource,
				publicKeyFormat: RAW_FORMAT
			}, options))[0];
		}
	}, (answer) => readPublicKey(answer, resource));
}
/** A key whose first version is being generated has none that is enabled: that passes. */
const generated = {
	name: "no enabled version",
	code: "KEY_UNUSABLE",
	retry: true,
	cause: {
		what: "the first one is still being generated",
		remedy: "Run again in a few minutes.",
		code: void 0,
		retry: void 0
	}
};
/** The newest enabled version of a key, as cosign resolves it. */
async function newestVersion(caller, key, clock) {
	const names = await askGoogle(caller, {
		resource: key,
		permission: "cloudkms.cryptoKeyVersions.list, as in roles/cloudkms.viewer",
		clock
	}, async (client, options) => {
		const inState = async (state) => {
			const [versions] = await client.listCryptoKeyVersions({
				parent: key,
				filter: `state=${state}`
			}, options);
			return versions.filter((version) => version.state === state).map(({ name }) => name ?? "");
		};
		const enabled = await inState("ENABLED");
		if (enabled.length > 0) return enabled;
		if ((await inState("PENDING_GENERATION")).length > 0) throw new KeyState(generated);
		return inState("ENABLED");
	}, (enabled) => enabled);
	if (names.length === 0) throw new ClawError("KEY_UNUSABLE", `${key} has no enabled version.`);
	const prefix = `${key}/cryptoKeyVersions/`;
	const numbers = names.map((name) => name.startsWith(prefix) ? name.slice(prefix.length) : "");
	if (!numbers.every((number) => /^[1-9][0-9]{0,9}$/.test(number))) throw new ClawError("KEY_CHANGED", `${key}: the service lists versions of another key.`);
	return String(Math.max(...numbers.map(Number)));
}
/** Resolves the version of `uri` once and fetches its public key. Throws as `ask`, and KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
async function pinKey$1(caller, uri, options) {
	const { clock, wanted } = options;
	const { key, version } = gcpKeyName(uri);
	const resource = `${key}/cryptoKeyVersions/${version ?? await newestVersion(caller, key, clock)}`;
	const fetched = await fetchPublicKey(caller, resource, clock);
	chooseAlgorithm(resource, [fetched.algorithm], wanted);
	return {
		uri: parseKeyUri(`gcpkms://${resource}`, "key"),
		...fetched
	};
}
__name(pinKey$1, "pinKey");
/** Fetches public keys by their URIs; for verifiers. */
function googlePublicKey(options) {
	const caller = callerOf$1(options);
	return (uri, wanted) => pinKey$1(caller, uri, {
		clock: options.clock,
		wanted
	});
}
// packages/kms/src/vault/algorithms.ts
/** An RSA key takes every padding and hash; which one is the caller's choice. */
const rsa = (bits) => [
	`rsa-pkcs1-${bits}-sha256`,
	`rsa-pkcs1-${bits}-sha384`,
	`rsa-pkcs1-${bits}-sha512`,
	`rsa-pss-${bits}-sha256`,
	`rsa-pss-${bits}-sha384`,
	`rsa-pss-${bits}-sha512`
];
/** By the `type` of a transit key. */
const TRANSIT_ALGORITHMS = /* @__PURE__ */ new Map([
	["ecdsa-p256", ["ecdsa-p256-sha256"]],
	["ecdsa-p384", ["ecdsa-p384-sha384"]],
	["ecdsa-p521", ["ecdsa-p521-sha512"]],
	["ed25519", ["ed25519"]],
	["rsa-2048", rsa(2048)],
	["rsa-3072", rsa(3072)],
	["rsa-4096", rsa(4096)]
]);
/** Vault takes no string of JSON above 1 MiB, and the message is one in base64. */
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
* The parameters of a signature by `algorithm` beside its input. All are sent, even where they are the
* default of today. Ed25519 takes none: Vault refuses to sign a digest with it.
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
// packages/kms/src/vault/client.ts
const DEFAULT_MOUNT = "transit";
/** A key with many versions answers a kilobyte for each of them. */
const MAX_ANSWER_BYTES = 4194304;
/** An answer that is no result. */
var VaultRefusal = class extends Error {
	status;
	/** What Vault says in `errors`. */
	texts;
	/** Milliseconds that Vault asked to wait. */
	after;
	/** Where it sends us, which is not followed. */
	location;
	constructor(status, texts, { after, location }) {
		super(`status ${status}`);
		this.name = "VaultRefusal";
		this.status = status;
		this.texts = texts;
		this.after = after;
		this.location = location;
	}
};
function parseAnswer(body) {
	try {
		return parseJson(body, "The answer");
	} catch {
		return;
	}
}
function textsOf(answer) {
	const errors = isJsonObject(answer) ? answer["errors"] : void 0;
	return Array.isArray(errors) ? errors.filter((error) => typeof error === "string") : [];
}
/** The caller for `options`. Throws INPUT_INVALID for a mount or a namespace that is not a path. */
function callerOf({ address, namespace, mount, tls, tokens, clock }) {
	const path = parseVaultPath(mount ?? DEFAULT_MOUNT, "vault-transit-path");
	if (namespace !== void 0) parseVaultPath(namespace, "vault-namespace");
	const http = httpClient(tls);
	const base = `${address.href.replace(/\/+$/, "")}/v1/${path}/`;
	const pathOf = (below) => `${path}/${below}${namespace === void 0 ? "" : ` in namespace ${namespace}`}`;
	const call = async (asked, timeout) => {
		const headers = {
			"x-vault-token": (await tokens.mint()).token,
			"x-vault-request": "true",
			...namespace === void 0 ? {} : { "x-vault-namespace": namespace }
		};
		const request = asked.body === void 0 ? {
			method: "GET",
			headers
		} : {
			method: "POST",
			headers: {
				...headers,
				"content-type": "application/json"
			},
			body: JSON.stringify(asked.body)
		};
		const { status, headers: answered, body } = await http(new URL(`${base}${asked.path}`), {
			...request,
			timeout,
			maxBytes: MAX_ANSWER_BYTES
		});
		const answer = parseAnswer(body);
		if (status === 200 && answer !== void 0) return answer;
		throw new VaultRefusal(status, textsOf(answer), {
			after: retryAfter(answered["retry-after"], clock),
			location: answered["location"]
		});
	};
	return {
		pathOf,
		clock,
		call
	};
}
// packages/kms/src/vault/causes.ts
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
		what: "the version may not sign any more",
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
		what: "permission denied, which Vault also says of a path or a namespace that is not there"
	},
	...VAULT_SERVER_CAUSES
];
// packages/kms/src/vault/failures.ts
const final = (code) => ({
	code,
	retry: false
});
const passing = {
	code: "KMS_FAILED",
	retry: true
};
const STATUSES = /* @__PURE__ */ new Map([
	[200, passing],
	[400, final("KEY_UNUSABLE")],
	[403, final("KEY_FORBIDDEN")],
	[404, final("KEY_NOT_FOUND")],
	[412, passing]
]);
const factOf = ({ status }) => STATUSES.get(status) ?? {
	code: "KMS_FAILED",
	retry: isTransientStatus(status)
};
function classify(error) {
	if (error instanceof HttpFailure) {
		const { reason, transient: retry } = error;
		return explained({
			name: reason,
			code: "KMS_FAILED",
			retry,
			details: "no answer"
		}, CONNECTION_CAUSES, { reason });
	}
	if (!(error instanceof VaultRefusal)) return {
		name: "no answer",
		...final("KMS_FAILED")
	};
	const name = error.status === 200 ? "no JSON" : `status ${error.status}`;
	const details = error.texts.join("; ").replaceAll(/\s+/g, " ");
	return explained({
		name,
		...factOf(error),
		after: error.after,
		details
	}, TRANSIT_CAUSES, {
		reason: standbyOf(error.status, error.location),
		text: details
	});
}
/** `ask` with a call of Vault. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming the capability and the path), KEY_UNUSABLE, KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askVault(caller, { resource, capability }, call, read) {
	return ask({
		resource,
		permission: `${capability} on ${caller.pathOf(call.path)}`,
		service: "Vault",
		clock: caller.clock,
		classify
	}, (timeout) => caller.call(call, timeout), read);
}
// packages/kms/src/vault/public-key.ts
const ED25519_BYTES = 32;
const count = pipe(number(), integer(), minValue(0));
const answerSchema = object({ data: object({
	name: string(),
	type: string(),
	latest_version: pipe(count, minValue(1)),
	min_encryption_version: count,
	derived: optional(boolean(), false),
	supports_signing: boolean(),
	/** By version. A number where the type has no public key; left out for keys that make MACs. */
	keys: optional(record(string(), unknown()), {})
}) });
const versionSchema = object({ public_key: string() });
const uriOf = (name, version) => parseKeyUri(`hashivault://${name}/versions/${version}`, "key");
/** The algorithms of the key's type. */
function offeredBy({ type, supports_signing: signs, derived }, uri) {
	if (derived) throw new ClawError("KEY_UNUSABLE", `${uri} derives a key for each context, which is not one key.`);
	const offered = TRANSIT_ALGORITHMS.get(type);
	if (offered !== void 0) return offered;
	throw signs ? new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${uri} is ${printable(type)}, which is not supported.`) : new ClawError("KEY_UNUSABLE", `${uri} is ${printable(type)}, which is not a signing key.`);
}
/** SubjectPublicKeyInfo in PEM, and the bare 32 bytes in base64 for Ed25519 alone. */
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
function publicKeyOf({ keys, type }, version, uri) {
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
	const resolved = uriOf(name, version);
	if (version > data.latest_version) throw new ClawError("KEY_NOT_FOUND", `${uri}: the newest version is ${data.latest_version}.`);
	const algorithm = chooseAlgorithm(resolved, offeredBy(data, resolved), wanted);
	const key = publicKeyOf(data, version, resolved);
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
/** Resolves the version of `uri` once and fetches its public key. Throws as `ask`, and KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
function pinKey(caller, uri, wanted) {
	const { key } = vaultKeyName(uri);
	return askVault(caller, {
		resource: uri,
		capability: "read"
	}, { path: `keys/${key}` }, (answer) => readKey(answer, uri, wanted));
}
/** Fetches public keys by their URIs; for verifiers. Throws INPUT_INVALID at once. */
function vaultPublicKey(options) {
	const caller = callerOf(options);
	return (uri, wanted) => pinKey(caller, uri, wanted);
}
export { AZURE_ALGORITHMS, GOOGLE_ALGORITHMS, KMS_SCOPE, MAX_DATA_BYTES, MAX_MESSAGE_BYTES, MAX_MESSAGE_BYTES$1, MESSAGE_TYPES, NO_CREDENTIAL, askAws, askGoogle, askVault, askVault$1, awsPublicKey, azureCloudOf, azurePublicKey, callerOf, callerOf$1, checkKeyId, corrupt, derSignature, digestFor, googlePublicKey, pinKey, pinKey$1, pinKey$3 as pinKey$2, pinnerOf, transitParameters, vaultAt, vaultPublicKey };
