import "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, crc32c, signingKey } from "./core.mjs";
import { GOOGLE_ALGORITHMS, MAX_DATA_BYTES, askGoogle, kmsCaller, pinKey } from "./google-kms.mjs";
import { corrupt } from "./net.mjs";
import { GOOGLE_PERMISSIONS } from "./start.mjs";
// packages/google/src/kms/signing.ts
/** DER of a SHA-256 DigestInfo up to the digest (RFC 8017 §9.2, note 1). */
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
* Checks that the input fits the algorithm. RSA_SIGN_RAW_PKCS1 and Ed25519 sign whatever they are given: a
* digest in the wrong place gives a valid signature over something unintended.
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
function signPayload(key, request) {
	checkInput(key, request);
	if (request.input === "mu") return digestPayload("externalMu", request.mu);
	if (request.input === "digest") return GOOGLE_ALGORITHMS.get(key.googleAlgorithm)?.feed === "digest-info" ? dataPayload(Buffer.concat([SHA256_DIGEST_INFO, request.digest])) : digestPayload(request.hash, request.digest);
	if (request.message.length > 65536) throw new ClawError("KEY_MESSAGE_TOO_LARGE", `${key.resource} signs at most ${MAX_DATA_BYTES} bytes.`);
	return dataPayload(request.message);
}
function readSignature(answer, key, payload) {
	const { resource } = key;
	if (answer.name !== resource) throw new ClawError("KEY_CHANGED", `${resource}: another key version answered; nothing was published.`);
	if (answer.protectionLevel !== key.protectionLevel) throw new ClawError("KEY_CHANGED", `${resource}: its protection level is no longer ${key.protectionLevel}; nothing was published.`);
	if (("digest" in payload ? answer.verifiedDigestCrc32c : answer.verifiedDataCrc32c) !== true) throw corrupt(resource, "Cloud KMS did not confirm the checksum of its input");
	const { signature } = answer;
	if (!(signature instanceof Uint8Array) || signature.length === 0) throw corrupt(resource, "the answer has no signature");
	if (String(answer.signatureCrc32c?.value) !== String(crc32c(signature))) throw corrupt(resource, "the CRC32C of the signature is missing or wrong");
	return signature;
}
async function signWith(caller, key, request, clock) {
	const payload = signPayload(key, request);
	return askGoogle(caller, {
		resource: key.resource,
		permission: GOOGLE_PERMISSIONS.sign,
		clock
	}, async (client, options) => (await client.asymmetricSign({
		name: key.resource,
		...payload
	}, options))[0], (answer) => readSignature(answer, key, payload));
}
/**
* Opens keys of Google Cloud KMS. `open` resolves a version once; `sign` uses only that one. Both throw
* KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED,
* SIGNATURE_CORRUPT, KMS_FAILED, and what `tokens` throws.
*/
function googleKeyService(options) {
	const caller = kmsCaller(options);
	return { open: async (uri, wanted) => {
		const key = await pinKey(caller, uri, {
			clock: options.clock,
			wanted
		});
		return signingKey(key, MAX_DATA_BYTES, (request) => signWith(caller, key, request, options.clock));
	} };
}
export { googleKeyService };
