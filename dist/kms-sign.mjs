import { __name, __toESM } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, azureKeyName, crc32c, decodeBase64, isJsonObject } from "./core.mjs";
import { object, safeParse, string } from "./vendor-valibot.mjs";
import { AZURE_ALGORITHMS, GOOGLE_ALGORITHMS, MAX_DATA_BYTES, MAX_MESSAGE_BYTES as MAX_MESSAGE_BYTES$2, MAX_MESSAGE_BYTES$1, MESSAGE_TYPES, NO_CREDENTIAL, askAws, askGoogle, askVault as askVault$1, askVault$1 as askVault, callerOf as callerOf$1, callerOf$1 as callerOf, checkKeyId, corrupt, derSignature, digestFor, pinKey as pinKey$2, pinKey$1, pinKey$2 as pinKey, pinnerOf, transitParameters, vaultAt } from "./kms.mjs";
// packages/kms/src/azure/signing.ts
/** The service takes digests alone. */
const MAX_MESSAGE_BYTES = 0;
/** The key is given to the client as it was pinned: it would fetch it again, for the sake of checks that were made. */
async function openClient({ origin, clientOptions }, key) {
	const { CryptographyClient: Client } = await import("./load-azure-keyvault-keys.mjs");
	const { name, version } = key;
	return new Client({
		id: `${origin}/keys/${name}/${version}`,
		name,
		properties: {
			vaultUrl: origin,
			name
		}
	}, NO_CREDENTIAL, clientOptions());
}
function readSignature$3({ kid, signature }, key, bytes) {
	checkKeyId(kid, key);
	if (!(signature instanceof Uint8Array) || signature.length !== bytes) throw corrupt(key.resource, `the answer has no signature of ${bytes} bytes`);
	return key.algorithm.startsWith("ecdsa-") ? derSignature(signature) : signature;
}
__name(readSignature$3, "readSignature");
function signerOf(vault, key) {
	let client;
	return async (request) => {
		const digest = digestFor(key.resource, key.algorithm, request);
		const fact = AZURE_ALGORITHMS.get(key.algorithm);
		if (fact === void 0) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${key.resource} does not sign with ${key.algorithm}.`);
		key.checkTime();
		return askVault(vault, {
			resource: key.resource,
			permission: "keys/sign, as in the role Key Vault Crypto User"
		}, async (options) => {
			client ??= openClient(vault, key);
			let kid;
			const { result } = await (await client).sign(fact.alg, digest, {
				...options,
				onResponse: ({ parsedBody }) => {
					kid = isJsonObject(parsedBody) ? parsedBody["kid"] : void 0;
				}
			});
			return {
				kid,
				signature: result
			};
		}, (answer) => readSignature$3(answer, key, fact.signatureBytes));
	};
}
/**
* Keys of Azure Key Vault and Managed HSM. `open` resolves a version once; `sign` uses that one alone. Both
* throw KEY_URI_INVALID, KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE, KEY_CHANGED,
* KEY_ALGORITHM_UNSUPPORTED, SIGNATURE_CORRUPT, KMS_FAILED, and what `tokens` throws.
*/
function azureKeyService(options) {
	return { open: async (uri, wanted) => {
		const vault = vaultAt(azureKeyName(uri).host, options);
		const key = await pinKey(vault, uri, wanted);
		const { algorithm, publicKey, protectionLevel } = key;
		return {
			uri: key.uri,
			algorithm,
			publicKey,
			protectionLevel,
			maxMessage: MAX_MESSAGE_BYTES,
			sign: signerOf(vault, key)
		};
	} };
}
// packages/kms/src/aws/signing.ts
const MU_BYTES$1 = 64;
/** What the key is to sign. A message that KMS would take for a digest, or a digest for a message, gives a valid signature over something that nobody meant. */
function payloadOf$1({ resource, algorithm }, request) {
	const { input } = ALGORITHMS[algorithm];
	if (input === "digest") return digestFor(resource, algorithm, request);
	if (input === "mu" && request.input === "mu" && request.mu.length === MU_BYTES$1) return request.mu;
	if (input !== "message" || request.input !== "message") throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} (${algorithm}) cannot sign this kind of input.`);
	if (request.message.length <= 4096) return request.message;
	throw new ClawError("KEY_MESSAGE_TOO_LARGE", `${resource} signs at most ${MAX_MESSAGE_BYTES$1} bytes.`);
}
__name(payloadOf$1, "payloadOf");
function readSignature$2(answer, key) {
	const { resource, signingAlgorithm } = key;
	if (answer.KeyId !== resource) throw new ClawError("KEY_CHANGED", `${resource}: another key answered; nothing was published.`);
	if (answer.SigningAlgorithm !== signingAlgorithm) throw new ClawError("KEY_CHANGED", `${resource}: it signed with another algorithm than ${signingAlgorithm}; nothing was published.`);
	const { Signature: signature } = answer;
	if (signature === void 0 || signature.length === 0) throw corrupt(resource, "the answer has no signature");
	return signature;
}
__name(readSignature$2, "readSignature");
async function signWith$2(caller, key, request, clock) {
	const message = payloadOf$1(key, request);
	return askAws(caller, {
		resource: key.resource,
		permission: "kms:Sign",
		clock
	}, async (client, options) => {
		const { SignCommand } = await import("./load-aws-sdk-client-kms.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		const command = new SignCommand({
			KeyId: key.resource,
			Message: message,
			MessageType: MESSAGE_TYPES[request.input],
			SigningAlgorithm: key.signingAlgorithm
		});
		return client.send(command, options);
	}, (answer) => readSignature$2(answer, key));
}
__name(signWith$2, "signWith");
/**
* Keys of AWS KMS. `open` pins the ARN once; `sign` uses that one alone. RSA keys sign in several ways,
* so `open` wants an algorithm for them. Both throw KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE,
* KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED, SIGNATURE_CORRUPT, KMS_FAILED, and what the credentials throw;
* `open` also INPUT_MISSING where nothing names the region of the key.
*/
function awsKeyService(options) {
	const pin = pinnerOf(options);
	return { open: async (uri, wanted) => {
		const { caller, key } = await pin(uri, wanted);
		const { algorithm, publicKey, protectionLevel } = key;
		const sign = (request) => signWith$2(caller, key, request, options.clock);
		return {
			uri: key.uri,
			algorithm,
			publicKey,
			protectionLevel,
			maxMessage: MAX_MESSAGE_BYTES$1,
			sign
		};
	} };
}
// packages/kms/src/gcp/signing.ts
/** DER of the DigestInfo of SHA-256 up to the digest (RFC 8017 §9.2, note 1). */
const SHA256_DIGEST_INFO = Buffer.from("3031300d060960864801650304020105000420", "hex");
const DIGEST_BYTES = {
	sha256: 32,
	sha384: 48,
	sha512: 64
};
const MU_BYTES = 64;
const wrongInput = ({ resource }) => new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} cannot sign this kind of input.`);
const digestPayload = (name, bytes) => ({
	digest: { [name]: bytes },
	digestCrc32c: { value: crc32c(bytes) }
});
/**
* The input must be the one of the algorithm. RSA_SIGN_RAW_PKCS1 and Ed25519 would sign whatever they
* are given: a digest in the wrong place gives a valid signature over something that nobody meant.
*/
function checkInput(key, request) {
	const { input, hash } = ALGORITHMS[key.algorithm];
	if (request.input !== input) throw wrongInput(key);
	if (request.input === "mu" && request.mu.length !== MU_BYTES) throw wrongInput(key);
	if (request.input !== "digest") return;
	if (request.hash !== hash || request.digest.length !== DIGEST_BYTES[request.hash]) throw wrongInput(key);
}
const dataPayload = (data) => ({
	data,
	dataCrc32c: { value: crc32c(data) }
});
function payloadOf(key, request) {
	checkInput(key, request);
	if (request.input === "mu") return digestPayload("externalMu", request.mu);
	if (request.input === "digest") return GOOGLE_ALGORITHMS.get(key.googleAlgorithm)?.feed === "digest-info" ? dataPayload(Buffer.concat([SHA256_DIGEST_INFO, request.digest])) : digestPayload(request.hash, request.digest);
	if (request.message.length > 65536) throw new ClawError("KEY_MESSAGE_TOO_LARGE", `${key.resource} signs at most ${MAX_DATA_BYTES} bytes.`);
	return dataPayload(request.message);
}
function readSignature$1(answer, key, payload) {
	const { resource } = key;
	if (answer.name !== resource) throw new ClawError("KEY_CHANGED", `${resource}: another key version answered; nothing was published.`);
	if (answer.protectionLevel !== key.protectionLevel) throw new ClawError("KEY_CHANGED", `${resource}: its protection level is no longer ${key.protectionLevel}; nothing was published.`);
	if (("digest" in payload ? answer.verifiedDigestCrc32c : answer.verifiedDataCrc32c) !== true) throw corrupt(resource, "Cloud KMS did not confirm the checksum of what it was sent");
	const { signature } = answer;
	if (!(signature instanceof Uint8Array) || signature.length === 0) throw corrupt(resource, "the answer has no signature");
	if (String(answer.signatureCrc32c?.value) !== String(crc32c(signature))) throw corrupt(resource, "the CRC32C of the signature is missing or wrong");
	return signature;
}
__name(readSignature$1, "readSignature");
async function signWith$1(caller, key, request, clock) {
	const payload = payloadOf(key, request);
	return askGoogle(caller, {
		resource: key.resource,
		permission: "cloudkms.cryptoKeyVersions.useToSign, as in roles/cloudkms.signer",
		clock
	}, async (client, options) => (await client.asymmetricSign({
		name: key.resource,
		...payload
	}, options))[0], (answer) => readSignature$1(answer, key, payload));
}
__name(signWith$1, "signWith");
/**
* Keys of Google Cloud KMS. `open` resolves a version once; `sign` uses that one alone. Both throw
* KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED,
* SIGNATURE_CORRUPT, KMS_FAILED, and what `tokens` throws.
*/
function googleKeyService(options) {
	const caller = callerOf(options);
	return { open: async (uri, wanted) => {
		const key = await pinKey$1(caller, uri, {
			clock: options.clock,
			wanted
		});
		const { algorithm, publicKey, protectionLevel } = key;
		const sign = (request) => signWith$1(caller, key, request, options.clock);
		return {
			uri: key.uri,
			algorithm,
			publicKey,
			protectionLevel,
			maxMessage: MAX_DATA_BYTES,
			sign
		};
	} };
}
// packages/kms/src/vault/signing.ts
const answerSchema = object({ data: object({ signature: string() }) });
/** `vault:v1:` and base64; only the version is not covered by the check of the signature. */
const SIGNATURE = /^vault:v(?<version>[1-9][0-9]{0,8}):(?<base64>[A-Za-z0-9+/]+=*)$/;
function inputOf({ uri, algorithm }, request) {
	if (ALGORITHMS[algorithm].input === "digest") return digestFor(uri, algorithm, request);
	if (request.input !== "message") throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${uri} (${algorithm}) cannot sign this kind of input.`);
	if (request.message.length > 786432) throw new ClawError("KEY_MESSAGE_TOO_LARGE", `${uri} signs at most ${MAX_MESSAGE_BYTES$2} bytes.`);
	return request.message;
}
function readSignature(answer, { uri, version }) {
	const parsed = safeParse(answerSchema, answer);
	const groups = parsed.success ? SIGNATURE.exec(parsed.output.data.signature)?.groups : void 0;
	const signature = decodeBase64(groups?.["base64"] ?? "");
	if (signature === void 0 || signature.length === 0) throw corrupt(uri, "the answer has no signature");
	if (groups?.["version"] !== String(version)) throw new ClawError("KEY_CHANGED", `${uri}: another key version answered; nothing was published.`);
	return signature;
}
async function signWith(caller, key, request) {
	const body = {
		input: Buffer.from(inputOf(key, request)).toString("base64"),
		key_version: key.version,
		...transitParameters(key.algorithm)
	};
	return askVault$1(caller, {
		resource: key.uri,
		capability: "update"
	}, {
		path: `sign/${key.name}`,
		body
	}, (answer) => readSignature(answer, key));
}
/** Told before anything is hashed; Vault itself says so only when it is asked to sign. */
function checkSigns({ uri, version, signsFrom }) {
	if (version >= signsFrom) return;
	throw new ClawError("KEY_UNUSABLE", `${uri} may not sign any more: min_encryption_version of the key is ${signsFrom}.`);
}
/**
* Keys of the transit engine of Vault or OpenBao. `open` resolves a version once; `sign` uses that one
* alone. Both throw KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED,
* KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT, KMS_FAILED, and what `tokens` throws. Throws INPUT_INVALID
* at once.
*/
function vaultKeyService(options) {
	const caller = callerOf$1(options);
	return { open: async (uri, wanted) => {
		const key = await pinKey$2(caller, uri, wanted);
		checkSigns(key);
		const { algorithm, publicKey, protectionLevel } = key;
		const sign = (request) => signWith(caller, key, request);
		return {
			uri: key.uri,
			algorithm,
			publicKey,
			protectionLevel,
			maxMessage: MAX_MESSAGE_BYTES$2,
			sign
		};
	} };
}
export { awsKeyService, azureKeyService, googleKeyService, vaultKeyService };
