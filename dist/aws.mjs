import { __name, __toESM } from "./rolldown-runtime.mjs";
import { ClawError, awsKeyName, chooseAlgorithm, fitsAlgorithm, isJsonObject, parseKeyUri, printable } from "./core.mjs";
import { CONNECTION_CAUSES, ExchangeFailure, KeyState, MACHINE_MS, ask, boundedBytes, causeOf, clockSkew, connectionWord, corrupt, exchangeError, explained, isTransientStatus, issuerOf, maskedToken, maskingOnce, renewing, retryAfter, subjectOf, tlsAgent, withRetry, within } from "./net.mjs";
import { createPublicKey } from "node:crypto";
// packages/aws/src/kms/algorithms.ts
const rsa = (bits) => [
	{
		signing: "RSASSA_PKCS1_V1_5_SHA_256",
		algorithm: `rsa-pkcs1-${bits}-sha256`
	},
	{
		signing: "RSASSA_PKCS1_V1_5_SHA_384",
		algorithm: `rsa-pkcs1-${bits}-sha384`
	},
	{
		signing: "RSASSA_PKCS1_V1_5_SHA_512",
		algorithm: `rsa-pkcs1-${bits}-sha512`
	},
	{
		signing: "RSASSA_PSS_SHA_256",
		algorithm: `rsa-pss-${bits}-sha256`
	},
	{
		signing: "RSASSA_PSS_SHA_384",
		algorithm: `rsa-pss-${bits}-sha384`
	},
	{
		signing: "RSASSA_PSS_SHA_512",
		algorithm: `rsa-pss-${bits}-sha512`
	}
];
/**
* By KeySpec. ED25519_PH_SHA_512 is left out: it would hash twice what is a digest already. ML-DSA keys
* take messages of 4,096 bytes and mu; mu makes the same signature over a message of any size, so a key
* opens as one for mu alone.
*/
const AWS_ALGORITHMS = /* @__PURE__ */ new Map([
	["ECC_NIST_P256", [{
		signing: "ECDSA_SHA_256",
		algorithm: "ecdsa-p256-sha256"
	}]],
	["ECC_NIST_P384", [{
		signing: "ECDSA_SHA_384",
		algorithm: "ecdsa-p384-sha384"
	}]],
	["ECC_NIST_P521", [{
		signing: "ECDSA_SHA_512",
		algorithm: "ecdsa-p521-sha512"
	}]],
	["ECC_SECG_P256K1", [{
		signing: "ECDSA_SHA_256",
		algorithm: "ecdsa-secp256k1-sha256"
	}]],
	["ECC_NIST_EDWARDS25519", [{
		signing: "ED25519_SHA_512",
		algorithm: "ed25519"
	}]],
	["RSA_2048", rsa(2048)],
	["RSA_3072", rsa(3072)],
	["RSA_4096", rsa(4096)],
	["ML_DSA_44", [{
		signing: "ML_DSA_SHAKE_256",
		algorithm: "ml-dsa-44-external-mu"
	}]],
	["ML_DSA_65", [{
		signing: "ML_DSA_SHAKE_256",
		algorithm: "ml-dsa-65-external-mu"
	}]],
	["ML_DSA_87", [{
		signing: "ML_DSA_SHAKE_256",
		algorithm: "ml-dsa-87-external-mu"
	}]]
]);
/** `MessageType` of the API by what crosses. */
const MESSAGE_TYPES = {
	digest: "DIGEST",
	message: "RAW",
	mu: "EXTERNAL_MU"
};
/** Limit of the API on `Message`, in bytes. */
const MAX_MESSAGE_BYTES = 4096;
// packages/aws/src/kms/causes.ts
const forbidden = (pattern, what, remedy) => ({
	pattern,
	what,
	remedy
});
const KMS_CAUSES = [
	{
		pattern: /Signature (?:expired|not yet current)|^(?:RequestExpired|RequestTimeTooSkewed)\b/,
		what: "it does not take the time of the request",
		remedy: "Run again: the request was on its way for too long.",
		clock: true,
		retry: true
	},
	forbidden(/^(?:InvalidSignatureException|SignatureDoesNotMatch)\b/, "the signature of the request does not fit its credentials", "Check the credentials of the machine, and that no proxy changes the headers of requests."),
	forbidden(/^ExpiredToken/, "the session has ended", "Run again for a new session; sign in a step of its own where the job runs for long."),
	forbidden(/^(?:UnrecognizedClientException|InvalidClientTokenId)\b/, "it does not know the credentials: they are wrong or of another partition, or the region is not enabled for their account", "Check the region of the key, and that it is enabled for the account of the role."),
	forbidden(/with an explicit deny in an? (?<where>[a-z -]{1,40}policy)/, "a policy denies it explicitly", "Change the statement of that policy that denies the call."),
	forbidden(/no resource-based policy allows/, "the policy of the key does not allow it, as it must for a role of another account", "Allow kms:Sign, kms:GetPublicKey and kms:DescribeKey to the role in the policy of the key."),
	forbidden(/no session policy allows/, "the session was narrowed to another key than the one that was asked for", "Name the key by its ARN, or by an alias that it bears now."),
	forbidden(/no (?:service control|resource control) policy allows|no permissions boundary allows|no VPC endpoint policy allows/, "a policy of the organisation, of the boundary or of the endpoint does not allow it", "Have whoever administers the account allow kms:Sign, kms:GetPublicKey and kms:DescribeKey there."),
	{
		pattern: /^(?:OptInRequired|SubscriptionRequiredException)\b/,
		what: "the account is not signed up for the service or the region",
		remedy: "Enable the region for the account, or finish its registration.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /^KMSInvalidStateException\n.*\bpending (?:replica )?deletion/,
		what: "the key is to be deleted",
		remedy: "Find out who scheduled it; cancel the deletion and enable the key, or name another one."
	},
	{
		pattern: /^KMSInvalidStateException\n.*\bpending import/,
		what: "the key has no key material yet, or it has expired",
		remedy: "Import the key material, or name another key."
	},
	{
		pattern: /^KMSInvalidStateException\n.*\b(?:creating|updating|unavailable)/i,
		what: "the key is being made or its store is not connected at the moment",
		remedy: "Run again in a few minutes; a custom key store has to be connected.",
		retry: true
	},
	{
		pattern: /^(?:DisabledException|KMSInvalidStateException)\b.*\n.*\bdisabled/,
		what: "the key is disabled",
		remedy: "Enable it, or name another key."
	},
	{
		pattern: /^(?:NotFoundException|InvalidArnException)\b/,
		what: "there is no such key or alias in this region of this account",
		remedy: "Check region, account and id; a key of another account has to be named by its ARN."
	},
	{
		pattern: /^(?:ThrottlingException|TooManyRequestsException|LimitExceededException)\b/,
		what: "the rate of requests of the account in this region is used up",
		remedy: "Run again later, or have the quota for asymmetric keys raised.",
		retry: true
	}
];
/** Key states (AWS KMS developer guide) in which a key cannot sign, and whether they pass. */
const KEY_STATES = /* @__PURE__ */ new Map([
	["Creating", {
		what: "it is still being made",
		remedy: "Run again in a few minutes.",
		retry: true
	}],
	["Unavailable", {
		what: "its custom key store is not connected",
		remedy: "Connect the key store, and run again.",
		retry: true
	}],
	["Disabled", {
		what: "it is disabled",
		remedy: "Enable it, or name another key."
	}],
	["PendingImport", {
		what: "it has no key material",
		remedy: "Import the key material, or name another key."
	}],
	["PendingDeletion", {
		what: "it is to be deleted",
		remedy: "Find out who scheduled it; cancel the deletion and enable the key, or name another one."
	}],
	["PendingReplicaDeletion", {
		what: "it is to be deleted once its replicas are",
		remedy: "Find out who scheduled it; cancel the deletion and enable the key, or name another one."
	}]
]);
// packages/aws/src/kms/client.ts
/** Above any public key or signature that the API gives. */
const MAX_ANSWER_BYTES$1 = 262144;
/** The region of a key. Throws INPUT_MISSING or INPUT_INVALID. */
function regionOf$1({ key, region: named }, input) {
	const region = named ?? input;
	if (region === void 0) throw new ClawError("INPUT_MISSING", `Input aws-region is empty, and ${key} does not name its region.`);
	if (/^[a-z]{2,8}(?:-[a-z0-9]{1,16}){2,4}$/.test(region)) return region;
	throw new ClawError("INPUT_INVALID", `Input aws-region: "${printable(region)}" is not a region.`);
}
__name(regionOf$1, "regionOf");
const collectAnswer$1 = /* @__PURE__ */ __name(async (stream) => new Uint8Array(await boundedBytes(stream, MAX_ANSWER_BYTES$1, () => /* @__PURE__ */ new Error("The answer is larger than any that is expected."))), "collectAnswer");
/** Everything that the client would otherwise look up for itself; each of these is a variable or a line of a profile. */
const NOTHING_LOOKED_UP$1 = {
	useDualstackEndpoint: false,
	useFipsEndpoint: false,
	authSchemePreference: ["aws.auth#sigv4"],
	defaultsMode: "standard",
	retryMode: "standard",
	maxAttempts: 1,
	disableClockSkewCorrection: false,
	userAgentAppId: "open-claw"
};
/**
* Credentials for the client. Those of a session end for it before they were given, so that it keeps
* none: renewing is done by `tokens`, on their own clock.
*/
const credentialsOf = (tokens) => {
	const expiration = /* @__PURE__ */ new Date(0);
	return async () => {
		const { accessKeyId, secretAccessKey, sessionToken } = await tokens.mint();
		return {
			accessKeyId,
			secretAccessKey,
			sessionToken,
			expiration
		};
	};
};
/**
* Where AWS KMS is in a region: in the partition that the client knows for it. A client that is given no
* endpoint would look for one in variables and profiles first.
*/
async function awsKmsEndpoint(region) {
	const { KMSClient: Client } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const { config } = new Client({
		...NOTHING_LOOKED_UP$1,
		region
	});
	return config.endpointProvider({
		Region: region,
		UseFIPS: false,
		UseDualStack: false
	}).url;
}
async function openClient(credentials, region, endpoint) {
	const { KMSClient: Client } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const target = endpoint === void 0 ? await awsKmsEndpoint(region) : new URL(endpoint);
	return new Client({
		...NOTHING_LOOKED_UP$1,
		region,
		endpoint: target.href,
		requestHandler: { httpsAgent: tlsAgent(target) },
		streamCollector: collectAnswer$1,
		...credentials === "ambient" ? {} : { credentials: credentialsOf(credentials) }
	});
}
/** Before the client is asked, which would add to an error of ours what it knows of the request. */
async function checkCredentials(client, credentials, hide) {
	if (credentials !== "ambient") {
		await credentials.mint();
		return;
	}
	const none = () => new ClawError("CREDENTIALS_MISSING", "credentials: ambient was asked for, but this machine has no credentials for AWS.");
	const given = client.config.credentials().catch(() => {
		throw none();
	});
	const found = await within(MACHINE_MS, given, none);
	for (const value of [
		found.accessKeyId,
		found.secretAccessKey,
		found.sessionToken
	]) if (value !== void 0) hide(value);
}
/** Callers by key: one client for each region and endpoint. Throws INPUT_MISSING or INPUT_INVALID for a key without a region. */
function callersOf({ endpoint, region: input, credentials, mask }) {
	const clients = /* @__PURE__ */ new Map();
	const hide = maskingOnce(mask);
	return (name) => {
		const region = regionOf$1(name, input);
		const host = name.host === void 0 ? void 0 : `https://${name.host}`;
		const target = endpoint?.href ?? host;
		const place = `${region} ${target ?? ""}`;
		return async (call, timeout) => {
			const pending = clients.get(place) ?? openClient(credentials, region, target);
			clients.set(place, pending);
			const client = await pending;
			await checkCredentials(client, credentials, hide);
			return call(client, { abortSignal: AbortSignal.timeout(timeout) });
		};
	};
}
// packages/aws/src/kms/failures.ts
const final = (code) => ({
	code,
	retry: false,
	shown: true
});
const passing = {
	code: "KMS_FAILED",
	retry: true,
	shown: true
};
/** A refused signature: AWS quotes the canonical request in its message, session token included. */
const unsigned = {
	code: "KEY_FORBIDDEN",
	retry: false,
	shown: false
};
/** By the name of the exception. The status says little: AWS throttles with 400. */
const NAMES = /* @__PURE__ */ new Map([
	["NotFoundException", final("KEY_NOT_FOUND")],
	["InvalidArnException", final("KEY_NOT_FOUND")],
	["AccessDeniedException", final("KEY_FORBIDDEN")],
	["OptInRequired", final("KEY_FORBIDDEN")],
	["SubscriptionRequiredException", final("KEY_FORBIDDEN")],
	["UnrecognizedClientException", unsigned],
	["InvalidClientTokenId", unsigned],
	["ExpiredTokenException", unsigned],
	["RequestExpired", unsigned],
	["RequestTimeTooSkewed", unsigned],
	["MissingAuthenticationTokenException", unsigned],
	["IncompleteSignatureException", unsigned],
	["InvalidSignatureException", unsigned],
	["SignatureDoesNotMatch", unsigned],
	["DisabledException", final("KEY_UNUSABLE")],
	["KMSInvalidStateException", final("KEY_UNUSABLE")],
	["InvalidKeyUsageException", final("KEY_UNUSABLE")],
	["UnsupportedOperationException", final("KEY_UNUSABLE")],
	["ValidationException", final("KEY_UNUSABLE")],
	["KeyUnavailableException", passing],
	["DependencyTimeoutException", passing],
	["KMSInternalException", passing],
	["ServiceUnavailableException", passing],
	["ThrottlingException", passing],
	["TooManyRequestsException", passing],
	["LimitExceededException", passing]
]);
/** AWS takes five minutes; the client corrects what is over four. */
const REFUSED_SKEW_SECONDS = 240;
/** What the client keeps of the answer beside the error itself. */
function answeredWith(error) {
	const response = isJsonObject(error) ? error["$response"] : void 0;
	if (!isJsonObject(response)) return {
		status: void 0,
		retryAfter: void 0,
		date: void 0
	};
	const { statusCode, headers } = response;
	const header = (name) => {
		const value = isJsonObject(headers) ? headers[name] : void 0;
		return typeof value === "string" ? value : void 0;
	};
	return {
		status: typeof statusCode === "number" ? statusCode : void 0,
		retryAfter: header("retry-after"),
		date: header("date")
	};
}
const isCut = (status) => status >= 200 && status < 300;
function withoutAnswer(error) {
	const reason = connectionWord(error);
	return explained({
		name: reason ?? "nothing in time",
		code: "KMS_FAILED",
		retry: true
	}, CONNECTION_CAUSES, { reason });
}
/** An answer without a name that is known: one that cannot be read, or a status. */
function byStatus(status) {
	if (isCut(status)) return {
		name: "an answer that cannot be read",
		code: "KMS_FAILED",
		retry: true
	};
	return {
		name: `status ${status}`,
		code: status === 401 || status === 403 ? "KEY_FORBIDDEN" : "KMS_FAILED",
		retry: isTransientStatus(status)
	};
}
/** The client's own error carries the answer and, for some, the request: name, status and message alone are taken. */
const classifyAt = (clock) => (error) => {
	const { status, retryAfter: wait, date } = answeredWith(error);
	if (status === void 0) return withoutAnswer(error);
	const after = retryAfter(wait, clock);
	const fact = error instanceof Error ? NAMES.get(error.name) : void 0;
	if (fact === void 0 || !(error instanceof Error)) return {
		...byStatus(status),
		after
	};
	const { code, retry, shown } = fact;
	const failure = {
		name: error.name,
		code,
		retry,
		after,
		details: shown ? error.message : void 0
	};
	const skew = clockSkew(date, clock);
	const reason = !shown && Math.abs(skew ?? 0) > REFUSED_SKEW_SECONDS ? `RequestExpired ${error.name}` : error.name;
	return explained(failure, KMS_CAUSES, {
		reason,
		text: error.message,
		skew
	});
};
/** `ask` with a call on the client of AWS. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askAws(caller, about, call, read) {
	const question = {
		...about,
		service: "AWS KMS",
		classify: classifyAt(about.clock)
	};
	return ask(question, (timeout) => caller(call, timeout), read);
}
// packages/aws/src/kms/key-arn.ts
const KEY_ARN = /^(?<place>arn:aws[a-z-]{0,20}:kms:(?<region>[a-z0-9-]{1,32}):[0-9]{12}:)key\/(?<id>[0-9a-f-]{36}|mrk-[0-9a-f]{32})$/;
function parseKeyArn(text) {
	const groups = typeof text === "string" ? KEY_ARN.exec(text)?.groups : void 0;
	if (groups === void 0 || typeof text !== "string") return void 0;
	const { place = "", region = "", id = "" } = groups;
	return {
		arn: text,
		place,
		region,
		id
	};
}
/** Whether the URI can mean the key of the ARN, by as much as it says. */
function canMean({ key }, { arn, place, id }) {
	if (key.startsWith("arn:")) return key.includes(":alias/") ? key.startsWith(`${place}alias/`) : key === arn;
	return key.startsWith("alias/") || key === id;
}
/** The ARN in an answer of the service, if the URI can mean it in `region`. Throws KEY_CHANGED. */
function checkedArn(answered, name, region) {
	const arn = parseKeyArn(answered);
	if (arn !== void 0 && arn.region === region && canMean(name, arn)) return arn.arn;
	throw new ClawError("KEY_CHANGED", `${name.key}: the answer is about another key, account or region.`);
}
/** The URI of a key that was pinned. */
const pinnedUri = ({ host = "" }, arn) => parseKeyUri(`awskms://${host}/${arn}`, "key");
// packages/aws/src/kms/public-key.ts
const UNKNOWN = {
	arn: void 0,
	protectionLevel: "UNKNOWN"
};
function importKey(der, resource) {
	try {
		return createPublicKey({
			key: Buffer.from(der ?? []),
			format: "der",
			type: "spki"
		});
	} catch {
		throw corrupt(resource, "the answer has no public key that can be read");
	}
}
/** Only where the answer says so: a key for anything else is no signing key. */
function checkUsage({ KeyUsage: usage }, resource) {
	if (usage === "SIGN_VERIFY") return;
	throw new ClawError("KEY_UNUSABLE", `${resource} is a key for ${printable(usage ?? "nothing")}, not for signing.`);
}
function rowsOf({ KeySpec: spec }, resource) {
	const rows = AWS_ALGORITHMS.get(spec ?? "");
	if (rows !== void 0) return rows;
	throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} is ${printable(spec ?? "of no kind")}, which is not supported.`);
}
/** The key, if it is of the kind that the answer says. All algorithms of a kind want the same. */
function checkedKey({ PublicKey: der, KeySpec: spec }, { algorithm }, resource) {
	const key = importKey(der, resource);
	if (fitsAlgorithm(key, algorithm)) return key;
	throw corrupt(resource, `the public key is not one of ${printable(spec ?? "")}`);
}
function readPublicKey(answer, { name, region, algorithm: wanted }) {
	const resource = checkedArn(answer.KeyId, name, region);
	checkUsage(answer, resource);
	const rows = rowsOf(answer, resource);
	const key = checkedKey(answer, rows[0], resource);
	const offered = rows.filter(({ signing }) => answer.SigningAlgorithms?.includes(signing) === true);
	const algorithm = chooseAlgorithm(resource, offered.map((row) => row.algorithm), wanted);
	const { signing: signingAlgorithm } = rows.find((row) => row.algorithm === algorithm) ?? rows[0];
	return {
		resource,
		signingAlgorithm,
		algorithm,
		publicKey: key.export({
			type: "spki",
			format: "der"
		})
	};
}
const fetchPublicKey = (caller, wanted) => askAws(caller, {
	resource: wanted.name.key,
	permission: "kms:GetPublicKey",
	clock: wanted.clock
}, async (client, options) => {
	const { GetPublicKeyCommand } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	return client.send(new GetPublicKeyCommand({ KeyId: wanted.name.key }), options);
}, (answer) => readPublicKey(answer, wanted));
/** A key signs in these (AWS KMS developer guide, key states); a multi-region key is updated while its primary moves. */
const SIGNS = /* @__PURE__ */ new Set(["Enabled", "Updating"]);
function checkState(arn, state = "none") {
	if (SIGNS.has(state)) return;
	const known = KEY_STATES.get(state);
	if (known === void 0) throw new ClawError("KEY_UNUSABLE", `${arn} is in the state ${printable(state)}.`);
	const { what, remedy, retry = false } = known;
	throw new KeyState({
		name: `the state ${state}`,
		code: "KEY_UNUSABLE",
		retry,
		cause: {
			what,
			remedy,
			code: void 0,
			retry
		}
	});
}
/** AWS_KMS, EXTERNAL, … EXTERNAL means that the key was imported, so that it exists elsewhere too. */
function readDescription({ KeyMetadata: data }, wanted) {
	const arn = checkedArn(data?.Arn, wanted.name, wanted.region);
	checkState(arn, data?.KeyState);
	const origin = data?.Origin ?? "";
	if (!/^[A-Z_]{1,64}$/.test(origin)) throw corrupt(arn, "the answer does not tell the origin of the key");
	return {
		arn,
		protectionLevel: origin
	};
}
/** The permission is optional, for a signature does not need it. Any other failure is one. */
async function fetchDescription(caller, wanted) {
	try {
		return await askAws(caller, {
			resource: wanted.name.key,
			permission: "kms:DescribeKey",
			clock: wanted.clock
		}, async (client, options) => {
			const { DescribeKeyCommand } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
			return client.send(new DescribeKeyCommand({ KeyId: wanted.name.key }), options);
		}, (answer) => readDescription(answer, wanted));
	} catch (error) {
		if (error instanceof ClawError && error.code === "KEY_FORBIDDEN") return UNKNOWN;
		throw error;
	}
}
/** Both answers, or the failure of the first: it is the one that says more. */
async function fetchBoth(caller, wanted) {
	const [key, description] = await Promise.allSettled([fetchPublicKey(caller, wanted), fetchDescription(caller, wanted)]);
	if (key.status === "rejected") throw key.reason;
	if (description.status === "rejected") throw description.reason;
	return [key.value, description.value];
}
/** Resolves `uri` to the ARN of one key and fetches its public key. Throws as `ask`, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED, or INPUT_MISSING for a key without a region. */
async function pinKey(caller, uri, wanted) {
	const [key, { arn, protectionLevel }] = await fetchBoth(caller, wanted);
	if (arn !== void 0 && arn !== key.resource) throw new ClawError("KEY_CHANGED", `${uri} named two keys at once; nothing was signed.`);
	return {
		uri: pinnedUri(wanted.name, key.resource),
		...key,
		protectionLevel
	};
}
/** Opens a key by its URI: the caller that reaches it, and the key as it was pinned. */
function pinnerOf(options) {
	const callerFor = callersOf(options);
	return async (uri, algorithm) => {
		const name = awsKeyName(uri);
		const region = regionOf$1(name, options.region);
		const caller = callerFor(name);
		return {
			caller,
			key: await pinKey(caller, uri, {
				name,
				region,
				algorithm,
				clock: options.clock
			})
		};
	};
}
/** Fetches public keys by their URIs; for verifiers. */
function awsPublicKey(options) {
	const pin = pinnerOf(options);
	return async (uri, wanted) => (await pin(uri, wanted)).key;
}
// packages/aws/src/session-policy.ts
const ROLE = /^arn:(?<partition>aws[a-z-]{0,20}):iam::(?<account>[0-9]{12}):role\/(?:[\w+=,.@-]{1,64}\/){0,8}[\w+=,.@-]{1,64}$/;
/** Throws INPUT_INVALID. */
function parseRole(text, input) {
	const groups = ROLE.exec(text)?.groups;
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
// packages/aws/src/sts-causes.ts
const STS_CAUSES = [
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
// packages/aws/src/sts.ts
/** Above any session that STS gives. */
const MAX_ANSWER_BYTES = 262144;
const collectAnswer = async (stream) => new Uint8Array(await boundedBytes(stream, MAX_ANSWER_BYTES, () => /* @__PURE__ */ new Error("The answer is larger than any that is expected.")));
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
function failureOf({ statusCode: status, headers }, { name, message }, clock) {
	if (typeof status !== "number") return noAnswer(void 0);
	if (status < 300) return new ExchangeFailure(status, "cut or malformed", void 0);
	const reason = /^[A-Za-z]{1,64}$/.test(name) ? name : void 0;
	const skew = clockSkew(headerOf(headers, "date"), clock);
	return new ExchangeFailure(status, reason, retryAfter(headerOf(headers, "retry-after"), clock), { told: causeOf(STS_CAUSES, {
		reason,
		text: message,
		skew
	}) });
}
/** The client's own error holds the answer and may quote the request: status and name alone are shown. */
function stsFailure(error, clock) {
	if (!(error instanceof Error && "$response" in error)) return noAnswer(error);
	const { $response: response } = error;
	return isJsonObject(response) ? failureOf(response, error, clock) : noAnswer(error);
}
/** Whether to ask again after `failure`: an answer that cannot be read was cut on its way. */
const stsRetry = ({ status, reason, after, passes, message }) => ({
	retry: passes || status !== void 0 && status < 300,
	after,
	why: `STS answers ${status === void 0 ? reason ?? "nothing in time" : message}`
});
// packages/aws/src/web-identity.ts
/** What the identity provider in IAM is usually made for; in China it is `sts.amazonaws.com.cn`. */
const AWS_AUDIENCE = "sts.amazonaws.com";
/** The shortest that the API gives, in seconds: signing takes less. */
const LIFETIME = 900;
const ATTEMPT_MS = 1e4;
const STEP = "The token exchange with AWS";
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
			const abortSignal = AbortSignal.timeout(Math.min(budget, ATTEMPT_MS));
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
	const secretAccessKey = maskedToken(given?.SecretAccessKey, STEP, mask);
	const sessionToken = maskedToken(given?.SessionToken, STEP, mask);
	const accessKeyId = maskedToken(given?.AccessKeyId, STEP, mask);
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
export { AWS_AUDIENCE, MAX_MESSAGE_BYTES, MESSAGE_TYPES, askAws, awsPublicKey, awsWebIdentity, parseRoleArn, pinnerOf };
