import "./rolldown-runtime.mjs";
import { ClawError, digestFor, isJsonObject, signingKey } from "./core.mjs";
import { corrupt } from "./net.mjs";
import { AZURE_ALGORITHMS, NO_CREDENTIAL, askKeyVault, checkKeyId, keyVaultAt, pinKey } from "./azure-kms.mjs";
import { derSignature } from "./asn1.mjs";
import { AZURE_PERMISSIONS, azureKeyName } from "./start.mjs";
// packages/azure/src/kms/signing.ts
/** The service signs only digests. */
const MAX_MESSAGE_BYTES = 0;
/** Opens a client with the pinned key: given only its id, it would fetch the key again for checks already made. */
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
function keySigner(keyVault, key) {
	let client;
	return async (request) => {
		const digest = digestFor(key.resource, key.algorithm, request);
		const fact = AZURE_ALGORITHMS.get(key.algorithm);
		if (fact === void 0) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${key.resource} does not sign with ${key.algorithm}.`);
		key.checkTime();
		return askKeyVault(keyVault, {
			resource: key.resource,
			permission: AZURE_PERMISSIONS.sign
		}, async (options) => {
			client ??= openClient(keyVault, key);
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
* Opens keys of Azure Key Vault and Managed HSM. `open` resolves a version once; `sign` uses only that one.
* Both throw KEY_URI_INVALID, KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE, KEY_CHANGED,
* KEY_ALGORITHM_UNSUPPORTED, SIGNATURE_CORRUPT, KMS_FAILED, and what `tokens` throws.
*/
function azureKeyService(options) {
	return { open: async (uri, wanted) => {
		const keyVault = keyVaultAt(azureKeyName(uri).host, options);
		const key = await pinKey(keyVault, uri, wanted);
		return signingKey(key, MAX_MESSAGE_BYTES, keySigner(keyVault, key));
	} };
}
export { azureKeyService };
