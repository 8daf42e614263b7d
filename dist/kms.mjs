import { __toESM } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, crc32c, fitsAlgorithm, gcpKeyName, isJsonObject, isLoopback, parseKeyUri, printable, withRetry } from "./core.mjs";
import { createPublicKey } from "node:crypto";
import { getCACertificates } from "node:tls";
// packages/kms/src/gcp/algorithms.ts
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
// packages/kms/src/gcp/authorization.ts
/** Scope of Cloud KMS alone; the clients' default is every API of Google Cloud. */
const KMS_SCOPE = "https://www.googleapis.com/auth/cloudkms";
const ambientFailure = (code, what) => new ClawError(code, `credentials: ambient was asked for, but ${what}.`);
function ambient() {
	const open = async () => {
		const { GoogleAuth } = await import("./load-google-auth-library.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		return new GoogleAuth({
			scopes: [KMS_SCOPE],
			projectId: "unused"
		}).getClient();
	};
	let client;
	return async () => {
		client ??= open();
		const headers = await (await client.catch(() => {
			throw ambientFailure("CREDENTIALS_MISSING", "this machine has no credentials for Google Cloud");
		})).getRequestHeaders().catch(() => {
			throw ambientFailure("CREDENTIALS_FAILED", "the credentials of this machine gave no token");
		});
		return Object.fromEntries(headers);
	};
}
/** Authorises calls with `tokens`, or with what the machine has. */
function authorizationOf(tokens) {
	if (tokens === "ambient") return ambient();
	return async () => ({ authorization: `Bearer ${(await tokens.mint()).token}` });
}
// packages/kms/src/gcp/client.ts
const GOOGLE = new URL("https://cloudkms.googleapis.com");
/** Above any public key, signature or page of versions that the API gives. */
const MAX_ANSWER_BYTES = 4194304;
async function openClient(endpoint) {
	const [{ KeyManagementServiceClient: Client }, { PassThroughClient }, { grpc }] = await Promise.all([
		import("./load-google-cloud-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1)),
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
		sslCreds: insecure ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(roots),
		authClient: new PassThroughClient(),
		"grpc.max_receive_message_length": MAX_ANSWER_BYTES
	});
}
/** The caller for `options`. Throws what the client throws, and the ClawErrors of the credentials. */
function callerOf({ endpoint, tokens }) {
	const authorization = authorizationOf(tokens);
	let client;
	return async (call, timeout) => {
		client ??= openClient(endpoint);
		const [opened, headers] = await Promise.all([client, authorization()]);
		return call(opened, {
			timeout,
			retry: { retryCodes: [] },
			otherArgs: { headers }
		});
	};
}
// packages/kms/src/gcp/failures.ts
/** One attempt; leaves room for others within the 30 s of all attempts. */
const ATTEMPT_MS = 1e4;
/** Corruption that happens three times in a row is no accident on the way. */
const MAX_CORRUPT = 3;
/** google.rpc.Code. What is not here failed for a reason that trying again does not mend. */
const RPC_CODES = /* @__PURE__ */ new Map([
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
const ADVICE = {
	KEY_NOT_FOUND: "check the URI, and that the identity may see the key",
	KEY_UNUSABLE: "the version is disabled, destroyed or not made for this; name an enabled signing version",
	KMS_FAILED: "run again later"
};
/** The google.rpc.Code of an error of the client. */
function rpcCode(error) {
	return error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : void 0;
}
/** Milliseconds of google.rpc.RetryInfo, where the service says how long to wait. */
function retryDelay(error) {
	if (!(error instanceof Error && "statusDetails" in error && Array.isArray(error.statusDetails))) return void 0;
	const delays = error.statusDetails.map((detail) => isJsonObject(detail) ? detail["retryDelay"] : void 0).filter(isJsonObject).map(({ seconds, nanos }) => Number(seconds ?? 0) * 1e3 + Number(nanos ?? 0) / 1e6).filter((milliseconds) => milliseconds > 0);
	return delays.length === 0 ? void 0 : Math.max(...delays);
}
/** The text of the service, without what an answer could echo of the request. */
function causeOf(error, number) {
	const harmless = (error instanceof Error && "details" in error ? String(error.details) : "no details").replace(/Bearer \S+|\bya29\.\S+|\beyJ\S+/gi, "[redacted]");
	return /* @__PURE__ */ new Error(`status ${number ?? "none"}: ${printable(harmless)}`);
}
/** A new error: the client's own carries metadata, which holds the headers of the request. */
function readable(error, resource, permission) {
	if (error instanceof ClawError) return error;
	const number = rpcCode(error);
	const cause = causeOf(error, number);
	const fact = number === void 0 ? void 0 : RPC_CODES.get(number);
	if (fact === void 0) return new ClawError("KMS_FAILED", `${resource}: Cloud KMS failed with status ${number ?? "none"}; run again later.`, { cause });
	const advice = fact.code === "KEY_FORBIDDEN" ? `the identity of the job needs ${permission}` : ADVICE[fact.code] ?? "";
	return new ClawError(fact.code, `${resource}: Cloud KMS answers ${fact.name}; ${advice}.`, { cause });
}
/** An answer that fails its checksum or is about something else. Asked for again: most corruption is on the way. */
const corrupt = (resource, problem) => new ClawError("SIGNATURE_CORRUPT", `${resource}: ${problem}; nothing was published.`);
/**
* Makes `call` and checks its answer with `read`, again where that can help. Throws a ClawError:
* KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED.
*/
async function ask(caller, about, call, read) {
	let corrupted = 0;
	const classify = (error) => {
		if (error instanceof ClawError) {
			if (error.code === "SIGNATURE_CORRUPT") corrupted += 1;
			return { retry: error.code === "SIGNATURE_CORRUPT" && corrupted < MAX_CORRUPT };
		}
		const number = rpcCode(error);
		return {
			retry: number !== void 0 && RPC_CODES.get(number)?.retry === true,
			after: retryDelay(error)
		};
	};
	try {
		return await withRetry(async (budget) => read(await caller(call, Math.min(budget, ATTEMPT_MS))), classify, about.clock);
	} catch (error) {
		throw readable(error, about.resource, about.permission);
	}
}
// packages/kms/src/gcp/spki.ts
/** Arcs of the algorithm identifiers below 2.16.840.1.101.3.4.3 (RFC 9881, RFC 9909), by type of node:crypto. */
const NIST_SIGNATURE_ARCS = /* @__PURE__ */ new Map([
	["ml-dsa-44", 17],
	["ml-dsa-65", 18],
	["ml-dsa-87", 19],
	["slh-dsa-sha2-128s", 20]
]);
const derLength = (length) => length < 128 ? Buffer.from([length]) : length < 256 ? Buffer.from([129, length]) : Buffer.from([
	130,
	length >> 8,
	length & 255
]);
const derOf = (tag, content) => Buffer.concat([
	Buffer.from([tag]),
	derLength(content.length),
	content
]);
/**
* The key around the raw bytes of FIPS 204 and 205; undefined where `type` of node:crypto is none of
* theirs. Throws what node:crypto throws for bytes that are not a key of the type.
*/
function importRawKey(raw, type) {
	const arc = NIST_SIGNATURE_ARCS.get(type);
	if (arc === void 0) return void 0;
	const oid = derOf(6, Buffer.from([
		96,
		134,
		72,
		1,
		101,
		3,
		4,
		3,
		arc
	]));
	const bits = derOf(3, Buffer.concat([Buffer.from([0]), raw]));
	const key = derOf(48, Buffer.concat([derOf(48, oid), bits]));
	return createPublicKey({
		key,
		format: "der",
		type: "spki"
	});
}
/** The key in a PEM block; undefined for any other block: createPublicKey takes private keys and certificates too. */
function importPemKey(pem) {
	return pem.startsWith("-----BEGIN PUBLIC KEY-----") ? createPublicKey(pem) : void 0;
}
// packages/kms/src/gcp/public-key.ts
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
function checkedBytes(data, checksum, resource) {
	if (String(checksum?.value) !== String(crc32c(data))) throw corrupt(resource, "the CRC32C of the public key is missing or wrong");
	return data;
}
function importKey(answer, algorithm, resource) {
	const { pem, pemCrc32c, publicKey, publicKeyFormat } = answer;
	try {
		const key = typeof pem === "string" && pem !== "" ? importPemKey(checkedBytes(Buffer.from(pem), pemCrc32c, resource).toString("utf8")) : publicKey?.data instanceof Uint8Array && publicKeyFormat === RAW_FORMAT ? importRawKey(checkedBytes(Buffer.from(publicKey.data), publicKey.crc32cChecksum, resource), ALGORITHMS[algorithm].node.type) : void 0;
		if (key !== void 0) return key;
	} catch (error) {
		if (error instanceof ClawError) throw error;
	}
	throw corrupt(resource, "the answer has no public key that can be read");
}
/** SOFTWARE, HSM, … An answer that does not say it would let the level change unseen. */
function protectionLevelOf(answer, resource) {
	const level = answer.protectionLevel;
	if (typeof level === "string" && /^[A-Z_]{1,64}$/.test(level) && level !== "PROTECTION_LEVEL_UNSPECIFIED") return level;
	throw corrupt(resource, "the answer does not tell the protection level");
}
function readPublicKey(answer, resource) {
	if (answer.name !== resource) throw new ClawError("KEY_CHANGED", `${resource}: the answer is about another key or version.`);
	const googleAlgorithm = String(answer.algorithm);
	const algorithm = algorithmOf(googleAlgorithm, resource);
	const key = importKey(answer, algorithm, resource);
	if (!fitsAlgorithm(key, algorithm)) throw corrupt(resource, `the public key is not one of ${googleAlgorithm}`);
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
	return ask(caller, {
		resource,
		permission: "cloudkms.cryptoKeyVersions.viewPublicKey",
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
/** The newest enabled version of a key, as cosign resolves it. */
async function newestVersion(caller, key, clock) {
	const names = await ask(caller, {
		resource: key,
		permission: "cloudkms.cryptoKeyVersions.list",
		clock
	}, async (client, options) => (await client.listCryptoKeyVersions({
		parent: key,
		filter: "state=ENABLED"
	}, options))[0], (versions) => versions.filter(({ state }) => state === "ENABLED").map(({ name }) => name ?? ""));
	if (names.length === 0) throw new ClawError("KEY_UNUSABLE", `${key} has no enabled version.`);
	const prefix = `${key}/cryptoKeyVersions/`;
	const numbers = names.map((name) => name.startsWith(prefix) ? name.slice(prefix.length) : "");
	if (!numbers.every((number) => /^[1-9][0-9]{0,9}$/.test(number))) throw new ClawError("KEY_CHANGED", `${key}: the service lists versions of another key.`);
	return String(Math.max(...numbers.map(Number)));
}
/** Resolves the version of `uri` once and fetches its public key. Throws as `ask`, and KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
async function pinKey(caller, uri, clock) {
	const { key, version } = gcpKeyName(uri);
	const resource = `${key}/cryptoKeyVersions/${version ?? await newestVersion(caller, key, clock)}`;
	return {
		uri: parseKeyUri(`gcpkms://${resource}`, "key"),
		...await fetchPublicKey(caller, resource, clock)
	};
}
/** Fetches public keys by their URIs; for verifiers. */
function googlePublicKey(options) {
	const caller = callerOf(options);
	return (uri) => pinKey(caller, uri, options.clock);
}
export { GOOGLE_ALGORITHMS, KMS_SCOPE, MAX_DATA_BYTES, ask, callerOf, corrupt, googlePublicKey, pinKey };
