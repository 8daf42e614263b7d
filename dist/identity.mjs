import { __name, __toESM } from "./rolldown-runtime.mjs";
import { ClawError, HttpFailure, awsKeyName, boundedBytes, httpClient, isJsonObject, isTransientStatus, parseJson, parseVaultPath, printable, retryAfter, tlsAgent, withRetry } from "./core.mjs";
import { join } from "node:path";
import { open } from "node:fs/promises";
// packages/identity/src/exchange.ts
const MAX_ANSWER_BYTES$2 = 262144;
const ATTEMPT_MS$2 = 1e4;
/** A request that was not answered with a JSON object and status 200. Holds neither headers nor bodies. */
var ExchangeFailure = class extends Error {
	status;
	/** The service's own error code, such as `invalid_grant`; a short word or nothing. */
	reason;
	after;
	constructor(status, reason, after) {
		super(`status ${status ?? "none"}`);
		this.name = "ExchangeFailure";
		this.status = status;
		this.reason = reason;
		this.after = after;
	}
	/** Whether the service said no, as opposed to failing. */
	get refused() {
		return this.status !== void 0 && this.status >= 400 && this.status < 500 && !isTransientStatus(this.status);
	}
};
/** Entra ID tells its causes apart by a code at the head of a text, which may quote the token. */
const entraCode = (description) => typeof description === "string" ? /^AADSTS[0-9]{4,9}(?=:)/.exec(description)?.[0] : void 0;
/** `{"error":"invalid_grant"}` of OAuth, `{"error":{"status":"PERMISSION_DENIED"}}` of Google. Only a bare word is shown. */
function reasonOf(body) {
	try {
		const answer = parseJson(body, "The answer");
		if (!isJsonObject(answer)) return void 0;
		const { error } = answer;
		const word = isJsonObject(error) ? error["status"] : entraCode(answer["error_description"]) ?? error;
		return typeof word === "string" && /^(?:[A-Za-z_]{1,40}|AADSTS[0-9]{4,9})$/.test(word) ? printable(word) : void 0;
	} catch {
		return;
	}
}
async function post$1({ url, headers, body, clock }, budget) {
	let response;
	let bytes;
	try {
		const signal = AbortSignal.timeout(Math.min(budget, ATTEMPT_MS$2));
		response = await fetch(url, {
			method: "POST",
			headers: {
				accept: "application/json",
				...headers
			},
			body,
			redirect: "manual",
			signal
		});
		const { status } = response;
		const tooLarge = () => new ExchangeFailure(status, "too large", void 0);
		bytes = await boundedBytes(response.body ?? [], MAX_ANSWER_BYTES$2, tooLarge);
	} catch (error) {
		throw error instanceof ExchangeFailure ? error : new ExchangeFailure(void 0, void 0, void 0);
	}
	if (response.status !== 200) throw new ExchangeFailure(response.status, reasonOf(bytes), retryAfter(response.headers.get("retry-after"), clock));
	const answer = parseJson(bytes, `The answer of ${url.host}`);
	if (!isJsonObject(answer)) throw new ExchangeFailure(response.status, "no object", void 0);
	return answer;
}
__name(post$1, "post");
function postRetried(sent) {
	const classify = (error) => error instanceof ExchangeFailure ? {
		retry: error.status === void 0 || isTransientStatus(error.status),
		after: error.after
	} : { retry: false };
	return withRetry((budget) => post$1(sent, budget), classify, sent.clock);
}
/** Throws ExchangeFailure, or JSON_INVALID for an answer that is not JSON. */
function postJson({ url, body, bearer, clock }) {
	return postRetried({
		url,
		headers: {
			"content-type": "application/json",
			...bearer === void 0 ? {} : { authorization: `Bearer ${bearer}` }
		},
		body: JSON.stringify(body),
		clock
	});
}
/** Throws as postJson. */
function postForm({ url, form, clock }) {
	return postRetried({
		url,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		body: new URLSearchParams(form).toString(),
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
	return new Client({
		...NOTHING_LOOKED_UP,
		region,
		endpoint: (endpoint ?? await awsStsEndpoint(region)).href,
		requestHandler: { httpsAgent: tlsAgent() },
		streamCollector: collectAnswer
	});
}
/** What fails now and may not fail later, with status 400 all the same: as the status that other services give for it. */
const PASSING = /* @__PURE__ */ new Map([
	["Throttling", 429],
	["ThrottlingException", 429],
	["RequestLimitExceeded", 429],
	["IDPCommunicationErrorException", 503],
	["IDPCommunicationError", 503]
]);
const noAnswer = () => new ExchangeFailure(void 0, void 0, void 0);
function failureOf(response, name, clock) {
	const { statusCode: status, headers } = response;
	if (typeof status !== "number") return noAnswer();
	if (status < 300) return new ExchangeFailure(status, "cut or malformed", void 0);
	const wait = isJsonObject(headers) ? headers["retry-after"] : void 0;
	const after = retryAfter(typeof wait === "string" ? wait : void 0, clock);
	const reason = /^[A-Za-z]{1,64}$/.test(name) ? name : void 0;
	return new ExchangeFailure(PASSING.get(name) ?? status, reason, after);
}
/** The client's own error holds the answer and may quote the request: status and name alone are taken. */
function stsFailure(error, clock) {
	if (!(error instanceof Error && "$response" in error)) return noAnswer();
	const { $response: response, name } = error;
	return isJsonObject(response) ? failureOf(response, name, clock) : noAnswer();
}
/** Whether to ask again after `failure`: an answer that cannot be read was cut on its way. */
const stsRetry = ({ status, after }) => ({
	retry: status === void 0 || status < 300 || isTransientStatus(status),
	after
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
/** The sub of our own token, for the message that a person compares with the trust condition. */
function subjectOf(token) {
	try {
		const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
		return isJsonObject(payload) && typeof payload["sub"] === "string" ? printable(payload["sub"]) : "unknown";
	} catch {
		return "unknown";
	}
}
/** CREDENTIALS_REFUSED with `advice` where the service said no, CREDENTIALS_FAILED where it failed. */
function exchangeError(error, step, advice) {
	if (!(error instanceof ExchangeFailure)) return new ClawError("CREDENTIALS_FAILED", `${step} failed: the answer is not JSON.`);
	const { status, reason } = error;
	const why = `${status === void 0 ? "no answer" : `status ${status}`}${reason === void 0 ? "" : `, ${reason}`}`;
	return error.refused ? new ClawError("CREDENTIALS_REFUSED", `${step} was refused (${why}). ${advice}`) : new ClawError("CREDENTIALS_FAILED", `${step} failed (${why}).`);
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
	const advice = `The sub of the job is "${subjectOf(token)}" and its audience "${printable(audience)}"; compare them with the trust policy of ${one.role.arn}.`;
	return readSession(await assumeRole(one, options, token).catch((error) => {
		throw exchangeError(error, STEP$1, advice);
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
	const advice = `The sub of the job is "${subjectOf(assertion)}"; compare it with the federated credentials of the application ${clientId}.`;
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
		clock
	}).catch((error) => {
		throw exchangeError(error, STEP, advice);
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
	const advice = `The sub of the job is "${subject}"; compare it with the condition of ${provider}.`;
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
		clock
	}).catch((error) => {
		throw exchangeError(error, step, advice);
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
	const advice = `Grant roles/iam.workloadIdentityUser on it to the identity of the job, whose sub is "${federated.subject}".`;
	const answer = await postJson({
		url: below(iamEndpoint, `v1/projects/-/serviceAccounts/${account}:generateAccessToken`),
		body: {
			scope: [scope],
			lifetime: IMPERSONATION_LIFETIME
		},
		bearer: federated.token,
		clock
	}).catch((error) => {
		throw exchangeError(error, step, advice);
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
// packages/identity/src/vault-api.ts
const MAX_ANSWER_BYTES = 262144;
const ATTEMPT_MS = 1e4;
/** What Vault writes, and what it means to the person who set the role up. */
const KNOWN_TEXTS = [
	[/Vault is sealed/, "Vault is sealed"],
	[/invalid token/, "the token is not valid any more"],
	[/^role ".*" could not be found$/s, "there is no such role"],
	[/invalid audience \(aud\) claim|audience claim/, "the audience is not one of bound_audiences"],
	[/invalid issuer \(iss\) claim/, "the issuer is not the bound_issuer"],
	[/invalid subject \(sub\) claim|sub claim does not match/, "the sub is not the bound_subject"],
	[/claim "?[\w/]+"? (?:does not match|is missing)|error validating claims/, "a claim is not as in bound_claims"],
	[/\(exp\) claim|\(nbf\) claim|\(iat\) claim/, "the token of the job is not valid at this time"],
	[/error verifying token signature/, "the signature of the token of the job is not by the configured issuer"],
	[/permission denied/, "permission denied"]
];
/** Meaning of the `errors` of an answer; undefined where none of them is known. */
function meaningOf(body) {
	try {
		const answer = parseJson(body, "The answer");
		const errors = isJsonObject(answer) ? answer["errors"] : void 0;
		const texts = Array.isArray(errors) ? errors.map(String) : [];
		return KNOWN_TEXTS.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1];
	} catch {
		return;
	}
}
const SEALED = "Vault is sealed";
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
	throw new ExchangeFailure(answer.status, meaningOf(answer.body), retryAfter(answer.headers["retry-after"], api.clock));
}
function hintFor(error) {
	if (error instanceof HttpFailure) return { retry: error.transient };
	if (!(error instanceof ExchangeFailure)) return { retry: false };
	return {
		retry: error.reason !== SEALED && error.status !== void 0 && isTransientStatus(error.status),
		after: error.after
	};
}
/** The object that Vault answers; empty for an answer without a body. Throws ExchangeFailure, or JSON_INVALID. */
async function postVault(api, call) {
	try {
		const answer = await withRetry((budget) => post(api, call, budget), hintFor, api.clock);
		if (isJsonObject(answer)) return answer;
	} catch (error) {
		throw error instanceof HttpFailure ? new ExchangeFailure(void 0, error.reason, void 0) : error;
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
	const advice = `The sub of the job is "${subjectOf(jwt)}", the audience "${printable(audience)}"; compare them with the role.`;
	const asked = clock.now();
	const answer = await postVault(api, {
		path: `auth/${authPath}/login`,
		body: {
			role,
			jwt
		},
		token: void 0
	}).catch((error) => {
		throw exchangeError(error, step, advice);
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
		if (error instanceof ExchangeFailure && error.status === 403 && error.reason === "the token is not valid any more") return;
		throw exchangeError(error, "Revoking the token of Vault", "Grant update on auth/token/revoke-self; until then the token lives to its end.");
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
			throw exchangeError(error, "Revoking the token of Vault by its accessor", "Grant update on auth/token/revoke-accessor; until then the token lives to its end.");
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
const missing = (why) => new ClawError("CREDENTIALS_MISSING", `credentials: ambient was asked for, but ${why}; set VAULT_TOKEN or BAO_TOKEN, or log in so that ~/.vault-token exists.`);
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
export { AWS_AUDIENCE, GOOGLE_IAM_ENDPOINT, GOOGLE_STS_ENDPOINT, ambientVaultToken, awsWebIdentity, azureFederation, googleWorkloadIdentity, parseClientId, parseRoleArn, parseServiceAccount, parseTenantId, parseVaultRole, parseWorkloadIdentityProvider, revokeByAccessor, vaultLogin };
