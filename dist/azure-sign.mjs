import "./rolldown-runtime.mjs";
import { ClawError, azureKeyName, digestFor, isJsonObject } from "./core.mjs";
import { corrupt } from "./net.mjs";
import { AZURE_ALGORITHMS, NO_CREDENTIAL, askVault, checkKeyId, pinKey, vaultAt } from "./azure.mjs";
import { derSignature } from "./asn1.mjs";
// packages/azure/src/kms/signing.ts
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
function readSignature({ kid, signature }, key, bytes) {
	checkKeyId(kid, key);
	if (!(signature instanceof Uint8Array) || signature.length !== bytes) throw corrupt(key.resource, `the answer has no signature of ${bytes} bytes`);
	return key.algorithm.startsWith("ecdsa-") ? derSignature(signature) : signature;
}
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
		}, (answer) => readSignature(answer, key, fact.signatureBytes));
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
export { azureKeyService };
