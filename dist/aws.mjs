import { __toESM } from "./rolldown-runtime.mjs";
import { ClawError, credentialsMissing, isJsonObject, nothingBorrowed, printable, systemCode } from "./core.mjs";
import { CONNECTION_CAUSES, RequestFailure, boundedBytes, clockSkew, exchangeError, hintAfter, knownCause, receivedToken, renewing, retryAfter, shownIssuer, shownSubject, tlsAgent, withRetry } from "./net.mjs";
import { AWS_PERMISSIONS, awsKeyName, keyRegion, parseRole } from "./start.mjs";
// packages/aws/src/client.ts
/** Above any session, public key or signature from AWS. */
const MAX_ANSWER_BYTES = 262144;
const collectAnswer = async (stream) => new Uint8Array(await boundedBytes(stream, MAX_ANSWER_BYTES, () => /* @__PURE__ */ new Error("The answer is larger than expected.")));
/** Everything that a client would otherwise look up in a variable or a profile. */
const NOTHING_LOOKED_UP = {
	useDualstackEndpoint: false,
	useFipsEndpoint: false,
	defaultsMode: "standard",
	retryMode: "standard",
	maxAttempts: 1,
	userAgentAppId: "open-claw"
};
/** Returns the settings of a client that calls `endpoint` in `region`. */
const clientSettings = (region, endpoint) => ({
	...NOTHING_LOOKED_UP,
	region,
	endpoint: endpoint.href,
	requestHandler: { httpsAgent: tlsAgent(endpoint) },
	streamCollector: collectAnswer
});
// packages/aws/src/sts-causes.ts
const STS_CAUSES = [
	{
		pattern: /Couldn't retrieve verification key from your identity provider/,
		what: "it cannot get the keys of the issuer",
		remedy: "Run again; where the issuer is not public, AWS cannot use it.",
		code: "CREDENTIALS_FAILED",
		retry: true
	},
	{
		pattern: /^IDPCommunicationError/,
		what: "it cannot reach the issuer",
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
		what: "the identity provider does not accept the audience of the token",
		remedy: "Set aws-audience to one of its client ids, or add the audience to them."
	},
	{
		pattern: /^ExpiredToken|Token (?:is )?expired|token is not yet valid/i,
		what: "the token is not valid at this time",
		remedy: "Run again for a new token.",
		clock: true
	},
	{
		pattern: /^IDPRejectedClaim/,
		what: "the issuer considers a claim of the token invalid",
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
		what: "it does not accept the policy that narrows the session to the key",
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
// packages/aws/src/sts.ts
/** The call needs only the token of the job: no credentials are looked for. */
const ANONYMOUS = { authSchemePreference: ["smithy.api#noAuth"] };
/** Returns the endpoint of STS in a region, in the partition that the client knows for it. */
async function awsStsEndpoint(region) {
	const { STSClient: Client } = await import("./load-aws-sdk-client-sts.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const { config } = new Client({
		...NOTHING_LOOKED_UP,
		...ANONYMOUS,
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
/** Opens the client for a region; without `endpoint` it uses the endpoint of the region, in its partition. */
async function openSts(region, endpoint) {
	const { STSClient: Client } = await import("./load-aws-sdk-client-sts.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const target = endpoint ?? await awsStsEndpoint(region);
	return new Client({
		...clientSettings(region, target),
		...ANONYMOUS
	});
}
function noAnswer(error) {
	const reason = systemCode(error);
	return new RequestFailure({
		reason,
		told: knownCause(CONNECTION_CAUSES, { reason })
	});
}
const textHeader = (headers, name) => {
	const value = isJsonObject(headers) ? headers[name] : void 0;
	return typeof value === "string" ? value : void 0;
};
function answerFailure({ statusCode: status, headers }, { name, message }, clock) {
	if (typeof status !== "number") return noAnswer(void 0);
	if (status < 300) return new RequestFailure({
		status,
		reason: "cut or malformed",
		passes: true
	});
	const reason = /^[A-Za-z]{1,64}$/.test(name) ? name : void 0;
	const skew = clockSkew(textHeader(headers, "date"), clock);
	return new RequestFailure({
		status,
		reason,
		after: retryAfter(textHeader(headers, "retry-after"), clock),
		told: knownCause(STS_CAUSES, {
			reason,
			text: message,
			skew
		})
	});
}
/** Reads an error of the client. It holds the answer and may quote the request: only status and name are shown. */
function stsFailure(error, clock) {
	if (!(error instanceof Error && "$response" in error)) return noAnswer(error);
	const { $response: response } = error;
	return isJsonObject(response) ? answerFailure(response, error, clock) : noAnswer(error);
}
// packages/aws/src/session-policy.ts
const READ = [AWS_PERMISSIONS.getPublicKey.name, AWS_PERMISSIONS.describeKey.name];
const ACTIONS = {
	sign: [AWS_PERMISSIONS.sign.name, ...READ],
	verify: READ
};
/**
* Returns the key that a URI names. A key ARN names it fully. A key id belongs to the account of the role: a
* key of another account must be named by its ARN. A policy cannot name an alias as a resource, so any key of
* the account that has the alias is allowed. kms:RequestAlias does not work: we sign by the ARN to which the
* alias first resolved, and a request by ARN has no request alias.
*/
function keyScope(key, region, { partition, account }) {
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
/** Returns the session policy for the one key, as JSON. */
function keyPolicy(uri, region, role, use) {
	const { resource, alias } = keyScope(awsKeyName(uri).key, region, role);
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
// packages/aws/src/web-identity.ts
/** The usual audience of an identity provider in IAM; in China it is `sts.amazonaws.com.cn`. */
const AWS_AUDIENCE = "sts.amazonaws.com";
/** The API's minimum in seconds; signing takes less. */
const LIFETIME = 900;
const STEP = "The token exchange with AWS";
/** Returns the `RoleSessionName`: 2 to 64 of the allowed characters. */
const sessionName = (runId) => `open-claw-${runId.replace(/[^\w+=,.@-]/g, "-")}`.slice(0, 64);
async function assumeRole({ role, region, client }, options, token) {
	const { key, runId, clock, use = "sign" } = options;
	const { AssumeRoleWithWebIdentityCommand } = await import("./load-aws-sdk-client-sts.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const opened = await client();
	const attempt = async (timeout) => {
		const command = new AssumeRoleWithWebIdentityCommand({
			RoleArn: role.arn,
			RoleSessionName: sessionName(runId),
			WebIdentityToken: token.reveal(),
			Policy: keyPolicy(key, region, role, use),
			DurationSeconds: LIFETIME
		});
		try {
			return await opened.send(command, { abortSignal: AbortSignal.timeout(timeout) });
		} catch (error) {
			throw stsFailure(error, clock);
		}
	};
	return withRetry(attempt, hintAfter("STS"), clock);
}
/** Reads the credentials of an answer, each masked before anything else sees it. `asked` in milliseconds since the epoch. */
function readSession({ Credentials: given }, asked, { mask, clock }) {
	const secretAccessKey = receivedToken(given?.SecretAccessKey, STEP, mask);
	const sessionToken = receivedToken(given?.SessionToken, STEP, mask);
	const accessKeyId = receivedToken(given?.AccessKeyId, STEP, mask);
	const end = given?.Expiration?.getTime() ?? NaN;
	if (!(end > clock.now())) throw new ClawError("CREDENTIALS_FAILED", `${STEP} gave a session without a usable lifetime.`);
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
			step: `${STEP} for ${one.role.arn}`,
			shown: `The sub of the job is "${shownSubject(token)}", its iss "${shownIssuer(token)}", its audience "${printable(audience)}".`,
			remedy: `Compare them with the trust policy of ${one.role.arn}.`
		});
	}), asked, options);
}
/**
* Gets sessions of the role, narrowed to the one key. One exchange serves concurrent callers; a session is
* renewed a minute before its end. Throws INPUT_INVALID or INPUT_MISSING at once; `mint` throws
* CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what `identity` throws.
*/
function awsWebIdentity(options) {
	const role = parseRole(options.role, "aws-role");
	const region = keyRegion(awsKeyName(options.key), options.region);
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
// packages/aws/src/key-client.ts
/** Returns the usual audience of identity providers in the partition of the role. */
const audienceFor = (role) => role.startsWith("arn:aws-cn:") ? `${AWS_AUDIENCE}.cn` : AWS_AUDIENCE;
/** Returns the sessions for a key; each may use only that key. */
function sessionTokens({ role, region, stsEndpoint, audience }, { credentials, use, identity, mask, clock, runId }, key) {
	if (credentials === "ambient") return "ambient";
	if (role === void 0) throw credentialsMissing("aws-role", "role");
	return awsWebIdentity({
		role,
		key,
		use,
		region,
		audience: audience ?? audienceFor(role),
		runId,
		stsEndpoint,
		identity,
		mask,
		clock
	});
}
/** Returns the client of the job's keys. */
function connect(inputs, job) {
	const optionsFor = (uri) => ({
		endpoint: job.endpoint,
		region: inputs.region,
		credentials: sessionTokens(inputs, job, uri),
		mask: job.mask,
		clock: job.clock
	});
	return {
		open: async (uri, algorithm) => {
			const options = optionsFor(uri);
			const { awsKeyService } = await import("./aws-signing.mjs");
			return awsKeyService(options).open(uri, algorithm);
		},
		publicKey: async (uri, wanted) => {
			const options = optionsFor(uri);
			const { awsPublicKey } = await import("./aws-public-key.mjs");
			return awsPublicKey(options)(uri, wanted);
		},
		[Symbol.asyncDispose]: nothingBorrowed
	};
}
export { NOTHING_LOOKED_UP, clientSettings, connect };
