import "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, decodeBase64, digestFor, signingKey } from "./core.mjs";
import { object, safeParse, string } from "./vendor-valibot.mjs";
import { corrupt } from "./net.mjs";
import { MAX_MESSAGE_BYTES, askVault, pinKey, transitCaller, transitParameters } from "./vault-transit.mjs";
// packages/vault/src/transit/signing.ts
const answerSchema = object({ data: object({ signature: string() }) });
/** `vault:v1:` and base64; verifying the signature covers all but the version. */
const SIGNATURE = /^vault:v(?<version>[1-9][0-9]{0,8}):(?<base64>[A-Za-z0-9+/]+=*)$/;
function signInput({ uri, algorithm }, request) {
	if (ALGORITHMS[algorithm].input === "digest") return digestFor(uri, algorithm, request);
	if (request.input !== "message") throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${uri} (${algorithm}) cannot sign this kind of input.`);
	if (request.message.length > 786432) throw new ClawError("KEY_MESSAGE_TOO_LARGE", `${uri} signs at most ${MAX_MESSAGE_BYTES} bytes.`);
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
		input: Buffer.from(signInput(key, request)).toString("base64"),
		key_version: key.version,
		...transitParameters(key.algorithm)
	};
	return askVault(caller, {
		resource: key.uri,
		capability: "update"
	}, {
		path: `sign/${key.name}`,
		body
	}, (answer) => readSignature(answer, key));
}
/** Checks that the version may sign, before anything is hashed: Vault itself checks it only when signing. */
function checkSigns({ uri, version, signsFrom }) {
	if (version >= signsFrom) return;
	throw new ClawError("KEY_UNUSABLE", `${uri} may no longer sign: min_encryption_version of the key is ${signsFrom}.`);
}
/**
* Opens keys of the transit engine of Vault or OpenBao. `open` resolves a version once; `sign` uses only that
* one. Both throw KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED,
* KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT, KMS_FAILED, and what `tokens` throws. Throws INPUT_INVALID
* at once.
*/
function vaultKeyService(options) {
	const caller = transitCaller(options);
	return { open: async (uri, wanted) => {
		const key = await pinKey(caller, uri, wanted);
		checkSigns(key);
		return signingKey(key, MAX_MESSAGE_BYTES, (request) => signWith(caller, key, request));
	} };
}
export { vaultKeyService };
