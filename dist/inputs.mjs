import "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, Token, isAlgorithm, keyUris, listedSchemes, parseSha256, parsedInput, printable, requiredInput } from "./core.mjs";
import { parseEndpoint } from "./net.mjs";
import { parseShell } from "./ci-script.mjs";
import { parseEvents } from "./github.mjs";
import { parseFileDestination } from "./start.mjs";
// packages/inputs/src/facts/credentials.ts
const ASKS_KEY_SERVICE = {
	oneOf: [{
		input: "key",
		not: ["keyless"]
	}],
	because: "key: keyless asks no key service"
};
const CREDENTIALS = {
	name: "credentials",
	type: "choice",
	description: "`workload-identity`, or `ambient` for the credentials of the machine.",
	default: "workload-identity",
	choices: ["workload-identity", "ambient"],
	option: {
		value: "kind",
		help: "workload-identity (the job) or ambient (this machine)"
	},
	needs: [{
		oneOf: [{
			input: "key",
			not: ["keyless"]
		}],
		because: "key: keyless is certified for the identity of the job alone"
	}]
};
/** Has an effect with any key: it identifies the GitHub server, and signs the claims of provenance. */
const OIDC_ISSUER = {
	name: "oidc-issuer",
	type: "url",
	description: "Issuer of the OIDC token of the job. Token requests go to hosts of this issuer only.",
	default: "https://token.actions.githubusercontent.com",
	option: {
		value: "url",
		help: "issuer of the token of the job"
	}
};
const KEY_ENDPOINT = {
	name: "key-endpoint",
	type: "url",
	description: "Endpoint of the key service where it has one of its own, such as private service connect or a VPC endpoint. https; http on loopback only.",
	option: {
		value: "url",
		help: "endpoint of the key service"
	},
	needs: [ASKS_KEY_SERVICE]
};
/** Refuses `key-endpoint` for a key service that has an input of its own for its address. */
const addressNeeds = ({ scheme, vendor, address }) => address === void 0 ? [] : [{
	oneOf: [{
		input: "key",
		not: [scheme]
	}],
	because: `a key of ${vendor} is at ${address}`
}];
const FEDERATED = {
	oneOf: [{
		input: "credentials",
		is: ["workload-identity"]
	}],
	because: "credentials: ambient uses what the machine has"
};
const credentialNeeds = ({ federated, besideAnyKey }, { scheme, vendor }) => [besideAnyKey === true ? ASKS_KEY_SERVICE : {
	oneOf: [{
		input: "key",
		is: [scheme]
	}],
	because: `only a key of ${vendor} uses it`
}, ...federated === true ? [FEDERATED] : []];
/** Returns the facts of the sets, each with its needs. */
const credentialFacts = (sets) => sets.flatMap((set) => set.facts.map((fact) => ({
	...fact,
	needs: credentialNeeds(fact, set)
})));
/** Returns every input by which a job reaches a key service, in the order of action.yml. */
const keyServiceFacts = (sets) => [
	CREDENTIALS,
	OIDC_ISSUER,
	{
		...KEY_ENDPOINT,
		needs: [...KEY_ENDPOINT.needs, ...sets.flatMap(addressNeeds)]
	},
	...credentialFacts(sets)
];
// packages/inputs/src/reader.ts
/** Returns a reader for the values of `facts`. Secrets among them are masked before they are read. */
function givenInputs({ input, mask }, facts) {
	const values = new Map(facts.map(({ name, default: fallback, secret }) => {
		const text = input(name);
		if (secret === true && text !== "") mask(text);
		return [name, text === "" ? fallback : text];
	}));
	return (name) => {
		if (values.has(name)) return values.get(name);
		throw new Error(`The table of inputs has no ${name} here.`);
	};
}
/** A secret among the inputs; undefined where it was left out. `givenInputs` has masked it. */
const secretInput = (given, { name }) => parsedInput(given, name, (text) => Token.receive(text, () => void 0));
/** Returns the lines of an input, trimmed and without blank ones. */
const inputLines = (given, { name }) => (given(name) ?? "").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
/** Reads exactly one of the choices. Throws INPUT_INVALID, or INPUT_MISSING if there is no default. */
function inputChoice(given, { name, choices }) {
	const value = requiredInput(given, name);
	const choice = choices.find((candidate) => candidate === value);
	if (choice !== void 0) return choice;
	throw new ClawError("INPUT_INVALID", `Input ${name}: "${printable(value)}" is none of ${choices.join(", ")}.`);
}
// packages/inputs/src/credentials.ts
/** Reads the inputs of authentication. Throws INPUT_INVALID, INPUT_MISSING or ENDPOINT_INSECURE. */
const cloudInputs = (given, vendors) => ({
	credentials: inputChoice(given, CREDENTIALS),
	oidcIssuer: parseEndpoint(requiredInput(given, OIDC_ISSUER.name), OIDC_ISSUER.name),
	keyEndpoint: parsedInput(given, KEY_ENDPOINT.name, parseEndpoint),
	keys: new Map(vendors.map((vendor) => [vendor.keyUri.scheme, {
		vendor,
		access: vendor.access(given)
	}]))
});
/** Reads the same inputs for code that runs after its step has ended, whatever the action was. */
function sessionInputs(host, vendors) {
	const facts = keyServiceFacts(vendors.map(({ credentials }) => credentials));
	return cloudInputs(givenInputs(host, facts), vendors);
}
// packages/inputs/src/facts/injecting.ts
const SECRETS = {
	name: "secrets",
	type: "list",
	description: "One per line: NAME = gcp-sm://project/secret/version#/json/pointer, or gcp-sm://project/locations/location/secret/version for a regional secret. The version is a number, or latest; the pointer is optional.",
	required: true
};
const DELIVERY = {
	name: "delivery",
	type: "choice",
	description: "exec gives the secrets to the script in run alone; output makes step outputs; env makes variables of all later steps.",
	default: "exec",
	choices: [
		"exec",
		"output",
		"env"
	]
};
const RUNS = [{
	oneOf: [{
		input: "delivery",
		not: ["output"]
	}],
	because: "delivery output runs nothing"
}, {
	oneOf: [{
		input: "delivery",
		not: ["env"]
	}],
	because: "delivery env runs nothing"
}];
const RUN = {
	name: "run",
	type: "text",
	description: "For delivery exec: the script, as in the run of a workflow. Its output is redacted.",
	needs: RUNS
};
const SHELL = {
	name: "shell",
	type: "text",
	description: "For delivery exec: bash, sh, python, pwsh, powershell, cmd, or a program by its absolute path with arguments and {0} for the script. Without it bash with -e and pipefail; pwsh on Windows.",
	needs: RUNS
};
const SECRET_EVENTS = {
	name: "allow-events",
	type: "list",
	description: "Further events that may have secrets, one a line, such as repository_dispatch. An event that is named here is let through whoever starts it, forks included."
};
const SECRET_ENDPOINT = {
	name: "secret-endpoint",
	type: "url",
	description: "Another endpoint of Secret Manager, such as a private one. Regional secrets find theirs without it."
};
/** Descriptions of the credential inputs for this action, in the order of action.yml, `secret-endpoint` included. */
const TEXTS = [
	["workload-identity-provider", "projects/N/locations/global/workloadIdentityPools/P/providers/R, which trusts the OIDC identity of the job."],
	["service-account", "E-mail of the service account to act as. Without it the federated identity reads the secret itself."],
	["credentials", "workload-identity exchanges the identity of the job; ambient uses what the machine has."],
	["secret-endpoint", SECRET_ENDPOINT.description],
	["sts-endpoint", "Another endpoint of the Security Token Service."],
	["iam-endpoint", "Another endpoint of the IAM Credentials API."],
	["oidc-issuer", "Issuer of the job's identity; differs on GitHub Enterprise."]
];
/** Returns the credential inputs of inject-secret; `google` are those of its only vendor. */
function secretCredentialFacts(google) {
	const issuer = {
		...OIDC_ISSUER,
		needs: [FEDERATED]
	};
	const known = new Map([
		...google,
		CREDENTIALS,
		SECRET_ENDPOINT,
		issuer
	].map((fact) => [fact.name, fact]));
	return TEXTS.flatMap(([name, description]) => {
		const fact = known.get(name);
		return fact === void 0 ? [] : [{
			...fact,
			description
		}];
	});
}
// packages/inputs/src/effects.ts
/** Returns the scheme of a value that has one, and otherwise the value itself. */
function schemeOrValue(value) {
	const [scheme = "", ...rest] = value.split("://");
	return rest.length === 0 ? value : scheme.toLowerCase();
}
function holds({ input, is, not }, given) {
	const kind = schemeOrValue(given(input) ?? "");
	return is?.includes(kind) ?? not?.includes(kind) === false;
}
/** Checks a need. A condition on an input that the action lacks counts as met: the gate takes its keys from the policy. */
function isMet({ oneOf }, known, given) {
	return oneOf.some((condition) => !known.has(condition.input) || holds(condition, given));
}
/**
* Throws INPUT_INVALID for the first of `facts` that has no effect with the others. The runner fills in defaults, so
* a value equal to its default counts as omitted.
*/
function refuseIdleInputs(facts, given) {
	const known = new Set(facts.map(({ name }) => name));
	for (const { name, default: fallback, needs = [] } of facts) {
		const value = given(name);
		if (value === void 0 || value === fallback) continue;
		const unmet = needs.find((need) => !isMet(need, known, given));
		if (unmet !== void 0) throw new ClawError("INPUT_INVALID", `Input ${name}: ${unmet.because}.`, { remedy: `Remove ${name}.` });
	}
}
// packages/inputs/src/facts/gate.ts
const BUNDLES = {
	name: "bundles",
	type: "list",
	description: "Bundles that may prove the artifacts, one pattern a line.",
	required: true
};
const POLICY = {
	name: "policy",
	type: "path",
	description: "Path of the policy.",
	required: true
};
const POLICY_DIGEST = {
	name: "policy-digest",
	type: "text",
	description: "Digest of the reviewed policy, sha256:…. A policy with another digest is refused, so that a change under review cannot loosen its own gate.",
	required: true
};
/** Makes the input `key`; `sets` are those of the vendors that have signing keys. */
const keyFact = (sets) => ({
	name: "key",
	type: "text",
	description: `Key that signs: ${sets.map(({ keyForm }) => keyForm).join(", ")}, or \`keyless\`. Without a version the newest one (of Google the newest enabled one) is resolved once and recorded.`,
	required: true,
	choices: ["keyless"],
	option: {
		value: "uri",
		help: `key that signs: ${listedSchemes(sets.map(({ scheme }) => scheme))}, or keyless`
	}
});
const KEY_ALGORITHM = {
	name: "key-algorithm",
	type: "text",
	description: "How the key signs, where the service leaves the choice: RSA keys of AWS, Azure and Vault, as in rsa-pss-3072-sha256.",
	choices: Object.keys(ALGORITHMS),
	option: {
		value: "name",
		help: "where the key allows several, as in rsa-pss-3072-sha256"
	},
	needs: [{
		oneOf: [{
			input: "key",
			not: ["keyless"]
		}],
		because: "the key of key: keyless is always ecdsa-p256-sha256"
	}]
};
const MODE = {
	name: "mode",
	type: "choice",
	description: "`statement`: one statement and one signature for all artifacts. `per-artifact`: one bundle for each file, as cosign sign-blob makes it.",
	default: "statement",
	choices: ["statement", "per-artifact"]
};
const PREDICATE_TYPE = {
	name: "predicate-type",
	type: "text",
	description: "Type of a predicate that the build made, such as https://cyclonedx.org/bom, in place of provenance."
};
const PREDICATE_PATH = {
	name: "predicate-path",
	type: "path",
	description: "File with that predicate, a JSON object of at most 16 MiB."
};
const SIGNING_EVENTS = {
	name: "allow-events",
	type: "list",
	description: "Further events that may use the key, one a line, such as repository_dispatch. An event that is named here is let through whoever starts it, forks included.",
	option: {
		value: "event",
		help: "further event that may use the key, whoever starts it"
	}
};
const PUSH_TO = {
	name: "push-to",
	type: "text",
	description: "Where bundles go: `file:` beside the artifacts, or `file:<folder>` below the workspace. Nothing is overwritten.",
	default: "file:",
	option: {
		value: "destination",
		help: "where bundles would go: file: or file:<folder>"
	}
};
const PROVENANCE = {
	oneOf: [{
		input: "predicate-path",
		is: [""]
	}],
	because: "a predicate of your own takes nothing from GitHub"
};
const GITHUB_TOKEN = {
	name: "github-token",
	type: "text",
	description: "Adds the start time and the reusable workflows of the run to the provenance. Needs `actions: read`; left out, they are not recorded.",
	secret: true,
	needs: [PROVENANCE]
};
/** Unused without github-token, but accepted: workflows of GitHub Enterprise set it anyway. */
const GITHUB_API = {
	name: "github-api",
	type: "url",
	description: "Address of the GitHub API.",
	default: "https://api.github.com",
	needs: [PROVENANCE]
};
// packages/inputs/src/facts/subjects.ts
const ARTIFACTS = {
	name: "artifacts",
	type: "list",
	description: "Files, one name or pattern a line, relative to the workspace. A file of exactly that name is meant before the pattern. `!pattern` excludes. A pattern that matches nothing is an error."
};
const IMAGES = {
	name: "images",
	type: "list",
	description: "Images, one a line, by digest: registry/name@sha256:…"
};
const CHECKSUMS = {
	name: "checksums",
	type: "path",
	description: "Path of a checksums file. When signing, its entries are subjects, by the digests that it lists; the gate hashes the files that it names, and they must have these digests."
};
// packages/inputs/src/facts/witnesses.ts
const NO_SIGNING_CONFIG = {
	oneOf: [{
		input: "signing-config",
		is: [""]
	}],
	because: "signing-config names all services"
};
const CERTIFICATE_AUTHORITY = {
	name: "certificate-authority",
	type: "text",
	description: "For key: keyless, who certifies the identity of the job: `public` (Sigstore), `github` (its instance for private repositories), or the URL of a Fulcio. Left out: `public` for a public repository, `github` for any other.",
	choices: ["public", "github"],
	option: {
		value: "authority",
		help: "for --key keyless: public, github or a URL"
	},
	needs: [NO_SIGNING_CONFIG, {
		oneOf: [{
			input: "key",
			is: ["keyless"]
		}],
		because: "only key: keyless is certified"
	}]
};
const TIMESTAMP_AUTHORITY = {
	name: "timestamp-authority",
	type: "list",
	description: "RFC 3161 authorities, one a line: a URL with its path, `public`, `github`, or `none`. Left out: none for a key, the one beside the certificate authority for key: keyless.",
	choices: [
		"public",
		"github",
		"none"
	],
	option: {
		value: "authority",
		help: "a URL, public, github or none; may be repeated"
	},
	needs: [NO_SIGNING_CONFIG]
};
const TRANSPARENCY_LOG = {
	name: "transparency-log",
	type: "text",
	description: "`none`, `public` (Sigstore), or the URL of a Rekor. Left out: `none`, but `public` where the certificate authority is `public`.",
	choices: ["none", "public"],
	option: {
		value: "log",
		help: "none, public or a URL"
	},
	needs: [NO_SIGNING_CONFIG]
};
const TRANSPARENCY_LOG_VERSION = {
	name: "transparency-log-version",
	type: "choice",
	description: "API of a log that is named by URL: `1` or `2`. Left out: `2`.",
	choices: ["1", "2"],
	option: {
		value: "number",
		help: "API of a log named by URL: 1 or 2"
	},
	needs: [NO_SIGNING_CONFIG, {
		oneOf: [{
			input: "transparency-log",
			not: [
				"",
				"none",
				"public"
			]
		}],
		because: "only a log that is named by URL has a choice of versions"
	}]
};
const ALLOW_PUBLIC_LOG = {
	name: "allow-public-log",
	type: "boolean",
	description: "`true` lets a repository that is not public be written to a public log or certified by a public authority, for all time.",
	default: "false",
	choices: ["true", "false"],
	option: {
		value: "boolean",
		help: "true lets a private repository be written to a public log"
	},
	needs: [{
		oneOf: [
			{
				input: "key",
				is: ["keyless"]
			},
			{
				input: "transparency-log",
				not: ["", "none"]
			},
			{
				input: "signing-config",
				not: [""]
			}
		],
		because: "without key: keyless, transparency-log and signing-config nothing is written to a log"
	}]
};
const SIGNING_CONFIG = {
	name: "signing-config",
	type: "path",
	description: "Path of a signing config as cosign reads it, in place of the four inputs that name services.",
	option: {
		value: "path",
		help: "a signing config as cosign reads it"
	}
};
// packages/inputs/src/table.ts
const SIGN = [
	"sign-and-attest",
	"sign-artifact",
	"attach-provenance"
];
const PROVE = ["sign-and-attest", "attach-provenance"];
const GATE = ["verify-before-deploy"];
const INJECT = ["inject-secret"];
const rows = (facts, actions) => facts.map((fact) => [fact, actions]);
/** Returns all rows, in the order of action.yml. `sets` are the credential inputs of the vendors. */
const table = (sets) => [
	...rows([keyFact(sets), KEY_ALGORITHM], SIGN),
	...rows([
		ARTIFACTS,
		IMAGES,
		CHECKSUMS
	], [...SIGN, ...GATE]),
	[MODE, ["sign-artifact"]],
	...rows([PREDICATE_TYPE, PREDICATE_PATH], ["attach-provenance"]),
	...rows([
		BUNDLES,
		POLICY,
		POLICY_DIGEST
	], GATE),
	...rows([SIGNING_EVENTS, PUSH_TO], SIGN),
	...rows([GITHUB_TOKEN, GITHUB_API], PROVE),
	...rows([CERTIFICATE_AUTHORITY, TIMESTAMP_AUTHORITY], SIGN),
	...rows([
		TRANSPARENCY_LOG,
		TRANSPARENCY_LOG_VERSION,
		ALLOW_PUBLIC_LOG,
		SIGNING_CONFIG
	], SIGN),
	...rows(keyServiceFacts(sets), [...SIGN, ...GATE]),
	...rows([
		SECRETS,
		DELIVERY,
		RUN,
		SHELL,
		SECRET_EVENTS
	], INJECT),
	...rows(secretCredentialFacts(credentialFacts(sets)), INJECT)
];
/** Returns the inputs of an action, in the order of its action.yml. */
const actionInputs = (action, sets) => table(sets).flatMap(([fact, actions]) => actions.includes(action) ? [fact] : []);
// packages/inputs/src/read-action.ts
/**
* Returns what `read` makes of the inputs of `action`. Wrong values are reported before inputs without an effect.
* Throws INPUT_INVALID, and what `read` throws.
*/
function readAction(action, host, vendors, read) {
	const sets = vendors.map(({ credentials }) => credentials);
	const facts = actionInputs(action, sets);
	const given = givenInputs(host, facts);
	const values = read(given);
	refuseIdleInputs(facts, given);
	return values;
}
// packages/inputs/src/injecting.ts
function deliveryTarget(given) {
	const delivery = inputChoice(given, DELIVERY);
	return delivery === "exec" ? {
		delivery,
		script: requiredInput(given, RUN.name),
		shell: parseShell(given(SHELL.name))
	} : { delivery };
}
const jobProof = (given) => ({
	kind: inputChoice(given, CREDENTIALS),
	issuer: parseEndpoint(requiredInput(given, OIDC_ISSUER.name), OIDC_ISSUER.name)
});
function secretLines(given) {
	const lines = inputLines(given, SECRETS);
	if (lines.length > 0) return lines;
	throw new ClawError("INPUT_MISSING", "Input secrets names no secret.");
}
/** Reads the inputs of inject-secret. Throws a ClawError that names the input. */
const injectInputs = (host, { stores, parseRequests, readCredentials }) => readAction("inject-secret", host, stores, (given) => ({
	requests: parseRequests(secretLines(given), SECRETS.name),
	target: deliveryTarget(given),
	allowEvents: parseEvents(inputLines(given, SECRET_EVENTS), SECRET_EVENTS.name),
	credentials: readCredentials(given, jobProof(given)),
	secretEndpoint: parsedInput(given, SECRET_ENDPOINT.name, parseEndpoint)
}));
// packages/inputs/src/subjects.ts
/** Reads the sources of subjects; `announced` are those that earlier steps of the job announced. */
const subjectInputs = (given, announced) => ({
	artifacts: inputLines(given, ARTIFACTS),
	images: inputLines(given, IMAGES),
	checksums: given(CHECKSUMS.name),
	announced
});
// packages/inputs/src/witnesses.ts
const parseAuthority = (text, input) => text === "public" || text === "github" ? text : parseEndpoint(text, input);
const parseLog = (text, input) => text === "none" || text === "public" ? text : parseEndpoint(text, input);
function timestampAuthorities(given) {
	const { name } = TIMESTAMP_AUTHORITY;
	const lines = inputLines(given, TIMESTAMP_AUTHORITY);
	if (lines.length === 0) return void 0;
	if (!lines.includes("none")) return lines.map((line) => parseAuthority(line, name));
	if (lines.length > 1) throw new ClawError("INPUT_INVALID", "Input timestamp-authority: none stands alone.");
	return [];
}
function logVersion(given) {
	if (given(TRANSPARENCY_LOG_VERSION.name) === void 0) return void 0;
	return inputChoice(given, TRANSPARENCY_LOG_VERSION) === "1" ? 1 : 2;
}
/** Reads the choice of witnesses. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
const witnessInputs = (given) => ({
	certificateAuthority: parsedInput(given, CERTIFICATE_AUTHORITY.name, parseAuthority),
	timestampAuthorities: timestampAuthorities(given),
	log: parsedInput(given, TRANSPARENCY_LOG.name, parseLog),
	logVersion: logVersion(given),
	allowPublicLog: inputChoice(given, ALLOW_PUBLIC_LOG) === "true",
	signingConfig: given(SIGNING_CONFIG.name)
});
// packages/inputs/src/signing.ts
function parseAlgorithm(text, input) {
	if (isAlgorithm(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is no algorithm of the key table.`);
}
function keyInput(given, uris) {
	const text = requiredInput(given, "key");
	const algorithm = parsedInput(given, KEY_ALGORITHM.name, parseAlgorithm);
	if (text === "keyless") return { kind: "keyless" };
	if (!uris.isExample(text)) return {
		kind: "kms",
		uri: uris.parse(text, "key"),
		algorithm
	};
	throw new ClawError("KEY_URI_INVALID", `Input key: "${printable(text)}" is the example of the documentation.`, { remedy: "Put the URI of your own key in its place, as docs/keys.md shows for your service." });
}
function signerValues(given, host, vendors) {
	const key = keyInput(given, keyUris(vendors.map(({ keyUri }) => keyUri)));
	const workspace = host.workspace();
	const cloud = cloudInputs(given, vendors);
	return {
		workspace,
		key,
		issuer: cloud.oidcIssuer,
		cloud,
		witnesses: witnessInputs(given),
		destination: parseFileDestination(requiredInput(given, PUSH_TO.name), workspace, PUSH_TO.name),
		allowEvents: parseEvents(inputLines(given, SIGNING_EVENTS), SIGNING_EVENTS.name)
	};
}
function provenanceValues(given) {
	return {
		githubToken: secretInput(given, GITHUB_TOKEN),
		githubApi: parseEndpoint(requiredInput(given, GITHUB_API.name), GITHUB_API.name)
	};
}
function predicateChoice(given) {
	const type = given(PREDICATE_TYPE.name);
	const path = given(PREDICATE_PATH.name);
	if (type === void 0 && path === void 0) return { kind: "provenance" };
	if (type === void 0 || path === void 0) throw new ClawError("INPUT_INVALID", "Inputs predicate-type and predicate-path are given together or not at all.");
	return {
		kind: "file",
		type,
		path
	};
}
function workChoice(given) {
	const mode = inputChoice(given, MODE);
	return mode === "statement" ? {
		mode,
		predicate: { kind: "signature" }
	} : { mode };
}
/** Reads everything needed to sign, whatever is signed. Throws a ClawError that names the input. */
const signerInputs = (host, vendors) => readAction("sign-artifact", host, vendors, (given) => signerValues(given, host, vendors));
const signingValues = (given, host, vendors) => ({
	...signerValues(given, host, vendors),
	sources: subjectInputs(given, host.announced())
});
/** Reads the inputs of sign-artifact. Throws a ClawError that names the input. */
const signArtifactInputs = (host, vendors) => readAction("sign-artifact", host, vendors, (given) => ({
	...signingValues(given, host, vendors),
	work: workChoice(given)
}));
/** Reads the inputs of attach-provenance. Throws a ClawError that names the input. */
const attachProvenanceInputs = (host, vendors) => readAction("attach-provenance", host, vendors, (given) => ({
	...signingValues(given, host, vendors),
	work: {
		mode: "statement",
		predicate: predicateChoice(given)
	},
	provenance: provenanceValues(given)
}));
/**
* Reads the inputs of sign-and-attest. The signature over the provenance covers the artifacts, since it holds their
* digests. Throws a ClawError that names the input.
*/
const signAndAttestInputs = (host, vendors) => readAction("sign-and-attest", host, vendors, (given) => ({
	...signingValues(given, host, vendors),
	work: {
		mode: "statement",
		predicate: { kind: "provenance" }
	},
	provenance: provenanceValues(given)
}));
// packages/inputs/src/verifying.ts
const parseDigest = (text, input) => parseSha256(text, `Input ${input}`);
function bundlePatterns(given) {
	const bundles = inputLines(given, BUNDLES);
	if (bundles.length > 0) return bundles;
	throw new ClawError("INPUT_MISSING", "Input bundles is required and empty.", { remedy: "Name the bundle files, one pattern on each line." });
}
/** Reads the inputs of the gate. Throws a ClawError that names the input. */
const gateInputs = (host, vendors) => readAction("verify-before-deploy", host, vendors, (given) => ({
	bundles: bundlePatterns(given),
	workspace: host.workspace(),
	sources: subjectInputs(given, []),
	policy: requiredInput(given, POLICY.name),
	policyDigest: parsedInput(given, POLICY_DIGEST.name, parseDigest),
	cloud: cloudInputs(given, vendors)
}));
export { actionInputs, attachProvenanceInputs, gateInputs, injectInputs, sessionInputs, signAndAttestInputs, signArtifactInputs, signerInputs };
