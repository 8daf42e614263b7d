import "./rolldown-runtime.mjs";
import { ClawError, azureKeyName, chooseAlgorithm, fitsAlgorithm, isJsonObject, parseJson, parseKeyUri, printable } from "./core.mjs";
import { CONNECTION_CAUSES, MACHINE_MS, agentsFor, ask, boundedBytes, connectionWord, corrupt, exchangeError, explained, isLoopback, isTransientStatus, issuerOf, maskedToken, maskingOnce, postForm, renewing, retryAfter, subjectOf, within } from "./net.mjs";
import { createPublicKey } from "node:crypto";
// packages/azure/src/clouds.ts
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
const ENTRA_CAUSES = [
	{
		pattern: /\bAADSTS7002138\b/,
		what: "a federated credential has this subject in another case of letters",
		remedy: "Write owner, repository and environment in the federated credential in the case that the token has."
	},
	{
		pattern: /\bAADSTS700213\b/,
		what: "no federated credential of the application has this subject",
		remedy: "Set the subject of a federated credential to the sub of the token."
	},
	{
		pattern: /\bAADSTS700211\b/,
		what: "no federated credential of the application has this issuer",
		remedy: "Set the issuer of the federated credential to the iss of the token, without a slash at its end."
	},
	{
		pattern: /\bAADSTS700212\b/,
		what: "no federated credential of the application has this audience",
		remedy: "Set the audience of the federated credential to api://AzureADTokenExchange."
	},
	{
		pattern: /\bAADSTS70021\b/,
		what: "no federated credential of the application fits the token",
		remedy: "Compare subject, issuer and audience of the federated credential with those of the token, letter by letter."
	},
	{
		pattern: /\bAADSTS70025\b/,
		what: "the application has no federated credential at all",
		remedy: "Add a federated credential for the sub of the token to the application, and check azure-client-id."
	},
	{
		pattern: /\bAADSTS(?:700016|7000229)\b/,
		what: "the application is not in this tenant",
		remedy: "Check azure-client-id and azure-tenant-id; the application needs a service principal in the tenant."
	},
	{
		pattern: /\bAADSTS(?:90002|900021|900023)\b/,
		what: "there is no such tenant in this cloud",
		remedy: "Check azure-tenant-id, and that the vault is one of the cloud that the tenant is in."
	},
	{
		pattern: /\bAADSTS(?:700024|500133)\b/,
		what: "the token is not within its time",
		remedy: "Run again for a new token.",
		clock: true
	},
	{
		pattern: /\bAADSTS(?:70011|500011|650057)\b/,
		what: "the tenant does not know the service that the token is for",
		remedy: "Name the vault by the host name of its own cloud, and check azure-tenant-id."
	},
	{
		pattern: /\bAADSTS(?:7000215|7000222|7000216)\b/,
		what: "it was shown a client secret that is wrong or has expired",
		remedy: "Use the federated credential of the job instead of a secret."
	},
	{
		pattern: /\bAADSTS(?:7000112|7000113|700005)\b/,
		what: "the application is disabled",
		remedy: "Have the administrator of the tenant enable it."
	},
	{
		pattern: /\bAADSTS5300[0-9]\b/,
		what: "conditional access keeps the application out from where the runner is",
		remedy: "Have the administrator of the tenant let the application in from the network of the runner.",
		code: "SERVICE_REFUSED"
	},
	{
		pattern: /\bAADSTS(?:90033|90006)\b|\btemporarily_unavailable\b/,
		what: "it has trouble that passes",
		remedy: "Run again later.",
		code: "CREDENTIALS_FAILED",
		retry: true
	}
];
// packages/azure/src/federation.ts
/** Entra ID gives a day at most. */
const MAX_LIFETIME_MS = 864e5;
/** Ids alone: a name such as `common` would let another directory answer. */
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const STEP = "The login at Microsoft Entra ID";
function parseGuid(text, input, what) {
	if (GUID.test(text)) return text.toLowerCase();
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not the id (a GUID) of ${what}.`);
}
/** The id of a tenant, in lower case. Throws INPUT_INVALID: a domain name or `common` is none. */
const parseTenantId = (text, input) => parseGuid(text, input, "a tenant");
/** The id of an application or of a managed identity, in lower case. Throws INPUT_INVALID. */
const parseClientId = (text, input) => parseGuid(text, input, "an application");
/** `expires` is counted from before the request, so that the token never seems to live longer than it does. */
function readToken(answer, asked, mask) {
	const { access_token: accessToken, expires_in: seconds, token_type: type } = answer;
	const token = maskedToken(accessToken, STEP, mask);
	if (typeof type !== "string" || type.toLowerCase() !== "bearer") throw new ClawError("CREDENTIALS_FAILED", `${STEP} gave no bearer token.`);
	if (typeof seconds !== "number" || !(seconds > 0) || seconds * 1e3 > MAX_LIFETIME_MS) throw new ClawError("CREDENTIALS_FAILED", `${STEP} gave a token without a usable lifetime.`);
	return {
		token,
		expires: asked + seconds * 1e3
	};
}
async function logIn(options) {
	const { tenantId, clientId, scope, audience, loginEndpoint, identity, mask, clock } = options;
	const assertion = await identity.mint(audience);
	const asked = clock.now();
	return readToken(await postForm({
		url: new URL(`${loginEndpoint.href.replace(/\/+$/, "")}/${tenantId}/oauth2/v2.0/token`),
		form: {
			client_id: clientId,
			scope,
			grant_type: "client_credentials",
			client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
			client_assertion: assertion
		},
		causes: ENTRA_CAUSES,
		clock
	}).catch((error) => {
		throw exchangeError(error, {
			step: `${STEP} as application ${clientId}`,
			shown: `The sub of the job is "${subjectOf(assertion)}", its iss "${issuerOf(assertion)}".`,
			remedy: `Compare them with the federated credentials of the application ${clientId}.`
		});
	}), asked, mask);
}
/**
* Access tokens for the job. One login serves concurrent callers; a token is renewed a minute before its
* end, with a new token of the job. Throws CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what `identity`
* throws.
*/
function azureFederation(options) {
	const tenantId = parseTenantId(options.tenantId, "azure-tenant-id");
	const clientId = parseClientId(options.clientId, "azure-client-id");
	return renewing(() => logIn({
		...options,
		tenantId,
		clientId
	}), options.clock);
}
// packages/azure/src/kms/algorithms.ts
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
// packages/azure/src/own-agent.ts
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
// packages/azure/src/authorization.ts
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
// packages/azure/src/key-vault-failure.ts
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
// packages/azure/src/pipeline.ts
/** Above any public key, signature or error that the API gives. */
const MAX_ANSWER_BYTES = 262144;
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
					const body = await boundedBytes(bytesOf(response), MAX_ANSWER_BYTES, tooLarge);
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
// packages/azure/src/kms/client.ts
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
// packages/azure/src/kms/jwk.ts
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
// packages/azure/src/kms/causes.ts
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
// packages/azure/src/kms/failures.ts
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
	const failure = {
		name: reason ?? `status ${status}`,
		code,
		retry,
		after,
		details
	};
	return explained(failure, VAULT_CAUSES, {
		reason,
		text: details
	});
}
/** Errors of the client hold the request, and the request holds the token: only a bare word is taken. */
function classify(error) {
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
/** `ask` with a call on the client of Azure. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askVault(vault, about, call, read) {
	return ask({
		...about,
		service: "Azure Key Vault",
		clock: vault.clock,
		classify
	}, async (timeout) => call(await vault.callOptions(timeout)), read);
}
// packages/azure/src/kms/public-key.ts
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
function readKey(answer, vault, { key: name, version: pinned }, wanted) {
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
/** Resolves the version of `uri` once, to the newest, and fetches its public key. Throws as `ask`, and KEY_URI_INVALID, KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
async function pinKey(vault, uri, wanted) {
	const name = azureKeyName(uri);
	const { key, version } = name;
	return askVault(vault, {
		resource: `https://${vault.host}/keys/${key}${version === void 0 ? "" : `/${version}`}`,
		permission: "keys/get, as in the role Key Vault Crypto User"
	}, async (options) => {
		const { KeyClient } = await import("./load-azure-keyvault-keys.mjs");
		return new KeyClient(vault.origin, NO_CREDENTIAL, vault.clientOptions()).getKey(key, version === void 0 ? options : {
			...options,
			version
		});
	}, (answer) => readKey(answer, vault, name, wanted));
}
/** Fetches public keys by their URIs; for verifiers. */
function azurePublicKey(options) {
	return (uri, wanted) => pinKey(vaultAt(azureKeyName(uri).host, options), uri, wanted);
}
export { AZURE_ALGORITHMS, NO_CREDENTIAL, askVault, azureCloudOf, azureFederation, azurePublicKey, checkKeyId, parseClientId, parseTenantId, pinKey, vaultAt };
