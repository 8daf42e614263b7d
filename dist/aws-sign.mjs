import { __toESM } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, digestFor, signingKey } from "./core.mjs";
import { corrupt } from "./net.mjs";
import { MAX_MESSAGE_BYTES, MESSAGE_TYPES, askAws, keyPinner } from "./aws-kms.mjs";
import { AWS_PERMISSIONS } from "./start.mjs";
// packages/aws/src/kms/signing.ts
const MU_BYTES = 64;
/** Returns the bytes to sign. A message taken for a digest, or a digest for a message, gives a valid signature over something unintended. */
function signInput({ resource, algorithm }, request) {
	const { input } = ALGORITHMS[algorithm];
	if (input === "digest") return digestFor(resource, algorithm, request);
	if (input === "mu" && request.input === "mu" && request.mu.length === MU_BYTES) return request.mu;
	if (input !== "message" || request.input !== "message") throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} (${algorithm}) cannot sign this kind of input.`);
	if (request.message.length <= 4096) return request.message;
	throw new ClawError("KEY_MESSAGE_TOO_LARGE", `${resource} signs at most ${MAX_MESSAGE_BYTES} bytes.`);
}
function readSignature(answer, key) {
	const { resource, signingAlgorithm } = key;
	if (answer.KeyId !== resource) throw new ClawError("KEY_CHANGED", `${resource}: another key answered; nothing was published.`);
	if (answer.SigningAlgorithm !== signingAlgorithm) throw new ClawError("KEY_CHANGED", `${resource}: it signed with an algorithm other than ${signingAlgorithm}; nothing was published.`);
	const { Signature: signature } = answer;
	if (signature === void 0 || signature.length === 0) throw corrupt(resource, "the answer has no signature");
	return signature;
}
async function signWith(caller, key, request, clock) {
	const message = signInput(key, request);
	return askAws(caller, {
		resource: key.resource,
		permission: AWS_PERMISSIONS.sign,
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
	}, (answer) => readSignature(answer, key));
}
/**
* Opens keys of AWS KMS. `open` pins the ARN once; `sign` uses only that one. RSA keys sign in several ways,
* so `open` needs an algorithm for them. Both throw KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE,
* KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED, SIGNATURE_CORRUPT, KMS_FAILED, and what the credentials throw;
* `open` also throws INPUT_MISSING if nothing names the region of the key.
*/
function awsKeyService(options) {
	const pin = keyPinner(options);
	return { open: async (uri, wanted) => {
		const { caller, key } = await pin(uri, wanted);
		return signingKey(key, MAX_MESSAGE_BYTES, (request) => signWith(caller, key, request, options.clock));
	} };
}
export { awsKeyService };
