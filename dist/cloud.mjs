import "./rolldown-runtime.mjs";
import { ClawError, parseEndpoint, systemClock } from "./core.mjs";
import { GOOGLE_IAM_ENDPOINT, GOOGLE_STS_ENDPOINT, googleWorkloadIdentity, parseServiceAccount, parseWorkloadIdentityProvider } from "./identity.mjs";
import { choiceInput, jobIdentityTokens, maskValue, optionalInput } from "./runner.mjs";
// packages/cloud/src/cloud.ts
const DEFAULT_ISSUER = "https://token.actions.githubusercontent.com";
const endpoint = (name, fallback) => parseEndpoint(optionalInput(name) ?? fallback, name);
/** Reads the inputs of authentication. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
function cloudInputs() {
	const provider = optionalInput("workload-identity-provider");
	const serviceAccount = optionalInput("service-account");
	return {
		credentials: choiceInput("credentials", ["workload-identity", "ambient"], "workload-identity"),
		provider: provider === void 0 ? void 0 : parseWorkloadIdentityProvider(provider, "workload-identity-provider"),
		serviceAccount: serviceAccount === void 0 ? void 0 : parseServiceAccount(serviceAccount, "service-account"),
		stsEndpoint: endpoint("sts-endpoint", GOOGLE_STS_ENDPOINT),
		iamEndpoint: endpoint("iam-endpoint", GOOGLE_IAM_ENDPOINT),
		oidcIssuer: endpoint("oidc-issuer", DEFAULT_ISSUER)
	};
}
/** Tokens of the job's own identity. */
const jobIdentity = (cloud) => jobIdentityTokens({ issuer: cloud.oidcIssuer });
/** Access tokens for `scope`. Throws CREDENTIALS_MISSING where the inputs name no way to get one. */
function cloudTokens(cloud, identity, scope) {
	if (cloud.credentials === "ambient") return "ambient";
	if (cloud.provider === void 0) throw new ClawError("CREDENTIALS_MISSING", "Input workload-identity-provider is empty. Name the provider that trusts this job, or set credentials: ambient.");
	return googleWorkloadIdentity({
		provider: cloud.provider,
		serviceAccount: cloud.serviceAccount,
		scope,
		stsEndpoint: cloud.stsEndpoint,
		iamEndpoint: cloud.iamEndpoint,
		identity,
		mask: maskValue,
		clock: systemClock
	});
}
export { cloudInputs, cloudTokens, jobIdentity };
