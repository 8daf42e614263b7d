import { __name, __toESM } from "./rolldown-runtime.mjs";
import { ClawError, bearer, isJsonObject, requestHeaders } from "./core.mjs";
import { CONNECTION_CAUSES, MACHINE_MS, agentsFor, answeredObject, below, exchangeError, isLoopback, jsonBody, knownCause, maskingOnce, oauthError, proxyFor, receivedToken, renewing, requestObject, shownIssuer, shownSubject, within } from "./net.mjs";
import { parseServiceAccount, parseWorkloadIdentityProvider } from "./start.mjs";
import { getCACertificates } from "node:tls";
// packages/google/src/ambient.ts
const absent = () => new ClawError("CREDENTIALS_MISSING", "credentials: ambient was asked for, but this machine has no credentials for Google Cloud.");
const failed = () => new ClawError("CREDENTIALS_FAILED", "credentials: ambient was asked for, but the credentials of this machine gave no token.");
const late = () => new ClawError("CREDENTIALS_FAILED", `credentials: ambient was asked for, but the credentials of this machine gave no token within ${MACHINE_MS / 1e3} s.`);
async function openClient$1(scope) {
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
__name(openClient$1, "openClient");
/**
* Returns headers that authorise a request for `scope`, with a token that the library renews. Throws
* CREDENTIALS_MISSING or CREDENTIALS_FAILED.
*/
function ambientGoogle(scope, mask) {
	const hide = maskingOnce(mask);
	let client;
	return async () => {
		client ??= openClient$1(scope);
		const found = client.catch(() => {
			throw absent();
		});
		const given = (await within(MACHINE_MS, found, late)).getRequestHeaders().catch(() => {
			throw failed();
		});
		const headers = await within(MACHINE_MS, given, late);
		hide((headers.get("authorization") ?? "").replace(/^Bearer /i, ""));
		return Object.fromEntries(headers);
	};
}
// packages/google/src/causes.ts
const GOOGLE_CAUSES = [
	{
		pattern: /has not been used in (?<where>project [0-9]{1,20}) before or it is disabled/,
		what: "the API is off in the project of the caller, which may differ from that of the resource",
		remedy: "Enable the API in that project, and run again after a few minutes.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bSERVICE_DISABLED\b|has not been used in .* before,? or it is disabled/,
		what: "the API is off in the project of the caller, which may differ from that of the resource",
		remedy: "Enable the API in the project of the caller, and run again after a few minutes.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bBILLING_DISABLED\b|requires billing to be enabled|has not configured billing|absent billing account/,
		what: "the project of the caller has no billing account, or a closed one",
		remedy: "Link an open billing account to the project, and run again after a few minutes.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /vpcServiceControlsUniqueIdentifier: (?<where>[\w-]{1,128})/,
		what: "VPC Service Controls keep the job out of the perimeter of the project",
		remedy: "Look that identifier up in the audit log, and admit the identity of the job or the runner with an ingress rule.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bSECURITY_POLICY_VIOLATED\b|\bVPC_SERVICE_CONTROLS\b|prohibited by organization's policy/,
		what: "VPC Service Controls keep the job out of the perimeter of the project",
		remedy: "Admit the identity of the job or the runner with an ingress rule of the perimeter.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bACCESS_TOKEN_SCOPE_INSUFFICIENT\b|insufficient authentication scopes/,
		what: "the token lacks the OAuth scope of the API",
		remedy: "Give the machine the scope https://www.googleapis.com/auth/cloud-platform, or use workload identity instead of credentials: ambient.",
		retry: false
	},
	{
		pattern: /\bUSER_PROJECT_DENIED\b|does not have required permission to use project/,
		what: "the identity may not use the project that pays for the call",
		remedy: "Grant it roles/serviceusage.serviceUsageConsumer on the quota project.",
		retry: false
	},
	{
		pattern: /\bCONSUMER_(?:SUSPENDED|INVALID)\b/,
		what: "the project of the caller is suspended or does not exist",
		remedy: "Find out in the console of Google Cloud why, or name another project.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bACCESS_TOKEN_(?:EXPIRED|TYPE_UNSUPPORTED)\b|\bACCOUNT_STATE_INVALID\b|invalid authentication credentials/,
		what: "the service does not accept a token of this kind, or no longer does",
		remedy: "Set service-account if the API accepts no token of a federated identity; otherwise run again for a new token.",
		retry: false
	},
	...CONNECTION_CAUSES
];
// packages/google/src/exchange-causes.ts
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
		what: "it cannot reach the issuer to fetch its keys",
		remedy: "Run again; where the issuer is not public, upload its JWKS to the provider.",
		code: "CREDENTIALS_FAILED",
		retry: true
	},
	{
		pattern: /audience in ID Token .* does not match|does not match the allowed audiences/i,
		what: "the provider does not accept the audience of the token",
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
		what: "it does not issue tokens with the requested scope or lifetime",
		remedy: "Check iam-endpoint: the request was for one scope and 300 s, which Google allows."
	},
	{
		pattern: /iam\.serviceAccounts\.getAccessToken|The caller does not have permission|\bIAM_PERMISSION_DENIED\b/,
		what: "the identity of the job may not act as the service account, or there is no such account",
		remedy: "Grant roles/iam.workloadIdentityUser on it to the principalSet of the job, and map the attribute that this names, such as attribute.repository."
	},
	{
		pattern: /\bACCESS_TOKEN_(?:EXPIRED|TYPE_UNSUPPORTED)\b|invalid authentication credentials/,
		what: "it does not accept the exchanged token, or no longer does",
		remedy: "Run again for a new token; if it repeats, check that sts-endpoint and iam-endpoint are of one cloud."
	},
	...GOOGLE_CAUSES
];
// packages/google/src/reasons.ts
const WORD = /^[A-Z][A-Z0-9_]{1,63}$/;
/** Returns the reasons in the details of a status: `SERVICE_DISABLED`, and types of failed preconditions. */
function googleReasons(details) {
	if (!Array.isArray(details)) return void 0;
	const shown = details.filter(isJsonObject).flatMap(({ reason, violations }) => [reason, ...Array.isArray(violations) ? violations.filter(isJsonObject).map(({ type }) => type) : []]).filter((word) => typeof word === "string").filter((word) => WORD.test(word));
	return shown.length === 0 ? void 0 : [...new Set(shown)].join(" ");
}
const stringIn = (value) => typeof value === "string" ? value : void 0;
/** `{"error":{"status":"PERMISSION_DENIED","message":"…","details":[…]}}`; STS answers as OAuth does. */
function readError(body) {
	const answer = answeredObject(body);
	const { error } = answer;
	if (!isJsonObject(error)) return oauthError(answer);
	const reason = [stringIn(error["status"]) ?? "", googleReasons(error["details"]) ?? ""].join(" ").trim();
	return {
		reason: /^[A-Z_ ]{1,160}$/.test(reason) ? reason : void 0,
		text: stringIn(error["message"])
	};
}
/** Returns the reader of STS or IAM failures that have `causes`. Only bare words of them are shown. */
const googleFailure = (causes) => ({ body }, skew) => {
	const { reason, text } = readError(body);
	return {
		reason,
		told: knownCause(causes, {
			reason,
			text,
			skew
		})
	};
};
// packages/google/src/workload-identity.ts
/** Short, because signing takes seconds. */
const IMPERSONATION_LIFETIME = "300s";
/** Enough to impersonate and nothing else: the intermediate token never needs more. */
const IMPERSONATION_SCOPE = "https://www.googleapis.com/auth/iam";
const MAX_LIFETIME_MS = 432e5;
async function federate(options) {
	const { provider, stsEndpoint, identity, mask, clock, serviceAccount, scope } = options;
	const step = "The token exchange with Google";
	const subjectToken = await identity.mint(`https://iam.googleapis.com/${provider}`);
	const subject = shownSubject(subjectToken);
	const request = {
		audience: `//iam.googleapis.com/${provider}`,
		grantType: "urn:ietf:params:oauth:grant-type:token-exchange",
		requestedTokenType: "urn:ietf:params:oauth:token-type:access_token",
		scope: serviceAccount === void 0 ? scope : IMPERSONATION_SCOPE,
		subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
		subjectToken: subjectToken.reveal()
	};
	const asked = clock.now();
	const { access_token: accessToken, expires_in: seconds, token_type: type } = await requestObject({
		url: below(stsEndpoint, "v1/token"),
		body: jsonBody(request),
		readFailure: googleFailure(STS_CAUSES),
		clock
	}).catch((error) => {
		throw exchangeError(error, {
			step,
			shown: `The sub of the job is "${subject}", its iss "${shownIssuer(subjectToken)}".`,
			remedy: `Compare them with the condition of ${provider}.`
		});
	});
	const token = receivedToken(accessToken, step, mask);
	if (typeof type !== "string" || type.toLowerCase() !== "bearer") throw new ClawError("CREDENTIALS_FAILED", `${step} gave no bearer token.`);
	if (typeof seconds !== "number" || !(seconds > 0) || seconds * 1e3 > MAX_LIFETIME_MS) throw new ClawError("CREDENTIALS_FAILED", `${step} gave a token without a usable lifetime.`);
	return {
		token,
		expires: asked + seconds * 1e3,
		subject
	};
}
/** Parses an RFC 3339 time in UTC to milliseconds. Date.parse alone accepts almost anything. */
const rfc3339Time = (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.test(value) ? Date.parse(value) : NaN;
async function impersonate(options, account, federated) {
	const { iamEndpoint, scope, mask, clock } = options;
	const step = `Impersonating ${account}`;
	const answer = await requestObject({
		url: below(iamEndpoint, `v1/projects/-/serviceAccounts/${account}:generateAccessToken`),
		headers: bearer(federated.token),
		body: jsonBody({
			scope: [scope],
			lifetime: IMPERSONATION_LIFETIME
		}),
		readFailure: googleFailure(IAM_CAUSES),
		clock
	}).catch((error) => {
		throw exchangeError(error, {
			step,
			shown: `The sub of the job is "${federated.subject}".`,
			remedy: `Grant roles/iam.workloadIdentityUser on ${account} to the identity of the job.`
		});
	});
	const token = receivedToken(answer["accessToken"], step, mask);
	const expires = rfc3339Time(answer["expireTime"]);
	if (!(expires > clock.now()) || expires > clock.now() + MAX_LIFETIME_MS) throw new ClawError("CREDENTIALS_FAILED", `${step} gave a token without a usable lifetime.`);
	return {
		token,
		expires
	};
}
/**
* Gets access tokens for the job. One exchange serves concurrent callers; a token is renewed a minute before
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
// packages/google/src/grpc-proxy.ts
/**
* Returns the channel option that makes gRPC use the proxy for `target`, or none. gRPC reads the proxy from
* variables when it connects; they are set here to the proxy that was chosen. Throws INPUT_INVALID for a proxy
* reached over https, which gRPC silently ignores.
*/
function grpcProxyOption(target) {
	const proxy = proxyFor(target);
	if (proxy === void 0) return { "grpc.enable_http_proxy": 0 };
	if (proxy.protocol !== "http:") throw new ClawError("INPUT_INVALID", "Variable HTTPS_PROXY: the client of Google Cloud cannot reach a proxy over https.", { remedy: "Write http://HOST:PORT: the connection inside it is encrypted all the same." });
	process.env["grpc_proxy"] = proxy.href;
	process.env["no_grpc_proxy"] = "-";
	return { "grpc.enable_http_proxy": 1 };
}
// packages/google/src/client.ts
async function openClient(api, endpoint) {
	const [Client, { PassThroughClient }, { grpc }] = await Promise.all([
		api.load(),
		import("./load-google-auth-library.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1)),
		import("./load-google-gax.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1))
	]);
	const target = endpoint ?? api.endpoint;
	const insecure = target.protocol === "http:" && isLoopback(target);
	const roots = Buffer.from(getCACertificates("default").join("\n"));
	return new Client({
		universeDomain: "googleapis.com",
		apiEndpoint: target.hostname,
		port: Number(target.port === "" ? "443" : target.port),
		...grpcProxyOption(target),
		sslCreds: insecure ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(roots),
		authClient: new PassThroughClient(),
		"grpc.max_receive_message_length": api.maxAnswerBytes
	});
}
/** Makes calls of `api`. Throws what the client throws, and the ClawErrors of the credentials. */
function googleCaller(api, { endpoint, tokens }) {
	const authorization = requestHeaders(tokens);
	let client;
	return async (call, timeout) => {
		client ??= openClient(api, endpoint);
		const [opened, headers] = await Promise.all([client, authorization()]);
		return call(opened, {
			timeout,
			retry: { retryCodes: [] },
			otherArgs: { headers }
		});
	};
}
// packages/google/src/status.ts
/** google.rpc.Code (google/rpc/code.proto), the codes of gRPC. */
const RPC_CODE = {
	INVALID_ARGUMENT: 3,
	DEADLINE_EXCEEDED: 4,
	NOT_FOUND: 5,
	PERMISSION_DENIED: 7,
	RESOURCE_EXHAUSTED: 8,
	FAILED_PRECONDITION: 9,
	INTERNAL: 13,
	UNAVAILABLE: 14,
	DATA_LOSS: 15,
	UNAUTHENTICATED: 16
};
/** Returns the delay of google.rpc.RetryInfo in milliseconds. */
function retryDelay(details) {
	if (!Array.isArray(details)) return void 0;
	const delays = details.map((detail) => isJsonObject(detail) ? detail["retryDelay"] : void 0).filter(isJsonObject).map(({ seconds, nanos }) => Number(seconds ?? 0) * 1e3 + Number(nanos ?? 0) / 1e6).filter((milliseconds) => milliseconds > 0);
	return delays.length === 0 ? void 0 : Math.max(...delays);
}
/** Returns the name of a code, or the code itself where it has none here. */
const rpcName = (code) => Object.entries(RPC_CODE).find(([, known]) => known === code)?.[0] ?? `status ${code}`;
/** Returns the status that `error` carries. */
function rpcStatus(error) {
	const { code, details, statusDetails } = isJsonObject(error) ? error : {};
	return {
		code: typeof code === "number" ? code : void 0,
		reason: googleReasons(statusDetails),
		text: typeof details === "string" ? details : void 0,
		after: retryDelay(statusDetails)
	};
}
export { GOOGLE_CAUSES, RPC_CODE, ambientGoogle, googleCaller, googleWorkloadIdentity, rpcName, rpcStatus };
