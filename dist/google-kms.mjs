import { __toESM } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, arrivesAs, chooseAlgorithm, crc32c, credentialsMissing, fitsAlgorithm, nothingBorrowed, printable } from "./core.mjs";
import { RequestFailure, ask, corrupt, knownCause } from "./net.mjs";
import { GOOGLE_PERMISSIONS, KMS_SCOPE, googleKeyName, googleKeyUri } from "./start.mjs";
import { importPemKey, importRawKey } from "./asn1.mjs";
import { GOOGLE_CAUSES, RPC_CODE, ambientGoogle, googleCaller, googleWorkloadIdentity, rpcName, rpcStatus } from "./google.mjs";
// packages/google/src/key-client.ts
function accessTokens({ provider, serviceAccount, stsEndpoint, iamEndpoint }, { credentials, identity, mask, clock }) {
	if (credentials === "ambient") return ambientGoogle(KMS_SCOPE, mask);
	if (provider === void 0) throw credentialsMissing("workload-identity-provider", "provider");
	return googleWorkloadIdentity({
		provider,
		serviceAccount,
		scope: KMS_SCOPE,
		stsEndpoint,
		iamEndpoint,
		identity,
		mask,
		clock
	});
}
/** Returns the client of the job's keys. One exchange serves all of them. */
function connect(inputs, job) {
	const options = {
		endpoint: job.endpoint,
		tokens: accessTokens(inputs, job),
		clock: job.clock
	};
	return {
		open: async (uri, algorithm) => {
			const { googleKeyService } = await import("./google-signing.mjs");
			return googleKeyService(options).open(uri, algorithm);
		},
		publicKey: async (uri, wanted) => {
			const { googlePublicKey } = await import("./google-public-key.mjs");
			return googlePublicKey(options)(uri, wanted);
		},
		[Symbol.asyncDispose]: nothingBorrowed
	};
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
/** Signing algorithms that Node cannot verify: a signature that is not checked here is not published. */
const UNCHECKABLE_ALGORITHMS = /* @__PURE__ */ new Set(["PQ_SIGN_HASH_SLH_DSA_SHA2_128S_SHA256"]);
/** Google's limit on `data`. */
const MAX_DATA_BYTES = 65536;
// packages/google/src/kms/key-rows.ts
/** Every way in which a Google Cloud KMS key signs. */
const GOOGLE_KEY_ROWS = [...GOOGLE_ALGORITHMS].map(([kind, { algorithm, feed }]) => ({
	kind,
	algorithm,
	parameters: feed === "digest-info" ? { data: "DigestInfo" } : {},
	encoding: arrivesAs(algorithm, "DER")
}));
// packages/google/src/kms/client.ts
const KMS = {
	endpoint: new URL("https://cloudkms.googleapis.com"),
	/** Larger than any public key, signature or page of versions. */
	maxAnswerBytes: 4194304,
	load: async () => {
		const { KeyManagementServiceClient: Client } = await import("./load-google-cloud-kms-key-management-service-client.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		return Client;
	}
};
/** Makes calls on one client of Cloud KMS. Throws what googleCaller throws. */
const kmsCaller = (access) => googleCaller(KMS, access);
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
		what: "the digest does not fit the algorithm of the key version",
		remedy: "Name the key version again: its algorithm has changed since it was read."
	},
	...GOOGLE_CAUSES,
	{
		pattern: /Permission '(?<where>[\w.]{1,80})' denied on resource/,
		what: "the identity of the job lacks a permission, or there is no such key; Google does not tell these apart"
	}
];
// packages/google/src/kms/failures.ts
/** By google.rpc.Code. Any other code is a failure that a retry does not mend. */
const RPC_FACTS = /* @__PURE__ */ new Map([
	[RPC_CODE.INVALID_ARGUMENT, {
		code: "KEY_UNUSABLE",
		retry: false
	}],
	[RPC_CODE.DEADLINE_EXCEEDED, {
		code: "KMS_FAILED",
		retry: true
	}],
	[RPC_CODE.NOT_FOUND, {
		code: "KEY_NOT_FOUND",
		retry: false
	}],
	[RPC_CODE.PERMISSION_DENIED, {
		code: "KEY_FORBIDDEN",
		retry: false
	}],
	[RPC_CODE.RESOURCE_EXHAUSTED, {
		code: "KMS_FAILED",
		retry: true
	}],
	[RPC_CODE.FAILED_PRECONDITION, {
		code: "KEY_UNUSABLE",
		retry: false
	}],
	[RPC_CODE.INTERNAL, {
		code: "KMS_FAILED",
		retry: true
	}],
	[RPC_CODE.UNAVAILABLE, {
		code: "KMS_FAILED",
		retry: true
	}],
	[RPC_CODE.UNAUTHENTICATED, {
		code: "KEY_FORBIDDEN",
		retry: false
	}]
]);
const UNKNOWN = {
	code: "KMS_FAILED",
	retry: false
};
function classify(error) {
	const { code: number, reason, text, after } = rpcStatus(error);
	const { code, retry } = RPC_FACTS.get(number) ?? UNKNOWN;
	const name = number === void 0 ? "status none" : rpcName(number);
	return new RequestFailure({
		reason: reason === void 0 ? name : `${name} (${reason})`,
		code,
		passes: retry,
		after,
		details: text,
		told: knownCause(KMS_CAUSES, {
			reason,
			text
		})
	});
}
/** Calls `ask` with Google's client. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
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
function supportedAlgorithm(name, resource) {
	const known = GOOGLE_ALGORITHMS.get(name);
	if (known !== void 0) return known.algorithm;
	if (UNCHECKABLE_ALGORITHMS.has(name)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} is ${name}, whose signatures cannot be checked here before they are published.`);
	if (/(?:^|_)SIGN_|^[0-9]+$/.test(name)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} is ${printable(name)}, which is not supported.`);
	throw new ClawError("KEY_UNUSABLE", `${resource} is ${printable(name)}, which is not a signing key.`);
}
/** Returns the bytes if they match their checksum. int64 values come as numbers, strings or Longs. */
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
/** Reads SOFTWARE, HSM, … An answer without it would let the level change unnoticed. */
function readProtectionLevel(answer, resource) {
	const level = answer.protectionLevel;
	if (typeof level === "string" && /^[A-Z_]{1,64}$/.test(level) && level !== "PROTECTION_LEVEL_UNSPECIFIED") return level;
	throw corrupt(resource, "the answer does not state the protection level");
}
function readPublicKey(answer, resource) {
	if (answer.name !== resource) throw new ClawError("KEY_CHANGED", `${resource}: the answer is about another key or version.`);
	const googleAlgorithm = String(answer.algorithm);
	const algorithm = supportedAlgorithm(googleAlgorithm, resource);
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
		protectionLevel: readProtectionLevel(answer, resource)
	};
}
/** Asks for PEM first: it fits every key but post-quantum ones, which need a format of their own. */
async function fetchPublicKey(caller, resource, clock) {
	return askGoogle(caller, {
		resource,
		permission: GOOGLE_PERMISSIONS.viewPublicKey,
		clock
	}, async (client, options) => {
		try {
			return (await client.getPublicKey({ name: resource }, options))[0];
		} catch (error) {
			if (rpcStatus(error).code !== INVALID_ARGUMENT) throw error;
			return (await client.getPublicKey({
				name: resource,
				publicKeyFormat: RAW_FORMAT
			}, options))[0];
		}
	}, (answer) => readPublicKey(answer, resource));
}
/** Describes a key with no enabled version while its first one is being generated: that passes. */
const stillGenerating = () => new RequestFailure({
	reason: "no enabled version",
	code: "KEY_UNUSABLE",
	passes: true,
	told: {
		what: "the first one is still being generated",
		remedy: "Run again in a few minutes.",
		code: void 0,
		retry: void 0
	}
});
/** Returns the newest enabled version of a key, as cosign resolves it. */
async function newestVersion(caller, key, clock) {
	const names = await askGoogle(caller, {
		resource: key,
		permission: GOOGLE_PERMISSIONS.list,
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
		if ((await inState("PENDING_GENERATION")).length > 0) throw stillGenerating();
		return inState("ENABLED");
	}, (enabled) => enabled);
	if (names.length === 0) throw new ClawError("KEY_UNUSABLE", `${key} has no enabled version.`);
	const prefix = `${key}/cryptoKeyVersions/`;
	const numbers = names.map((name) => name.startsWith(prefix) ? name.slice(prefix.length) : "");
	if (!numbers.every((number) => /^[1-9][0-9]{0,9}$/.test(number))) throw new ClawError("KEY_CHANGED", `${key}: the service lists versions of another key.`);
	return String(Math.max(...numbers.map(Number)));
}
/** Resolves the version of `uri` once and fetches its public key. Throws what `ask` throws, KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
async function pinKey(caller, uri, options) {
	const { clock, wanted } = options;
	const { key, version } = googleKeyName(uri);
	const resource = `${key}/cryptoKeyVersions/${version ?? await newestVersion(caller, key, clock)}`;
	const fetched = await fetchPublicKey(caller, resource, clock);
	chooseAlgorithm(resource, [fetched.algorithm], wanted);
	return {
		uri: googleKeyUri(resource),
		...fetched
	};
}
/** Fetches public keys by their URIs; for verifiers. */
function googlePublicKey(options) {
	const caller = kmsCaller(options);
	return (uri, wanted) => pinKey(caller, uri, {
		clock: options.clock,
		wanted
	});
}
export { GOOGLE_ALGORITHMS, GOOGLE_KEY_ROWS, MAX_DATA_BYTES, askGoogle, connect, googlePublicKey, kmsCaller, pinKey };
