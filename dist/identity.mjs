import "./rolldown-runtime.mjs";
import { ClawError, isJsonObject, isTransientStatus, parseJson, printable, retryAfter, withRetry } from "./core.mjs";
// packages/identity/src/exchange.ts
const MAX_ANSWER_BYTES = 262144;
const ATTEMPT_MS = 1e4;
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
async function boundedBody(response) {
	const chunks = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > MAX_ANSWER_BYTES) throw new ExchangeFailure(response.status, "too large", void 0);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
/** `{"error":"invalid_grant"}` of OAuth, `{"error":{"status":"PERMISSION_DENIED"}}` of Google. Only a bare word is shown. */
function reasonOf(body) {
	try {
		const answer = parseJson(body, "The answer");
		const error = isJsonObject(answer) ? answer["error"] : void 0;
		const word = isJsonObject(error) ? error["status"] : error;
		return typeof word === "string" && /^[A-Za-z_]{1,40}$/.test(word) ? printable(word) : void 0;
	} catch {
		return;
	}
}
async function post({ url, body, bearer, clock }, budget) {
	const headers = {
		"content-type": "application/json",
		accept: "application/json",
		...bearer === void 0 ? {} : { authorization: `Bearer ${bearer}` }
	};
	let response;
	let bytes;
	try {
		const signal = AbortSignal.timeout(Math.min(budget, ATTEMPT_MS));
		response = await fetch(url, {
			method: "POST",
			headers,
			body: JSON.stringify(body),
			redirect: "manual",
			signal
		});
		bytes = await boundedBody(response);
	} catch (error) {
		throw error instanceof ExchangeFailure ? error : new ExchangeFailure(void 0, void 0, void 0);
	}
	if (response.status !== 200) throw new ExchangeFailure(response.status, reasonOf(bytes), retryAfter(response.headers.get("retry-after"), clock));
	const answer = parseJson(bytes, `The answer of ${url.host}`);
	if (!isJsonObject(answer)) throw new ExchangeFailure(response.status, "no object", void 0);
	return answer;
}
/** Throws ExchangeFailure, or JSON_INVALID for an answer that is not JSON. */
function postJson(request) {
	const classify = (error) => error instanceof ExchangeFailure ? {
		retry: error.status === void 0 || isTransientStatus(error.status),
		after: error.after
	} : { retry: false };
	return withRetry((budget) => post(request, budget), classify, request.clock);
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
const RENEW_BEFORE_MS = 6e4;
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
/** The sub of our own token, for the message that a person compares with the trust condition. */
function subjectOf(token) {
	try {
		const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
		return isJsonObject(payload) && typeof payload["sub"] === "string" ? printable(payload["sub"]) : "unknown";
	} catch {
		return "unknown";
	}
}
function readable(error, step, advice) {
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
		throw readable(error, step, advice);
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
		throw readable(error, step, advice);
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
	let known;
	let pending;
	const renew = async () => {
		try {
			known = await exchange();
			return known;
		} finally {
			pending = void 0;
		}
	};
	return { mint: async () => {
		if (known !== void 0 && known.expires - clock.now() > RENEW_BEFORE_MS) return known;
		pending ??= renew();
		return pending;
	} };
}
export { GOOGLE_IAM_ENDPOINT, GOOGLE_STS_ENDPOINT, googleWorkloadIdentity, parseServiceAccount, parseWorkloadIdentityProvider };
