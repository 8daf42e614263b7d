import { __name, __toESM } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, chooseAlgorithm, fitsAlgorithm, gcpKeyName, isJsonObject, parseKeyUri, printable, requestHeaders } from "./core.mjs";
import { CONNECTION_CAUSES, KeyState, MACHINE_MS, agentsFor, ask, causeOf, corrupt as corrupt$1, exchangeError, explained, googleReasons, grpcProxyOption, isLoopback, issuerOf, maskedToken, maskingOnce, postJson, renewing, subjectOf, withRetry, within } from "./net.mjs";
import { importPemKey, importRawKey } from "./asn1.mjs";
import { getCACertificates } from "node:tls";
// packages/google/src/ambient.ts
const failure = (code, what) => new ClawError(code, `credentials: ambient was asked for, but ${what}.`);
const late = () => failure("CREDENTIALS_FAILED", `the credentials of this machine gave no token within ${MACHINE_MS / 1e3} s`);
async function openClient$2(scope) {
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
__name(openClient$2, "openClient");
/**
* Headers that authorise a request for `scope`, with a token that the library renews. Throws
* CREDENTIALS_MISSING or CREDENTIALS_FAILED.
*/
function ambientGoogle(scope, mask) {
	const hide = maskingOnce(mask);
	let client;
	return async () => {
		client ??= openClient$2(scope);
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
// packages/google/src/crc32c.ts
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
	let value = index;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? value >>> 1 ^ 2197175160 : value >>> 1;
	return value >>> 0;
});
/** The checksum as an unsigned 32-bit number. */
function crc32c(bytes) {
	let value = 4294967295;
	for (const byte of bytes) value = value >>> 8 ^ (TABLE[(value ^ byte) & 255] ?? 0);
	return (value ^ 4294967295) >>> 0;
}
// packages/google/src/kms/algorithms.ts
const plain = (algorithm) => ({
	algorithm,
	feed: "as-algorithm"
});
const raw = (algorithm) => ({
	algorithm,
	feed: "digest-info"
});
const GOOGLE_ALGORITHMS = /* @__PURE__ */ new Map([
	["EC_SIGN_P256_SHA256", plain("ecdsa-p256-sha256")],
	["EC_SIGN_P384_SHA384", plain("ecdsa-p384-sha384")],
	["EC_SIGN_SECP256K1_SHA256", plain("ecdsa-secp256k1-sha256")],
	["EC_SIGN_ED25519", plain("ed25519")],
	["RSA_SIGN_PSS_2048_SHA256", plain("rsa-pss-2048-sha256")],
	["RSA_SIGN_PSS_3072_SHA256", plain("rsa-pss-3072-sha256")],
	["RSA_SIGN_PSS_4096_SHA256", plain("rsa-pss-4096-sha256")],
	["RSA_SIGN_PSS_4096_SHA512", plain("rsa-pss-4096-sha512")],
	["RSA_SIGN_PKCS1_2048_SHA256", plain("rsa-pkcs1-2048-sha256")],
	["RSA_SIGN_PKCS1_3072_SHA256", plain("rsa-pkcs1-3072-sha256")],
	["RSA_SIGN_PKCS1_4096_SHA256", plain("rsa-pkcs1-4096-sha256")],
	["RSA_SIGN_PKCS1_4096_SHA512", plain("rsa-pkcs1-4096-sha512")],
	["RSA_SIGN_RAW_PKCS1_2048", raw("rsa-pkcs1-2048-sha256")],
	["RSA_SIGN_RAW_PKCS1_3072", raw("rsa-pkcs1-3072-sha256")],
	["RSA_SIGN_RAW_PKCS1_4096", raw("rsa-pkcs1-4096-sha256")],
	["PQ_SIGN_ML_DSA_44", plain("ml-dsa-44")],
	["PQ_SIGN_ML_DSA_65", plain("ml-dsa-65")],
	["PQ_SIGN_ML_DSA_87", plain("ml-dsa-87")],
	["PQ_SIGN_ML_DSA_44_EXTERNAL_MU", plain("ml-dsa-44-external-mu")],
	["PQ_SIGN_ML_DSA_65_EXTERNAL_MU", plain("ml-dsa-65-external-mu")],
	["PQ_SIGN_ML_DSA_87_EXTERNAL_MU", plain("ml-dsa-87-external-mu")],
	["PQ_SIGN_SLH_DSA_SHA2_128S", plain("slh-dsa-sha2-128s")]
]);
/** Signs, but Node has no call that checks it here, and what is not checked is not published. */
const UNCHECKABLE_ALGORITHMS = /* @__PURE__ */ new Set(["PQ_SIGN_HASH_SLH_DSA_SHA2_128S_SHA256"]);
/** Google's limit on `data`. */
const MAX_DATA_BYTES = 65536;
// packages/google/src/kms/client.ts
/** Scope of Cloud KMS alone; the clients' default is every API of Google Cloud. */
const KMS_SCOPE = "https://www.googleapis.com/auth/cloudkms";
const GOOGLE$1 = new URL("https://cloudkms.googleapis.com");
/** Above any public key, signature or page of versions that the API gives. */
const MAX_ANSWER_BYTES$1 = 4194304;
async function openClient$1(endpoint) {
	const [{ KeyManagementServiceClient: Client }, { PassThroughClient }, { grpc }] = await Promise.all([
		import("./load-google-cloud-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1)),
		import("./load-google-auth-library.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1)),
		import("./load-google-gax.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1))
	]);
	const target = endpoint ?? GOOGLE$1;
	const insecure = target.protocol === "http:" && isLoopback(target);
	const roots = Buffer.from(getCACertificates("default").join("\n"));
	return new Client({
		universeDomain: "googleapis.com",
		apiEndpoint: target.hostname,
		port: Number(target.port === "" ? "443" : target.port),
		...grpcProxyOption(target),
		sslCreds: insecure ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(roots),
		authClient: new PassThroughClient(),
		"grpc.max_receive_message_length": MAX_ANSWER_BYTES$1
	});
}
__name(openClient$1, "openClient");
/** The caller for `options`. Throws what the client throws, and the ClawErrors of the credentials. */
function callerOf({ endpoint, tokens }) {
	const authorization = requestHeaders(tokens);
	let client;
	return async (call, timeout) => {
		client ??= openClient$1(endpoint);
		const [opened, headers] = await Promise.all([client, authorization()]);
		return call(opened, {
			timeout,
			retry: { retryCodes: [] },
			otherArgs: { headers }
		});
	};
}
// packages/google/src/causes.ts
/** Milliseconds of google.rpc.RetryInfo in an error of a client, where the service says how long to wait. */
function googleRetryDelay(error) {
	if (!(error instanceof Error && "statusDetails" in error && Array.isArray(error.statusDetails))) return void 0;
	const delays = error.statusDetails.map((detail) => isJsonObject(detail) ? detail["retryDelay"] : void 0).filter(isJsonObject).map(({ seconds, nanos }) => Number(seconds ?? 0) * 1e3 + Number(nanos ?? 0) / 1e6).filter((milliseconds) => milliseconds > 0);
	return delays.length === 0 ? void 0 : Math.max(...delays);
}
const GOOGLE_CAUSES = [
	{
		pattern: /has not been used in (?<where>project [0-9]{1,20}) before or it is disabled/,
		what: "the API is off in the project of the caller, which need not be that of the resource",
		remedy: "Enable the API in that project, and run again after a few minutes.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bSERVICE_DISABLED\b|has not been used in .* before,? or it is disabled/,
		what: "the API is off in the project of the caller, which need not be that of the resource",
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
		remedy: "Look that identifier up in the audit log, and let the identity of the job or the runner in by an ingress rule.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bSECURITY_POLICY_VIOLATED\b|\bVPC_SERVICE_CONTROLS\b|prohibited by organization's policy/,
		what: "VPC Service Controls keep the job out of the perimeter of the project",
		remedy: "Let the identity of the job or the runner in by an ingress rule of the perimeter.",
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
		what: "the service takes no token of this kind, or not any more",
		remedy: "Set service-account, where the API takes no token of a federated identity; otherwise run again for a new token.",
		retry: false
	},
	...CONNECTION_CAUSES
];
// packages/google/src/kms/causes.ts
const state = (name) => new RegExp(`\\bKEY_${name}\\b|current state is: ${name}\\b`);
const KMS_CAUSES = [
	{
		pattern: state("PENDING_GENERATION"),
		what: "the key version is still being generated",
		remedy: "Run again in a few minutes.",
		retry: true
	},
	{
		pattern: state("PENDING_IMPORT"),
		what: "the key version is still being imported",
		remedy: "Run again in a few minutes.",
		retry: true
	},
	{
		pattern: state("(?:GENERATION|IMPORT)_FAILED"),
		what: "the key version could not be made",
		remedy: "Create another version and name it."
	},
	{
		pattern: state("DESTROY_SCHEDULED"),
		what: "the key version is to be destroyed",
		remedy: "Find out who scheduled it; restore and enable the version, or name another one."
	},
	{
		pattern: state("DESTROYED"),
		what: "the key version is destroyed",
		remedy: "Name another version."
	},
	{
		pattern: state("DISABLED"),
		what: "the key version is disabled",
		remedy: "Enable it, or name another version."
	},
	{
		pattern: /digest (?:type|length)|does not match the (?:algorithm|key version algorithm)/i,
		what: "the digest is none of the algorithm of the key version",
		remedy: "Name the key version again: its algorithm is not what it was when it was read."
	},
	...GOOGLE_CAUSES,
	{
		pattern: /Permission '(?<where>[\w.]{1,80})' denied on resource/,
		what: "the identity of the job lacks a permission, or there is no such key, which Google does not tell apart"
	}
];
// packages/google/src/kms/failures.ts
/** google.rpc.Code. What is not here failed for a reason that trying again does not mend. */
const RPC_CODES$1 = /* @__PURE__ */ new Map([
	[3, {
		name: "INVALID_ARGUMENT",
		code: "KEY_UNUSABLE",
		retry: false
	}],
	[4, {
		name: "DEADLINE_EXCEEDED",
		code: "KMS_FAILED",
		retry: true
	}],
	[5, {
		name: "NOT_FOUND",
		code: "KEY_NOT_FOUND",
		retry: false
	}],
	[7, {
		name: "PERMISSION_DENIED",
		code: "KEY_FORBIDDEN",
		retry: false
	}],
	[8, {
		name: "RESOURCE_EXHAUSTED",
		code: "KMS_FAILED",
		retry: true
	}],
	[9, {
		name: "FAILED_PRECONDITION",
		code: "KEY_UNUSABLE",
		retry: false
	}],
	[13, {
		name: "INTERNAL",
		code: "KMS_FAILED",
		retry: true
	}],
	[14, {
		name: "UNAVAILABLE",
		code: "KMS_FAILED",
		retry: true
	}],
	[16, {
		name: "UNAUTHENTICATED",
		code: "KEY_FORBIDDEN",
		retry: false
	}]
]);
const UNKNOWN$1 = {
	code: "KMS_FAILED",
	retry: false
};
/** The google.rpc.Code of an error of the client. */
function rpcCode(error) {
	return error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : void 0;
}
/** The client's own error carries metadata, which holds the headers of the request: only its details are taken. */
function classify(error) {
	const number = rpcCode(error);
	const fact = number === void 0 ? void 0 : RPC_CODES$1.get(number);
	const details = error instanceof Error && "details" in error ? String(error.details) : void 0;
	const { name, code, retry } = fact ?? {
		name: `status ${number ?? "none"}`,
		...UNKNOWN$1
	};
	const reason = error instanceof Error && "statusDetails" in error ? googleReasons(error.statusDetails) : void 0;
	const shown = reason === void 0 ? name : `${name} (${reason})`;
	return explained({
		name: shown,
		code,
		retry,
		after: googleRetryDelay(error),
		details
	}, KMS_CAUSES, {
		reason,
		text: details
	});
}
/** `ask` with a call on the client of Google. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
function askGoogle(caller, about, call, read) {
	return ask({
		...about,
		service: "Cloud KMS",
		classify
	}, (timeout) => caller(call, timeout), read);
}
// packages/google/src/kms/public-key.ts
const INVALID_ARGUMENT = 3;
/** Bytes as FIPS 204 and 205 encode them. */
const RAW_FORMAT = "NIST_PQC";
function algorithmOf(name, resource) {
	const known = GOOGLE_ALGORITHMS.get(name);
	if (known !== void 0) return known.algorithm;
	if (UNCHECKABLE_ALGORITHMS.has(name)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} is ${name}, whose signatures cannot be checked here before they are published.`);
	if (/(?:^|_)SIGN_|^[0-9]+$/.test(name)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} is ${printable(name)}, which is not supported.`);
	throw new ClawError("KEY_UNUSABLE", `${resource} is ${printable(name)}, which is not a signing key.`);
}
/** Bytes that fit their checksum. int64 values come as numbers, strings or Longs. */
function checkedBytes$1(data, checksum, resource) {
	if (String(checksum?.value) !== String(crc32c(data))) throw corrupt$1(resource, "the CRC32C of the public key is missing or wrong");
	return data;
}
__name(checkedBytes$1, "checkedBytes");
function importKey(answer, algorithm, resource) {
	const { pem, pemCrc32c, publicKey, publicKeyFormat } = answer;
	try {
		const key = typeof pem === "string" && pem !== "" ? importPemKey(checkedBytes$1(Buffer.from(pem), pemCrc32c, resource).toString("utf8")) : publicKey?.data instanceof Uint8Array && publicKeyFormat === RAW_FORMAT ? importRawKey(checkedBytes$1(Buffer.from(publicKey.data), publicKey.crc32cChecksum, resource), ALGORITHMS[algorithm].node.type) : void 0;
		if (key !== void 0) return key;
	} catch (error) {
		if (error instanceof ClawError) throw error;
	}
	throw corrupt$1(resource, "the answer has no public key that can be read");
}
/** SOFTWARE, HSM, … An answer that does not say it would let the level change unseen. */
function protectionLevelOf(answer, resource) {
	const level = answer.protectionLevel;
	if (typeof level === "string" && /^[A-Z_]{1,64}$/.test(level) && level !== "PROTECTION_LEVEL_UNSPECIFIED") return level;
	throw corrupt$1(resource, "the answer does not tell the protection level");
}
function readPublicKey(answer, resource) {
	if (answer.name !== resource) throw new ClawError("KEY_CHANGED", `${resource}: the answer is about another key or version.`);
	const googleAlgorithm = String(answer.algorithm);
	const algorithm = algorithmOf(googleAlgorithm, resource);
	const key = importKey(answer, algorithm, resource);
	if (!fitsAlgorithm(key, algorithm)) throw corrupt$1(resource, `the public key is not one of ${googleAlgorithm}`);
	return {
		resource,
		googleAlgorithm,
		algorithm,
		publicKey: key.export({
			type: "spki",
			format: "der"
		}),
		protectionLevel: protectionLevelOf(answer, resource)
	};
}
/** PEM first: it serves every key but post-quantum ones, which have to be asked for by their own format. */
async function fetchPublicKey(caller, resource, clock) {
	return askGoogle(caller, {
		resource,
		permission: "cloudkms.cryptoKeyVersions.viewPublicKey, as in roles/cloudkms.publicKeyViewer",
		clock
	}, async (client, options) => {
		try {
			return (await client.getPublicKey({ name: resource }, options))[0];
		} catch (error) {
			if (rpcCode(error) !== INVALID_ARGUMENT) throw error;
			return (await client.getPublicKey({
				name: resource,
				publicKeyFormat: RAW_FORMAT
			}, options))[0];
		}
	}, (answer) => readPublicKey(answer, resource));
}
/** A key whose first version is being generated has none that is enabled: that passes. */
const generated = {
	name: "no enabled version",
	code: "KEY_UNUSABLE",
	retry: true,
	cause: {
		what: "the first one is still being generated",
		remedy: "Run again in a few minutes.",
		code: void 0,
		retry: void 0
	}
};
/** The newest enabled version of a key, as cosign resolves it. */
async function newestVersion(caller, key, clock) {
	const names = await askGoogle(caller, {
		resource: key,
		permission: "cloudkms.cryptoKeyVersions.list, as in roles/cloudkms.viewer",
		clock
	}, async (client, options) => {
		const inState = async (state) => {
			const [versions] = await client.listCryptoKeyVersions({
				parent: key,
				filter: `state=${state}`
			}, options);
			return versions.filter((version) => version.state === state).map(({ name }) => name ?? "");
		};
		const enabled = await inState("ENABLED");
		if (enabled.length > 0) return enabled;
		if ((await inState("PENDING_GENERATION")).length > 0) throw new KeyState(generated);
		return inState("ENABLED");
	}, (enabled) => enabled);
	if (names.length === 0) throw new ClawError("KEY_UNUSABLE", `${key} has no enabled version.`);
	const prefix = `${key}/cryptoKeyVersions/`;
	const numbers = names.map((name) => name.startsWith(prefix) ? name.slice(prefix.length) : "");
	if (!numbers.every((number) => /^[1-9][0-9]{0,9}$/.test(number))) throw new ClawError("KEY_CHANGED", `${key}: the service lists versions of another key.`);
	return String(Math.max(...numbers.map(Number)));
}
/** Resolves the version of `uri` once and fetches its public key. Throws as `ask`, and KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
async function pinKey(caller, uri, options) {
	const { clock, wanted } = options;
	const { key, version } = gcpKeyName(uri);
	const resource = `${key}/cryptoKeyVersions/${version ?? await newestVersion(caller, key, clock)}`;
	const fetched = await fetchPublicKey(caller, resource, clock);
	chooseAlgorithm(resource, [fetched.algorithm], wanted);
	return {
		uri: parseKeyUri(`gcpkms://${resource}`, "key"),
		...fetched
	};
}
/** Fetches public keys by their URIs; for verifiers. */
function googlePublicKey(options) {
	const caller = callerOf(options);
	return (uri, wanted) => pinKey(caller, uri, {
		clock: options.clock,
		wanted
	});
}
// packages/google/src/secrets/client.ts
const GOOGLE = new URL("https://secretmanager.googleapis.com");
/** Above the largest secret, which has 64 KiB. */
const MAX_ANSWER_BYTES = 1048576;
async function openClient(endpoint) {
	const [{ SecretManagerServiceClient: Client }, { PassThroughClient }, { grpc }] = await Promise.all([
		import("./load-google-cloud-secret-manager.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1)),
		import("./load-google-auth-library.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1)),
		import("./load-google-gax.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1))
	]);
	const target = endpoint ?? GOOGLE;
	const insecure = target.protocol === "http:" && isLoopback(target);
	const roots = Buffer.from(getCACertificates("default").join("\n"));
	return new Client({
		universeDomain: "googleapis.com",
		apiEndpoint: target.hostname,
		port: Number(target.port === "" ? "443" : target.port),
		...grpcProxyOption(target),
		sslCreds: insecure ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(roots),
		"grpc.max_receive_message_length": MAX_ANSWER_BYTES,
		authClient: new PassThroughClient()
	});
}
/** A call of AccessSecretVersion on one client, which is made on the first call and kept. */
function accessVersionWith(endpoint, tokens) {
	const authorization = requestHeaders(tokens);
	let client;
	return async (name, timeout) => {
		client ??= openClient(endpoint);
		const [opened, headers] = await Promise.all([client, authorization()]);
		const options = {
			timeout,
			retry: { retryCodes: [] },
			otherArgs: { headers }
		};
		const [{ name: answered, payload }] = await opened.accessSecretVersion({ name }, options);
		return {
			name: answered ?? "",
			data: payload?.data,
			dataCrc32c: payload?.dataCrc32c?.toString()
		};
	};
}
// packages/google/src/secrets/secret-manager.ts
/** Google's own limit on a payload. */
const MAX_BYTES = 65536;
/** One attempt; leaves room for others within the 30 s of all attempts. */
const ATTEMPT_MS = 1e4;
const failed = (name, retry) => ({
	name,
	code: "SECRET_FAILED",
	retry
});
/** google.rpc.Code. What is not here failed for a reason that trying again does not mend. */
const RPC_CODES = {
	3: {
		name: "INVALID_ARGUMENT",
		code: "SECRET_REFERENCE_INVALID",
		retry: false
	},
	4: failed("DEADLINE_EXCEEDED", true),
	5: {
		name: "NOT_FOUND",
		code: "SECRET_NOT_FOUND",
		retry: false,
		remedy: "Check project, secret and version, or add a version to the secret."
	},
	7: {
		name: "PERMISSION_DENIED",
		code: "SECRET_FORBIDDEN",
		retry: false,
		remedy: "Grant secretmanager.versions.access on this secret to the identity of the job."
	},
	8: failed("RESOURCE_EXHAUSTED", true),
	9: {
		name: "FAILED_PRECONDITION",
		code: "SECRET_UNUSABLE",
		retry: false,
		remedy: "Name an enabled version, or enable this one."
	},
	13: failed("INTERNAL", true),
	14: failed("UNAVAILABLE", true),
	15: {
		name: "DATA_LOSS",
		code: "SECRET_CORRUPT",
		retry: false,
		remedy: "Store the secret again."
	},
	16: {
		name: "UNAUTHENTICATED",
		code: "SECRET_FORBIDDEN",
		retry: false,
		remedy: "Check the workload identity provider and the service account."
	}
};
/** States of a version, which the service tells in its text alone. */
const SECRET_CAUSES = [
	{
		pattern: /\bis in DESTROYED state/,
		what: "the version is destroyed; latest is the newest version even then",
		remedy: "Name another version, or add one."
	},
	{
		pattern: /\bis in DISABLED state/,
		what: "the version is disabled; latest is the newest version even then",
		remedy: "Enable it, or name another version."
	},
	{
		pattern: /not found or has no versions/,
		what: "there is no such secret, or it has no version",
		remedy: "Check project and secret, or add a version to the secret."
	},
	...GOOGLE_CAUSES
];
const resourceOf = ({ project, location, secret, version }) => `projects/${project}/${location === void 0 ? "" : `locations/${location}/`}secrets/${secret}/versions/${version}`;
/** Regional secrets are at endpoints of their own; the global one does not know them. */
const regionalEndpoint = (location) => new URL(`https://secretmanager.${location}.rep.googleapis.com`);
const codeOf = (error) => error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : void 0;
const UNKNOWN = {
	name: "no status",
	code: "SECRET_FAILED",
	retry: false
};
/** The client's own error carries metadata, which may hold the headers of the request: its details are compared, and not shown. */
function refusalOf(error) {
	const code = codeOf(error);
	const fact = code === void 0 ? UNKNOWN : RPC_CODES[code] ?? {
		...UNKNOWN,
		name: `status ${code}`
	};
	const { statusDetails, details } = isJsonObject(error) ? error : {};
	const reason = googleReasons(statusDetails);
	const cause = causeOf(SECRET_CAUSES, {
		reason,
		text: typeof details === "string" ? details : void 0
	});
	return {
		...fact,
		name: reason === void 0 ? fact.name : `${fact.name} (${reason})`,
		code: cause?.code ?? fact.code,
		retry: cause?.retry ?? fact.retry,
		cause
	};
}
function readable(error, resource) {
	if (error instanceof ClawError) return error;
	const { name, code, remedy, cause } = refusalOf(error);
	const what = cause === void 0 ? "" : `: ${cause.what}`;
	return new ClawError(code, `${resource}: Secret Manager answers ${name}${what}.`, { remedy: cause?.remedy ?? remedy });
}
const corrupt = (resource, problem) => new ClawError("SECRET_CORRUPT", `${resource}: ${problem}, and the value is not used.`);
const NAME = /^projects\/(?<project>[^/]+)\/(?:locations\/(?<location>[^/]+)\/)?secrets\/(?<secret>[^/]+)\/versions\/(?<version>[1-9][0-9]{0,18})$/;
const isNumber = (project) => /^[0-9]+$/.test(project);
/** The service names a project by its number even where it was asked by id, so these are not compared. */
const isSameProject = (answered, asked) => answered === asked || isNumber(answered) && !isNumber(asked);
/** The version number that the answer is about. Location, secret and version must be those that were asked for. */
function answeredVersion(answer, reference, resource) {
	const { project = "", location, secret, version } = NAME.exec(answer.name)?.groups ?? {};
	if (isSameProject(project, reference.project) && location === reference.location && secret === reference.secret && (reference.version === "latest" || version === reference.version) && version !== void 0) return version;
	throw corrupt(resource, "the answer is about another secret or version");
}
/** dataCrc32c is optional in the API; an answer without it proves nothing and is refused. */
function checkedBytes(answer, resource) {
	const { data, dataCrc32c } = answer;
	if (!(data instanceof Uint8Array)) throw corrupt(resource, "the answer has no data");
	if (dataCrc32c !== String(crc32c(data))) throw corrupt(resource, "the CRC32C of the data is missing or wrong");
	if (data.length === 0 || data.length > MAX_BYTES) throw new ClawError("SECRET_UNUSABLE", `${resource}: the secret is empty or over ${MAX_BYTES} bytes.`);
	return data;
}
/** A corrupted answer is asked for again like a failed one: most corruption is on the way. */
function hintFor(error) {
	if (error instanceof ClawError) return {
		retry: error.code === "SECRET_CORRUPT",
		why: error.message
	};
	const { retry, name } = refusalOf(error);
	return {
		retry,
		after: googleRetryDelay(error),
		why: `Secret Manager answers ${name}`
	};
}
async function access(reference, accessVersion, clock) {
	const resource = resourceOf(reference);
	try {
		return await withRetry(async (budget) => {
			const answer = await accessVersion(resource, Math.min(budget, ATTEMPT_MS));
			const version = answeredVersion(answer, reference, resource);
			return {
				bytes: checkedBytes(answer, resource),
				version
			};
		}, hintFor, clock);
	} catch (error) {
		throw readable(error, resource);
	}
}
/**
* The store behind `gcp-sm://`. One version is fetched once, however many pointers lead into it.
* Throws as SecretStore says, and what `tokens` throws.
*/
function googleSecretStore(options) {
	const { endpoint, tokens, clock, connect = accessVersionWith } = options;
	const connections = /* @__PURE__ */ new Map();
	const connection = (location) => {
		const regional = location === void 0 ? void 0 : regionalEndpoint(location);
		const known = connections.get(location) ?? connect(endpoint ?? regional, tokens);
		connections.set(location, known);
		return known;
	};
	const revealed = /* @__PURE__ */ new Map();
	return { reveal(reference) {
		const resource = resourceOf(reference);
		const pending = revealed.get(resource) ?? access(reference, connection(reference.location), clock);
		revealed.set(resource, pending);
		return pending;
	} };
}
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
// packages/google/src/workload-identity.ts
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
export { GOOGLE_ALGORITHMS, GOOGLE_IAM_ENDPOINT, GOOGLE_STS_ENDPOINT, KMS_SCOPE, MAX_DATA_BYTES, ambientGoogle, askGoogle, callerOf, crc32c, googlePublicKey, googleSecretStore, googleWorkloadIdentity, parseServiceAccount, parseWorkloadIdentityProvider, pinKey };
