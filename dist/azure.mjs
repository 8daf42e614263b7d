import "./rolldown-runtime.mjs";
import { ClawError, Token, bearer, credentialsMissing, isJsonObject, nothingBorrowed, parseJson, printable } from "./core.mjs";
import { MACHINE_MS, RequestFailure, agentsFor, answeredObject, below, boundedBytes, exchangeError, formBody, knownCause, maskingOnce, oauthError, receivedToken, renewing, requestObject, retryAfter, shownIssuer, shownSubject, within } from "./net.mjs";
import { azureKeyName, parseClientId, parseTenantId } from "./start.mjs";
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
/** Returns the cloud of the key vault or managed HSM at `host`. Throws KEY_URI_INVALID for a host outside Azure. */
function azureCloudAt(host) {
	const suffix = /^[a-z0-9-]{3,64}\.(?<suffix>[a-z0-9.-]+)$/.exec(host)?.groups?.["suffix"];
	const cloud = suffix === void 0 ? void 0 : CLOUDS.get(suffix);
	if (cloud !== void 0) return cloud;
	throw new ClawError("KEY_URI_INVALID", `"${printable(host)}" is no host of Azure Key Vault; the host of a key URI is NAME and one of ${[...CLOUDS.keys()].join(", ")}.`);
}
const ENTRA_CAUSES = [
	{
		pattern: /\bAADSTS7002138\b/,
		what: "a federated credential has this subject with other letter case",
		remedy: "Write owner, repository and environment in the federated credential with the letter case of the token."
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
		what: "the token is not valid at this time",
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
		what: "it received a client secret that is wrong or has expired",
		remedy: "Use the federated credential of the job instead of a secret."
	},
	{
		pattern: /\bAADSTS(?:7000112|7000113|700005)\b/,
		what: "the application is disabled",
		remedy: "Have the administrator of the tenant enable it."
	},
	{
		pattern: /\bAADSTS5300[0-9]\b/,
		what: "conditional access blocks the application at the location of the runner",
		remedy: "Have the administrator of the tenant admit the application from the network of the runner.",
		code: "SERVICE_REFUSED"
	},
	{
		pattern: /\bAADSTS(?:90033|90006)\b|\btemporarily_unavailable\b/,
		what: "it has a temporary problem",
		remedy: "Run again later.",
		code: "CREDENTIALS_FAILED",
		retry: true
	}
];
// packages/azure/src/federation.ts
/** Entra ID issues tokens for at most a day. */
const MAX_LIFETIME_MS = 864e5;
const STEP = "The login at Microsoft Entra ID";
/** Reads the token. `expires` is counted from before the request, so that the token never seems to outlive it. */
function readToken(answer, asked, mask) {
	const { access_token: accessToken, expires_in: seconds, token_type: type } = answer;
	const token = receivedToken(accessToken, STEP, mask);
	if (typeof type !== "string" || type.toLowerCase() !== "bearer") throw new ClawError("CREDENTIALS_FAILED", `${STEP} gave no bearer token.`);
	if (typeof seconds !== "number" || !(seconds > 0) || seconds * 1e3 > MAX_LIFETIME_MS) throw new ClawError("CREDENTIALS_FAILED", `${STEP} gave a token without a usable lifetime.`);
	return {
		token,
		expires: asked + seconds * 1e3
	};
}
/** Reads a failure. Entra ID puts a code for the cause at the start of its text, which may quote the token. */
const readFailure = ({ body }, skew) => {
	const { reason: word, text } = oauthError(answeredObject(body));
	const reason = /^AADSTS[0-9]{4,9}(?=:)/.exec(text ?? "")?.[0] ?? word;
	return {
		reason,
		told: knownCause(ENTRA_CAUSES, {
			reason,
			text,
			skew
		})
	};
};
async function logIn(options) {
	const { tenantId, clientId, scope, audience, loginEndpoint, identity, mask, clock } = options;
	const assertion = await identity.mint(audience);
	const asked = clock.now();
	return readToken(await requestObject({
		url: below(loginEndpoint, `${tenantId}/oauth2/v2.0/token`),
		body: formBody({
			client_id: clientId,
			scope,
			grant_type: "client_credentials",
			client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
			client_assertion: assertion.reveal()
		}),
		readFailure,
		clock
	}).catch((error) => {
		throw exchangeError(error, {
			step: `${STEP} as application ${clientId}`,
			shown: `The sub of the job is "${shownSubject(assertion)}", its iss "${shownIssuer(assertion)}".`,
			remedy: `Compare them with the federated credentials of the application ${clientId}.`
		});
	}), asked, mask);
}
/**
* Gets access tokens for the job. One login serves concurrent callers; a token is renewed a minute before its
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
// packages/azure/src/key-client.ts
function accessTokens({ tenantId, clientId, loginEndpoint }, { credentials, identity, mask, clock }, uri) {
	if (credentials === "ambient") return "ambient";
	if (tenantId === void 0 || clientId === void 0) throw credentialsMissing("azure-tenant-id or azure-client-id", "application");
	const { scope, audience, login } = azureCloudAt(azureKeyName(uri).host);
	return azureFederation({
		tenantId,
		clientId,
		scope,
		audience,
		loginEndpoint: loginEndpoint ?? new URL(login),
		identity,
		mask,
		clock
	});
}
/** Returns the client of the job's keys. */
function connect(inputs, job) {
	const optionsFor = (uri) => ({
		endpoint: job.endpoint,
		tokens: accessTokens(inputs, job, uri),
		mask: job.mask,
		clock: job.clock
	});
	return {
		open: async (uri, algorithm) => {
			const options = optionsFor(uri);
			const { azureKeyService } = await import("./azure-signing.mjs");
			return azureKeyService(options).open(uri, algorithm);
		},
		publicKey: async (uri, wanted) => {
			const options = optionsFor(uri);
			const { azurePublicKey } = await import("./azure-public-key.mjs");
			return azurePublicKey(options)(uri, wanted);
		},
		[Symbol.asyncDispose]: nothingBorrowed
	};
}
// packages/azure/src/own-agent.ts
/** Returns a policy that sets the agent of each request, whatever the library chose before. */
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
/** Errors of the libraries when none of their sources has credentials. */
const ABSENT = /* @__PURE__ */ new Set(["CredentialUnavailableError", "AggregateAuthenticationError"]);
/** Makes a new error: the library's own may quote the answer of a token service. */
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
		return bearer(Token.receive(token, hide));
	};
}
/** Returns the authorization by `tokens`, or by what the machine has for `scope`. */
function callAuthorization(tokens, scope, mask) {
	if (tokens === "ambient") return ambient(scope, mask);
	return async () => bearer((await tokens.mint()).token);
}
// packages/azure/src/pipeline.ts
/** Above any public key, signature or error of the API. */
const MAX_ANSWER_BYTES = 262144;
/** Reads the body. The client's stream yields text only if an encoding is set, and none is. */
async function* bodyChunks({ readableStreamBody }) {
	for await (const chunk of readableStreamBody ?? []) yield Buffer.from(chunk);
}
function isObject(body) {
	try {
		return isJsonObject(parseJson(body, "The answer"));
	} catch {
		return false;
	}
}
const bareWord = (value) => typeof value === "string" && /^[A-Za-z]{1,40}$/.test(value) ? value : void 0;
/** Adds the number, which alone tells what is wrong with a token: `AKV10032: Invalid issuer. …` */
function numberedWord(word, message) {
	const number = typeof message === "string" ? /^AKV[0-9]{4,6}(?=:)/.exec(message)?.[0] : void 0;
	return number === void 0 ? void 0 : `${word ?? "refused"} (${number})`;
}
/** Reads `{"error":{"code":"Forbidden","message":"…","innererror":{"code":"KeyDisabled"}}}` */
function answerFailure(response, body, clock) {
	const error = answeredObject(body)["error"];
	const { code, message, innererror } = isJsonObject(error) ? {
		code: error["code"],
		message: error["message"],
		innererror: error["innererror"]
	} : {};
	const inner = isJsonObject(innererror) ? bareWord(innererror["code"]) : void 0;
	return new RequestFailure({
		status: response.status,
		reason: numberedWord(bareWord(code), message) ?? inner ?? bareWord(code),
		details: typeof message === "string" ? message : void 0,
		after: retryAfter(response.headers.get("retry-after"), clock)
	});
}
/** Returns the policies of one client. */
function keyVaultPolicies(clock) {
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
					const { status } = response;
					const tooLarge = () => new RequestFailure({
						status,
						reason: "TooLarge"
					});
					const body = await boundedBytes(bodyChunks(response), MAX_ANSWER_BYTES, tooLarge);
					if (status !== 200) throw answerFailure(response, body, clock);
					if (!isObject(body)) throw new RequestFailure({
						status,
						reason: "Malformed"
					});
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
export { azureCloudAt, callAuthorization, connect, keyVaultPolicies };
