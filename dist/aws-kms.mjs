import { __toESM } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, arrivesAs, chooseAlgorithm, fitsAlgorithm, isJsonObject, printable, systemCode } from "./core.mjs";
import { CONNECTION_CAUSES, HTTP_STATUS, MACHINE_MS, RequestFailure, ask, clockSkew, corrupt, knownCause, maskingOnce, retryAfter, within } from "./net.mjs";
import { AWS_PERMISSIONS, KMS_PLACE, awsKeyName, awsKeyUri, keyRegion } from "./start.mjs";
import { NOTHING_LOOKED_UP, clientSettings } from "./aws.mjs";
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
* Algorithms by KeySpec. ED25519_PH_SHA_512 is left out: it would hash a digest again. ML-DSA keys take
* messages of up to 4,096 bytes, or mu; mu gives the same signature over a message of any size, so a key is
* opened for mu only.
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
/** `MessageType` of the API, by what is sent. */
const MESSAGE_TYPES = {
	digest: "DIGEST",
	message: "RAW",
	mu: "EXTERNAL_MU"
};
/** Limit of the API on `Message`, in bytes. */
const MAX_MESSAGE_BYTES = 4096;
// packages/aws/src/kms/key-rows.ts
/** Every way in which an AWS KMS key signs. */
const AWS_KEY_ROWS = [...AWS_ALGORITHMS].flatMap(([kind, rows]) => rows.map(({ signing, algorithm }) => ({
	kind,
	algorithm,
	parameters: {
		SigningAlgorithm: signing,
		MessageType: MESSAGE_TYPES[ALGORITHMS[algorithm].input]
	},
	encoding: arrivesAs(algorithm, "DER")
})));
// packages/aws/src/kms/causes.ts
const forbidden = (pattern, what, remedy) => ({
	pattern,
	what,
	remedy
});
const KMS_CAUSES = [
	{
		pattern: /Signature (?:expired|not yet current)|^(?:RequestExpired|RequestTimeTooSkewed)\b/,
		what: "it does not accept the time of the request",
		remedy: "Run again: the request was on its way for too long.",
		clock: true,
		retry: true
	},
	forbidden(/^(?:InvalidSignatureException|SignatureDoesNotMatch)\b/, "the signature of the request does not fit its credentials", "Check the credentials of the machine, and that no proxy changes the headers of requests."),
	forbidden(/^ExpiredToken/, "the session has ended", "Run again for a new session; sign in a step of its own where the job runs for long."),
	forbidden(/^(?:UnrecognizedClientException|InvalidClientTokenId)\b/, "it does not know the credentials: they are wrong or of another partition, or the region is not enabled for their account", "Check the region of the key, and that it is enabled for the account of the role."),
	forbidden(/with an explicit deny in an? (?<where>[a-z -]{1,40}policy)/, "a policy denies it explicitly", "Change the statement of that policy that denies the call."),
	forbidden(/no resource-based policy allows/, "the policy of the key does not allow it, as it must for a role of another account", "Allow kms:Sign, kms:GetPublicKey and kms:DescribeKey to the role in the policy of the key."),
	forbidden(/no session policy allows/, "the session was narrowed to a key other than the one requested", "Name the key by its ARN, or by an alias that it has now."),
	forbidden(/no (?:service control|resource control) policy allows|no permissions boundary allows|no VPC endpoint policy allows/, "a policy of the organisation, of the boundary or of the endpoint does not allow it", "Have an administrator of the account allow kms:Sign, kms:GetPublicKey and kms:DescribeKey there."),
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
		remedy: "Run again in a few minutes; a custom key store must be connected.",
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
		remedy: "Check region, account and id; a key of another account must be named by its ARN."
	},
	{
		pattern: /^(?:ThrottlingException|TooManyRequestsException|LimitExceededException)\b/,
		what: "the rate of requests of the account in this region is used up",
		remedy: "Run again later, or have the quota for asymmetric keys raised.",
		retry: true
	}
];
/** States in which a key cannot sign (AWS KMS developer guide, key states), and whether they pass. */
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
/** Requests are signed with the time of the service, from its answers. */
const SIGNED = {
	authSchemePreference: ["aws.auth#sigv4"],
	disableClockSkewCorrection: false
};
/**
* Returns the client's provider of session credentials. They are marked as expired, so that the client keeps
* none: `tokens` renews them, on its own clock.
*/
const sessionProvider = (tokens) => {
	const expiration = /* @__PURE__ */ new Date(0);
	return async () => {
		const { accessKeyId, secretAccessKey, sessionToken } = await tokens.mint();
		return {
			accessKeyId: accessKeyId.reveal(),
			secretAccessKey: secretAccessKey.reveal(),
			sessionToken: sessionToken.reveal(),
			expiration
		};
	};
};
/**
* Returns the endpoint of AWS KMS in a region, in the partition that the client knows for it. A client
* without an endpoint would look for one in variables and profiles first.
*/
async function awsKmsEndpoint(region) {
	const { KMSClient: Client } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const { config } = new Client({
		...NOTHING_LOOKED_UP,
		...SIGNED,
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
		...clientSettings(region, target),
		...SIGNED,
		...credentials === "ambient" ? {} : { credentials: sessionProvider(credentials) }
	});
}
/** Gets the credentials before the client is called, which would add details of the request to our error. */
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
/** Returns callers by key: one client for each region and endpoint. Throws INPUT_MISSING or INPUT_INVALID for a key without a region. */
function kmsCallers({ endpoint, region: input, credentials, mask }) {
	const clients = /* @__PURE__ */ new Map();
	const hide = maskingOnce(mask);
	return (name) => {
		const region = keyRegion(name, input);
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
/** A refused request signature: AWS quotes the canonical request in its message, session token included. */
const unsigned = {
	code: "KEY_FORBIDDEN",
	retry: false,
	shown: false
};
/** Facts by the name of the exception. The status says little: AWS throttles with 400. */
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
/** AWS accepts five minutes; the client corrects anything over four. */
const REFUSED_SKEW_SECONDS = 240;
/** Reads what the client keeps of the answer beside the error itself. */
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
	const reason = systemCode(error);
	return new RequestFailure({
		reason,
		code: "KMS_FAILED",
		told: knownCause(CONNECTION_CAUSES, { reason })
	});
}
/** Returns the facts of an answer without a known name: unreadable, or only a status. */
function byStatus(status) {
	if (isCut(status)) return {
		reason: "an answer that cannot be read",
		code: "KMS_FAILED",
		passes: true
	};
	return { code: status === HTTP_STATUS.unauthorized || status === HTTP_STATUS.forbidden ? "KEY_FORBIDDEN" : "KMS_FAILED" };
}
/** Returns the reader of errors. They carry the answer and sometimes the request: only name, status and message are taken. */
const classifyAt = (clock) => (error) => {
	const { status, retryAfter: wait, date } = answeredWith(error);
	if (status === void 0) return withoutAnswer(error);
	const after = retryAfter(wait, clock);
	const fact = error instanceof Error ? NAMES.get(error.name) : void 0;
	if (fact === void 0 || !(error instanceof Error)) return new RequestFailure({
		status,
		after,
		...byStatus(status)
	});
	const { code, retry, shown } = fact;
	const skew = clockSkew(date, clock);
	const reason = !shown && Math.abs(skew ?? 0) > REFUSED_SKEW_SECONDS ? `RequestExpired ${error.name}` : error.name;
	return new RequestFailure({
		status,
		reason: error.name,
		code,
		passes: retry,
		after,
		details: shown ? error.message : void 0,
		told: knownCause(KMS_CAUSES, {
			reason,
			text: error.message,
			skew
		})
	});
};
/** Calls `ask` with the AWS client. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askAws(caller, about, call, read) {
	const question = {
		...about,
		service: "AWS KMS",
		classify: classifyAt(about.clock)
	};
	return ask(question, (timeout) => caller(call, timeout), read);
}
// packages/aws/src/kms/key-arn.ts
const KEY_ARN = new RegExp(`^(?<place>${KMS_PLACE})key/(?<id>[0-9a-f-]{36}|mrk-[0-9a-f]{32})$`);
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
/** Says whether the URI, as far as it is specific, can mean the key of the ARN. */
function canMean({ key }, { arn, place, id }) {
	if (key.startsWith("arn:")) return key.includes(":alias/") ? key.startsWith(`${place}alias/`) : key === arn;
	return key.startsWith("alias/") || key === id;
}
/** Returns the ARN in an answer if the URI can mean it in `region`. Throws KEY_CHANGED. */
function checkedArn(answered, name, region) {
	const arn = parseKeyArn(answered);
	if (arn !== void 0 && arn.region === region && canMean(name, arn)) return arn.arn;
	throw new ClawError("KEY_CHANGED", `${name.key}: the answer is about another key, account or region.`);
}
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
/** Checks that the answer says the key is for signing. */
function checkUsage({ KeyUsage: usage }, resource) {
	if (usage === "SIGN_VERIFY") return;
	throw new ClawError("KEY_UNUSABLE", `${resource} is a key for ${printable(usage ?? "nothing")}, not for signing.`);
}
function supportedRows({ KeySpec: spec }, resource) {
	const rows = AWS_ALGORITHMS.get(spec ?? "");
	if (rows !== void 0) return rows;
	throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} is ${printable(spec ?? "of no kind")}, which is not supported.`);
}
/** Returns the key if it is of the kind that the answer states. All algorithms of a kind need the same kind of key. */
function checkedKey({ PublicKey: der, KeySpec: spec }, { algorithm }, resource) {
	const key = importKey(der, resource);
	if (fitsAlgorithm(key, algorithm)) return key;
	throw corrupt(resource, `the public key is not one of ${printable(spec ?? "")}`);
}
function readPublicKey(answer, { name, region, algorithm: wanted }) {
	const resource = checkedArn(answer.KeyId, name, region);
	checkUsage(answer, resource);
	const rows = supportedRows(answer, resource);
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
	permission: AWS_PERMISSIONS.getPublicKey,
	clock: wanted.clock
}, async (client, options) => {
	const { GetPublicKeyCommand } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	return client.send(new GetPublicKeyCommand({ KeyId: wanted.name.key }), options);
}, (answer) => readPublicKey(answer, wanted));
/** States in which a key signs (AWS KMS developer guide, key states); a multi-region key is `Updating` while its primary moves. */
const SIGNING_STATES = /* @__PURE__ */ new Set(["Enabled", "Updating"]);
function checkState(arn, state = "none") {
	if (SIGNING_STATES.has(state)) return;
	const known = KEY_STATES.get(state);
	if (known === void 0) throw new ClawError("KEY_UNUSABLE", `${arn} is in the state ${printable(state)}.`);
	const { what, remedy, retry = false } = known;
	throw new RequestFailure({
		reason: `the state ${state}`,
		code: "KEY_UNUSABLE",
		told: {
			what,
			remedy,
			code: void 0,
			retry
		}
	});
}
/** Reads AWS_KMS, EXTERNAL, … EXTERNAL means that the key was imported, so it also exists elsewhere. */
function readDescription({ KeyMetadata: data }, wanted) {
	const arn = checkedArn(data?.Arn, wanted.name, wanted.region);
	checkState(arn, data?.KeyState);
	const origin = data?.Origin ?? "";
	if (!/^[A-Z_]{1,64}$/.test(origin)) throw corrupt(arn, "the answer does not state the origin of the key");
	return {
		arn,
		protectionLevel: origin
	};
}
/** Fetches the description. The permission is optional, since signing does not need it; any other failure counts. */
async function fetchDescription(caller, wanted) {
	try {
		return await askAws(caller, {
			resource: wanted.name.key,
			permission: AWS_PERMISSIONS.describeKey,
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
/** Returns both answers, or throws the failure of the first, which says more. */
async function fetchBoth(caller, wanted) {
	const [key, description] = await Promise.allSettled([fetchPublicKey(caller, wanted), fetchDescription(caller, wanted)]);
	if (key.status === "rejected") throw key.reason;
	if (description.status === "rejected") throw description.reason;
	return [key.value, description.value];
}
/** Resolves `uri` to the ARN of one key and fetches its public key. Throws what `ask` throws, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED, or INPUT_MISSING for a key without a region. */
async function pinKey(caller, uri, wanted) {
	const [key, { arn, protectionLevel }] = await fetchBoth(caller, wanted);
	if (arn !== void 0 && arn !== key.resource) throw new ClawError("KEY_CHANGED", `${uri} named two keys at once; nothing was signed.`);
	return {
		uri: awsKeyUri(wanted.name, key.resource),
		...key,
		protectionLevel
	};
}
/** Returns a function that opens a key by its URI: the caller that reaches it, and the pinned key. */
function keyPinner(options) {
	const callerFor = kmsCallers(options);
	return async (uri, algorithm) => {
		const name = awsKeyName(uri);
		const region = keyRegion(name, options.region);
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
	const pin = keyPinner(options);
	return async (uri, wanted) => (await pin(uri, wanted)).key;
}
export { AWS_KEY_ROWS, MAX_MESSAGE_BYTES, MESSAGE_TYPES, askAws, awsPublicKey, keyPinner, pinKey };
