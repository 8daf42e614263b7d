import { __name } from "./rolldown-runtime.mjs";
import { ClawError, azureKeyName, keyScheme } from "./core.mjs";
import { admitMachineCredentials, annotate, exportVariables, jobClock, jobEnvironment, maskValue, runId, runScript, saveState, setOutputs, watchStepFiles } from "./ci.mjs";
import { writeSummary } from "./reports.mjs";
import { jobIdentityTokens, runEvent } from "./github.mjs";
import { ambientVaultToken, vaultLogin } from "./vault.mjs";
import { vaultKeyService } from "./vault-sign.mjs";
import { KMS_SCOPE, ambientGoogle, googleSecretStore, googleWorkloadIdentity } from "./google.mjs";
import { googleKeyService } from "./google-sign.mjs";
import { azureCloudOf, azureFederation } from "./azure.mjs";
import { azureKeyService } from "./azure-sign.mjs";
import { AWS_AUDIENCE, awsWebIdentity } from "./aws.mjs";
import { awsKeyService } from "./aws-sign.mjs";
import { homedir } from "node:os";
import { once } from "node:events";
// packages/wiring/src/inject-ports.ts
/** Secret Manager knows no narrower scope; what the identity may read is narrowed by its grants. */
const SCOPE = "https://www.googleapis.com/auth/cloud-platform";
function accessTokens(credentials, clock) {
	if (credentials.kind === "ambient") {
		admitMachineCredentials();
		return ambientGoogle(SCOPE, maskValue);
	}
	const { provider, serviceAccount, stsEndpoint, iamEndpoint, issuer } = credentials;
	return googleWorkloadIdentity({
		provider,
		serviceAccount,
		scope: SCOPE,
		stsEndpoint,
		iamEndpoint,
		identity: jobIdentityTokens({ issuer }),
		mask: maskValue,
		clock
	});
}
/** The ports of a step under GitHub Actions. */
function runnerPorts({ credentials, secretEndpoint }) {
	return {
		store: googleSecretStore({
			endpoint: secretEndpoint,
			tokens: accessTokens(credentials, jobClock),
			clock: jobClock
		}),
		mask: maskValue,
		event: runEvent,
		environment: jobEnvironment(),
		annotate,
		run: runScript,
		watchStepFiles,
		print: (stream, text) => process[stream].write(text) ? void 0 : once(process[stream], "drain"),
		setOutputs,
		exportVariables,
		writeSummary
	};
}
// packages/wiring/src/keys.ts
const SERVICES = {
	gcpkms: (session) => googleKeyService(session.google()),
	awskms: (session, uri) => awsKeyService(session.aws(uri)),
	azurekms: (session, uri) => azureKeyService(session.azure(uri)),
	hashivault: (session) => vaultKeyService(session.vault())
};
/** Opens the key of `uri` in its service. */
const openKey = (session, uri, algorithm) => SERVICES[keyScheme(uri)](session, uri).open(uri, algorithm);
// packages/wiring/src/session.ts
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
function once$1(make) {
	let made;
	return () => (made ??= { value: make() }).value;
}
__name(once$1, "once");
/** Opens nothing yet. `use` narrows what the clouds are asked to allow. */
function openSession(cloud, use) {
	if (cloud.credentials === "ambient") admitMachineCredentials();
	const identity = jobIdentityTokens({ issuer: cloud.oidcIssuer });
	const endpointOf = endpointFor(cloud.keyEndpoint);
	const google = once$1(() => googleTokens(cloud, identity));
	let login;
	const vaultTokens = once$1(() => {
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
export { STATE, giveBack, openKey, openSession, runnerPorts, vaultLoginOptions };
