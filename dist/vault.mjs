import "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, chooseAlgorithm, decodeBase64, fitsAlgorithm, isJsonObject, parseJson, parseKeyUri, printable, vaultKeyName } from "./core.mjs";
import { boolean, integer, minValue, number, object, optional, pipe, record, safeParse, string, unknown } from "./vendor-valibot.mjs";
import { CONNECTION_CAUSES, ExchangeFailure, HttpFailure, ask, causeOf, clockSkew, corrupt, exchangeError, explained, httpClient, isTransientStatus, issuerOf, maskedToken, renewing, retryAfter, subjectOf, withRetry, withoutAnswer } from "./net.mjs";
import { importPemKey } from "./asn1.mjs";
import { createPublicKey } from "node:crypto";
import { join } from "node:path";
import { open } from "node:fs/promises";
// packages/vault/src/ambient.ts
/** In this order, as the command lines of Vault and OpenBao look for it. */
const VARIABLES = ["VAULT_TOKEN", "BAO_TOKEN"];
/** Far above any token. */
const MAX_FILE_BYTES = 65536;
const missing = (why) => new ClawError("CREDENTIALS_MISSING", `credentials: ambient was asked for, but ${why}.`, { remedy: "Set VAULT_TOKEN or BAO_TOKEN, or log in so that ~/.vault-token exists." });
async function fileToken(home) {
	try {
		await using file = await open(join(home, ".vault-token"));
		const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_FILE_BYTES), 0, MAX_FILE_BYTES, 0);
		return buffer.subarray(0, bytesRead).toString("utf8");
	} catch {
		throw missing("there is no token of Vault in the environment and ~/.vault-token cannot be read");
	}
}
/**
* The token of `VAULT_TOKEN`, of `BAO_TOKEN` or of the file `.vault-token` in the folder `home`, read once.
* `expires` is unknown and therefore never. Throws CREDENTIALS_MISSING or CREDENTIALS_FAILED.
*/
function ambientVaultToken(env, home, mask) {
	const read = async () => {
		const text = (VARIABLES.map((name) => env[name] ?? "").find((value) => value !== "") ?? await fileToken(home)).trim();
		if (text === "") throw missing("the token of Vault that this machine has is empty");
		return {
			token: maskedToken(text, "The token of Vault that this machine has", mask),
			expires: Infinity
		};
	};
	let token;
	return { mint: () => token ??= read() };
}
// packages/vault/src/paths.ts
const PATH = /^(?!.*(?:^|\/)\.+(?:\/|$))[\w.-]{1,64}(?:\/[\w.-]{1,64}){0,7}$/;
/** A mount, an authentication path or a namespace: segments of letters, digits, `_`, `-` and `.`. Throws INPUT_INVALID, naming `input`. */
function parseVaultPath(text, input) {
	if (PATH.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not a path of Vault.`, { remedy: "Write NAME or NAME/NAME, without a slash at the ends." });
}
// packages/vault/src/login-causes.ts
const LOGIN_CAUSES = [
	{
		pattern: /invalid token|bad token/,
		what: "the token is not valid any more",
		remedy: "Run again for a new token."
	},
	{
		pattern: /role "[^]*" could not be found/,
		what: "there is no such role",
		remedy: "Correct vault-role, or write the role at this mount."
	},
	{
		pattern: /could not load configuration/,
		what: "the JWT authentication is not configured at this mount",
		remedy: "Write its config, or correct vault-auth-path and vault-namespace."
	},
	{
		pattern: /no handler for route|unsupported path/,
		what: "no JWT authentication is mounted at this path",
		remedy: "Correct vault-auth-path and vault-namespace."
	},
	{
		pattern: /invalid audience \(aud\) claim|audience claim/,
		what: "the audience is not one of bound_audiences",
		remedy: "Set vault-audience to one of the bound_audiences of the role."
	},
	{
		pattern: /invalid issuer \(iss\) claim/,
		what: "the issuer is not the bound_issuer",
		remedy: "Set bound_issuer of the mount to the iss of the token."
	},
	{
		pattern: /invalid subject \(sub\) claim|sub claim does not match/,
		what: "the sub is not the bound_subject",
		remedy: "Set bound_subject to the sub of the token; delete the role before writing it again, for fields that are left out stay."
	},
	{
		pattern: /claim "?(?<where>[\w/]{1,64})"? (?:does not match|is missing)/,
		what: "a claim is not as in bound_claims",
		remedy: "Compare that claim of the token with bound_claims of the role; \"true\" and true are two things."
	},
	{
		pattern: /error validating claims/,
		what: "a claim is not as in bound_claims",
		remedy: "Compare the claims of the token with bound_claims of the role; \"true\" and true are two things."
	},
	{
		pattern: /\((?:exp|nbf|iat)\)|token is expired|not yet valid|issued in the future/,
		what: "the token of the job is not valid at this time",
		remedy: "Run again for a new token, or give the role some clock_skew_leeway.",
		clock: true
	},
	{
		pattern: /fetching keys|get keys failed|error(?: while)? (?:fetching|retrieving) (?:the )?(?:keys|JWKS)/i,
		what: "it does not reach the issuer for its keys",
		remedy: "Run again; let the server reach oidc_discovery_url, or give it the keys as jwt_validation_pubkeys.",
		code: "CREDENTIALS_FAILED",
		retry: true
	},
	{
		pattern: /error verifying token signature|failed to verify (?:id token )?signature/,
		what: "the signature of the token of the job is not by the configured issuer",
		remedy: "Set oidc_discovery_url of the mount to the iss of the token."
	},
	{
		pattern: /permission denied/,
		what: "permission denied, which Vault also says of a path or a namespace that is not there",
		remedy: "Check vault-auth-path and vault-namespace first, then the policies of the role."
	}
];
// packages/vault/src/causes.ts
/** The server rather than the request. */
const VAULT_SERVER_CAUSES = [
	{
		pattern: /Vault is sealed/,
		what: "Vault is sealed",
		remedy: "Unseal it, or name a server of the cluster that is unsealed in vault-address.",
		retry: false
	},
	{
		pattern: /Vault is not initialized|server is not yet initialized/,
		what: "Vault is not initialised",
		remedy: "Initialise it, or correct vault-address.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /node not active but active (?:cluster )?node not found/,
		what: "the cluster has no active server at the moment",
		remedy: "Run again once the cluster has elected one.",
		retry: true
	},
	{
		pattern: /^standby(?: (?<where>[\w.:[\]-]{1,128}))?\n/,
		what: "it sends us to another server, as a standby does, which is not followed, for it would be shown the token",
		remedy: "Set vault-address to the active server or to the address of the cluster.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /disabled in replication DR secondary|DR secondary mode/i,
		what: "the server is a secondary for disaster recovery, which serves no requests",
		remedy: "Set vault-address to the primary cluster.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /rate limit quota exceeded/,
		what: "a rate limit quota is used up",
		remedy: "Run again later, or raise the quota of the path.",
		retry: true
	},
	{
		pattern: /no namespace|namespace not found|failed to find namespace/i,
		what: "there is no such namespace",
		remedy: "Correct vault-namespace.",
		retry: false
	}
];
/** The reason of an answer that sends us elsewhere: `standby HOST`. */
function standbyOf(status, location) {
	if (![
		301,
		302,
		303,
		307,
		308
	].includes(status)) return void 0;
	const host = URL.parse(location ?? "")?.host ?? "";
	return host === "" ? "standby" : `standby ${host}`;
}
// packages/vault/src/api.ts
const MAX_ANSWER_BYTES$1 = 262144;
const ATTEMPT_MS = 1e4;
/** The `errors` of an answer, sometimes a list over several lines. */
function textOf(body) {
	try {
		const answer = parseJson(body, "The answer");
		const errors = isJsonObject(answer) ? answer["errors"] : void 0;
		return Array.isArray(errors) ? errors.map(String).join("; ") : "";
	} catch {
		return "";
	}
}
const INVALID_TOKEN = /invalid token|bad token/;
/** An answer that is no result. */
function failureOf({ status, headers, body }, causes, clock) {
	const text = textOf(body);
	const reason = standbyOf(status, headers["location"]);
	const skew = clockSkew(headers["date"], clock);
	const gone = status === 403 && INVALID_TOKEN.test(text);
	return new ExchangeFailure(status, gone ? GONE : void 0, retryAfter(headers["retry-after"], clock), { told: causeOf([...VAULT_SERVER_CAUSES, ...causes], {
		reason,
		text,
		skew
	}) });
}
/** Reason of a refusal because the token is not valid any more. */
const GONE = "invalid token";
async function post(api, call, budget) {
	const url = new URL(`${api.address.href.replace(/\/+$/, "")}/v1/${call.path}`);
	const headers = {
		"content-type": "application/json",
		"x-vault-request": "true",
		...api.namespace === void 0 ? {} : { "x-vault-namespace": api.namespace },
		...call.token === void 0 ? {} : { "x-vault-token": call.token }
	};
	const timeout = Math.min(budget, ATTEMPT_MS);
	const body = JSON.stringify(call.body);
	const answer = await api.http(url, {
		method: "POST",
		headers,
		body,
		timeout,
		maxBytes: MAX_ANSWER_BYTES$1
	});
	if (answer.status === 204) return {};
	if (answer.status === 200) return parseJson(answer.body, `The answer of ${url.host}`);
	throw failureOf(answer, call.causes ?? [], api.clock);
}
function hintFor(error) {
	if (error instanceof HttpFailure) return {
		retry: error.transient,
		why: `Vault: ${error.reason}`
	};
	if (!(error instanceof ExchangeFailure)) return { retry: false };
	return {
		retry: error.passes,
		after: error.after,
		why: `Vault answers ${error.message}`
	};
}
/** The object that Vault answers; empty for an answer without a body. Throws ExchangeFailure, or JSON_INVALID. */
async function postVault(api, call) {
	try {
		const answer = await withRetry((budget) => post(api, call, budget), hintFor, api.clock);
		if (isJsonObject(answer)) return answer;
	} catch (error) {
		throw error instanceof HttpFailure ? withoutAnswer(error) : error;
	}
	throw new ExchangeFailure(200, "no object", void 0);
}
// packages/vault/src/login.ts
const DEFAULT_AUTH_PATH = "jwt";
/** Above Vault's own default of 32 days there is no short-lived token. */
const MAX_LIFETIME_SECONDS = 2764800;
const ROLE = /^[\w.-]{1,128}$/;
/** Vault's accessors are letters and digits, and name their namespace after a dot. */
const ACCESSOR = /^[A-Za-z0-9]{1,64}(?:\.[A-Za-z0-9]{1,64})?$/;
/** The role of a login. Throws INPUT_INVALID. */
function parseVaultRole(text, input) {
	if (ROLE.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not the name of a role.`);
}
function prepare(options) {
	const { address, namespace, clock, tls } = options;
	parseVaultRole(options.role, "vault-role");
	if (namespace !== void 0) parseVaultPath(namespace, "vault-namespace");
	const authPath = parseVaultPath(options.authPath ?? DEFAULT_AUTH_PATH, "vault-auth-path");
	return {
		api: {
			http: httpClient(tls),
			address,
			namespace,
			clock
		},
		authPath,
		options
	};
}
/** Seconds that the token of a login lives; undefined where that is no lifetime of a short-lived token. */
function lifetimeOf({ lease_duration: seconds }) {
	return typeof seconds === "number" && seconds > 0 && seconds <= MAX_LIFETIME_SECONDS ? seconds : void 0;
}
/** `remember` is told of each token that there is, also of one that is refused here. */
async function logIn({ api, authPath, options }, remember) {
	const { role, audience, identity, mask, clock } = options;
	const step = `The login at Vault as role "${role}" by auth/${authPath}`;
	const jwt = await identity.mint(audience);
	const asked = clock.now();
	const answer = await postVault(api, {
		path: `auth/${authPath}/login`,
		body: {
			role,
			jwt
		},
		token: void 0,
		causes: LOGIN_CAUSES
	}).catch((error) => {
		throw exchangeError(error, {
			step,
			shown: `The sub of the job is "${subjectOf(jwt)}", its iss "${issuerOf(jwt)}", the audience "${printable(audience)}".`,
			remedy: "Compare them with the role."
		});
	});
	const auth = isJsonObject(answer["auth"]) ? answer["auth"] : {};
	const token = maskedToken(auth["client_token"], step, mask);
	const given = auth["accessor"];
	const accessor = typeof given === "string" && ACCESSOR.test(given) ? given : void 0;
	const seconds = lifetimeOf(auth);
	const issued = {
		token,
		accessor,
		expires: asked + (seconds ?? Infinity) * 1e3
	};
	remember(issued);
	if (accessor !== void 0) options.issued?.(accessor);
	if (seconds !== void 0) return issued;
	throw new ClawError("CREDENTIALS_FAILED", `${step} gave a token without a usable lifetime.`);
}
/** A token that is gone already is as good as revoked. */
async function revokeSelf(api, { token }) {
	await postVault(api, {
		path: "auth/token/revoke-self",
		body: {},
		token
	}).catch((error) => {
		if (error instanceof ExchangeFailure && error.status === 403 && error.reason === "invalid token") return;
		throw exchangeError(error, {
			step: "Revoking the token of Vault",
			remedy: "Grant update on auth/token/revoke-self; until then the token lives to its end."
		});
	});
}
/** Waits for all before the first failure is thrown: one token that stays must not keep the others alive. */
async function settled(actions) {
	await Promise.allSettled(actions);
	await Promise.all(actions);
}
function openSession(login) {
	const { api, options } = login;
	let issued = [];
	const underWay = /* @__PURE__ */ new Set();
	const logInAndRemember = async () => {
		const one = logIn(login, (token) => void issued.push(token));
		underWay.add(one);
		try {
			return await one;
		} finally {
			underWay.delete(one);
		}
	};
	let tokens = renewing(logInAndRemember, options.clock);
	return {
		mint: () => tokens.mint(),
		revoke: async () => {
			await Promise.allSettled(underWay);
			const living = issued.filter(({ accessor, expires }) => accessor !== void 0 && expires > options.clock.now());
			issued = [];
			tokens = renewing(logInAndRemember, options.clock);
			await settled(living.map((token) => revokeSelf(api, token)));
		}
	};
}
/**
* Tokens of Vault for the job. One login serves concurrent callers; a token is replaced a minute before
* its end. Throws INPUT_INVALID at once; `mint` throws CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what
* `identity` throws.
*/
function vaultLogin(options) {
	return openSession(prepare(options));
}
/**
* Revokes the token of `accessor`, which an earlier process of the job was given and could not revoke. An
* accessor that Vault does not know is one whose token is gone. Throws INPUT_INVALID, CREDENTIALS_REFUSED,
* CREDENTIALS_FAILED, and what `identity` throws.
*/
async function revokeByAccessor(options, accessor) {
	if (!ACCESSOR.test(accessor)) throw new ClawError("INPUT_INVALID", `"${printable(accessor)}" is not the accessor of a token of Vault.`);
	const login = prepare(options);
	const session = openSession(login);
	const revokeOther = async () => {
		const { token } = await session.mint();
		const call = {
			path: "auth/token/revoke-accessor",
			body: { accessor },
			token
		};
		await postVault(login.api, call).catch((error) => {
			throw exchangeError(error, {
				step: "Revoking the token of Vault by its accessor",
				remedy: "Grant update on auth/token/revoke-accessor; until then the token lives to its end."
			});
		});
	};
	const revoking = revokeOther();
	await Promise.allSettled([revoking]);
	await settled([revoking, session.revoke()]);
}
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
// packages/vault/src/transit/client.ts
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
// packages/vault/src/transit/failures.ts
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
	const failure = {
		name,
		...factOf(error),
		after: error.after,
		details
	};
	return explained(failure, TRANSIT_CAUSES, {
		reason: standbyOf(error.status, error.location),
		text: details
	});
}
/** `ask` with a call of Vault. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming the capability and the path), KEY_UNUSABLE, KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askVault(caller, { resource, capability }, call, read) {
	const permission = `${capability} on ${caller.pathOf(call.path)}`;
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
export { MAX_MESSAGE_BYTES, ambientVaultToken, askVault, callerOf, parseVaultPath, parseVaultRole, pinKey, revokeByAccessor, transitParameters, vaultLogin, vaultPublicKey };
