import "./rolldown-runtime.mjs";
import { ClawError, credentialsMissing, isJsonObject, nothingBorrowed, printable } from "./core.mjs";
import { HTTP_STATUS, RequestFailure, answeredObject, below, exchangeError, httpClient, jsonBody, knownCause, receivedToken, renewing, requestObject, shownIssuer, shownSubject } from "./net.mjs";
import { parseVaultPath, parseVaultRole } from "./start.mjs";
import { join } from "node:path";
import { open } from "node:fs/promises";
// packages/vault/src/ambient.ts
/** In this order, as the command lines of Vault and OpenBao look for it. */
const VARIABLES = ["VAULT_TOKEN", "BAO_TOKEN"];
/** Far above any token. */
const MAX_FILE_BYTES = 65536;
const missing = (message) => new ClawError("CREDENTIALS_MISSING", message, { remedy: "Set VAULT_TOKEN or BAO_TOKEN, or log in so that ~/.vault-token exists." });
async function fileToken(home) {
	try {
		await using file = await open(join(home, ".vault-token"));
		const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_FILE_BYTES), 0, MAX_FILE_BYTES, 0);
		return buffer.subarray(0, bytesRead).toString("utf8");
	} catch {
		throw missing("credentials: ambient was asked for, but there is no Vault token in the environment and ~/.vault-token cannot be read.");
	}
}
/**
* Returns the token in `VAULT_TOKEN`, in `BAO_TOKEN` or in the file `.vault-token` of the folder `home`, read
* once. Its expiry is unknown and therefore set to never. Throws CREDENTIALS_MISSING or CREDENTIALS_FAILED.
*/
function ambientVaultToken(env, home, mask) {
	const read = async () => {
		const text = (VARIABLES.map((name) => env[name] ?? "").find((value) => value !== "") ?? await fileToken(home)).trim();
		if (text === "") throw missing("credentials: ambient was asked for, but the Vault token of this machine is empty.");
		return {
			token: receivedToken(text, "The Vault token of this machine", mask),
			expires: Infinity
		};
	};
	let token;
	return { mint: () => token ??= read() };
}
// packages/vault/src/login-causes.ts
const LOGIN_CAUSES = [
	{
		pattern: /invalid token|bad token/,
		what: "the token is no longer valid",
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
		remedy: "Set bound_subject to the sub of the token; delete the role before writing it again, since fields that are left out remain."
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
		what: "it cannot reach the issuer to fetch its keys",
		remedy: "Run again; let the server reach oidc_discovery_url, or give it the keys as jwt_validation_pubkeys.",
		code: "CREDENTIALS_FAILED",
		retry: true
	},
	{
		pattern: /error verifying token signature|failed to verify (?:id token )?signature/,
		what: "the signature of the token of the job is not from the configured issuer",
		remedy: "Set oidc_discovery_url of the mount to the iss of the token."
	},
	{
		pattern: /permission denied/,
		what: "permission denied, which Vault also says about a path or a namespace that does not exist",
		remedy: "Check vault-auth-path and vault-namespace first, then the policies of the role."
	}
];
// packages/vault/src/causes.ts
/** Causes in the server rather than in the request. */
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
		what: "it redirects to another server, as a standby does, which is not followed, as that server would receive the token",
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
/** Returns the reason for an answer that redirects us: `standby HOST`. */
function standbyReason(status, location) {
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
// packages/vault/src/headers.ts
/** Returns the headers of a call. */
const vaultHeaders = (namespace, token) => ({
	"x-vault-request": "true",
	...namespace === void 0 ? {} : { "x-vault-namespace": namespace },
	...token === void 0 ? {} : { "x-vault-token": token.reveal() }
});
// packages/vault/src/api.ts
/** Returns the `errors` of an answer, sometimes a list over several lines. */
function errorText(body) {
	const { errors } = answeredObject(body);
	return Array.isArray(errors) ? errors.map(String).join("; ") : "";
}
const INVALID_TOKEN = /invalid token|bad token/;
/** Returns the reader of failures. Vault has no reason codes; ours marks a token that is already gone when it is revoked. */
const failureReader = (causes) => ({ status, headers, body }, skew) => {
	const text = errorText(body);
	const told = knownCause([...VAULT_SERVER_CAUSES, ...causes], {
		reason: standbyReason(status, headers["location"]),
		text,
		skew
	});
	return {
		reason: status === HTTP_STATUS.forbidden && INVALID_TOKEN.test(text) ? GONE : void 0,
		told
	};
};
/** Reason for a refusal because the token is no longer valid. */
const GONE = "invalid token";
/** Returns the object that Vault answers; empty for an answer without a body. Throws RequestFailure or JSON_INVALID. */
function postVault(api, call) {
	const { http, address, namespace, clock } = api;
	return requestObject({
		service: "Vault",
		url: below(address, `v1/${call.path}`),
		headers: vaultHeaders(namespace, call.token),
		body: jsonBody(call.body),
		wished: [HTTP_STATUS.ok, HTTP_STATUS.noContent],
		readFailure: failureReader(call.causes ?? []),
		http,
		clock
	});
}
// packages/vault/src/login.ts
const DEFAULT_AUTH_PATH = "jwt";
/** Vault's own default; a token with more than 32 days is not short-lived. */
const MAX_LIFETIME_SECONDS = 2764800;
/** Vault's accessors are letters and digits, with the namespace after a dot. */
const ACCESSOR = /^[A-Za-z0-9]{1,64}(?:\.[A-Za-z0-9]{1,64})?$/;
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
/** Returns the lifetime of a token in seconds; undefined if it is not that of a short-lived token. */
function tokenLifetime({ lease_duration: seconds }) {
	return typeof seconds === "number" && seconds > 0 && seconds <= MAX_LIFETIME_SECONDS ? seconds : void 0;
}
/** Logs in. `remember` receives each issued token, even one that is refused here. */
async function logIn({ api, authPath, options }, remember) {
	const { role, audience, identity, mask, clock } = options;
	const step = `The login at Vault as role "${role}" by auth/${authPath}`;
	const jwt = await identity.mint(audience);
	const asked = clock.now();
	const answer = await postVault(api, {
		path: `auth/${authPath}/login`,
		body: {
			role,
			jwt: jwt.reveal()
		},
		token: void 0,
		causes: LOGIN_CAUSES
	}).catch((error) => {
		throw exchangeError(error, {
			step,
			shown: `The sub of the job is "${shownSubject(jwt)}", its iss "${shownIssuer(jwt)}", the audience "${printable(audience)}".`,
			remedy: "Compare them with the role."
		});
	});
	const auth = isJsonObject(answer["auth"]) ? answer["auth"] : {};
	const token = receivedToken(auth["client_token"], step, mask);
	const given = auth["accessor"];
	const accessor = typeof given === "string" && ACCESSOR.test(given) ? given : void 0;
	const seconds = tokenLifetime(auth);
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
/** Revokes a token. One that is already gone counts as revoked. */
async function revokeSelf(api, { token }) {
	await postVault(api, {
		path: "auth/token/revoke-self",
		body: {},
		token
	}).catch((error) => {
		if (error instanceof RequestFailure && error.status === HTTP_STATUS.forbidden && error.reason === "invalid token") return;
		throw exchangeError(error, {
			step: "Revoking the token of Vault",
			remedy: "Grant update on auth/token/revoke-self; until then the token lives to its end."
		});
	});
}
/** Waits for all, then throws the first failure: one token that remains must not keep the others alive. */
async function settled(actions) {
	await Promise.allSettled(actions);
	await Promise.all(actions);
}
function openSession(login) {
	const { api, options } = login;
	let issued = [];
	const pending = /* @__PURE__ */ new Set();
	const logInAndRemember = async () => {
		const one = logIn(login, (token) => void issued.push(token));
		pending.add(one);
		try {
			return await one;
		} finally {
			pending.delete(one);
		}
	};
	let tokens = renewing(logInAndRemember, options.clock);
	return {
		mint: () => tokens.mint(),
		revoke: async () => {
			await Promise.allSettled(pending);
			const living = issued.filter(({ accessor, expires }) => accessor !== void 0 && expires > options.clock.now());
			issued = [];
			tokens = renewing(logInAndRemember, options.clock);
			await settled(living.map((token) => revokeSelf(api, token)));
		}
	};
}
/**
* Gets Vault tokens for the job. One login serves concurrent callers; a token is replaced a minute before
* its end. Throws INPUT_INVALID at once; `mint` throws CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what
* `identity` throws.
*/
function vaultLogin(options) {
	return openSession(prepare(options));
}
/**
* Revokes the token of `accessor`, which an earlier process of the job received and could not revoke. If
* Vault does not know the accessor, the token is gone. Throws INPUT_INVALID, CREDENTIALS_REFUSED,
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
// packages/vault/src/key-client.ts
function requiredAddress({ address }) {
	if (address !== void 0) return address;
	throw new ClawError("INPUT_MISSING", "Input vault-address is empty.", { remedy: "Name the server that holds the key." });
}
function loginOptions(inputs, { identity, mask, clock, borrowed }) {
	const address = requiredAddress(inputs);
	const { namespace, authPath, role, audience, tls } = inputs;
	if (role === void 0) throw credentialsMissing("vault-role", "role of the JWT login");
	return {
		address,
		namespace,
		authPath,
		role,
		audience: audience ?? address.origin,
		tls,
		identity,
		mask,
		clock,
		issued: borrowed
	};
}
/** For a key that is still being opened while the step ends, which no longer waits for it. */
const sessionEnded = () => new ClawError("CREDENTIALS_FAILED", "The session with Vault has ended.");
/** Returns tokens, and the way to revoke them. The machine's own token belongs to someone else. */
function login(inputs, job) {
	if (job.credentials === "ambient") {
		const { environment, home } = job.machine;
		return {
			tokens: ambientVaultToken(environment, home, job.mask),
			revoke: nothingBorrowed
		};
	}
	const session = vaultLogin(loginOptions(inputs, job));
	let hasEnded = false;
	return {
		tokens: { mint: () => hasEnded ? Promise.reject(sessionEnded()) : session.mint() },
		revoke: () => {
			hasEnded = true;
			return session.revoke();
		}
	};
}
/** Returns the client of the job's keys. One login serves all of them. */
function connect(inputs, job) {
	const address = requiredAddress(inputs);
	const { tokens, revoke } = login(inputs, job);
	const { namespace, transitPath: mount, tls } = inputs;
	const options = {
		address,
		namespace,
		mount,
		tls,
		tokens,
		clock: job.clock
	};
	return {
		open: async (uri, algorithm) => {
			const { vaultKeyService } = await import("./vault-signing.mjs");
			return vaultKeyService(options).open(uri, algorithm);
		},
		publicKey: async (uri, wanted) => {
			const { vaultPublicKey } = await import("./vault-public-key.mjs");
			return vaultPublicKey(options)(uri, wanted);
		},
		[Symbol.asyncDispose]: revoke
	};
}
/** Revokes a token of an earlier process of the job, by its accessor. */
const giveBack = (inputs, accessor, job) => revokeByAccessor(loginOptions(inputs, job), accessor);
export { VAULT_SERVER_CAUSES, connect, giveBack, standbyReason, vaultHeaders };
