import { __name, __toESM } from "./rolldown-runtime.mjs";
import { CONNECTION_CAUSES, ClawError, GOOGLE_CAUSES, HttpFailure, MACHINE_MS, VAULT_SERVER_CAUSES, agentsFor, awsKeyName, boundedBytes, causeOf, clockSkew, connectionWord, googleReasons, httpClient, isJsonObject, isTransientStatus, maskingOnce, parseJson, parseVaultPath, printable, retryAfter, standbyOf, tlsAgent, withRetry, within } from "./core.mjs";
import { join } from "node:path";
import { open } from "node:fs/promises";
// packages/identity/src/aws-causes.ts
const STS_CAUSES$1 = [
	{
		pattern: /Couldn't retrieve verification key from your identity provider/,
		what: "it does not get the keys of the issuer",
		remedy: "Run again; where the issuer is not public, AWS cannot use it.",
		code: "CREDENTIALS_FAILED",
		retry: true
	},
	{
		pattern: /^IDPCommunicationError/,
		what: "it does not reach the issuer",
		remedy: "Run again; where the issuer is not public, AWS cannot use it.",
		code: "CREDENTIALS_FAILED",
		retry: true
	},
	{
		pattern: /No OpenIDConnect provider found/,
		what: "the account of the role has no identity provider for this issuer",
		remedy: "Create the identity provider in IAM of that account, and check the account in aws-role."
	},
	{
		pattern: /Incorrect token audience/,
		what: "the audience of the token is none of the identity provider",
		remedy: "Set aws-audience to one of its client ids, or add the audience to them."
	},
	{
		pattern: /^ExpiredToken|Token (?:is )?expired|token is not yet valid/i,
		what: "the token is not within its time",
		remedy: "Run again for a new token.",
		clock: true
	},
	{
		pattern: /^IDPRejectedClaim/,
		what: "the issuer has a claim of the token for invalid",
		remedy: "Run again for a new token, and check the identity provider in IAM."
	},
	{
		pattern: /exceeds the MaxSessionDuration/,
		what: "the role allows only shorter sessions",
		remedy: "Raise the maximum session duration of the role."
	},
	{
		pattern: /^PackedPolicyTooLarge/,
		what: "the policy of the session, which names the one key, and the session tags together are too large",
		remedy: "Name the key by its ARN or by a shorter alias, and let the token carry fewer session tags."
	},
	{
		pattern: /^MalformedPolicyDocument/,
		what: "it does not take the policy that narrows the session to the key",
		remedy: "Check that the key URI names a key of the partition of the role."
	},
	{
		pattern: /^RegionDisabled/,
		what: "STS is not activated in the region of the key",
		remedy: "Activate the region for STS in the account settings of IAM, or name the endpoint of another one in aws-sts-endpoint.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /^InvalidClientTokenId/,
		what: "it does not know the credentials: they are wrong, disabled, or of another partition",
		remedy: "Check the partition of aws-role and the region of the key."
	},
	{
		pattern: /^(?:Throttling|RequestLimitExceeded|TooManyRequests)/,
		what: "the rate of requests of the account is used up",
		remedy: "Run again later.",
		code: "CREDENTIALS_FAILED",
		retry: true
	},
	{
		pattern: /^AccessDenied/,
		what: "the trust policy of the role does not fit the token, or there is no such role",
		remedy: "Compare sub and aud, letter by letter, with the trust policy of the role; the sub of a newer repository has ids in it."
	}
];
// packages/identity/src/exchange.ts
const MAX_ANSWER_BYTES$2 = 262144;
const ATTEMPT_MS$2 = 1e4;
const http = httpClient();
/** A request that was not answered with a JSON object and status 200. Holds neither headers nor bodies. */
var ExchangeFailure = class extends Error {
	status;
	/** The service's own error code, such as `invalid_grant`; a short word or nothing. */
	reason;
	after;
	/** What the answer tells of its cause; undefined where only status and reason are known. */
	told;
	/** Whether another try may end otherwise. */
	passes;
	constructor(status, reason, after, { told, passes } = {}) {
		super(`status ${status ?? "none"}`);
		this.name = "ExchangeFailure";
		this.status = status;
		this.reason = reason;
		this.after = after;
		this.told = told;
		this.passes = told?.retry ?? passes ?? (status === void 0 || isTransientStatus(status));
	}
	/** Whether the service said no, as opposed to failing. */
	get refused() {
		return this.status !== void 0 && this.status >= 400 && this.status < 500 && !this.passes;
	}
};
/** A request that got no answer. */
const withoutAnswer = (failure) => new ExchangeFailure(void 0, failure.reason, void 0, {
	told: causeOf(CONNECTION_CAUSES, failure),
	passes: failure.transient
});
/** Entra ID tells its causes apart by a code at the head of a text, which may quote the token. */
const entraCode = (description) => typeof description === "string" ? /^AADSTS[0-9]{4,9}(?=:)/.exec(description)?.[0] : void 0;
const textOf$1 = /* @__PURE__ */ __name((value) => typeof value === "string" ? value : void 0, "textOf");
/** `{"error":"invalid_grant"}` of OAuth, `{"error":{"status":"PERMISSION_DENIED"}}` of Google. Only a bare word is shown. */
function errorIn(body) {
	const unknown = {
		reason: void 0,
		text: void 0
	};
	try {
		const answer = parseJson(body, "The answer");
		if (!isJsonObject(answer)) return unknown;
		const { error, error_description: description } = answer;
		if (isJsonObject(error)) {
			const reason = [textOf$1(error["status"]) ?? "", googleReasons(error["details"]) ?? ""].join(" ").trim();
			return {
				reason: /^[A-Z_ ]{1,160}$/.test(reason) ? reason : void 0,
				text: textOf$1(error["message"])
			};
		}
		const word = entraCode(description) ?? error;
		return {
			reason: typeof word === "string" && /^(?:[A-Za-z_]{1,40}|AADSTS[0-9]{4,9})$/.test(word) ? printable(word) : void 0,
			text: textOf$1(description)
		};
	} catch {
		return unknown;
	}
}
async function post$1({ url, headers, body, causes, clock }, budget) {
	const answer = await http(url, {
		method: "POST",
		headers: {
			accept: "application/json",
			...headers
		},
		body,
		timeout: Math.min(budget, ATTEMPT_MS$2),
		maxBytes: MAX_ANSWER_BYTES$2
	}).catch((error) => {
		throw error instanceof HttpFailure ? withoutAnswer(error) : error;
	});
	if (answer.status !== 200) {
		const { reason, text } = errorIn(answer.body);
		const skew = clockSkew(answer.headers["date"], clock);
		const after = retryAfter(answer.headers["retry-after"], clock);
		throw new ExchangeFailure(answer.status, reason, after, { told: causeOf(causes, {
			reason,
			text,
			skew
		}) });
	}
	const document = parseJson(answer.body, `The answer of ${url.host}`);
	if (!isJsonObject(document)) throw new ExchangeFailure(answer.status, "no object", void 0);
	return document;
}
__name(post$1, "post");
function postRetried(sent) {
	const classify = (error) => error instanceof ExchangeFailure ? {
		retry: error.passes,
		after: error.after,
		why: `${sent.url.host} answers ${error.status === void 0 ? error.reason : error.message}`
	} : { retry: false };
	return withRetry((budget) => post$1(sent, budget), classify, sent.clock);
}
/** Throws ExchangeFailure, or JSON_INVALID for an answer that is not JSON. */
function postJson({ url, body, bearer, causes, clock }) {
	return postRetried({
		url,
		headers: {
			"content-type": "application/json",
			...bearer === void 0 ? {} : { authorization: `Bearer ${bearer}` }
		},
		body: JSON.stringify(body),
		causes,
		clock
	});
}
/** Throws as postJson. */
function postForm({ url, form, causes, clock }) {
	return postRetried({
		url,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		body: new URLSearchParams(form).toString(),
		causes,
		clock
	});
}
// packages/identity/src/aws-client.ts
/** Above any session that STS gives. */
const MAX_ANSWER_BYTES$1 = 262144;
const collectAnswer = async (stream) => new Uint8Array(await boundedBytes(stream, MAX_ANSWER_BYTES$1, () => /* @__PURE__ */ new Error("The answer is larger than any that is expected.")));
/** Each of these would otherwise be a variable or a line of a profile. */
const NOTHING_LOOKED_UP = {
	useDualstackEndpoint: false,
	useFipsEndpoint: false,
	authSchemePreference: ["smithy.api#noAuth"],
	defaultsMode: "standard",
	retryMode: "standard",
	maxAttempts: 1,
	userAgentAppId: "open-claw"
};
/** Where STS is in a region, in the partition that the client knows for it. */
async function awsStsEndpoint(region) {
	const { STSClient: Client } = await import("./load-aws-sdk-client-sts.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const { config } = new Client({
		...NOTHING_LOOKED_UP,
		region
	});
	const options = {
		Region: region,
		UseFIPS: false,
		UseDualStack: false,
		UseGlobalEndpoint: false
	};
	return config.endpointProvider(options).url;
}
/** The client for a region; without `endpoint` it asks the one of the region, in the partition of the region. */
async function openSts(region, endpoint) {
	const { STSClient: Client } = await import("./load-aws-sdk-client-sts.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const target = endpoint ?? await awsStsEndpoint(region);
	return new Client({
		...NOTHING_LOOKED_UP,
		region,
		endpoint: target.href,
		requestHandler: { httpsAgent: tlsAgent(target) },
		streamCollector: collectAnswer
	});
}
function noAnswer(error) {
	const reason = connectionWord(error);
	return new ExchangeFailure(void 0, reason, void 0, { told: causeOf(CONNECTION_CAUSES, { reason }) });
}
const headerOf = (headers, name) => {
	const value = isJsonObject(headers) ? headers[name] : void 0;
	return typeof value === "string" ? value : void 0;
};
function failureOf$1({ statusCode: status, headers }, { name, message }, clock) {
	if (typeof status !== "number") return noAnswer(void 0);
	if (status < 300) return new ExchangeFailure(status, "cut or malformed", void 0);
	const reason = /^[A-Za-z]{1,64}$/.test(name) ? name : void 0;
	const skew = clockSkew(headerOf(headers, "date"), clock);
	return new ExchangeFailure(status, reason, retryAfter(headerOf(headers, "retry-after"), clock), { told: causeOf(STS_CAUSES$1, {
		reason,
		text: message,
		skew
	}) });
}
__name(failureOf$1, "failureOf");
/** The client's own error holds the answer and may quote the request: status and name alone are shown. */
function stsFailure(error, clock) {
	if (!(error instanceof Error && "$response" in error)) return noAnswer(error);
	const { $response: response } = error;
	return isJsonObject(response) ? failureOf$1(response, error, clock) : noAnswer(error);
}
/** Whether to ask again after `failure`: an answer that cannot be read was cut on its way. */
const stsRetry = ({ status, reason, after, passes, message }) => ({
	retry: passes || status !== void 0 && status < 300,
	after,
	why: `STS answers ${status === void 0 ? reason ?? "nothing in time" : message}`
});
// packages/identity/src/aws-policy.ts
const ROLE$1 = /^arn:(?<partition>aws[a-z-]{0,20}):iam::(?<account>[0-9]{12}):role\/(?:[\w+=,.@-]{1,64}\/){0,8}[\w+=,.@-]{1,64}$/;
/** Throws INPUT_INVALID. */
function parseRole(text, input) {
	const groups = ROLE$1.exec(text)?.groups;
	if (groups !== void 0) return {
		arn: text,
		partition: groups["partition"] ?? "",
		account: groups["account"] ?? ""
	};
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not arn:aws:iam::ACCOUNT:role/NAME.`);
}
/** The ARN of a role. Throws INPUT_INVALID. */
const parseRoleArn = (text, input) => parseRole(text, input).arn;
const READ = ["kms:GetPublicKey", "kms:DescribeKey"];
const ACTIONS = {
	sign: ["kms:Sign", ...READ],
	verify: READ
};
/**
* What a URI says of its key. A key ARN names it whole. A key id is one of the account of the role: one of
* another account has to be named by its ARN. An alias is no resource that a policy could name, so any key
* of the account will do that bears the alias. kms:RequestAlias would not: we sign by the ARN that the
* alias meant at first, and a request by ARN has no request alias.
*/
function scopeOf(key, region, { partition, account }) {
	const place = `arn:${partition}:kms:${region}:${account}`;
	if (key.startsWith("alias/")) return {
		resource: `${place}:key/*`,
		alias: key
	};
	if (!key.startsWith("arn:")) return { resource: `${place}:key/${key}` };
	const at = key.indexOf(":alias/");
	return at === -1 ? { resource: key } : {
		resource: `${key.slice(0, at)}:key/*`,
		alias: key.slice(at + 1)
	};
}
/** The session policy for the one key, JSON. */
function keyPolicy(uri, region, role, use) {
	const { resource, alias } = scopeOf(awsKeyName(uri).key, region, role);
	const condition = alias === void 0 ? {} : { Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [alias] } } };
	return JSON.stringify({
		Version: "2012-10-17",
		Statement: [{
			Effect: "Allow",
			Action: ACTIONS[use],
			Resource: [resource],
			...condition
		}]
	});
}
// packages/identity/src/failure.ts
function claimOf(token, name) {
	try {
		const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
		const claim = isJsonObject(payload) ? payload[name] : void 0;
		return typeof claim === "string" ? printable(claim) : "unknown";
	} catch {
		return "unknown";
	}
}
/** The sub of our own token, for the message that a person compares with the trust condition. */
const subjectOf = (token) => claimOf(token, "sub");
/** Its iss, which is another one for each GitHub instance. */
const issuerOf = (token) => claimOf(token, "iss");
/** `status 400, invalid_grant: the cause` */
function answerOf({ status, reason, told }) {
	const shown = [status === void 0 ? "no answer" : `status ${status}`, reason].filter((word) => word !== void 0).join(", ");
	return told === void 0 ? `(${shown})` : `(${shown}): ${told.what}`;
}
const refusal = (error, { step, shown = "", remedy }) => new ClawError(error.told?.code ?? "CREDENTIALS_REFUSED", `${step} was refused ${answerOf(error)}. ${shown}`.trimEnd(), { remedy: error.told?.remedy ?? remedy });
/** CREDENTIALS_REFUSED where the service said no, CREDENTIALS_FAILED where it failed, or the code of the cause that it names. */
function exchangeError(error, asked) {
	const { step } = asked;
	if (!(error instanceof ExchangeFailure)) return new ClawError("CREDENTIALS_FAILED", `${step} failed: the answer is not JSON.`);
	if (error.refused) return refusal(error, asked);
	const { code = "CREDENTIALS_FAILED", remedy } = error.told ?? {};
	return new ClawError(code, `${step} failed ${answerOf(error)}.`, { remedy });
}
/** A token out of an answer, masked before anything else looks at it. */
function maskedToken(value, step, mask) {
	if (typeof value === "string" && value !== "") mask(value);
	if (typeof value !== "string" || !/^[\x21-\x7e]{1,16384}$/.test(value)) throw new ClawError("CREDENTIALS_FAILED", `${step} gave no token.`);
	return value;
}
// packages/identity/src/renewal.ts
const RENEW_BEFORE_MS = 6e4;
/**
* One exchange serves concurrent callers; what it gave is renewed a minute before its end, or at half of a
* life that is short. A failure is not kept: the next caller tries again.
*/
function renewing(exchange, clock) {
	let known;
	let renewAt = 0;
	let pending;
	const renew = async () => {
		const asked = clock.now();
		try {
			known = await exchange();
			renewAt = known.expires - Math.min(RENEW_BEFORE_MS, (known.expires - asked) / 2);
			return known;
		} finally {
			pending = void 0;
		}
	};
	return { mint: async () => {
		if (known !== void 0 && clock.now() < renewAt) return known;
		pending ??= renew();
		return pending;
	} };
}
// packages/identity/src/aws.ts
/** What the identity provider in IAM is usually made for; in China it is `sts.amazonaws.com.cn`. */
const AWS_AUDIENCE = "sts.amazonaws.com";
/** The shortest that the API gives, in seconds: signing takes less. */
const LIFETIME = 900;
const ATTEMPT_MS$1 = 1e4;
const STEP$1 = "The token exchange with AWS";
/** Where STS is asked. Throws INPUT_MISSING or INPUT_INVALID. */
function regionOf(uri, input) {
	const { key, region: named } = awsKeyName(uri);
	const region = named ?? input;
	if (region === void 0) throw new ClawError("INPUT_MISSING", `Input aws-region is empty, and ${key} does not name its region.`);
	if (/^[a-z]{2,8}(?:-[a-z0-9]{1,16}){2,4}$/.test(region)) return region;
	throw new ClawError("INPUT_INVALID", `Input aws-region: "${printable(region)}" is not a region.`);
}
/** `RoleSessionName`: 2 to 64 of the characters that it may have. */
const sessionName = (runId) => `open-claw-${runId.replace(/[^\w+=,.@-]/g, "-")}`.slice(0, 64);
async function assumeRole({ role, region, client }, options, token) {
	const { key, runId, clock, use = "sign" } = options;
	const { AssumeRoleWithWebIdentityCommand } = await import("./load-aws-sdk-client-sts.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const opened = await client();
	const attempt = async (budget) => {
		const command = new AssumeRoleWithWebIdentityCommand({
			RoleArn: role.arn,
			RoleSessionName: sessionName(runId),
			WebIdentityToken: token,
			Policy: keyPolicy(key, region, role, use),
			DurationSeconds: LIFETIME
		});
		try {
			const abortSignal = AbortSignal.timeout(Math.min(budget, ATTEMPT_MS$1));
			return await opened.send(command, { abortSignal });
		} catch (error) {
			throw stsFailure(error, clock);
		}
	};
	const hint = (error) => error instanceof ExchangeFailure ? stsRetry(error) : { retry: false };
	return withRetry(attempt, hint, clock);
}
/** The credentials of an answer, each masked before anything else looks at it. `asked` in milliseconds since the epoch. */
function readSession({ Credentials: given }, asked, { mask, clock }) {
	const secretAccessKey = maskedToken(given?.SecretAccessKey, STEP$1, mask);
	const sessionToken = maskedToken(given?.SessionToken, STEP$1, mask);
	const accessKeyId = maskedToken(given?.AccessKeyId, STEP$1, mask);
	const end = given?.Expiration?.getTime() ?? NaN;
	if (!(end > clock.now())) throw new ClawError("CREDENTIALS_FAILED", `${STEP$1} gave a session without a usable lifetime.`);
	return {
		accessKeyId,
		secretAccessKey,
		sessionToken,
		expires: Math.min(end, asked + LIFETIME * 1e3)
	};
}
async function exchange(one, options) {
	const { audience, identity, clock } = options;
	const token = await identity.mint(audience);
	const asked = clock.now();
	return readSession(await assumeRole(one, options, token).catch((error) => {
		throw exchangeError(error, {
			step: `${STEP$1} for ${one.role.arn}`,
			shown: `The sub of the job is "${subjectOf(token)}", its iss "${issuerOf(token)}", its audience "${printable(audience)}".`,
			remedy: `Compare them with the trust policy of ${one.role.arn}.`
		});
	}), asked, options);
}
/**
* Sessions of the role, narrowed to the one key. One exchange serves concurrent callers; a session is
* renewed a minute before its end. Throws INPUT_INVALID or INPUT_MISSING at once; `mint` throws
* CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what `identity` throws.
*/
function awsWebIdentity(options) {
	const role = parseRole(options.role, "aws-role");
	const region = regionOf(options.key, options.region);
	let opened;
	const client = () => {
		opened ??= openSts(region, options.stsEndpoint);
		return opened;
	};
	return renewing(() => exchange({
		role,
		region,
		client
	}, options), options.clock);
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
// packages/identity/src/azure.ts
/** Entra ID gives a day at most. */
const MAX_LIFETIME_MS$1 = 864e5;
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
	if (typeof seconds !== "number" || !(seconds > 0) || seconds * 1e3 > MAX_LIFETIME_MS$1) throw new ClawError("CREDENTIALS_FAILED", `${STEP} gave a token without a usable lifetime.`);
	return {
		token,
		expires: asked + seconds * 1e3
	};
}
async function logIn$1(options) {
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
__name(logIn$1, "logIn");
/**
* Access tokens for the job. One login serves concurrent callers; a token is renewed a minute before its
* end, with a new token of the job. Throws CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what `identity`
* throws.
*/
function azureFederation(options) {
	const tenantId = parseTenantId(options.tenantId, "azure-tenant-id");
	const clientId = parseClientId(options.clientId, "azure-client-id");
	return renewing(() => logIn$1({
		...options,
		tenantId,
		clientId
	}), options.clock);
}
// packages/identity/src/google-causes.ts
const STS_CAUSES = [
	{
		pattern: /issuer in ID Token .* does not match the expected/,
		what: "the issuer of the token is not the one of the provider",
		remedy: "Set issuerUri of the provider to the iss of the token, to the letter and without a slash at its end."
	},
	{
		pattern: /size of mapped attribute exceeds/,
		what: "google.subject is mapped to something longer than 127 bytes",
		remedy: "Map a shorter claim to google.subject, such as repository_id or run_id."
	},
	{
		pattern: /rejected by the attribute condition/,
		what: "the attribute condition of the provider is false for the token",
		remedy: "Compare the claims of the token with the attribute condition of the provider."
	},
	{
		pattern: /is stale to sign-in|Token used too (?:early|late)|reasonable timeframe|token (?:is )?expired/i,
		what: "the token is older than it may be",
		remedy: "Run again for a new token.",
		clock: true
	},
	{
		pattern: /Error connecting to the given credential's issuer/,
		what: "it does not reach the issuer for its keys",
		remedy: "Run again; where the issuer is not public, upload its JWKS to the provider.",
		code: "CREDENTIALS_FAILED",
		retry: true
	},
	{
		pattern: /audience in ID Token .* does not match|does not match the allowed audiences/i,
		what: "the audience of the token is none of the provider",
		remedy: "Leave the allowed audiences of the provider at their default."
	},
	{
		pattern: /\binvalid_target\b/,
		what: "there is no such provider, or it is disabled or deleted",
		remedy: "Correct workload-identity-provider, whose number is that of the project, or enable the provider."
	},
	...GOOGLE_CAUSES
];
const IAM_CAUSES = [
	{
		pattern: /Request contains an invalid argument/,
		what: "the scope or the lifetime that was asked for is none that it gives",
		remedy: "Check iam-endpoint: what was asked for is one scope and 300 s, which Google gives."
	},
	{
		pattern: /iam\.serviceAccounts\.getAccessToken|The caller does not have permission|\bIAM_PERMISSION_DENIED\b/,
		what: "the identity of the job may not act as the service account, or there is no such account",
		remedy: "Grant roles/iam.workloadIdentityUser on it to the principalSet of the job, and map the attribute that this names, such as attribute.repository."
	},
	{
		pattern: /\bACCESS_TOKEN_(?:EXPIRED|TYPE_UNSUPPORTED)\b|invalid authentication credentials/,
		what: "it does not take the token of the exchange, or not any more",
		remedy: "Run again for a new token; if it repeats, check that sts-endpoint and iam-endpoint are of one cloud."
	},
	...GOOGLE_CAUSES
];
// packages/identity/src/google.ts
/** Where Google exchanges tokens of others for its own. */
const GOOGLE_STS_ENDPOINT = "https://sts.googleapis.com";
/** Where Google issues tokens of service accounts. */
const GOOGLE_IAM_ENDPOINT = "https://iamcredentials.googleapis.com";
/** As short as the API allows to be useful: signing takes seconds. */
const IMPERSONATION_LIFETIME = "300s";
/** Enough to impersonate, and to do nothing else: the token in between never needs more. */
const IMPERSONATION_SCOPE = "https://www.googleapis.com/auth/iam";
const MAX_LIFETIME_MS = 432e5;
const PROVIDER = /^projects\/[0-9]{1,20}\/locations\/global\/workloadIdentityPools\/[a-z0-9-]{4,32}\/providers\/[a-z0-9-]{4,32}$/;
const SERVICE_ACCOUNT = /^[a-z0-9-]{1,63}@[a-z0-9.-]{1,128}\.gserviceaccount\.com$/;
/** The resource name of a provider. Throws INPUT_INVALID. */
function parseWorkloadIdentityProvider(text, input) {
	if (PROVIDER.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.`);
}
/** The address of a service account. Throws INPUT_INVALID. */
function parseServiceAccount(text, input) {
	if (SERVICE_ACCOUNT.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not the e-mail address of a service account.`);
}
/** The address of `path` below an endpoint, which may have a path of its own. */
const below = (endpoint, path) => new URL(`${endpoint.href.replace(/\/+$/, "")}/${path}`);
async function federate(options) {
	const { provider, stsEndpoint, identity, mask, clock, serviceAccount, scope } = options;
	const step = "The token exchange with Google";
	const subjectToken = await identity.mint(`https://iam.googleapis.com/${provider}`);
	const subject = subjectOf(subjectToken);
	const request = {
		audience: `//iam.googleapis.com/${provider}`,
		grantType: "urn:ietf:params:oauth:grant-type:token-exchange",
		requestedTokenType: "urn:ietf:params:oauth:token-type:access_token",
		scope: serviceAccount === void 0 ? scope : IMPERSONATION_SCOPE,
		subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
		subjectToken
	};
	const asked = clock.now();
	const { access_token: accessToken, expires_in: seconds, token_type: type } = await postJson({
		url: below(stsEndpoint, "v1/token"),
		body: request,
		bearer: void 0,
		causes: STS_CAUSES,
		clock
	}).catch((error) => {
		throw exchangeError(error, {
			step,
			shown: `The sub of the job is "${subject}", its iss "${issuerOf(subjectToken)}".`,
			remedy: `Compare them with the condition of ${provider}.`
		});
	});
	const token = maskedToken(accessToken, step, mask);
	if (typeof type !== "string" || type.toLowerCase() !== "bearer") throw new ClawError("CREDENTIALS_FAILED", `${step} gave no bearer token.`);
	if (typeof seconds !== "number" || !(seconds > 0) || seconds * 1e3 > MAX_LIFETIME_MS) throw new ClawError("CREDENTIALS_FAILED", `${step} gave a token without a usable lifetime.`);
	return {
		token,
		expires: asked + seconds * 1e3,
		subject
	};
}
/** Milliseconds of an RFC 3339 time in UTC; Date.parse alone takes almost anything for one. */
const timeOf = (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.test(value) ? Date.parse(value) : NaN;
async function impersonate(options, account, federated) {
	const { iamEndpoint, scope, mask, clock } = options;
	const step = `Impersonating ${account}`;
	const answer = await postJson({
		url: below(iamEndpoint, `v1/projects/-/serviceAccounts/${account}:generateAccessToken`),
		body: {
			scope: [scope],
			lifetime: IMPERSONATION_LIFETIME
		},
		bearer: federated.token,
		causes: IAM_CAUSES,
		clock
	}).catch((error) => {
		throw exchangeError(error, {
			step,
			shown: `The sub of the job is "${federated.subject}".`,
			remedy: `Grant roles/iam.workloadIdentityUser on ${account} to the identity of the job.`
		});
	});
	const token = maskedToken(answer["accessToken"], step, mask);
	const expires = timeOf(answer["expireTime"]);
	if (!(expires > clock.now()) || expires > clock.now() + MAX_LIFETIME_MS) throw new ClawError("CREDENTIALS_FAILED", `${step} gave a token without a usable lifetime.`);
	return {
		token,
		expires
	};
}
/**
* Access tokens for the job. One exchange serves concurrent callers; a token is renewed a minute before
* its end. Throws CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what `identity` throws.
*/
function googleWorkloadIdentity(options) {
	const { clock, provider, serviceAccount } = options;
	parseWorkloadIdentityProvider(provider, "workload-identity-provider");
	if (serviceAccount !== void 0) parseServiceAccount(serviceAccount, "service-account");
	const exchange = async () => {
		const { token, expires, subject } = await federate(options);
		if (serviceAccount === void 0) return {
			token,
			expires
		};
		return impersonate(options, serviceAccount, {
			token,
			expires,
			subject
		});
	};
	return renewing(exchange, clock);
}
// packages/identity/src/google-ambient.ts
const failure = (code, what) => new ClawError(code, `credentials: ambient was asked for, but ${what}.`);
const late = () => failure("CREDENTIALS_FAILED", `the credentials of this machine gave no token within ${MACHINE_MS / 1e3} s`);
async function openClient(scope) {
	const { gaxios, GoogleAuth } = await import("./load-google-auth-library.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const agent = agentsFor();
	gaxios.instance.defaults = {
		...gaxios.instance.defaults,
		agent
	};
	return new GoogleAuth({
		scopes: [scope],
		projectId: "unused",
		clientOptions: { transporterOptions: { agent } }
	}).getClient();
}
/**
* Headers that authorise a request for `scope`, with a token that the library renews. Throws
* CREDENTIALS_MISSING or CREDENTIALS_FAILED.
*/
function ambientGoogle(scope, mask) {
	const hide = maskingOnce(mask);
	let client;
	return async () => {
		client ??= openClient(scope);
		const found = client.catch(() => {
			throw failure("CREDENTIALS_MISSING", "this machine has no credentials for Google Cloud");
		});
		const given = (await within(MACHINE_MS, found, late)).getRequestHeaders().catch(() => {
			throw failure("CREDENTIALS_FAILED", "the credentials of this machine gave no token");
		});
		const headers = await within(MACHINE_MS, given, late);
		hide((headers.get("authorization") ?? "").replace(/^Bearer /i, ""));
		return Object.fromEntries(headers);
	};
}
// packages/identity/src/vault-causes.ts
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
// packages/identity/src/vault-api.ts
const MAX_ANSWER_BYTES = 262144;
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
	return new ExchangeFailure(status, status === 403 && INVALID_TOKEN.test(text) ? GONE : void 0, retryAfter(headers["retry-after"], clock), { told: causeOf([...VAULT_SERVER_CAUSES, ...causes], {
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
		maxBytes: MAX_ANSWER_BYTES
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
// packages/identity/src/vault.ts
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
// packages/identity/src/vault-ambient.ts
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
export { AWS_AUDIENCE, GOOGLE_IAM_ENDPOINT, GOOGLE_STS_ENDPOINT, ambientGoogle, ambientVaultToken, awsWebIdentity, azureFederation, googleWorkloadIdentity, parseClientId, parseRoleArn, parseServiceAccount, parseTenantId, parseVaultRole, parseWorkloadIdentityProvider, revokeByAccessor, vaultLogin };
