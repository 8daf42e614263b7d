import "./rolldown-runtime.mjs";
import { ClawError, azureKeyName } from "./core.mjs";
import { AWS_AUDIENCE, ambientGoogle, ambientVaultToken, awsWebIdentity, azureFederation, googleWorkloadIdentity, vaultLogin } from "./identity.mjs";
import { KMS_SCOPE, azureCloudOf } from "./kms.mjs";
import { admitMachineCredentials, annotate, jobClock, jobIdentityTokens, maskValue, runId, saveState } from "./runner.mjs";
import { homedir } from "node:os";
// packages/cloud/src/session.ts
/** Names of what is kept for `post`. Accessors name tokens of Vault and open nothing. */
const STATE = {
	accessors: "vault-accessors",
	ended: "session-ended"
};
const common = {
	mask: maskValue,
	clock: jobClock
};
const missing = (input, what) => new ClawError("CREDENTIALS_MISSING", `Input ${input} is empty.`, { remedy: `Name the ${what} that trusts this job, or set credentials: ambient to use what the machine has.` });
function googleTokens(cloud, identity) {
	const { provider, serviceAccount, stsEndpoint, iamEndpoint } = cloud.google;
	if (cloud.credentials === "ambient") return ambientGoogle(KMS_SCOPE, maskValue);
	if (provider === void 0) throw missing("workload-identity-provider", "provider");
	return googleWorkloadIdentity({
		provider,
		serviceAccount,
		scope: KMS_SCOPE,
		stsEndpoint,
		iamEndpoint,
		identity,
		...common
	});
}
/** The identity provider of the partition in IAM. */
const awsAudience = (role) => role.startsWith("arn:aws-cn:") ? `${AWS_AUDIENCE}.cn` : AWS_AUDIENCE;
function awsTokens(cloud, identity, key, use) {
	const { role, region, stsEndpoint, audience } = cloud.aws;
	if (cloud.credentials === "ambient") return "ambient";
	if (role === void 0) throw missing("aws-role", "role");
	return awsWebIdentity({
		role,
		key,
		use,
		region,
		audience: audience ?? awsAudience(role),
		runId: runId(),
		stsEndpoint,
		identity,
		...common
	});
}
function azureTokens(cloud, identity, uri) {
	const { tenantId, clientId, loginEndpoint } = cloud.azure;
	if (cloud.credentials === "ambient") return "ambient";
	if (tenantId === void 0 || clientId === void 0) throw missing("azure-tenant-id or azure-client-id", "application");
	const { scope, audience, login } = azureCloudOf(azureKeyName(uri).host);
	return azureFederation({
		tenantId,
		clientId,
		scope,
		audience,
		loginEndpoint: loginEndpoint ?? new URL(login),
		identity,
		...common
	});
}
function vaultAddress({ address }) {
	if (address !== void 0) return address;
	throw new ClawError("INPUT_MISSING", "Input vault-address is empty.", { remedy: "Name the server that holds the key." });
}
/** A step that outlives its first token has several; the last line of a state counts, so it names all. */
function rememberAccessors() {
	const accessors = [];
	return (accessor) => {
		accessors.push(accessor);
		saveState(STATE.accessors, accessors.join(" "));
	};
}
/** How the job logs in at Vault. Throws INPUT_MISSING or CREDENTIALS_MISSING. */
function vaultLoginOptions({ vault }, identity) {
	const address = vaultAddress(vault);
	if (vault.role === void 0) throw missing("vault-role", "role of the JWT login");
	return {
		address,
		namespace: vault.namespace,
		authPath: vault.authPath,
		role: vault.role,
		audience: vault.audience ?? address.origin,
		tls: vault.tls,
		identity,
		issued: rememberAccessors(),
		...common
	};
}
/**
* Ends a session of an action. What cannot be given back is told of and left to `post`: the step has its
* result, and another error must not hide the one that it ends with.
*/
async function giveBack(session) {
	try {
		await session.end();
	} catch (error) {
		if (!(error instanceof ClawError)) throw error;
		annotate("warning", error.code, error.message);
	}
}
/**
* One endpoint speaks for one service: asked for keys of another as well, it would be sent a token that is
* none of its business. Throws INPUT_INVALID.
*/
function endpointFor(endpoint) {
	let known;
	return (service) => {
		known ??= service;
		if (endpoint === void 0 || known === service) return endpoint;
		throw new ClawError("INPUT_INVALID", `Input key-endpoint: it can be the endpoint of one key service, and there are keys of ${known} and of ${service}.`);
	};
}
/** The one key of a step that signs is at vault-address: an endpoint beside it would not be asked. */
function checkNoEndpoint({ keyEndpoint }, use) {
	if (use === "verify" || keyEndpoint === void 0) return;
	throw new ClawError("INPUT_INVALID", "Input key-endpoint: a key of Vault is at vault-address.", { remedy: "Remove key-endpoint." });
}
function once(make) {
	let made;
	return () => (made ??= { value: make() }).value;
}
/** Opens nothing yet. `use` narrows what the clouds are asked to allow. */
function openSession(cloud, use) {
	if (cloud.credentials === "ambient") admitMachineCredentials();
	const identity = jobIdentityTokens({ issuer: cloud.oidcIssuer });
	const endpointOf = endpointFor(cloud.keyEndpoint);
	const google = once(() => googleTokens(cloud, identity));
	let login;
	const vaultTokens = once(() => {
		if (cloud.credentials === "ambient") return ambientVaultToken(process.env, homedir(), maskValue);
		login = vaultLogin(vaultLoginOptions(cloud, identity));
		return login;
	});
	return {
		identity,
		google: () => ({
			endpoint: endpointOf("Google"),
			tokens: google(),
			clock: jobClock
		}),
		aws: (uri) => ({
			endpoint: endpointOf("AWS"),
			region: cloud.aws.region,
			credentials: awsTokens(cloud, identity, uri, use),
			...common
		}),
		azure: (uri) => ({
			endpoint: endpointOf("Azure"),
			tokens: azureTokens(cloud, identity, uri),
			...common
		}),
		vault: () => {
			checkNoEndpoint(cloud, use);
			const { namespace, transitPath, tls } = cloud.vault;
			return {
				address: vaultAddress(cloud.vault),
				namespace,
				mount: transitPath,
				tls,
				tokens: vaultTokens(),
				clock: jobClock
			};
		},
		end: async () => {
			if (login === void 0) return;
			await login.revoke();
			saveState(STATE.ended, "true");
		}
	};
}
export { STATE, giveBack, openSession, vaultLoginOptions };
