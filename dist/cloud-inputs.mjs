import "./rolldown-runtime.mjs";
import { ClawError, parseEndpoint, parseVaultPath, printable } from "./core.mjs";
import { GOOGLE_IAM_ENDPOINT, GOOGLE_STS_ENDPOINT, parseClientId, parseRoleArn, parseServiceAccount, parseTenantId, parseVaultRole, parseWorkloadIdentityProvider } from "./identity.mjs";
import { choiceInput, optionalInput } from "./runner-inputs.mjs";
import { maskValue } from "./runner.mjs";
import { X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
// packages/cloud/src/vault-tls-inputs.ts
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
// packages/cloud/src/inputs.ts
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
export { cloudInputs };
