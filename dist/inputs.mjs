import "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, KEYLESS, isAlgorithm, isExampleKey, parseKeyUri, parseSha256, printable } from "./core.mjs";
import { announcedSubjects, choiceInput, listInput, maskValue, optionalInput, parseShell, requiredInput, workspace } from "./ci.mjs";
import { parseEndpoint } from "./net.mjs";
import { parseEvents } from "./github.mjs";
import { parseVaultPath, parseVaultRole } from "./vault.mjs";
import { GOOGLE_IAM_ENDPOINT, GOOGLE_STS_ENDPOINT, parseServiceAccount, parseWorkloadIdentityProvider } from "./google.mjs";
import { parseClientId, parseTenantId } from "./azure.mjs";
import { parseRoleArn } from "./aws.mjs";
import { parseSecretRequests } from "./secrets.mjs";
import { parseFileDestination } from "./files.mjs";
import { X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
// packages/inputs/src/vault-tls.ts
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const invalid = (input, what) => new ClawError("INPUT_INVALID", `Input ${input}: ${what}.`);
const lonely = (given, absent) => new ClawError("INPUT_MISSING", `Input ${absent} is empty, and ${given} is of no use without it.`);
function checkAuthorities(pem) {
	const begun = pem.split("-----BEGIN ").length - 1;
	try {
		const read = (pem.match(CERTIFICATE) ?? []).map((certificate) => new X509Certificate(certificate));
		if (read.length > 0 && read.length === begun) return;
	} catch {}
	throw invalid("vault-ca", "not all of it are certificates in PEM");
}
function checkClient(cert, key) {
	try {
		createSecureContext({
			cert,
			key
		});
	} catch {
		throw invalid("vault-client-certificate", "a certificate in PEM and, in vault-client-key, its key in PEM and without a passphrase are expected");
	}
}
/** Reads vault-ca, vault-client-certificate and vault-client-key. Throws INPUT_INVALID or INPUT_MISSING. */
function vaultTlsInputs() {
	const key = optionalInput("vault-client-key");
	if (key !== void 0) maskValue(key);
	const cert = optionalInput("vault-client-certificate");
	const ca = optionalInput("vault-ca");
	if (ca !== void 0) checkAuthorities(ca);
	if (cert === void 0 && key === void 0) return { ca };
	if (cert === void 0) throw lonely("vault-client-key", "vault-client-certificate");
	if (key === void 0) throw lonely("vault-client-certificate", "vault-client-key");
	checkClient(cert, key);
	return {
		ca,
		cert,
		key
	};
}
// packages/inputs/src/credentials.ts
/** `us-east-1`, `us-gov-west-1`, … */
function parseRegion(text, input) {
	if (/^[a-z]{2,5}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}$/.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not the name of a region.`);
}
const DEFAULT_ISSUER = "https://token.actions.githubusercontent.com";
const endpoint = (name, fallback) => parseEndpoint(optionalInput(name) ?? fallback, name);
function endpointInput(name) {
	const text = optionalInput(name);
	return text === void 0 ? void 0 : parseEndpoint(text, name);
}
const parsed = (text, parse, input) => text === void 0 ? void 0 : parse(text, input);
function googleInputs() {
	return {
		provider: parsed(optionalInput("workload-identity-provider"), parseWorkloadIdentityProvider, "workload-identity-provider"),
		serviceAccount: parsed(optionalInput("service-account"), parseServiceAccount, "service-account"),
		stsEndpoint: endpoint("sts-endpoint", GOOGLE_STS_ENDPOINT),
		iamEndpoint: endpoint("iam-endpoint", GOOGLE_IAM_ENDPOINT)
	};
}
function awsInputs() {
	return {
		role: parsed(optionalInput("aws-role"), parseRoleArn, "aws-role"),
		region: parsed(optionalInput("aws-region"), parseRegion, "aws-region"),
		stsEndpoint: endpointInput("aws-sts-endpoint"),
		audience: optionalInput("aws-audience")
	};
}
function azureInputs() {
	return {
		tenantId: parsed(optionalInput("azure-tenant-id"), parseTenantId, "azure-tenant-id"),
		clientId: parsed(optionalInput("azure-client-id"), parseClientId, "azure-client-id"),
		loginEndpoint: endpointInput("azure-login-endpoint")
	};
}
function vaultInputs() {
	return {
		address: endpointInput("vault-address"),
		namespace: parsed(optionalInput("vault-namespace"), parseVaultPath, "vault-namespace"),
		role: parsed(optionalInput("vault-role"), parseVaultRole, "vault-role"),
		authPath: parseVaultPath(optionalInput("vault-auth-path") ?? "jwt", "vault-auth-path"),
		transitPath: parseVaultPath(optionalInput("vault-transit-path") ?? "transit", "vault-transit-path"),
		audience: optionalInput("vault-audience"),
		tls: vaultTlsInputs()
	};
}
/** Reads the inputs of authentication. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
function cloudInputs() {
	return {
		credentials: choiceInput("credentials", ["workload-identity", "ambient"], "workload-identity"),
		oidcIssuer: endpoint("oidc-issuer", DEFAULT_ISSUER),
		keyEndpoint: endpointInput("key-endpoint"),
		google: googleInputs(),
		aws: awsInputs(),
		azure: azureInputs(),
		vault: vaultInputs()
	};
}
// packages/inputs/src/injecting.ts
function readTarget() {
	const delivery = choiceInput("delivery", [
		"exec",
		"output",
		"env"
	], "exec");
	if (delivery === "exec") return {
		delivery,
		script: requiredInput("run"),
		shell: parseShell(optionalInput("shell"))
	};
	for (const name of ["run", "shell"]) {
		if (optionalInput(name) === void 0) continue;
		throw new ClawError("INPUT_INVALID", `Input ${name}: delivery ${delivery} runs nothing.`, { remedy: `Remove ${name}.` });
	}
	return { delivery };
}
function readCredentials() {
	const kind = choiceInput("credentials", ["workload-identity", "ambient"], "workload-identity");
	const provider = optionalInput("workload-identity-provider");
	const serviceAccount = optionalInput("service-account");
	if (kind === "ambient") {
		if (provider !== void 0 || serviceAccount !== void 0) throw new ClawError("INPUT_INVALID", "Input credentials: ambient excludes workload-identity-provider and service-account.");
		return { kind };
	}
	if (provider === void 0) throw new ClawError("CREDENTIALS_MISSING", "Input workload-identity-provider is empty, and credentials: ambient is not asked for.", { remedy: "Name the provider that trusts this job, or set credentials: ambient to use what the machine has." });
	return {
		kind,
		provider: parseWorkloadIdentityProvider(provider, "workload-identity-provider"),
		serviceAccount: serviceAccount === void 0 ? void 0 : parseServiceAccount(serviceAccount, "service-account"),
		stsEndpoint: parseEndpoint(requiredInput("sts-endpoint"), "sts-endpoint"),
		iamEndpoint: parseEndpoint(requiredInput("iam-endpoint"), "iam-endpoint"),
		issuer: parseEndpoint(requiredInput("oidc-issuer"), "oidc-issuer")
	};
}
/** All inputs, checked. Throws INPUT_MISSING, INPUT_INVALID, ENDPOINT_INSECURE, CREDENTIALS_MISSING or SECRET_REFERENCE_INVALID. */
function injectInputs() {
	const endpoint = optionalInput("secret-endpoint");
	const lines = listInput("secrets");
	if (lines.length === 0) throw new ClawError("INPUT_MISSING", "Input secrets names no secret.");
	return {
		requests: parseSecretRequests(lines, "secrets"),
		target: readTarget(),
		allowEvents: parseEvents(listInput("allow-events"), "allow-events"),
		credentials: readCredentials(),
		secretEndpoint: endpoint === void 0 ? void 0 : parseEndpoint(endpoint, "secret-endpoint")
	};
}
// packages/inputs/src/options.ts
const option = (name, value, help, choices) => choices === void 0 ? {
	name,
	value,
	help
} : {
	name,
	value,
	help,
	choices
};
const SIGNER_OPTIONS = [
	option("key", "uri", "key that signs: gcpkms://, awskms://, azurekms:// or hashivault://, or keyless", ["keyless"]),
	option("key-algorithm", "name", "where the key allows several, as in rsa-pss-3072-sha256", Object.keys(ALGORITHMS)),
	option("key-endpoint", "url", "endpoint of the key service"),
	{
		name: "allow-events",
		value: "event",
		help: "further event that may use the key, whoever starts it",
		list: true
	},
	option("push-to", "destination", "where bundles would go: file: or file:<folder>"),
	option("credentials", "kind", "workload-identity (the job) or ambient (this machine)", ["workload-identity", "ambient"]),
	option("oidc-issuer", "url", "issuer of the token of the job"),
	option("workload-identity-provider", "name", "Google: projects/N/locations/global/workloadIdentityPools/P/providers/R"),
	option("service-account", "email", "Google: account to impersonate"),
	option("sts-endpoint", "url", "Google: endpoint of the security token service"),
	option("iam-endpoint", "url", "Google: endpoint of the service account credentials API"),
	option("aws-role", "arn", "AWS: role to assume"),
	option("aws-region", "name", "AWS: region of a key named by alias or id"),
	option("aws-audience", "text", "AWS: audience of the token that STS is shown"),
	option("aws-sts-endpoint", "url", "AWS: endpoint of STS"),
	option("azure-tenant-id", "id", "Azure: directory (tenant) id"),
	option("azure-client-id", "id", "Azure: application (client) id"),
	option("azure-login-endpoint", "url", "Azure: endpoint of Microsoft Entra ID"),
	option("vault-address", "url", "Vault: address"),
	option("vault-namespace", "path", "Vault: namespace"),
	option("vault-role", "name", "Vault: role of the JWT login"),
	option("vault-auth-path", "path", "Vault: path of the JWT login"),
	option("vault-audience", "text", "Vault: audience of the token that it is shown"),
	option("vault-transit-path", "path", "Vault: path of the transit engine"),
	option("vault-ca", "pem", "Vault: further certificate authorities"),
	option("vault-client-certificate", "pem", "Vault: client certificate"),
	option("certificate-authority", "authority", "for --key keyless: public, github or a URL", ["public", "github"]),
	{
		...option("timestamp-authority", "authority", "a URL, public, github or none; may be repeated", [
			"public",
			"github",
			"none"
		]),
		list: true
	},
	option("transparency-log", "log", "none, public or a URL", ["none", "public"]),
	option("transparency-log-version", "number", "API of a log named by URL: 1 or 2", ["1", "2"]),
	option("allow-public-log", "boolean", "true lets a private repository be written to a public log", ["true", "false"]),
	option("signing-config", "path", "a signing config as cosign reads it")
];
const DOCTOR_OPTIONS = [
	{
		name: "json",
		help: "print one JSON object"
	},
	{
		name: "no-sign",
		help: "do without the trial signature"
	},
	...SIGNER_OPTIONS,
	option("vault-client-key-file", "path", "Vault: file with the key of that certificate")
];
const SHELLS = [
	"bash",
	"zsh",
	"fish"
];
const COMMANDS = {
	doctor: {
		name: "doctor",
		help: "Runs the checks of a signing step and explains each failure; signs nothing but a trial text",
		options: DOCTOR_OPTIONS
	},
	completion: {
		name: "completion",
		help: "Prints the completion script of a shell",
		options: [],
		argument: SHELLS
	}
};
// packages/inputs/src/provenance.ts
const GITHUB_API = "https://api.github.com";
/** Reads the inputs of provenance. */
function provenanceInputs() {
	const githubToken = optionalInput("github-token");
	if (githubToken !== void 0) maskValue(githubToken);
	return {
		githubToken,
		githubApi: parseEndpoint(optionalInput("github-api") ?? GITHUB_API, "github-api")
	};
}
// packages/inputs/src/witnesses.ts
function authority(text, input) {
	return text === "public" || text === "github" ? text : parseEndpoint(text, input);
}
function timestampAuthorities() {
	const lines = listInput("timestamp-authority");
	if (lines.length === 0) return void 0;
	if (!lines.includes("none")) return lines.map((line) => authority(line, "timestamp-authority"));
	if (lines.length > 1) throw new ClawError("INPUT_INVALID", "Input timestamp-authority: none stands alone.");
	return [];
}
function log() {
	const text = optionalInput("transparency-log");
	return text === void 0 || text === "none" || text === "public" ? text : parseEndpoint(text, "transparency-log");
}
function logVersion() {
	if (optionalInput("transparency-log-version") === void 0) return void 0;
	return choiceInput("transparency-log-version", ["1", "2"], "2") === "1" ? 1 : 2;
}
/** Reads the inputs. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
function witnessInputs() {
	const certificate = optionalInput("certificate-authority");
	return {
		certificateAuthority: certificate === void 0 ? void 0 : authority(certificate, "certificate-authority"),
		timestampAuthorities: timestampAuthorities(),
		log: log(),
		logVersion: logVersion(),
		allowPublicLog: choiceInput("allow-public-log", ["true", "false"], "false") === "true",
		signingConfig: optionalInput("signing-config")
	};
}
// packages/inputs/src/signing.ts
function parseAlgorithm(text, input) {
	if (isAlgorithm(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is no algorithm of the key table.`);
}
/** Asked for the key of the documentation, a service would answer as to somebody without permission. */
function parseKey(text) {
	if (!isExampleKey(text)) return text === "keyless" ? KEYLESS : parseKeyUri(text, "key");
	throw new ClawError("KEY_URI_INVALID", `Input key: "${printable(text)}" is the example of the documentation.`, { remedy: "Put the URI of your own key in its place, as docs/keys.md shows for your service." });
}
/** What is said of a key that no key service holds would be ignored. */
function checkKeyless(algorithm, { keyEndpoint, credentials }) {
	const refuse = (why) => new ClawError("INPUT_INVALID", `Input ${why}.`, { remedy: "Remove that input." });
	if (algorithm !== void 0) throw refuse("key-algorithm: the key of key: keyless is always ecdsa-p256-sha256");
	if (keyEndpoint !== void 0) throw refuse("key-endpoint: key: keyless asks no key service");
	if (credentials === "ambient") throw refuse("credentials: key: keyless is certified for the identity of the job alone");
}
/** Reads and checks what it takes to sign in `root`. Throws a ClawError that names the input. */
function signerInputs(root) {
	const key = requiredInput("key");
	const algorithm = optionalInput("key-algorithm");
	const cloud = cloudInputs();
	if (key === "keyless") checkKeyless(algorithm, cloud);
	return {
		workspace: root,
		key: parseKey(key),
		keyAlgorithm: algorithm === void 0 ? void 0 : parseAlgorithm(algorithm, "key-algorithm"),
		cloud,
		witnesses: witnessInputs(),
		destination: parseFileDestination(optionalInput("push-to") ?? "file:", root, "push-to"),
		allowEvents: parseEvents(listInput("allow-events"), "allow-events")
	};
}
/** Reads and checks them all before anything is done. Throws a ClawError that names the input. */
function signingInputs() {
	return {
		...signerInputs(workspace()),
		sources: {
			artifacts: listInput("artifacts"),
			images: listInput("images"),
			checksums: optionalInput("checksums"),
			announced: announcedSubjects()
		}
	};
}
// packages/inputs/src/verifying.ts
function gateInputs() {
	const bundles = listInput("bundles");
	if (bundles.length === 0) throw new ClawError("INPUT_MISSING", "Input bundles is required and empty.", { remedy: "Name the bundle files, one pattern on each line." });
	const digest = optionalInput("policy-digest");
	return {
		workspace: workspace(),
		sources: {
			artifacts: listInput("artifacts"),
			images: listInput("images"),
			checksums: optionalInput("checksums"),
			announced: []
		},
		bundles,
		policy: requiredInput("policy"),
		policyDigest: digest === void 0 ? void 0 : parseSha256(digest, "Input policy-digest"),
		cloud: cloudInputs()
	};
}
export { COMMANDS, SHELLS, SIGNER_OPTIONS, cloudInputs, gateInputs, injectInputs, provenanceInputs, signerInputs, signingInputs };
