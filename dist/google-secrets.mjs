import { __toESM } from "./rolldown-runtime.mjs";
import { GOOGLE_CAUSES, RPC_CODE, ambientGoogle, googleCaller, googleWorkloadIdentity, rpcName, rpcStatus } from "./google.mjs";
import { RequestFailure, knownCause, withRetry } from "./net.mjs";
import { ClawError, crc32c } from "./core.mjs";
import { answeredVersion, resourceName } from "./secret-stores.mjs";
// packages/google/src/secrets/client.ts
const SECRET_MANAGER = {
	endpoint: new URL("https://secretmanager.googleapis.com"),
	/** Larger than any secret, which has at most 64 KiB. */
	maxAnswerBytes: 1048576,
	load: async () => {
		const { SecretManagerServiceClient: Client } = await import("./load-google-cloud-secret-manager-secret-manager-service-client.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		return Client;
	}
};
/** Makes calls of AccessSecretVersion on one client. */
function versionReader(access) {
	const caller = googleCaller(SECRET_MANAGER, access);
	return (name, timeout) => caller(async (client, options) => {
		const [{ name: answered, payload }] = await client.accessSecretVersion({ name }, options);
		return {
			name: answered ?? "",
			data: payload?.data,
			dataCrc32c: payload?.dataCrc32c?.toString()
		};
	}, timeout);
}
// packages/google/src/secrets/failures.ts
const failed = (retry) => ({
	code: "SECRET_FAILED",
	retry
});
/** By google.rpc.Code. Any other code is a failure that a retry does not mend. */
const RPC_FACTS = /* @__PURE__ */ new Map([
	[RPC_CODE.INVALID_ARGUMENT, {
		code: "SECRET_REFERENCE_INVALID",
		retry: false
	}],
	[RPC_CODE.DEADLINE_EXCEEDED, failed(true)],
	[RPC_CODE.NOT_FOUND, {
		code: "SECRET_NOT_FOUND",
		retry: false,
		remedy: "Check project, secret and version, or add a version to the secret."
	}],
	[RPC_CODE.PERMISSION_DENIED, {
		code: "SECRET_FORBIDDEN",
		retry: false,
		remedy: "Grant secretmanager.versions.access on this secret to the identity of the job."
	}],
	[RPC_CODE.RESOURCE_EXHAUSTED, failed(true)],
	[RPC_CODE.FAILED_PRECONDITION, {
		code: "SECRET_UNUSABLE",
		retry: false,
		remedy: "Name an enabled version, or enable this one."
	}],
	[RPC_CODE.INTERNAL, failed(true)],
	[RPC_CODE.UNAVAILABLE, failed(true)],
	[RPC_CODE.DATA_LOSS, {
		code: "SECRET_CORRUPT",
		retry: false,
		remedy: "Store the secret again."
	}],
	[RPC_CODE.UNAUTHENTICATED, {
		code: "SECRET_FORBIDDEN",
		retry: false,
		remedy: "Check the workload identity provider and the service account."
	}]
]);
/** States of a version, which only the text of the service names. */
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
const codeFact = (code) => RPC_FACTS.get(code) ?? failed(false);
/** Reads the failure in an error of the client. The service's text is matched and never shown. */
function serviceFailure(error) {
	const { code: number, reason, text, after } = rpcStatus(error);
	const { code, retry } = codeFact(number);
	const name = number === void 0 ? "no status" : rpcName(number);
	return new RequestFailure({
		reason: reason === void 0 ? name : `${name} (${reason})`,
		code,
		passes: retry,
		after,
		told: knownCause(SECRET_CAUSES, {
			reason,
			text
		})
	});
}
/** Describes an answer that fails a check. */
const corrupt = (resource, problem) => new ClawError("SECRET_CORRUPT", `${resource}: ${problem}, and the value is not used.`);
/** Says whether to try again after `error`. A corrupt answer is retried: most corruption happens in transit. */
function retryHint(error) {
	if (error instanceof ClawError) return {
		retry: error.code === "SECRET_CORRUPT",
		why: error.message
	};
	const { passes, word, after } = serviceFailure(error);
	return {
		retry: passes,
		after,
		why: `Secret Manager answers ${word}`
	};
}
/** Makes a new error: the client's own carries the request, and the request holds credentials. */
function secretError(error, resource) {
	if (error instanceof ClawError) return error;
	const { word, code = "SECRET_FAILED", told } = serviceFailure(error);
	const cause = told === void 0 ? "" : `: ${told.what}`;
	return new ClawError(told?.code ?? code, `${resource}: Secret Manager answers ${word}${cause}.`, { remedy: told?.remedy ?? codeFact(rpcStatus(error).code).remedy });
}
// packages/google/src/secrets/secret-manager.ts
/** Scope of Secret Manager, which has no narrower one. Grants limit what the identity may read. */
const SECRETS_SCOPE = "https://www.googleapis.com/auth/cloud-platform";
/** Google's own limit on a payload. */
const MAX_BYTES = 65536;
/** Returns the endpoint of a location. The global endpoint does not know regional secrets. */
const regionalEndpoint = (location) => new URL(`https://secretmanager.${location}.rep.googleapis.com`);
/** Returns the data of an answer. dataCrc32c is optional in the API; an answer without it proves nothing and is refused. */
function checkedBytes({ data, dataCrc32c }, resource) {
	if (!(data instanceof Uint8Array)) throw corrupt(resource, "the answer has no data");
	if (dataCrc32c !== String(crc32c(data))) throw corrupt(resource, "the CRC32C of the data is missing or wrong");
	if (data.length === 0 || data.length > MAX_BYTES) throw new ClawError("SECRET_UNUSABLE", `${resource}: the secret is empty or over ${MAX_BYTES} bytes.`);
	return data;
}
function readAnswer(answer, asked) {
	const resource = resourceName(asked);
	const version = answeredVersion(answer.name, asked);
	if (version === void 0) throw corrupt(resource, "the answer is about another secret or version");
	return {
		bytes: checkedBytes(answer, resource),
		version
	};
}
async function access(asked, accessVersion, clock) {
	const resource = resourceName(asked);
	const attempt = async (timeout) => readAnswer(await accessVersion(resource, timeout), asked);
	try {
		return await withRetry(attempt, retryHint, clock);
	} catch (error) {
		throw secretError(error, resource);
	}
}
/**
* Opens the store behind `gcp-sm://`. A version is fetched once, however many pointers lead into it. `reveal`
* throws SECRET_NOT_FOUND, SECRET_FORBIDDEN, SECRET_UNUSABLE, SECRET_CORRUPT, SECRET_FAILED,
* SECRET_REFERENCE_INVALID, and what `tokens` throws.
*/
function googleSecretStore({ endpoint, tokens, clock, connect = versionReader }) {
	const connections = /* @__PURE__ */ new Map();
	const connection = (location) => {
		const regional = location === void 0 ? void 0 : regionalEndpoint(location);
		const known = connections.get(location) ?? connect({
			endpoint: endpoint ?? regional,
			tokens
		});
		connections.set(location, known);
		return known;
	};
	const revealed = /* @__PURE__ */ new Map();
	return { reveal(asked) {
		const resource = resourceName(asked);
		const pending = revealed.get(resource) ?? access(asked, connection(asked.location), clock);
		revealed.set(resource, pending);
		return pending;
	} };
}
// packages/google/src/secrets/connect.ts
function accessTokens({ credentials, host }) {
	const { mask, clock } = host;
	if (credentials.kind === "ambient") {
		host.admitMachineCredentials();
		return ambientGoogle(SECRETS_SCOPE, mask);
	}
	const identity = host.identity(credentials.issuer);
	return googleWorkloadIdentity({
		...credentials,
		scope: SECRETS_SCOPE,
		identity,
		mask,
		clock
	});
}
/** Opens the store with the job's credentials. */
const connect = (access) => googleSecretStore({
	endpoint: access.endpoint,
	tokens: accessTokens(access),
	clock: access.host.clock
});
export { connect };
