import { __name } from "./rolldown-runtime.mjs";
import { ClawError, ERRORS, errorAddress, errorLine, isPrintable, keyUriParts, keyUris, onFirstUse, parsedInput, printable, printableText, requiredInput, toldError } from "./core.mjs";
import { parseEndpoint } from "./net.mjs";
import { COMMON_CLIENT_READS, githubHost, isDebugging, maskLineOnStderr, plainHost, runProgram, surroundingRun } from "./ci.mjs";
import { githubIdentity } from "./github.mjs";
import nodePath from "node:path";
import { X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
// packages/github/src/request-ids.ts
/** Headers of an answer by which GitHub finds its request. */
const GITHUB_REQUEST_IDS = ["x-github-request-id"];
// packages/files/src/subject-name.ts
/**
* The subject name of the file at `path`: relative to `root`, with forward slashes. `paths` are the rules
* of the platform, a parameter so that those of Windows are tested everywhere. Throws ARTIFACT_REFUSED
* for what is outside, another drive and a device name included.
*/
function relativeSubjectName(root, path, paths) {
	const inside = paths.relative(root, path);
	if (paths.isAbsolute(inside) || inside.split(paths.sep)[0] === "..") throw new ClawError("ARTIFACT_REFUSED", `"${printable(path)}" is outside the workspace.`);
	return paths.sep === "/" ? inside : inside.replaceAll(paths.sep, "/");
}
// packages/files/src/file-destination.ts
/** Returns the path of `folder` relative to `root`, with forward slashes; undefined where it is outside. */
function pathInside(root, folder, paths) {
	try {
		return relativeSubjectName(root, folder, paths);
	} catch {
		return;
	}
}
/** Parses `file:` or `file:<folder>`. `paths` are the rules of the platform. Throws INPUT_INVALID. */
function parseFileDestination(text, workspace, input, paths = nodePath) {
	if (!text.startsWith("file:") || !isPrintable(text)) throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not file: or file:<folder>.`);
	const folder = text.slice(5);
	if (folder === "") return {
		workspace,
		folder: void 0
	};
	const inside = pathInside(workspace, paths.resolve(workspace, folder), paths);
	if (inside === void 0) throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(folder)}" is outside the workspace.`);
	return {
		workspace,
		folder: inside
	};
}
// packages/sigstore/src/client-reads.ts
const SIGSTORE_CLIENT_READS = {
	variables: [{
		reader: "@sigstore/tuf",
		names: ["XDG_DATA_HOME"],
		decides: ["trust"],
		fate: "never"
	}],
	files: [{
		path: "~/.local/share/sigstore-js/*",
		reader: "@sigstore/tuf",
		decides: ["trust"],
		fate: "never"
	}]
};
// packages/aws/src/regions.ts
/** `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`. */
const REGION = /^[a-z]{2,5}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}$/;
/** `aws`, `aws-cn`, `aws-us-gov`, …, as part of a pattern. */
const PARTITION = "aws[a-z-]{0,20}";
/** An account id, as part of a pattern. */
const ACCOUNT = "[0-9]{12}";
/** Place of a key, `arn:PARTITION:kms:REGION:ACCOUNT:`, as part of a pattern; `parseRegion` checks the region. */
const KMS_PLACE = `arn:${PARTITION}:kms:(?<region>[a-z0-9-]{1,32}):${ACCOUNT}:`;
/** Parses a region, which becomes part of a host name. Throws INPUT_INVALID. */
function parseRegion(text, input) {
	if (REGION.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not the name of a region.`);
}
/** Returns the region of `key`, from its ARN or from the input. Throws INPUT_MISSING or INPUT_INVALID. */
function keyRegion({ key, region: named }, input) {
	const region = named ?? input;
	if (region === void 0) throw new ClawError("INPUT_MISSING", `Input aws-region is empty, and ${key} does not name its region.`);
	return parseRegion(region, "aws-region");
}
// packages/aws/src/key-uri.ts
const HOST = "[a-z0-9.-]{1,253}(?::[0-9]{1,5})?";
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const MULTI_REGION_ID = "mrk-[0-9a-f]{32}";
const ALIAS = "alias/[A-Za-z0-9/_-]{1,250}";
const AWS_KEY_URI = {
	scheme: "awskms",
	pattern: new RegExp(`^awskms://(?<host>${HOST})?/(?<key>${KMS_PLACE}(?:key/(?:${UUID}|${MULTI_REGION_ID})|${ALIAS})|${UUID}|${MULTI_REGION_ID}|${ALIAS})$`),
	form: "awskms://[ENDPOINT]/ARN, alias/NAME or key id",
	near: [[new RegExp(`^(?:.*?[:/]{1,3})?(arn:${PARTITION}:kms:.+)$`), ([, arn = ""]) => `awskms:///${arn}`], [new RegExp(`^(?:.*[:/]{1,3})?(alias/.+|${MULTI_REGION_ID}|${UUID})$`), ([, key = ""]) => `awskms:///${key}`]],
	isPinned: ({ key = "" }) => /^arn:[^/]*:key\//.test(key),
	examples: ["awskms:///arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"]
};
/** Returns the key inside an `awskms://` URI. Throws KEY_URI_INVALID. */
function awsKeyName(uri) {
	const { host, key = "", region } = keyUriParts(uri, AWS_KEY_URI);
	return {
		host,
		key,
		region
	};
}
/** Returns the URI of a key by its ARN, at the given host. Throws KEY_URI_INVALID. */
const awsKeyUri = ({ host = "" }, arn) => keyUris([AWS_KEY_URI]).parsePinned(`awskms://${host}/${arn}`, "key");
// packages/aws/src/role.ts
const ROLE$1 = new RegExp(`^arn:(?<partition>${PARTITION}):iam::(?<account>${ACCOUNT}):role/(?:[\\w+=,.@-]{1,64}/){0,8}[\\w+=,.@-]{1,64}$`);
/** Parses the ARN of a role. Throws INPUT_INVALID. */
function parseRole(text, input) {
	const groups = ROLE$1.exec(text)?.groups;
	if (groups !== void 0) return {
		arn: text,
		partition: groups["partition"] ?? "",
		account: groups["account"] ?? ""
	};
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not arn:aws:iam::ACCOUNT:role/NAME.`);
}
/** Checks the ARN of a role and returns it. Throws INPUT_INVALID. */
const parseRoleArn = (text, input) => parseRole(text, input).arn;
// packages/aws/src/inputs.ts
const AWS_INPUTS = {
	scheme: AWS_KEY_URI.scheme,
	keyForm: AWS_KEY_URI.form,
	vendor: "AWS",
	facts: [
		{
			name: "aws-role",
			type: "text",
			description: "ARN of the AWS role to assume with the identity of the job. The session may use the one key alone, whatever the role allows.",
			option: {
				value: "arn",
				help: "AWS: role to assume"
			},
			federated: true
		},
		{
			name: "aws-region",
			type: "text",
			description: "AWS region of a key that is named by alias or id; an ARN names its own.",
			option: {
				value: "name",
				help: "AWS: region of a key named by alias or id"
			}
		},
		{
			name: "aws-audience",
			type: "text",
			description: "Audience of the token that AWS STS is shown. Left out: sts.amazonaws.com, or the one of the partition.",
			option: {
				value: "text",
				help: "AWS: audience of the token that STS is shown"
			},
			federated: true
		},
		{
			name: "aws-sts-endpoint",
			type: "url",
			description: "Endpoint of AWS STS. Left out: the one of the region.",
			option: {
				value: "url",
				help: "AWS: endpoint of STS"
			},
			federated: true
		}
	]
};
/** Reads the inputs. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
const awsInputs = (given) => ({
	role: parsedInput(given, "aws-role", parseRoleArn),
	region: parsedInput(given, "aws-region", parseRegion),
	stsEndpoint: parsedInput(given, "aws-sts-endpoint", parseEndpoint),
	audience: given("aws-audience")
});
// packages/aws/src/permissions.ts
const AWS_PERMISSIONS = {
	sign: { name: "kms:Sign" },
	getPublicKey: { name: "kms:GetPublicKey" },
	/** Optional: signing does not need it. */
	describeKey: { name: "kms:DescribeKey" }
};
// packages/aws/src/key-vendor.ts
const AWS_KEYS = {
	keyUri: AWS_KEY_URI,
	credentials: AWS_INPUTS,
	access: (given) => {
		const inputs = awsInputs(given);
		return {
			connect: (job) => onFirstUse(async () => (await import("./aws-key-client.mjs")).connect(inputs, job)),
			signingGrant: () => ({
				principal: inputs.role,
				permission: AWS_PERMISSIONS.sign.name
			})
		};
	},
	keyRows: async () => (await import("./aws-key-rows.mjs")).AWS_KEY_ROWS,
	clientReads: {
		variables: [
			{
				reader: "AWS clients",
				names: [
					"AWS_ENDPOINT_URL*",
					"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
					"AWS_USE_DUALSTACK_ENDPOINT",
					"AWS_USE_FIPS_ENDPOINT",
					"AWS_S3_*"
				],
				decides: ["host"],
				fate: "never"
			},
			{
				reader: "AWS clients",
				names: [
					"AWS_AUTH_SCHEME_PREFERENCE",
					"AWS_BEARER_TOKEN_*",
					"AWS_SIGV4A_SIGNING_REGION_SET",
					"AWS_DISABLE_CLOCK_SKEW_CORRECTION"
				],
				decides: ["identity"],
				fate: "never"
			},
			{
				reader: "AWS clients",
				names: [
					"AWS_DEFAULTS_MODE",
					"AWS_ENABLE_*",
					"AWS_EXECUTION_ENV",
					"AWS_LAMBDA_*",
					"AWS_MAX_ATTEMPTS",
					"AWS_NEW_RETRIES_*",
					"AWS_RETRY_MODE",
					"AWS_SDK_*",
					"_X_AMZN_TRACE_ID"
				],
				decides: ["transport"],
				fate: "never"
			},
			{
				reader: "AWS clients",
				names: [
					"AWS_ACCESS_KEY_ID",
					"AWS_ACCOUNT_ID",
					"AWS_CREDENTIAL_EXPIRATION",
					"AWS_CREDENTIAL_SCOPE",
					"AWS_DEFAULT_REGION",
					"AWS_LOGIN_CACHE_DIRECTORY",
					"AWS_REGION",
					"AWS_ROLE_ARN",
					"AWS_ROLE_SESSION_NAME",
					"AWS_SECRET_ACCESS_KEY",
					"AWS_SESSION_TOKEN",
					"AWS_WEB_IDENTITY_TOKEN_FILE"
				],
				decides: ["identity"],
				fate: "ambient"
			},
			{
				reader: "AWS clients",
				names: [
					"AWS_CONFIG_FILE",
					"AWS_PROFILE",
					"AWS_SHARED_CREDENTIALS_FILE"
				],
				decides: [
					"identity",
					"host",
					"program"
				],
				fate: "ambient"
			},
			{
				reader: "AWS clients",
				names: ["AWS_CONTAINER_*", "AWS_EC2_METADATA_*"],
				decides: ["host", "identity"],
				fate: "ambient"
			}
		],
		files: [
			{
				path: "~/.aws/config",
				reader: "AWS clients",
				decides: [
					"identity",
					"host",
					"program"
				],
				fate: "ambient"
			},
			{
				path: "~/.aws/credentials",
				reader: "AWS clients",
				decides: [
					"identity",
					"host",
					"program"
				],
				fate: "ambient"
			},
			{
				path: "~/.aws/sso/cache/*.json",
				reader: "AWS clients",
				decides: ["identity"],
				fate: "ambient"
			},
			{
				path: "~/.aws/login/cache/*.json",
				reader: "AWS clients",
				decides: ["identity"],
				fate: "ambient"
			}
		]
	},
	requestIds: ["x-amzn-requestid", "x-amz-request-id"]
};
// packages/azure/src/ids.ts
/** Only ids: a name such as `common` would let another directory answer. */
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function parseGuid(text, input, what) {
	if (GUID.test(text)) return text.toLowerCase();
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not the id (a GUID) of ${what}.`);
}
/** Parses the id of a tenant, in lower case. Throws INPUT_INVALID, also for a domain name or `common`. */
const parseTenantId = (text, input) => parseGuid(text, input, "a tenant");
/** Parses the id of an application or a managed identity, in lower case. Throws INPUT_INVALID. */
const parseClientId = (text, input) => parseGuid(text, input, "an application");
// packages/azure/src/key-uri.ts
const AZURE_KEY_URI = {
	scheme: "azurekms",
	pattern: /^azurekms:\/\/(?<host>[a-z0-9-]{3,64}(?:\.[a-z0-9-]{1,63}){2,4})\/(?<key>[0-9A-Za-z-]{1,127})(?:\/(?<version>[0-9a-f]{32}))?$/,
	form: "azurekms://VAULT.vault.azure.net/KEY[/VERSION]",
	near: [[/^(?:[a-z]+:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+){2,4})\/keys\/(.+?)\/?$/, ([, host = "", key = ""]) => `azurekms://${host}/${key}`], [/^(?:[a-z-]+:\/\/)?([a-z0-9-]+\.(?:vault|managedhsm)\..+)$/, ([, rest = ""]) => `azurekms://${rest}`]],
	isPinned: ({ version }) => version !== void 0,
	examples: ["azurekms://acme-release.vault.azure.net/release"]
};
/** Returns the key inside an `azurekms://` URI. Throws KEY_URI_INVALID. */
function azureKeyName(uri) {
	const { host = "", key = "", version } = keyUriParts(uri, AZURE_KEY_URI);
	return {
		host,
		key,
		version
	};
}
/** Returns the URI of a key version. Throws KEY_URI_INVALID. */
const azureKeyUri = ({ host, key }, version) => keyUris([AZURE_KEY_URI]).parsePinned(`azurekms://${host}/${key}/${version}`, "key");
// packages/azure/src/inputs.ts
const AZURE_INPUTS = {
	scheme: AZURE_KEY_URI.scheme,
	keyForm: AZURE_KEY_URI.form,
	vendor: "Azure",
	facts: [
		{
			name: "azure-tenant-id",
			type: "text",
			description: "Directory (tenant) id of the Microsoft Entra application whose federated credential trusts this job.",
			option: {
				value: "id",
				help: "Azure: directory (tenant) id"
			},
			federated: true
		},
		{
			name: "azure-client-id",
			type: "text",
			description: "Application (client) id of it, or of a user-assigned managed identity.",
			option: {
				value: "id",
				help: "Azure: application (client) id"
			},
			federated: true
		},
		{
			name: "azure-login-endpoint",
			type: "url",
			description: "Endpoint of Microsoft Entra ID. Left out: the one of the cloud of the vault.",
			option: {
				value: "url",
				help: "Azure: endpoint of Microsoft Entra ID"
			},
			federated: true
		}
	]
};
/** Reads the inputs. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
const azureInputs = (given) => ({
	tenantId: parsedInput(given, "azure-tenant-id", parseTenantId),
	clientId: parsedInput(given, "azure-client-id", parseClientId),
	loginEndpoint: parsedInput(given, "azure-login-endpoint", parseEndpoint)
});
// packages/azure/src/permissions.ts
const role = "the role Key Vault Crypto User";
const AZURE_PERMISSIONS = {
	sign: {
		name: "keys/sign",
		role
	},
	get: {
		name: "keys/get",
		role
	}
};
// packages/azure/src/client-reads.ts
const AZURE_CLIENT_READS = {
	variables: [
		{
			reader: "Azure clients",
			names: ["AZURE_LOG_LEVEL", "AZURE_IDENTITY_*"],
			decides: ["log"],
			fate: "never"
		},
		{
			reader: "@azure/identity",
			names: [
				"AZURE_ADDITIONALLY_ALLOWED_TENANTS",
				"AZURE_CLIENT_*",
				"AZURE_CONFIG_DIR",
				"AZURE_FEDERATED_TOKEN_FILE",
				"AZURE_PASSWORD",
				"AZURE_TENANT_ID",
				"AZURE_TOKEN_CREDENTIALS",
				"AZURE_USERNAME"
			],
			decides: ["identity", "program"],
			fate: "ambient"
		},
		{
			reader: "@azure/identity",
			names: [
				"AZURE_AUTHORITY_HOST",
				"AZURE_KUBERNETES_*",
				"AZURE_POD_IDENTITY_AUTHORITY_HOST",
				"AZURE_REGIONAL_AUTHORITY_NAME",
				"IDENTITY_ENDPOINT",
				"IDENTITY_HEADER",
				"IDENTITY_SERVER_THUMBPRINT",
				"IMDS_ENDPOINT",
				"MSAL_FORCE_REGION",
				"MSI_ENDPOINT",
				"MSI_SECRET",
				"REGION_NAME"
			],
			decides: ["host", "identity"],
			fate: "ambient"
		}
	],
	files: [{
		path: "~/.azure/*",
		reader: "the programs that @azure/identity runs",
		decides: ["identity"],
		fate: "ambient"
	}, {
		path: "/opt/azcmagent/bin/himds",
		reader: "@azure/identity",
		decides: ["identity"],
		fate: "heeded"
	}]
};
// packages/azure/src/request-ids.ts
/** Headers of an answer by which Azure finds its request. */
const AZURE_REQUEST_IDS = ["x-ms-request-id"];
// packages/azure/src/key-vendor.ts
const principal$1 = /* @__PURE__ */ __name(({ clientId }) => clientId === void 0 ? void 0 : `the application ${clientId}`, "principal");
const AZURE_KEYS = {
	keyUri: AZURE_KEY_URI,
	credentials: AZURE_INPUTS,
	access: (given) => {
		const inputs = azureInputs(given);
		return {
			connect: (job) => onFirstUse(async () => (await import("./azure-key-client.mjs")).connect(inputs, job)),
			signingGrant: () => ({
				principal: principal$1(inputs),
				permission: AZURE_PERMISSIONS.sign.name
			})
		};
	},
	keyRows: async () => (await import("./azure-key-rows.mjs")).AZURE_KEY_ROWS,
	clientReads: AZURE_CLIENT_READS,
	requestIds: AZURE_REQUEST_IDS
};
// packages/google/src/key-uri.ts
const SEGMENT = "[A-Za-z0-9_-]{1,63}";
const GOOGLE_KEY_URI = {
	scheme: "gcpkms",
	pattern: new RegExp(`^gcpkms://(?<key>projects/[a-z0-9.:-]{1,100}/locations/${SEGMENT}/keyRings/${SEGMENT}/cryptoKeys/${SEGMENT})(?:/(?:cryptoKeyVersions|versions)/(?<version>[1-9][0-9]{0,9}))?$`),
	form: "gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K[/cryptoKeyVersions/N]",
	near: [[/^(?:.*?[:/]{1,3})?(projects\/.+)$/, ([, name = ""]) => `gcpkms://${name}`]],
	isPinned: ({ version }) => version !== void 0,
	examples: ["gcpkms://projects/acme-release/locations/europe-west1/keyRings/release/cryptoKeys/release/cryptoKeyVersions/1", "gcpkms://projects/acme/locations/europe-west1/keyRings/release/cryptoKeys/release/cryptoKeyVersions/1"]
};
/** Returns the resource name inside a `gcpkms://` URI. Throws KEY_URI_INVALID. */
function googleKeyName(uri) {
	const { key = "", version } = keyUriParts(uri, GOOGLE_KEY_URI);
	return {
		key,
		version
	};
}
/** Returns the URI of a resource, `projects/…/cryptoKeyVersions/N`. Throws KEY_URI_INVALID. */
const googleKeyUri = (resource) => keyUris([GOOGLE_KEY_URI]).parsePinned(`gcpkms://${resource}`, "key");
// packages/google/src/names.ts
const PROVIDER = /^projects\/[0-9]{1,20}\/locations\/global\/workloadIdentityPools\/[a-z0-9-]{4,32}\/providers\/[a-z0-9-]{4,32}$/;
const SERVICE_ACCOUNT = /^[a-z0-9-]{1,63}@[a-z0-9.-]{1,128}\.gserviceaccount\.com$/;
/** Returns the resource name of a provider. Throws INPUT_INVALID. */
function parseWorkloadIdentityProvider(text, input) {
	if (PROVIDER.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.`);
}
/** Returns the address of a service account. Throws INPUT_INVALID. */
function parseServiceAccount(text, input) {
	if (SERVICE_ACCOUNT.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not the e-mail address of a service account.`);
}
// packages/google/src/inputs.ts
const GOOGLE_INPUTS = {
	scheme: GOOGLE_KEY_URI.scheme,
	keyForm: GOOGLE_KEY_URI.form,
	vendor: "Google",
	facts: [
		{
			name: "workload-identity-provider",
			type: "text",
			description: "Google workload identity provider that trusts this job: projects/N/locations/global/workloadIdentityPools/P/providers/R.",
			option: {
				value: "name",
				help: "Google: projects/N/locations/global/workloadIdentityPools/P/providers/R"
			},
			federated: true,
			besideAnyKey: true
		},
		{
			name: "service-account",
			type: "text",
			description: "Google service account to impersonate. Without it the federated identity itself is used.",
			option: {
				value: "email",
				help: "Google: account to impersonate"
			},
			federated: true
		},
		{
			name: "sts-endpoint",
			type: "url",
			description: "Endpoint of Google's security token service.",
			default: "https://sts.googleapis.com",
			option: {
				value: "url",
				help: "Google: endpoint of the security token service"
			},
			federated: true,
			besideAnyKey: true
		},
		{
			name: "iam-endpoint",
			type: "url",
			description: "Endpoint of Google's service account credentials API.",
			default: "https://iamcredentials.googleapis.com",
			option: {
				value: "url",
				help: "Google: endpoint of the service account credentials API"
			},
			federated: true,
			besideAnyKey: true
		}
	]
};
const endpoint = (given, name) => parseEndpoint(requiredInput(given, name), name);
/** Reads the inputs. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
const googleInputs = (given) => ({
	provider: parsedInput(given, "workload-identity-provider", parseWorkloadIdentityProvider),
	serviceAccount: parsedInput(given, "service-account", parseServiceAccount),
	stsEndpoint: endpoint(given, "sts-endpoint"),
	iamEndpoint: endpoint(given, "iam-endpoint")
});
/** Reads the credentials. Throws INPUT_INVALID, ENDPOINT_INSECURE or CREDENTIALS_MISSING. */
function googleCredentials(given, { kind, issuer }) {
	const google = googleInputs(given);
	if (kind === "ambient") return { kind };
	const { provider } = google;
	if (provider !== void 0) return {
		kind,
		...google,
		provider,
		issuer
	};
	throw new ClawError("CREDENTIALS_MISSING", "Input workload-identity-provider is empty, and credentials: ambient is not asked for.", { remedy: "Name the provider that trusts this job, or set credentials: ambient to use what the machine has." });
}
// packages/google/src/permissions.ts
/** Scope of Cloud KMS only; the clients' default covers every API of Google Cloud. */
const KMS_SCOPE = "https://www.googleapis.com/auth/cloudkms";
const GOOGLE_PERMISSIONS = {
	sign: {
		name: "cloudkms.cryptoKeyVersions.useToSign",
		role: "roles/cloudkms.signer"
	},
	viewPublicKey: {
		name: "cloudkms.cryptoKeyVersions.viewPublicKey",
		role: "roles/cloudkms.publicKeyViewer"
	},
	/** For a URI without a version. */
	list: {
		name: "cloudkms.cryptoKeyVersions.list",
		role: "roles/cloudkms.viewer"
	}
};
// packages/google/src/client-reads.ts
const GOOGLE_CLIENT_READS = {
	variables: [
		{
			reader: "Google clients (google-gax)",
			names: ["GOOGLE_API_USE_CLIENT_CERTIFICATE"],
			decides: [
				"program",
				"identity",
				"host"
			],
			fate: "never"
		},
		{
			reader: "Google clients (google-gax)",
			names: ["GOOGLE_API_USE_MTLS_ENDPOINT", "GOOGLE_CLOUD_UNIVERSE_DOMAIN"],
			decides: ["host"],
			fate: "never"
		},
		{
			reader: "Google clients (google-gax)",
			names: [
				"GOOGLE_SDK_NODE_*",
				"GCP_CLIENT_*",
				"GCP_ARTIFACT",
				"SERVER_ADDRESS",
				"SERVER_PORT"
			],
			decides: ["log"],
			fate: "never"
		},
		{
			reader: "gRPC (@grpc/grpc-js)",
			names: ["GRPC_DEFAULT_SSL_ROOTS_FILE_PATH", "GRPC_SSL_CIPHER_SUITES"],
			decides: ["trust"],
			fate: "never"
		},
		{
			reader: "gRPC (@grpc/grpc-js)",
			names: [
				"GRPC_PROXY",
				"NO_GRPC_PROXY",
				"GRPC_NODE_USE_ALTERNATIVE_RESOLVER",
				"GRPC_EXPERIMENTAL_*"
			],
			decides: ["transport"],
			fate: "never"
		},
		{
			reader: "gRPC (@grpc/grpc-js)",
			names: [
				"GRPC_TRACE",
				"GRPC_VERBOSITY",
				"GRPC_NODE_TRACE",
				"GRPC_NODE_VERBOSITY",
				"GRPC_NODE_DEBUG_*"
			],
			decides: ["log"],
			fate: "never"
		},
		{
			reader: "google-auth-library",
			names: ["GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES"],
			decides: ["program"],
			fate: "never"
		},
		{
			reader: "google-auth-library",
			names: [
				"GOOGLE_APPLICATION_CREDENTIALS",
				"GOOGLE_API_CERTIFICATE_CONFIG",
				"CLOUDSDK_CONFIG"
			],
			decides: ["identity", "host"],
			fate: "ambient"
		},
		{
			reader: "google-auth-library",
			names: ["GOOGLE_CLOUD_QUOTA_PROJECT"],
			decides: ["nothing of these"],
			fate: "ambient"
		},
		{
			reader: "google-auth-library",
			names: [
				"GOOGLE_CLOUD_PROJECT",
				"GCLOUD_PROJECT",
				"DEBUG_AUTH"
			],
			decides: ["log"],
			fate: "never"
		},
		{
			reader: "gcp-metadata",
			names: [
				"GCE_METADATA_HOST",
				"GCE_METADATA_IP",
				"METADATA_SERVER_DETECTION",
				"DETECT_GCP_RETRIES"
			],
			decides: ["host", "identity"],
			fate: "ambient"
		},
		{
			reader: "gcp-metadata and google-auth-library",
			names: [
				"CLOUD_RUN_*",
				"FUNCTION_NAME",
				"FUNCTION_TARGET",
				"GAE_MODULE_NAME",
				"GAE_SERVICE",
				"K_CONFIGURATION",
				"K_SERVICE"
			],
			decides: ["identity"],
			fate: "ambient"
		}
	],
	files: [
		{
			path: "~/.secureConnect/context_aware_metadata.json",
			reader: "Google clients (google-gax)",
			decides: ["program"],
			fate: "never"
		},
		{
			path: "~/.config/gcloud/application_default_credentials.json",
			reader: "google-auth-library",
			decides: ["identity", "host"],
			fate: "ambient"
		},
		{
			path: "~/.config/gcloud/certificate_config.json",
			reader: "google-auth-library",
			decides: ["identity"],
			fate: "ambient"
		},
		{
			path: "/sys/class/dmi/id/bios_date",
			reader: "gcp-metadata",
			decides: ["nothing of these"],
			fate: "heeded"
		}
	],
	takenFromCommands: ["GOOGLE_SDK_NODE_LOGGING"]
};
// packages/google/src/request-ids.ts
/** Headers of an answer that let Google find the request. */
const GOOGLE_REQUEST_IDS = ["x-goog-request-id"];
// packages/google/src/key-vendor.ts
/** Without a service account, the identity of the job in its pool. */
const principal = ({ provider, serviceAccount }, subject) => serviceAccount ?? provider?.replace(/^(.*)\/providers\/.*$/, (_, pool) => `principal://iam.googleapis.com/${pool}/subject/${subject}`);
const GOOGLE_KEYS = {
	keyUri: GOOGLE_KEY_URI,
	credentials: GOOGLE_INPUTS,
	access: (given) => {
		const inputs = googleInputs(given);
		return {
			connect: (job) => onFirstUse(async () => (await import("./google-key-client.mjs")).connect(inputs, job)),
			signingGrant: (_, subject) => ({
				principal: principal(inputs, subject),
				permission: GOOGLE_PERMISSIONS.sign.name
			})
		};
	},
	keyRows: async () => (await import("./google-key-rows.mjs")).GOOGLE_KEY_ROWS,
	clientReads: GOOGLE_CLIENT_READS,
	requestIds: GOOGLE_REQUEST_IDS
};
// packages/vault/src/key-uri.ts
const VAULT_KEY_URI = {
	scheme: "hashivault",
	pattern: /^hashivault:\/\/(?<key>\w(?:[\w.-]{0,126}\w)?)(?:\/versions\/(?<version>[1-9][0-9]{0,8}))?$/,
	form: "hashivault://KEY[/versions/N]",
	near: [[/^(?:[a-z]+:\/\/)?(?:v1\/)?transit\/(?:keys|sign)\/(.+)$/, ([, key = ""]) => `hashivault://${key}`], [/^(?:hashi-?)?(?:vault|corp):\/{0,3}(.+)$/, ([, key = ""]) => `hashivault://${key}`]],
	isPinned: ({ version }) => version !== void 0,
	examples: []
};
/** Returns the key inside a `hashivault://` URI. Throws KEY_URI_INVALID. */
function vaultKeyName(uri) {
	const { key = "", version } = keyUriParts(uri, VAULT_KEY_URI);
	return {
		key,
		version
	};
}
/** Returns the URI of a key version. Throws KEY_URI_INVALID. */
const vaultKeyUri = (key, version) => keyUris([VAULT_KEY_URI]).parsePinned(`hashivault://${key}/versions/${version}`, "key");
// packages/vault/src/paths.ts
const ROLE = /^[\w.-]{1,128}$/;
const PATH = /^(?!.*(?:^|\/)\.+(?:\/|$))[\w.-]{1,64}(?:\/[\w.-]{1,64}){0,7}$/;
/** Parses a mount, an authentication path or a namespace: segments of letters, digits, `_`, `-` and `.`. Throws INPUT_INVALID, naming `input`. */
function parseVaultPath(text, input) {
	if (PATH.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not a path of Vault.`, { remedy: "Write NAME or NAME/NAME, without a slash at the ends." });
}
/** Parses the role of a login. Throws INPUT_INVALID. */
function parseVaultRole(text, input) {
	if (ROLE.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not the name of a role.`);
}
// packages/vault/src/tls-inputs.ts
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const invalid = (input, what) => new ClawError("INPUT_INVALID", `Input ${input}: ${what}.`);
const unpaired = (given, absent) => new ClawError("INPUT_MISSING", `Input ${absent} is empty, and ${given} is of no use without it.`);
function checkAuthorities(pem) {
	const begun = pem.split("-----BEGIN ").length - 1;
	try {
		const read = (pem.match(CERTIFICATE) ?? []).map((certificate) => new X509Certificate(certificate));
		if (read.length > 0 && read.length === begun) return;
	} catch {}
	throw invalid("vault-ca", "not all of it is certificates in PEM");
}
function checkClient(cert, key) {
	try {
		createSecureContext({
			cert,
			key
		});
	} catch {
		throw invalid("vault-client-certificate", "expected a certificate in PEM and, in vault-client-key, its key in PEM without a passphrase");
	}
}
/** Reads vault-ca, vault-client-certificate and vault-client-key. Throws INPUT_INVALID or INPUT_MISSING. */
function vaultTlsInputs(given) {
	const key = given("vault-client-key");
	const cert = given("vault-client-certificate");
	const ca = given("vault-ca");
	if (ca !== void 0) checkAuthorities(ca);
	if (cert === void 0 && key === void 0) return { ca };
	if (cert === void 0) throw unpaired("vault-client-key", "vault-client-certificate");
	if (key === void 0) throw unpaired("vault-client-certificate", "vault-client-key");
	checkClient(cert, key);
	return {
		ca,
		cert,
		key
	};
}
// packages/vault/src/inputs.ts
const VAULT_INPUTS = {
	scheme: VAULT_KEY_URI.scheme,
	keyForm: VAULT_KEY_URI.form,
	vendor: "Vault",
	address: "vault-address",
	facts: [
		{
			name: "vault-address",
			type: "url",
			description: "Address of Vault or OpenBao.",
			option: {
				value: "url",
				help: "Vault: address"
			}
		},
		{
			name: "vault-namespace",
			type: "text",
			description: "Namespace of login and key.",
			option: {
				value: "path",
				help: "Vault: namespace"
			}
		},
		{
			name: "vault-role",
			type: "text",
			description: "Role of the JWT login that trusts this job.",
			option: {
				value: "name",
				help: "Vault: role of the JWT login"
			},
			federated: true
		},
		{
			name: "vault-auth-path",
			type: "text",
			description: "Path of the JWT login.",
			default: "jwt",
			option: {
				value: "path",
				help: "Vault: path of the JWT login"
			},
			federated: true
		},
		{
			name: "vault-audience",
			type: "text",
			description: "Audience of the token that Vault is shown. Left out: the address of Vault.",
			option: {
				value: "text",
				help: "Vault: audience of the token that it is shown"
			},
			federated: true
		},
		{
			name: "vault-transit-path",
			type: "text",
			description: "Path of the transit engine.",
			default: "transit",
			option: {
				value: "path",
				help: "Vault: path of the transit engine"
			}
		},
		{
			name: "vault-ca",
			type: "pem",
			description: "PEM of further certificate authorities to trust for Vault.",
			option: {
				value: "pem",
				help: "Vault: further certificate authorities"
			}
		},
		{
			name: "vault-client-certificate",
			type: "pem",
			description: "PEM of a client certificate for Vault, with vault-client-key.",
			option: {
				value: "pem",
				help: "Vault: client certificate"
			}
		},
		{
			name: "vault-client-key",
			type: "pem",
			description: "PEM of the key of that certificate, from a secret. It opens a connection and never signs artifacts.",
			secret: true
		}
	]
};
const path = (given, name) => parseVaultPath(requiredInput(given, name), name);
/** Reads the inputs. Throws INPUT_INVALID, INPUT_MISSING or ENDPOINT_INSECURE. */
const vaultInputs = (given) => ({
	address: parsedInput(given, "vault-address", parseEndpoint),
	namespace: parsedInput(given, "vault-namespace", parseVaultPath),
	role: parsedInput(given, "vault-role", parseVaultRole),
	authPath: path(given, "vault-auth-path"),
	transitPath: path(given, "vault-transit-path"),
	audience: given("vault-audience"),
	tls: vaultTlsInputs(given)
});
// packages/vault/src/permissions.ts
/** Returns the permission on `path`, which includes its mount, as a policy names it. */
const vaultPermission = (capability, path) => ({ name: `${capability} on ${path}` });
// packages/wiring/src/vendors.ts
const KEY_VENDORS = [
	GOOGLE_KEYS,
	AWS_KEYS,
	AZURE_KEYS,
	{
		keyUri: VAULT_KEY_URI,
		credentials: VAULT_INPUTS,
		access: (given) => {
			const inputs = vaultInputs(given);
			return {
				connect: (job) => onFirstUse(async () => (await import("./vault-key-client.mjs")).connect(inputs, job)),
				signingGrant: (uri) => ({
					principal: inputs.role === void 0 ? void 0 : `the role ${inputs.role}`,
					permission: vaultPermission("update", `${inputs.transitPath}/sign/${vaultKeyName(uri).key}`).name
				}),
				giveBack: async (accessor, job) => (await import("./vault-key-client.mjs")).giveBack(inputs, accessor, job)
			};
		},
		leaseState: "vault-accessors",
		keyRows: async () => (await import("./vault-key-rows.mjs")).TRANSIT_KEY_ROWS,
		clientReads: {
			variables: [{
				reader: "our own client of Vault",
				names: ["VAULT_TOKEN", "BAO_TOKEN"],
				decides: ["identity"],
				fate: "ambient"
			}],
			files: [{
				path: "~/.vault-token",
				reader: "our own client of Vault",
				decides: ["identity"],
				fate: "ambient"
			}]
		},
		requestIds: []
	}
];
/** The key URIs of every vendor. */
const KEY_URIS = keyUris(KEY_VENDORS.map(({ keyUri }) => keyUri));
/** The credential inputs of every vendor. */
const CREDENTIAL_SETS = KEY_VENDORS.map(({ credentials }) => credentials);
// packages/wiring/src/client-reads.ts
const CLIENT_READS = [
	...KEY_VENDORS.map(({ clientReads }) => clientReads),
	SIGSTORE_CLIENT_READS,
	COMMON_CLIENT_READS
];
// packages/reports/src/markdown.ts
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"|": "&#124;",
	"`": "&#96;",
	"@": "&#64;",
	"*": "&#42;",
	_: "&#95;",
	"[": "&#91;",
	"]": "&#93;",
	"!": "&#33;",
	"~": "&#126;",
	"#": "&#35;",
	"\\": "&#92;",
	":": "&#58;",
	".": "&#46;",
	"\"": "&quot;",
	"'": "&#39;"
};
const asCode = (shown) => `<code>${shown.replaceAll(/[&<>|`@*_[\]!~#\\:."']/g, (letter) => ENTITIES[letter] ?? "")}</code>`;
/** Formats a name of any origin as code: no markup, link, mention or table cell can begin in it. Cuts overlong names. */
const codeSpan = (text) => asCode(printable(text));
/** Formats a sentence as code, uncut: the important part of a message may come last. */
const codeText = (text) => asCode(printableText(text));
/** Formats a Markdown table. Cells are not escaped, so pass them through `codeSpan`. */
function markdownTable(headers, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(headers),
		line(headers.map(() => "---")),
		...rows.map(line)
	].join("\n");
}
/** Returns `1 artifact` or `2 artifacts`. */
const plural = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;
/** Digits of a digest that are shown if the whole one would push a column out of sight. */
const SHOWN_DIGITS = 12;
/** Width of a name in a column; longer ones lose their middle, since both ends tell names apart. */
const MAX_COLUMN = 44;
/** Returns the first digits of a digest; the whole one belongs in a folded part. */
const shortDigest = (digest) => codeSpan(digest.slice(0, SHOWN_DIGITS));
/** Shortens a name to fit a column. */
function shortName(name, width = MAX_COLUMN) {
	const letters = Array.from(name);
	const head = Math.floor((width - 1) / 3);
	return codeSpan(letters.length <= width ? name : `${letters.slice(0, head).join("")}…${letters.slice(head + 1 - width).join("")}`);
}
/** Links a code to its documentation. */
const codeLink = (code) => `[${code}](${errorAddress(code)})`;
/** Folds `body` away under `title`, which is trusted Markdown. */
const folded = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
const escapeUnits = (letter) => letter.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
/**
* Formats names and whole digests as a code block, one value a line, since a code block does not wrap. None of its
* lines can end it. Invisible characters are escaped, and so is anything that could be markup if the block were
* ever shown as something else.
*/
function jsonBlock(values) {
	return `\`\`\`json\n${JSON.stringify(values, null, 1).replaceAll(/[^\n\x20-\x7e]|[<>`]/gu, (letter) => isPrintable(letter) && !"<>`".includes(letter) ? letter : escapeUnits(letter))}\n\`\`\``;
}
// packages/reports/src/error.ts
/** Returns the section of an error: what failed, what to do, where to read more. */
function errorSummary(error) {
	const { code, message, remedy, address } = toldError(error);
	return [
		`## ❌ Open Claw: [${code}](${address})`,
		codeText(message),
		`**What to do:** ${remedy === ERRORS[code].remedy ? remedy : codeText(remedy)}`
	].join("\n\n");
}
// packages/reports/src/event-note.ts
/** Returns what a reader of the summary must know about the event, in Markdown; empty if nothing was widened. */
function eventNote(event) {
	if (event === void 0 || event.allowed.length === 0) return "";
	const { name, widened, allowed } = event;
	const list = allowed.map(codeSpan).join(", ");
	const effect = widened ? `This run was started by ${codeSpan(name)}, which is let through by that input alone.` : "This run did not need it.";
	return `Input ${codeSpan("allow-events")} lets further events use keys and secrets: ${list}. ${effect}`;
}
// packages/wiring/src/request-ids.ts
const REQUEST_IDS = [...KEY_VENDORS.flatMap(({ requestIds }) => requestIds), ...GITHUB_REQUEST_IDS];
// packages/wiring/src/host.ts
function annotateError(error, host) {
	host.annotate("error", error.code, errorLine(error));
	if (error.code === "DENIED") return 1;
	try {
		host.writeSummary(errorSummary(error));
	} catch {}
	return 1;
}
/** Runs `main` of an action; it returns the exit code. Any error is annotated with its code and exits with 1, never 0. */
const runAction = (main) => runProgram({
	clients: CLIENT_READS,
	requestIds: REQUEST_IDS,
	makeHost: (safe) => githubHost(safe, githubIdentity),
	main,
	report: annotateError,
	crashed: 1,
	debugging: isDebugging()
});
/** Returns the host of a command line. In a job it has the job's identity; at a keyboard no event started it. */
const commandLineHost = (safe, { folder, err }) => plainHost(safe, {
	folder,
	err,
	maskLine: maskLineOnStderr,
	run: surroundingRun(safe.environment)
}, githubIdentity);
/** Runs `main` of the command line; it returns the exit code. An unexpected error exits with 3. */
function runTool(main) {
	const err = (text) => void process.stderr.write(text);
	return runProgram({
		clients: CLIENT_READS,
		requestIds: REQUEST_IDS,
		makeHost: (safe) => commandLineHost(safe, {
			folder: () => process.cwd(),
			err
		}),
		main,
		report: (error) => {
			err(`${errorLine(error)}\n`);
			return error.exit;
		},
		crashed: 3,
		debugging: isDebugging()
	});
}
export { AWS_PERMISSIONS, AZURE_PERMISSIONS, CREDENTIAL_SETS, GOOGLE_INPUTS, GOOGLE_PERMISSIONS, KEY_URIS, KEY_VENDORS, KMS_PLACE, KMS_SCOPE, awsKeyName, awsKeyUri, azureKeyName, azureKeyUri, codeLink, codeSpan, codeText, eventNote, folded, googleCredentials, googleKeyName, googleKeyUri, jsonBlock, keyRegion, markdownTable, parseClientId, parseFileDestination, parseRole, parseServiceAccount, parseTenantId, parseVaultPath, parseVaultRole, parseWorkloadIdentityProvider, pathInside, plural, relativeSubjectName, runAction, runTool, shortDigest, shortName, vaultKeyName, vaultKeyUri, vaultPermission };
