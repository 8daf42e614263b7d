import "./rolldown-runtime.mjs";
import { ClawError, isJsonObject, isTransientStatus, parseJson, printable, retryAfter, withRetry } from "./core.mjs";
// packages/identity/src/exchange.ts
const MAX_ANSWER_BYTES = 262144;
const ATTEMPT_MS = 1e4;
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
		if (size > MAX_ANSWER_BYTES) throw new ExchangeFailure(void 0, "too large", void 0);
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
	if (!isJsonObject(answer)) throw new ExchangeFailure(void 0, "no object", void 0);
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
const GOOGLE_STS_ENDPOINT = "https://sts.googleapis.com";
const GOOGLE_IAM_ENDPOINT = "https://iamcredentials.googleapis.com";
/** As short as the API allows to be useful: signing takes seconds. */
const IMPERSONATION_LIFETIME = "300s";
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
	const advice = `The sub of the job is "${subjectOf(subjectToken)}"; compare it with the condition of ${provider}.`;
	const request = {
		audience: `//iam.googleapis.com/${provider}`,
		grantType: "urn:ietf:params:oauth:grant-type:token-exchange",
		requestedTokenType: "urn:ietf:params:oauth:token-type:access_token",
		scope: serviceAccount === void 0 ? scope : "https://www.googleapis.com/auth/cloud-platform",
		subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
		subjectToken
	};
	const { access_token: accessToken, expires_in: seconds, token_type: type } = await postJson({
		url: new URL("/v1/token", stsEndpoint),
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
		expires: clock.now() + seconds * 1e3
	};
}
async function impersonate(options, account, federated) {
	const { iamEndpoint, scope, mask, clock } = options;
	const step = `Impersonating ${account}`;
	const advice = "Grant roles/iam.workloadIdentityUser on the service account to the identity of the job.";
	const answer = await postJson({
		url: new URL(`/v1/projects/-/serviceAccounts/${account}:generateAccessToken`, iamEndpoint),
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
	const expires = typeof answer["expireTime"] === "string" ? Date.parse(answer["expireTime"]) : NaN;
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
	const exchange = async () => {
		const federated = await federate(options);
		return options.serviceAccount === void 0 ? federated : impersonate(options, options.serviceAccount, federated);
	};
	let current;
	const renew = () => {
		const next = exchange();
		current = next;
		next.catch(() => {
			if (current === next) current = void 0;
		});
		return next;
	};
	return { mint: async () => {
		const known = await (current ?? renew());
		return known.expires - options.clock.now() > RENEW_BEFORE_MS ? known : renew();
	} };
}
export { GOOGLE_IAM_ENDPOINT, GOOGLE_STS_ENDPOINT, googleWorkloadIdentity, parseServiceAccount, parseWorkloadIdentityProvider };
